"""``from seriktes import Graph``: what a notebook sees, without one."""

from __future__ import annotations

import builtins
import json
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from seriktes import Graph
from seriktes.errors import DataError, DocumentError, ExtraError, QueryError, SeriktesError

KAZAKH = (
    "«Қамқор» қоры мен «Жасыл дала» бірлестігі 2024 жылғы 16 мамырда Оралда ынтымақтастық туралы меморандумға қол қойды. "
    "«Қамқор» қорының директоры Болат Тілепов сөз сөйледі."
)
ENGLISH = "The Bridge Association and the Zhasyl Dala Foundation signed a memorandum of cooperation in Astana on 3 May 2025."


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "memo.txt").write_text(KAZAKH, encoding="utf-8")
    (folder / "later.txt").write_text(ENGLISH, encoding="utf-8")
    yield Graph.build(folder)


def test_importing_the_package_reads_nothing_heavy() -> None:
    heavy = ("networkx", "pandas", "rdflib", "pyoxigraph", "natasha", "click", "matplotlib")
    code = f"import seriktes, sys; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True).stdout == "[]\n"


def test_a_graph_without_a_folder_leaves_none(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text(ENGLISH, encoding="utf-8")
    made = Graph.build(str(tmp_path / "memo.txt"))
    folder = made.folder
    assert folder.is_dir() and made.network.number_of_edges() > 0
    del made
    assert not folder.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["memo.txt"]


def test_build_into_a_folder_and_open_it(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text(ENGLISH, encoding="utf-8")
    made = Graph.build([tmp_path / "memo.txt"], tmp_path / "graph")
    again = Graph.open(tmp_path / "graph")
    assert repr(made) == repr(again) and str(tmp_path / "graph") in repr(again)
    assert nx.utils.graphs_equal(made.network, again.network)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="holds no graph"):
        Graph.open(tmp_path)
    with pytest.raises(DocumentError, match="does not exist"):
        Graph.build(tmp_path / "none.txt")


def test_networks(graph: Graph) -> None:
    assert isinstance(graph.network, nx.MultiDiGraph)
    assert {kind for *_, kind in graph.partners.edges(data="kind")} == {"agreement"}


def test_tables(graph: Graph) -> None:
    pytest.importorskip("pandas", reason="pip install 'seriktes[notebook]'")
    nodes, edges, facts, documents = graph.nodes, graph.edges, graph.facts, graph.documents
    assert (len(nodes), len(edges)) == (len(graph.network), graph.network.number_of_edges())
    assert set(edges.source) | set(edges.target) <= set(nodes.index)
    assert edges.weight.dtype.kind == "f" and edges.sentences.dtype.kind == "i" and nodes.degree.dtype.kind == "i"
    texts = {"memo": KAZAKH, "later": ENGLISH}
    places = zip(facts.document, facts["from"], facts.to, facts.sentence, strict=True)
    assert all(texts[document][start:end] == sentence for document, start, end, sentence in places)
    assert set(facts["first"]) <= set(nodes.index)
    assert list(documents.index) == ["later", "memo"] and list(documents.language) == ["en", "kk"]


def test_questions(graph: Graph) -> None:
    rows = graph.query("partners-of", name="«Қамқор» қоры")
    assert rows == graph.query(3, name="«Қамқор» қоры") and len(rows) == 1
    assert "Жасыл дала" in str(rows[0]) or "Zhasyl Dala" in str(rows[0])
    assert graph.query("SELECT (COUNT(?m) AS ?n) (1 = 1 AS ?yes) ?nothing WHERE { ?m a skt:Memorandum } GROUP BY ?nothing") == [
        {"n": 2, "yes": True, "nothing": None}
    ]
    assert graph.query("ASK { ?m a skt:Memorandum }") == [{"boolean": True}]
    with pytest.raises(QueryError, match="did you mean partners-of"):
        graph.query("partnersof")
    with pytest.raises(QueryError, match="not valid"):
        graph.query("SELECT ?x WHERE {")


@pytest.mark.parametrize("asked", ["«Қамқор» қоры", "Қамқор қоры", "qamqor qory", "kamkor kory"])
def test_a_thing_is_found_in_any_script(graph: Graph, asked: str) -> None:
    found = graph.entity(asked)
    assert found.type == "Organization" and found.names["kk"].startswith("«Қамқор»")
    assert any("signed" in fact.said or "party" in fact.said for fact in found.facts)
    assert all(fact.sentence in KAZAKH for fact in found.facts)


def test_an_unknown_thing_is_told(graph: Graph) -> None:
    with pytest.raises(QueryError, match="nothing here is called"):
        graph.entity("Мұндай ұйым жоқ")


def test_a_chain_of_facts(graph: Graph) -> None:
    chain = graph.path("Болат Тілепов", "«Жасыл дала» бірлестігі")
    assert len(chain) >= 2 and all(step.sentence in KAZAKH for step in chain)
    assert chain[0].said.startswith("Болат Тілепов") and chain[0].sentence.replace("\n", " ") in repr(chain)
    with pytest.raises(QueryError, match="are both"):
        graph.path("Болат Тілепов", "Bolat Tilepov")


def test_the_picture_stands_in_a_frame_that_reaches_nothing(graph: Graph) -> None:
    frame = graph.show(height=300)._repr_html_()
    assert frame.startswith('<iframe sandbox="allow-scripts" ') and 'height="300"' in frame
    inside = frame.partition('srcdoc="')[2].removesuffix('"></iframe>')
    assert '"' not in inside and unescape(inside) == graph.show().page
    assert "Қамқор" in graph.show().page and "Қамқор" in graph.show("timeline").page
    with pytest.raises(QueryError, match="pages: partners"):
        graph.show("map")
    assert graph._repr_html_().startswith("<iframe ")


def test_names_are_shown_as_text(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "judgements.txt").write_text('rename org "Bridge Association" en "<img src=x>"\n', encoding="utf-8")
    made = Graph.build(tmp_path)
    thing = made.entity("<img src=x>")
    shown = thing._repr_html_() + made.path("<img src=x>", "Astana")._repr_html_()
    rows = made.query("SELECT DISTINCT ?n WHERE { ?o a org:Organization ; skos:prefLabel ?n }")
    assert "&lt;img src=x&gt;" in shown and "<img" not in shown and "<img" not in rows._repr_html_()


def test_the_frame_shows_the_picture_offline(graph: Graph, chromium: Any, tmp_path: Path) -> None:
    page_file = tmp_path / "notebook.html"
    page_file.write_text(f"<!DOCTYPE html><meta charset=utf-8>{graph._repr_html_()}", encoding="utf-8")
    context = chromium.new_context(offline=True)
    page, trouble = context.new_page(), []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(page_file.as_uri())
    frame = page.frames[1]
    frame.wait_for_selector("canvas")
    frame.wait_for_timeout(300)
    assert trouble == []
    assert frame.evaluate("document.body.innerText.length") > 100
    context.close()


def test_exports(graph: Graph, tmp_path: Path) -> None:
    assert graph.export("gexf", tmp_path / "p.gexf", network="partners") == (tmp_path / "p.gexf",)
    assert len(nx.read_gexf(tmp_path / "p.gexf", version="1.3")) == len(graph.partners)
    assert len(graph.export("tidy-csv", tmp_path / "t")) == 5
    with pytest.raises(QueryError, match="formats: graphml"):
        graph.export("xlsx", tmp_path / "x")


def test_without_pandas_the_error_says_what_to_install(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "pandas":
            raise ImportError(name)
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    for asked in (lambda: graph.nodes, lambda: graph.facts, lambda: graph.query(1).frame()):
        with pytest.raises(ExtraError, match=r"needs pandas; run: pip install \"seriktes\[notebook\]\"") as told:
            asked()
        assert isinstance(told.value, SeriktesError) and isinstance(told.value, ImportError)
    assert len(graph.query("ASK { ?a ?b ?c }")) == 1


def test_the_kept_notebook_was_run_without_an_error() -> None:
    path = Path(__file__).resolve().parent.parent / "docs" / "notebook.ipynb"
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert {output["output_type"] for cell in cells for output in cell["outputs"]} <= {"execute_result", "stream", "display_data"}
