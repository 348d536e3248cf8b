"""Kazakh places put right after the tagger: before a type word of places, and run together with the body behind them.

«Талдысай аулындағы» says that Taldysai is a place, whatever the tagger took it for; «Алматыдағы … университеті» is a town and a
body; «Қазақстан» қонақүйі and «Қазан айы» are no places. Words: ``words/put_right.toml``; why by rule: docs/decisions/0059.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress, count

from seriktes.mentions.lexicon import lexicon, word_class
from seriktes.mentions.lists import word_list
from seriktes.mentions.small_words import seen_small
from seriktes.mentions.tagging.kazakh_bodies import bodies_left
from seriktes.mentions.tagging.named import Named
from seriktes.model import Token
from seriktes.records import Kept
from seriktes.text import kazakh

_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”"')
#: Behind these a capital tells nothing.
_ENDS = frozenset(".!?:…—–-") | _OPENING
_JOINED_BY = frozenset({",", "және", "мен", "пен", "бен"})
_LONGEST_QUOTED = 4
#: Plurals with a possessive: «ауылдары», «компаниялары».
_MANY = tuple(plural + vowel for plural, vowel in zip(kazakh.PLURAL, "ыі" * 3, strict=True))
#: As probable as a name is that a type word tells.
_SURE = 0.75


def put_right(tokens: Sequence[Token], names: Sequence[Named]) -> list[Named]:
    """The names of a piece of a sentence, its places put right, leftmost first.

    >>> from seriktes.text.tokens import tokenize
    >>> put_right(tokenize("Ол Талдысай аулында туған."), [Named(1, 2, "Person", 0.6)])
    [Named(start=1, end=2, label='Place', score=0.75)]
    """
    words = [token.text for token in tokens]
    kept = [part for name in names for part in ((name,) if name.label == "Place" else _parted(words, name))]
    for place in compress(count(), map(_kind_of.__getitem__, words)):
        _mark_before(words, place, kept)
    kept = [name for name in kept if name.label != "Place" or not _is_no_place(words, name)]
    return sorted([*kept, *bodies_left(words, kept)])


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word_list("put_right")["kk"][name].split())


def _type_of(word: str) -> str:
    """``outside`` or ``inside`` for a type word of places with a possessive, ``bare`` for one without, else nothing."""
    if not word[:1].islower():
        return ""
    forms = (word, kazakh.nominative(word))
    return next((kind for kind in ("outside", "inside", "bare") if not _listed(kind).isdisjoint(forms)), "")


_kind_of = Kept(_type_of)


def _mark_before(words: Sequence[str], place: int, names: list[Named]) -> None:
    """Make places of the name before the type word at ``place``, and of those joined to it where it is a plural."""
    last = _last_before(words, place)
    inside = _kind_of[words[place]] == "inside" and last == place - 1 and not _are_many(words[place])
    end = place + 1 if inside else last + 1
    while last >= 0:
        start = _begins(words, last, names)
        if start is None:
            return
        here = next((i for i, name in enumerate(names) if name.start <= last and start < name.end), None)
        if here is None:
            names.append(Named(start, end - (words[end - 1] in _CLOSING), "Place", _SURE))
        else:
            told = names[here].score if names[here].label == "Place" else 0.0
            names[here] = names[here]._replace(label="Place", score=max(told, _SURE))
        joint = start - 1 - (words[start - 1] in _OPENING)
        if joint < 1 or words[joint] not in _JOINED_BY or not _are_many(words[place]):
            return
        last, end = joint - 1, joint


def _last_before(words: Sequence[str], place: int) -> int:
    """The last token of what may be named before a type word: «Талды ауылдық округі», «Талды деп аталатын ауыл»; -1 for nothing."""
    last = place - 1
    if _kind_of[words[place]] == "bare":
        if last < 0 or words[last] not in _listed("called"):
            return -1
        last -= 2 if last and words[last - 1] == "деп" else 1
    while last >= 0 and words[last] in _listed("between"):
        last -= 1
    return last


def _begins(words: Sequence[str], last: int, names: Sequence[Named]) -> int | None:
    """Where a place begins that may end at ``last``; None where none does."""
    word = words[last]
    if word in _CLOSING:
        return _begins_quoted(words, last, names)
    own = next((name for name in names if name.start <= last < name.end), None)
    if (
        word.isupper()
        or not word[0].isupper()
        or not word.replace("-", "").isalpha()
        or kazakh.case_of(word) not in ("nom", "acc")
    ):
        return None
    if own is None:
        return last if _may_be_name(words, last) else None
    ends = own.end == last + 1 and (own.label != "Organization" or own.start == last)
    is_person = own.label == "Person" and own.start < last and word.endswith(tuple(_listed("surnames")))
    return own.start if ends and not is_person else None


def _begins_quoted(words: Sequence[str], last: int, names: Sequence[Named]) -> int | None:
    """Where the name begins whose closing quote is at ``last``."""
    reach = range(last - 1, max(-1, last - _LONGEST_QUOTED - 2), -1)
    opened = next((i for i in reach if words[i] in _OPENING), last)
    if opened >= last - 1 or not words[opened + 1][0].isupper():
        return None
    crossing = any(opened < name.end and name.start <= last and not opened <= name.start < name.end <= last + 1 for name in names)
    return None if crossing else opened + 1


def _may_be_name(words: Sequence[str], i: int) -> bool:
    """Whether a word with a capital that the tagger left alone may be a name: not «Облыстық», «Кеншілер», nor a first «Біздің»."""
    if words[i].endswith((*kazakh.ADJECTIVE, *kazakh.PLURAL)) or word_class(words[i], "kk"):
        return False
    return (i > 0 and words[i - 1] not in _ENDS) or seen_small(words[i], "kk") != "k"


def _are_many(word: str) -> bool:
    return kazakh.nominative(word).endswith(_MANY)


def _parted(words: Sequence[str], name: Named) -> Iterator[Named]:
    """A body or person without the place before it; a place that was taken for a body."""
    start, end = name.start, name.end
    classes = lexicon("kk").classes_of(words[start])
    listed = "country" in classes or "place" in classes
    after = start
    if name.label == "Organization":
        alone = _place_alone(words[start:end], "country" in classes) if listed else 0
        if alone:
            yield name._replace(label="Place", end=start + alone)
            return
        after = _after_place(words, start, end, classes)
    elif name.label == "Person" and listed and end - start == 2 and kazakh.case_of(words[start]) == "gen":
        after = start + 1  # «Алматының Әуезов» ауданы
    if after == start:
        yield name
        return
    yield name._replace(end=after, label="Place")
    if any(word != word.lower() for word in words[after:end]):
        yield name._replace(start=after)


def _place_alone(words: Sequence[str], of_country: bool) -> int:
    """How many words are a place where those of a body, which begin with a listed place, name no body; 0 where they do.

    So «АҚШ», «Ресей Федерациясы», and but for their ends «Голливуд компаниялары», «Германия компаниясы», «Ақсу ауданының орталығы».
    """
    if of_country and (len(words) == 1 or (len(words) == 2 and kazakh.nominative(words[1]).lower() in _listed("states"))):
        return len(words)
    kind = _kind_of[words[1]] if len(words) > 2 else ""
    before, *rest = words[1:] if kind else words
    if not rest or not all(word.islower() for word in rest):
        return 0
    last = kazakh.nominative(rest[-1])
    centre = last in _listed("centre") and kazakh.case_of(before) == "gen"
    several = _are_many(last)
    return 1 + (kind == "inside") if several or (len(rest) == 1 and (centre or last in _listed("common"))) else 0


def _after_place(words: Sequence[str], start: int, end: int, classes: Sequence[str]) -> int:
    """Where the place ends in the locative that a body's words begin with («Алматыдағы», «Жамбыл облысында»); ``start`` if none.

    «Қазақстандағы Британ кеңесі» is one name, and so is what is named by small letters alone («Еуропадағы қауіпсіздік … ұйымы»).
    """
    if end - start > 2 and words[start][0].isupper() and _kind_of[words[start + 1]]:
        after = start + 2
    elif end - start > 1 and ("country" in classes or "place" in classes):
        after = start + 1
    else:
        return start
    case = kazakh.case_of(words[after - 1])
    named = any(word != word.lower() for word in words[after:end])
    abroad = "country" in classes and after == start + 1
    return after if case == "loc" or (case == "attr" and named and not abroad) else start


def _is_no_place(words: Sequence[str], name: Named) -> bool:
    """«Қазан айы», «Ақтау порты», «Қазақстан» қонақүйі: a name of something else."""
    if name.end == len(words):
        return False
    after = words[name.end]
    if not _listed("not_before").isdisjoint((after, kazakh.nominative(after))):
        return True
    if not (name.start and words[name.start - 1] in _OPENING and after in _CLOSING and name.end + 1 < len(words)):
        return False
    behind = words[name.end + 1]
    placed = _kind_of[behind] or behind == "деп" or behind in _listed("between") or behind in _listed("called")
    return behind[0].islower() and not placed
