"""Place and date that stand right behind an English event's name, and cities said to host it, be it past or to come.

"The next session, to be held in Baku in May 2026", "Tashkent will host the next round": such events are told only here.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.context import Context
from seriktes.facts.events.later_days import of_the_event
from seriktes.facts.frames import Trigger, find_triggers
from seriktes.facts.posts.title_words import is_post_word
from seriktes.facts.view import View
from seriktes.facts.word_lists import says, word_pattern, words
from seriktes.model import Entity, Fact, Span

#: Words that may stand between an event and its place or date.
_LINKS = frozenset(
    """in at on from , ” " » the city of to be held took taking take takes place which was is will hosted by scheduled for planned due
    convened opened organised organized late early mid during month year capital""".split()
)
_FURTHEST = 9
#: What is done to houses, books and firms as well as to events.
_MADE = frozenset(("opened", "completed", "received", "concluded"))
_HELPING = frozenset(("will", "is", "to", "has", "was", "are", "which", "that", "again", "also", "once"))


def beside_events(context: Context) -> Iterator[Fact]:
    """``located``, ``dated`` and a host's ``participation`` that the words beside an event state."""
    for view in context.naming("Event"):
        if view.language != "en" or says(view, "denied"):
            continue
        for index in view.mentions("Event"):
            event = view.items[index].entity
            if event is not None:
                yield from _behind(context, view, index, event)
                yield from _hosting(view, index, event)


def place_of_another(view: View, index: int, event: Entity) -> bool:
    """Whether a place stands right behind another event than the one given: it is that one's place."""
    before = [i for i in view.mentions("Event") if i < index]
    owner = view.items[before[-1]].entity if before and before[-1] + 3 >= index else None
    return view.language == "en" and owner is not None and owner is not event and _linked(view, before[-1] + 1, index)


def date_of_another(view: View, date: Span, event: Entity) -> bool:
    """ "During the visit to the UK (3-4 November)": a date right behind another English event than the one given is that one's."""
    place = next((i for i, item in enumerate(view.items) if item.start >= date.start), 0) - 1 if view.language == "en" else -1
    near = {view.word(i) for i in range(max(0, place - _FURTHEST), place + 1)}
    if event.kind == "meeting" and {"visit", "to"} <= near and view.word(place) == "on":
        return True  # "saw it during the visit of their delegation to the country on 25 September"
    for index in range(place, max(-1, place - _FURTHEST), -1):
        item = view.items[index]
        if item.type == "Event":
            return item.entity is not event
        if item.type != "Place" and item.lower not in _LINKS and item.text != "(":
            return False
    return False


def _behind(context: Context, view: View, index: int, event: Entity) -> Iterator[Fact]:
    last = index
    for place in range(index + 1, min(len(view.items), index + _FURTHEST)):
        item = view.items[place]
        if item.entity is not None and item.type == "Place" and _linked(view, last + 1, place) and place > last + 1:
            if item.entity.kind != "macroregion" and (last == index or view.word(place - 1) == ","):
                yield Fact("located", {"subject": event.id, "place": item.entity.id}, view.span, {}, 0.65, "happening.beside")
            last = place
        elif item.entity is not None or item.text in ".;:!?":
            break
    end = view.items[last].end
    for date in context.dates_in(view.span):
        start = next((i for i in range(last + 1, len(view.items)) if view.items[i].start >= date.start), len(view.items))
        if date.start >= end and start - last <= _FURTHEST and start > last + 1 and _linked(view, last + 1, start):
            when = of_the_event(view, event, date)
            values = {"start": when.start_date or "", "end": when.end_date or ""}
            yield Fact("dated", {"subject": event.id}, view.span, values, 0.65, "happening.beside")
            return


def _linked(view: View, first: int, last: int) -> bool:
    return all(view.word(i) in _LINKS for i in range(first, last))


