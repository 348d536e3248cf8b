"""What a build leaves in its folder: the one place where a new kind of file is added.

A product is a function that writes its file, or files, into a folder from the material of a build; ``PRODUCTS`` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import networkx as nx

from seriktes import __version__
from seriktes.analysis.claims import Reading, claims_from_annotations
from seriktes.analysis.network import build_network
from seriktes.annotations import indented, text_file, to_json
from seriktes.authority.official import official_names
from seriktes.building.staying import Standing
from seriktes.judgements.judge import Judged
from seriktes.judgements.renaming import renamed
from seriktes.keeping.cards import cards_of
from seriktes.keeping.moving import MANIFEST, looked_at
from seriktes.keeping.rows import Rows
from seriktes.model import Annotation, text_digest
from seriktes.pipeline import Skipped
from seriktes.rdf.keeping import GRAPH, TRIG
from seriktes.rdf.making import Made
from seriktes.rdf.void import describe_counted
from seriktes.report.contents import contents
from seriktes.report.html import html
from seriktes.views.pages import START, write_pages
from seriktes.views.pictures import KINDS
from seriktes.views.start import render_start
from seriktes.views.things import Things
from seriktes.writers.crate import CRATE, crate
from seriktes.writers.judged import aliases_csv, judgements_csv
from seriktes.writers.made_of import made_of
from seriktes.writers.networks import write_networks
from seriktes.writers.report import report
from seriktes.writers.tables import write_kept_tables

#: Up to so many edges the report's page takes well below a second; a larger graph gets it by ``seriktes report``.
MOST_EDGES_REPORTED = 5_000
VOID = "void.ttl"


@dataclass(frozen=True, slots=True)
class Material:
    """All that a build knows when it begins to write; ``large``: whether its network is too large for the report's page."""

    judged: Judged
    skipped: tuple[Skipped, ...]
    judgement_file: Path | None
    graph: Callable[[], Made]
    network: nx.MultiDiGraph
    reading: Reading
    things: Things
    standing: Standing
    digests: Mapping[str, str]
    rows: Rows
    large: bool
    files: dict[str, tuple[int, str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        judged: Judged,
        skipped: tuple[Skipped, ...],
        judgement_file: Path | None,
        graph: Callable[[], Made],
        standing: Standing,
        digests: Mapping[str, str],
    ) -> Material:
        """The network of judged annotations, whose graph is ready when ``graph`` gives what became of it.

        ``standing``: the files that stay as they are; ``digests``: of each document, by its id, of all that is told of it.
        """
        known = official_names(judged.annotations)
        for key, given in judged.names.items():
            known[key] = {**known.get(key, {}), **{str(language): name for language, name in given.items()}}
        reading = claims_from_annotations(judged.annotations, known)
        network = build_network(reading.claims, reading.nodes)
        large = network.number_of_edges() > MOST_EDGES_REPORTED  # which is counted anew each time
        if large:
            reading = reading._replace(nodes=(), claims=())  # only the report's page asks for them
        things = Things(network, reading.sources)
        said = {source.id: f"{source.file} {digests[source.id]}" for source in reading.sources}
        rows = standing.rows(made_of(network, things.links, said))
        return cls(judged, skipped, judgement_file, graph, network, reading, things, standing, digests, rows, large)

    def names(self, folder: Path) -> list[str]:
        """The files of the build so far, those in the folder it is made in and those that stay where they are, sorted."""
        return sorted({*files_of(folder), *self.standing.files})

    def looked_at(self, folder: Path) -> dict[str, tuple[int, str]]:
        """The size and SHA-256 of each file of the build; no file is looked at twice."""
        self.look(folder)
        self.files.update({**self.standing.files, **self.graph().files})
        return dict(sorted(self.files.items()))

    def look(self, folder: Path) -> None:
        """Look at the files that are there by now, but for those of the graph, which its process looks at."""
        for name in files_of(folder):
            if name not in self.files and name not in (GRAPH, TRIG):
                self.files[name] = looked_at(folder / name)


Product = Callable[[Material, Path], None]


def _annotations(material: Material, folder: Path) -> None:
    (folder / "annotations").mkdir()
    names = material.judged.names
    for place, card in enumerate(cards_of(material.judged.annotations)):
        name = f"annotations/{card.id}.json"
        given = {key: sorted(names[key].items()) for key in card.keys if key and key in names}
        told = text_digest(repr((material.digests[card.id], card.copies, given)))
        if not material.standing.stays(name, told):
            (annotation,) = renamed([material.judged.annotations[place]], names)
            _text(folder / name, to_json(annotation, explain=True))


def _texts(material: Material, folder: Path) -> None:
    for place, card in enumerate(cards_of(material.judged.annotations)):
        if card.origin is not None:
            name = text_file(card.id)
            if not material.standing.stays(name, card.digest):
                (folder / name).parent.mkdir(exist_ok=True)
                _text(folder / name, material.judged.annotations[place].document.text)


def _network(material: Material, folder: Path) -> None:
    write_pages(material.things, folder, material.large)
    write_networks(material.network, material.things.links, material.things.places("everything"), folder, material.rows)


def _tables(material: Material, folder: Path) -> None:
    write_kept_tables(material.network, material.things.links, folder, material.rows)


def _report(material: Material, folder: Path) -> None:
    file = material.judgement_file
    told = (file.name, material.judged.notes) if file else None
    material.look(folder)  # while the graph is still being made
    made = material.graph()
    troubles = (*made.violations, *made.warnings)
    ranked = material.things.standings
    text = report(material.judged.annotations, material.network, material.skipped, troubles, told, ranked)
    _text(folder / "report.md", text)


def _page(material: Material, folder: Path) -> None:
    if not material.large:
        _text(folder / "report.html", html(contents(material.reading, "en"), plain=True))


def _judgements(material: Material, folder: Path) -> None:
    _text(folder / "aliases.csv", aliases_csv(material.judged.aliases))
    if material.judgement_file:
        _text(folder / "judgements.csv", judgements_csv(material.judged.notes))


def _start(material: Material, folder: Path) -> None:
    _text(folder / START, render_start(material.things, KINDS, sorted([*material.names(folder), VOID, CRATE])))


def _described(material: Material, folder: Path) -> None:
    """The descriptions for catalogues and archives, last, since they list what the others wrote."""
    _text(folder / VOID, describe_counted(material.graph().counts, [p.name for p in folder.iterdir()]))
    _text(folder / CRATE, crate(material.judged.annotations, material.looked_at(folder), __version__))


#: The report waits for the graph; the start page, which names all files, and the descriptions stand last.
PRODUCTS: tuple[Product, ...] = (
    _annotations,
    _texts,
    _network,
    _tables,
    _page,
    _judgements,
    _report,
    _start,
    _described,
)


def files_of(folder: Path) -> list[str]:
    """The files of a folder by their relative paths with slashes, sorted."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def write_manifest(material: Material, folder: Path) -> None:
    """The hash of every document read and of every file written; what is not listed here is not part of the build."""
    files = {name: digest for name, (_, digest) in material.looked_at(folder).items()}
    _text(
        folder / MANIFEST,
        indented({"program": f"seriktes {__version__}", "documents": _documents(material.judged.annotations), "files": files})
        + "\n",
    )


def _documents(annotations: Sequence[Annotation]) -> dict[str, dict[str, str]]:
    return {card.id: {"file": card.file, "sha256": card.digest} for card in cards_of(annotations)}


def _text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
