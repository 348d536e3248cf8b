"""What the taggers see of a token: its letters, its neighbours, quotes, type words and name lists.

Training and tagging see the same: what a word form alone tells, of itself and of its neighbours (:func:`word_features`), and what
its sentence tells (:func:`context_features`). The tagger asks for the first once a word, see :mod:`seriktes.mentions.tagging.chain`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, repeat
from typing import Any, TypeVar

from seriktes.mentions.lexicon import Lexicon, lexicon
from seriktes.mentions.small_words import forgets, seen_small
from seriktes.mentions.tagging.phrase_features import PHRASE_WRITERS, add_phrases
from seriktes.mentions.tagging.quote_features import QUOTE_WRITERS, add_quotes
from seriktes.mentions.tagging.word_features import lists_of, small, told_of, word_features
from seriktes.model import Language, Token

#: How far a type word or a post word is looked for, in tokens.
_REACH = 6
_STOPS = frozenset(",;:.!?()[]…")
_ENDS = frozenset(".!?:…")

_of_word = lru_cache(maxsize=30_000)(word_features)
forgets(_of_word.cache_clear)


def sentence_features(
    tokens: Sequence[Token], language: Language, voice: Sequence[str] = (), others: Sequence[str] = ()
) -> list[list[str]]:
    """One list of features for each token; ``voice`` are the tags another tagger gave the tokens, if any, ``others`` what the
    document says :func:`elsewhere <seriktes.mentions.tagging.elsewhere.elsewhere>` of their words.

    >>> from seriktes.text.tokens import tokenize
    >>> "-w=с." in sentence_features(tokenize("С.Абдрахманов"), "kk")[1]
    True
    """
    told = [_of_word(word, language) for word in ("<", "<", *(token.text for token in tokens), ">", ">")]
    rows = []
    for i, context in enumerate(context_features(tokens, language, voice, others, features_of), start=2):
        row = [*told[i].own]
        row += [f"-{feature}" for feature in told[i - 1].beside] + [f"+{feature}" for feature in told[i + 1].beside]
        row += [f"--{feature}" for feature in told[i - 2].far()] + [f"++{feature}" for feature in told[i + 2].far()]
        rows.append([*row, *(feature for group in context for feature in group)])
    return rows


#: Features that a sentence gives a token for one reason, not yet written out: which writer writes them, and what he is told. What they
#: weigh together is looked up by that, and they are written only once. Text and numbers alone, which Python's search for garbage skips.
Group = tuple[Any, ...]
Looked = TypeVar("Looked")


def features_of(group: Group) -> tuple[str, ...]:
    """The features of a group, written out."""
    return _WRITERS[group[0]](*group[1:])


def context_features(
    tokens: Sequence[Token],
    language: Language,
    voice: Sequence[str],
    others: Sequence[str],
    look_up: Callable[[Group], Looked],
) -> list[list[Looked]]:
    """Of each token, the features that the words two before to two behind do not tell one by one, in groups that come together.

    ``voice`` are the tags another tagger gave the tokens, ``others`` what the document says elsewhere of their words, if any;
    ``look_up`` answers for each group.
    """
    words = [token.text for token in tokens]
    cleaned, shaped, classes, keys = zip(*map(told_of[language].__getitem__, words), strict=True)
    shapes = ["", *shaped, ""]
    gaps = [False, *[after.start - before.end > 1 for before, after in pairwise(tokens)]]
    rows = [[found] for found in map(look_up, zip(repeat("shapes"), shapes, shapes[1:], shapes[2:], gaps, strict=False))]
    add_quotes(rows, words, classes, look_up)
    _add_reach(rows, words, classes, look_up)
    if language != "ru":
        add_phrases(rows, cleaned, classes, language, look_up)
    _add_list_matches(rows, keys, lexicon(language), look_up)
    _add_first(rows, cleaned, shapes, language, look_up)
    if voice:
        heard = ["", *voice, ""]
        for row, found in zip(rows, map(look_up, zip(repeat("voice"), heard, heard[1:], heard[2:], strict=False)), strict=False):
            row.append(found)
    _add_elsewhere(rows, voice, others, look_up)
    return rows


def _shapes(before: str, own: str, after: str, gap: bool) -> tuple[str, ...]:
    """The shapes of a token and its neighbours, two by two; a shape is empty where there is no token."""
    found = [f"-ss={before}|{own}"] if before else []
    if gap:
        found.append("gap")
    return (*found, f"+ss={own}|{after}") if after else tuple(found)


def _add_reach(
    rows: list[list[Looked]], words: Sequence[str], classes: Sequence[str], look_up: Callable[[Group], Looked]
) -> None:
    """The nearest type word to the right and to the left, not over punctuation."""
    heads = [i for i, class_ in enumerate(classes) if class_ and words[i] not in _STOPS]
    for sign, step, edge in ((">", -1, -1), ("<", 1, len(words))):
        for head in heads:
            seen = classes[head]
            last = head + (_REACH + 1) * step
            for far, i in enumerate(range(head + step, max(edge, last) if step < 0 else min(edge, last), step), start=1):
                rows[i].append(look_up(("near", sign, seen, min(far, 3))))
                if classes[i] or words[i] in _STOPS:
                    break


def _add_first(
    rows: list[list[Looked]], words: Sequence[str], shapes: Sequence[str], language: Language, look_up: Callable[[Group], Looked]
) -> None:
    """What the capital of a sentence's first word is worth: whether lists or small letters know it, and what comes next.

    ``shapes`` are those of the words, an empty one before and behind.
    """
    if not seen_small("", language):
        return
    ends = (-1, *(i for i, word in enumerate(words) if word in _ENDS))
    firsts = (next((i for i in range(end + 1, min(end + 5, len(words))) if words[i][0].isalpha()), None) for end in ends)
    for first in {i for i in firsts if i is not None}:
        group = _first(words[first], shapes[first + 2], language)
        if group:
            rows[first].append(look_up(("first", group)))


def _as_told(features: tuple[str, ...]) -> tuple[str, ...]:
    return features


@lru_cache(maxsize=20_000)
def _first(word: str, after: str, language: Language) -> tuple[str, ...]:
    seen = small(word, language)
    lists = lists_of(word, language) or ("-",)
    return (f"1v={seen}", f"1n={seen}|{after}", *(f"1l={seen}|{name}" for name in lists)) if seen else ()


forgets(_first.cache_clear)


def _near_type(sign: str, seen: str, far: int) -> tuple[str, ...]:
    return f"{sign}t={seen}", f"{sign}t={seen}{far}"


def _add_list_matches(rows: list[list[Looked]], keys: Sequence[str], names: Lexicon, look_up: Callable[[Group], Looked]) -> None:
    for start, end, kind in names.matches(keys):
        for i in range(start, end):
            rows[i].append(look_up(("name", "g=B" if i == start else "g=I", kind)))
        if start:
            rows[start - 1].append(look_up(("name", "+g=", kind)))
        if end < len(rows):
            rows[end].append(look_up(("name", "-g=", kind)))


def _in_name(place: str, kind: str) -> tuple[str, ...]:
    return (f"{place}{kind}",)


def _voice(before: str, own: str, after: str) -> tuple[str, ...]:
    """The other tagger's tags here and beside, and where it doubts, what else it thought of."""
    tag, rival = own.split("/")
    tag_before, _, rival_before = before.partition("/")
    tag_after, _, rival_after = after.partition("/")
    tag_before, tag_after = tag_before or "O", tag_after or "O"
    return (
        f"n={tag}",
        f"-n={tag_before}",
        f"+n={tag_after}",
        f"nn={tag_before}|{tag}|{tag_after}",
        f"nr={tag}|{rival}",
        f"-nr={rival_before}",
        f"+nr={rival_after}",
    )


def _add_elsewhere(
    rows: list[list[Looked]], voice: Sequence[str], others: Sequence[str], look_up: Callable[[Group], Looked]
) -> None:
    """What the document says elsewhere of a word, for the word and its neighbours."""
    for i, told in enumerate(others):
        if told:
            rows[i].append(look_up(("elsewhere", told, voice[i].partition("/")[0])))
            if i:
                rows[i - 1].append(look_up(("elsewhere beside", "+", told)))
            if i + 1 < len(rows):
                rows[i + 1].append(look_up(("elsewhere beside", "-", told)))


def _elsewhere(told: str, tag: str) -> tuple[str, ...]:
    return f"d={told}", f"dn={told}|{tag}", *(f"d+={mark}" for mark in told.split("+"))


def _elsewhere_beside(side: str, told: str) -> tuple[str, ...]:
    return (f"{side}d={told}",)


_WRITERS: Mapping[str, Callable[..., tuple[str, ...]]] = {
    "shapes": _shapes,
    "near": _near_type,
    "first": _as_told,
    "voice": _voice,
    "name": _in_name,
    "elsewhere": _elsewhere,
    "elsewhere beside": _elsewhere_beside,
    **PHRASE_WRITERS,
    **QUOTE_WRITERS,
}
