"""GraphML: what Gephi and networkx need, and nothing that breaks them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from seriktes.analysis.claims import Claim, Node, Reading
from seriktes.analysis.layout import layout
from seriktes.analysis.network import build_network, partnership_network
from seriktes.errors import OutputError
from seriktes.writers.graphml import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, graphml, write_graphml

NS = "{http://graphml.graphdrawing.org/xmlns}"


def full(reading: Reading) -> nx.MultiDiGraph:
    return build_network(reading.claims, reading.nodes)


def test_networkx_reads_back_the_same_counts_and_attributes(reading: Reading, tmp_path: Path) -> None:
    network = full(reading)
    path = tmp_path / "network.graphml"
    write_graphml(network, path, layout(network, "everything"))
    again = nx.read_graphml(path)
    assert (len(again), again.number_of_edges()) == (len(network), network.number_of_edges())
    assert again.nodes["bridge"]["label"] == "«Bridge» ұйымы"
    assert again.nodes["bridge"]["name_ru"] == "Организация «Bridge»"
    assert isinstance(again.nodes["bridge"]["x"], float) and isinstance(again.nodes["bridge"]["r"], int)
    assert {d["id"] for *_, d in network.edges(data=True)} == {key for *_, key in again.edges(keys=True)}


def test_gold_reads_back(gold: Reading, tmp_path: Path) -> None:
    for network in (full(gold), partnership_network(full(gold))):
        path = tmp_path / "network.graphml"
        write_graphml(network, path)
        again = nx.read_graphml(path)
        assert (len(again), again.number_of_edges()) == (len(network), network.number_of_edges())


def test_direction_is_said(reading: Reading) -> None:
    assert 'edgedefault="directed"' in graphml(full(reading))
    assert 'edgedefault="undirected"' in graphml(partnership_network(full(reading)))


def test_one_key_and_type_an_attribute_and_unique_edge_ids(reading: Reading) -> None:
    root = ElementTree.fromstring(graphml(full(reading)))
    keys = [(key.get("for"), key.get("attr.name"), key.get("attr.type")) for key in root.iter(f"{NS}key")]
    assert keys == [
        (domain, name, kind)
        for domain, attributes in (("node", NODE_ATTRIBUTES), ("edge", EDGE_ATTRIBUTES))
        for name, kind in attributes.items()
    ]
    ids = [edge.get("id") for edge in root.iter(f"{NS}edge")]
    assert len(ids) == len(set(ids)) > 0
    assert all(data.text for data in root.iter(f"{NS}data"))  # nothing empty: Gephi trips over it


def test_control_characters_are_left_out() -> None:
    network = build_network(
        [Claim("cooperation", {"a": "a\x00", "b": "b"}, "d", "d", 0, 1, "x\x0b\ud800 <&>\"'")],
        [Node("a\x00", "Organization", names={"kk": "A\x1b<b>&\ufffe"}), Node("b", "Organization")],
    )
    root = ElementTree.fromstring(graphml(network).encode("utf-8"))
    texts = {data.text for data in root.iter(f"{NS}data")}
    assert "A<b>&" in texts and "x <&>\"'" in texts


def test_same_network_same_bytes(annotations: list, reading: Reading) -> None:
    assert graphml(full(reading)) == graphml(build_network(reading.claims[::-1], reading.nodes[::-1]))


def test_a_failed_write_leaves_the_old_file(reading: Reading, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("old", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        write_graphml(full(reading), blocked / "network.graphml")
    assert blocked.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
