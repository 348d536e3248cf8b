"""What a build holds, for catalogues: VoID and DCAT in Turtle, with addresses relative to the folder of the build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import Quad

from seriktes.rdf import terms as t
from seriktes.rdf.serialize import to_lines
from seriktes.rdf.sorting import SortedLines
from seriktes.rdf.trig import Parts, compact, parts_of

#: The dumps of a build: file, media type.
DUMPS: Sequence[tuple[str, str]] = (("graph.nq", "application/n-quads"), ("graph.trig", "application/trig"))
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_GRAPHS: Mapping[str, str] = {
    str(t.DOCUMENTS_GRAPH): "documents",
    str(t.ENTITIES_GRAPH): "entities",
    str(t.INFERRED_GRAPH): "inferred",
}
#: Bytes of values that are held while the different ones are counted.
_OBJECTS = 8_000_000
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
    """What is counted in one pass over the sorted lines of a graph."""

    quads: int = 0
    subjects: int = 0
    objects: int = 0
    properties: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)
    graphs: Counter[str] = field(default_factory=Counter)
    languages: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)

    def add(self, about: Iterable[Parts]) -> Iterator[str]:
        """Take in all quads of one thing; gives their objects."""
        self.subjects += 1
        classes = set()
        for graph, _, _, predicate, value in about:
            self.quads += 1
            self.properties[predicate] += 1
            self.graphs[_GRAPHS.get(graph, "claims")] += 1
            if predicate == t.TYPE.value:
                classes.add(value[1:-1])
            elif predicate == t.LANGUAGE.value:
                self.languages.add(value.strip('"'))
            elif predicate == t.ISSUED.value:
                self.dates.add(value)
            yield value
        self.classes.update(classes)


def describe_build(quads: Iterable[Quad], files: Sequence[str]) -> str:
    """The VoID and DCAT description in Turtle of a graph whose build wrote ``files``. The same graph gives the same text."""
    return describe_lines(to_lines(quads), files)


def describe_lines(lines: Iterable[bytes], files: Sequence[str]) -> str:
    """The same of a graph as the lines of its N-Quads file, in their order, which need not be held at once."""
    counts = _Counts()
    with TemporaryDirectory(prefix="seriktes-") as folder:
        objects = SortedLines(Path(folder), _OBJECTS)
        for _, about in groupby(map(parts_of, lines), key=itemgetter(1)):
            objects.add([value.encode() for value in counts.add(about)])
        counts.objects = sum(1 for _ in objects)
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
    yield f"void:distinctSubjects {counts.subjects}"
    yield f"void:distinctObjects {counts.objects}"
    yield f"void:classes {len(counts.classes)}"
    yield f"void:properties {len(counts.properties)}"
    yield f"void:documents {counts.classes[t.SOURCE_DOCUMENT.value]}"
    vocabularies = {_vocabulary(iri) for iri in (*counts.properties, *counts.classes)}
    yield from (f"void:vocabulary <{iri}>" for iri in sorted(vocabularies))
    for cls, number in sorted(counts.classes.items()):
        yield f"void:classPartition [ void:class <{cls}> ; void:entities {number} ]"
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
