"""NEREL's entities and the relations between them, and what the facts make of the same entities.

The gold entities are given: those of one type with one Wikidata id, or one text, are one; of names that lie in one another the
longest is given. A gold relation counts when both sides stand in one sentence, and so does a fact. Labels are only measured with.
Posts and dates are given too, since NEREL relates them; what hangs on an event is asked before it is judged to have happened.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from seriktes.documents import read_file
from seriktes.facts.context import Context, make_context
from seriktes.facts.events.attached import attached
from seriktes.facts.events.happening_in_names import stands_in
from seriktes.facts.find import find_facts
from seriktes.facts.posts.callings import callings
from seriktes.facts.posts.titles import find_titles
from seriktes.facts.trees import Tree, make_trees
from seriktes.model import Document, Entity, EntityType, Fact, Mention, Span

#: NEREL's label: our type and kind.
TYPES: dict[str, tuple[EntityType, str | None]] = {
    "PERSON": ("Person", None),
    "ORGANIZATION": ("Organization", None),
    "COUNTRY": ("Place", "country"),
    "STATE_OR_PROVINCE": ("Place", "region"),
    "CITY": ("Place", "settlement"),
    "DISTRICT": ("Place", "settlement"),
    "LOCATION": ("Place", "macroregion"),
    "FACILITY": ("Place", "venue"),
    "EVENT": ("Event", "other"),
}
#: The five useful relations and what they are called in the table.
RELATIONS = {
    "WORKS_AS": "WORKS_AS/WORKPLACE",
    "WORKPLACE": "WORKS_AS/WORKPLACE",
    "PARTICIPANT_IN": "PARTICIPANT_IN",
    "TAKES_PLACE_IN": "TAKES_PLACE_IN",
    "POINT_IN_TIME": "POINT_IN_TIME",
    "ORGANIZES": "ORGANIZES",
}
#: Read too, for one row more: NEREL tells who acts on another (AGENT) from who takes part, which our facts do not.
AGENT = "AGENT"
#: What joins a profession to who is named, and over how many steps.
_JOINED = ("appos", "flat", "flat:name", "conj")
_DEEPEST = 4
#: A relation: its type and the groups of its two sides.
Relation = tuple[str, str, str]


@dataclass
class Gold:
    """One document with its entities and the relations whose sides share a sentence."""

    document: Document
    entities: tuple[Entity, ...] = ()
    #: The same with those who are only called by what they are: NEREL lets professions take part.
    people: tuple[Entity, ...] = ()
    marks: dict[str, tuple[str, Span, str]] = field(default_factory=dict)
    relations: set[Relation] = field(default_factory=set)

    def outermost(self, label: str) -> list[tuple[str, Span, str]]:
        """The marks of a label that lie in no other of it."""
        own = [mark for mark in self.marks.values() if mark[0] == label]
        return [m for m in own if not any(o[1].covers(m[1]) and o[1] != m[1] for o in own)]

    def groups_at(self, span: Span, label: str) -> list[str]:
        """The groups of the marks of a label that share characters with a span."""
        return [group for kind, mark, group in self.marks.values() if kind == label and mark.overlaps(span)]


def read_gold(path: Path) -> Gold:
    """A document of the corpus from its text and the annotation beside it."""
    gold = Gold(read_file(path))
    lines = path.with_suffix(".ann").read_text(encoding="utf-8").splitlines()
    known = {m.group(1): m.group(2) for line in lines if (m := re.match(r"N\d+\tReference (T\d+) (\S+)", line))}
    for line in lines:
        mark = re.match(r"(T\d+)\t(\w+) (\d+) (?:\d+;\d+ )*(\d+)\t(.*)", line)
        if mark and int(mark.group(3)) < int(mark.group(4)):  # some marks stand in pieces, the last one first
            name, label, start, end, text = mark.groups()
            gold.marks[name] = (label, Span(int(start), int(end)), f"{label} {known.get(name) or text.lower()}")
    gold.entities, gold.people = tuple(_entities(gold, TYPES)), tuple(_entities(gold, {**TYPES, "PROFESSION": ("Person", None)}))
    sentences = [Span(s.start, s.end) for s in gold.document.sentences]
    for line in lines:
        arc = re.match(r"R\d+\t(\w+) Arg1:(T\d+) Arg2:(T\d+)", line)
        if arc and arc.group(1) in (*RELATIONS, AGENT) and {arc.group(2), arc.group(3)} <= set(gold.marks):
            left, right = gold.marks[arc.group(2)], gold.marks[arc.group(3)]
            if any(s.covers(left[1]) and s.covers(right[1]) for s in sentences):
                gold.relations.add((arc.group(1), left[2], right[2]))
    return gold


def _entities(gold: Gold, types: Mapping[str, tuple[EntityType, str | None]]) -> Iterator[Entity]:
    """The outermost marks that have a type here; the id of an entity is its group."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    end = 0
    for label, span, group in sorted(gold.marks.values(), key=lambda m: (m[1].start, -m[1].end)):
        if label in types and span.start >= end:
            type_, kind = types[label]
            groups[group].append(Mention(span.start, span.end, gold.document.slice(span), type_, kind))
            end = span.end
    for group, mentions in groups.items():
        yield Entity(group, mentions[0].type, mentions[0].text, tuple(mentions), mentions[0].kind)


