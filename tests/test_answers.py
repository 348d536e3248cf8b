"""What the program itself reads in the five documents answers the first questions: from text to SPARQL, nothing in between."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from seriktes.asking import ask
from seriktes.building.build import build_graph
from seriktes.resources import seed_documents


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("graph")
    build_graph(seed_documents(), out)
    return out


def rows(graph: Path, question: str, **settings: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ask(graph, question, None, settings, "csv"))))


def names(found: list[dict[str, str]], column: str) -> set[str]:
    return {row[column].rsplit("/", 1)[-1] for row in found if row[column]}


def test_1_seven_agreements_are_reported(graph: Path) -> None:
    found = rows(graph, "1")
    assert len(names(found, "agreement")) == 7
    assert {row["file"][:3] for row in found} == {"000", "002", "004"}


def test_2_each_with_its_two_parties_and_the_sentence(graph: Path) -> None:
    found = rows(graph, "2")
    parties: dict[str, set[str]] = {}
    for row in found:
        parties.setdefault(row["agreement"], set()).add(row["party"])
        assert row["quote"]
    assert len(parties) == 7 and all(len(both) == 2 for both in parties.values())


def test_3_partners_of_the_civic_alliance(graph: Path) -> None:
    assert names(rows(graph, "3"), "partner") == {
        "wwf-kazakhstan",
        "sever-yug-political-science-centre",
        "almaty-creative-association",
    }


def test_4_the_uk_body_and_its_partner(graph: Path) -> None:
    found = rows(graph, "4")
    assert names(found, "partner") == {"kazakhstan-ngo-consortium"}
    assert {row["body_name"] for row in found} == {"«ConnectFutures» қоры"}


def test_8_when_and_where(graph: Path) -> None:
    found = rows(graph, "8")
    told = {
        (row["file"][:3], row["start"], row["end"], row["place"].rsplit("/", 1)[-1], row["host"].rsplit("/", 1)[-1])
        for row in found
    }
    assert ("000", "2025-10-08", "", "astana", "mfa-kazakhstan") in told
    assert ("001", "2021-10-14", "2021-10-15", "taraz", "") in told
    assert ("002", "2021-11", "", "almaty", "") in told, "25 November was its fourth day; when it began is not stated"
    assert ("004", "", "", "taraz", "") in told
    assert not [row for row in told if row[0] == "003" and row[3]], "the city of the session in 003 is not stated"


def test_9_organisers_of_the_taraz_conference(graph: Path) -> None:
    assert names(rows(graph, "9"), "organiser") == {
        "ministry-information-social-development-kazakhstan",
        "akimat-zhambyl-region",
        "assembly-of-people-of-kazakhstan",
        "institute-applied-ethnopolitical-research",
    }


def test_13_posts_of_one_person(graph: Path) -> None:
    found = rows(graph, "13")
    assert {row["title"] for row in found} == {"төрағасы", "жетекшісі"}
    assert len(names(found, "body")) == 2


def test_15_who_moderated(graph: Path) -> None:
    assert {(row["person_name"], row["file"][:3]) for row in rows(graph, "15")} == {
        ("Олжас Ордабаев", "002"),
        ("Лима Диас", "002"),
        ("Жалил Аббосов", "004"),
    }


def test_21_foreign_countries_at_the_taraz_conference(graph: Path) -> None:
    assert names(rows(graph, "21"), "country") == {"russia", "ukraine", "uzbekistan", "israel", "bulgaria"}


def test_attendance_makes_no_partners(graph: Path) -> None:
    query = "PREFIX skt: <https://w3id.org/seriktes/ontology#> ASK { ?a skt:partnersWith ?b . FILTER NOT EXISTS { ?p skt:partner ?a, ?b ; skt:basis ?x } }"
    assert ask(graph, query, None, {}, "csv").strip().endswith("false")
