"""Posts in Russian texts by rule, to train on where no free corpus marks them.

A post is a post word or profession with the adjectives before it and what it governs after it: genitives, «по …», and the
names that natasha's network hears there («министр финансов немецкой земли Гессен»). Where it begins and ends follows what NEREL calls
a profession, found by reading errors on its train part (docs/decisions/0036); the word lists are in ``press/posts_ru.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from seriktes.mentions.tagging.quote_features import quotes
from seriktes.mentions.tagging.tagger import post_start
from seriktes.model import Token
from seriktes.text.russian import cases_of, lemma, part_of_speech
from seriktes.training.examples import Marked
from seriktes.training.post_words import (
    agree,
    belongs,
    heads_of,
    is_adjective,
    is_field,
    is_genitive,
    is_plural,
    is_profession,
    words,
)

_LONGEST = 14
_OPENING = frozenset('«"“„')
_OWN = frozenset("его ее её их своей своего своих".split())
_NAMED = ("-ORG", "-LOC")


def silver_posts(tokens: Sequence[Token], voice: Sequence[str]) -> Iterator[Marked]:
    """The posts of a sentence, leftmost first; ``voice`` are natasha's tags."""
    tags = [told.split("/")[0] for told in voice]
    place = 0
    while place < len(tokens):
        sought = _sought(tokens, place)
        if not _is_head(tokens, tags, sought or place):
            place += 1
            continue
        start, place = (place, sought) if sought else (_start(tokens, place), place)
        end = _rounded(tokens, place, _end(tokens, tags, place))
        if not _is_bare(tokens, tags, place, start):
            yield Marked(post_start(tokens[start]), tokens[end - 1].end, "Post")
        place = end


def _rounded(tokens: Sequence[Token], head: int, end: int) -> int:
    """The end put right: no acronym in brackets («… мусульман (ДУМ)»), no quote without its other half, no «организации» alone."""
    texts = [token.text for token in tokens]
    if texts[end - 1] == ")" and "(" in texts[head:end]:
        end = max(i for i in range(head, end) if texts[i] == "(")
    for opened, closed in quotes(texts):
        if head < opened < end == closed:
            return end + 1
        if opened < head < closed == end - 1:
            end -= 1
    if end == head + 2 and lemma(texts[head + 1]) in words("said_before") and not heads_of(texts[head]) & words("of_whole"):
        end = head + 1
    return end


def name_end(tags: Sequence[str], start: int) -> int:
    """The place after the name that begins at ``start``."""
    return next((i for i in range(start + 1, len(tags)) if not tags[i].startswith("I-")), len(tags))


def _is_head(tokens: Sequence[Token], tags: Sequence[str], i: int) -> bool:
    word = tokens[i].text
    if tags[i] not in ("O", "B-PER") or (word.isupper() and len(word) > 1) or not (heads := heads_of(word)):
        return False
    if heads == {"глава"} and i and tokens[i - 1].text.lower() == "во":
        return False
    following = tokens[i + 1].text if i + 1 < len(tokens) else ""
    return not (following.islower() and is_adjective(word) and agree(word, following))  # «военные учения»


def _sought(tokens: Sequence[Token], i: int) -> int:
    """«кандидат в президенты»: the place of the post that somebody stands for, 0 for anything else."""
    stands = i + 2 < len(tokens) and tokens[i + 1].text in ("в", "во") and lemma(tokens[i].text) in words("stands")
    return i + 2 if stands and is_plural(tokens[i + 2].text) and heads_of(tokens[i + 2].text) else 0


def _is_bare(tokens: Sequence[Token], tags: Sequence[str], head: int, start: int) -> bool:
    """Words that name a post only with what they govern («член Совета») or with an adjective («официальный представитель»)."""
    heads = heads_of(tokens[head].text)
    if heads & {"директор", "министр"} and head and lemma(tokens[head - 1].text) == "совет":
        return True
    if heads & words("only_with_adjective"):
        return start == head
    if heads & words("only_with_body"):
        near = (lemma(token.text) for token in tokens[head + 1 : head + 5])
        return not tags[head + 1 : head + 2] or not (tags[head + 1].endswith("-ORG") or any(w in words("bodies") for w in near))
    return False


def _start(tokens: Sequence[Token], head: int) -> int:
    """The place of the first word that belongs to the post."""
    own = tokens[head].text
    low = [token.text.lower() for token in tokens[max(0, head - 7) : head]]
    start = head
    while start and head - start < 4 and belongs(tokens[start - 1].text, own):
        start -= 1
    if start and tokens[start - 1].text.lower().startswith("перв") and heads_of(own) & words("deputies"):
        start -= 1
    before = low[: len(low) - (head - start)]
    if before[-1:] and before[-1] in words("acting"):
        return start - 1
    if before[-1:] == ["обязанности"] and len(before) > 1 and before[-2].startswith(("исполняющ", "исполнявш")):
        return start - 2 - (before[-3:-2] == ["временно"])
    if before[-1:] == ["и"] and start > 1 and belongs(tokens[start - 2].text, own):
        return start - 2  # «чрезвычайный и полномочный посол»
    return start


