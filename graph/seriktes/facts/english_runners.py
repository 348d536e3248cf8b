"""Who runs a project by the words beside its name: "the foundation's X project", "the X initiative of Y", "under its X programme, Y …"."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.context import Context
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import says, words
from seriktes.model import Fact

#: So many words may describe a project between its owner and its name: "its new three-year X".
_DESCRIBED = 4
_POSSESSIVE = ("'s", "’s", "s'", "s’")


def english_runners(context: Context) -> Iterator[Fact]:
    """``implements`` of bodies that own a project by a possessive, "of" or "its"."""
    for view in context.naming("Project") if context.document.language == "en" else ():
        if says(view, "denied") or says(view, "untrue"):
            continue
        for project in view.mentions("Project"):
            for body in _owners(view, project):
                agent, told = view.items[body].entity, view.items[project].entity
                if agent is not None and told is not None:
                    yield Fact("implements", {"agent": agent.id, "project": told.id}, view.span, {}, 0.65, "en.project.owner")


def _owners(view: View, project: int) -> list[int]:
    return _possessor(view, project) or _behind_of(view, project) or _its(view, project)


def _possessor(view: View, project: int) -> list[int]:
    """ "The Birlik Foundation's new X project": the body, and those listed with it."""
    start = _described_from(view, project)
    owner = start - 1
    if not _is_body(view, owner) or not view.items[owner].text.endswith(_POSSESSIVE):
        return []
    return [i for i in coordinated(view, owner, words("en", "and")) if i <= owner and _is_body(view, i)]


def _behind_of(view: View, project: int) -> list[int]:
    """ "The X initiative of the Y Foundation and Z", "X is a three-year project of Y"."""
    for place in range(project + 1, min(len(view.items), project + 2 + 2 * _DESCRIBED)):
        item = view.items[place]
        if item.entity is not None or item.text in ",;:.":
            return []
        if item.lower in words("en", "project_heads") and view.word(place + 1) == "of":
            body = place + 2 + (view.word(place + 2) == "the")
            group = coordinated(view, body, words("en", "and")) if _is_body(view, body) else ()
            return [i for i in group if i >= body and _is_body(view, i)]
    return []


def _its(view: View, project: int) -> list[int]:
    """ "Under its X programme, the Y Foundation will fund …", "Y opened the second call of its X programme": the only body of the sentence."""
    start = _described_from(view, project)
    bodies = view.mentions("Organization")
    return list(bodies) if view.word(start - 1) == "its" and len(bodies) == 1 else []


def _described_from(view: View, project: int) -> int:
    """Where the words begin that describe a project before its name."""
    start = project - (view.word(project - 1) in ('"', "“", "«"))
    while (
        start > 1 and project - start < _DESCRIBED and view.items[start - 1].entity is None and view.word(start - 1)[:1].isalpha()
    ):
        if view.word(start - 1) in words("en", "owner_stops"):
            break
        start -= 1
    return start


def _is_body(view: View, index: int) -> bool:
    return 0 <= index < len(view.items) and view.items[index].type == "Organization"
