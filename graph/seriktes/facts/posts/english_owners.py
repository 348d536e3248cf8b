"""Whose post an English title without a name beside it is: the state of the one told with it, the body that sent a list of people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from seriktes.authority.records import load_authority
from seriktes.facts.posts.title_words import Title
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.model import Entity

#: So many lines of a list may stand between its opening and a name.
_LONGEST_LIST = 40
#: A line of such a list has its name among the first items.
_NAME_OPENS = 2
_OF_A_STATE = frozenset("of the and for republic kingdom state united".split())


def of_the_same_state(view: View, title: Title, titles: Sequence[Title]) -> Entity | None:
    """ "Kazakhstan's President X and Prime Minister Y": whose officer the one named just before is."""
    if view.language != "en":
        return None
    before = [t for t in titles if t.person < title.first and t.owner is not None and t.first < t.person]
    last = max(before, key=lambda t: t.person, default=None)
    if last is None or last.owner is None or last.owner > last.first:
        return None  # "the President of A, X, and Foreign Minister Y" may well name two states
    between = [view.word(i) for i in range(last.person + 1, title.first)]
    own = {view.word(i) for i in range(title.first, title.last + 1)} & load_authority().demonyms.get("en", {}).keys()
    body = view.items[last.owner].type == "Organization"
    ranked = [view.word(i) for i in range(title.first, title.last + 1)] in (["professor"], ["academician"], ["dr"])
    if body and (ranked or "sign" in view.row[0]):
        return None  # "signed by X University Rector A and Vice-Rector B": of the other side
    joined = bool(between) and all(word in words("en", "and") | {",", "the"} for word in between) and "the" not in between
    return view.items[last.owner].entity if joined and not own else None


def of_the_senders(view: View, title: Title, views: Sequence[View]) -> Entity | None:
    """ "From the University of X the meeting was attended by:" and the lines below; "representatives of X – Y, Director, and Z, Dean"."""
    if view.language != "en":
        return None
    return _represented(view, title) or _opened_by(view, views)


def _represented(view: View, title: Title) -> Entity | None:
    """ "Representatives of X – Y, Regional Director, and Z": the body whose people a dash, colon or comma goes on to name."""
    first = min(title.person, title.first)
    for index in view.mentions("Organization"):
        people = view.word(index - 1 - (view.word(index - 1) == "the"))
        who = view.word(index - 2 - (view.word(index - 1) == "the"))
        if (
            index > first
            or people not in ("of", "from")
            or not who.startswith(("representative", "delegate", "member", "expert"))
        ):
            continue
        if view.word(index + 1) in ("–", "—", "-", ":", ",") and not _another_between(view, index, title):
            return view.items[index].entity
    return None


def _another_between(view: View, index: int, title: Title) -> bool:
    """Whether a verb or another body stands between a body and a title, which then is of somebody else."""
    verbs = words("en", "title_stops") - words("en", "prepositions") - words("en", "courtesy")
    between = (view.items[place] for place in range(index + 2, title.last))
    return any(i.type == "Organization" or i.text == ";" or (i.entity is None and i.lower in verbs) for i in between)


def _opened_by(view: View, views: Sequence[View]) -> Entity | None:
    """The body from which a list that this line belongs to names people."""
    for earlier in reversed(views[max(0, view.number - _LONGEST_LIST) : view.number]):
        if earlier.items[-1].text == ":":
            sent = (
                i
                for i in earlier.mentions("Organization")
                if earlier.word(i - 1 - (earlier.word(i - 1) == "the")) in words("en", "sent_from")
            )
            index = next(sent, None)
            return earlier.items[index].entity if index is not None else None
        if not any(i <= _NAME_OPENS for i in earlier.mentions("Person")):
            return None
    return None


def fields_of(body: Entity) -> set[str]:
    """What a ministry is for, in small words, by its listed English name where there is one: "foreign", "affairs"."""
    record = load_authority().get(body.authority)
    name = (
        ((record.name_en if record is not None else None) or body.name)
        .lower()
        .replace(",", " ")
        .replace("’s", "")
        .replace("'s", "")
    )
    return set(name.split()) - _OF_A_STATE - {"ministry"} - _state_words(body.country)


@cache
def _state_words(country: str | None) -> frozenset[str]:
    """The words of a state's names and the adjectives of it."""
    authority = load_authority()
    states = (r for r in authority.records.values() if r.kind == "country" and r.country == country)
    named = {word for record in states for name in record.names["en"] for word in name.lower().split()}
    return frozenset(named | {word for word, code in authority.demonyms.get("en", {}).items() if code == country})
