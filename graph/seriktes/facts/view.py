"""A sentence as the frames see it: words and mentions in one row, each mention one item."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from seriktes.facts.data import searched
from seriktes.facts.phrases import Near
from seriktes.model import Document, Entity, EntityType, Language, Mention, Sentence, Span, Token
from seriktes.records import record, told_once
from seriktes.text import kazakh, russian
from seriktes.text.russian_names import in_mans_genitive

#: Places a name can stand in; English names and unknown words allow any.
ANY_CASE: frozenset[str] = frozenset()
#: A man's surname without an ending stands in the nominative, whatever plural the dictionary takes it for («Токаев»).
_BARE_SURNAME = re.compile(r"[^\W\d_]{2,}(?:[оеё]в|[иы]н|[сц]кий)$")
#: Surnames without cases: «Назарзода», «Кадыр уулу», «Черных».
_UNDECLINED = re.compile(r"(?:зод[аэ]|заде|оглы|кызы|улы|уулу|[ыи]х)$")

#: «Асановқа», «Асанұлына», «Асановадан»: behind these a Kazakh ending is none of the name's.
_DECLINED = re.compile(r"(?:[оеё]ва?|[иы]на?|ұлы|қызы|тегі)(?:[қкғгн][ае]|[дтн][ыі]|[дт][ае])$")

_CYRILLIC = re.compile("[а-яё]")
_BRACKETS = ("(", ")")
#: Events told only by a verb: the verb stays a word of the row, so that frames see it.
DEEDS = ("event.deed", "event.told")


@record(frozen=True, slots=True, order=True)
class Item(Span):
    """A word, a punctuation mark, or a whole mention. ``cases`` is empty where the form does not tell."""

    text: str
    mention: Mention | None = None
    entity: Entity | None = None
    cases: frozenset[str] = ANY_CASE

    @property
    def type(self) -> EntityType | None:
        """The entity type of a mention; None for words."""
        return self.entity.type if self.entity else None

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    def may_be(self, *cases: str) -> bool:
        """Whether the item can stand in one of the cases."""
        return not self.cases or not self.cases.isdisjoint(cases)


@record(frozen=True)
class View:
    """One sentence: its items in order, and the row of their words that trigger patterns are matched against."""

    sentence: Sentence
    items: tuple[Item, ...]
    number: int
    caption: bool = False

    @told_once
    def language(self) -> Language:
        """The language of the sentence."""
        return self.sentence.language

    @told_once
    def span(self) -> Span:
        """The characters of the sentence: what a fact gives as its evidence."""
        return Span(self.sentence.start, self.sentence.end)

    @told_once
    def row(self) -> tuple[str, tuple[int, ...]]:
        """All items as one string, ``" қазан <Event> өтті . "``, and where in it each item begins."""
        starts = accumulate(map(len, self.parts), lambda place, length: place + length + 1, initial=1)
        return f" {' '.join(self.parts)} " if self.parts else " ", tuple(starts)[:-1]

    @told_once
    def parts(self) -> tuple[str, ...]:
        """The words of the row, one an item."""
        parts = [
            word.replace(" ", "_") if item.entity is None else f"<{item.entity.type}>"
            for item, word in zip(self.items, self.words, strict=True)
        ]
        for place in [i for i, item in enumerate(self.items) if item.text == "May"] if self.language == "en" else ():
            parts[place] = "may_" if place else parts[place]  # the month, not the verb
        return tuple(parts)

    @told_once
    def near(self) -> Near:
        """By list of ``facts/words`` and family of frames, where words stand that a pattern of it is looked up by."""
        return searched(self.language).near(self.parts)

    @told_once
    def said(self) -> dict[str, bool]:
        """What was asked of the whole row already, by name: see :func:`seriktes.facts.word_lists.says`."""
        return {}

    @told_once
    def asserted(self) -> dict[tuple[str, int, int, int], bool]:
        """What triggers were asked already whether they are asserted: see :func:`seriktes.facts.agents.asserted`."""
        return {}

    @told_once
    def triggered(self) -> dict[str, list[Any]]:
        """The frames that were looked for already, by family: see :func:`seriktes.facts.frames.find_triggers`."""
        return {}

    def mentions(self, *types: EntityType) -> list[int]:
        """Indexes of the items that are mentions of the given types (of any, when none is given)."""
        told = self.mentioned
        if len(types) == 1:
            return told[types[0]].copy() if types[0] in told else []
        return sorted(index for kind in types or told if kind in told for index in told[kind])

    @told_once
    def mentioned(self) -> dict[EntityType, list[int]]:
        """Indexes of the mentions by their type, for the types that are mentioned."""
        found: dict[EntityType, list[int]] = {}
        for index, item in enumerate(self.items):
            if item.entity is not None:
                found.setdefault(item.entity.type, []).append(index)
        return found

    def word(self, index: int) -> str:
        """The lower-case word at an index, empty for mentions and outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    @told_once
    def words(self) -> tuple[str, ...]:
        """All items as :meth:`word` tells them."""
        return tuple(["" if item.entity is not None else item.text.lower() for item in self.items])


def make_views(document: Document, entities: Sequence[Entity]) -> tuple[View, ...]:
    """All sentences of the document as rows of items."""
    told = ((m, e) for e in entities for m in e.mentions if m.rule not in DEEDS)
    owners = sorted(told, key=lambda pair: (pair[0].start, -pair[0].end))
    views, place = [], 0
    for number, sentence in enumerate(document.sentences):
        while place < len(owners) and owners[place][0].end <= sentence.start:
            place += 1
        here = []
        for mention, entity in owners[place:]:
            if mention.start >= sentence.end:
                break
            here.append((mention, entity))
        caption = any(c.overlaps(Span(sentence.start, sentence.end)) for c in document.captions)
        views.append(View(sentence, tuple(_items(sentence, here)), number, caption))
    return tuple(views)


