"""Whose a project is by the Kazakh words beside it: «X қорының «Y» жобасы», «X бірлестігі «Y» жобасына грант алды»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.facts.context import Context
from seriktes.facts.frames import find_triggers
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import says, word_pattern, words
from seriktes.model import Entity, Fact

#: How surely the owner of a project, and whoever won a grant for it, carries it out.
_OWNS, _WON = 0.7, 0.65
#: A sentence lists no more projects than this, and a name is told no farther before its project, in items.
_MOST, _NEAR = 4, 6
#: So many items behind a quoted name stands what it is called: «Y» атты ғылыми жобасы.
_BEHIND = 5
_DENYING = frozenset(("жоқ", "емес"))
_QUOTES = ("«", "»", "“", "”", '"')


def kazakh_project_facts(context: Context) -> Iterator[Fact]:
    """``implements`` of bodies that own a project or won a grant for it."""
    for view in context.naming("Project") if context.document.language == "kk" else ():
        projects = view.mentions("Project")
        if not 0 < len(projects) <= _MOST:
            continue
        for project in projects:
            for body, confidence, rule in (*_owners(context, view, project), *_winners(context, view, project)):
                agent, told = view.items[body].entity, view.items[project].entity
                if agent is not None and told is not None:
                    arguments = {"agent": agent.id, "project": told.id}
                    yield Fact("implements", arguments, view.span, {}, confidence, rule)


def run_by_sides(context: Context, found: Sequence[Fact]) -> Iterator[Fact]:
    """«Бағдарламаны екі тарап бірлесіп жүзеге асырады»: the parties of the agreement told of last carry the project out."""
    if context.document.language != "kk" or not context.naming("Project"):
        return
    signed = sorted((f for f in found if f.type == "party"), key=lambda f: f.evidence.start)
    latest: Entity | None = None
    for view in context.body:
        projects = [view.items[i].entity for i in view.mentions("Project")]
        latest = projects[-1] if projects else latest
        run = [t for t in find_triggers(view, "project") if t.frame.id == "kk.project.implements"]
        if latest is None or not run or not (projects or says(view, "project_nouns")) or says(view, "denied"):
            continue
        row, starts = view.row
        sides = word_pattern("kk", "sides").search(" " + row[: starts[run[0].first]])
        before = [f for f in signed if f.evidence.start <= view.span.start]
        if sides is None or not before or not _DENYING.isdisjoint(view.parts):
            continue
        agreement = before[-1].arguments["agreement"]
        for side in (f.arguments["agent"] for f in before if f.arguments["agreement"] == agreement):
            yield Fact("implements", {"agent": side, "project": latest.id}, view.span, {}, 0.6, "project.sides")


def _owners(context: Context, view: View, project: int) -> Iterator[tuple[int, float, str]]:
    """The body in the genitive right before a project that is called one: not «X қорының «Y» сыйлығы»."""
    owner = _outside(view, project, -1)
    named = view.items[project].text.lower().split()[-1].startswith("жоба")
    noun = named or any(view.word(i).startswith("жоба") for i in range(project, min(len(view.items), project + _BEHIND)))
    if not noun or owner < 0 or view.items[owner].type != "Organization" or view.items[owner].cases != frozenset({"gen"}):
        return
    if owner in context.owners(view):
        return
    for body in coordinated(view, owner, words("kk", "list_joins")):
        if view.items[body].type == "Organization":
            yield body, _OWNS, "project.owner"


def _outside(view: View, index: int, step: int) -> int:
    """The item beside a name, past its quotation marks."""
    place = index + step
    while 0 <= place < len(view.items) and view.items[place].text in _QUOTES:
        place += step
    return place


def _winners(context: Context, view: View, project: int) -> Iterator[tuple[int, float, str]]:
    """The subject right before a project, where the clause behind tells of a grant won."""
    if not _DENYING.isdisjoint(view.parts):
        return
    behind = next((i for i in range(project + 1, len(view.items)) if view.items[i].type in ("Organization", "Project")), None)
    stop = len(view.items) if behind is None else behind
    row, starts = view.row
    won = word_pattern("kk", "grant_won").search(" " + row[starts[project] : starts[stop] if stop < len(starts) else len(row)])
    listed = word_pattern("kk", "grant_won").search(row) if won is None and behind is not None else None
    if won is None and listed is None:
        return
    body = next((i for i in range(project - 1, max(-1, project - _NEAR), -1) if view.items[i].type), None)
    if body is None or view.items[body].type != "Organization" or body in context.owners(view):
        return
    if "nom" in view.items[body].cases and not any(view.word(i) in (",", ";") for i in range(body + 1, project)):
        yield body, _WON, "project.grant"
