"""Make docs/notebook.ipynb: write its cells, run them, keep what they show.

    python tools/make_notebook.py

Needs the extra ``notebook``. The interactive picture is kept as an image: it would weigh most of a megabyte.
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

TARGET = Path(__file__).resolve().parent.parent / "docs" / "notebook.ipynb"
#: What a cell shows is kept up to this many characters.
LARGEST = 100_000
PICTURE = '<p>The picture moves and filters when the cell is run. As an image:</p><img src="network.png" alt="The partners" width="800">'

CELLS = (
    '# seriktes in a notebook\n\nInstall with `pip install "seriktes[notebook]"`. Everything runs on this machine; nothing is fetched.',
    'from seriktes import Graph\n\ngraph = Graph.build()  # the shipped documents; Graph.build("press-releases/") reads yours\nprint(graph)',
    'A graph that `seriktes build` made is opened with `Graph.open("graph")`.\n\n## Who is that?\n\nA name in any language and script finds '
    "its thing, with every statement about it and the sentence behind it.",
    'graph.entity("ConnectFutures")',
    "## How are two connected?",
    'graph.path("UNDP", "МИД Казахстана")',
    "## Questions\n\nThe shipped questions by name or number (`seriktes query --list`), or SPARQL. `.frame()` gives a pandas table.",
    'graph.query("partners-of", name="Қазақстанның Азаматтық альянсы").frame()',
    'graph.query("SELECT ?name WHERE { ?memorandum a skt:Memorandum ; skos:prefLabel ?name } ORDER BY ?name")',
    "## pandas and networkx\n\n`nodes`, `edges`, `facts` and `documents` are pandas tables; `network` and `partners` are networkx graphs.",
    'graph.edges.groupby("kind").size().sort_values(ascending=False)',
    'graph.facts[["type", "first", "second", "file", "sentence"]].head()',
    "import networkx as nx\n\npartners = nx.Graph(graph.partners)\n"
    'sorted(((n, partners.nodes[key]["label"]) for key, n in partners.degree()), reverse=True)[:5]',
    "## The picture\n\nSearch, filters, and a click on a link for its sentence; in a frame of its own, offline.",
    "graph.show()",
    "## Taking it along\n\nThe formats are those of `seriktes export`: Gephi, spreadsheets, RDF, Cytoscape, Aleph, Neo4j.",
    'from pathlib import Path\nfrom tempfile import mkdtemp\n\ngraph.export("gexf", Path(mkdtemp()) / "partners.gexf", network="partners")[0].name',
)


def main() -> None:
    """Write the notebook, run, and save it, the same bytes for the same outputs."""
    book = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    )
    for number, text in enumerate(CELLS):
        code = number > 0 and not text.startswith(("#", "A graph"))
        cell = nbformat.v4.new_code_cell(text) if code else nbformat.v4.new_markdown_cell(text)
        cell["id"] = f"cell-{number}"
        book.cells.append(cell)
    NotebookClient(book, timeout=300, kernel_name="python3").execute()
    for cell in book.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if len(data.get("text/html", "")) > LARGEST:
                data["text/html"] = PICTURE
    book.metadata["language_info"] = {"name": "python"}
    nbformat.write(book, TARGET)


if __name__ == "__main__":
    main()
