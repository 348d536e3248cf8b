"""GraphML, GEXF and Cytoscape JSON: valid, and read back by other programs with nothing lost."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from defusedxml import ElementTree
from lxml import etree
from seriktes.analysis.claims import Claim, Node, Reading, claims_from_annotations
from seriktes.analysis.layout import Places, layout
from seriktes.analysis.network import build_network, partnership_network
from seriktes.writers.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, edge_values, known, node_values
from seriktes.writers.cytoscape import cytoscape
from seriktes.writers.gexf import gexf
from seriktes.writers.graphml import graphml

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
GEXF = "{http://gexf.net/1.3}"
#: A name that is mean to every format: markup, formula, quotes, controls, half a pair, right-to-left, line ends.
MEAN = "=<b>&amp;]]>\"'\u202e Қ\x00\x0b\ud800\ufffe Ә\r\nҢ"
WRITERS: dict[str, Callable[[nx.MultiDiGraph, Places | None], str]] = {"graphml": graphml, "gexf": gexf}


def mean() -> nx.MultiDiGraph:
    """Every slot that takes words holds mean ones; dates are whole, partial and impossible."""
    nodes = [Node(f"{MEAN}{n}", "Organization", MEAN, MEAN, {"kk": MEAN, "ru": MEAN, "en": MEAN}, (MEAN,)) for n in range(3)]
    nodes += [Node("m", "Agreement", names={"en": MEAN}), Node("f", "Event", names={"en": MEAN}), Node("x", "Event")]
    claims = [Claim("party", {"agent": f"{MEAN}{n}", "agreement": "m"}, MEAN, MEAN, 0, 9, MEAN) for n in range(3)]
    claims += [Claim("participation", {"agent": f"{MEAN}{n}", "event": "f"}, MEAN, MEAN, 0, 9, MEAN, role=MEAN) for n in range(3)]
    for thing, start, end in (("m", "2024-02", "2024-02"), ("f", "2024-02-28", "2024-02"), ("x", "2024-02-31", "soon")):
        claims.append(Claim("dated", {"subject": thing}, "d", "d", 0, 1, ".", date_start=start, date_end=end))
    return build_network(claims, nodes)


@pytest.fixture(params=["made up", "gold", "partners", "mean", "empty"], scope="module")
def network(request: pytest.FixtureRequest) -> nx.MultiDiGraph:
    if request.param == "mean":
        return mean()
    if request.param == "empty":
        return build_network((), ())
    made_up = claims_from_annotations(request.getfixturevalue("make")())
    reading: Reading = made_up if request.param == "made up" else request.getfixturevalue("gold")
    whole = build_network(reading.claims, reading.nodes)
    return partnership_network(whole) if request.param == "partners" else whole


@cache
def placed(network: nx.MultiDiGraph) -> Places:
    return layout(network, "everything")


def shown(text: object) -> str:
    """A word as every format has it in the end: no line ends, no character that XML cannot hold."""
    number = isinstance(text, (int, float)) and not isinstance(text, bool)
    return " ".join(str(float(text) if number else text).split())  # type: ignore[arg-type]


def expected(network: nx.MultiDiGraph, form: str = "graphml") -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """The attributes of nodes and edges by id, as they must be read back."""
    places = placed(network)
    nodes = {shown_id(n, form): known(NODE_ATTRIBUTES, node_values(network.nodes[n], places.get(n))) for n in network}
    edges = {d["id"]: known(EDGE_ATTRIBUTES, edge_values(network, a, b, d)) for a, b, d in network.edges(data=True)}
    return nodes, edges


def shown_id(node: str, form: str = "graphml") -> str:
    root = ElementTree.fromstring(WRITERS[form](build_network((), [Node(node, "Place")]), None).encode())
    return str(next(each.get("id") for each in root.iter() if each.tag.endswith("}node")))


def same(read: dict[str, Any], wanted: dict[str, Any], without: tuple[str, ...] = ()) -> bool:
    return {k: shown(v) for k, v in read.items() if k in wanted and k not in without} == {
        k: shown(v) for k, v in wanted.items() if k not in without
    }


@pytest.mark.parametrize("form", WRITERS)
def test_files_are_valid_by_their_schema(network: nx.MultiDiGraph, form: str) -> None:
    schema = etree.XMLSchema(etree.parse(HERE / "schemas" / f"{form}.xsd"))
    text = WRITERS[form](network, placed(network))
    schema.assertValid(etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False)))


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("graphml", 'attr.type="int"', 'attr.type="Integer"'),
        ("graphml", 'key="n_label"', 'key="n_lable"'),
        ("graphml", 'id="m"', 'id="m 1"'),
        ("gexf", "<viz:color", '<viz:color a="1.0"'),
        ("gexf", 'start="2024-02-01"', 'start="2024-02"'),
        ("gexf", 'target="f"', 'target="nobody"'),
    ],
)
def test_the_schema_sees_what_is_wrong(form: str, right: str, wrong: str) -> None:
    schema = etree.XMLSchema(etree.parse(HERE / "schemas" / f"{form}.xsd"))
    text = WRITERS[form](mean(), None)
    assert schema.validate(etree.fromstring(text.encode()))
    assert right in text and not schema.validate(etree.fromstring(text.replace(right, wrong, 1).encode()))


def test_networkx_reads_graphml_back(network: nx.MultiDiGraph, tmp_path: Path) -> None:
    path = tmp_path / "n.graphml"
    path.write_text(graphml(network, placed(network)), encoding="utf-8")
    again = nx.read_graphml(path, force_multigraph=True)
    nodes, edges = expected(network)
    assert again.nodes.keys() == nodes.keys()
    assert all(same(data, nodes[node]) for node, data in again.nodes(data=True))
    assert {key for *_, key in again.edges(keys=True)} == edges.keys()
    assert all(same(data, edges[key]) for *_, key, data in again.edges(keys=True, data=True))


def test_networkx_reads_gexf_back(network: nx.MultiDiGraph, tmp_path: Path) -> None:
    path = tmp_path / "n.gexf"
    path.write_text(gexf(network, placed(network)), encoding="utf-8")
    again = nx.read_gexf(path, version="1.3")
    nodes, edges = expected(network, "gexf")
    assert {shown(node) for node in nodes} == set(again)
    places = {shown(node): node for node in nodes}
    for node, data in again.nodes(data=True):
        viz = data.get("viz", {})
        flat = {**data, **viz.get("color", {}), **viz.get("position", {}), "size": viz.get("size")}
        assert same(flat, nodes[places[node]], without=("start", "end"))
    read = {data["id"]: data for *_, data in again.edges(data=True)}
    assert read.keys() == edges.keys()
    assert all(same(data, edges[name]) for name, data in read.items())


def test_networkx_reads_cytoscape_json_back(network: nx.MultiDiGraph) -> None:
    again = nx.cytoscape_graph(json.loads(cytoscape(network, placed(network))))
    nodes, edges = expected(network)
    assert (len(again), again.number_of_edges()) == (len(nodes), len(edges))
    labels = sorted(values["label"] for values in nodes.values())
    assert sorted(label for _, label in again.nodes(data="label")) == labels
    assert all(same(data, edges[data["id"]]) for *_, data in again.edges(data=True))


def test_igraph_reads_graphml_back(network: nx.MultiDiGraph, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph", reason="python-igraph is not installed (pip install igraph)")
    path = tmp_path / "n.graphml"
    path.write_text(graphml(network, placed(network)), encoding="utf-8")
    again = igraph.Graph.Read_GraphML(str(path))
    nodes, edges = expected(network)
    assert (again.vcount(), again.ecount()) == (len(nodes), len(edges))
    assert again.is_directed() == ('edgedefault="directed"' in path.read_text(encoding="utf-8"))
    for vertex, node in zip(again.vs, sorted(network), strict=True):  # igraph 1.0.0 mistakes «&amp;» in ids, and edge ids
        assert same(vertex.attributes(), nodes[shown_id(node)])
    told = [{k: v for k, v in edge.attributes().items() if k != "id"} for edge in again.es]
    place = {node: number for number, node in enumerate(sorted(network))}
    assert sorted((e.source, e.target) for e in again.es) in (
        sorted((place[a], place[b]) for a, b in network.edges()),
        sorted((max(place[a], place[b]), min(place[a], place[b])) for a, b in network.edges()),  # where it is undirected
        sorted((min(place[a], place[b]), max(place[a], place[b])) for a, b in network.edges()),
    )
    for name, kind in EDGE_ATTRIBUTES.items():
        blank = 0.0 if kind in ("double", "int") else False if kind == "boolean" else ""
        wanted = sorted(shown(v) for v in (e.get(name, blank) for e in edges.values()))
        assert sorted(shown(values[name]) for values in told) == wanted


@pytest.mark.parametrize("form", WRITERS)
def test_graphology_reads_it_back(network: nx.MultiDiGraph, tmp_path: Path, form: str) -> None:
    if shutil.which("node") is None or not (ROOT / "node_modules" / "graphology-gexf").is_dir():
        pytest.skip("needs node and: npm install --no-save graphology graphology-gexf graphology-graphml")
    path = tmp_path / f"n.{form}"
    path.write_text(WRITERS[form](network, placed(network)), encoding="utf-8")
    script = tmp_path / "read.cjs"
    shutil.copy(HERE / "read_with_graphology.cjs", script)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    ran = subprocess.run(["node", script, path], capture_output=True, encoding="utf-8", check=True)
    read = json.loads(ran.stdout)
    nodes, edges = expected(network, form)
    assert (len(read["nodes"]), read["edges"].keys()) == (len(nodes), edges.keys())
    places = {shown(node): node for node in nodes}
    for node, data in read["nodes"].items():
        assert same(data, nodes[places[shown(node)]], without=("r", "g", "b", *(("start", "end") if form == "gexf" else ())))
        assert data["color"]
    without = ("mutual", "start", "end") if form == "gexf" else ("mutual",)  # written as true there; dates are not read
    assert all(same(data, edges[name], without) for name, data in read["edges"].items())


def test_events_last_and_agreements_go_on() -> None:
    root = ElementTree.fromstring(gexf(mean()).encode())
    nodes = {node.get("id"): (node.get("start"), node.get("end")) for node in root.iter(f"{GEXF}node")}
    assert nodes["m"] == ("2024-02-01", None)
    assert nodes["f"] == ("2024-02-28", "2024-02-29")
    assert nodes["x"] == (None, None)
    edges = {(e.get("kind"), e.get("start"), e.get("end")) for e in root.iter(f"{GEXF}edge")}
    assert ("agreement", "2024-02-01", None) in edges
    assert ("participation", "2024-02-28", "2024-02-29") in edges
    dates = {v.get("value") for v in root.iter(f"{GEXF}attvalue") if v.get("for") == "date"}
    assert "2024-02" in dates and "2024-02-28/2024-02" in dates


def test_parallel_edges_are_kept(gold: Reading) -> None:
    network = build_network(gold.claims, gold.nodes)
    pairs = [(a, b) for a, b in network.edges()]
    assert len(set(pairs)) < len(pairs)
    assert gexf(network).count("<edge ") == graphml(network).count("<edge ") == len(pairs)


@pytest.mark.parametrize("write", [graphml, gexf, cytoscape])
def test_same_network_same_bytes(reading: Reading, write: Callable[[nx.MultiDiGraph], str]) -> None:
    turned = build_network(reading.claims[::-1], reading.nodes[::-1])
    assert write(build_network(reading.claims, reading.nodes)) == write(turned)
