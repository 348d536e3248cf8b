"""Where and when events took place."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.agents import asserted
from seriktes.facts.background import about_event, is_background, is_elsewhere
from seriktes.facts.context import Context
from seriktes.facts.events.beside_event import (
    beside_events,
    date_of_another,
    journey_to,
    of_other_events,
    of_something_else,
    place_of_another,
    seat_of_subject,
    where_posted,
)
from seriktes.facts.events.events_told import of_another
from seriktes.facts.events.focus import in_passing, in_quotes, in_speech, of_other_time
from seriktes.facts.events.happening_in_names import told_by_names
from seriktes.facts.events.headlines import DATELINE, in_dateline, is_dateline
from seriktes.facts.events.kazakh_attributive import told_before_names
from seriktes.facts.events.opening import dated, from_opening, is_time_of
from seriktes.facts.frames import find_triggers
from seriktes.facts.standing import case_at, goes_there, in_its_house, people_of, preposition, said_in, tells
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import says, stem_list, words
from seriktes.model import Entity, Fact, Span
from seriktes.text.dates import DateExpression

#: So many words before a body's name may say that something is done in its frame.
_FRAME = 3
#: So far behind a sentence its line may end.
_BEHIND = 8
#: Letters of an ISO date of one day.
_DAY = 10


def happening_facts(context: Context) -> Iterator[Fact]:
    """Place, host and date of every event that is said to have taken place."""
    attributed = told_before_names(context)
    if not context.names("Event"):  # what a participle stands before may be an agreement or a project
        yield from attributed
        return
    stated = [
        *beside_events(context),
        *_stated(context),
        *_of_other_times(context),
        *_in_brackets(context),
        *_from_heading(context),
        *told_by_names(context),
        *attributed,
    ]
    yield from stated
    yield from from_opening(context, stated)


def _stated(context: Context) -> Iterator[Fact]:
    placed: set[str] = set()  # in English, what is only named further down is not placed again
    for view in context.body:
        triggers = [t for t in find_triggers(view, "happening") if asserted(view, t) and not of_other_events(view, t)]
        event = context.focus.at(view)
        named = [view.items[i].entity for i in view.mentions("Event") if view.language != "en" or not in_passing(view, i)]
        if (
            event is None
            or of_other_time(event)
            or is_background(view)
            or (view.language == "en" and is_elsewhere(view, event))
            or (event not in named and context.in_speech(view))
            or not (triggers or (event in named and view.number <= 6))
            or (not named and of_something_else(view, triggers))
        ):
            continue
        target = event if event in named or not named else next(e for e in named if e is not None)
        if context.focus.main in named and target.kind == "session":
            target = context.focus.main or target
        rule = triggers[0].frame.id if triggers else "happening.named"
        if view.language != "en" or (_spoken_of(view, target) if triggers else target.id not in placed):
            found = list(_places(context, view, target, rule))
            placed.update(fact.arguments["subject"] for fact in found)
            yield from found
        if any(t.frame.kind == "visited" for t in triggers):
            yield from _visited(context, view, target, rule)
        yield from _hosts(context, view, target, rule)
        others = of_another(context, view.number, target.id, "date")
        dates = [d for d in context.dates_in(view.span) if is_time_of(view, d) and not any(d.overlaps(o) for o in others)]
        dates = [d for d in dates if view.language != "en" or not (in_dateline(view, d) or date_of_another(view, d, target))]
        if view.language == "en" and dates and len(dates[0].start_date or "") < _DAY:
            dates = [d for d in dates if len(d.start_date or "") == _DAY] or dates  # "this week (15 to 16 October)"
        if dates:
            yield dated(view, target, _not_of_dateline(context, view, dates), rule)


def _spoken_of(view: View, event: Entity) -> bool:
    """Whether an English sentence speaks of an event by any word: "they concluded an agreement in Lublin" does not say where it was."""
    return about_event(view) or any(view.span.covers(mention) for mention in event.mentions)


def _of_other_times(context: Context) -> Iterator[Fact]:
    """Where and when the next one is to be, and the first one was; a year is enough."""
    for view in context.naming("Event"):
        event = next((e for i in view.mentions("Event") if of_other_time(e := view.items[i].entity)), None)
        if event is not None and not says(view, "denied"):
            named = min(i for i in view.mentions("Event") if view.items[i].entity is event)
            behind = any(i > named for i in view.mentions("Place")) and view.language != "kk"
            yield from _places(context, view, event, "happening.other-time", named if behind else 0)
            dates = [d for d in context.dates_in(view.span) if d.start_date and d.end_date]
            exact = [d for d in dates if view.language == "ru" and len(d.start_date or "") > len(dates[0].start_date or "")]
            if view.language == "en":
                exact = [d for d in dates if d.start > view.items[named].start]
            for date in (exact or dates)[:1]:
                yield dated(view, event, date, "happening.other-time", 0.7)


def _not_of_dateline(context: Context, view: View, dates: list[DateExpression]) -> DateExpression:
    """The first date that is not the report's own («Худжанд, 20 сентября – … состоялся 18–19 сентября»), if there is one."""
    opens = dates[0].start - view.span.start < DATELINE and dates[0].start_date == context.document.published
    return dates[1] if opens and len(dates) > 1 and is_dateline(view, next(iter(view.mentions("Place")), 9)) else dates[0]


