"""All facts of a document: every family of frames in turn, each fact once, the best-grounded evidence kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from seriktes.facts.agreements.signing import jointly, signing_facts
from seriktes.facts.confidence import calibrated
from seriktes.facts.context import Context, make_context
from seriktes.facts.cooperation import cooperation_facts, project_facts
from seriktes.facts.english_runners import english_runners
from seriktes.facts.events.by_whom import told_by_whom
from seriktes.facts.events.events_told import told_of_events
from seriktes.facts.events.happening import happening_facts
from seriktes.facts.events.participation import participation_facts
from seriktes.facts.kazakh_projects import kazakh_project_facts, run_by_sides
from seriktes.facts.posts.by_title import post_facts
from seriktes.facts.posts.posts_told import told_posts
from seriktes.facts.posts.pronouns import posts_by_pronoun
from seriktes.facts.structure.parts import structure_facts
from seriktes.facts.unreal import without_taken_back
from seriktes.model import ARGUMENTS, Document, Entity, Fact
from seriktes.text.invisible import visible

#: Letters of an ISO date down to its month.
_MONTH = 7
#: The more specific role wins where a text gives one agent several at one event.
ROLE_ORDER = ("organizer", "host", "moderator", "speaker", "participant")


def find_facts(document: Document, entities: Sequence[Entity]) -> tuple[Fact, ...]:
    """The facts a document states about its entities, in order of their evidence."""
    return facts_of(make_context(document, entities))


def facts_of(context: Context) -> tuple[Fact, ...]:
    """The same of a document that is ready for the fact finders: others may ask the same context."""
    found = (_seen(calibrated(fact, context.document.language)) for fact in _once(_all(context)))
    return tuple(sorted(found, key=lambda f: (f.evidence.start, f.type, tuple(f.arguments.values()))))


def _seen(fact: Fact) -> Fact:
    """The fact without invisible characters in its title and other values."""
    values = {name: visible(value) for name, value in fact.values.items()}
    return fact if values == fact.values else replace(fact, values=values)


def _all(context: Context) -> Iterator[Fact]:
    for view in context.views:
        yield from post_facts(view, context.titles[view.number], context.entities, context.views)
    yield from told_posts(context)
    yield from posts_by_pronoun(context)
    found: list[Fact] = []
    for family in (
        signing_facts,
        participation_facts,
        happening_facts,
        cooperation_facts,
        project_facts,
        kazakh_project_facts,
        english_runners,
        structure_facts,
        told_of_events,
        told_by_whom,
    ):
        found += family(context)
    found = without_taken_back(context.body, found)
    yield from _in_time(found)
    yield from _joint_projects(context, found)
    yield from run_by_sides(context, found)


def _in_time(found: Sequence[Fact]) -> Iterator[Fact]:
    """The facts without those that have an agreement signed at an event of another month than its own day."""
    days = {f.arguments["subject"]: (f.values["start"], f.values["end"]) for f in reversed(found) if f.type == "dated"}
    for fact in found:
        signed, held = days.get(fact.arguments.get("agreement", "")), days.get(fact.arguments.get("event", ""))
        if fact.type != "concluded_at" or signed is None or held is None or not _apart(signed, held):
            yield fact


def _apart(days: tuple[str, str], others: tuple[str, str]) -> bool:
    """Whether two spans of ISO dates have no month in common, at the precision both have."""
    size = min(_MONTH, *(len(day) for day in (*days, *others)))
    (start, end), (first, last) = ((day[:size] for day in span) for span in (days, others))
    return size > 0 and (end < first or last < start)


def _joint_projects(context: Context, found: Sequence[Fact]) -> Iterator[Fact]:
    """«Он предусматривает реализацию совместного проекта X»: the agreement's parties carry the project out."""
    if context.document.language == "en":
        return  # its frames read it in the signing sentence alone
    parties: dict[str, list[str]] = {}
    for fact in found:
        if fact.type == "party":
            parties.setdefault(fact.arguments["agreement"], []).append(fact.arguments["agent"])
    for fact in found:
        if fact.type == "covers" and jointly(context.document.slice(fact.evidence), context.document.language):
            for agent in parties.get(fact.arguments["agreement"], ()):
                project = {"agent": agent, "project": fact.arguments["project"]}
                yield Fact("implements", project, fact.evidence, {}, 0.6, "signing.joint-project")


def _key(fact: Fact) -> tuple[str, ...]:
    arguments = [fact.arguments[name] for name in ARGUMENTS[fact.type]]
    if fact.type == "cooperation":
        arguments.sort()
    return (fact.type, *arguments)


def _once(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Each fact once. The first evidence is kept; the most specific role and the most exact date win."""
    kept: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        if len(set(fact.arguments.values())) < len(fact.arguments):
            continue
        key = _key(fact)
        known = kept.get(key)
        if known is None:
            kept[key] = fact
        elif fact.type == "participation":
            kept[key] = min(known, fact, key=lambda f: ROLE_ORDER.index(f.values.get("role", "participant")))
        elif fact.confidence > known.confidence and fact.type != "dated":
            kept[key] = replace(known, confidence=fact.confidence)
    yield from kept.values()
