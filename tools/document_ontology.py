"""Make the reference of the ontology: one page a language, from the files in ontology/.

Usage: python tools/document_ontology.py [FOLDER]      # without it: docs/ontology
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from seriktes.model import Language
from seriktes.queries import load_questions
from seriktes.rdf import terms as t
from seriktes.rdf.inference import load_rules
from seriktes.rdf.ontology import CORE, REUSED, SCHEMES, parse_turtle
from seriktes.rdf.shapes import LANGUAGES, load_shapes
from seriktes.rdf.trig import compact
from seriktes.rdf.validate import load_checks

HERE = Path(__file__).resolve().parent
PAGES: dict[Language, str] = {"en": "index.html", "kk": "kk.html", "ru": "ru.html"}
OWL = t.Namespace("http://www.w3.org/2002/07/owl#")
VANN = t.Namespace("http://purl.org/vocab/vann/")
ONTOLOGY = f"{t.BASE}ontology"
MATCHES = [t.SKOS(f"{kind}Match") for kind in ("close", "broad", "related")]
ALIGNED = {
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "lode": "http://linkedevents.org/ontology/",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "fibo-agr": "https://spec.edmcouncil.org/fibo/ontology/FND/Agreements/Agreements/",
    "m8g": "http://data.europa.eu/m8g/",
    "wd": "http://www.wikidata.org/entity/",
    "ftm": "https://w3id.org/ftm#",
    "xsd": t.XSD.iri,
    "rdf": t.RDF.iri,
}


class Book:
    """The statements of the ontology, looked up by subject and property, told in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.said: dict[tuple[str, str], list[Quad]] = defaultdict(list)
        for name in (CORE, SCHEMES, REUSED, "alignments.ttl"):
            for quad in parse_turtle(name):
                if isinstance(quad.subject, (NamedNode, BlankNode)):
                    self.said[quad.subject.value, quad.predicate.value].append(quad)

    def things(self, kind: NamedNode) -> list[str]:
        """The IRIs of all that is of a kind, in the order of the files."""
        return [
            iri
            for (iri, predicate), quads in self.said.items()
            if predicate == t.TYPE.value and any(quad.object == kind for quad in quads) and iri.startswith(t.BASE)
        ]

    def text(self, iri: str, predicate: NamedNode, language: str | None = None) -> str:
        """What is said in the language of the page (or another one); without such, whatever is said."""
        found = [q.object for q in self.said.get((iri, predicate.value), ()) if isinstance(q.object, (Literal, NamedNode))]
        wished = [x.value for x in found if isinstance(x, Literal) and x.language == (language or self.language)]
        return (wished or [x.value for x in found] or [""])[0]

    def label(self, iri: str) -> str:
        """The name of a term, or its short IRI."""
        return self.text(iri, t.LABEL) or self.text(iri, t.PREF_LABEL) or short(iri)

    def others(self, iri: str, predicate: NamedNode) -> list[tuple[str, str]]:
        """The names in the other languages."""
        return [(language, self.text(iri, predicate, language)) for language in LANGUAGES if language != self.language]

    def links(self, iri: str, *predicates: NamedNode) -> list[dict[str, str]]:
        """The terms that a term points at, own ones on this page."""
        found = [q.object for p in predicates for q in self.said.get((iri, p.value), ()) if isinstance(q.object, NamedNode)]
        return [{"href": address(node.value), "name": short(node.value)} for node in sorted(set(found), key=str)]

    def disjoint(self, iri: str) -> list[dict[str, str]]:
        """The classes that share nothing with a class."""
        found = {q.object.value for q in self.said.get((iri, OWL("disjointWith").value), ()) if isinstance(q.object, NamedNode)}
        for (node, predicate), _ in self.said.items():
            if predicate == OWL("members").value:
                members = set(self.items(self.said[node, predicate][0].object))
                found |= members - {iri} if iri in members else set()
        return [{"href": address(other), "name": short(other)} for other in sorted(found)]

    def items(self, head: Any) -> Iterator[str]:
        """The members of an RDF list."""
        while isinstance(head, BlankNode):
            yield self.said[head.value, t.RDF("first").value][0].object.value  # type: ignore[union-attr]
            head = self.said[head.value, t.RDF("rest").value][0].object


def short(iri: str) -> str:
    """An IRI with a prefix where one fits."""
    for prefix, start in ALIGNED.items():
        if iri.startswith(start):
            return f"{prefix}:{iri[len(start) :]}"
    return compact(iri).strip("<>").replace("\\", "")