def _in_brackets(context: Context) -> Iterator[Fact]:
    """ "The Sixth Summit (Astana, October 2022)": place and date behind an event's name."""
    for view in context.naming("Event"):
        for index in view.mentions("Event"):
            event = view.items[index].entity
            if event is None or view.word(index + 1) != "(":
                continue
            close = next((i for i in range(index + 2, min(index + 10, len(view.items))) if view.items[i].text == ")"), None)
            if close is None:
                continue
            inside = Span(view.items[index + 1].start, view.items[close].end)
            for place in (view.items[i].entity for i in range(index + 2, close) if view.items[i].type == "Place"):
                if place is not None:
                    yield Fact("located", {"subject": event.id, "place": place.id}, view.span, {}, 0.65, "happening.brackets")
            for date in context.dates_in(inside)[:1]:
                yield dated(view, event, date, "happening.brackets", 0.65)


def is_location(view: View, index: int) -> bool:
    """Whether a place name says where: Kazakh locative, Russian «в», English *in* or *at*, or a dateline."""
    item = view.items[index]
    if view.language == "ru" and item.text[:1].islower() and item.entity is not None and item.entity.kind != "venue":
        return False  # «в петербургском клубе»: an adjective says whose it is
    if index + 1 < len(view.items) and view.items[index + 1].type == "Person":
        return False  # «посол … в Казахстане Имя Фамилия»: the place belongs to the title
    if view.language == "kk":
        case = case_at(view, coordinated(view, index, words("kk", "list_joins"))[-1])
        if "loc" in case or ("attr" in case and _venue_follows(view, index)):
            return True
    elif preposition(view, index) in ("в", "во", "на", "in", "at"):
        house = item.entity is not None and item.entity.kind == "venue" and item.may_be("gen")  # «в зале отеля «X»»
        return view.language == "en" or item.may_be("loc", "acc") or not item.cases or house
    elif view.language == "en" and view.word(index - 1) == "," and index > 1 and view.items[index - 2].type == "Organization":
        return preposition(view, index - 2) in ("at", "in")  # "at the Ashmolean Museum, Oxford"
    return is_dateline(view, index)


def _venue_follows(view: View, index: int) -> bool:
    """«Тараз қаласындағы Достық үйінде»: the house, in the locative, stands in the city."""
    return any(
        view.items[i].entity is not None and ("loc" in view.items[i].cases or in_its_house(view, i))
        for i in range(index + 1, min(index + 4, len(view.items)))
    )


def _places(context: Context, view: View, event: Entity, rule: str, begin: int = 0) -> Iterator[Fact]:
    """The places of a sentence, from an item on, that say where an event took place."""
    placed = False
    others = of_another(context, view.number, event.id, "place", 1)
    for index in view.mentions("Place"):
        if index < begin or any(view.items[index].overlaps(other) for other in others):
            continue
        place = view.items[index].entity
        assert place is not None
        journey = view.language == "en" and event.kind == "other" and journey_to(view, index)
        there = journey or is_location(view, index) or _travelled_to(view, index, event)
        if place.kind in ("macroregion",) or not there or index in context.owners(view) or goes_there(view, index, event):
            continue
        if view.language == "en" and (in_quotes(view, index) or in_speech(view, index)):
            continue
        if place_of_another(view, index, event) or seat_of_subject(view, index) or where_posted(view, index):
            continue
        if view.language != "kk" and is_dateline(view, index) and _told_elsewhere(view, index):
            continue
        if (placed or _town_behind(view, index)) and place.kind in ("country", "region"):
            continue
        placed = True
        yield Fact("located", {"subject": event.id, "place": place.id}, view.span, {}, 0.75, rule)


