"""Who took part in an event and how: organisers, hosts, speakers, moderators, participants."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.agents import agents, asserted, segment
from seriktes.facts.agreements.signing import is_bullet
from seriktes.facts.background import about_event, is_background, is_elsewhere, met_apart, of_the_project, of_work
from seriktes.facts.context import Context
from seriktes.facts.events.events_told import of_another
from seriktes.facts.events.focus import in_passing, in_speech, only_said, told_by_verb
from seriktes.facts.events.kazakh_speakers import as_told, own_event, set_down
from seriktes.facts.events.role_told import participation, toured
from seriktes.facts.frames import Trigger, find_triggers
from seriktes.facts.passive import held_by_person, of_a_project
from seriktes.facts.posts.title_words import Title
from seriktes.facts.standing import in_slashes, of_a_clause, preposition, sends_people, speech_start
from seriktes.facts.unreal import still_to_come, wished_for
from seriktes.facts.view import DEEDS, View, coordinated
from seriktes.facts.word_lists import says, words
from seriktes.model import Entity, Fact, Span
from seriktes.text import russian

#: So near before a relative clause stands what it describes.
_NAMED = 3
#: Events at which whoever is introduced by name and title is likely to have spoken.
_STAGES = ("conference", "forum", "session", "training")


def participation_facts(context: Context) -> Iterator[Fact]:
    """All participations the sentences state."""
    if not context.names("Event"):
        return
    yield from set_down(context)
    header: tuple[View, Trigger] | None = None
    for view in context.body:
        stated = list(_stated(context, view))
        if header is not None and is_bullet(context, view):
            stated += _entries(context, *header, view, {f.arguments["agent"] for f in stated})
        else:
            header = _opens_list(view)
        yield from stated
        yield from _listed_persons(context, view, stated)


def _opens_list(view: View) -> tuple[View, Trigger] | None:
    """«В консультациях участвовали:», "Speakers included:": the lines below say who."""
    triggers = [t for t in find_triggers(view, "participation") if asserted(view, t)] if view.items[-1].text == ":" else []
    return (view, triggers[-1]) if triggers else None


def _entries(context: Context, header: View, trigger: Trigger, view: View, named: set[str]) -> Iterator[Fact]:
    """The persons of one line of such a list, or its first body where it names no person."""
    event = context.focus.at(header)
    if event is None:
        return
    found = view.mentions("Person") or view.mentions("Organization")[:1]
    for index in found:
        entity = view.items[index].entity
        if entity is not None and entity.id not in named and index not in context.owners(view):
            yield Fact(
                "participation",
                {"agent": entity.id, "event": event.id},
                Span(header.span.start, view.span.end),
                {"role": trigger.frame.role or "participant"},
                0.7,
                f"{view.language}.participation.list",
            )


def _listed_persons(context: Context, view: View, stated: list[Fact]) -> Iterator[Fact]:
    """Persons introduced with their titles in a report on an event took part, whatever the verb («… құттықтады»).

    Not where the sentence plans, denies or looks back. Their role is that of the others of the sentence; where it
    has none, people with a title at a conference or session are its speakers.
    """
    named = {f.arguments["agent"] for f in stated}
    event = context.focus.at(view)
    if (
        event is None
        or view.mentioned.keys().isdisjoint(("Person", "Place"))
        or _is_byline(view)
        or is_background(view)
        or is_elsewhere(view, event)
        or met_apart(view, event)
        or find_triggers(view, "signing")
        or still_to_come(view)
    ):
        return
    roles = [f.values["role"] for f in stated if f.values.get("role") in ("speaker", "participant")]
    role = roles[-1] if roles else "speaker" if event.kind in _STAGES else "participant"
    for index in view.mentions("Place"):
        place = view.items[index].entity
        if place is None or place.kind == "macroregion" or place.id in named or index in context.owners(view):
            continue
        if sends_people(view, index):
            yield Fact(
                "participation",
                {"agent": place.id, "event": event.id},
                view.span,
                {"role": "participant"},
                0.5,
                f"{view.language}.participation.people-from",
            )
    others = of_another(context, view.number, event.id, "agent", 1)
    titled = {
        t.person
        for t in context.titles[view.number]
        if (t.owner is not None or view.language == "en") and not _sent_or_spoken_of(view, t.first)
    }
    spoken_of = {t.person for t in context.titles[view.number] if _sent_or_spoken_of(view, t.first)}
    if view.language == "ru":  # «руководствуясь видением Президента X»
        spoken_of |= {t.person for t in context.titles[view.number] if _in_another_case(view, t)}
    for index in view.mentions("Person"):
        person = view.items[index].entity
        if person is None or person.id in named or index in spoken_of or not _is_subject(view, index, index in titled):
            continue
        if (
            any(view.items[index].overlaps(other) for other in others)
            or _of_a_thing(context, view, index)
            or in_slashes(view, index)
        ):
            continue
        if view.language == "ru" and _in_relative_clause(view, index):
            continue
        if view.language == "en" and (view.items[index].text.endswith(("'s", "’s")) or view.word(index + 1) in ("'s", "’s")):
            continue  # "President X's initiative"
        if view.language == "kk" and (view.word(index + 1) in words("kk", "honoured") or of_a_clause(view, index)):
            continue  # «ақын X-қа арналған кеш»
        yield Fact(
            "participation",
            {"agent": person.id, "event": event.id},
            view.span,
            {"role": role},
            0.5,
            f"{view.language}.participation.introduced",
        )


def _in_another_case(view: View, title: Title) -> bool:
    """Whether a Russian title before a name cannot stand in the nominative: its holder is no subject."""
    cases = russian.cases_of(view.items[title.first].text) if title.first < title.person else frozenset[str]()
    return bool(cases) and "nom" not in cases


def _in_relative_clause(view: View, index: int) -> bool:
    """Russian: «…, которое провёл президент X»: who only did what something is described by."""
    for place in range(index - 1, 0, -1):
        if view.items[place].text in ",;":
            if any(view.items[i].type == "Event" for i in range(max(0, place - _NAMED), place)):
                return False  # «тренинг «X», который провела Y»
            return view.word(place + 1).startswith("котор") or view.word(place + 2).startswith("котор")
    return False


def _of_a_thing(context: Context, view: View, index: int) -> bool:
    """Whether a Russian name only says whose something is: «фильмы Чарли Чаплина»; its form alone does not tell."""
    tree = context.trees.get(view.number)
    return tree is not None and tree.owned(index)


def _sent_or_spoken_of(view: View, first: int) -> bool:
    """English: "messages from the President of X, Name", "addressed to Prime Minister Name": neither need have been there."""
    before = first - 1 - (view.word(first - 1) in ("the", "a"))
    return view.language == "en" and view.word(before) in ("from", "to", "about")


def _is_byline(view: View) -> bool:
    """«Айсұлу НҰРҒАЛИҚЫЗЫ», «Суретті түсірген X»: a short line that ends like no sentence."""
    if len(view.items) <= 5 and view.items[-1].entity is not None and view.items[-1].type == "Person":
        return True
    wordless = not any(item.entity is None and item.text[0].isalpha() for item in view.items)
    return wordless and (view.language == "kk" or len(view.mentions()) > 1)  # «X ҚЫЗЫ, «Y газеті»»


def _is_subject(view: View, index: int, titled: bool) -> bool:
    """Whether a person can be the one who acts: in the nominative (with a title, Kazakh lists may end in other cases)."""
    item = view.items[index]
    if view.language == "kk":
        return item.may_be("nom", "ins", "gen") if titled else item.may_be("nom")
    if view.language == "ru":
        return item.may_be("nom")
    return titled or not preposition(view, index)


def _stated(context: Context, view: View) -> Iterator[Fact]:
    triggers = find_triggers(view, "participation")
    if triggers and says(view, "for_years"):
        triggers = [t for t in triggers if t.frame.role != "participant"]
    triggers = as_told(view, triggers) if view.language == "kk" else triggers
    said = next((t for t in triggers if t.frame.agents == "either"), None)
    if said is not None:  # what the words quoted tell is not the report's
        opened = speech_start(view, said.first)
        triggers = [t for t in triggers if t.last < opened or t.first >= said.first]
    if triggers:
        for number, trigger in enumerate(triggers):
            looks_back = trigger.frame.kind == "mutual" and is_background(view)
            if looks_back or not asserted(view, trigger):
                continue
            low, high = segment(view, triggers, number)
            event = _event(context, view, trigger, low, high)
            organised = any(t.frame.role == "organizer" and t.frame.kind != "beside" for t in triggers)
            if trigger.frame.role == "organizer" and view.language == "en" and of_the_project(view):
                continue
            told = about_event(view) or _goes_on_about(context, view)
            if event is None or wished_for(view, event) or (trigger.frame.kind == "beside" and not organised and not told):
                continue
            if view.language == "en" and trigger.frame.kind == "beside" and of_work(view, trigger):
                continue
            if view.language == "ru" and trigger.frame.kind == "beside" and of_a_project(view, trigger):
                continue
            if trigger.frame.kind == "mutual" and (is_elsewhere(view, event) or met_apart(view, event)):
                continue
            found = agents(context, view, trigger, low, high, trigger.frame.types)  # type: ignore[arg-type]
            if not found and number and _goes_on(view, triggers[number - 1]):
                low = segment(view, triggers, number - 1)[0]
                found = agents(context, view, trigger, low, high, trigger.frame.types)  # type: ignore[arg-type]
            if not found and view.language == "ru" and trigger.frame.role == "organizer":
                yield from _states(view, trigger, event)
            if view.language == "ru" and found and found[0] > trigger.last and held_by_person(view, trigger, low):
                found = []
            for index in found:
                entity = view.items[index].entity
                if entity is None or (view.language == "en" and event.kind == "meeting" and toured(view, trigger, entity)):
                    continue
                own = own_event(view, index, event, trigger.frame.role)
                if entity is not own and entity.kind != "macroregion":
                    yield participation(view, trigger, entity, own)


def _states(view: View, trigger: Trigger, event: Entity) -> Iterator[Fact]:
    """«Узбекистан и Казахстан провели форум»: two states before the verb took part."""
    last = trigger.first - 1
    group = coordinated(view, last, words("ru", "and") | {","}) if last >= 0 and view.items[last].type == "Place" else []
    places = [view.items[i].entity for i in group]
    if len(group) > 1 and all(place is not None and place.kind == "country" for place in places):
        for place in places:
            if place is not None:
                arguments = {"agent": place.id, "event": event.id}
                yield Fact("participation", arguments, view.span, {"role": "participant"}, 0.65, "ru.participation.states")


def _goes_on_about(context: Context, view: View) -> bool:
    """English: "It was supported by X" behind a sentence that names an event."""
    before = context.views[view.number - 1] if view.number else None
    return view.language == "en" and view.word(0) == "it" and before is not None and bool(before.mentions("Event"))


def _goes_on(view: View, before: Trigger) -> bool:
    """Kazakh: «X қатысып, сөз сөйледі»: after a converb the next verb has the same subject."""
    return view.language == "kk" and view.word(before.last).endswith(("ып", "іп", "уп", "үп", "ап", "еп", "п"))


def _event(context: Context, view: View, trigger: Trigger, low: int, high: int) -> Entity | None:
    """The event named nearest to the trigger, else the event in focus."""
    near = [i for i in view.mentions("Event") if low <= i < high and (view.language == "kk" or not in_passing(view, i))]
    near = [i for i in near if not in_speech(view, i) and (view.items[i].entity is context.focus.main or not only_said(view, i))]
    focus = context.focus.at(view)
    if trigger.frame.agents == "either":
        opened = speech_start(view, trigger.first)
        near = [i for i in near if not opened <= i < trigger.first]
        if not near and focus in (view.items[i].entity for i in view.mentions("Event")) and view.number:
            focus = context.focus.by_sentence[view.number - 1]
    if not near and view.language == "en" and trigger.frame.agents == "after" and trigger.frame.role in ("organizer", "host"):
        near = [i for i in view.mentions("Event") if i < low and not in_passing(view, i)][-1:]
    if view.language == "ru" and trigger.frame.kind == "mutual":
        near = [i for i in near if not _came_for(view, i)]
        if focus is not None and not near and _only_came_for(view, focus):
            focus = _told_by_verb(context, view) or context.focus.main
    if view.language == "en" and trigger.frame.kind == "mutual" and focus is not None and focus.kind == "other":
        main = context.focus.main  # "X met with Y, who was on a visit": they met at the meeting the report is about
        if main is not None and main.kind == "meeting" and told_by_verb(view, trigger):
            return main
    if near:
        index = min(near, key=lambda i: min(abs(i - trigger.first), abs(i - trigger.last)))
        event = view.items[index].entity
        if focus is not None and any(view.items[i].entity is focus for i in near):
            return focus
        return event
    return focus


def _came_for(view: View, index: int) -> bool:
    """«X, прибывший для участия в форуме, встретился с Y»: the forum brought X to town; they met apart from it."""
    return " для участия в " in f" {' '.join(view.parts[max(0, index - 5) : index])} "


def _told_by_verb(context: Context, view: View) -> Entity | None:
    """The meeting that a verb of the sentence is."""
    events = (e for e in context.entities if e.type == "Event")
    return next((e for e in events if any(m.rule in DEEDS and view.span.covers(m) for m in e.mentions)), None)


def _only_came_for(view: View, event: Entity) -> bool:
    named = [i for i in view.mentions("Event") if view.items[i].entity is event]
    return bool(named) and all(_came_for(view, i) for i in named)
