"""The Reconciliation Service API 0.2: the shapes its specification asks for, and right candidates for names in any script.

The shapes below say what the specification's schemas require of the parts that this service uses.
"""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

TYPE = {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}, "required": ["id"]}
TEMPLATE = {"type": "string", "pattern": r"\{\{id\}\}"}
SERVICE = {
    "type": "object",
    "properties": {"service_url": {"type": "string"}, "service_path": {"type": "string"}},
    "required": ["service_url", "service_path"],
}
MANIFEST = {
    "type": "object",
    "properties": {
        "versions": {"type": "array", "items": {"type": "string"}, "contains": {"const": "0.2"}},
        "name": {"type": "string"},
        "identifierSpace": {"type": "string", "pattern": "^https://"},
        "schemaSpace": {"type": "string", "pattern": "^https://"},
        "defaultTypes": {"type": "array", "uniqueItems": True, "items": {**TYPE, "required": ["id", "name"]}},
        "view": {"type": "object", "properties": {"url": TEMPLATE}, "required": ["url"]},
        "preview": {
            "type": "object",
            "properties": {"url": TEMPLATE, "width": {"type": "integer"}, "height": {"type": "integer"}},
            "required": ["url", "width", "height"],
        },
        "suggest": {"type": "object", "properties": {"entity": SERVICE, "type": SERVICE}, "required": ["entity"]},
    },
    "required": ["versions", "name", "identifierSpace", "schemaSpace", "view", "preview", "suggest"],
}
CANDIDATE = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "description": {"type": "string"},
        "score": {"type": "number"},
        "match": {"type": "boolean"},
        "type": {"type": "array", "items": TYPE},
    },
    "required": ["id", "name", "score"],
}
RESULTS = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "properties": {"result": {"type": "array", "items": CANDIDATE}},
        "required": ["result"],
    },
}
SUGGESTED = {
    "type": "object",
    "properties": {
        "result": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "id": {"type": "string"},
                    "name": {"type": "string"},
                    "description": {"type": "string"},
                    "notable": {"type": "array", "items": TYPE},
                },
                "required": ["id", "name"],
            },
        }
    },
    "required": ["result"],
}


def batch(client: Any, **queries: Any) -> Any:
    response = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert response.status_code == 200, response.text
    answer = response.json()
    jsonschema.validate(answer, RESULTS)
    assert answer.keys() == queries.keys()
    return answer


def test_the_service_says_what_it_can_do(client: Any) -> None:
    response = client.get("/reconcile")
    jsonschema.validate(response.json(), MANIFEST)
    assert response.headers["access-control-allow-origin"] == "*"
    preview = response.json()["preview"]["url"].replace("{{id}}", "org/akbota")
    shown = client.get(preview)
    assert shown.status_code == 200 and "Aqbota Foundation" in shown.text
    assert "frame-ancestors *" in shown.headers["content-security-policy"]
    assert client.get(response.json()["view"]["url"].replace("{{id}}", "org%2Fakbota")).status_code == 200


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({"query": "Aqbota Foundation"}, "org/akbota"),
        ({"query": "«Ақбота» қоры"}, "org/akbota"),
        ({"query": "Фонд Акбота", "type": "Organization"}, "org/akbota"),
        ({"query": "Алия Сеит", "type": ["Person"]}, "person/aliya"),
        ({"query": "Aliya Seiit", "type_strict": "any", "limit": 1}, "person/aliya"),
    ],
)
def test_a_name_is_matched(client: Any, query: dict[str, Any], wanted: str) -> None:
    found = batch(client, q0=query)["q0"]["result"]
    assert found[0]["id"] == wanted
    assert found[0]["score"] > 60


def test_only_the_very_name_is_a_match_without_a_look(client: Any) -> None:
    answer = batch(
        client, a={"query": "Bridge"}, b={"query": "Bridg"}, c={"query": "Bridge", "type": "Place"}, d={"query": "ветер"}
    )
    assert answer["a"]["result"][0]["match"] is True
    assert answer["b"]["result"][0]["match"] is False
    assert answer["c"]["result"] == [] and answer["d"]["result"] == []


def test_beginnings_are_suggested(client: Any) -> None:
    for prefix, wanted in (("aqb", "org/akbota"), ("Ақб", "org/akbota"), ("мин", "org/ministry")):
        answer = client.get("/reconcile/suggest/entity", params={"prefix": prefix}).json()
        jsonschema.validate(answer, SUGGESTED)
        assert wanted in [item["id"] for item in answer["result"]]
    types = client.get("/reconcile/suggest/type", params={"prefix": "Org"}).json()
    jsonschema.validate(types, SUGGESTED)
    assert [item["id"] for item in types["result"]] == ["Organization"]


@pytest.mark.parametrize("limit", ["Infinity", "-Infinity", "NaN", "1e999", "-5", "0", "2.5", "true"])
def test_an_odd_limit_is_an_answer(client: Any, limit: str) -> None:
    response = client.post("/reconcile", data={"queries": f'{{"a": {{"query": "Bridge", "limit": {limit}}}}}'})
    assert response.status_code == 200 and response.json()["a"]["result"]


def test_a_batch_nested_without_end_is_told(client: Any) -> None:
    response = client.post("/reconcile", data={"queries": "[" * 30_000})
    assert response.status_code == 400 and "nested" in response.text


@pytest.mark.parametrize("queries", ["{", "[]", '{"a": 1}', '{"a": {"query": 1}}', '{"a": {"query": "x", "limit": "y"}}'])
def test_a_broken_batch_is_told(client: Any, queries: str) -> None:
    response = client.post("/reconcile", data={"queries": queries})
    assert response.status_code in (200, 400)
    assert "Traceback" not in response.text
    assert response.status_code == 400 or '"limit": "y"' in queries
