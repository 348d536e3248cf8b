"""Parts that a Kazakh sentence tells by its words: «X жанындағы «Y» орталығы», «Y – X-тің бөлімшесі», «фестиваль аясында «Y» көрмесі ашылды»."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.background import is_background
from seriktes.facts.context import Context
from seriktes.facts.events.focus import in_passing
from seriktes.facts.frames import find_triggers
from seriktes.facts.standing import case_at
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import says, stem_list, words
from seriktes.model import Entity, Fact

#: So many small words may stand between a body and «қарасты», and between that and its part.
_LOOSE = 2
#: So far behind «аясында» begins the name of what was held within it.
_WITHIN = 14
_DASHES = frozenset("–—-")


def wholes_told(context: Context) -> Iterator[Fact]:
    """``part_of`` of bodies and of events that a Kazakh sentence says to belong to another."""
    for view in context.body:
        if view.language != "kk" or says(view, "not_asserted") or says(view, "denied"):
            continue
        if len(view.mentions("Organization")) > 1:
            for index in view.mentions("Organization"):
                yield from _held_by(view, index)
                yield from _said_to_be(view, index)
                yield from _members(view, index)
        if view.mentions("Event") and not is_background(view):
            if find_triggers(view, "happening"):
                yield from _held_within(context, view)
            yield from _opened_with(view)


def _held_by(view: View, whole: int) -> Iterator[Fact]:
    """«Министрлікке қарасты «Y» орталығы», «университет жанынан «Y» орталығы құрылды»: the part behind its whole."""
    link = next((i for i in range(whole + 1, whole + 2 + _LOOSE) if view.word(i) in words("kk", "belonging")), None)
    if link is None or any(not view.word(i).isalpha() for i in range(whole + 1, link)):
        return
    part = next((i for i in range(link + 1, min(link + 2 + _LOOSE, len(view.items))) if view.items[i].entity), None)
    if part is not None and all(view.word(i).isalpha() for i in range(link + 1, part)):
        for index in coordinated(view, part, words("kk", "list_joins")):
            yield from _fact(view, index, whole) if index >= part else ()


def _said_to_be(view: View, whole: int) -> Iterator[Fact]:
    """«Y» орталығы X университетінің құрылымдық бөлімшесі болып табылады: the part before its whole."""
    if "gen" not in view.items[whole].cases:
        return
    noun = next((i for i in range(whole + 1, whole + 2 + _LOOSE) if view.word(i) in words("kk", "part_nouns")), None)
    part = whole - 1 - (view.word(whole - 1) in _DASHES)
    if noun is None or part < 0 or view.items[part].type != "Organization" or "nom" not in view.items[part].cases:
        return
    if all(view.word(i).isalpha() for i in range(whole + 1, noun)) and view.word(noun + 1) in words("kk", "part_verbs"):
        yield from _fact(view, part, whole)


def _members(view: View, whole: int) -> Iterator[Fact]:
    """«X қауымдастығының мүшелері – A клубы, B қоры және C орталығы»."""
    place = whole + 2
    if "gen" not in view.items[whole].cases or not view.word(whole + 1).startswith("мүшелері") or place + 1 >= len(view.items):
        return
    if view.items[place].text in (*_DASHES, ":") and view.items[place + 1].type == "Organization":
        for index in coordinated(view, place + 1, words("kk", "list_joins")):
            yield from _fact(view, index, whole) if index > place else ()


def _held_within(context: Context, view: View) -> Iterator[Fact]:
    """«Күндер аясында «Y» көрмесі ашылды»: the events behind «аясында», of the great one named or called by its noun before."""
    place = next((i for i in range(1, len(view.items)) if view.word(i) in words("kk", "in_frame_of")), None)
    if place is None:
        return
    before = view.items[place - 1]
    if view.word(place - 1).startswith("бағдарлама") and place > 1:
        before = view.items[place - 2]
    whole = before.entity if before.type == "Event" else None
    if before.entity is None:
        noun = next((stem for stem in stem_list("kk", "great_nouns") if before.lower.startswith(stem)), "-")
        told = [(m.start, e) for e in context.entities if e.type == "Event" and noun in _called(e) for m in e.mentions]
        whole = max((pair for pair in told if pair[0] < before.start), key=lambda pair: pair[0], default=(0, None))[1]
    if whole is None or not any(stem in _called(whole) for stem in stem_list("kk", "great_nouns")):
        return
    part = next((i for i in view.mentions("Event") if place < i <= place + _WITHIN), None)
    if part is None or in_passing(view, part) or "nom" not in view.items[part].cases:
        return
    for index in coordinated(view, part, words("kk", "list_joins")):
        entity = view.items[index].entity
        if index > place and entity is not None and entity is not whole:
            yield Fact("part_of", {"part": entity.id, "whole": whole.id}, view.span, {}, 0.65, "structure.within")


def _called(event: Entity) -> str:
    """All that an event is called, in small letters: its type word may stand outside its name."""
    return " ".join((event.name.lower(), *(mention.text.lower() for mention in event.mentions), _KINDS.get(event.kind or "", "")))


#: What events are called whose names, in quotes, do not tell it.
_KINDS = {"festival": "фестиваль күндері", "forum": "форум", "conference": "конференция конгресс саммит"}


def _opened_with(view: View) -> Iterator[Fact]:
    """«A» фестивалі «B» концертімен ашылды»."""
    for whole in view.mentions("Event"):
        part = next((i for i in view.mentions("Event") if whole < i <= whole + _LOOSE + 2), None)
        if part is None or not _is_subject(view, whole):
            continue
        end = part + 1 + (view.items[part + 1].text in "»”" if part + 1 < len(view.items) else 0)
        inside = view.items[part].cases == frozenset({"ins"}) or view.word(end).endswith(("мен", "бен", "пен"))
        verb = end + (view.word(end).endswith(("мен", "бен", "пен")))
        if inside and view.word(verb) in words("kk", "opened_or_closed"):
            one, other = view.items[part].entity, view.items[whole].entity
            if one is not None and other is not None and one is not other:
                yield Fact("part_of", {"part": one.id, "whole": other.id}, view.span, {}, 0.6, "structure.opened-with")


def _is_subject(view: View, event: int) -> bool:
    """Whether an event stands in the nominative: where its name is in quotes, by the type word behind them."""
    if event + 2 < len(view.items) and view.items[event + 1].text in "»”":
        return view.word(event + 2).endswith(("ы", "і"))
    return "nom" in view.items[event].cases


def _fact(view: View, part: int, whole: int) -> Iterator[Fact]:
    one, other = view.items[part].entity, view.items[whole].entity
    apart = one is None or other is None or one is other or one.type != "Organization" or {"abl", "ins"} & case_at(view, whole)
    if one is not None and other is not None and not apart:
        yield Fact("part_of", {"part": one.id, "whole": other.id}, view.span, {}, 0.65, "structure.belongs")
