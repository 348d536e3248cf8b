"""What looking over a graph costs: our shapes as queries on the store beside pySHACL, in one run.

Usage: python benchmarks/shapes.py [FOLDER OF A BUILT GRAPH]

Both get the quads of the graph and the same shapes; the seconds are of the processor and include what each needs to load first.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import Quad, RdfFormat, serialize
from seriktes.rdf.ontology import ontology, parse_turtle
from seriktes.rdf.serialize import read_nquads
from seriktes.rdf.shapes import shape_files
from seriktes.rdf.validate import shape_troubles, store_of


def main(folder: Path) -> None:
    """Print the seconds of both and their ratio; a run that finds different numbers of troubles says so."""
    file = folder / "graph.nq"
    quads = read_nquads(file.read_bytes(), str(file))
    ours, here = _timed(lambda: len(list(shape_troubles(store_of(quads)))))
    theirs, there = _timed(lambda: _pyshacl(quads))
    print(
        f"{len(quads)} quads: ours {ours:.2f} s, pySHACL {theirs:.2f} s, ratio {theirs / ours:.1f}; troubles {here} and {there}"
    )


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    begun = time.process_time()
    found = work()
    return time.process_time() - begun, found


def _pyshacl(quads: list[Quad]) -> int:
    data, shapes = _in_rdflib([*quads, *ontology()]), _in_rdflib([q for name in shape_files() for q in parse_turtle(name)])
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", inplace=True)
    assert isinstance(results, rdflib.Graph)
    return len(set(results.subjects(rdflib.RDF.type, rdflib.namespace.SH.ValidationResult)))


def _in_rdflib(quads: list[Quad]) -> rdflib.Graph:
    triples = {quad.triple for quad in quads}
    return rdflib.Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "exports"))