def _town_behind(view: View, index: int) -> bool:
    """ "A seminar on rights in Kazakhstan taking place in Almaty": English, a town of the same state behind tells where.

    In a headline any town does: "Conference on Women in Afghanistan Opens in Astana".
    """
    towns = (i for i in view.mentions("Place") if i > index and view.language == "en" and is_location(view, i))
    state = view.items[index].entity
    return any(
        e is not None and e.kind == "settlement" and state is not None and (e.country == state.country or view.number == 0)
        for e in (view.items[i].entity for i in towns)
    )


def _told_elsewhere(view: View, index: int) -> bool:
    """Whether the sentence of a dateline tells itself where: "London, 4 May – The Ambassador travelled to Cardiff"."""
    places = [i for i in view.mentions("Place") if i != index and view.items[i].entity is not view.items[index].entity]
    return any(is_location(view, i) or journey_to(view, i) for i in places if view.items[i].entity.kind != "country")  # type: ignore[union-attr]


def _visited(context: Context, view: View, event: Entity, rule: str) -> Iterator[Fact]:
    """«Посетил Баку»: the place visited stands in the accusative, with no preposition."""
    for index in view.mentions("Place"):
        item, place = view.items[index], view.items[index].entity
        if place is None or place.kind == "macroregion" or index in context.owners(view) or preposition(view, index):
            continue
        if item.may_be("acc") and not people_of(view, index) and view.word(index - 1) not in ("(", ",", "."):
            yield Fact("located", {"subject": event.id, "place": place.id}, view.span, {}, 0.6, rule)


def _travelled_to(view: View, index: int, event: Entity) -> bool:
    """Kazakh: «Шыңжаңға сапармен барды»: where a visit goes stands in the dative."""
    if view.language != "kk" or "сапар" not in event.name.lower() or "dat" not in case_at(view, index):
        return False
    return any(view.word(i).startswith(stem_list("kk", "coming_verbs")) for i in range(index + 1, len(view.items)))


def _hosts(context: Context, view: View, event: Entity, rule: str) -> Iterator[Fact]:
    """An organisation in whose house it took place."""
    owners = context.owners(view)
    others = of_another(context, view.number, event.id, "place", 1)
    for index in view.mentions("Organization"):
        item = view.items[index]
        if index in owners or item.entity is None or tells(view, index) or any(item.overlaps(o) for o in others):
            continue
        inside = (
            view.language == "kk"
            and ("loc" in item.cases or in_its_house(view, index) or _travelled_to(view, index, event))
            or view.language == "ru"
            and preposition(view, index) in ("в", "во", "на")
            and not _within(view, index)
            and item.may_be("loc")
            and not said_in(view, index)
            and not view.word(index + 1).startswith(stem_list("ru", "studying"))
            or view.language == "en"
            and preposition(view, index) == "at"
        )
        if inside:
            yield Fact("participation", {"agent": item.entity.id, "event": event.id}, view.span, {"role": "host"}, 0.7, rule)


def _within(view: View, index: int) -> bool:
    """«В рамках трёх измерений X», «в составе X»: no house of anybody's."""
    near = [view.word(i) for i in range(max(0, index - _FRAME), index)]
    return any(word.startswith(tuple(words("ru", "in_frame"))) for word in near)


def _own_line(context: Context, view: View) -> bool:
    """Whether nothing stands behind a sentence on its line: «Пенза, 29 июня 2024. Агентство. Губернатор …» is a dateline."""
    behind = context.document.text[view.span.end : view.span.end + _BEHIND].lstrip(" \t.|")
    return not behind or behind[0] in "\r\n"


def _from_heading(context: Context) -> Iterator[Fact]:
    """A line of its own under the title that gives only date and place of the event: «14–15 мамыр, Тараз»."""
    main = context.focus.main
    if main is None:
        return
    for view in context.views[:6]:
        words = [i for i in view.items if not i.entity and i.text[0].isalpha()]
        dates = [d for d in context.dates_in(view.span) if is_time_of(view, d)]
        if not dates or len(words) > 4 or not dates[0].complete or not _own_line(context, view):
            continue
        date = dates[0]
        if context.document.published is None or date.start_date != date.end_date:
            yield dated(view, main, date, "heading.date", 0.6)
            for index in view.mentions("Place"):
                place = view.items[index].entity
                if place is not None and (view.language != "ru" or place.kind not in ("country", "region")):
                    yield Fact("located", {"subject": main.id, "place": place.id}, view.span, {}, 0.6, "heading.place")
