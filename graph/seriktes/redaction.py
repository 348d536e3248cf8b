"""People who must not appear: their names are blacked out of a text before anything reads it, so that no step can know them.

The list is one name a line, in any spelling. Every spelling of the three languages, case forms, initials and both orders are
found; the blacks are as long as the names, so that offsets hold.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from seriktes.documents.files import REDACTIONS, STDIN
from seriktes.errors import DataError
from seriktes.model import Document
from seriktes.records import record
from seriktes.resources import ONTOLOGY, csv_cells

if TYPE_CHECKING:
    from seriktes.judgements.statements import Statement

BLACK = "█"
#: A larger list was not written by people.
LARGEST = 2_000_000
#: Letters, and the marks and invisible characters that may stand among them.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff])*")
_BETWEEN = re.compile(r"[\s.,\-‐‑–_/+·'’ʼ&;]{0,4}|%20|&nbsp;")
_SOFT = re.compile(r"(?:ii|oi|aia|[aeiou])+$")
_LONGEST_ENDING = 5
_REACH = 3
#: Names of so few sounds take no ending.
_SHORTEST = 2


@cache
def _naming() -> ModuleType:
    """How names sound: loaded where there is a list, since most texts have none."""
    from seriktes.identity import names

    return names


@record(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    sound: str
    capital: bool


@record(frozen=True, slots=True)
class Person:
    """A name of the list: the surname, and the other words of it (given name, patronymic), as they sound."""

    surname: str
    others: tuple[str, ...]

    def called(self, word: str) -> bool:
        """Whether a word is the surname, in any case form or spelling."""
        return _is_form(word, self.surname)

    def named(self, word: str) -> bool:
        """Whether a word is another word of the name, in any case form or spelling."""
        return any(_is_form(word, other) or _naming().same_given(word, other) >= 0.9 for other in self.others if len(word) > 1)

    def begins(self, word: str) -> bool:
        """Whether a single letter is an initial of the name."""
        return len(word) == 1 and any(other.startswith(word) for other in self.others)

    def joined(self, word: str) -> bool:
        """Whether a word is given name and surname written together, as in an address."""
        stem = _stem(self.surname)
        return any(len(o) > 2 and (_stem(o) in word.replace(stem, "", 1)) and stem in word for o in self.others)


@lru_cache(maxsize=100_000)
def _stem(sound: str) -> str:
    stem = _SOFT.sub("", sound)
    return stem if len(stem) >= 3 else sound


@lru_cache(maxsize=400_000)
def _is_form(word: str, name: str) -> bool:
    """Whether a word is a name with an ending; of longer names, one slip of a sound is overlooked."""
    if len(name) <= _SHORTEST:
        return word == name  # «Ли» is no «Лига»
    stem = _stem(name)
    if not 0 <= len(word) - len(stem) <= _LONGEST_ENDING:
        return False
    return word.startswith(stem) or (len(stem) >= 5 and _naming().distance(word[: len(stem)], stem) <= 0.6)


@record(frozen=True, slots=True)
class Redactions:
    """The people of a list. Their names are looked for, never written."""

    people: tuple[Person, ...] = ()

    @property
    def digest(self) -> str:
        """What a cache of read texts must be keyed with: another list, other texts."""
        return hashlib.sha256(repr(sorted((p.surname, p.others) for p in self.people)).encode()).hexdigest()

    def mask(self, text: str) -> str:
        """The text with a black for each character of a redacted name.

        >>> read_names(["Бану Тілепова"]).mask("Б. Тілепованың сөзі, Banu Tilepova said, Асан Тілепов")
        '██ ███████████ сөзі, ████ ████████ said, Асан Тілепов'
        """
        if not self.people:
            return text
        words = [_Word(m.start(), m.end(), _naming().skeleton(m[0]), m[0][:1].isupper()) for m in _WORD.finditer(text)]
        places = sorted({place for person in self.people for place in _places(person, words, text)})
        parts, end = [], 0
        for start, stop in places:
            parts += [text[end:start], re.sub(r"\S", BLACK, text[start:stop])]
            end = max(end, stop)
        return "".join([*parts, text[end:]])

    def names(self, text: str) -> bool:
        """Whether a text names one of them."""
        from urllib.parse import unquote

        return bool(self.people) and (self.mask(text) != text or self.mask(unquote(text)) != unquote(text))

    def spared(self, statements: Iterable[Statement]) -> tuple[Statement, ...]:
        """The judgements that name none of them; the others would bring the name into tables and reports."""
        return tuple(s for s in statements if not self.names(s.shown))

    def cleared(self, document: Document) -> Document:
        """A document whose text is blacked out already, with its id, file, title, publisher and address."""
        if not self.people:
            return document
        hidden = f"redacted-{hashlib.sha256(document.id.encode()).hexdigest()[:8]}"
        changed = replace(
            document,
            id=hidden if self.names(document.id) else document.id,
            file=hidden if self.names(document.file) else document.file,
            publisher=self.mask(document.publisher) if document.publisher else document.publisher,
        )
        origin = document.origin
        if origin is None:
            return changed
        url = None if origin.url and self.names(origin.url) else origin.url
        return replace(changed, origin=replace(origin, title=self.mask(origin.title) if origin.title else None, url=url))


def _places(person: Person, words: Sequence[_Word], text: str) -> set[tuple[int, int]]:
    """Where a person is named. A surname that stands alone is theirs, unless the text gives it to others only."""
    found: set[tuple[int, int]] = set()
    alone: list[_Word] = []
    others = False
    for place, word in enumerate(words):
        if person.joined(word.sound):
            found.add((word.start, word.end))
        elif person.called(word.sound):
            beside = [w for step in (-1, 1) for w in _beside(person, words, place, step, text)]
            if beside:
                found.update(_dotted(w, text) for w in (*beside, word))
            elif _other_name(words, place, text):
                others = True
            elif word.capital or len(word.sound) > 5:
                alone.append(word)
    if found:
        alone += [w for n, w in enumerate(words) if w.capital and person.named(w.sound) and not _other_name(words, n, text)]
    if found or not others:
        found.update((word.start, word.end) for word in alone)
    return found


def _dotted(word: _Word, text: str) -> tuple[int, int]:
    """The place of a word, with the dot of an initial."""
    return word.start, word.end + (len(word.sound) == 1 and text[word.end : word.end + 1] == ".")


def _beside(person: Person, words: Sequence[_Word], place: int, step: int, text: str) -> list[_Word]:
    """The words of a name right before or after its surname; patronymics and further initials need not be on the list."""
    found: list[_Word] = []
    named = False
    for at in range(place, place + step * _REACH, step):
        if not 0 <= at + step < len(words):
            break
        left, right = sorted((words[at], words[at + step]), key=lambda w: w.start)
        word = words[at + step]
        if not _BETWEEN.fullmatch(text[left.end : right.start]):
            break
        if person.named(word.sound) or person.begins(word.sound):
            named = True
        elif not (word.capital and (len(word.sound) == 1 or _is_patronymic(text[word.start : word.end]))):
            break
        found.append(word)
    return found if named else []


@lru_cache(maxsize=10_000)
def _is_patronymic(word: str) -> bool:
    return bool(_naming().person_name(f"Asan {word} Omarov").patronymic)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(_naming().skeleton(name) for (name,) in csv_cells(ONTOLOGY, "names/given.csv", "name"))


def _other_name(words: Sequence[_Word], place: int, text: str) -> bool:
    """Whether a word stands beside another capitalised word or initial: a name of somebody else."""
    for other in (place - 1, place + 1):
        if 0 <= other < len(words) and words[other].capital:
            word = words[other]
            left, right = sorted((words[place], word), key=lambda w: w.start)
            initial = len(word.sound) == 1
            first = other < place and _begins_sentence(word, text) and word.sound not in _given_names()
            if re.fullmatch(r"\.? ?" if initial else " ", text[left.end : right.start]) and not (first and not initial):
                return True
    return False


def _begins_sentence(word: _Word, text: str) -> bool:
    """Whether a word is capitalised only for its place, as far as that can be told: «Директор Тілепова»."""
    before = text[: word.start].rstrip(" «\"'(")
    return not before or before[-1] in ".!?\n:"


def read_names(lines: Iterable[str]) -> Redactions:
    """The list as given, one name a line; empty lines and what follows # are passed over."""
    names = [line.partition("#")[0].strip() for line in lines]
    return Redactions(tuple(_person(name) for name in dict.fromkeys(names) if name))


