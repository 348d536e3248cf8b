"""Pages for people: they say what the graph says, in three languages, and nothing in a name can act."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import rdflib
from seriktes.model import Annotation
from seriktes.queries import load_questions
from seriktes.rdf import terms as t
from seriktes.serve.frames import Frames
from seriktes.serve.view import _list_of

HTML = {"accept": "text/html"}
PAGES = (
    "/",
    "/search?q=bridge",
    "/search?type=Event",
    "/id/org/akbota",
    "/id/person/aliya",
    "/id/event/forum",
    "/id/agreement/memorandum",
    "/questions",
    "/questions/partners-of",
    "/query",
    "/query?query=SELECT%20*%7B?a%20skt:party%20?b%7D",
    "/scheme/role/speaker",
    "/id/org/nobody",
)


class Reader(HTMLParser):
    """Collects what the checks below look at."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attributes for name, attributes in self.tags if name == tag)


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


def page(client: Any, path: str, **headers: str) -> str:
    response = client.get(path, headers=HTML | headers)
    assert response.headers["content-type"].startswith("text/html"), response.text
    return str(response.text)


def document(client: Any) -> str:
    found = re.search(r'href="(/doc/[0-9a-f]{16})"', page(client, "/"))
    assert found
    return found[1]


def foreign_scripts(reader: Any) -> list[dict[str, str | None]]:
    """The scripts of a page that are not files of this server, nor data."""
    own = ("/static/yasgui.min.js", "/static/editor.js")
    return [a for a in reader.all("script") if a.get("src") not in own and a.get("type") != "application/json"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_page_is_well_formed_and_usable_without_a_script(client: Any, path: str, language: str) -> None:
    text = page(client, path, **{"accept-language": language})
    reader = read(text)
    assert next(reader.all("html"))["lang"] == language
    assert not foreign_scripts(reader)
    assert not [a for tag, a in reader.tags if any(name.startswith("on") or name == "style" for name in a)]
    assert len(list(reader.all("h1"))) == 1 and len(list(reader.all("main"))) == 1
    ids = [a["id"] for _, a in reader.tags if a.get("id")]
    assert len(ids) == len(set(ids)), "an id twice"
    labelled = {a["for"] for a in reader.all("label") if a.get("for")}
    for tag in ("input", "textarea", "select"):
        for field in reader.all(tag):
            assert field.get("type") in ("hidden", "radio") or field["id"] in labelled
    anchors = [a["href"] or "" for a in reader.all("a")]
    assert all(href.startswith(("/", "#")) for href in anchors), "a link leaves the service"
    assert {href[1:] for href in anchors if href.startswith("#")} <= set(ids), "a link to a sentence that is not there"


def test_all_links_of_the_pages_lead_somewhere(client: Any) -> None:
    links = {a["href"] for path in (*PAGES[:-1], document(client)) for a in read(page(client, path)).all("a")}
    for link in sorted(str(link).partition("#")[0] for link in links if not str(link).startswith("#")):
        assert client.get(link, headers=HTML).status_code == 200, link


def test_every_word_of_the_pages_is_there_in_three_languages() -> None:
    from seriktes.serve import frames

    folder = Path(frames.__file__).parent / "page"
    words = tomllib.loads((folder / "strings.toml").read_text(encoding="utf-8"))
    assert words["kk"].keys() == words["ru"].keys() == words["en"].keys()
    used = {name for path in folder.glob("*.html") for name in re.findall(r"\bw\.(\w+)", path.read_text(encoding="utf-8"))}
    assert used - {"format"} <= words["en"].keys()
    same = {key for key in words["en"] if words["en"][key] == words["kk"][key] or words["en"][key] == words["ru"][key]}
    assert same <= {"sparql", "times"}, "not translated"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Ақбота", "/id/org/akbota"),
        ("акбота", "/id/org/akbota"),
        ("aqbota foundation", "/id/org/akbota"),
        ("BRIDGE", "/id/org/bridge"),
        ("бридж ұйымы bridge", None),
        ("білім", "/id/org/ministry"),
        ("Seiit", "/id/person/aliya"),
        ("сеит алия", "/id/person/aliya"),
        ("Aliia Seiit", "/id/person/aliya"),
        ("форумд", "/id/event/forum"),
        ("меморан", "/id/agreement/memorandum"),
        ("нет такого", None),
    ],
)
def test_a_name_is_found_in_any_script(client: Any, typed: str, found: str | None) -> None:
    response = client.get("/search", params={"q": typed}, headers=HTML)
    hits = re.findall(r'<li><a href="(/id/[^"]+)"', response.text)
    assert (hits[0] if hits else None) == found


