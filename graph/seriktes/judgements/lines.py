"""The judgement file read: one judgement a line, every mistake named by its line, all of it before anything is applied."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from seriktes.authority.records import load_authority
from seriktes.errors import DataError
from seriktes.judgements.statements import KINDS, TYPE_WORDS, Named, Statement, Verb
from seriktes.judgements.words import Word, brief, hint_for, words_of
from seriktes.model import ARGUMENTS, FactType, Language, Role
from seriktes.text.terminal import unseen

VERBS: tuple[Verb, ...] = get_args(Verb)
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLACE = re.compile(r"(.+)#(\w+)", re.DOTALL)
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
#: Far longer than any judgement with its sentence.
_LONGEST = 5000
_COUNTRY = re.compile(r"[A-Z]{2}|INT")
#: What a fact of each type may say besides its arguments.
_VALUES: Mapping[FactType, tuple[str, ...]] = {
    "participation": ("role",),
    "post": ("title",),
    "represents": ("title",),
    "dated": ("start", "end"),
}
FORM: Mapping[Verb, str] = {
    "same": "same THING THING",
    "different": "different THING THING",
    "rename": 'rename THING kk|ru|en "NAME"',
    "kind": "kind THING KIND",
    "country": "country THING CODE",
    "reject": "reject FACT THING… in DOCUMENT",
    "keep": "keep FACT THING… in DOCUMENT",
    "add": 'add FACT THING… in DOCUMENT "WORDS OF THE DOCUMENT"',
}


def read_statements(text: str, file: str) -> tuple[Statement, ...]:
    """The judgements of a file's text in the order of its lines.

    Raises DataError that names the line of each mistake; nothing is returned of a file with a mistake.
    """
    found: list[Statement] = []
    troubles: list[str] = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        try:
            _check_line(line.removesuffix("\r"))
            words = words_of(line)
            if words:
                found.append(_Reader(words, number).statement())
        except DataError as error:
            troubles.append(f"line {number}: {error}")
    refuse(file, troubles)
    return tuple(found)


def _check_line(line: str) -> None:
    if len(line) > _LONGEST:
        raise DataError(f"is longer than {_LONGEST} characters; one judgement a line")
    steering = unseen(line)
    if steering:
        raise DataError(f"holds a character that cannot be seen ({steering}); take it out")


def refuse(file: str, troubles: Sequence[str]) -> None:
    """Raise DataError for a file with mistakes; the first three are told, the others counted."""
    if troubles:
        more = f" (and {len(troubles) - 3} more)" if len(troubles) > 3 else ""
        raise DataError(f"{file} {'; '.join(troubles[:3])}{more}; nothing of the file was applied")


class _Reader:
    """The words of one line, taken from the left."""

    def __init__(self, words: Sequence[Word], line: int) -> None:
        self._words, self._line, self._place = words, line, 0

    def statement(self) -> Statement:
        first = self._take("a judgement")
        if first.quoted is not None or first.bare not in VERBS:
            near = difflib.get_close_matches(first.bare, VERBS, n=1)
            raise DataError(
                f"no judgement begins with {brief(first.shown)}; {f'did you mean {near[0]}?' if near else ', '.join(VERBS)}"
            )
        verb: Verb = first.bare
        readers: Mapping[str, Callable[[Verb], Statement]] = {
            "same": self._pair,
            "different": self._pair,
            "rename": self._rename,
            "kind": self._kind,
            "country": self._country,
        }
        try:
            statement = readers.get(verb, self._fact)(verb)
            if self._place < len(self._words):
                raise DataError(f"{brief(self._words[self._place].shown)} is too much")
        except DataError as error:
            raise DataError(f"{error} ({FORM[verb]})") from None
        return statement

    def _take(self, wanted: str) -> Word:
        if self._place >= len(self._words):
            raise DataError(f"{wanted} is missing")
        self._place += 1
        return self._words[self._place - 1]

    def _next_is(self, bare: str) -> bool:
        return self._place < len(self._words) and self._words[self._place] == Word(bare)

    def _thing(self) -> Named:
        word = self._take("a thing")
        if word.quoted is None and word.bare in TYPE_WORDS and self._place < len(self._words):
            following = self._words[self._place]
            if following.quoted is not None and not following.bare:
                self._place += 1
                return Named(type=TYPE_WORDS[word.bare], name=" ".join(following.quoted.split()))
        text = word.bare if word.quoted is None else word.quoted if not word.bare else ""
        place = _PLACE.fullmatch(text)
        if place:
            return Named(document=place[1], entity=place[2])
        if word.quoted is None and _KEY.fullmatch(word.bare):
            return Named(key=word.bare)
        if word.quoted is not None and not word.bare:
            raise DataError(f"{brief(word.shown)} says no type; write it before the name: org {brief(word.shown)}")
        raise DataError(f"{brief(word.shown)} is no key (small Latin letters, digits, hyphens){hint_for(word)}")

    def _value(self, wanted: str) -> str:
        word = self._take(wanted)
        if word.quoted is not None:
            raise DataError(f"{word.shown} should be {wanted}")
        return word.bare

    def _text(self, wanted: str) -> str:
        word = self._take(wanted)
        if word.quoted is None or word.bare:
            raise DataError(f"{wanted} stands in straight quotes, not {brief(word.shown)}")
        if not word.quoted.strip():
            raise DataError(f"{wanted} is empty")
        return " ".join(word.quoted.split())

    def _in(self) -> tuple[str, ...]:
        """The documents after ``in``, to the end of the line; none where nothing follows."""
        if not self._next_is("in"):
            return ()
        self._place += 1
        found = [self._document()]
        while self._place < len(self._words):
            found.append(self._document())
        return tuple(sorted(set(found)))

    def _document(self) -> str:
        word = self._take("a document after «in»")
        return word.bare if word.quoted is None else word.quoted

    def _pair(self, verb: Verb) -> Statement:
        left, right = self._thing(), self._thing()
        if left == right:
            raise DataError(f"both sides are {left.shown}")
        return Statement(self._line, verb, (left, right), self._in())

    def _rename(self, verb: Verb) -> Statement:
        thing = self._thing()
        language: Language = _one_of(self._value("kk, ru or en"), ("kk", "ru", "en"), "language")  # type: ignore[assignment]
        return Statement(self._line, verb, (thing,), language=language, text=self._text("the name"), documents=self._in())

    def _kind(self, verb: Verb) -> Statement:
        thing = self._thing()
        known = sorted({"none"}.union(*KINDS.values()))
        kind = _one_of(self._value("a kind"), known, "kind")
        return Statement(self._line, verb, (thing,), self._in(), text="" if kind == "none" else kind)

    def _country(self, verb: Verb) -> Statement:
        thing, code = self._thing(), self._value("a country code")
        if code != "none" and (not _COUNTRY.fullmatch(code) or code not in _countries()):
            raise DataError(f"{brief(code)} is no country code of ISO 3166-1 (KZ, GB, …), INT or none")
        return Statement(self._line, verb, (thing,), self._in(), text="" if code == "none" else code)

    def _fact(self, verb: Verb) -> Statement:
        fact: FactType = _one_of(self._value("a type of fact"), tuple(ARGUMENTS), "type of fact")  # type: ignore[assignment]
        things = tuple(self._thing() for _ in ARGUMENTS[fact])
        if not self._next_is("in"):
            raise DataError(f"after {', '.join(ARGUMENTS[fact])} comes «in» and the document")
        self._place += 1
        document = self._document()
        text = self._text("the words of the document") if verb == "add" else ""
        values: dict[str, str] = {}
        while self._place < len(self._words):
            name, value = _named_value(self._take("a value"))
            _check_value(fact, name, value)
            values[name] = value
        if verb == "add" and fact == "dated" and "start" not in values:
            raise DataError("a date needs start=YYYY-MM-DD")
        return Statement(self._line, verb, things, (document,), fact, tuple(sorted(values.items())), text=text)


def _countries() -> frozenset[str]:
    return frozenset(record.country for record in load_authority().records.values() if record.country) | {"INT"}


def _one_of(value: str, known: Sequence[str], noun: str) -> str:
    if value not in known:
        near = difflib.get_close_matches(value, known, n=1)
        raise DataError(f"{brief(value)} is no {noun}; {f'did you mean {near[0]}?' if near else ', '.join(known)}")
    return value


def _named_value(word: Word) -> tuple[str, str]:
    name, equals, value = word.bare.partition("=")
    if not equals or (value and word.quoted is not None):
        raise DataError(f"{brief(word.shown)} is too much")
    return name, value if word.quoted is None else " ".join(word.quoted.split())


def _check_value(fact: FactType, name: str, value: str) -> None:
    known = _VALUES.get(fact, ())
    if name not in known:
        raise DataError(f"{fact} has no {brief(name)}" + (f", only {', '.join(known)}" if known else ""))
    if name == "role":
        _one_of(value, get_args(Role), "role")
    if name in ("start", "end") and not _DATE.fullmatch(value):
        raise DataError(f"{brief(value)} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    if not value:
        raise DataError(f"{name} is empty")
