"""A network as HTML pages, one a view: pyvis holds the picture, the project's own template shows it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import networkx as nx
from pyvis.network import Network

from seriktes.analysis.boxes import CROWDED_LINES, CROWDED_WIDTH, LINE_HEIGHT, LINE_WIDTH, MOST_LINES
from seriktes.analysis.claims import LANGUAGES, Source
from seriktes.analysis.kinds import COUNTRY_GROUPS, EDGE_KINDS, PARTNER_KINDS, ROLES
from seriktes.model import ENTITY_TYPES
from seriktes.views.page import country_names, embedded, environment, parts, strings
from seriktes.views.pictures import KINDS, MEASURES, Picture, picture
from seriktes.views.things import Things

#: What vis-network is told: places stand, nothing moves by itself, edges are straight but where they are parallel.
OPTIONS: Mapping[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "tooltipDelay": 1_000_000,
        "zoomSpeed": 0.7,
        "keyboard": {"enabled": False},
    },
    "nodes": {"borderWidth": 2, "shape": "dot", "chosen": False, "shapeProperties": {"interpolation": False}},
    "edges": {"smooth": False, "chosen": False, "arrowStrikethrough": False, "selectionWidth": 0, "hoverWidth": 0},
}


def render_network(network: nx.MultiDiGraph, documents_meta: Iterable[Source], kind: str = "network") -> str:
    """The page of a network: one file, no request to anywhere, safe to open whatever the names hold.

    ``documents_meta`` says for each document its file, language, date and publisher; ``kind`` is one of
    :data:`~seriktes.views.pictures.KINDS`. Same network, same page.
    """
    return render_page(Things(network, documents_meta), kind)


def render_page(things: Things, kind: str, beside: Sequence[str] = ()) -> str:
    """One page; ``beside`` names the pages that lie in the same folder, to which it leads."""
    drawn = picture(things, kind)
    held = Network(directed=True)
    held.nodes, held.edges = drawn.nodes, drawn.edges
    held.set_options(json.dumps(OPTIONS))
    held.templateEnv = environment()
    held.templateEnv.globals |= {
        "kind": kind,
        "data": _kept(things, "told"),
        "proofs": _kept(things, "proofs"),
        "facts": {"words": _facts(things, drawn, beside), "measures": drawn.measures, "more": drawn.more},
        "drawing": drawn.drawing,
        "parts": parts(kind),
    }
    page: str = held.generate_html()
    return page


def share(things: Things) -> None:
    """Work out what all pages of a network share, and load what all are made with."""
    for kind in KINDS:
        parts(kind)
    environment().get_template("template.html")
    country_names(set())
    _ = things.standings  # of the part that pages of partners are made of
    things.drawn("everything")
    for what in ("told", "proofs"):
        _kept(things, what)


def _kept(things: Things, what: Literal["told", "proofs"]) -> Mapping[str, str]:
    """What all pages of a network share, put into JSON once."""
    key = f"embedded {what}"
    if key not in things.kept:
        things.kept[key] = embedded(getattr(things, what))
    found: Mapping[str, str] = things.kept[key]
    return found


def _facts(things: Things, drawn: Picture, beside: Sequence[str]) -> dict[str, Any]:
    """What the scripts of a page need to know beside things and picture."""
    countries = {code for _, code in things.network.nodes(data="country") if code}
    return {
        "kind": drawn.kind,
        "beside": list(beside),
        "pages": KINDS,
        "strings": strings(),
        "languages": LANGUAGES,
        "kinds": EDGE_KINDS,
        "partnerKinds": PARTNER_KINDS,
        "roles": tuple(reversed(ROLES)),
        "types": ENTITY_TYPES,
        "groups": COUNTRY_GROUPS,
        "sizes": [name for name in MEASURES if name in drawn.measures],
        "countries": country_names(countries),
        "label": {
            "height": LINE_HEIGHT,
            "width": LINE_WIDTH,
            "lines": MOST_LINES,
            "crowdedWidth": CROWDED_WIDTH,
            "crowdedLines": CROWDED_LINES,
        },
    }
