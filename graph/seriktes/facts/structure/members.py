"""Members told as a list: «Консорциумға X, Y және Z кірді», «В альянс вошли X и Y», "The network consists of X, Y and Z"."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.agents import asserted
from seriktes.facts.context import Context
from seriktes.facts.frames import Trigger, triggers_of_kind
from seriktes.facts.structure.member_states import member_states
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import stem_list, words
from seriktes.model import Entity, Fact

#: So few bodies are no list.
_SEVERAL = 2
#: So near beside the verb stands the first of them.
_NEAR = 3
#: English words have no longer endings: a "networking dinner" is no network.
_ENGLISH_ENDING = 2


def listed_members(context: Context) -> Iterator[Fact]:
    """``part_of`` of the bodies of such a list, for wholes that have members: unions, consortia, networks."""
    for view in context.speaking("structure"):
        if len(view.mentions("Organization", "Place")) < _SEVERAL:
            continue
        for trigger in triggers_of_kind(view, "structure", "members"):
            if not asserted(view, trigger):
                continue
            yield from member_states(view, trigger)
            listed = _list(view, trigger)
            whole = _whole(context, view, trigger, listed) if len(listed) >= _SEVERAL else None
            for index in listed if whole is not None else ():
                part = view.items[index].entity
                if whole is not None and part is not None and part is not whole:
                    arguments = {"part": part.id, "whole": whole.id}
                    yield Fact("part_of", arguments, view.span, {}, trigger.frame.confidence, trigger.frame.id)


def _list(view: View, trigger: Trigger) -> list[int]:
    """The bodies that stand in one list right before the verb (Kazakh) or behind it."""
    bodies = view.mentions("Organization")
    if view.language == "kk":
        last = next((i for i in reversed(bodies) if i < trigger.first), None)
        if last is None or trigger.first - last > 1:
            return []
        return coordinated(view, last, words("kk", "list_joins"))
    first = next((i for i in bodies if i > trigger.last), None)
    if first is None or first - trigger.last > _NEAR:
        return []
    return [i for i in coordinated(view, first, words(view.language, "list_joins")) if i > trigger.last]


def _whole(context: Context, view: View, trigger: Trigger, listed: list[int]) -> Entity | None:
    """The union named before the list or, called by its type word alone, the only one of that kind told of before."""
    stop = min(*listed, trigger.first)
    named = [view.items[i].entity for i in view.mentions("Organization") if i < stop]
    for entity in reversed(named):
        if entity is not None and _has_members(view, entity.name):
            return entity
    noun = next((kind for i in range(stop) if (kind := _union(view, view.word(i)))), None)
    known = [e for e in context.entities if e.type == "Organization" and e.mentions[0].start < view.span.start]
    fitting = [e for e in known if noun is not None and any(word.startswith(noun) for word in e.name.lower().split())]
    return fitting[0] if len(fitting) == 1 else None


def _has_members(view: View, name: str) -> bool:
    return any(_union(view, word) for word in name.lower().split())


def _union(view: View, word: str) -> str | None:
    """The stem of the kind of union that the word names."""
    stem = next((kind for kind in stem_list(view.language, "unions") if word.startswith(kind)), None)
    too_long = stem is not None and view.language == "en" and len(word) - len(stem) > _ENGLISH_ENDING
    return None if too_long else stem