def _hosting(view: View, index: int, event: Entity) -> Iterator[Fact]:
    """ "Tashkent will host the next round of consultations", "the summit, which Kazakhstan is to host"."""
    verbs = [i for i in range(max(0, index - 8), min(len(view.items), index + 8)) if view.word(i) in words("en", "hosting")]
    for verb in verbs:
        subject = verb - 1
        while subject > 0 and view.word(subject) in _HELPING:
            subject -= 1
        entity = view.items[subject].entity if subject >= 0 else None
        if entity is None or entity.type != "Place" or view.word(subject - 1) in ("in", "from", "of", "at"):
            continue
        evidence = Span(view.span.start, view.span.end)
        if entity.kind == "country":
            yield Fact(
                "participation", {"agent": entity.id, "event": event.id}, evidence, {"role": "host"}, 0.6, "happening.hosting"
            )
        elif index > verb:
            yield Fact("located", {"subject": event.id, "place": entity.id}, evidence, {}, 0.65, "happening.hosting")
        return


def journey_to(view: View, index: int) -> bool:
    """ "A visit to Tashkent", "the trip to the city of Osh", "visited Samarkand"."""
    place = index - 1
    while place > index - 5 and view.word(place) not in ("to", *words("en", "visiting"), ""):
        place -= 1
    if view.word(place) != "to":
        return view.word(place) in words("en", "visiting")
    item = view.items[place - 1] if place else None
    if item is not None and (item.type == "Person" or item.text.isdigit()):  # "a visit by X on 3 and 4 May 2018 to Osh"
        return any(view.items[i].lower.endswith(("visit", "trip")) for i in view.mentions("Event") if i < place)
    return item is not None and (item.type == "Event" or item.lower in words("en", "journeys_to"))


def of_something_else(view: View, triggers: list[Trigger]) -> bool:
    """ "The university's branch was opened in Astana": without an event's noun, what an English sentence opens is no event."""
    if view.language != "en" or word_pattern("en", "event_nouns").search(view.row[0].replace(" to launch ", " ")):
        return False
    return bool(triggers) and all(view.word(t.last) in _MADE and _passive(view, t) for t in triggers)


def _passive(view: View, trigger: Trigger) -> bool:
    return any(view.word(i) in ("was", "were", "been", ",") for i in range(trigger.first - 2, trigger.first))


def of_other_events(view: View, trigger: Trigger) -> bool:
    """ "The agreements reached at the summits held in Dushanbe": a participle behind a noun in the plural tells only of those."""
    before = view.items[trigger.first - 1] if trigger.first else None
    if (
        view.language != "en"
        or before is None
        or before.entity
        or view.word(trigger.first) not in ("held", "organised", "organized")
    ):
        return False
    noun = before.lower
    return (
        noun.endswith("s") and word_pattern("en", "event_nouns").search(f" {noun} ") is not None and noun not in ("talks", "was")
    )


def where_posted(view: View, index: int) -> bool:
    """ "The UNDP Representative in Uzbekistan", "ambassadors of the Nordic countries in Almaty": where a post is held."""
    place = index - 1 - (view.word(index - 1) == "the")
    if view.language != "en" or view.word(place) not in ("in", "to", "for"):
        return False
    while place and not is_post_word(view.word(place - 1) or "-", "en"):
        item = view.items[place - 1]
        if item.type in ("Person", "Event") or not (item.lower in words("en", "posted") or item.text[:1].isupper()):
            return False
        place -= 1
    held = view.items[index].entity
    return place > 0 and (view.items[place - 1].text[:1].isupper() or (held is not None and held.kind == "country"))


def seat_of_subject(view: View, index: int) -> bool:
    """ "The Guild in Great Britain has organized …": a country behind the body that acts says where the body is."""
    place = view.items[index].entity
    if (
        view.language == "en"
        and view.word(index - 1) == "in"
        and view.word(index - 2) in ("based", "headquartered", "registered")
    ):
        return True
    body = index - 2 - (view.word(index - 1) == "the")
    if view.language != "en" or place is None or place.kind != "country" or body < 0 or view.word(body + 1) != "in":
        return False
    if view.items[body].type != "Organization":
        return False
    triggers = find_triggers(view, "happening")
    return bool(triggers) and index < triggers[0].first <= index + 3
