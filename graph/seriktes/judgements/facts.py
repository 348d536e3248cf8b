"""Facts that a person rejected, kept or added. They are named by type, things and document, never by offsets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from seriktes.judgements.ledger import Ledger
from seriktes.judgements.statements import FILLERS, Statement
from seriktes.judgements.things import NotHereError
from seriktes.model import ARGUMENTS, Annotation, Entity, Fact, Span

#: The rule that is told for a fact a person added.
RULE = "judgement"
#: The entities of one document that a line names, by the names of the fact's arguments.
Filled = Mapping[str, tuple[Entity, ...]]
Find = Callable[[Statement, Annotation], Filled]


def with_facts(
    annotations: Sequence[Annotation], statements: Sequence[Statement], find: Find, ledger: Ledger
) -> tuple[Annotation, ...]:
    """The annotations without the rejected facts, with the added ones, the kept ones certain."""
    by_document: dict[str, list[Statement]] = defaultdict(list)
    known = {a.document.id for a in annotations}
    for statement in statements:
        by_document[statement.documents[0]].append(statement)
        if statement.documents[0] not in known:
            ledger.idle(statement, f"no document {statement.documents[0]!r} here")
    return tuple(_judged(a, by_document[a.document.id], find, ledger) if a.document.id in by_document else a for a in annotations)


def _judged(annotation: Annotation, statements: Sequence[Statement], find: Find, ledger: Ledger) -> Annotation:
    filled: dict[Statement, Filled] = {}
    for statement in statements:
        try:
            filled[statement] = find(statement, annotation)
        except NotHereError as error:
            (ledger.wrong if error.slip else ledger.idle)(statement, str(error))
    added = [pair for s, found in filled.items() if s.verb == "add" for pair in _added(annotation, s, found, ledger)]
    facts = [*annotation.facts, *_settled(annotation, added)]
    verdicts: dict[int, set[Statement]] = defaultdict(set)
    for statement, found in filled.items():
        numbers = [n for n, fact in enumerate(facts) if _means(statement, found, fact)]
        if not numbers and statement.verb != "add":
            ledger.idle(statement, f"{annotation.document.id} states no such fact")
        for number in numbers:
            verdicts[number].add(statement)
    for judged in verdicts.values():
        _agree(judged, ledger)
    kept = []
    for number, fact in enumerate(facts):
        verbs = {s.verb for s in verdicts[number]}
        if "reject" not in verbs:
            kept.append(replace(fact, confidence=1.0) if verbs else fact)
    return replace(annotation, facts=tuple(kept))


def _settled(annotation: Annotation, added: Sequence[tuple[Statement, Fact]]) -> list[Fact]:
    """The added facts that the program has not found itself, each once, in the order of the text."""
    new: dict[tuple[object, ...], Fact] = {}
    for statement, fact in added:
        known = any(
            f.type == fact.type
            and dict(f.arguments) == dict(fact.arguments)
            and all(f.values.get(name) == value for name, value in statement.values)
            for f in annotation.facts
        )
        if not known:
            said = (tuple(sorted(fact.arguments.items())), tuple(sorted(fact.values.items())))
            new[(fact.evidence.start, fact.evidence.end, fact.type, *said)] = fact
    return [new[order] for order in sorted(new)]


def _agree(statements: set[Statement], ledger: Ledger) -> None:
    """A fact that one line rejects and another keeps or adds is a contradiction in the file."""
    first, *others = sorted(statements, key=lambda s: s.line)
    for other in others:
        if (first.verb == "reject") != (other.verb == "reject"):
            ledger.wrong(other, f"{other.shown} contradicts line {first.line}: {first.shown}")


def _means(statement: Statement, filled: Filled, fact: Fact) -> bool:
    """Whether a line names a fact: its type, its things, and the values the line gives."""
    if fact.type != statement.fact or any(fact.values.get(name) != value for name, value in statement.values):
        return False
    ids = {name: {entity.id for entity in found} for name, found in filled.items()}
    if all(fact.arguments[name] in ids[name] for name in ids):
        return True
    return fact.type == "cooperation" and fact.arguments["a"] in ids["b"] and fact.arguments["b"] in ids["a"]


def _added(annotation: Annotation, statement: Statement, filled: Filled, ledger: Ledger) -> Iterator[tuple[Statement, Fact]]:
    span = find_words(annotation.document.text, statement.text)
    if span is None:
        ledger.idle(statement, f"these words do not stand in {annotation.document.id}: «{statement.text[:60]}»")
        return
    if statement.fact is None:
        return
    arguments = {}
    for name in ARGUMENTS[statement.fact]:
        entity = _nearest(filled[name], span)
        if entity.type not in FILLERS[name]:
            wanted = " or ".join(sorted(FILLERS[name]))
            ledger.wrong(statement, f"{entity.name!r} is of type {entity.type}; the {name} of {statement.fact} is a {wanted}")
        arguments[name] = entity.id
    if len(set(arguments.values())) < len(arguments):
        ledger.wrong(statement, f"{statement.fact} is said of two things, not of one and itself")
        return
    values = dict(statement.values)
    if statement.fact == "participation":
        values.setdefault("role", "participant")
    if statement.fact == "dated":
        values.setdefault("end", values["start"])
    yield statement, Fact(statement.fact, arguments, span, values, 1.0, RULE)


def _nearest(entities: Sequence[Entity], span: Span) -> Entity:
    """Of the entities of one thing in a document, the one that the words name; else the first."""
    return next((e for e in entities if any(span.overlaps(m) for m in e.mentions)), entities[0])


def find_words(text: str, words: str) -> Span | None:
    """Where words first stand in a text, whatever white space lies between them.

    >>> find_words("Қор\\nмен  ұйым", "мен ұйым")
    Span(start=4, end=13)
    """
    found = re.search(r"\s+".join(re.escape(word) for word in words.split()), text)
    return Span(found.start(), found.end()) if found else None
