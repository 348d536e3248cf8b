"""What documents say of a thing, each claim with the sentence that says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from seriktes.rdf import terms as t
from seriktes.store import GraphStore, text_of

#: More claims of one thing than this are not shown on its page; the page says how many there are.
MOST = 400
#: Properties by which a claim points at a thing.
_POINTERS = (t.SUBJECT, t.OBJECT, t.MEMBER, t.IN_ORGANIZATION, t.PARTICIPANT, t.REPRESENTATIVE, t.REPRESENTS)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: subject, relation and object (IRIs, or the object's text), what more it says, and where it stands.

    ``start`` and ``end`` are offsets in code points of the document's text, and ``quote`` is what stands between them.
    """

    iri: str
    subject: str
    relation: str
    object: str
    is_thing: bool
    roles: tuple[str, ...]
    title: str | None
    document: str
    start: int
    end: int
    quote: str
    confidence: float
    rule: str

    @property
    def anchor(self) -> str:
        """The end of its IRI, to link to on a page."""
        return self.iri.rpartition("#")[2]


def claims_about(store: GraphStore, iri: str) -> tuple[list[Claim], int]:
    """The claims in which a thing stands, by document and place, and how many there are in all."""
    node = NamedNode(iri)
    found = {text_of(q.subject) for pointer in _POINTERS for q in store.match(None, pointer, node)}
    found |= {text_of(q.object) for q in store.match(node, t.HAS_PARTICIPATION, None)}
    claims = list(_read(store, sorted(found)[: MOST * 4]))
    return sorted(claims, key=_place)[:MOST], max(len(claims), len(found) if len(found) > MOST * 4 else 0)


def claims_of(store: GraphStore, document: str) -> tuple[list[Claim], int]:
    """The claims of a document in the order of its text, and how many there are in all."""
    graph = NamedNode(document)
    found = {text_of(q.subject) for q in store.match(None, t.PRIMARY_SOURCE, graph, graph)}
    claims = list(_read(store, sorted(found)[: MOST * 4]))
    return sorted(claims, key=_place)[:MOST], len(found)


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return (claim.document, claim.start, claim.end, claim.iri)


def _read(store: GraphStore, iris: Iterable[str]) -> Iterator[Claim]:
    for iri in iris:
        claim = read_claim(store, iri)
        if claim is not None:
            yield claim


def read_claim(store: GraphStore, iri: str) -> Claim | None:
    """A claim of a document; None for what was only inferred, which has no sentence of its own."""
    quads = list(store.match(NamedNode(iri), None, None))
    said = {q.predicate: q.object for q in quads}
    if t.PRIMARY_SOURCE not in said:
        return None
    end = _ends(store, iri, quads)
    if end is None:
        return None
    subject, relation, value, is_thing = end
    start, stop, quote = _passage(store, quads)
    return Claim(
        iri,
        subject,
        relation,
        value,
        is_thing,
        tuple(sorted(text_of(q.object) for q in quads if q.predicate == t.PARTICIPANT_ROLE)),
        text_of(said[t.TITLE]) if t.TITLE in said else None,
        text_of(said[t.PRIMARY_SOURCE]),
        start,
        stop,
        quote,
        float(text_of(said.get(t.CONFIDENCE)) or 1),
        text_of(said.get(t.GENERATED_BY)).rpartition("/")[2],
    )


def _ends(store: GraphStore, iri: str, quads: list[Quad]) -> tuple[str, str, str, bool] | None:
    """Subject, relation and object of a claim whatever its shape, and whether the object is an IRI."""
    said = {q.predicate: q.object for q in quads}
    if t.PARTICIPANT in said:
        event = next(store.match(None, t.HAS_PARTICIPATION, NamedNode(iri)), None)
        return (text_of(said[t.PARTICIPANT]), t.HAS_PARTICIPATION.value, text_of(event.subject), True) if event else None
    for subject, relation, value in (
        (t.MEMBER, t.POST.value, t.IN_ORGANIZATION),
        (t.REPRESENTATIVE, t.REPRESENTS.value, t.REPRESENTS),
    ):
        if subject in said and value in said:
            return text_of(said[subject]), relation, text_of(said[value]), True
    if t.PREDICATE in said and t.SUBJECT in said and t.OBJECT in said:
        stated = said[t.OBJECT]
        return text_of(said[t.SUBJECT]), text_of(said[t.PREDICATE]), text_of(stated), isinstance(stated, NamedNode)
    return None


def _passage(store: GraphStore, quads: list[Quad]) -> tuple[int, int, str]:
    start = end = 0
    quote = ""
    for quad in quads:
        if quad.predicate == t.SELECTOR and isinstance(quad.object, NamedNode):
            for part in store.match(quad.object, None, None):
                if part.predicate == t.START:
                    start = int(text_of(part.object))
                elif part.predicate == t.END:
                    end = int(text_of(part.object))
                elif part.predicate == t.EXACT:
                    quote = text_of(part.object)
    return start, end, quote


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner of an organisation: why (a concept), and by what agreement, project or event."""

    iri: str
    kind: str
    basis: str


def partners_of(store: GraphStore, iri: str) -> list[Partner]:
    """The partners that the rules drew from claims, in settled order."""
    found = set()
    for partnership in {text_of(q.subject) for q in store.match(None, t.PARTNER, NamedNode(iri))}:
        quads = list(store.match(NamedNode(partnership), None, None))
        kinds = sorted(text_of(q.object) for q in quads if q.predicate == t.KIND)
        bases = sorted(text_of(q.object) for q in quads if q.predicate == t.BASIS)
        others = {text_of(q.object) for q in quads if q.predicate == t.PARTNER} - {iri}
        found |= {(other, kind, basis) for other in others for kind in kinds for basis in bases or [""]}
    return [Partner(*row) for row in sorted(found)]