def found_relations(gold: Gold) -> set[Relation]:
    """What the facts and titles say, as relations of the corpus whose sides share a sentence."""
    context = make_context(gold.document, gold.entities)
    found = {r for fact in find_facts(gold.document, gold.entities) for r in _of_fact(gold, context, fact)}
    found |= set(_works_as(gold, context))
    found |= set(_attached(gold, context))
    found |= {r for r in _attached(gold, make_context(gold.document, gold.people)) if r[1].startswith("PROFESSION")}
    found |= set(_in_names(gold))
    acting = {r[1:] for r in found if r[0] == AGENT}
    found = {r for r in found if r[0] != "PARTICIPANT_IN" or r[1:] not in acting}  # who acts took part for us, not for NEREL
    return {r for r in found if r[0] == "POINT_IN_TIME" or _together(gold, r)}


def _of_fact(gold: Gold, context: Context, fact: Fact) -> Iterator[Relation]:
    arguments = tuple(fact.arguments.values())
    if fact.type in ("post", "represents"):
        yield "WORKPLACE", *arguments  # type: ignore[misc]
    elif fact.type == "participation":
        if fact.values.get("role") == "host":  # in whose house it took place
            yield "TAKES_PLACE_IN", *reversed(arguments)  # type: ignore[misc]
        else:
            yield ("ORGANIZES" if fact.values.get("role") == "organizer" else "PARTICIPANT_IN"), *arguments  # type: ignore[misc]
    elif fact.type == "located" and arguments[0].startswith("EVENT "):
        yield "TAKES_PLACE_IN", *arguments  # type: ignore[misc]
    elif fact.type == "dated" and arguments[0].startswith("EVENT "):
        for date in context.dates_in(fact.evidence):
            if date.start_date == fact.values.get("start"):
                yield from (("POINT_IN_TIME", arguments[0], group) for group in gold.groups_at(date, "DATE"))


