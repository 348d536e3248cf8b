"""A sentence as the name patterns see it: words with their shapes, listed names, quoted strings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Literal, NamedTuple

from seriktes.authority.keys import is_acronym
from seriktes.authority.matching import Match, matcher
from seriktes.mentions.lists import Lists, lists_of
from seriktes.model import Document, EntityType, Language, Mention, Sentence, Token
from seriktes.records import Kept, told_once
from seriktes.text import kazakh
from seriktes.text.scripts import fold

Shape = Literal["title", "caps", "acronym", "initial", "lower", "number", "mark"]
_CAPITALS = frozenset({"title", "caps", "acronym", "initial"})

_QUOTES = {"«": "»", "“": "”", "„": "“", "‹": "›"}
_CLOSING = frozenset('»”“"›')
_LONGEST_QUOTED = 14
_BULLETS = frozenset("-–—•*|/:©")


#: Arabic articles that stand before a surname: ас-Сафади, al-Thani.
_ARTICLES = tuple("әл- аль- эль- ат- ас- аш- ан- ар- аз- ад- al- el- at- as- ash- an- ar- az- ad-".split())


def shape_of(word: str) -> Shape:
    """How a word is written.

    >>> [shape_of(w) for w in ("Астана", "ФАНГ", "БҰҰ-ның", "С.", "форум", "2021", "«", "МакГрегор", "KazAID")]
    ['title', 'acronym', 'acronym', 'initial', 'lower', 'number', 'mark', 'title', 'acronym']
    """
    if word.isalpha() and (word.islower() or (word[1:].islower() and word[0].isupper())):
        return "lower" if word.islower() else "title"  # most words
    if not word[0].isalnum():
        return "mark"
    if word[0].isdigit():
        return "number"
    if word.endswith(".") and len(word) <= 3:
        return "initial"
    if not word.strip("ХIІVXLС"):
        return "number"
    bare = word.split("-")[0] if "-" in word and not word.isupper() else word
    if len(bare) > 1 and is_acronym(bare):
        return "caps" if len(bare) > 7 and bare.isupper() else "acronym"
    if word[0].isupper() or (word.startswith(_ARTICLES) and word.split("-")[1][:1].isupper()):
        return "title"
    return "lower"


class Word(NamedTuple):
    """A token as written, with its shape, its folded letters, and whether it begins with a capital letter."""

    token: Token
    text: str
    shape: Shape
    fold: str
    capital: bool


def _seen(text: str) -> tuple[str, Shape, str, bool]:
    shape = shape_of(text)
    return text, shape, fold(text), shape in _CAPITALS


_seen_in = Kept(_seen)


def _words(tokens: Sequence[Token]) -> tuple[Word, ...]:
    seen = map(_seen_in.__getitem__, [token.text for token in tokens])
    return tuple([_new(Word, (token, *told)) for token, told in zip(tokens, seen, strict=True)])


#: What ``Word(…)`` does, without putting its arguments in order first.
_new = tuple.__new__


class Reading:
    """One sentence, read once and shared by all patterns."""

    def __init__(self, document: Document, sentence: Sentence, language: Language | None = None) -> None:
        self.document = document
        self.sentence = sentence
        self.language: Language = language or sentence.language
        self.words: tuple[Word, ...] = _words(sentence.tokens)
        self.lists: Lists = lists_of(self.language)
        self.persons: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.words)

    def know_persons(self, persons: Iterable[Mention]) -> None:
        """Remember whose names stand where: no other name reaches into a person's."""
        spans = [(p.start, p.end) for p in persons]
        starts = [w.token.start for w in self.words] if spans else []
        self.persons = frozenset(i for span in spans for i in range(*map(partial(bisect_left, starts), span)))

    def know_persons_of(self, other: Reading) -> None:
        """Take over what another reading of the same sentence knows."""
        self.persons = other.persons

    @told_once
    def first(self) -> int:
        """Index of the first word, past bullets and opening quotes: its capital tells nothing."""
        return next((i for i, w in enumerate(self.words) if w.shape != "mark" and w.shape != "number"), 0)

    @told_once
    def shouting(self) -> bool:
        """Whether the sentence is in capitals: there, capitals tell nothing."""
        letters = [text for w in self.words if len(text := w.text) > 1 and text[0].isalpha()]
        return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.7 * len(letters)

    @told_once
    def titled(self) -> bool:
        """Whether it is an English headline With Capitals On Every Word."""
        if self.language != "en" or len(self.words) < 5 or self.words[-1].text in ".!?":
            return False
        long = [w for w in self.words if len(w.text) > 3 and w.text[0].isalpha()]
        return len(long) > 3 and sum(w.capital for w in long) > 0.85 * len(long)

    @told_once
    def quotes(self) -> Mapping[int, int]:
        """Opening to closing index of short quoted strings, in any style of quotes."""
        return dict(_quoted(self.words))

    @told_once
    def quotes_back(self) -> Mapping[int, int]:
        """Closing to opening index."""
        return {close: start for start, close in sorted(self.quotes.items(), reverse=True)}

    @told_once
    def brackets(self) -> Sequence[int]:
        """Where brackets are opened."""
        return [i for i, word in enumerate(self.words) if word.text == "("]

    @told_once
    def listed(self) -> Sequence[Match]:
        """Authority names in the sentence, left to right."""
        return tuple(matcher().find(self.sentence.tokens, self.language))

    @told_once
    def listed_at(self) -> Mapping[int, Match]:
        """Each index inside an authority name to its match."""
        return {i: match for match in self.listed for i in range(match.start, match.end)}

    def is_place(self, index: int) -> bool:
        """Whether the word belongs to a listed place."""
        match = self.listed_at.get(index)
        return match is not None and match.records[0].type == "Place"

    def is_organization(self, index: int) -> bool:
        """Whether the word belongs to a listed organisation."""
        match = self.listed_at.get(index)
        return match is not None and match.records[0].type == "Organization"

    def text(self, index: int) -> str:
        """The word at an index, empty outside the sentence."""
        return self.words[index].text if 0 <= index < len(self.words) else ""

    def lower(self, index: int) -> str:
        """The folded word at an index, empty outside the sentence."""
        return self.words[index].fold if 0 <= index < len(self.words) else ""

    def capital(self, index: int) -> bool:
        """Whether a word stands at the index and begins with a capital."""
        return 0 <= index < len(self.words) and self.words[index].capital

    def case(self, index: int) -> kazakh.Case:
        """The Kazakh case of a word."""
        return kazakh.case_of(self.words[index].text)

    def mention(
        self,
        start: int,
        end: int,
        type_: EntityType,
        rule: str,
        score: float = 1.0,
        kind: str | None = None,
        country: str | None = None,
        authority: str | None = None,
    ) -> Mention:
        """A mention of ``words[start:end]``; a quote pair around the whole is left out."""
        while self.quotes.get(start) == end - 1 and end - start > 2:
            start, end = start + 1, end - 1
        first, last = self.words[start].token.start, self.words[end - 1].token.end
        return Mention(first, last, self.document.text[first:last], type_, kind, country, authority, rule, score)