def _items(sentence: Sentence, mentions: Sequence[tuple[Mention, Entity]]) -> list[Item]:
    if not mentions:
        return [Item(token.start, token.end, token.text) for token in sentence.tokens]
    items: list[Item] = []
    queue = list(mentions)
    inside: Span | None = None
    for token in sentence.tokens:
        if inside is not None and token.start < inside.end:
            continue
        if queue and queue[0][0].start < token.end:
            mention, entity = queue.pop(0)
            if mention.start < token.start and items and inside and mention.start < inside.end:
                continue
            first, end = (bisect_left(sentence.tokens, edge, key=_start) for edge in (mention.start, mention.end))
            inner = sentence.tokens[first:end]
            items.append(
                Item(mention.start, mention.end, mention.text, mention, entity, _cases(inner, sentence.language, entity))
            )
            if sentence.language == "kk" and entity.type == "Place" and end < len(sentence.tokens):
                items[-1] = _with_its_noun(items[-1], sentence.tokens[end].text)
            inside = mention
            if mention.start <= token.start and mention.end < token.end:
                items.append(Item(mention.end, token.end, token.text[mention.end - token.start :]))
            continue
        items.append(Item(token.start, token.end, token.text))
    return items


def _with_its_noun(place: Item, following: str) -> Item:
    """«Женева қаласында», «Алматы қаласынан»: the noun behind a place bears its case."""
    if not following.lower().startswith(("қаласы", "облысы", "ауданы", "ауылы", "өңірі", "елі", "төрін", "шаһары")):
        return place
    return replace(place, cases=frozenset({kazakh.case_of(following)}))


def _start(token: Token) -> int:
    return token.start


def _cases(tokens: Sequence[Token], language: Language, entity: Entity) -> frozenset[str]:
    words = [t.text for t in tokens if t.text[0].isalnum()]
    if not words or language == "en":
        return ANY_CASE
    if language == "kk":
        case = kazakh.case_of(words[-1])
        # «Назарзода», «Линда»: on a person's name a short ending may belong to the name, but for surnames that tell where they end.
        unclear = entity.type == "Person" and case in ("loc", "acc", "dat") and not _DECLINED.search(words[-1])
        return frozenset({case, "nom"}) if unclear else frozenset({case})
    return _russian_cases(words, entity)


def _russian_cases(words: Sequence[str], entity: Entity) -> frozenset[str]:
    if entity.type == "Person":
        if in_mans_genitive(words):
            return frozenset({"gen", "acc"})
        found = [
            frozenset({"nom"}) if _BARE_SURNAME.search(w) else russian.cases_of(w)
            for w in words
            if len(w) > 2 and not _UNDECLINED.search(w)
        ]
        found = [f for f in found if f]
        together = frozenset.intersection(*found) if found else ANY_CASE
        return together or (found[-1] if found else ANY_CASE)
    if words[0].isupper() and (len(words) == 1 or (len(words[0]) > 1 and not all(word.isupper() for word in words[1:]))):
        return ANY_CASE  # «МИД Казахстана», «ТПП Омской области»: what follows an acronym tells no case of its own
    told = ANY_CASE
    for word in words:
        kind = russian.part_of_speech(word) if _CYRILLIC.search(word.lower()) else None
        if kind not in ("NOUN", "ADJF", "PRTF"):
            continue
        cases = russian.cases_of(word)
        told = told & cases or told if told else cases  # «Контактной группы»: the noun tells what its adjective leaves open
        if kind == "NOUN":
            break
    return told


def words_between(view: View, left: int, right: int) -> list[str]:
    """Lower-case words strictly between two items; mentions appear as their type in angle brackets."""
    return [f"<{i.type}>" if i.entity else i.lower for i in view.items[left + 1 : right]]


def _counted(view: View, place: int, step: int) -> bool:
    """Whether a number in brackets stands at a place, read in the direction of ``step``."""
    inside = [view.word(place + k * step) for k in range(3)]
    return inside[1].isdigit() and {inside[0], inside[2]} == {"(", ")"}


def _same_again(view: View, place: int, step: int) -> bool:
    """Whether a bracket at a place, read in the direction of ``step``, holds only the short name of the mention before it."""
    first = place if step > 0 else place - 2
    if view.language == "en" or first < 1 or view.word(first) != "(" or view.word(first + 2) != ")":
        return False
    inside = view.items[first + 1].entity
    return inside is not None and inside is view.items[first - 1].entity


def coordinated(view: View, index: int, joins: frozenset[str]) -> list[int]:
    """The mentions of one type that stand in one list with the mention at ``index``: «X, Y және Z».

    ``joins`` are commas and the words for *and*; up to two lower-case words between a join and a name are passed over
    («X and the Y», «Y қаласы және Z»).
    """
    kind = view.items[index].type
    found = [index]
    for step in (1, -1):
        place, loose, joined = index + step, 0, False
        while 0 <= place < len(view.items):
            item = view.items[place]
            if item.entity:
                if item.type != kind or not joined:
                    break
                found.append(place)
                loose, joined = 0, False
            elif item.lower in joins:
                joined = True
            elif item.text in _BRACKETS and (_counted(view, place, step) or _same_again(view, place, step)):
                place += 2 * step  # "from Uzbekistan (30), Tajikistan (5)", «X ұйымының (PRI), Y қорының»
            else:
                loose += 1
                if loose > 2 or not item.text[0].isalpha() and item.text not in '«»“”"':
                    break
            place += step
    return sorted(found)
