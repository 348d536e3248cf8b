"""Year and place that an event's own name tells: «… fest-2022», «Встреча на Эльбе», "Forum in Osh"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriktes.facts.context import Context
from seriktes.facts.word_lists import words
from seriktes.model import Entity, Fact, Language, Mention, Span
from seriktes.text import russian
from seriktes.text.dates import find_dates

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: How many words may stand between the preposition and the place: «на площади Республики».
_TYPE_WORDS = 1
#: The length of an ISO day.
_DAY = 10
#: Names longer than this are known again in another case: «Петропавловске» for «Петропавловска».
_STEM = 5


def told_by_names(context: Context) -> Iterator[Fact]:
    """The year and the place in the names of events."""
    places = [e for e in context.entities if e.type == "Place" and e.kind not in ("macroregion", "country")]
    for entity in context.entities:
        if entity.type != "Event":
            continue
        years = {m for mention in entity.mentions for m in _YEAR.findall(mention.text)}
        if len(years) == 1:
            year = years.pop()
            evidence = _sentence(context, entity.mentions[0])
            if evidence is not None:
                start, end = _day(context, entity, year) or (year, year)
                yield Fact("dated", {"subject": entity.id}, evidence, {"start": start, "end": end}, 0.6, "name.year")
        yield from _placed(context, entity, places)


def _day(context: Context, event: Entity, year: str) -> tuple[str, str] | None:
    """The one day, without its year, of the sentence that names «… – 2025»: a day of that year, in a report without a date."""
    if context.document.published is not None:
        return None
    for span in [s for mention in event.mentions if (s := _sentence(context, mention)) is not None]:
        days = find_dates(context.document.text, f"{year}-07-01", span.start, span.end)
        days = tuple(d for d in days if d.anchored and len(d.start_date or "") == _DAY and d.end_date)
        if len(days) == 1:
            return days[0].start_date or "", days[0].end_date or ""
    return None


def _placed(context: Context, event: Entity, places: list[Entity]) -> Iterator[Fact]:
    language = context.document.language
    for mention in event.mentions:
        for place in places:
            at = _position(mention.text, place)
            if at > 0 and stands_in(mention.text[:at], language):
                evidence = _sentence(context, mention)
                if evidence is not None:
                    yield Fact("located", {"subject": event.id, "place": place.id}, evidence, {}, 0.7, "name.place")
                return


def _position(name: str, place: Entity) -> int:
    """Where a place stands in an event's name, in any of the forms the document uses for it; -1: nowhere."""
    known = dict.fromkeys(m.text for m in place.mentions if m.text[:-1] in name)
    forms = [rf"(?<!\w){re.escape(text)}(?!\w)" for text in known]
    forms += [rf"(?<!\w){re.escape(text[:-1])}\w{{0,2}}(?!\w)" for text in known if " " not in text and len(text) > _STEM]
    found = (re.search(form, name) for form in forms)
    return next((m.start() for m in found if m), -1)


def stands_in(before: str, language: Language) -> bool:
    """Whether what stands before a place in an event's name says that the event took place there.

    >>> stands_in("Встреча на ", "ru"), stands_in("Освобождение ", "ru"), stands_in("Форум в городе ", "ru")
    (True, False, True)
    """
    listed = words(language, "places_by") if language == "ru" else ("in", "at")
    last = re.findall(r"\w+", before.lower())[-1 - _TYPE_WORDS :]
    if not last or language == "kk":
        return False
    return last[-1] in listed or (len(last) > 1 and last[0] in listed and _type_word(last[1], language))


def _type_word(word: str, language: Language) -> bool:
    if language != "ru":
        return word in ("the",)
    return russian.part_of_speech(word) == "NOUN"


def _sentence(context: Context, mention: Mention) -> Span | None:
    return next((v.span for v in context.views if v.sentence.start <= mention.start < v.sentence.end), None)
