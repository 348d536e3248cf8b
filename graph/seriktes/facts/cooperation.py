"""Cooperation that is stated without an agreement, and projects: who runs them."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.agents import agents, asserted, segment
from seriktes.facts.agreements.parties import entities_at
from seriktes.facts.bare_bodies import bare_subject
from seriktes.facts.between import between
from seriktes.facts.context import Context
from seriktes.facts.frames import Trigger, find_triggers
from seriktes.facts.russian_bodies import bare_bodies
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import says, word_pattern, words
from seriktes.model import Entity, EntityType, Fact
from seriktes.text import russian

_SIDES: tuple[EntityType, ...] = ("Organization", "Place")


def cooperation_facts(context: Context) -> Iterator[Fact]:
    """Pairs of bodies or states that the text says work together."""
    for view in context.speaking("cooperation"):
        triggers = find_triggers(view, "cooperation")
        yield from _partners(view, triggers) if view.language == "kk" else ()
        for number, trigger in enumerate(triggers):
            if not asserted(view, trigger, reach=5):
                continue
            low, high = segment(view, triggers, number)
            if view.language == "kk":
                high = min(len(view.items), trigger.last + 1)
            if any(low <= i < high for i in view.mentions("Agreement")):
                continue
            if view.language == "en" and trigger.frame.kind == "pair" and _jointly_done(view):
                continue
            sides = _sides(context, view, trigger, low, high)
            for a in range(len(sides)):
                for b in range(a + 1, len(sides)):
                    yield Fact(
                        "cooperation",
                        {"a": sides[a].id, "b": sides[b].id},
                        view.span,
                        {},
                        trigger.frame.confidence,
                        trigger.frame.id,
                    )


def _partners(view: View, triggers: list[Trigger]) -> Iterator[Fact]:
    """«X университетінің серіктестері қатарында Y мен Z бар»: each of the list works with the one before."""
    for trigger in triggers:
        first, owner = trigger.last + 1, trigger.first - 1
        if trigger.frame.kind != "partners" or owner < 0 or first >= len(view.items) or not asserted(view, trigger):
            continue
        one = view.items[owner].entity
        if one is None or view.items[first].type != "Organization" or "gen" not in view.items[owner].cases:
            continue
        for other in entities_at(view, [i for i in coordinated(view, first, words("kk", "list_joins")) if i >= first]):
            yield Fact("cooperation", {"a": one.id, "b": other.id}, view.span, {}, trigger.frame.confidence, trigger.frame.id)


def _can_cooperate(view: View, index: int) -> bool:
    entity = view.items[index].entity
    return entity is not None and entity.kind not in ("venue", "macroregion") and not _only_where(view, index)


def _bodies_first(view: View, left: list[int]) -> list[int]:
    """Those before "in collaboration with" that may work with somebody: bodies where there are any, no towns of a dateline."""
    bodies = [i for i in left if view.items[i].type == "Organization"]
    return bodies or [i for i in left if (e := view.items[i].entity) is not None and e.kind != "settlement"]


def _only_where(view: View, index: int) -> bool:
    """English: "cooperation between the college and schools in Osh": the town says where the schools are."""
    if view.language != "en" or view.items[index].type != "Place":
        return False
    first = coordinated(view, index, words("en", "list_joins"))[0]
    return view.word(first - 1 - (view.word(first - 1) == "the")) in ("in", "from", "across", "within", "at")


def _jointly_done(view: View) -> bool:
    """ "X, together with Y, held the forum": what they did together is an event or a project, told as such."""
    if any(item.lower.startswith("implement") for item in view.items):
        return True
    return bool(view.mentions("Event", "Project")) or says(view, "event_nouns")


def _of_others(view: View, first: int, stop: int) -> bool:
    """«Взаимодействие научных сообществ Казахстана и Афганистана»: it is not the states that work together."""
    nouns = [w for i in range(first, stop) if (w := view.word(i)) and russian.part_of_speech(w) == "NOUN"]
    return any(russian.lemma(noun) not in words("ru", "country_nouns") and noun != "народов" for noun in nouns)


def _sides(context: Context, view: View, trigger: Trigger, low: int, high: int) -> list[Entity]:
    owners = context.owners(view)
    listed = [i for i in between(view, low, high, _SIDES) if i not in owners and _can_cooperate(view, i)]
    if trigger.frame.kind == "between" or len(listed) > 1:
        near = [i for i in listed if abs(i - trigger.first) <= 14]
        return entities_at(view, near if len(near) > 1 else [])
    if trigger.frame.kind == "joint-after":
        after = [
            i for i in range(trigger.last + 1, min(high, trigger.last + 4)) if view.items[i].type in _SIDES and i not in owners
        ]
        if not after or any(view.word(i) in words(view.language, "prepositions") for i in range(trigger.last + 1, after[0])):
            return []  # «сотрудничество в рамках ООН и ОБСЕ» is not between the two
        if view.language == "ru" and _of_others(view, trigger.last + 1, after[0]):
            return []
        group = coordinated(view, after[0], words(view.language, "list_joins"))
        return entities_at(view, [i for i in group if i > trigger.last] if len(group) > 1 else [])
    if trigger.frame.kind == "joint":
        before = [i for i in range(low, trigger.first) if view.items[i].type in _SIDES and i not in owners]
        if before and view.language == "kk" and _at_an_event(view, before[-1], trigger):
            return []
        group = coordinated(view, before[-1], words(view.language, "list_joins")) if before else []
        if len(group) == 1 and view.language == "kk" and _with_another(view, before, trigger):
            group = before[-2:]
        return entities_at(view, [i for i in group if i not in owners] if len(group) > 1 else [])
    if trigger.frame.kind == "pair":
        left = [i for i in range(low, trigger.first) if view.items[i].type in _SIDES and i not in owners]
        right = [
            i for i in range(trigger.last + 1, high) if view.items[i].type in _SIDES and i not in owners and i - trigger.last <= 6
        ]
        if view.language == "kk":
            return entities_at(view, left[-2:] if len(left) > 1 else [])
        right = [i for i in right if _can_cooperate(view, i)]
        left = _bodies_first(view, [i for i in left if _can_cooperate(view, i)]) if view.language == "en" else left
        return entities_at(view, [left[0], right[0]] if left and right else [])
    return []


def _with_another(view: View, before: list[int], trigger: Trigger) -> bool:
    """«X университеті Y компаниясымен бірлесіп …»: a subject and, right behind it and right before the trigger, the one it works with."""
    if len(before) < 2 or view.mentions("Event", "Project") or trigger.first - before[-1] != 1 or before[-1] - before[-2] != 1:
        return False
    return view.items[before[-1]].cases == frozenset({"ins"}) and view.items[before[-2]].may_be("nom")


def _at_an_event(view: View, index: int, trigger: Trigger) -> bool:
    """«X, Y және Z қатысқан «…» ынтымақтастық форумы»: they came to an event whose title speaks of working together."""
    return (
        any(index < i <= trigger.last + 2 for i in view.mentions("Event"))
        or word_pattern("kk", "event_nouns").search(" " + view.word(trigger.last + 1) + " ") is not None
    )


#: So many sentences later «Келісім аясында …» still means the agreement told of.
_SPOKEN_OF = 3


def project_facts(context: Context) -> Iterator[Fact]:
    """Who leads, runs or carries out a project that the sentence names."""
    if not context.naming("Project"):
        return
    latest: Entity | None = None
    age = 0
    for view in context.body:
        projects = [view.items[i].entity for i in view.mentions("Project")]
        age = 0 if projects else age + 1
        triggers = find_triggers(view, "project") if projects or latest is not None else []
        if projects:
            latest = projects[-1]
        elif latest is not None and says(view, "project_nouns"):
            projects = [latest]
        elif age <= _SPOKEN_OF and any(trigger.frame.kind == "members" for trigger in triggers):
            projects = [latest]  # "The other members are …"
        elif age == 1 and (view.language, view.word(0)) in (("en", "it"), ("kk", "оны")):
            projects = [latest]  # "It is coordinated by …", «Оны X қоры жүргізеді»
        for number, trigger in enumerate(triggers if projects else ()):
            if trigger.frame.kind != "members" and not (asserted(view, trigger, reach=5) or _to_be_run(view, trigger)):
                continue
            low, high = segment(view, triggers, number)
            found = agents(context, view, trigger, low, high, trigger.frame.types)  # type: ignore[arg-type]
            bare = bare_subject(context, view, low, trigger.first) if view.language == "kk" and low == 0 else ()
            for body in (*bare, *bare_bodies(context, view, low, trigger.first, high)):
                for project in projects:
                    if project is not None:
                        arguments = {"agent": body.id, "project": project.id}
                        yield Fact("implements", arguments, view.span, {}, trigger.frame.confidence, trigger.frame.id)
            for index in found:
                agent = view.items[index].entity
                if trigger.frame.agents == "after" and view.language == "en" and _another_clause(view, trigger.last, index):
                    continue
                for project in _of_its_clause(view, index, projects):
                    if agent is not None and project is not None:
                        yield Fact(
                            "implements",
                            {"agent": agent.id, "project": project.id},
                            view.span,
                            {},
                            trigger.frame.confidence,
                            trigger.frame.id,
                        )
    yield from _covered(context)
    yield from _beside(context)


def _to_be_run(view: View, trigger: Trigger) -> bool:
    """English: "It will be implemented by X": who is to run a project does, unless that is denied."""
    passive = [view.word(trigger.first - 2), view.word(trigger.first - 1)] in (["will", "be"], ["to", "be"], ["is", "being"])
    return view.language == "en" and trigger.frame.agents == "after" and passive and not says(view, "denied")


def _of_its_clause(view: View, agent: int, projects: list[Entity | None]) -> list[Entity | None]:
    """Kazakh: «A жобасын X, ал B жобасын Y жүзеге асырады»: each runs the projects of its own clause."""
    breaks = [i for i in range(1, len(view.items)) if view.word(i) == "ал" and view.word(i - 1) == ","]
    if view.language != "kk" or not breaks or not view.mentions("Project"):
        return projects
    own = sum(place < agent for place in breaks)
    return [view.items[i].entity for i in view.mentions("Project") if sum(place < i for place in breaks) == own]


def _another_clause(view: View, last: int, index: int) -> bool:
    """ "The project led by X, a training was held for Y": the name stands behind another verb."""
    return any(view.word(i) in ("was", "were", "is", "are", "has", "have") for i in range(last + 1, index))


def _beside(context: Context) -> Iterator[Fact]:
    """Entries of a list of grants: «X» қоры – «Y» жобасы."""
    for view in context.naming("Project"):
        bodies, projects = view.mentions("Organization"), view.mentions("Project")
        if len(bodies) != 1 or len(projects) != 1 or len(view.items) > 20:
            continue
        between_them = {view.word(i) for i in range(bodies[0] + 1, projects[0])}
        if bodies[0] < projects[0] and between_them & {"–", "—", "-", ":", "("}:
            body, project = view.items[bodies[0]].entity, view.items[projects[0]].entity
            assert body is not None and project is not None
            yield Fact("implements", {"agent": body.id, "project": project.id}, view.span, {}, 0.5, "project.list")


def _covered(context: Context) -> Iterator[Fact]:
    """«Құжат … жобасын жүзеге асыруға арқау болады»: the project of the agreement spoken of just before."""
    if not context.naming("Agreement"):
        return
    last: Entity | None = None
    age = 9
    for view in context.body:
        agreements = [view.items[i].entity for i in view.mentions("Agreement")]
        again = view.language == "kk" and age <= _SPOKEN_OF and says(view, "agreement_nouns")
        subject = agreements[0] if len(agreements) == 1 else (last if (age <= 1 or again) and not agreements else None)
        if subject is not None:
            for trigger in find_triggers(view, "structure"):
                if trigger.frame.kind != "covers":
                    continue
                for index in view.mentions("Project"):
                    project = view.items[index].entity
                    if project is not None:
                        yield Fact(
                            "covers",
                            {"agreement": subject.id, "project": project.id},
                            view.span,
                            {},
                            trigger.frame.confidence,
                            trigger.frame.id,
                        )
        spoken_of = says(view, "agreement_nouns")
        age = 1 if spoken_of and age <= 1 else age + 1
        if agreements:
            last, age = agreements[-1], 1
