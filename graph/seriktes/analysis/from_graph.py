"""The network's records read from the triples of a graph: what annotations gave to the graph, taken back out of it.

Two things the graph does not keep: where names stand inside a quote (``marks`` are empty), and a confidence beyond three
decimals. A thing is called by its preferred labels.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import cast
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad

from seriktes.analysis.claims import LANGUAGES, Claim, Node, Reading, Source, claim_order
from seriktes.model import EntityType, FactType, Language
from seriktes.rdf import terms as t
from seriktes.rdf.iris import SEGMENTS
from seriktes.store import text_of

Said = Mapping[NamedNode, list[NamedNode | Literal]]
_TYPES: Mapping[str, EntityType] = {segment: kind for kind, segment in SEGMENTS.items()}
_THING = f"{t.BASE}id/"
#: Relations that an Assertion is about: the type of fact, and the arguments that are its subject and its object.
_BINARY: Mapping[NamedNode, tuple[FactType, str, str]] = {
    t.PARTY: ("party", "agreement", "agent"),
    t.SIGNATORY: ("signatory", "agreement", "agent"),
    t.ORGANIZER: ("participation", "event", "agent"),
    t.LOCATION: ("located", "subject", "place"),
    t.OUTCOME_OF: ("concluded_at", "agreement", "event"),
    t.IMPLEMENTED_BY: ("implements", "project", "agent"),
    t.COVERS: ("covers", "agreement", "project"),
    t.COOPERATES_WITH: ("cooperation", "a", "b"),
    **dict.fromkeys((t.SUPER_EVENT, t.SUB_ORGANIZATION_OF, t.MEMBER_OF, t.WITHIN, t.IS_PART_OF), ("part_of", "part", "whole")),
}
_STARTS, _ENDS = (t.DATE_SIGNED, t.START_DATE), (t.END_DATE,)
#: What the annotations call things of types that have no scheme of kinds.
_WITHOUT_KINDS = {"Person": "person", "Project": "project"}
_Place = tuple[str, int, int]


def reading_of_graph(quads: Iterable[Quad]) -> Reading:
    """The nodes, claims and sources of a graph, each in a fixed order."""
    graph = _Graph(quads)
    sources = {iri: _source(said) for iri, said in graph.documents.items()}
    nodes = sorted(graph.nodes(sources), key=lambda node: node.id)
    return Reading(
        tuple(nodes), tuple(sorted(graph.claims(sources), key=claim_order)), tuple(sorted(sources.values(), key=_by_id))
    )


class _Graph:
    """What is said of each subject, and in which document a claim stands."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._said: dict[str, dict[NamedNode, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
        self.documents: dict[str, Said] = {}
        self._things: set[str] = set()
        self._claims: set[str] = set()
        self._mentioned: dict[str, set[str]] = defaultdict(set)
        self._event_of: dict[str, str] = {}
        for quad in quads:
            self._take(quad)
        self._ids = {iri: _one(self._said[iri], t.IDENTIFIER) or _key(iri) for iri in self._things}

    def _take(self, quad: Quad) -> None:
        subject, value = text_of(quad.subject), cast("NamedNode | Literal", quad.object)
        if quad.predicate == t.MENTIONS:
            self._mentioned[value.value].add(subject)
            return
        self._said[subject][quad.predicate].append(value)
        if quad.predicate == t.HAS_PARTICIPATION:
            self._event_of[value.value] = subject
        elif quad.predicate == t.PRIMARY_SOURCE and quad.graph_name == value:
            self._claims.add(subject)
        elif quad.predicate == t.TYPE and value == t.SOURCE_DOCUMENT:
            self.documents[subject] = self._said[subject]
        elif quad.graph_name == t.ENTITIES_GRAPH and quad.predicate == t.IDENTIFIER and _type(subject):
            self._things.add(subject)

    def nodes(self, sources: Mapping[str, Source]) -> Iterator[Node]:
        for iri in self._things:
            said = self._said[iri]
            kind = _one(said, t.KIND)
            names = {label.language: label.value for label in said[t.PREF_LABEL] if isinstance(label, Literal) and label.language}
            yield Node(
                self._ids[iri],
                _type(iri) or "Organization",
                unquote(kind.rpartition("/")[2]) if kind else _WITHOUT_KINDS.get(_type(iri) or ""),
                _one(said, t.KNOWN_COUNTRY),
                {language: names[language] for language in LANGUAGES if language in names},
                tuple(sorted(sources[document].id for document in self._mentioned[iri] if document in sources)),
            )

    def claims(self, sources: Mapping[str, Source]) -> Iterator[Claim]:
        dated: dict[tuple[str, _Place], dict[str, str]] = defaultdict(dict)
        proofs: dict[tuple[str, _Place], str] = {}
        for iri in sorted(self._claims):
            said = self._said[iri]
            predicate = next(iter(said[t.PREDICATE]), None)
            if predicate in _STARTS or predicate in _ENDS:
                what = (_one(said, t.SUBJECT) or "", self._place(said))
                dated[what]["start" if predicate in _STARTS else "end"] = _one(said, t.OBJECT) or ""
                proofs[what] = iri
            else:
                told = self._told(iri, said)
                if told is not None:
                    yield self._claim(*told, iri, sources)
        for (subject, place), dates in dated.items():
            if subject in self._things:
                start = dates.get("start")
                ends = (start, dates.get("end", start))
                yield self._claim("dated", {"subject": subject}, proofs[(subject, place)], sources, ends)

    def _told(self, iri: str, said: Said) -> tuple[FactType, dict[str, str]] | None:
        """The type of fact a claim makes and the IRIs of its arguments; None for what is no edge."""
        found: tuple[FactType, dict[str, str | None]]
        predicate = next((value for value in said[t.PREDICATE] if value in _BINARY), None)
        if predicate is not None:
            kind, subject, value = _BINARY[cast(NamedNode, predicate)]
            found = (kind, {subject: _one(said, t.SUBJECT), value: _one(said, t.OBJECT)})
        elif said[t.PARTICIPANT]:
            found = ("participation", {"agent": _one(said, t.PARTICIPANT), "event": self._event_of.get(iri)})
        elif said[t.MEMBER]:
            found = ("post", {"person": _one(said, t.MEMBER), "organization": _one(said, t.IN_ORGANIZATION)})
        elif said[t.REPRESENTATIVE]:
            found = ("represents", {"person": _one(said, t.REPRESENTATIVE), "place": _one(said, t.REPRESENTS)})
        else:
            return None
        kind, arguments = found
        return (kind, {name: iri for name, iri in arguments.items() if iri}) if set(arguments.values()) <= self._things else None

    def _claim(
        self,
        kind: FactType,
        arguments: Mapping[str, str],
        iri: str,
        sources: Mapping[str, Source],
        dates: tuple[str | None, str | None] = (None, None),
    ) -> Claim:
        said = self._said[iri]
        document, start, end = self._place(said)
        source = sources.get(document) or Source(document, document, "en")
        role = _one(said, t.PARTICIPANT_ROLE)
        organizes = t.ORGANIZER in said[t.PREDICATE]
        return Claim(
            kind,
            {name: self._ids[argument] for name, argument in arguments.items()},
            source.id,
            source.file,
            start,
            end,
            self._quote(said),
            "organizer" if organizes else unquote(role.rpartition("/")[2]) if role else None,
            _one(said, t.TITLE),
            *dates,
            float(_one(said, t.CONFIDENCE) or 1),
        )

    def _place(self, said: Said) -> _Place:
        for selector in said[t.SELECTOR]:
            where = self._said[selector.value]
            if where[t.START]:
                return _one(said, t.PRIMARY_SOURCE) or "", int(_one(where, t.START) or 0), int(_one(where, t.END) or 0)
        return _one(said, t.PRIMARY_SOURCE) or "", 0, 0

    def _quote(self, said: Said) -> str:
        quotes = (_one(self._said[selector.value], t.EXACT) for selector in said[t.SELECTOR])
        return next((quote for quote in quotes if quote), "")


def _one(said: Said, predicate: NamedNode) -> str | None:
    """The text of a value; of several the first in order."""
    return min((text_of(value) for value in said[predicate]), default=None)


def _type(iri: str) -> EntityType | None:
    return _TYPES.get(iri.removeprefix(_THING).partition("/")[0]) if iri.startswith(_THING) else None


def _key(iri: str) -> str:
    return unquote(iri.rpartition("/")[2])


def _source(said: Said) -> Source:
    language = cast(Language, _one(said, t.LANGUAGE) or "en")
    file = _one(said, t.FILE_NAME) or ""
    return Source(_one(said, t.IDENTIFIER) or file, file, language, _one(said, t.ISSUED), _one(said, t.PUBLISHER))


def _by_id(source: Source) -> str:
    return source.id
