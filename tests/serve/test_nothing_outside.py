"""Queries that would have the server fetch something: each is refused, and nobody outside hears of it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest

#: ``{url}`` is that of a listener who must never be called.
FORMS = (
    "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
    "select*{{service<{url}>{{?s ?p ?o}}}}",
    "SELECT * {{ SeRvIcE # a remark\n <{url}> {{ ?s ?p ?o }} }}",
    "PREFIX : <{url}> SELECT * {{ SERVICE:x {{ ?s ?p ?o }} }}",
    "BASE <{url}> SELECT * {{ SERVICE <y> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE <\\u0068ttp{tail}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ VALUES ?e {{ <{url}> }} SERVICE ?e {{ ?s ?p ?o }} }}",
    "SELECT * {{ BIND(IRI('{url}') AS ?e) SERVICE ?e {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p ?e SERVICE ?e {{ ?a ?b ?c }} }}",
    "SELECT * {{ ?a ?b ?c FILTER EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ ?a ?b ?c FILTER NOT EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ ?a ?b ?c OPTIONAL {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ ?a ?b ?c MINUS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ {{ ?a ?b ?c }} UNION {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ GRAPH ?g {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
    "SELECT * {{ {{ SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }} }}",
    "SELECT (EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} AS ?x) {{ ?a ?b ?c }}",
    "SELECT * {{ ?a ?b ?c }} ORDER BY (EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }})",
    "SELECT ?a {{ ?a ?b ?c }} GROUP BY ?a HAVING (EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }})",
    "ASK {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "DESCRIBE ?s {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * FROM <{url}> {{ ?s ?p ?o }}",
    "SELECT * FROM NAMED <{url}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "SELECT * FROM <file:///etc/passwd> {{ ?s ?p ?o }}",
    "ASK FROM <ftp{tail}> {{ ?s ?p ?o }}",
    "DESCRIBE <urn:x> FROM <{url}>",
    "LOAD <{url}>",
    "LOAD SILENT <{url}> INTO GRAPH <urn:g>",
    "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "COPY <{url}> TO DEFAULT",
)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        yield server


def address(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}/x"


def test_every_form_is_refused_and_nothing_outside_is_reached(client: Any, listener: socket.socket) -> None:
    url = address(listener)
    refused = {
        form: client.get("/sparql", params={"query": form.format(url=url, tail=url.removeprefix("http"))}).status_code
        for form in FORMS
    }
    assert set(refused.values()) <= {400, 403}, refused
    assert all(refused[form] == 403 for form in FORMS if "\\u0068" not in form and "COPY" not in form), refused
    with pytest.raises(TimeoutError):
        listener.accept()


def test_the_graphs_of_the_protocol_are_looked_up_and_not_fetched(client: Any, listener: socket.socket) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        answer = client.get("/sparql", params={"query": "ASK { ?s ?p ?o }", name: address(listener)})
        assert answer.json()["boolean"] is False
    with pytest.raises(TimeoutError):
        listener.accept()
