"""Posts and sure names in Russian texts by rule, to train on where no free corpus marks them.

A sure name is a person or place that natasha's network hears without doubt; whatever it doubts, and all ground where an
organisation may lie (its extents are not this house's), stays open. A post is a post word or profession with the adjectives before it and what it governs after it: genitives, «по …», and the
names that natasha's network hears there («министр финансов немецкой земли Гессен»).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from seriktes.mentions.lexicon import russian_stem, word_class
from seriktes.mentions.voice import LABELS, voice_tags
from seriktes.model import Token
from seriktes.resources import ONTOLOGY, read_csv
from seriktes.text.russian import cases_of, parses, part_of_speech
from seriktes.text.tokens import tokenize
from seriktes.training.examples import Example, Marked, outermost

_HEADS = ("post", "profession")
#: Adjectives that tell about the person or the time, not about the post.
_APART = frozenset(
    """бывший новый нынешний известный знаменитый молодой старый великий легендарный действующий будущий прежний погибший
    другой весь каждый любой многий некоторый сам самый свой наш ваш мой твой этот тот такой данный остальной единственный
    один второй третий популярный талантливый выдающийся лучший крупный местный иностранный последний целый""".split()
)
_LONGEST = 14
#: How far natasha's second thought must be behind (see ``voice``), and how far around an organisation nothing is sure.
_SURE, _AROUND = 2, 4
_NO_FIELDS = frozenset(
    "делу версии словам мнению поводу данным итогам поручению приглашению имени обвинению подозрению пути".split()
)
#: pymorphy3's estimate above which a second reading of a word («премьера»: the man, not the first night) counts.
_LIKELY = 0.05
_OPENING = frozenset('«"“„')


def with_silver(examples: Iterable[Example]) -> Iterator[Example]:
    """The sentences with posts by rule, and with sure names where nobody marked any.

    Posts marked by hand stay where no rule's post covers them.
    """
    for example in examples:
        tokens = tokenize(example.text)
        voice = voice_tags([tokens])[0]
        found = list(silver_posts(tokens, voice))
        own = [m for m in example.layers.get("posts", ()) if not any(f.covers(m) for f in found)]
        kept = [f for f in found if not any(m.overlaps(f) for m in own)]
        names = example.layers["names"] if "names" in example.layers else tuple(silver_names(tokens, voice))
        layers = {**example.layers, "names": names, "posts": outermost([*own, *kept])}
        yield Example(example.text, example.language, example.source, layers)


def silver_names(tokens: Sequence[Token], voice: Sequence[str]) -> Iterator[Marked]:
    """The sure persons and places of a sentence, and ``?`` over all that is not sure."""
    heard = [tag.split("/") for tag in voice]
    tags = [tag for tag, _ in heard]
    doubted = [int(rival[-1]) < _SURE for _, rival in heard]
    for i, tag in enumerate(tags):
        near = tags[max(0, i - _AROUND) : i + _AROUND + 1]
        if doubted[i] or any(other.endswith("-ORG") for other in near) or word_class(tokens[i].text, "ru") == "org":
            yield Marked(tokens[i].start, tokens[i].end, "?")
        elif tag.startswith("B-"):
            end = _name_end(tags, i)
            if not any(doubted[i:end]):
                yield Marked(tokens[i].start, tokens[end - 1].end, LABELS[tag[2:]])


def silver_posts(tokens: Sequence[Token], voice: Sequence[str]) -> Iterator[Marked]:
    """The posts of a sentence, leftmost first."""
    tags = [heard.split("/")[0] for heard in voice]
    place = 0
    while place < len(tokens):
        if _is_head(tokens, tags, place):
            start, end = _start(tokens, place), _end(tokens, tags, place)
            yield Marked(tokens[start].start, tokens[end - 1].end, "Post")
            place = end
        else:
            place += 1


def _is_head(tokens: Sequence[Token], tags: Sequence[str], i: int) -> bool:
    word = tokens[i].text
    if tags[i] not in ("O", "B-PER") or not _is_post_word(word) or (word.isupper() and len(word) > 1):
        return False
    readings = parses(word)
    adjective = any(p.tag.POS == "ADJF" for p in readings)
    if adjective and i + 1 < len(tokens) and tokens[i + 1].text.islower() and _agree(word, tokens[i + 1].text):
        return False  # «военные учения»
    if readings[0].tag.POS == "ADJF":
        return bool(readings[0].tag.gender != "neut")
    return "-" in word or any(p.tag.animacy == "anim" and p.tag.POS == "NOUN" for p in readings if p.score > _LIKELY)


def _is_post_word(word: str) -> bool:
    """A word of the lists, or one whose part before or after a hyphen is («врач-реаниматолог», «экс-президент»)."""
    return word_class(word, "ru") in _HEADS or ("-" in word and any(word_class(p, "ru") in _HEADS for p in word.split("-")))


def _agree(adjective: str, noun: str) -> bool:
    return part_of_speech(noun) in ("NOUN", "ADJF") and bool(cases_of(adjective) & cases_of(noun))


def _start(tokens: Sequence[Token], head: int) -> int:
    """The place of the first adjective that belongs to the post; a nation tells of the person, not of a profession."""
    start = head
    while start and head - start < 4 and _is_adjective_of(tokens[start - 1].text, tokens[head].text):
        start -= 1
    return start


def _is_adjective_of(word: str, head: str) -> bool:
    best = parses(word)[0]
    if best.tag.POS != "ADJF" or "Apro" in best.tag or best.normal_form in _APART or word[0].isdigit():
        return False
    if word_class(head, "ru") == "profession" and russian_stem(best.normal_form) in _nations():
        return False
    return bool(cases_of(word) & cases_of(head))


@cache
def _nations() -> frozenset[str]:
    rows = read_csv(ONTOLOGY, "authority/demonyms.csv")
    return frozenset(russian_stem(form) for row in rows for form in row["ru_adjectives"].split("|"))


def _end(tokens: Sequence[Token], tags: Sequence[str], head: int) -> int:
    """The place after the last token that the head governs."""
    end = i = head + 1
    while i < len(tokens) and i - head < _LONGEST:
        quoted = tokens[i].text in _OPENING and i + 1 < len(tokens) and tags[i + 1] == "B-ORG"
        if quoted or tags[i].endswith(("-ORG", "-LOC")):
            end = i = _name_end(tags, i + quoted)
        elif _is_genitive(tokens[i].text) and tags[i] == "O":
            i += 1
            if part_of_speech(tokens[i - 1].text) == "NOUN":
                end = i
        elif tokens[i].text == "и" and i == end and end > head + 1 and i + 1 < len(tokens) and _is_genitive(tokens[i + 1].text):
            i += 1
        elif tokens[i].text == "по" and i == end and i + 1 < len(tokens) and _is_field(tokens[i + 1].text):
            i = end = _governed(tokens, i + 1)
        else:
            break
    return end


def _name_end(tags: Sequence[str], start: int) -> int:
    return next((i for i in range(start + 1, len(tags)) if not tags[i].startswith("I-")), len(tags))


def _is_field(word: str) -> bool:
    """Whether «по …» may tell a field of work."""
    return "dat" in cases_of(word) and word.lower() not in _NO_FIELDS


def _governed(tokens: Sequence[Token], start: int) -> int:
    for before, after in pairwise(range(start, min(start + 5, len(tokens) + 1))):
        if part_of_speech(tokens[before].text) == "NOUN" and (after >= len(tokens) or "gen" not in cases_of(tokens[after].text)):
            return after
    return start + 1


def _is_genitive(word: str) -> bool:
    if not word[:1].isalpha() or word != word.lower():
        return False
    best = parses(word)[0]
    if best.tag.POS not in ("NOUN", "ADJF", "PRTF") or "Apro" in best.tag:
        return False
    animate = best.tag.POS == "NOUN" and best.tag.animacy == "anim"
    return "gen" in cases_of(word) and not (animate and not _is_post_word(word))
