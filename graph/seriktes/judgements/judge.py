"""Judgements on what was read: who is who with them, facts without the rejected ones, things under their new names.

Stages, each a function of sets, so that neither the order of lines nor that of documents matters: what is different, then
what is the same, then facts, then names, kinds and countries. All are looked up and checked before the result is given.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from seriktes.identity.aliases import aliases
from seriktes.identity.judgements import Judgement, Place
from seriktes.identity.keyed import keys_of
from seriktes.identity.profiles import Outline, outline_of
from seriktes.identity.resolve import resolve, resolve_one_by_one
from seriktes.judgements.consistency import Sides, contradictions
from seriktes.judgements.facts import Filled, with_facts
from seriktes.judgements.ledger import Ledger, Note
from seriktes.judgements.statements import KINDS, Named, Statement
from seriktes.judgements.things import NotHereError, Things, seek
from seriktes.model import ARGUMENTS, Annotation, Entity, EntityType, Fact, Language

Names = Mapping[str, Mapping[Language, str]]


@dataclass(frozen=True, slots=True)
class Judged:
    """Resolved annotations, with what else people decided.

    ``names`` are given names by key and language, ``aliases`` other keys with the type and key of the thing they lead to,
    ``notes`` what became of each judgement, ``different`` the pairs of keys that people said are two things, ``outlines`` what
    identity drew of each annotation, as long as it is of use; empty, who needs them draws them again.
    """

    annotations: Sequence[Annotation]
    names: Names = field(default_factory=dict)
    aliases: Mapping[str, tuple[EntityType, str]] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    different: frozenset[frozenset[str]] = frozenset()
    outlines: list[Outline] = field(default_factory=list, compare=False, repr=False)

    @property
    def idle(self) -> tuple[Note, ...]:
        """The judgements that do not apply to these documents."""
        return tuple(note for note in self.notes if note.reason)


def judge(
    annotations: Sequence[Annotation],
    statements: Sequence[Statement] = (),
    file: str = "judgements",
    outlines: Sequence[Outline] | None = None,
) -> Judged:
    """Who is who over all documents, by the program and the judgements of a file. ``outlines`` are those of the annotations, where
    they are known. What comes back is held as they are: as a tuple, or each made when it is asked for.

    Raises DataError, naming lines of ``file``, for judgements that contradict one another and for mistyped names.
    """
    if outlines is None:
        outlines = [outline_of(annotation) for annotation in annotations]
    if not statements:
        found = resolve_one_by_one(annotations, outlines=outlines)
        drawn = [
            outline if _listed(before) == _listed(after) else outline_of(after)
            for outline, before, after in zip(outlines, annotations, found, strict=True)
        ]
        held = tuple(found) if isinstance(annotations, (tuple, list)) else found
        return Judged(held, {}, aliases(found, outlines=drawn), (), outlines=drawn)
    resolved = resolve(annotations, outlines=outlines)
    bench = _Bench(tuple(annotations), Ledger(file), [Things(resolved)])
    before = keys_of(resolved)
    different, same = bench.decide(statements)
    bench.ledger.close()
    facts = [s for s in statements if s.verb in ("reject", "keep", "add")]
    if facts:
        stated = with_facts(bench.given, facts, bench.arguments, bench.ledger)
        bench.ledger.close()
        bench.state(stated, different, same)
    names, annotated = bench.describe([s for s in statements if s.verb in ("rename", "kind", "country")])
    bench.ledger.close()
    aliased = bench.aliases(annotated, before, same)
    return Judged(annotated, names, aliased, bench.ledger.notes(tuple(statements)), bench.pairs_of_keys(different))


def _listed(annotation: Annotation) -> list[str | None]:
    """The listed record of each entity."""
    return [entity.authority for entity in annotation.entities]


def check(things: Things, statements: Sequence[Statement], file: str) -> None:
    """Raise DataError when judgements about resolved annotations contradict one another."""
    bench = _Bench(things.annotations, Ledger(file), [things])
    for statement, trouble in contradictions(bench.pairs(statements, "same"), bench.pairs(statements, "different")):
        bench.ledger.wrong(statement, trouble)
    bench.ledger.close()


class _Bench:
    """The stages of judging one set of documents. ``directories``: the latest first."""

    def __init__(self, given: tuple[Annotation, ...], ledger: Ledger, directories: list[Things]) -> None:
        self.given, self.ledger, self.directories = given, ledger, directories

    def decide(self, statements: Sequence[Statement]) -> tuple[dict[Statement, Sides], dict[Statement, Sides]]:
        """Resolve with all that is different, then also with all that is the same."""
        different = {s: _apart(*self._rest(s, sides)) for s, sides in self.pairs(statements, "different").items()}
        for statement, sides in list(different.items()):
            if not all(sides) or sides[0] == sides[1]:
                self.ledger.idle(statement, "both sides name the same entities; name them as document#entity")
                del different[statement]
        self.given = _without_records(self.given, different)
        if different:
            self.resolve(different, {})
        same = self.pairs(statements, "same")
        for statement, trouble in contradictions(same, different):
            self.ledger.wrong(statement, trouble)
        self.ledger.close()
        if same:
            self.resolve(different, same)
        keys = self.directories[0].keys
        for verdict, pairs in (("different", different), ("same", same)):
            for statement, sides in pairs.items():
                left, right = ({keys[p] for p in side if p[0]} for side in sides)
                if left and right and (verdict == "same") == left.isdisjoint(right):
                    self.ledger.idle(statement, "it could not be carried out: the two are of kinds that are resolved apart")
        return different, same

    def _rest(self, statement: Statement, sides: Sides) -> Sides:
        """Of two that are one thing so far, the side that bears the thing's key is all of it but the other side."""
        by_key = self.directories[0].by_key
        wholes = [by_key.get(named.key, frozenset()) for named in statement.things]
        if sides[1] < wholes[0]:
            return sides[0] | wholes[0] - sides[1], sides[1]
        if sides[0] < wholes[1]:
            return sides[0], sides[1] | wholes[1] - sides[0]
        return sides

    def pairs_of_keys(self, different: Mapping[Statement, Sides]) -> frozenset[frozenset[str]]:
        """The keys of the things on both sides of each judgement, in pairs."""
        keys = self.directories[0].keys
        return frozenset(
            frozenset((keys[a], keys[b])) for left, right in different.values() for a in left for b in right if a[0] and b[0]
        )

    def resolve(self, different: Mapping[Statement, Sides], same: Mapping[Statement, Sides]) -> None:
        """Resolve anew; what is found is looked into first from now on."""
        said = [Judgement("different", *sides, s.shown) for s, sides in different.items()]
        said += [Judgement("same", *sides, s.shown) for s, sides in same.items()]
        said.sort(key=lambda j: (j.verdict, j.reason))
        self.directories.insert(0, Things(resolve(self.given, said)))

    def state(
        self, stated: tuple[Annotation, ...], different: Mapping[Statement, Sides], same: Mapping[Statement, Sides]
    ) -> None:
        """Take over judged facts. Who is who is asked again only where a fact came or went: how sure one is tells nothing."""
        as_before = _facts_of(stated) == _facts_of(self.given)
        self.given = stated
        if as_before:
            facts = {a.document.id: a.facts for a in stated}
            self.directories.insert(0, Things([replace(a, facts=facts[a.document.id]) for a in self.directories[0].annotations]))
        else:
            self.resolve(different, same)

    def pairs(self, statements: Sequence[Statement], verb: str) -> dict[Statement, Sides]:
        """What both sides of the judgements of a verb name, where they name something."""
        found: dict[Statement, Sides] = {}
        for statement in statements:
            if statement.verb != verb:
                continue
            sides = [self._find(statement, named, True) for named in statement.things]
            if sides[0] is None or sides[1] is None:
                continue
            types = [self.directories[0].type_of(side) for side in sides if side]
            if types[0] != types[1]:
                told = " and ".join(
                    f"{n.shown} is of type {', '.join(sorted(t))}" for n, t in zip(statement.things, types, strict=True)
                )
                self.ledger.wrong(statement, f"{told}; they are never one")
            else:
                found[statement] = (sides[0], sides[1])
        return found

    def _find(self, statement: Statement, named: Named, listed: bool = False) -> frozenset[Place] | None:
        """The entities that a line names; None, with a note, where it names nothing."""
        missing = [d for d in statement.documents if d not in self.directories[0].documents]
        besides = {other.key or other.name for other in statement.things if other != named}
        try:
            return seek(self.directories, named, listed, besides)
        except NotHereError as error:
            if error.slip and not missing:
                self.ledger.wrong(statement, str(error))
            else:
                gone = f" ({', '.join(missing)} is not among them)" if missing else ""
                self.ledger.idle(statement, f"{error}{gone}")
            return None

    def arguments(self, statement: Statement, annotation: Annotation) -> Filled:
        """The entities of one document that fill the arguments of a fact. Raises NotHereError."""
        filled: dict[str, tuple[Entity, ...]] = {}
        keys = self.directories[0].keys
        document = annotation.document.id
        for argument, named in zip(ARGUMENTS[statement.fact or "party"], statement.things, strict=True):
            wanted = {
                keys[place] for place in seek(self.directories, named, besides={o.key for o in statement.things if o != named})
            }
            filled[argument] = tuple(e for e in annotation.entities if keys.get((document, e.id)) in wanted)
            if not filled[argument]:
                raise NotHereError(f"{document} does not name {named.shown}")
        return filled

    def aliases(
        self, annotations: Sequence[Annotation], before: Mapping[Place, str], same: Mapping[Statement, Sides]
    ) -> dict[str, tuple[EntityType, str]]:
        """The other keys of things, those of listed records that a person joined to them among them."""
        now = self.directories[0]
        found = aliases(annotations, before, now.own)
        for sides in same.values():
            places = sides[0] | sides[1]
            keys = {now.keys[place] for place in places if place[0]}
            for document, record in places:
                if not document and record not in now.by_key and len(keys) == 1:
                    (key,) = keys
                    found[record] = (now.entities[min(now.by_key[key])].type, key)
        return dict(sorted(found.items()))

    def describe(self, statements: Sequence[Statement]) -> tuple[Names, tuple[Annotation, ...]]:
        """The given names by key, and the annotations with the given kinds and countries."""
        things = self.directories[0]
        said: dict[tuple[str, str], Statement] = {}
        for statement in sorted(statements, key=lambda s: s.line):
            places = self._find(statement, statement.things[0])
            for key in sorted({things.keys[place] for place in places or ()}):
                self._check_kind(statement, key)
                first = said.setdefault((key, f"{statement.verb} {statement.language or ''}"), statement)
                if first.text != statement.text:
                    self.ledger.wrong(statement, f"{statement.shown} contradicts line {first.line}: {first.shown}")
        names: dict[str, dict[Language, str]] = defaultdict(dict)
        for (key, _), statement in sorted(said.items()):
            if statement.verb == "rename" and statement.language:
                names[key][statement.language] = statement.text
        order = {a.document.id: n for n, a in enumerate(self.given)}
        annotated = sorted(things.annotations, key=lambda a: order[a.document.id])
        return names, tuple(replace(a, entities=tuple(_described(e, said) for e in a.entities)) for a in annotated)

    def _check_kind(self, statement: Statement, key: str) -> None:
        type_ = next(iter(self.directories[0].type_of(self.directories[0].by_key[key])))
        if statement.verb == "kind" and statement.text and statement.text not in KINDS[type_]:
            near = difflib.get_close_matches(statement.text, sorted(KINDS[type_]), n=1)
            hint = f"did you mean {near[0]}?" if near else ", ".join(sorted(KINDS[type_]))
            self.ledger.wrong(statement, f"{statement.text!r} is no kind of a thing of type {type_}; {hint}")


