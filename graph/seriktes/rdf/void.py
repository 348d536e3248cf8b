"""What a build holds, for catalogues: VoID and DCAT in Turtle, with addresses relative to the folder of the build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import Quad

from seriktes.rdf import terms as t
from seriktes.rdf.serialize import to_lines
from seriktes.rdf.sorting import SortedLines
from seriktes.rdf.trig import compact, cut_all

#: The dumps of a build: file, media type.
DUMPS: Sequence[tuple[str, str]] = (("graph.nq", "application/n-quads"), ("graph.trig", "application/trig"))
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_GRAPHS: Mapping[bytes, str] = {
    str(t.DOCUMENTS_GRAPH).encode(): "documents",
    str(t.ENTITIES_GRAPH).encode(): "entities",
    str(t.INFERRED_GRAPH).encode(): "inferred",
}
TYPE, LANGUAGE, ISSUED = (str(term).encode() for term in (t.TYPE, t.LANGUAGE, t.ISSUED))
#: Bytes of values that are held while the different ones are counted.
_OBJECTS = 8_000_000
_PREFIXES = {
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": t.DCTERMS.iri,
    "foaf": t.FOAF.iri,
    "xsd": t.XSD.iri,
}
#: What every description begins with.
HEADER = """\
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
class Counts:
    """What there is in a graph."""

    quads: int = 0
    subjects: int = 0
    objects: int = 0
    properties: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)
    graphs: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    dates: Counter[str] = field(default_factory=Counter)


class Counting:
    """Counts a graph as it goes by, in the order of its N-Quads file; ``folder`` holds for a while what is much."""

    def __init__(self, folder: Path) -> None:
        self._counts = Counts()
        self._objects = SortedLines(folder, _OBJECTS)
        self._properties: Counter[bytes] = Counter()
        self._graphs: Counter[bytes] = Counter()
        self._classes: Counter[bytes] = Counter()
        self._last = b""
        self._of_last: set[tuple[bytes, bytes]] = set()

    def take(self, quads: Sequence[tuple[bytes, bytes, bytes, bytes]]) -> None:
        """Take in the next quads, as :func:`~seriktes.rdf.trig.cut` gives them."""
        if not quads:
            return
        counts = self._counts
        counts.quads += len(quads)
        self._properties.update([predicate for _, predicate, _, _ in quads])
        self._graphs.update([graph for _, _, _, graph in quads])
        self._objects.add({value for _, _, value, _ in quads})
        counts.languages.update([language_of(value) for _, how, value, _ in quads if how == LANGUAGE])
        counts.dates.update([value.decode() for _, how, value, _ in quads if how == ISSUED])
        classes = {(subject, value) for subject, how, value, _ in quads if how == TYPE}
        subjects = {subject for subject, _, _, _ in quads}
        # More may come of the last thing, which is counted where it began.
        counts.subjects += len(subjects) - (quads[0][0] == self._last)
        self._classes.update([value for _, value in classes - self._of_last])
        kept = self._of_last if quads[-1][0] == self._last else set()
        self._last = quads[-1][0]
        self._of_last = kept | {pair for pair in classes if pair[0] == self._last}

    def counted(self) -> Counts:
        """What was counted when all quads went by."""
        counts = self._counts
        counts.properties.update({name[1:-1].decode(): number for name, number in self._properties.items()})
        counts.classes.update({name[1:-1].decode(): number for name, number in self._classes.items()})
        for graph, number in self._graphs.items():
            counts.graphs[kind_of(graph)] += number
        self._counts.objects = sum(map(len, self._objects.blocks()))
        return self._counts

    def objects(self) -> Iterator[bytes]:
        """The different values that were counted, in order, as N-Quads writes them."""
        return iter(self._objects)


def kind_of(graph: bytes) -> str:
    """What a graph is counted with: of documents, entities or inferences, or the claims of a document."""
    return _GRAPHS.get(graph, "claims")


def language_of(value: bytes) -> str:
    """The language that a value names."""
    return value.decode().strip('"')


def describe_build(quads: Iterable[Quad], files: Sequence[str]) -> str:
    """The VoID and DCAT description in Turtle of a graph whose build wrote ``files``. The same graph gives the same text."""
    with TemporaryDirectory(prefix="seriktes-") as folder:
        counting = Counting(Path(folder))
        counting.take(cut_all(to_lines(quads)))
        return describe_counted(counting.counted(), files)


def describe_counted(counts: Counts, files: Sequence[str]) -> str:
    """The same of a graph that was counted."""
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(_PREFIXES.items()))
    body = [*_statistics(counts), *_dumps(files)]
    header = HEADER.format(licence=LICENCE, ontology=f"{t.BASE}ontology")
    dataset = f"\n{header}  " + " ;\n  ".join(body) + " .\n"
    return prefixes + dataset + "".join(_subsets(counts)) + _service()


def _statistics(counts: Counts) -> Iterator[str]:
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


def _subsets(counts: Counts) -> Iterator[str]:
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