def _quoted(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    opened: list[tuple[int, str]] = []
    for place, word in enumerate(words):
        text = word.text
        if text == '"':
            text = _straight(words, place, opened)
        if opened and text == opened[-1][1]:
            start = opened.pop()[0]
            if 1 < place - start <= _LONGEST_QUOTED:
                yield start, place
        elif text in _QUOTES:
            opened.append((place, _QUOTES[text]))
        elif text in _CLOSING and opened:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][1] == text:
                    start = opened[depth][0]
                    del opened[depth:]
                    if 1 < place - start <= _LONGEST_QUOTED:
                        yield start, place
                    break
    yield from _half_closed(words, opened)


def _half_closed(words: Sequence[Word], opened: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """«Объединение казахов «Мирас»: two quotation marks opened, one closed for both."""
    for start, mark in opened:
        closing = [i for i in range(start + 2, min(len(words), start + _LONGEST_QUOTED + 1)) if words[i].text == mark]
        nested = any(words[i].text == words[start].text for i in range(start + 1, closing[0])) if closing else False
        if nested:
            yield start, closing[0]


def _straight(words: Sequence[Word], place: int, opened: list[tuple[int, str]]) -> str:
    """What a straight quote does here: opens («"»), closes, or nothing."""
    if opened and opened[-1][1] == '"':
        return '"'
    following = words[place + 1] if place + 1 < len(words) else None
    if following is not None and following.token.start == words[place].token.end:
        opened.append((place, '"'))
    return ""
