"""What a Kazakh participle tells of the event or agreement behind it: «Бакуде өткен саммит», «2012 жылы жасалған келісім»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from seriktes.facts.background import is_background
from seriktes.facts.context import Context
from seriktes.facts.events.opening import dated
from seriktes.facts.standing import case_at
from seriktes.facts.view import View
from seriktes.facts.word_lists import says, stem_list, words
from seriktes.model import Entity, EntityType, Fact

#: Participles of carrying a project out; before some of them stands a converb («жүзеге асырып келе жатқан»).
_RUN = frozenset(
    "қосқан асырған асыратын жатқан отырған жүргізген жүргізетін бастаған жариялаған ұсынған әзірлеген алған".split()
)
_DESCRIBED: tuple[EntityType, ...] = ("Event", "Project", "Agreement")
#: How many items may stand between a participle and its noun, and before it between its place or date and the next.
_BEHIND, _BEFORE = 5, 3
#: How far before its participle its subject stands.
_SUBJECT = 12


def told_before_names(context: Context) -> Iterator[Fact]:
    """Place, house and date of the events, and the dates of the agreements, that a participle stands before."""
    for view in context.body:
        if view.language != "kk" or view.mentioned.keys().isdisjoint(_DESCRIBED) or says(view, "denied"):
            continue
        for place, word in enumerate(view.words):
            if not place or word not in _participles():
                continue
            if word in words("kk", "held_attributive") and (event := _noun(view, place, "Event")) is not None:
                yield from _held(context, view, place, event)
            elif (
                word in words("kk", "gone_attributive")
                and (event := _noun(view, place, "Event")) is not None
                and "сапар" in event.name.lower()
            ):
                yield from _held(context, view, place, event, "dat")
            elif word in _RUN and (project := _noun(view, place, "Project")) is not None:
                yield from _run(context, view, place, project)
            elif word in words("kk", "made_attributive") and (agreement := _noun(view, place, "Agreement")) is not None:
                for date in context.dates_in(view.span):
                    if _right_before(view, date.end, place) and date.end_date:
                        yield dated(view, agreement, date, "kk.attributive.made", 0.65)


@cache
def _participles() -> frozenset[str]:
    return _RUN.union(*(words("kk", name) for name in ("held_attributive", "gone_attributive", "made_attributive")))


def _noun(view: View, place: int, kind: str) -> Entity | None:
    """The thing the participle describes: the first one behind it, with no verb or comma before it."""
    for index in range(place + 1, min(place + 1 + _BEHIND, len(view.items))):
        if view.items[index].type == kind:
            return view.items[index].entity
        if view.items[index].text in ",;:–—." or view.items[index].type == "Person":
            return None
    return None


def _held(context: Context, view: View, place: int, event: Entity, case: str = "loc") -> Iterator[Fact]:
    """Place, house and date of an event; ``case`` is that of the place: «Бакуде өткен», «Бакуге жасаған»."""
    start = place
    while start > 0 and place - start < _BEFORE and _passed(view, start - 1):
        start -= 1
    for index in range(start - 1, max(-1, start - 5), -1):
        item = view.items[index]
        if item.entity is None:
            if item.lower in words("kk", "list_joins"):
                continue
            break
        if item.type == "Place" and case in case_at(view, index) and item.entity.kind != "macroregion":
            yield Fact("located", {"subject": event.id, "place": item.entity.id}, view.span, {}, 0.7, "kk.attributive.place")
        elif item.type == "Organization" and case in item.cases:
            arguments = {"agent": item.entity.id, "event": event.id}
            yield Fact("participation", arguments, view.span, {"role": "host"}, 0.65, "kk.attributive.host")
        else:
            break
    dates = [date for date in context.dates_in(view.span) if date.end_date and date.end <= view.items[place].start]
    alone = len(dates) == 1 and event is not context.focus.main and is_background(view)
    for date in dates:
        if _right_before(view, date.end, place) or (alone and _one_clause(view, date.end, place)):
            yield dated(view, event, date, "kk.attributive.date", 0.65)


def _run(context: Context, view: View, place: int, project: Entity) -> Iterator[Fact]:
    """«X қоры 2018 жылдан бері жүзеге асырып келе жатқан «Y» жобасы»: who carries it out."""
    if view.word(place) not in words("kk", "run_alone") and view.word(place - 1) not in words("kk", "run_converbs"):
        return
    near = range(place - 1, max(-1, place - _SUBJECT), -1)
    subject = next((i for i in near if view.items[i].type in ("Organization", "Person")), None)
    if (
        subject is None
        or not view.items[subject].may_be("nom")
        or any(view.items[i].text in ".;:" for i in range(subject, place))
    ):
        return
    agent = view.items[subject].entity
    if agent is not None and agent.type == "Person":
        agent = next(iter(context.employers.get(agent.id, ())), None)
    if agent is not None and agent.type == "Organization":
        arguments = {"agent": agent.id, "project": project.id}
        yield Fact("implements", arguments, view.span, {}, 0.65, "kk.attributive.runs")


def _passed(view: View, index: int) -> bool:
    """Words between a place and its participle: «Алматы қаласында жуырда өткен»."""
    word = view.word(index)
    return view.items[index].entity is None and (
        word.startswith(stem_list("kk", "place_type_words")) or word in ("жуырда", "кеше", "бүгін", "былтыр")
    )


def _one_clause(view: View, end: int, place: int) -> bool:
    """«2023 жылғы қарашада облыс делегациясы Роттердамда өткен»: no comma between the date and the participle."""
    return all(item.text not in ",;:–—" for item in view.items[:place] if item.start >= end)


def _right_before(view: View, end: int, place: int) -> bool:
    """Whether a date that ends there stands before a participle with nothing but places between."""
    first = next((i for i, item in enumerate(view.items) if item.start >= end), len(view.items))
    between = view.items[first:place]
    return (
        first <= place
        and len(between) <= _BEFORE
        and all(i.type == "Place" or i.lower.startswith(stem_list("kk", "place_type_words")) for i in between)
    )
