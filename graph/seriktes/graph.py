"""The graph for people who write Python: ``from seriktes import Graph``, in a notebook or a script.

Everything is read when it is first asked for; pandas is imported only for tables (``pip install "seriktes[notebook]"``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import networkx as nx

from seriktes.analysis.claims import Claim, Node
from seriktes.analysis.network import edges_in_order, partnership_network
from seriktes.analysis.paths import shortest_chains
from seriktes.asking import embedded, query_text
from seriktes.building.build import build_graph
from seriktes.building.built import is_build
from seriktes.dialogue.finding import find_key
from seriktes.errors import DataError, ExtraError, QueryError
from seriktes.exporting import FORMATS, NETWORKS, Built
from seriktes.model import ARGUMENTS
from seriktes.resources import seed_documents
from seriktes.store import GraphStore, value_of
from seriktes.telling import tell
from seriktes.text.plurals import english
from seriktes.views.html import render_page
from seriktes.views.pictures import KINDS
from seriktes.writers.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, edge_values, known, node_values
from seriktes.writers.files import write_all

if TYPE_CHECKING:
    from pandas import DataFrame

_HEIGHT = 640


class Graph:
    """A built graph.

    ``folder`` is where it lies. Made by :meth:`build` or :meth:`open`, never by its own name.
    """

    def __init__(self, folder: Path, kept: TemporaryDirectory[str] | None = None) -> None:
        self.folder = folder
        self._kept = kept  # a folder of its own goes when the graph goes
        self._built = Built(folder)
        self._store: GraphStore | None = None

    @classmethod
    def build(
        cls,
        paths: str | Path | Iterable[str | Path] = (),
        out: str | Path | None = None,
        judgements: str | Path | None = None,
    ) -> Graph:
        """Read documents (files and folders; without them the shipped ones) and build their graph.

        ``out`` is the folder for it; without it, one that is taken away with the graph. Raises DocumentError when no
        document can be read, DataError for a mistake in the judgements, OutputError when ``out`` cannot be written.
        """
        named = [Path(path) for path in ([paths] if isinstance(paths, (str, Path)) else paths)]
        kept = TemporaryDirectory(prefix="seriktes-") if out is None else None
        folder = Path(kept.name if kept else str(out))
        build_graph(named or seed_documents(), folder, None, Path(judgements) if judgements else None)
        return cls(folder, kept)

    @classmethod
    def open(cls, folder: str | Path = "exports") -> Graph:
        """The graph that ``seriktes build`` left in a folder. Raises DataError when there is none."""
        if not is_build(Path(folder)):
            raise DataError(f"{folder}: holds no graph; make one with: seriktes build --out {folder}")
        return cls(Path(folder))

    @property
    def network(self) -> nx.MultiDiGraph:
        """The whole network, see :func:`~seriktes.analysis.network.build_network`; a change stays in this object."""
        return self._built.whole

    @property
    def partners(self) -> nx.MultiDiGraph:
        """Who partners with whom: bodies and states, and only partnerships."""
        return partnership_network(self.network)

    @property
    def nodes(self) -> DataFrame:
        """One row a thing, by its key: what it is, where it is from, its names. Needs pandas."""
        rows = [
            {**known(NODE_ATTRIBUTES, node_values(data, None)), "documents": list(data["documents"])}
            for _, data in self.network.nodes(data=True)
        ]
        drawn = ("size", "r", "g", "b", "x", "y")
        columns = [name for name in NODE_ATTRIBUTES if name not in drawn]
        return _frame("Graph.nodes", rows, columns, list(self.network))

    @property
    def edges(self) -> DataFrame:
        """One row an edge, by its id: its ends, kind, label, dates and first sentence. Needs pandas."""
        label = self.network.nodes(data="label")
        rows, ids = [], []
        for source, target, data in edges_in_order(self.network):
            values = known(EDGE_ATTRIBUTES, edge_values(self.network, source, target, data))
            ends = {"source": source, "target": target, "source_label": label[source], "target_label": label[target]}
            rows.append({**ends, **values, "documents": sorted({item.document for item in data["evidence"]})})
            ids.append(data["id"])
        ends_first = ["source", "target", "source_label", "target_label", *EDGE_ATTRIBUTES]
        return _frame("Graph.edges", rows, ends_first, ids)

    @property
    def facts(self) -> DataFrame:
        """One row a statement of a document, with its sentence and where that stands. Needs pandas."""
        columns = ("type", "first", "second", "role", "title", "start", "end", "confidence")
        rows = [dict(zip((*columns, *_PLACE), _fact(claim), strict=True)) for claim in self._built.reading.claims]
        return _frame("Graph.facts", rows, [*columns, *_PLACE])

    @property
    def documents(self) -> DataFrame:
        """One row a document, by its id. Needs pandas."""
        sources = self._built.reading.sources
        rows = [{"file": s.file, "language": s.language, "published": s.published, "publisher": s.publisher} for s in sources]
        return _frame("Graph.documents", rows, ["file", "language", "published", "publisher"], [s.id for s in sources])

    def query(self, question: str | int, **settings: str) -> Rows:
        """Ask a shipped question by number or name, with its parameters, or SPARQL.

        Raises QueryError when the question is wrong, LimitError past a limit (nothing is ever cut short).
        """
        text = query_text(str(question), None, settings)
        if self._store is None:
            self._store = embedded(self.folder)
        found = self._store.query(text)
        if found.boolean is not None:
            return Rows([{"boolean": found.boolean}], ("boolean",))
        rows = ({name: value_of(value) for name, value in zip(found.variables, row, strict=True)} for row in found.rows)
        return Rows(rows, found.variables)

    def entity(self, name: str) -> Thing:
        """The thing of a key or a name, in any language and script. Raises QueryError that offers the nearest names."""
        key = find_key(self._built.material, name)
        node = next(node for node in self._built.reading.nodes if node.id == key)
        claims = tuple(claim for claim in self._built.reading.claims if key in claim.arguments.values())
        return Thing(node, claims, self._labels())

    def path(self, first: str, second: str) -> Chain:
        """The shortest chain of facts between two things, the surest of those; empty where nothing connects them.

        A country is no step of it unless nothing else is.
        """
        a, b = (find_key(self._built.material, name) for name in (first, second))
        if a == b:
            raise QueryError(f"{first!r} and {second!r} are both {a}; name two things")
        claims = self._built.reading.claims
        places = [node.id for node in self._built.reading.nodes if node.type == "Place"]
        found = shortest_chains(claims, a, b, places, 1) or shortest_chains(claims, a, b, most=1)
        labels = self._labels()
        return Chain([Told(step.claims[0], labels) for step in (found[0] if found else ())])

    def show(self, page: str = "partners", height: int = _HEIGHT) -> Shown:
        """An interactive page, for the last line of a notebook's cell: ``partners``, ``people``, ``agreements``,
        ``countries``, ``timeline`` or ``network``; ``height`` in pixels. Works offline. Raises QueryError for another page.
        """
        if page not in KINDS:
            raise QueryError(f"there is no page {page!r}; pages: {', '.join(KINDS)}")
        return Shown(render_page(self._built.things, page), height)

    def export(self, form: str, out: str | Path, network: str = "everything") -> tuple[Path, ...]:
        """Write the graph for another program, as ``seriktes export`` does: the files that were written.

        ``out`` is the file, or for ``csv``, ``tidy-csv`` and ``neo4j`` the folder. Raises QueryError for an unknown format.
        """
        if form not in FORMATS or network not in NETWORKS:
            raise QueryError(f"there is no {form!r} of {network!r}; formats: {', '.join(FORMATS)}; of: {', '.join(NETWORKS)}")
        made = FORMATS[form].files(self._built, next(name for name in NETWORKS if name == network))
        files = {Path(out) / name if FORMATS[form].several else Path(out): text for name, text in made.items()}
        write_all(files)
        return tuple(files)

    def _labels(self) -> Mapping[str, str]:
        return dict(self.network.nodes(data="label"))

    def __repr__(self) -> str:
        documents, network = len(self._built.reading.sources), self.network
        where = "" if self._kept else f"; {self.folder}"
        return f"Graph({english(documents, 'document')}, {english(len(network), 'thing')}, {english(network.number_of_edges(), 'edge')}{where})"

    def _repr_html_(self) -> str:
        return self.show()._repr_html_()


class Rows(list[dict[str, Any]]):
    """Rows of an answer by variable: numbers and truth values as such, all else as text, None where nothing is bound."""

    def __init__(self, rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> None:
        super().__init__(rows)
        self.columns = tuple(columns)

    def frame(self) -> DataFrame:
        """The rows as a pandas table."""
        return _frame("Rows.frame()", list(self), list(self.columns))

    def _repr_html_(self) -> str:
        return _table(self.columns, ([_shown(row[column]) for column in self.columns] for row in self))


class Told:
    """A statement of a document in words, with its ``sentence``, ``file`` and ``confidence``."""

    def __init__(self, claim: Claim, labels: Mapping[str, str]) -> None:
        names = {argument: labels.get(key, key) for argument, key in claim.arguments.items()}
        values = {"role": claim.role, "title": claim.title, "start": claim.date_start, "end": claim.date_end}
        self.claim = claim
        self.said = tell(claim.type, names, {name: value for name, value in values.items() if value})
        self.sentence, self.file, self.confidence = claim.quote, claim.file, claim.confidence

    def __repr__(self) -> str:
        return f"{self.said} [{self.file}: {' '.join(self.sentence.split())}]"


class Chain(list[Told]):
    """Statements that lead from one thing to another, in order."""

    def __repr__(self) -> str:
        return "\n".join(map(repr, self)) or "nothing connects them"

    def _repr_html_(self) -> str:
        return _table(("fact", "sentence", "document"), ([step.said, step.sentence, step.file] for step in self))


class Thing:
    """A thing with its names and all that is said of it."""

    def __init__(self, node: Node, claims: Iterable[Claim], labels: Mapping[str, str]) -> None:
        self.key, self.type, self.kind, self.country = node.id, node.type, node.kind, node.country
        self.names, self.documents = dict(node.names), node.documents
        self.label = labels[node.id]
        self.facts = tuple(Told(claim, labels) for claim in claims)

    def __repr__(self) -> str:
        return f"{self.label} ({', '.join(filter(None, (self.key, self.type, self.kind, self.country)))})"

    def _repr_html_(self) -> str:
        names = " · ".join(f"<span lang={language}>{escape(name)}</span>" for language, name in self.names.items())
        said = _table(("fact", "sentence", "document"), ([fact.said, fact.sentence, fact.file] for fact in self.facts))
        return f"<p><b>{escape(repr(self))}</b><br>{names}</p>{said}"


class Shown:
    """A page in a frame of its own: it runs its own scripts and reaches neither the notebook nor the network."""

    def __init__(self, page: str, height: int) -> None:
        self.page, self.height = page, height

    def __repr__(self) -> str:
        return f"a page of {len(self.page) // 1000} kB, to be seen in a notebook; in a browser: index.html of the build"

    def _repr_html_(self) -> str:
        return (
            f'<iframe sandbox="allow-scripts" referrerpolicy="no-referrer" width="100%" height="{self.height}" '
            f'style="border:1px solid #dfe3e1;border-radius:6px" title="seriktes" srcdoc="{escape(self.page)}"></iframe>'
        )


_PLACE = ("document", "file", "from", "to", "sentence")


def _fact(claim: Claim) -> tuple[Any, ...]:
    ends = [claim.node(name) for name in ARGUMENTS[claim.type]]
    said = (claim.role, claim.title, claim.date_start, claim.date_end, claim.confidence)
    second = ends[1] if len(ends) > 1 else None
    return (claim.type, ends[0], second, *said, claim.document, claim.file, claim.start, claim.end, claim.quote)


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _frame(asked: str, rows: list[Any], columns: list[str], index: Sequence[str] | None = None) -> DataFrame:
    """Rows as a table. Raises ExtraError where pandas is missing."""
    try:
        from pandas import DataFrame
    except ImportError:
        raise ExtraError(f'{asked} needs pandas; run: pip install "seriktes[notebook]"') from None
    return DataFrame(rows, columns=columns, index=None if index is None else list(index))


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
