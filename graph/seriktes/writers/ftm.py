"""FollowTheMoney entities, one a line: for Aleph, OpenAleph and the tools of OpenSanctions.

The model: https://followthemoney.tech. A thing is a ``Person``, ``Organization``, ``PublicBody``, ``Company``, ``Event``,
``Project``, ``Contract`` (an agreement), ``LegalEntity`` (a state that acts) or ``Address`` (a place); an edge is an interest
between two things, with its sentences as description and the documents as proof.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import networkx as nx

from seriktes.analysis.claims import Reading, Source
from seriktes.analysis.network import edges_in_order
from seriktes.rdf.iris import entity_iri
from seriktes.writers.files import clean

_OF_KIND = {
    "government": "PublicBody",
    "parliament": "PublicBody",
    "diplomatic_mission": "PublicBody",
    "company": "Company",
}
_OF_TYPE = {"Person": "Person", "Organization": "Organization", "Event": "Event", "Agreement": "Contract", "Project": "Project"}
_LANGUAGES = {"kk": "kaz", "ru": "rus", "en": "eng"}
#: Edge kinds by which a place acts, as a state or a region does.
_ACTING = frozenset(
    {
        "agreement",
        "joint-project",
        "co-organiser",
        "cooperation",
        "affiliation",
        "participation",
        "party",
        "signatory",
        "implements",
    }
)
Properties = dict[str, list[str]]


def ftm(network: nx.MultiDiGraph, reading: Reading) -> str:
    """The documents, things and edges as FollowTheMoney JSON lines. Co-participation is left out: it follows from the events."""
    acting = {end for a, b, kind in network.edges(data="kind") if kind in _ACTING for end in (a, b)}
    entities = [_document(source) for source in reading.sources]
    entities += [_thing(node, network, node in acting) for node in sorted(network)]
    entities += list(_edges(network))
    return "".join(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n" for entity in entities)


def _entity(identity: str, schema: str, properties: Mapping[str, list[str | None]]) -> dict[str, Any]:
    cleaned = {
        name: [text for text in dict.fromkeys(" ".join(clean(value or "").split()) for value in values) if text]
        for name, values in properties.items()
    }
    return {"id": identity, "schema": schema, "properties": {name: values for name, values in cleaned.items() if values}}


def _id(*parts: str) -> str:
    """An id that every store of entities takes, the same each time."""
    return "skt-" + sha256("\x1f".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:24]


def _document(source: Source) -> dict[str, Any]:
    return _entity(
        _id("document", source.id),
        "PlainText",
        {
            "fileName": [source.file],
            "title": [source.file],
            "language": [_LANGUAGES[source.language]],
            "publishedAt": [source.published],
            "publisher": [source.publisher],
        },
    )


def _thing(node: str, network: nx.MultiDiGraph, acting: bool) -> dict[str, Any]:
    data = network.nodes[node]
    schema = _OF_KIND.get(data["kind"] or "", _OF_TYPE.get(data["type"], "LegalEntity" if acting else "Address"))
    names = [data["name_kk"], data["name_ru"], data["name_en"]]
    label = names if any(names) else [data["label"]]
    properties: dict[str, list[str | None]] = {
        "name": label,
        "country": [_country(data["country"])],
        "sourceUrl": [quote(entity_iri(data["type"], node).value, safe=":/%#")],
        "keywords": [data["kind"]],
        "proof": [_id("document", document) for document in data["documents"]],
    }
    if schema == "Event":
        properties |= {"startDate": [data.get("start")], "endDate": [data.get("end")]}
        properties |= _of_event(node, network)
    elif schema == "Project":
        properties |= {"startDate": [data.get("start")], "endDate": [data.get("end")]}
    elif schema == "Contract":
        properties |= {"title": label, "contractDate": [data.get("start")], "type": [data["kind"]]}
    elif schema == "Address":
        properties |= {"full": [data["label"]]}
    return _entity(_id("thing", node), schema, properties)


def _country(code: str | None) -> str | None:
    return code.lower() if code and len(code) == 2 else None  # «INT» is no country


def _of_event(event: str, network: nx.MultiDiGraph) -> dict[str, list[str | None]]:
    """Who organised it, who was there, and where."""
    guests = [
        (source, data["label"]) for source, _, data in network.in_edges(event, data=True) if data["kind"] == "participation"
    ]
    places = [target for _, target, kind in network.out_edges(event, data="kind") if kind == "located"]
    return {
        "organizer": [_id("thing", guest) for guest, role in guests if role == "organizer"],
        "involved": [_id("thing", guest) for guest, role in guests if role != "organizer"],
        "location": [network.nodes[place]["label"] for place in places],
    }


def _edges(network: nx.MultiDiGraph) -> Iterator[dict[str, Any]]:
    for source, target, data in edges_in_order(network):
        if data["kind"] == "co-participation":
            continue
        schema, first, second = _schema(network, source, target, data["kind"])
        via = network.nodes[data["via"]] if data["via"] in network else {}
        properties: dict[str, list[str | None]] = {
            first: [_id("thing", source)],
            second: [_id("thing", target)],
            "role": [data["label"] or data["kind"]],
            "summary": [data["kind"]],
            "startDate": [via.get("start")],
            "endDate": [via.get("end") if via.get("type") != "Agreement" else None],
            "description": [item.quote for item in data["evidence"]],
            "proof": [_id("document", item.document) for item in data["evidence"]],
        }
        yield _entity(_id("edge", data["id"]), schema, properties)


def _schema(network: nx.MultiDiGraph, source: str, target: str, kind: str) -> tuple[str, str, str]:
    """The schema of an edge, and the names of its two ends there."""
    ends = (network.nodes[source]["type"], network.nodes[target]["type"])
    if kind == "affiliation":
        return (
            ("Employment", "employee", "employer")
            if ends == ("Person", "Organization")
            else ("Representation", "agent", "client")
        )
    if kind == "implements" and ends[0] != "Event":
        return "ProjectParticipant", "participant", "project"
    return "UnknownLink", "subject", "object"
