"""Which organisations of a document a name may belong to, found by its words, so that thousands need not be compared in pairs.

Every way in which two names can be alike (``likeness``) has its keys: one name is filed under them, the other asks for them.
Where all words of the one stand in the other, the rarest of them is the key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from seriktes.coreference.forms import Form, initials_of
from seriktes.coreference.likeness import MINISTRY, plain
from seriktes.records import Kept
from seriktes.text.scripts import in_russian_letters

_Key = tuple[str, object]
#: Acronyms and shortened words of fewer letters tell nothing.
_LETTERS = 3


class Candidates:
    """Bodies by number, each filed under the keys of all its names."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """``forms`` are all names of the document: they tell how rare a word is."""
        self._common = Counter(word for form in forms for word in {*form.spelled, *form.core})
        self._filed: dict[_Key, set[int]] = {}
        self._any: set[int] = set()

    def add(self, number: int, form: Form, authority: str | None) -> None:
        """File a body under one of its names."""
        for key in (*self._told(form), ("listed", authority)):
            self._filed.setdefault(key, set()).add(number)
        self._any.add(number)
        if None in self._rare(form):
            self._filed.setdefault(("any", None), set()).add(number)

    def of(self, form: Form, authority: str | None) -> list[int]:
        """The numbers of the bodies that a name may fit, in order: all it does fit, and few others."""
        if None in self._rare(form):
            return sorted(self._any)
        found = set(self._filed.get(("any", None), ()))
        if authority:
            found |= self._filed.get(("listed", authority), frozenset())
        for key in self._asked(form):
            found |= self._filed.get(key, frozenset())
        return sorted(found)

    def _told(self, form: Form) -> Iterator[_Key]:
        core, quoted = plain(form.core), form.quoted
        yield "core", core
        yield "quoted", quoted
        yield from (("quoted end", end) for end in _ends(quoted))
        yield from (("core word", word) for word in (*core, *form.called))
        yield from (("ministry", word) for word in MINISTRY.intersection(form.core))
        yield from (("word", word) for word in form.spelled)
        yield from (("rare", word) for word in self._rare(form))
        yield from (("initials", letters) for letters in _initials(form))
        yield from _acronym(form)
        yield from _ministries(form)

    def _asked(self, form: Form) -> Iterator[_Key]:
        core, quoted = plain(form.core), form.quoted
        yield "core", core
        yield "core", quoted
        yield "quoted", core
        yield from (("core", end) for end in _ends(quoted))
        if quoted:
            yield "quoted", quoted
        if len(core) > 1:
            yield "quoted end", core
        if len(core) == 1:
            yield "core word", core[0]
            yield "ministry", core[0]
        yield from (("word", word) for word in self._rare(form))
        yield from (("rare", word) for word in form.spelled)
        yield from (("acronym", letters) for letters in _initials(form))
        yield from (("initials", letters) for _, letters in _acronym(form))
        yield from ((_OTHER[way], letters) for way, letters in _ministries(form))

    def _rare(self, form: Form) -> list[str | None]:
        """The rarest of the words that a longer name of the body has too; None where any name may be the longer one."""
        found: list[str | None] = []
        core = plain(form.core)
        if len(core) > 1 and not form.quoted:
            found.append(self._rarest([word for word in core if not word.startswith("@")]))
        if 2 <= len(form.core) <= 4 and len(form.acronyms) == 1:
            found.append(self._rarest([word for word in form.core if word not in form.acronyms]))
        return found

    def _rarest(self, words: Sequence[str]) -> str | None:
        return min(words, key=lambda word: (self._common[word], word), default=None)


_OTHER = {"short ministry": "ministry of", "ministry of": "short ministry"}


def _ends(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[start:] for start in range(len(words) - 1))


def _initials(form: Form) -> frozenset[str]:
    """The beginnings of what an acronym of the name would be."""
    return _initials_of[form.spelled, form.core]


def _beginnings(words: tuple[tuple[str, ...], tuple[str, ...]]) -> frozenset[str]:
    spelled, core = words
    parts = tuple(part for word in spelled for part in word.split("-") if part)
    both = {initials_of(spelled), initials_of(core), initials_of(parts)}
    return frozenset(letters[:size] for letters in both for size in range(_LETTERS, len(letters) + 1))


_initials_of = Kept(_beginnings, 10_000)


def _acronym(form: Form) -> Iterator[_Key]:
    if form.acronym:
        yield "acronym", in_russian_letters(form.acronym.lower())


def _ministries(form: Form) -> Iterator[_Key]:
    """«Минэнерго» and «Министерство энергетики» by the first letters of the field."""
    if form.core and form.core[0].startswith("мин"):
        yield "short ministry", form.core[0][3:6]
    if not MINISTRY.isdisjoint(form.spelled):
        yield "ministry of", next((word for word in form.spelled if word not in MINISTRY), "")[:_LETTERS]