def test_an_organisation_shows_names_partners_and_each_statement_with_its_sentence(client: Any) -> None:
    text = page(client, "/id/org/akbota?lang=en")
    assert "Aqbota Foundation" in text and "«Ақбота» қоры" in text and "Фонд «Акбота»" in text
    assert re.search(r'<h2>Partners.*?<a href="/id/org/bridge\?lang=en">', text, re.DOTALL)
    assert '<mark class="own">«Ақбота» қоры</mark>' in text
    assert '<mark class="own">Фонд «Акбота»</mark>' in text
    assert "директор" in text and "kk1.txt" in text and "ru1.txt" in text


def test_an_agreement_shows_its_parties_and_a_document_its_mentions(client: Any) -> None:
    text = page(client, "/id/agreement/memorandum?lang=en")
    parties = text[text.index("<h2>Parties") : text.index("What the documents say")]
    assert "/id/org/akbota" in parties and "/id/org/bridge" in parties
    shown = page(client, document(client) + "?lang=ru")
    assert '<a class="named" href="/id/org/akbota?lang=ru">' in shown
    assert "Названы в этом документе" in shown


def test_the_page_of_a_concept_lists_what_belongs_there_by_name(client: Any) -> None:
    text = page(client, "/scheme/agreement-kind/memorandum?lang=ru")
    assert '<a href="/id/agreement/memorandum?lang=ru">' in text
    assert '<a href="/scheme/agreement-kind?lang=ru">' in text and "/doc/" not in text[text.index("<main") :]
    assert '<a href="/scheme/topic/security?lang=en"><bdi>security</bdi></a>' in page(client, "/scheme/topic?lang=en")
    assert "наркотрафик" not in page(client, "/scheme/topic/security?lang=ru"), "beginnings of words are for programs"


def test_the_page_of_a_concept_speaks_to_people(client: Any) -> None:
    text = page(client, "/scheme/agreement-kind/memorandum?lang=en")
    folded = text[text.index("<details") : text.index("</details>")]
    main = text[text.index("<main") :].replace(folded, "")
    for said in ("memorandum", "меморандум", "Kazakh", "Russian", "Agreements", "/id/agreement/memorandum"):
        assert said in main, said
    assert "skos:" not in main and "skos:" in folded, "the triples are folded away"
    scheme = page(client, "/scheme/topic?lang=en")
    assert scheme.index("Narrower and belonging to it") < scheme.index(">security<") < scheme.index("<details")


def test_a_list_that_is_cut_says_of_how_many() -> None:
    frame = Frames("b", with_network=False).frame("en", False, "/scheme", [])
    found = {"about": [("Events", 3, [])], "broader": [], "narrower": [], "definition": "", "names": [], "others": []}
    shown = frame.render("concept.html", found=found, iri="", name="", rows={}, forms=[]).body.decode()
    assert "Shown: the first 0 of 3." in shown and '<span class="count">3</span>' in shown
    shown = frame.render(
        "node.html", belonging=[{"href": "/", "name": "x"}], count=7, iri="", name="", rows={}, forms=[]
    ).body.decode()
    assert "Shown: the first 1 of 7." in shown


@pytest.mark.parametrize(("relation", "listed"), [(t.PARTY, "parties"), (t.SIGNATORY, "signatories")])
def test_people_who_signed_are_listed_and_counted_apart_from_the_parties(relation: Any, listed: str) -> None:
    claim = SimpleNamespace(subject="a", object="b", relation=relation.value)
    assert _list_of(claim, "a") == listed and _list_of(claim, "b") == "agreements"  # type: ignore[arg-type]


def test_each_shipped_question_is_a_form_that_answers(client: Any) -> None:
    for question in load_questions():
        response = client.get(f"/questions/{question.name}?lang=kk", headers=HTML)
        assert response.status_code == 200, question.name
        assert question.titles["kk"] in response.text.replace("&#39;", "'").replace("&#34;", '"')
    answer = client.get("/questions/partners-of", params={"p.name": "Bridge", "p.lang": "en", "lang": "en"}, headers=HTML).text
    assert '<a href="/id/org/akbota?lang=en"><bdi>Aqbota Foundation</bdi></a>' in answer
    hostile = client.get("/questions/partners-of", params={"p.name": '" } SERVICE <urn:a> { #'}, headers=HTML)
    assert hostile.status_code == 200