def _works_as(gold: Gold, context: Context) -> Iterator[Relation]:
    """Titles and what the tree tells of posts: NEREL states the body both of the post and of its holder."""
    posts = [(mark, group) for label, mark, group in gold.outermost("PROFESSION")]
    for view in context.views:
        own = [(mark, group) for mark, group in posts if view.span.covers(mark)]
        for title in find_titles(view):
            person = view.items[title.person].entity
            if person is None or title.first > title.last:
                continue
            span = Span(view.items[title.first].start, view.items[title.last].end)
            owner = view.items[title.owner].entity if title.owner is not None else None
            if owner is not None:
                yield "WORKPLACE", person.id, owner.id
            for group in (group for mark, group in own if mark.overlaps(span)):
                yield "WORKS_AS", person.id, group
                if owner is not None:
                    yield "WORKPLACE", group, owner.id
    for number, tree in make_trees([v for v in context.views if any(v.span.covers(mark) for mark, _ in posts)]).items():
        items = context.views[number].items
        heads = {top: group for mark, group in posts if tree.view.span.covers(mark) and (top := tree.top(mark)) is not None}
        for calling in callings(tree, [h for h in heads if not items[h].entity]):
            group = heads[calling.post]
            person = items[calling.person].entity if calling.person is not None else None
            if person is not None:
                yield "WORKS_AS", person.id, group
            for owner in (items[i].entity for i in calling.owners):
                yield "WORKPLACE", group, owner.id
                if person is not None:
                    yield "WORKPLACE", person.id, owner.id


def _attached(gold: Gold, context: Context) -> Iterator[Relation]:
    """What hangs on the events of a sentence: the corpus marks it also where it is planned or denied, and no fact."""
    relations = {"agent": "PARTICIPANT_IN", "place": "TAKES_PLACE_IN", "date": "POINT_IN_TIME"}
    whens = sorted(
        ((mark, group) for label, mark, group in gold.marks.values() if label in ("DATE", "TIME")), key=lambda m: m[0].start
    )
    for number, tree in context.trees.items():
        items = context.views[number].items
        here = [(mark, group) for mark, group in whens if tree.view.span.covers(mark)]
        dates = {tree.items_of(mark)[0]: group for mark, group in here}
        for one in attached(tree, [mark for mark, _ in here]):
            if one.what == "agent" and _of_a_named(gold, tree, one.item):
                continue  # «президент Имя Фамилия»: the named one takes part
            event = items[one.event].entity.id
            other = dates[one.item] if one.what == "date" else items[one.item].entity.id
            if one.what != "agent":
                yield relations[one.what], event, other
            elif one.how != "elsewhere":
                yield {"doer": AGENT, "organiser": "ORGANIZES"}.get(one.how, relations[one.what]), other, event


def _of_a_named(gold: Gold, tree: Tree, item: int) -> bool:
    """Whether a profession is told of somebody who is named."""
    named = [i for i, other in enumerate(tree.view.items) if other.entity and other.entity.id.startswith("PERSON")]
    if tree.view.items[item].entity.id.startswith("PERSON"):
        return any(i in named and tree.labels[i] in ("appos", "flat") for i in tree.children[item])
    near = {item}
    for _ in range(_DEEPEST):  # what is joined to it by an apposition or «и», up and down
        joined = {i for i, label in enumerate(tree.labels) if label in _JOINED and not tree.governed(i)}
        near |= {tree.heads[i] for i in near & joined} | {i for i in joined if tree.heads[i] in near}
    return not near.isdisjoint(named)


def _in_names(gold: Gold) -> Iterator[Relation]:
    """Where an event was that its own name tells: «встреча на Эльбе»."""
    places = [(mark, group) for label, mark, group in gold.marks.values() if TYPES.get(label, ("", ""))[0] == "Place"]
    for _, span, event in gold.outermost("EVENT"):
        for mark, place in places:
            if span.covers(mark) and span != mark and stands_in(gold.document.slice(Span(span.start, mark.start)), "ru"):
                yield "TAKES_PLACE_IN", event, place


def _together(gold: Gold, relation: Relation) -> bool:
    sides = [[m for _, m, group in gold.marks.values() if group == side] for side in relation[1:]]
    return any(
        s.start <= a.start and a.end <= s.end and s.start <= b.start and b.end <= s.end
        for s in gold.document.sentences
        for a in sides[0]
        for b in sides[1]
    )


def read_all(folder: Path) -> Iterable[Gold]:
    """All documents of a part of the corpus, in order."""
    return (read_gold(path) for path in sorted(folder.glob("*.txt")))
