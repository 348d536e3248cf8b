"""A built graph in the formats of other programs: every format is a function from a built folder to files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import networkx as nx
from pyoxigraph import Quad

from seriktes.analysis.claims import Reading
from seriktes.analysis.layout import Places, View, view_network
from seriktes.analysis.network import build_network
from seriktes.building.whole import GRAPH, read_graph
from seriktes.dialogue.material import Material, read_material
from seriktes.dialogue.reading import reading_of
from seriktes.rdf.jsonld import write_jsonld
from seriktes.rdf.serialize import read_nquads
from seriktes.rdf.trig import write_trig, write_turtle
from seriktes.views.things import Things
from seriktes.writers.cytoscape import cytoscape
from seriktes.writers.ftm import ftm
from seriktes.writers.gexf import gexf
from seriktes.writers.graphml import graphml
from seriktes.writers.neo4j import neo4j_files
from seriktes.writers.tables import edges_csv, evidence_csv, nodes_csv
from seriktes.writers.tidy import tidy_files

#: The parts of the network that can be taken: all of it, who partners with whom, people and events, agreements.
NETWORKS: tuple[View, ...] = ("everything", "partners", "people", "agreements")
#: Without it, spreadsheet programs on Windows read UTF-8 as something else.
_MARK = "\ufeff"
Files = dict[str, str | bytes]


class Built:
    """A built folder, read as far as it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def material(self) -> Material:
        """Annotations and judgements. Raises DataError when the folder holds no whole build."""
        return read_material([self.folder])

    @cached_property
    def reading(self) -> Reading:
        """The nodes, claims and documents."""
        return reading_of(self.material)

    @cached_property
    def whole(self) -> nx.MultiDiGraph:
        """The whole network, as the build made it."""
        return build_network(self.reading.claims, self.reading.nodes)

    @cached_property
    def things(self) -> Things:
        """What the pages draw."""
        return Things(self.whole, self.reading.sources)

    @cached_property
    def quads(self) -> list[Quad]:
        """The quads of the graph. Raises DataError when its file is not the one the build wrote."""
        return read_nquads(read_graph(self.folder), str(self.folder / GRAPH))

    def network(self, name: View) -> tuple[nx.MultiDiGraph, Places]:
        """A part of the network, and where its nodes stand; things without an edge are in the whole only."""
        part = self.whole if name == "everything" else view_network(self.whole, name)
        return part, self.things.places(name)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the files it makes, by name; ``several`` where it makes more than one, ``parts`` where a part can be taken."""

    files: Callable[[Built, View], Files]
    several: bool = False
    parts: bool = False


def _tables(built: Built, name: View) -> Files:
    network, _ = built.network(name)
    tables = {"nodes.csv": nodes_csv, "edges.csv": edges_csv, "evidence.csv": evidence_csv}
    return {file: _MARK + written(network) for file, written in tables.items()}


FORMATS: Mapping[str, Format] = {
    "graphml": Format(lambda built, name: {"network.graphml": graphml(*built.network(name))}, parts=True),
    "gexf": Format(lambda built, name: {"network.gexf": gexf(*built.network(name))}, parts=True),
    "csv": Format(_tables, several=True, parts=True),
    "tidy-csv": Format(lambda built, _: {**tidy_files(built.reading)}, several=True),
    "jsonld": Format(lambda built, _: {"graph.jsonld": write_jsonld(built.quads)}),
    "turtle": Format(lambda built, _: {"graph.ttl": write_turtle(built.quads)}),
    "trig": Format(lambda built, _: {"graph.trig": write_trig(built.quads)}),
    "cytoscape": Format(lambda built, name: {"network.cyjs": cytoscape(*built.network(name))}, parts=True),
    "ftm": Format(lambda built, _: {"entities.ftm.json": ftm(built.whole, built.reading)}),
    "neo4j": Format(lambda built, name: {**neo4j_files(*built.network(name))}, several=True, parts=True),
}
