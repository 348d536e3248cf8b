"""Parts and wholes: sessions of events, units of bodies, members of associations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from seriktes.authority.records import load_authority
from seriktes.facts.agents import asserted
from seriktes.facts.background import is_background
from seriktes.facts.context import Context
from seriktes.facts.events.focus import in_passing
from seriktes.facts.frames import find_triggers
from seriktes.facts.standing import preposition
from seriktes.facts.stems import stems
from seriktes.facts.structure.kazakh_units import units_told
from seriktes.facts.structure.kazakh_wholes import wholes_told
from seriktes.facts.structure.members import listed_members
from seriktes.facts.structure.seats import seats
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import words
from seriktes.model import Entity, Fact, Language, Span
from seriktes.text import russian

_GREAT = {
    "forum": ("форум", "forum", "фест", "fest"),
    "festival": ("фестивал", "festival", "күндер", "дни", "days"),
    "conference": ("конференц", "conference", "саммит", "конгресс", "съезд"),
}
_SEVERAL = 2
#: So many words of a longer name tell it.
_BEGUN = 3
#: What has more words is no name, whatever took it for one; to look for names in it would take too long.
_MOST_WORDS = 60
_SMALL = ("session", "meeting", "conference", "training")

Words = tuple[str, ...]


def structure_facts(context: Context) -> Iterator[Fact]:
    """All stated or plainly implied parts and wholes."""
    yield from _sessions(context)
    yield from _sub_events(context)
    units = list(_units(context))
    yield from units
    yield from units_told(context, {fact.arguments["part"] for fact in units})
    yield from wholes_told(context)
    yield from listed_members(context)
    yield from _members(context)
    yield from seats(context)


def _sessions(context: Context) -> Iterator[Fact]:
    main = context.focus.main
    if main is None:
        return
    for view in context.views:
        for index in view.mentions("Event"):
            part = view.items[index].entity
            if part is None or part is main or part.kind != "session" or part.mentions[0].start != view.items[index].start:
                continue
            if view.language == "kk" and in_passing(view, index):
                continue  # «ХХХІV сессиясында берген тапсырмалары»: another time's
            yield Fact("part_of", {"part": part.id, "whole": main.id}, view.span, {}, 0.75, "structure.session")


def _sub_events(context: Context) -> Iterator[Fact]:
    """«Форум … конференциямен басталды»: an event named beside a greater one is a part of it."""
    main = context.focus.main
    if main is None or main.kind not in _GREAT:
        return
    sessions = sum(e.type == "Event" and e.kind == "session" for e in context.entities)
    for view in context.naming("Event"):
        if is_background(view):
            continue
        near = any(view.items[i].entity is main for i in view.mentions("Event")) or _says(view, main)
        for index in view.mentions("Event"):
            part = view.items[index].entity
            fitting = part is not None and (part.kind in _SMALL or (part.kind in _GREAT and view.word(1) == "рамках"))
            if part is None or part is main or not fitting or in_passing(view, index):
                continue
            # In a report of several sessions, what is told by its title alone is one more of them.
            if not near and (sessions < _SEVERAL or all(m.rule != "event.quoted" for m in part.mentions)):
                continue
            if part.mentions[0].start == view.items[index].start:
                yield Fact("part_of", {"part": part.id, "whole": main.id}, view.span, {}, 0.6, "structure.sub-event")


def _says(view: View, main: Entity) -> bool:
    """Whether the sentence says «форум», "the forum" of an event of that kind."""
    great = _GREAT[main.kind or ""]
    return any(word.startswith(great) for word in view.words)


def _units(context: Context) -> Iterator[Fact]:
    """«X министрлігінің Y департаменті» is a part of «X министрлігі» where both are bodies of the text."""
    language = context.document.language
    bodies = [e for e in context.entities if e.type == "Organization"]
    names = {
        e.id: {s for m in e.mentions if m.rule != "pattern:title" and (s := stems(m.text, language))} | {stems(e.name, language)}
        for e in bodies
    }
    listed = {e.id: names[e.id] | _listed_names(e, language) for e in bodies}
    holders = _Holders(listed[e.id] for e in bodies)
    offices = {e.authority: e for e in reversed(bodies)}
    for part in bodies:
        fits = [
            (max(lengths), -place, w)
            for place in holders.of(names[part.id])
            if (w := bodies[place]) is not part
            and not _another_state(part, w)
            and (lengths := [_inside(a, b, language) for a in listed[w.id] for b in names[part.id]])
            and max(lengths) > 0
            and not any(_inside(a, b, language) for a in names[part.id] for b in names[w.id])
        ]
        office = _parent_office(part, offices)
        if office is not None:
            yield Fact("part_of", {"part": part.id, "whole": office.id}, _evidence(context, part), {}, 0.7, "structure.office")
        elif fits:
            best = max(fits, key=lambda fit: fit[:2])[2]
            yield Fact("part_of", {"part": part.id, "whole": best.id}, _evidence(context, part), {}, 0.7, "structure.unit")


class _Holders:
    """The bodies whose names stand inside a longer one, found by their words: thousands are not compared with each other."""

    def __init__(self, names: Iterable[Iterable[Words]]) -> None:
        """``names`` are those of each body."""
        self._whole: dict[Words, set[int]] = {}
        self._begun: dict[Words, set[int]] = {}
        for place, of_one in enumerate(names):
            for name in (name for name in of_one if len(name) <= _MOST_WORDS):
                self._whole.setdefault(name, set()).add(place)
                for size in range(_BEGUN, len(name)):
                    self._begun.setdefault(name[:size], set()).add(place)
        self._longest = max(map(len, self._whole), default=0)

    def of(self, names: Iterable[Words]) -> list[int]:
        """The places of all bodies that :func:`_inside` may find in these names, in order, and of few others."""
        found: set[int] = set()
        for name in (name for name in names if len(name) <= _MOST_WORDS):
            for start in range(len(name)):
                for end in range(start + 1, min(len(name), start + self._longest) + 1):
                    found |= self._whole.get(name[start:end], frozenset())
                found |= self._begun.get(name[start:], frozenset())
        return sorted(found)


def _another_state(part: Entity, whole: Entity) -> bool:
    """«Мәскеу үкіметі жанындағы …» is no part of the Government of Kazakhstan: the bodies of a state are at home there."""
    return (
        whole.kind in ("government", "parliament") and None not in (part.country, whole.country) and part.country != whole.country
    )


def _listed_names(body: Entity, language: Language) -> set[tuple[str, ...]]:
    """The names and acronyms an authority list has for a body: «МИД РК» inside the name of a department."""
    record = load_authority().get(body.authority)
    if record is None:
        return set()
    return {stems(name, language) for name in (*record.names.get(language, ()), *record.shorts.get(language, ()))}


def _parent_office(part: Entity, bodies: Mapping[str | None, Entity]) -> Entity | None:
    """The parent, if the text has it, of a country office or mission that a list knows: UNDP in Kazakhstan of UNDP."""
    record = load_authority().get(part.authority)
    if (
        record is None
        or record.parent is None
        or record.country == "INT"
        or record.kind not in ("intergovernmental", "diplomatic_mission")
    ):
        return None
    parent = load_authority().get(record.parent)
    if record.kind == "diplomatic_mission" and parent is not None and parent.kind == "government":
        return None  # an embassy stands for its state; that it is a part of the ministry is not what a report says
    return bodies.get(record.parent)


def _inside(whole: Words, part: Words, language: Language) -> int:
    """How many words of the longer name of a part are the name of its whole: at the start (kk), at the end (ru, en); else 0.

    «отдел … КГУ «Келісім»» ends with the beginning of «КГУ «Келісім» управления …»: three such words are enough.
    """
    size = len(whole)
    if not whole or (size == 1 and len(whole[0]) < 2):
        return 0
    if part[:size] == whole and size < len(part):
        return size
    if language == "kk":
        return size if size < len(part) and part[1 : size + 1] == whole and (size > 1 or len(whole[0]) < 7) else 0
    # «Russian Ministry of X» is no part of «Ministry of X»: the part needs a head of its own before the whole.
    for start in range(1, len(part)):
        tail = part[start : start + size]
        if tail == whole or (len(tail) >= _BEGUN and start + len(tail) == len(part) and whole[: len(tail)] == tail):
            own_head = (
                any(w in ("of", "at", "in", "for", "to") for w in part[:start])
                if language == "en"
                else russian.part_of_speech(part[0]) == "NOUN" or start > 1
            )
            return len(tail) if own_head else 0
    return 0


def _evidence(context: Context, entity: Entity) -> Span:
    first = max(entity.mentions, key=lambda m: len(m.text))
    view = next((v for v in context.views if v.sentence.start <= first.start < v.sentence.end), None)
    return view.span if view else Span(first.start, first.end)


def _members(context: Context) -> Iterator[Fact]:
    """«X – Y мүшесі», «X вошёл в Y», "X is a member of Y"."""
    for view in context.speaking("structure"):
        for trigger in find_triggers(view, "structure"):
            if trigger.frame.kind != "member" or not asserted(view, trigger):
                continue
            pair = _around(view, trigger.first, trigger.last)
            follows = view.items[trigger.last + 1].type if trigger.last + 1 < len(view.items) else None
            if pair and not (view.language == "kk" and follows == "Person"):
                part, whole = pair
                yield Fact(
                    "part_of", {"part": part.id, "whole": whole.id}, view.span, {}, trigger.frame.confidence, trigger.frame.id
                )


def _of_something_else(view: View, last: int, body: int) -> bool:
    """Whether more than an article and adjectives stand between "part of" and a body, or only "as part of" is said."""
    between = [view.items[i] for i in range(last + 1, body)]
    loose = [
        item for item in between if item.entity is not None or not (item.text[:1].isupper() or item.lower in ("the", "a", "an"))
    ]
    firsts = (view.word(i) for i in range(max(0, last - 2), last))
    return (view.word(last) in ("of", "the") and len(loose) > 1) or ("part" in firsts and _as_part(view, last))


def _as_part(view: View, last: int) -> bool:
    part = next((i for i in range(last, max(-1, last - 3), -1) if view.word(i) == "part"), 0)
    return view.word(part - 1) == "as"


def _around(view: View, first: int, last: int) -> tuple[Entity, Entity] | None:
    left = [i for i in view.mentions("Organization", "Place") if i < first]
    right = [i for i in view.mentions("Organization") if i > last]
    if view.language == "kk":
        if len(left) < 2 or left[-2] in coordinated(view, left[-1], words("kk", "list_joins")):
            return None  # «Консорциумға X және Y кірді»: neither is a part of the other
        part, whole = view.items[left[-2]].entity, view.items[left[-1]].entity
        if view.items[left[-2]].cases == frozenset({"dat"}) and view.items[left[-1]].may_be("nom"):
            part, whole = whole, part  # «Қауымдастыққа X клубы мүше болып кірді»
    else:
        if not left or not right:
            return None
        if view.language == "en" and view.items[left[-1]].type == "Place" and preposition(view, left[-1]):
            return None  # "opened in Astana as a branch of X"
        if any(last < i < right[0] for i in view.mentions("Agreement", "Event")):
            return None  # "joined the memorandum between X and Y"
        if view.language == "en" and _of_something_else(view, last, right[0]):
            return None  # "is part of an effort of X", "as part of the project “Y”, funded by X"
        part, whole = view.items[left[-1]].entity, view.items[right[0]].entity
    return (part, whole) if part and whole and whole.type == "Organization" and part is not whole else None
