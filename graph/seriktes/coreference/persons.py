"""Persons of one document: full names, initials and bare surnames brought together, contradictions respected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from seriktes.coreference.data import listed
from seriktes.model import Language, Mention
from seriktes.records import record
from seriktes.text import kazakh
from seriktes.text.endings import russian_key
from seriktes.text.russian_names import is_mans_name
from seriktes.text.scripts import fold, in_russian_letters
from seriktes.text.tokens import words_in

_PATRONYMIC = listed("patronymics")
#: «Иванов», «Иванову», «Ивановым»: the ending of the surname itself is none of its cases.
_RUSSIAN_SURNAME = re.compile(r"^(\w{2,}(?:ов|ев|ин|ын))(?:а|у|ым|е|ой|ою|ых|ыми|ы)?$")

#: «Сергей», «Сергея», «Сергею», «Сергеем»: «-ей» is no ending of such a name, as it is of «Анастасией», «Натальей».
_RUSSIAN_GIVEN = re.compile(r"^(\w*[^\Wиьй]е)(?:й|я|ю|ем|е)$")


@record(frozen=True, slots=True)
class Name:
    """A person's name taken apart: what is written out, in order, and the initials."""

    words: tuple[str, ...]
    initials: str

    @property
    def surname(self) -> str:
        """The last word, a patronymic left aside."""
        words = [w for w in self.words if not w.endswith(_PATRONYMIC)] or list(self.words)
        return words[-1] if words else ""

    @property
    def patronymic(self) -> bool:
        """Whether it is a given name and a patronymic: in Kazakh and Russian talk a full way to call somebody."""
        return len(self.words) == 2 and self.words[1].endswith(_PATRONYMIC)

    @property
    def given(self) -> str:
        """The first written word of several, else nothing."""
        return self.words[0] if len(self.words) > 1 else ""


@lru_cache(maxsize=5_000)
def read_name(text: str, language: Language) -> Name:
    """A person's name taken apart, endings cut.

    >>> read_name("М.В. Ломоносов", "ru")
    Name(words=('ломоносов',), initials='мв')
    """
    words, initials = [], ""
    tokens = words_in(text)
    for place, token in enumerate(tokens):
        if not token[0].isalpha():
            continue
        if len(token) == 1 or token.endswith("."):
            initials += fold(token[0])
            continue
        words.append(_key(token, language, place == len(tokens) - 1))
    return Name(tuple(words), in_russian_letters(initials))


def _key(word: str, language: Language, last: bool) -> str:
    lower = fold(word)
    if lower.isascii():
        return lower.removesuffix("'s")
    if language == "kk" and last and kazakh.case_of(word) != "loc":
        lower = fold(kazakh.nominative(word))
    lower = in_russian_letters(lower)
    if language != "ru":
        return lower
    surname = _RUSSIAN_SURNAME.match(lower)
    if surname:
        return surname.group(1)
    given = _RUSSIAN_GIVEN.match(lower)
    own = given and (is_mans_name(lower) or not lower.endswith("ей"))  # «Джорджей» is the instrumental of «Джорджа»
    return given.group(1) if given and own else russian_key(lower)


@dataclass(slots=True)
class _Cluster:
    names: dict[Name, None] = field(default_factory=dict)  # each once
    mentions: list[Mention] = field(default_factory=list)


def group_persons(mentions: Sequence[Mention], language: Language) -> list[list[Mention]]:
    """The mentions of each person; the fullest names are placed first, then initials, then surnames alone."""
    clusters: list[_Cluster] = []
    order = sorted(mentions, key=lambda m: (-_fullness(read_name(m.text, language)), m.start))
    for mention in order:
        name = read_name(mention.text, language)
        fitting = [
            c for c in clusters if all(_compatible(name, other) for other in c.names) and any(_same(name, o) for o in c.names)
        ]
        if fitting:
            exact = [c for c in fitting if any(name.surname == other.surname for other in c.names)]
            best = max(exact or fitting, key=lambda c: _nearness(c, mention))
            best.names[name] = None
            best.mentions.append(mention)
        else:
            clusters.append(_Cluster({name: None}, [mention]))
    return [cluster.mentions for cluster in clusters]


def _fullness(name: Name) -> int:
    return 10 * len(name.words) + len(name.initials)


def _nearness(cluster: _Cluster, mention: Mention) -> tuple[int, int]:
    """The person named last before the mention comes first, else the one named soonest after."""
    before = [m.start for m in cluster.mentions if m.start <= mention.start]
    if before:
        return 1, max(before)
    return 0, -min(m.start for m in cluster.mentions)


def _same(left: Name, right: Name) -> bool:
    """Whether two names can be one person's: the surname alike, and given name or initial not against it."""
    if not left.words or not right.words:
        return False
    if left.words == right.words:
        return True
    if len(left.words) > 1 and len(right.words) > 1:
        if left.given == right.given and left.patronymic != right.patronymic and len(left.words) == len(right.words) == 2:
            return True  # «Ришат Хайруллов», «Ришат Каримович»
        if set(left.words) <= set(right.words) or set(right.words) <= set(left.words):
            return True
        return left.given == right.given and _typo(left.surname, right.surname)
    short, full = (left, right) if len(left.words) <= len(right.words) else (right, left)
    if short.words[0] in full.words:
        return (
            len(full.words) == 1
            or short.words[0] == full.surname
            or bool(short.initials)
            or short.words[0] == full.words[-1]
            or short.words[0] == full.words[0]
        )
    if short.initials and len(short.words[0]) >= 6 and _typo(short.words[0], full.surname):
        return True
    surnames = full.words if full.words[-1].endswith(_PATRONYMIC) else full.words[-2:]  # «Дегтяревым Олегом Павловичем»
    return any(_inflected(short.words[0], word) for word in surnames)


def _typo(left: str, right: str) -> bool:
    """One slip of the keyboard in a long surname, letters swapped included («Фриберг-Стори», «Фриберг-Строй»)."""
    if min(len(left), len(right)) < 5 or left[0] != right[0]:
        return False
    from rapidfuzz.distance import OSA  # most reports start without it

    return OSA.distance(left, right) <= (1 if len(left) < 8 else 2)


def _inflected(left: str, right: str) -> bool:
    """Surnames that differ by an ending no table took off («Уиллиспен»)."""
    short, long = sorted((left, right), key=len)
    return len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 3


def _compatible(left: Name, right: Name) -> bool:
    """Whether nothing speaks against the two being one: no other given name, no other initial."""
    if left.given and right.given and left.given != right.given:
        if set(left.words) == set(right.words) or set(left.words) < set(right.words) or set(right.words) < set(left.words):
            return True
        return _typo(left.given, right.given) or (left.given[:4] == right.given[:4] and len(left.given) > 4)
    for one, other in ((left, right), (right, left)):
        if one.initials and other.given and not one.given:
            letters = {w[0] for w in other.words if w != one.surname}
            if one.initials[0] not in letters and not _sounds_alike(one.initials[0], other.given):
                return False
    return not (left.initials and right.initials and not left.given and not right.given and left.initials[0] != right.initials[0])


def _sounds_alike(initial: str, given: str) -> bool:
    """«E.» and «Yerlan», «Е.» and «Ерлан» are one letter to a typist."""
    return initial in "еёeэy" and given.startswith(("е", "э", "ye", "e", "yo"))