def _end(tokens: Sequence[Token], tags: Sequence[str], head: int) -> int:
    """The place after the last token that the head governs."""
    end = i = head + 1
    heads = heads_of(tokens[head].text)
    if i < len(tokens) and heads & words("titled") and _is_of_land(tokens[head].text, tokens[i].text):
        return i + 1
    if heads & words("commanding"):
        i += i < len(tokens) and "ins" in cases_of(tokens[i].text) and tags[i] == "O"
        end = i
    if is_profession(tokens[head].text) and not heads & (words("titled") | words("governing")):
        things = heads & words("of_things") and i < len(tokens) and tags[i] == "O"
        return _governed_things(tokens, tags, head) if things else end
    while i < len(tokens) and i - head < _LONGEST:
        word = tokens[i].text
        further = _named(tokens, tags, head, i) or (_joined(tokens, tags, head, i) if i == end else 0)
        if further:
            end = i = further
        elif tags[i] == "O" and lemma(word) != "год" and (is_genitive(word) or (i == end and word.lower() in _OWN)):
            i += 1
            if part_of_speech(word) == "NOUN":
                end = i
        elif i == end and end > head + 1 and _lists_on(tokens, i):
            i += 1
        else:
            break
    return end


def _governed_things(tokens: Sequence[Token], tags: Sequence[str], head: int) -> int:
    """«актёр театра и кино», «водитель автобуса»: the place after the things in small letters."""
    end = i = head + 1
    while i < len(tokens) and tags[i] == "O" and is_genitive(tokens[i].text):
        i += 1
        if part_of_speech(tokens[i - 1].text) == "NOUN":
            end = i
    if end > head + 1 and end + 1 < len(tokens) and tokens[end].text == "и" and is_genitive(tokens[end + 1].text):
        end += 2
    return end


def _named(tokens: Sequence[Token], tags: Sequence[str], head: int, i: int) -> int:
    """The place after the name that begins here, if the post governs it; 0 if not."""
    quoted = tokens[i].text in _OPENING and tags[i + 1 : i + 2] == ["B-ORG"]
    if quoted or tags[i].endswith(_NAMED):
        return name_end(tags, i + quoted)
    owner = tags[i] == "B-PER" and i == head + 1 and bool(heads_of(tokens[head].text) & words("serving"))
    cases = cases_of(tokens[i].text) if owner else frozenset()
    return name_end(tags, i) if "gen" in cases and "nom" not in cases else 0  # «Менеджер Ирвина»


def _joined(tokens: Sequence[Token], tags: Sequence[str], head: int, i: int) -> int:
    """The place after what a small word joins to the post: «по …», «в Бельгии», «и России»; 0 if nothing."""
    if i + 1 >= len(tokens):
        return 0
    low, after, tag = tokens[i].text.lower(), tokens[i + 1].text, tags[i + 1]
    heads = heads_of(tokens[head].text)
    if low == "по" and is_field(after):
        end = _governed(tokens, i + 1)
        while end + 1 < len(tokens) and tokens[end].text in ("и", ",") and is_field(tokens[end + 1].text):
            end = _governed(tokens, end + 1)
        return end
    if tag not in ("B-ORG", "B-LOC"):
        return 0
    if low == "и":
        return name_end(tags, i + 1) if tags[i - 1].endswith("-LOC") and is_plural(tokens[head].text) else 0
    sent = low in ("в", "во") and (i > head + 1 or "посол" in heads) and heads & words("sent")
    elected = low == "от" and heads & {"член", "сенатор"}
    return name_end(tags, i + 1) if sent or elected or low in ("по", "при") else 0


def _lists_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether a list of genitives goes on: «экономики, торговли и промышленности»."""
    following = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if tokens[i].text not in ("и", ",") or not is_genitive(following) or heads_of(following):
        return False
    if tokens[i].text == "и":
        return True
    for token in tokens[i + 1 : i + 10]:
        if token.text == "и":
            return True
        if token.text != "," and not is_genitive(token.text):
            return False
    return False


def _is_of_land(head: str, word: str) -> bool:
    """«герцог Кембриджский», «Папа Римский»."""
    return (
        (word[:1].isupper() or word.startswith("римск"))
        and part_of_speech(word) == "ADJF"
        and bool(cases_of(head) & cases_of(word))
    )


def _governed(tokens: Sequence[Token], start: int) -> int:
    for before, after in pairwise(range(start, min(start + 5, len(tokens) + 1))):
        if before > start and not tokens[before].text[:1].islower():
            return before
        if part_of_speech(tokens[before].text) == "NOUN" and (after >= len(tokens) or "gen" not in cases_of(tokens[after].text)):
            return after
    return start + 1