def _person(name: str) -> Person:
    parts = _naming().person_name(name)
    words = [_naming().skeleton(m[0]) for m in _WORD.finditer(name)]
    surname = parts.surname if parts.surname in words else (words[-1] if words else "")
    if len(surname) < 2:
        raise DataError(f"{name!r} is no name to redact; write given name and surname")
    return Person(surname, tuple(word for word in words if word != surname))


def read_list(path: Path) -> Redactions:
    """The people of a file. Raises DataError when it cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise DataError(f"{path}: is larger than {LARGEST // 1_000_000} MB; is it a list of names?")
        return read_names(data.decode("utf-8-sig").splitlines())
    except OSError as error:
        raise DataError(f"{path}: the redaction list cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from error


def redactions_for(paths: Iterable[Path], out: Path | None = None) -> Redactions:
    """The lists ``redactions.txt`` beside the documents and in the folder of the results, all of them together."""
    folders = [path if path.is_dir() else path.parent for path in paths if str(path) != STDIN]
    found = {
        (f / REDACTIONS).resolve(): f / REDACTIONS for f in [*folders, *([out] if out else [])] if os.path.lexists(f / REDACTIONS)
    }
    return Redactions(tuple(dict.fromkeys(person for path in found.values() for person in read_list(path).people)))
