"""A graph against the shapes and checks: read from a build or any RDF file, told to people or to programs."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import Quad, RdfFormat, Store, parse

from seriktes.building.whole import GRAPH, read_graph
from seriktes.errors import DataError
from seriktes.model import Language
from seriktes.rdf.proofs import Proof, kinds_of, name_of, proofs_of, properties_of, title_of
from seriktes.rdf.shacl_report import to_shacl
from seriktes.rdf.shapes import LANGUAGES, load_groups, load_shapes
from seriktes.rdf.validate import Violation, conforms, load_checks, store_of, validate_store
from seriktes.resources import read_text

_GRAPHS = ("graph.nq", "graph.trig")
_LONGEST_QUOTE = 240
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Validation:
    """A graph in a store with the ontology, how many statements it has of its own, and all that is wrong with it."""

    store: Store
    statements: int
    troubles: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing is graver than a warning."""
        return conforms(self.troubles)

    def text(self, language: Language, most: int) -> str:
        """The report for people, at most ``most`` troubles of it, and the counts of all."""
        return "\n".join([*_told(self, language, most), *_closing(self, language)]) + "\n"

    def json(self) -> str:
        """The report for programs: every trouble with its names, places and messages in three languages."""
        told = {
            "conforms": self.conforms,
            "statements": self.statements,
            "troubles": [_as_data(self.store, trouble) for trouble in self.troubles],
        }
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"

    def turtle(self) -> str:
        """The report as SHACL has it."""
        return to_shacl(self.troubles)


def validate_path(path: Path) -> Validation:
    """What is wrong with the graph in the folder of a build, or in an RDF file.

    Raises DataError when it is not there or is no well-formed RDF.
    """
    quads = _read(_file_of(path))
    store = store_of(quads)
    return Validation(store, len(quads), tuple(validate_store(store)))


def _file_of(path: Path) -> Path:
    if not path.is_dir():
        return path
    found = next((path / name for name in _GRAPHS if (path / name).is_file()), None)
    if found is None:
        raise DataError(f"{path}: holds no graph; make one with: seriktes build --out {path}, or name an RDF file")
    return found


def _read(path: Path) -> list[Quad]:
    form = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if form is None:
        raise DataError(f"{path}: no known form of RDF; name a file that ends in .nq, .trig, .ttl, .nt, .rdf or .jsonld")
    try:
        data = read_graph(path.parent) if path.name == GRAPH else path.read_bytes()
        quads = list(parse(data, format=form, base_iri=path.absolute().as_uri()))
    except FileNotFoundError as error:
        raise DataError(f"{path}: no such file; check the name") from error
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror}); check the file") from error
    except (SyntaxError, ValueError) as error:
        raise DataError(f"{path}: is no well-formed RDF ({error}); mend it") from error
    if not quads:
        raise DataError(f"{path}: holds no statement; name the file of a graph")
    return quads


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(read_text("seriktes.rdf", "words/report.toml"))


def _told(validation: Validation, language: Language, most: int) -> Iterator[str]:
    for trouble in validation.troubles[:most]:
        yield from _trouble(validation.store, trouble, language)
        yield ""
    left = len(validation.troubles) - most
    if left > 0:
        yield f"… +{left} {_words()[language]['more']}"
        yield ""


def _trouble(store: Store, trouble: Violation, language: Language) -> Iterator[str]:
    words = _words()[language]
    kinds = kinds_of(store, trouble.focus, language)
    yield f"{words[trouble.severity]}: {_one_line(title_of(store, trouble.focus, language))}{f' ({kinds})' if kinds else ''}"
    yield f"{_INDENT}<{trouble.focus}>"
    yield f"{_INDENT}{words['wrong']}: {trouble.message(language)} [{trouble.shape}]"
    value = _one_line(_value(store, trouble, language))
    properties = " / ".join(name_of(store, iri, language) for iri in properties_of(trouble))
    if properties:
        yield f"{_INDENT}{words['property']}: {properties}{f' = {value}' if value else ''}"
    elif value:
        yield f"{_INDENT}{words['value']}: {value}"
    for proof in proofs_of(store, trouble):
        yield f"{_INDENT}{words['place']}: {_shown(proof, words['offsets'])}"
    yield f"{_INDENT}{words['cure']}: {load_groups()[trouble.group].cures[LANGUAGES.index(language)]}"


def _value(store: Store, trouble: Violation, language: Language) -> str:
    return name_of(store, trouble.value, language) if trouble.term.startswith("<") else trouble.value


def _shown(proof: Proof, offsets: str) -> str:
    if not proof.quote:
        return proof.file
    return f"{proof.file}, {offsets} {proof.start}–{proof.end}: «{_one_line(proof.quote)}»"


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE] + "…"


def _closing(validation: Validation, language: Language) -> Iterator[str]:
    words = _words()[language]
    found = Counter(trouble.severity for trouble in validation.troubles)
    graver = found["violation"]
    yield words["conforms"] if validation.conforms else words["fails"]
    yield f"{words['counts']}: {graver}, {words['warnings']}: {len(validation.troubles) - graver}"
    yield words["asked"].format(shapes=len(load_shapes()), checks=len(load_checks()), statements=validation.statements)


def _as_data(store: Store, trouble: Violation) -> dict[str, Any]:
    in_languages: Mapping[str, Sequence[str]] = {
        "message": trouble.messages,
        "cure": load_groups()[trouble.group].cures,
        "name": [title_of(store, trouble.focus, language) for language in LANGUAGES],
    }
    return {
        "severity": trouble.severity,
        "shape": trouble.shape,
        "constraint": trouble.constraint or None,
        "group": trouble.group,
        "focus": trouble.focus,
        "path": trouble.path or None,
        "value": trouble.value or None,
        **{key: dict(zip(LANGUAGES, said, strict=True)) for key, said in in_languages.items()},
        "places": [
            {"file": proof.file, "start": proof.start, "end": proof.end, "quote": proof.quote}
            if proof.quote
            else {"file": proof.file}
            for proof in proofs_of(store, trouble)
        ],
    }