def address(iri: str) -> str:
    """Where a link to a term leads: this page for own terms."""
    return f"#{iri.removeprefix(t.SKT_IRI)}" if iri.startswith(t.SKT_IRI) else iri


def header(book: Book) -> dict[str, str]:
    """What the ontology says of itself."""
    names = {name: t.DCTERMS(name) for name in ("title", "description", "license", "modified")}
    names |= {"version": OWL("versionInfo"), "versionIRI": OWL("versionIRI"), "citation": t.DCTERMS("bibliographicCitation")}
    names |= {"prefix": VANN("preferredNamespacePrefix"), "namespace": VANN("preferredNamespaceUri")}
    return {name: book.text(ONTOLOGY, predicate) for name, predicate in names.items()}


def term(book: Book, iri: str) -> dict[str, Any]:
    """A class or property, told."""
    return {
        "id": iri.removeprefix(t.SKT_IRI),
        "label": book.label(iri),
        "definition": book.text(iri, t.SKOS("definition")),
        "example": book.text(iri, t.SKOS("example")),
        "others": book.others(iri, t.LABEL),
        "above": book.links(iri, t.RDFS("subClassOf"), t.RDFS("subPropertyOf")),
        "domain": book.links(iri, t.RDFS("domain"), t.SCHEMA("domainIncludes")),
        "range": book.links(iri, t.RDFS("range"), t.SCHEMA("rangeIncludes")),
        "symmetric": any(q.object == OWL("SymmetricProperty") for q in book.said[iri, t.TYPE.value]),
        "disjoint": book.disjoint(iri),
        "matches": book.links(iri, *MATCHES),
    }


def scheme(book: Book, iri: str) -> dict[str, Any]:
    """A concept scheme with its concepts."""
    concepts = [c for c in book.things(t.SKOS("Concept")) if c.rpartition("/")[0] == iri]
    told = [
        {
            "id": concept.rpartition("/")[2],
            "label": book.label(concept),
            "definition": book.text(concept, t.SKOS("definition")),
            "example": book.text(concept, t.SKOS("example")),
            "others": book.others(concept, t.PREF_LABEL),
        }
        for concept in concepts
    ]
    return {
        "id": iri.rpartition("/")[2],
        "label": book.label(iri),
        "definition": book.text(iri, t.SKOS("definition")),
        "concepts": told,
    }


def asked(language: Language) -> list[dict[str, str]]:
    """The shapes and checks with what they say."""
    place = LANGUAGES.index(language)
    shapes = [{"id": s.name, "severity": s.severity, "says": s.messages[place]} for s in load_shapes()]
    return shapes + [{"id": c.id, "severity": c.severity, "says": c.messages[place]} for c in load_checks()]


def page(language: Language) -> str:
    """The reference in a language."""
    book = Book(language)
    words: Mapping[str, Any] = tomllib.loads((HERE / "ontology_page" / "strings.toml").read_text(encoding="utf-8"))
    reused = sorted({q.subject.value for q in parse_turtle(REUSED) if isinstance(q.subject, NamedNode)}, key=short)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "ontology_page"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    properties = [*book.things(OWL("ObjectProperty")), *book.things(OWL("DatatypeProperty"))]
    text = environment.get_template("page.html").render(
        lang=language,
        words=words[language],
        languages=[(code, words[code]["language"], PAGES[code]) for code in LANGUAGES],
        header=header(book),
        files=[CORE, SCHEMES, REUSED, "alignments.ttl", "context.jsonld"],
        classes=[term(book, iri) for iri in book.things(OWL("Class"))],
        properties=[term(book, iri) for iri in sorted(properties, key=lambda iri: book.label(iri).casefold())],
        schemes=[scheme(book, iri) for iri in book.things(t.SKOS("ConceptScheme"))],
        reused=[{"href": iri, "name": short(iri), "label": book.text(iri, t.LABEL)} for iri in reused],
        rules=[{"id": rule.id, "says": rule.sentence(language)} for rule in load_rules()],
        shapes=asked(language),
        questions=[{"number": int(q.id[1:]), "name": q.name, "title": q.titles[language]} for q in load_questions()],
    )
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip()) + "\n"


def write(folder: Path) -> None:
    """Write the page of each language into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for language, name in PAGES.items():
        (folder / name).write_text(page(language), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "docs" / "ontology")
