"""Who took part by how a Kazakh report sets it down: «X: «…»», «Олардың қатарында X, Y бар», «A секциясын X, B секциясын Y жүргізді»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from seriktes.facts.agents import asserted
from seriktes.facts.bare_bodies import bare_subject
from seriktes.facts.context import Context
from seriktes.facts.frames import Trigger, find_triggers, frames
from seriktes.facts.standing import people_of
from seriktes.facts.view import View
from seriktes.facts.word_lists import says, words
from seriktes.model import Entity, Fact

_QUOTES = frozenset('«“"„–—-')
#: So far into its line a name opens somebody's words.
_OPENING = 14
#: A line of so few items only says who speaks.
_LINE = 20
_OBJECTS = ("ды", "ді", "ты", "ті", "ны", "ні", "ын", "ін")
#: So near before «өткізген X қоры» stands what X held.
_NEAR = 4


def set_down(context: Context) -> Iterator[Fact]:
    """Speakers before a colon, and those who are listed among the people just spoken of."""
    before: View | None = None
    for view in context.body:
        if view.language == "kk" and view.number:
            yield from _before_colon(context, view)
            yield from _before_lines(context, view)
            yield from _bare_organisers(context, view)
        if view.language == "kk":
            yield from _organisers_behind(context, view)
            yield from _moderators_behind(context, view)
            if before is not None and before.number == view.number - 1:
                yield from _among_them(context, before, view)
        before = view


def _before_colon(context: Context, view: View) -> Iterator[Fact]:
    if ":" not in view.words:
        return
    event = context.focus.at(view)
    titled = {t.person for t in context.titles[view.number] if t.owner is not None}
    for index in view.mentions("Person"):
        spoken = view.word(index + 1) == ":" and index + 2 < len(view.items) and view.items[index + 2].text in _QUOTES
        person = view.items[index].entity
        if spoken and index <= _OPENING and index in titled and event is not None and person is not None:
            arguments = {"agent": person.id, "event": event.id}
            yield Fact("participation", arguments, view.span, {"role": "speaker"}, 0.6, "kk.participation.before-colon")


def _before_lines(context: Context, view: View) -> Iterator[Fact]:
    """A short line that only names somebody with a post and ends in a colon: the lines below are that person's words."""
    if view.items[-1].text != ":" or len(view.items) > _LINE:
        return
    event = context.focus.at(view)
    persons = view.mentions("Person")
    titled = {t.person for t in context.titles[view.number] if t.owner is not None}
    if len(persons) != 1 or persons[0] not in titled or event is None:
        return
    person = view.items[persons[0]].entity
    if person is not None and not find_triggers(view, "participation"):
        arguments = {"agent": person.id, "event": event.id}
        yield Fact("participation", arguments, view.span, {"role": "speaker"}, 0.6, "kk.participation.before-colon")


def _bare_organisers(context: Context, view: View) -> Iterator[Fact]:
    """«Елшілік концерт ұйымдастырды», «форумды министрлік өткізді»: a body called by its type word alone."""
    triggers = find_triggers(view, "participation")
    event = context.focus.at(view) if triggers else None
    about = event is not None and (view.mentions("Event") or says(view, "event_nouns"))
    for trigger in triggers if about else ():
        if trigger.frame.role != "organizer" or trigger.frame.agents != "before" or not asserted(view, trigger):
            continue
        for body in [
            *bare_subject(context, view, 0, trigger.first),
            *bare_subject(context, view, trigger.first - 1, trigger.first),
        ]:
            assert event is not None
            arguments = {"agent": body.id, "event": event.id}
            yield Fact("participation", arguments, view.span, {"role": "organizer"}, 0.6, "kk.participation.bare-organiser")


