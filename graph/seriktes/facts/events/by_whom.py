"""Who stands behind an English event's noun and "by" or "of": "an official visit by X", "a lecture by Y", "a concert by the Z Trio"."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.context import Context
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import says, words
from seriktes.model import Fact

#: How many words of a title may stand between "by" and the person.
_TITLE = 9


def told_by_whom(context: Context) -> Iterator[Fact]:
    """Participations of the persons and bodies that an event is said to be by; a visit is also "of" somebody."""
    for view in context.naming("Event") if context.document.language == "en" else ():
        if says(view, "denied"):
            continue
        for index in view.mentions("Event"):
            event = view.items[index].entity
            name = view.items[index].lower
            journey = name.endswith(tuple(words("en", "journeys")))
            joined = view.word(index + 1)
            met = joined == "of" and name.endswith(tuple(words("en", "meetings")))
            if event is None or not (joined == "by" or (joined == "of" and journey) or met):
                continue
            behind = _behind(context, view, index + 2)
            behind = _who_met(context, view, behind) if met else behind
            for agent in behind:
                entity = view.items[agent].entity
                if entity is None:
                    continue
                role = "speaker" if name.endswith(tuple(words("en", "given_events"))) else "participant"
                if entity.type == "Organization" and not journey and not met:
                    role = "organizer"
                arguments = {"agent": entity.id, "event": event.id}
                yield Fact("participation", arguments, view.span, {"role": role}, 0.7, "en.participation.by-whom")


def _who_met(context: Context, view: View, behind: list[int]) -> list[int]:
    """ "The meeting of X with Y", "a meeting of the University of X and the Y Foundation": both sides; none where only one is named."""
    if not behind:
        return []
    last = behind[-1]
    both = [i for i in coordinated(view, last, frozenset((",", "and"))) if i >= behind[0]] if len(behind) == 1 else behind
    joined = next((i for i in range(last + 1, min(len(view.items), last + _TITLE)) if view.word(i) == "with"), None)
    other = _behind(context, view, joined + 1) if joined is not None and joined - last <= 2 else []
    return [*both, *other] if len(both) + len(other) > 1 else []


def _behind(context: Context, view: View, first: int) -> list[int]:
    """The person named next, with those of the same list, over their titles; else the body named at once."""
    for index in range(first, min(len(view.items), first + _TITLE)):
        item = view.items[index]
        if item.type == "Person":
            titled = any(t.person == index and t.first <= first + 1 for t in context.titles[view.number])
            plain = index == first or titled or view.word(index - 1) in ("mr", "ms", "dr", "professor", ".")
            return coordinated(view, index, frozenset((",", "and"))) if plain else []
        if item.text in ",;:.(" or item.lower in ("in", "at", "on", "from", "who", "which"):
            break
    body = first + (view.word(first) == "the")
    return (
        [body] if body < len(view.items) and view.items[body].type == "Organization" and body not in context.owners(view) else []
    )
