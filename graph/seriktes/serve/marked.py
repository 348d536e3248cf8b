"""Where names stand in the quotes of a graph whose annotations are elsewhere: their known forms, looked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from pyoxigraph import NamedNode

from seriktes.rdf import terms as t
from seriktes.rdf.iris import SEGMENTS
from seriktes.serve.things import Thing, Things
from seriktes.store import GraphStore, text_of

_SHORTEST = 2


def annotations_of(store: GraphStore, things: Things) -> dict[str, Mapping[str, Any]]:
    """As much of the annotations as the graph tells, by document id: which things are named, and where in its quotes."""
    return {document.id: {"entities": _entities(store, things, NamedNode(iri))} for iri, document in things.documents.items()}


def _entities(store: GraphStore, things: Things, document: NamedNode) -> list[dict[str, Any]]:
    named = sorted({text_of(quad.object) for quad in store.match(document, t.MENTIONS, None, document)})
    owner = {form: thing for iri in named if (thing := things.by_iri.get(iri)) for form in _forms(thing)}
    if not owner:
        return []
    forms = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(owner, key=len, reverse=True))) + r")(?!\w)")
    places: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for start, quote in _quotes(store, document):
        for found in forms.finditer(quote):
            places[owner[found[0]].iri].add((start + found.start(), start + found.end()))
    return [_entity(things.by_iri[iri], sorted(where)) for iri, where in sorted(places.items())]


def _forms(thing: Thing) -> set[str]:
    return {form for form in (thing.label, *thing.names.values(), *thing.others) if len(form) >= _SHORTEST}


def _quotes(store: GraphStore, document: NamedNode) -> list[tuple[int, str]]:
    """Quotes with the offset they begin at, which is in the IRI of their selector."""
    found = []
    for quad in store.match(None, t.EXACT, None, document):
        place = re.search(r"#q-(\d+)-\d+$", text_of(quad.subject))
        if place:
            found.append((int(place[1]), text_of(quad.object)))
    return sorted(found)


def _entity(thing: Thing, places: list[tuple[int, int]]) -> dict[str, Any]:
    return {
        "type": thing.type,
        "key": _key(thing),
        "mentions": [{"start": start, "end": end} for start, end in places],
    }


def _key(thing: Thing) -> str:
    return unquote(thing.path.removeprefix(f"{SEGMENTS[thing.type]}/"))