def _organisers_behind(context: Context, view: View) -> Iterator[Fact]:
    """««Y» семинарын өткізген X орталығы»: the body right behind the participle, whose object stands right before it."""
    for index in view.mentions("Organization"):
        agent = view.items[index].entity
        if index < 1 or view.word(index - 1) not in words("kk", "organised_by_next") or says(view, "not_asserted"):
            continue
        verb = index - 1 - (view.word(index - 2) in words("kk", "organising_nouns"))
        named = [i for i in view.mentions("Event") if verb - _NEAR <= i < verb]
        object_ = view.items[verb - 1].text if verb else ""
        if not object_.endswith((*_OBJECTS, "ға", "ге", "қа", "ке", "на", "не")):
            continue
        event = view.items[named[-1]].entity if named else context.focus.at(view) if says(view, "event_nouns") else None
        if event is not None and agent is not None:
            arguments = {"agent": agent.id, "event": event.id}
            yield Fact("participation", arguments, view.span, {"role": "organizer"}, 0.65, "kk.participation.organiser-behind")


def _moderators_behind(context: Context, view: View) -> Iterator[Fact]:
    """«Отырысқа төрағалық еткен министр Аты»: who is named, perhaps with a title, right behind such a participle."""
    triggers = [t for t in find_triggers(view, "participation") if t.frame.role == "moderator" and t.frame.agents == "before"]
    for trigger in triggers:
        if not view.word(trigger.last).endswith(("ған", "ген", "қан", "кен")) or not asserted(view, trigger):
            continue
        person = next((i for i in view.mentions("Person") if i > trigger.last), None)
        starts = [
            min(t.first, t.first if t.owner is None else t.owner) for t in context.titles[view.number] if t.person == person
        ]
        event = context.focus.at(view)
        if person is None or event is None or trigger.last + 1 not in (person, *starts):
            continue
        agent, before = view.items[person].entity, view.items[trigger.first - 1].type if trigger.first else None
        if agent is not None and before not in ("Person", "Organization"):
            arguments = {"agent": agent.id, "event": event.id}
            yield Fact("participation", arguments, view.span, {"role": "moderator"}, 0.7, "kk.participation.moderator-behind")


def _among_them(context: Context, before: View, view: View) -> Iterator[Fact]:
    """«… он команда қатысты. Олардың қатарында X өкілдері, Y бар»."""
    event = context.focus.at(before)
    if view.word(0) not in words("kk", "of_those_told") or view.word(1) not in words("kk", "among_those"):
        return
    came = any(t.frame.role == "participant" and asserted(before, t) for t in find_triggers(before, "participation"))
    if not came or event is None:
        return
    owners = context.owners(view)
    for index in view.mentions("Person", "Organization", "Place"):
        agent = view.items[index].entity
        if agent is None or index in owners or (agent.type == "Place" and not people_of(view, index)):
            continue
        arguments = {"agent": agent.id, "event": event.id}
        yield Fact("participation", arguments, view.span, {"role": "participant"}, 0.65, "kk.participation.among-them")


def as_told(view: View, triggers: list[Trigger]) -> list[Trigger]:
    """«X қоры мен Y өкілдері кездесу өткізді»: whoever holds a meeting meets, and organises nothing."""
    met = next(frame for frame in frames("kk", "participation") if frame.id == "kk.participation.met")
    return [replace(t, frame=met) if _holds_meeting(view, t) else t for t in triggers]


def _holds_meeting(view: View, trigger: Trigger) -> bool:
    before = view.items[trigger.first - 1].entity if trigger.first else None
    held = trigger.frame.id == "kk.participation.organised" and view.word(trigger.last).startswith("өткіз")
    led = trigger.frame.id == "kk.participation.moderated" and view.word(trigger.last).startswith("жүргіз")
    led = led and not view.items[trigger.first - 1].text.endswith(_OBJECTS)  # «келіссөз жүргізді», no «кездесуді жүргізді»
    return (held or led) and before is not None and before.type == "Event" and before.name.lower().startswith(_two_sided())


@cache
def _two_sided() -> tuple[str, ...]:
    return tuple(sorted(words("kk", "two_sided")))


def own_event(view: View, index: int, event: Entity, role: str | None) -> Entity:
    """«A секциясын X, B секциясын Y жүргізді»: each led the one named right before; the event itself where only one is named."""
    named = [i for i in view.mentions("Event") if i < index]
    if view.language != "kk" or role != "moderator" or len(view.mentions("Event")) == 1 or not named:
        return event
    return view.items[named[-1]].entity or event
