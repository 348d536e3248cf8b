"""What a build holds, for catalogues: VoID and DCAT in Turtle, with addresses relative to the folder of the build."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from seriktes.rdf import terms as t
from seriktes.rdf.trig import compact

#: The dumps of a build: file, media type.
DUMPS: Sequence[tuple[str, str]] = (("graph.nq", "application/n-quads"), ("graph.trig", "application/trig"))
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_GRAPHS: Mapping[NamedNode, str] = {
    t.DOCUMENTS_GRAPH: "documents",
    t.ENTITIES_GRAPH: "entities",
    t.INFERRED_GRAPH: "inferred",
}
_PREFIXES = {
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": t.DCTERMS.iri,
    "foaf": t.FOAF.iri,
    "xsd": t.XSD.iri,
}
_HEADER = """\
<dataset> a void:Dataset , dcat:Dataset ;
  dcterms:title "seriktes: серіктестер графы"@kk , "seriktes: граф партнёров"@ru , "seriktes: a graph of partners"@en ;
  dcterms:description
    "Құжаттардан оқылған тұлғалар, ұйымдар, іс-шаралар, келісімдер мен серіктестер, әр тұжырым дәйексөзімен."@kk ,
    "Лица, организации, мероприятия, соглашения и партнёры, прочитанные в документах, каждое утверждение с цитатой."@ru ,
    "Persons, organisations, events, agreements and partners read from documents, each statement with its quote."@en ;
  dcterms:rights
    "Мәтіндер жариялаушыларынікі; графта тек дәйексөздер бар."@kk ,
    "Тексты принадлежат издателям; в графе только цитаты."@ru ,
    "The texts belong to their publishers; the graph holds quotes only."@en ;
  dcterms:license <{licence}> ;
  dcterms:creator [ a foaf:Agent ; foaf:name "The seriktes authors" ] ;
  dcterms:publisher [ a foaf:Agent ; foaf:name "The seriktes project" ] ;
  dcterms:conformsTo <{ontology}> ;
"""


@dataclass(slots=True)
class _Counts:
    """What is counted in one pass over the quads."""

    quads: int = 0
    subjects: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    properties: Counter[str] = field(default_factory=Counter)
    classes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    graphs: Counter[str] = field(default_factory=Counter)
    languages: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)

    def add(self, quad: Quad) -> None:
        subject, value, predicate = str(quad.subject), str(quad.object), quad.predicate
        self.quads += 1
        self.subjects.add(subject)
        self.objects.add(value)
        self.properties[predicate.value] += 1
        self.graphs[_family(quad)] += 1
        if predicate == t.TYPE and isinstance(quad.object, NamedNode):
            self.classes[quad.object.value].add(subject)
        elif predicate == t.LANGUAGE and isinstance(quad.object, Literal):
            self.languages.add(quad.object.value)
        elif predicate == t.ISSUED and isinstance(quad.object, Literal):
            self.dates.add(value)


def _family(quad: Quad) -> str:
    graph = quad.graph_name
    return _GRAPHS.get(graph, "claims") if isinstance(graph, NamedNode) else "claims"


def describe_build(quads: Iterable[Quad], files: Sequence[str]) -> str:
    """The VoID and DCAT description in Turtle of a graph whose build wrote ``files``. The same graph gives the same text."""
    counts = _Counts()
    for quad in quads:
        counts.add(quad)
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(_PREFIXES.items()))
    body = [*_statistics(counts), *_dumps(files)]
    header = _HEADER.format(licence=LICENCE, ontology=f"{t.BASE}ontology")
    dataset = f"\n{header}  " + " ;\n  ".join(body) + " .\n"
    return prefixes + dataset + "".join(_subsets(counts)) + _service()


def _statistics(counts: _Counts) -> Iterator[str]:
    yield from (f'dcterms:language "{language}"' for language in sorted(counts.languages))
    if counts.dates:
        first, last = (_prefixed(date) for date in (min(counts.dates), max(counts.dates)))
        yield f"dcterms:temporal [ a dcterms:PeriodOfTime ; dcat:startDate {first} ; dcat:endDate {last} ]"
    yield f"void:triples {counts.quads}"
    yield f"void:distinctSubjects {len(counts.subjects)}"
    yield f"void:distinctObjects {len(counts.objects)}"
    yield f"void:classes {len(counts.classes)}"
    yield f"void:properties {len(counts.properties)}"
    yield f"void:documents {len(counts.classes.get(t.SOURCE_DOCUMENT.value, ()))}"
    vocabularies = {_vocabulary(iri) for iri in (*counts.properties, *counts.classes)}
    yield from (f"void:vocabulary <{iri}>" for iri in sorted(vocabularies))
    for cls, things in sorted(counts.classes.items()):
        yield f"void:classPartition [ void:class <{cls}> ; void:entities {len(things)} ]"
    for predicate, number in sorted(counts.properties.items()):
        yield f"void:propertyPartition [ void:property <{predicate}> ; void:triples {number} ]"
    yield from (f"void:subset <dataset/{name}>" for name in sorted(counts.graphs))


def _prefixed(term: str) -> str:
    value, _, datatype = term.rpartition("^^")
    return f"{value}^^{compact(datatype.strip('<>'))}"


def _vocabulary(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _dumps(files: Sequence[str]) -> Iterator[str]:
    for name, media in DUMPS:
        if name in files:
            yield f"void:dataDump <{name}>"
            kind = f"<https://www.iana.org/assignments/media-types/{media}>"
            yield f"dcat:distribution [ a dcat:Distribution ; dcat:downloadURL <{name}> ; dcat:mediaType {kind} ]"
    yield "void:sparqlEndpoint <sparql>"


def _subsets(counts: _Counts) -> Iterator[str]:
    """The named graphs by kind: those of the documents together, and the three beside them."""
    for name, number in sorted(counts.graphs.items()):
        yield f"\n<dataset/{name}> a void:Dataset ;\n  void:triples {number} .\n"


def _service() -> str:
    return (
        "\n<service> a dcat:DataService ;\n"
        '  dcterms:title "SPARQL"@en ;\n'
        "  dcat:servesDataset <dataset> ;\n"
        "  dcat:endpointURL <sparql> .\n"
    )
