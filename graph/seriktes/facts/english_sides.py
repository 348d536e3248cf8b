"""Subjects: those before an English aside, states that act together, and bodies that only own a post."""

from __future__ import annotations

from seriktes.facts.frames import Trigger
from seriktes.facts.posts.title_words import is_post_word
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import says_within, words


def aside(view: View, trigger: Trigger) -> bool:
    """ "X, together with Y, held …", "a team of X led by Y visited …": the subject of the verb stands before the aside."""
    auxiliaries = ("was", "were", "is", "are", "been", "being")
    spoken = view.word(trigger.first) in auxiliaries or view.word(trigger.first - 1) in auxiliaries
    return view.language == "en" and not spoken and view.word(trigger.last) in ("by", "with", "of", "from")


def whose_post(view: View, index: int) -> bool:
    """ "Speaker of the Mazhilis met …": the body only says whose speaker, though no name is given."""
    place = index - 1 - (view.word(index - 1) == "the")
    return view.word(place) in ("of", "at", "for") and is_post_word(view.word(place - 1), "en")


def past_adjectives(view: View, index: int) -> str:
    """The first word from an item on that does not only describe a post: "the EU | Special | Representative"."""
    while view.word(index) in words("en", "title_adjectives") and index < len(view.items) - 1:
        index += 1
    return view.word(index)


def beside_a_body(view: View, index: int) -> bool:
    """ "The European Union and Uzbekistan held": a state in one list with an intergovernmental body."""
    for step in (-1, 1):
        place = index + 2 * step + (step if view.word(index + 2 * step) == "the" else 0)
        other = view.items[place].entity if 0 <= place < len(view.items) else None
        if view.word(index + step) in words(view.language, "and") and other is not None and other.kind == "intergovernmental":
            return True
    return False


def two_states(view: View, index: int, trigger: Trigger) -> bool:
    """ "Kazakhstan and the UK held talks": two states that are the subject of a frame for states."""
    if (
        trigger.frame.kind == "states"
        and view.word(trigger.last).startswith(("hold", "conduct"))
        and not _event_behind(view, trigger)
    ):
        return False  # "Hungary and Turkmenistan hold observer status"
    if trigger.frame.id.endswith(".took-part"):
        return _took_part(view, index, trigger)
    if trigger.frame.kind not in ("states", "beside", "represented") or index > trigger.first:
        return False
    group = coordinated(view, index, words(view.language, "list_joins"))
    if trigger.frame.kind == "represented":
        return group[-1] + 1 == trigger.first
    if beside_a_body(view, index):
        return True
    return len(group) > 1 and all(view.items[i].entity is not None and view.items[i].entity.kind == "country" for i in group)  # type: ignore[union-attr]


def _event_behind(view: View, trigger: Trigger) -> bool:
    """Whether the verb of a trigger has an event behind it."""
    if any(i > trigger.last for i in view.mentions("Event")):
        return True
    return says_within(view, "event_nouns", trigger.last + 1, len(view.items))


def only_visited(view: View, index: int) -> bool:
    """ "Members of the group are visiting Kazakhstan": the place behind the verb sends nobody."""
    return (
        view.language == "en"
        and view.items[index].type == "Place"
        and view.word(index - 1) in ("visiting", "visited", "visits", "toured")
    )


def _took_part(view: View, index: int, trigger: Trigger) -> bool:
    """ "Kazakhstan took part in the summit": a state that is the subject of the verb itself."""
    state = view.items[index].entity
    if view.language != "en" or state is None or state.kind != "country" or index > trigger.first:
        return False
    group = coordinated(view, index, words("en", "list_joins"))
    opens = view.word(group[0] - 1) if group[0] else "."
    subject = opens in (".", ",", "–", "-", "where", "that", "and", "which") and view.word(trigger.last) in (
        "part",
        "participated",
        "participates",
    )
    return subject and group[-1] + 1 == trigger.first


def clause(view: View, trigger: Trigger) -> tuple[int, int]:
    """The items, from one to before another, up to the semicolons around a trigger: what was cancelled is told apart."""
    stops = [i for i, item in enumerate(view.items) if item.text == ";"] if ";" in view.words else []
    low = max((i for i in stops if i < trigger.first), default=-1)
    high = min((i for i in stops if i > trigger.last), default=len(view.items))
    return low + 1, high


def press_told(view: View, index: int, trigger: Trigger) -> bool:
    """ "… held talks with X, the press office of Y reported": not X told it."""
    if view.word(trigger.last) not in words("en", "tells"):
        return False
    comma = next((i for i in range(trigger.first - 1, index, -1) if view.word(i) == ","), None)
    return comma is not None and view.word(comma + 1 + (view.word(comma + 1) == "the")) in words("en", "press")


def lists_with_semicolons(view: View, trigger: Trigger, index: int) -> bool:
    """ "It was attended by students of universities, including X; Y; and Z": whether a list goes on over a semicolon."""
    opened = any(view.word(i) in ("including", "namely") for i in range(trigger.last + 1, index))
    behind = index + 1 + (view.word(index + 1) in ("and", "the"))
    named = behind < len(view.items) and view.items[behind].type in ("Organization", "Person")
    return view.language == "en" and opened and named