def _facts_of(annotations: Sequence[Annotation]) -> list[list[Fact]]:
    """The facts of each document, however sure."""
    return [[replace(fact, confidence=1.0) for fact in a.facts] for a in annotations]


def _described(entity: Entity, said: Mapping[tuple[str, str], Statement]) -> Entity:
    kind, country = (said.get((entity.key or "", f"{verb} ")) for verb in ("kind", "country"))
    return replace(
        entity,
        kind=kind.text or None if kind else entity.kind,
        country=country.text or None if country else entity.country,
    )


def _apart(left: frozenset[Place], right: frozenset[Place]) -> Sides:
    """Both sides without what they share: of a thing and some of its entities, the thing is the rest of it."""
    if left < right:
        return left, right - left
    if right < left:
        return left - right, right
    return left - right or left, right - left or right


def _without_records(annotations: Sequence[Annotation], different: Mapping[Statement, Sides]) -> tuple[Annotation, ...]:
    """The annotations without the match to a listed record where a person said that it is another thing."""
    denied: dict[Place, set[str]] = defaultdict(set)
    for left, right in different.values():
        for side, other in ((left, right), (right, left)):
            for document, key in other:
                if not document:
                    for place in side:
                        denied[place].add(key)

    def checked(entity: Entity, place: Place) -> Entity:
        return replace(entity, authority=None) if entity.authority in denied.get(place, ()) else entity

    return tuple(
        replace(a, entities=tuple(checked(e, (a.document.id, e.id)) for e in a.entities)) if denied else a for a in annotations
    )
