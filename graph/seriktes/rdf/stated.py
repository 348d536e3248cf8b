"""Stated countries: where the text itself says which country an organisation is of.

The known country comes with the organisation. It is *stated* where a word for it stands in the name («ҚР СІМ»,
«Мәскеу мемлекеттік университеті»), right before it («британдық "ConnectFutures" қоры») or in brackets behind it.
Nothing else is stated: a country that only an authority list knows stays known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from seriktes.authority.records import load_authority
from seriktes.model import Annotation, Document, Entity, Fact, Mention, Sentence, Span

RULE = "stated-country"
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SETTLED = frozenset({"country", "region", "settlement"})
_ENDINGS = "аяоеиіуыйьәүұө"
#: A case ending and a possessive are this long at most: «Қазақстан|дағы», «Узбекистан|а», «Республика|сының».
_LONGEST_ENDING = 6
_SHORTEST_STEM = 4
_QUOTED = re.compile(r"[«“„\"][^«»“”„\"]*[»”\"]")
_BRACKET = re.compile(r"\s{0,2}\(([^()]{2,60})\)")


def _stem(word: str) -> str:
    bare = word.rstrip(_ENDINGS)
    return bare if len(bare) >= _SHORTEST_STEM else word


class Runs:
    """Runs of words to look for in texts, found by the beginning of their first word."""

    def __init__(self) -> None:
        self._by_beginning: dict[str, set[tuple[str, ...]]] = {}

    def add(self, run: tuple[str, ...]) -> None:
        """Take in a run of lower-case words, in the form lists give them."""
        if run:
            self._by_beginning.setdefault(run[0][:_SHORTEST_STEM], set()).add(run)

    def in_words(self, words: list[str]) -> bool:
        """Whether one of the runs stands in some lower-case words, each word with whatever case ending."""
        return any(
            _stands(run, words[place:])
            for place, word in enumerate(words)
            for run in self._by_beginning.get(word[:_SHORTEST_STEM], ())
        )


def _begins(word: str, name: str) -> bool:
    stem = _stem(name)
    return word == name or (len(stem) >= _SHORTEST_STEM and word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING)


def _stands(run: tuple[str, ...], words: list[str]) -> bool:
    return len(words) >= len(run) and all(_begins(word, name) for word, name in zip(words, run, strict=False))


class CountryWords:
    """The words for one country: acronyms, its names and adjectives, and the names of its regions and towns."""

    def __init__(self) -> None:
        self.acronyms: set[str] = set()
        self.names = Runs()
        self.towns = Runs()

    def in_text(self, text: str, towns: bool = True) -> bool:
        """Whether the text has a word for the country. Names of towns do not count in quotes («Орал-Еуразия»)."""
        words = _WORD.findall(text)
        if any(word.split("-")[0] in self.acronyms for word in words):
            return True
        if self.names.in_words([word.casefold() for word in words]):
            return True
        return towns and self.towns.in_words([word.casefold() for word in _WORD.findall(_QUOTED.sub(" ", text))])


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(name.casefold()))


@cache
def country_words() -> Mapping[str, CountryWords]:
    """The words for each country, from the authority lists."""
    authority = load_authority()
    found: dict[str, CountryWords] = {}
    for record in authority.records.values():
        country = authority.country_of(record.key)
        if record.type != "Place" or record.kind not in _SETTLED or not country:
            continue
        words = found.setdefault(country, CountryWords())
        for language in record.names:
            for name in record.names[language]:
                (words.names if record.kind == "country" else words.towns).add(_words(name))
            if record.kind == "country":
                words.acronyms.update(record.shorts[language])
    for adjectives in authority.demonyms.values():
        for adjective, country in adjectives.items():
            found.setdefault(country, CountryWords()).names.add(_words(adjective))
    return found


def _beside(mention: Mention, text: str) -> Iterator[Span]:
    """The name with the word before it, and the name with the bracket behind it."""
    before = list(_WORD.finditer(text, max(0, mention.start - 40), mention.start))
    if before and not re.search(r"[.;:!?\n]", text[before[-1].end() : mention.start]):
        yield Span(before[-1].start(), mention.end)
    bracket = _BRACKET.match(text, mention.end)
    if bracket:
        yield Span(mention.start, bracket.end())


def stating_words(entity: Entity, document: Document) -> Span | None:
    """Where the text first says the country of an organisation in or beside its name; None when it does not.

    A person's country is that of the institutions the person speaks for, and a country states itself: only
    organisations are looked at.
    """
    words = country_words().get(entity.country or "")
    if words is None or entity.type != "Organization":
        return None
    for mention in sorted(entity.mentions):
        if words.in_text(mention.text):
            return Span(mention.start, mention.end)
        for span in _beside(mention, document.text):
            if words.in_text(document.slice(span), towns=False):
                return span
    return None


def _passage(span: Span, annotation: Annotation) -> Span:
    """The passage to show for some words: the shortest evidence of a fact around them, else their sentence."""
    evidence = [fact.evidence for fact in annotation.facts if fact.evidence.covers(span)]
    if evidence:
        return min(evidence, key=lambda passage: (len(passage), passage.start))
    sentences: list[Sentence] = [s for s in annotation.document.sentences if s.covers(span)]
    return Span(sentences[0].start, sentences[0].end) if sentences else span


def stated_countries(annotation: Annotation) -> Iterator[tuple[Entity, Fact]]:
    """The entities whose country the text states, each with the claim as a fact with evidence, rule and confidence."""
    for entity in annotation.entities:
        span = stating_words(entity, annotation.document)
        if span:
            yield entity, Fact("located", {}, _passage(span, annotation), {}, 0.9, RULE)