@pytest.mark.parametrize(
    ("query", "status"),
    [("SELECT", 400), ("CLEAR ALL", 403), ("SELECT * { ?s ?p ?o . ?a ?b ?c }", 503), ("ASK { SERVICE <urn:a> {} }", 403)],
)
def test_what_is_refused_is_told_on_the_page(client: Any, query: str, status: int) -> None:
    response = client.get("/query", params={"query": query, "lang": "ru"}, headers=HTML)
    assert response.status_code == status
    assert 'role="alert"' in response.text
    long = client.get(
        "/query", params={"query": "ASK { " + "?a ?b ?c . " * 30 + "FILTER(?c = 1/0) }", "lang": "ru"}, headers=HTML
    )
    assert long.status_code in (200, 503, 504) and "<h1>" in long.text


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples, text/html;q=0.5", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("*/*", "text/html"),
    ],
)
def test_one_address_answers_as_page_and_as_data(client: Any, accept: str, media: str) -> None:
    for path in ("/id/org/akbota", document(client)):
        response = client.get(path, headers={"accept": accept})
        assert response.headers["content-type"].startswith(media)
        assert "Accept" in response.headers["vary"]
        if media != "text/html":
            graph = rdflib.Graph().parse(data=response.content, format=media)
            assert (rdflib.URIRef(f"https://w3id.org/seriktes{path}"), None, None) in graph
    assert client.get("/id/org/akbota", headers={"accept": "image/png"}).status_code == 406
    assert client.get("/id/org/nobody", headers={"accept": "text/turtle"}).status_code == 404


def test_data_and_graphs_have_the_same_bytes_each_time(client: Any) -> None:
    for form in ("turtle", "ntriples", "jsonld"):
        assert len({client.get(f"/id/org/akbota?format={form}").content for _ in range(4)}) == 1


def test_head_has_the_headers_and_no_body(client: Any) -> None:
    for path in ("/", "/id/org/akbota", "/sparql?query=ASK%7B%7D"):
        response = client.head(path, headers=HTML if path == "/" else {})
        assert response.status_code == 200 and not response.content
        assert response.headers["etag"]


def test_headers_let_nothing_in(client: Any) -> None:
    for path in (*PAGES, "/sparql?query=ASK%7B%7D", "/reconcile"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        parts = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
        editor = path.partition("?")[0] == "/query"
        assert parts.get("script-src") == ("'self'" if editor else None), "no inline script and no eval anywhere"
        assert parts.get("connect-src") == ("'self'" if editor else None)
        assert parts["style-src"] == ("'self' 'unsafe-inline'" if editor else "'self'")
        assert headers["x-content-type-options"] == "nosniff"
    assert client.get("/sparql?query=ASK%7B%7D").headers["access-control-allow-origin"] == "*"
    assert client.options("/sparql").status_code == 204


#: In a browser, with forty attacks: test_attacks.py.
PAYLOADS = ('"><img src=x onerror=alert(1)><script>alert(1)</script>', "javascript:alert(1)' onfocus='x</bdi><h1>{{ 7*7 }}")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_name_is_only_text(
    make: Callable[..., list[Annotation]], writing: Callable[..., None], tmp_path: Path, payload: str
) -> None:
    from seriktes.serve.app import create_app
    from seriktes.serve.pool import Pool
    from seriktes.serve.workers import Limits
    from starlette.testclient import TestClient

    writing(make(lambda name: f"{name}{payload}"), tmp_path)
    with TestClient(create_app(Pool(tmp_path, Limits(short=2)))) as client:
        home = page(client, "/")
        links = {a["href"] for a in read(home).all("a")} | {f"/search?q={payload}", f"/query?query={payload}"}
        links |= {
            a["href"]
            for type_ in ("Person", "Organization", "Event")
            for a in read(page(client, f"/search?type={type_}")).all("a")
        }
        for link in sorted(str(link) for link in links if not str(link).startswith("/network")):
            text = client.get(link, headers=HTML).text
            reader = read(text)
            assert not foreign_scripts(reader) and not list(reader.all("img")), link
            assert len(list(reader.all("h1"))) == 1
            assert not [a for _, a in reader.tags if any(name.startswith("on") for name in a)]
            assert not [a for _, a in reader.tags if (a.get("href") or "").lower().startswith("javascript")]
