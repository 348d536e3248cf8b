"""Each format is read to the same things as its plain text, with offsets against the text that is stored beside the results."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from seriktes.documents import read_file, read_files
from seriktes.errors import DocumentError
from seriktes.model import Document

pytest.importorskip("trafilatura", reason="the extra [ingest] is not installed")
Run = Callable[..., tuple[int, str, str]]
Make = Callable[..., bytes]
HEAD = (
    '<meta property="og:site_name" content="Дала жаршысы"><link rel="canonical" href="https://example.org/memo">'
    '<meta property="article:published_time" content="2024-05-17T09:00:00+05:00">'
)


def check(data: dict[str, Any], text: str) -> None:
    """The memorandum is found, and every offset addresses the text."""
    assert {"party", "dated"} <= {fact["type"] for fact in data["facts"]}
    mentions = [m for entity in data["entities"] for m in entity["mentions"]]
    assert mentions and all(text[m["start"] : m["end"]] == m["text"] for m in mentions)


def test_a_web_page(extracted: Callable[..., dict[str, Any]], make_page: Make, kazakh: str) -> None:
    page = make_page(kazakh, head=HEAD)
    data = extracted("memo.html", page)
    about = data["document"]
    assert (about["id"], about["language"], about["published"], about["publisher"]) == (
        "memo",
        "kk",
        "2024-05-17",
        "Дала жаршысы",
    )
    assert (about["format"], about["title"], about["url"]) == ("html", "Қорлар келісті", "https://example.org/memo")
    text = about["text"]["content"]
    assert about["sha256"] == hashlib.sha256(page).hexdigest()
    assert about["text"]["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert text.startswith("Қорлар келісті") and kazakh in text and "Басты бет" not in text
    check(data, text)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-8-sig"])
def test_a_page_in_another_encoding_than_it_declares(
    extracted: Callable[..., dict[str, Any]], make_page: Make, russian: str, encoding: str
) -> None:
    russian = russian.replace("Тірек", "Мир")
    page = make_page(russian, russian.replace("Уральске", "Оренбурге"), title="Фонды договорились", language="ru").decode()
    for kazakh, plain in (("Басты бет", "Главная"), ("Байланыс", "Связь"), ("© Барлық құқықтар қорғалған", "Все права защищены")):
        page = page.replace(kazakh, plain)
    assert russian in extracted("a.html", page.encode(encoding))["document"]["text"]["content"]


def test_a_pdf(extracted: Callable[..., dict[str, Any]], make_pdf: Make, kazakh: str) -> None:
    words = kazakh.split()
    data = extracted("memo.pdf", make_pdf([[" ".join(words[:8]), " ".join(words[8:])], ["Шараға қонақтар жиналды."]]))
    text = data["document"]["text"]["content"]
    assert kazakh in text and data["document"]["format"] == "pdf"
    check(data, text)


def test_a_word_file(extracted: Callable[..., dict[str, Any]], make_docx: Make, kazakh: str) -> None:
    data = extracted("memo.docx", make_docx(kazakh, rows=[["Қор", "Қала"], ["«Қамқор»", "Орал"]], title="Меморандум"))
    text = data["document"]["text"]["content"]
    assert text == f"{kazakh}\nҚор | Қала\n«Қамқор» | Орал"
    assert data["document"]["title"] == "Меморандум"
    check(data, text)


RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Дала жаршысы</title><language>kk</language>
<item><title>Қорлар келісті</title><link>https://example.org/1</link><pubDate>Fri, 17 May 2024 09:00:00 +0500</pubDate>
<description>Қысқаша</description><content:encoded><![CDATA[<p>{kazakh}</p><script>x()</script>]]></content:encoded></item>
<item><title>Фонды договорились</title><link>https://example.org/2</link><description>{russian}</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Дала жаршысы</title><entry>
<title>Қорлар келісті</title><link href="https://example.org/3"/><updated>2024-05-17T04:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{kazakh}</p></div></content></entry></feed>"""


def documents(path: Path) -> list[Document]:
    found = list(read_files(path))
    assert not [str(e) for e in found if isinstance(e, DocumentError)]
    return [d for d in found if isinstance(d, Document)]


def test_a_feed_gives_a_document_an_item(tmp_path: Path, kazakh: str, russian: str) -> None:
    (tmp_path / "news.rss").write_text(RSS.format(kazakh=kazakh, russian=russian), encoding="utf-8")
    first, second = documents(tmp_path / "news.rss")
    assert first.text == f"Қорлар келісті\n\n{kazakh}"
    assert (first.published, first.publisher, first.origin and first.origin.url) == (
        "2024-05-17",
        "Дала жаршысы",
        "https://example.org/1",
    )
    assert russian in second.text and second.language == "ru"
    assert first.id != second.id and first.id.startswith("news-")


def test_atom(tmp_path: Path, kazakh: str) -> None:
    (tmp_path / "news.xml").write_text(ATOM.format(kazakh=kazakh), encoding="utf-8")
    (entry,) = documents(tmp_path / "news.xml")
    assert kazakh in entry.text and entry.published == "2024-05-17"


def test_sitemaps_have_headlines_or_nothing_to_read(tmp_path: Path, run: Run, kazakh: str) -> None:
    site = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{}</urlset>'
    (tmp_path / "plain.xml").write_text(site.format("<url><loc>https://example.org/1</loc></url>"), encoding="utf-8")
    code, _, err = run("build", tmp_path, "--out", tmp_path / "out")
    assert code == 3 and "names 1 page and holds no text" in err
    told = (
        f"<url><loc>https://example.org/1</loc><news:news><news:publication><news:name>Дала</news:name><news:language>kk</news:language>"
        f"</news:publication><news:publication_date>2024-05-17</news:publication_date><news:title>{kazakh}</news:title></news:news></url>"
    )
    (tmp_path / "plain.xml").write_text(site.format(told), encoding="utf-8")
    (headline,) = documents(tmp_path / "plain.xml")
    assert (headline.text, headline.published, headline.publisher) == (kazakh, "2024-05-17", "Дала")


def test_an_archive_of_several_formats(
    tmp_path: Path, make_zip: Make, make_page: Make, make_pdf: Make, make_docx: Make, kazakh: str, russian: str
) -> None:
    files = {
        "a.txt": kazakh.encode(),
        "in/b.html": make_page(kazakh, "Екінші абзац бар."),
        "in/c.pdf": make_pdf([[russian]]),
        "d.docx": make_docx(russian),
        "__MACOSX/._a.txt": b"x",
    }
    (tmp_path / "pack.zip").write_bytes(make_zip(files))
    found = {d.file: d for d in documents(tmp_path / "pack.zip")}
    assert list(found) == ["pack.zip#a.txt", "pack.zip#in/b.html", "pack.zip#in/c.pdf", "pack.zip#d.docx"]
    assert found["pack.zip#a.txt"].id == "pack-a" and found["pack.zip#a.txt"].text == kazakh
    assert len({d.id for d in found.values()}) == 4 and not any("/" in d.id for d in found.values())


@pytest.mark.parametrize("gzip", [True, False])
def test_a_web_archive(tmp_path: Path, make_warc: Make, make_page: Make, kazakh: str, gzip: bool) -> None:
    pages = {
        "https://example.org/1": ("text/html; charset=utf-8", make_page(kazakh)),
        "https://example.org/style.css": ("text/css", b"p {}"),
        "https://example.org/2": ("text/plain", kazakh.encode()),
    }
    path = tmp_path / ("crawl.warc.gz" if gzip else "crawl.warc")
    path.write_bytes(make_warc(pages, gzip=gzip))
    first, second = documents(path)
    assert kazakh in first.text and second.text == kazakh
    assert second.origin and second.origin.url == "https://example.org/2"


def test_a_build_of_a_folder_stores_the_texts_it_read(
    tmp_path: Path, run: Run, make_page: Make, make_docx: Make, kazakh: str, russian: str
) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    (tmp_path / "one.html").write_bytes(make_page(kazakh, head=HEAD))
    (tmp_path / "two.txt").write_text(russian, encoding="utf-8")
    code, _, err = run("build", tmp_path, "--out", tmp_path / "graph")
    assert code == 0, err
    annotation = json.loads((tmp_path / "graph" / "annotations" / "one.json").read_text(encoding="utf-8"))
    stored = (tmp_path / "graph" / annotation["document"]["text"]["file"]).read_bytes()
    assert annotation["document"]["text"] == {"sha256": hashlib.sha256(stored).hexdigest(), "file": "texts/one.txt"}
    check(annotation, stored.decode())
    assert not (tmp_path / "graph" / "texts" / "two.txt").exists()
    assert "<https://example.org/memo>" in (tmp_path / "graph" / "graph.nq").read_text(encoding="utf-8")
    shared = next(
        (p / "shared" for p in Path(__file__).resolve().parents if (p / "shared" / "gold" / "schema.json").exists()), None
    )
    if shared:
        jsonschema.validate(annotation, json.loads((shared / "gold" / "schema.json").read_text(encoding="utf-8")))
    code, out, _ = run("explain", "«Қамқор» қоры", "--dir", tmp_path / "one.html")
    assert code == 0 and "Қамқор" in out
    assert run("review", tmp_path / "graph", "--list")[0] == 0
    assert run("analyse", tmp_path / "one.html", "--only", "who")[0] == 0


def test_texts_that_extract_stored_are_no_documents(tmp_path: Path, run: Run, make_page: Make, kazakh: str) -> None:
    (tmp_path / "one.html").write_bytes(make_page(kazakh))
    for _ in range(2):
        code, _, err = run("extract", tmp_path, "--out", tmp_path)
        assert (code, err) == (0, "")
    assert kazakh in (tmp_path / "texts" / "one.txt").read_text(encoding="utf-8")


def test_standard_input_is_known_by_its_beginning(run: Run, make_page: Make, make_pdf: Make, kazakh: str) -> None:
    for data, form in ((make_page(kazakh), "html"), (make_pdf([[kazakh]]), "pdf")):
        code, out, err = run("extract", "-", stdin=data)
        assert code == 0, err
        assert json.loads(out)["document"]["format"] == form
    code, out, _ = run("extract", "-", stdin=kazakh.encode())
    assert "format" not in json.loads(out)["document"]


def test_text_with_tags_in_it_stays_text_as_given(tmp_path: Path, kazakh: str) -> None:
    given = f"<html>\r\n{kazakh}\r\n"
    (tmp_path / "a.txt").write_bytes(given.encode())
    document = read_file(tmp_path / "a.txt")
    assert document.text == given and document.origin is None


@pytest.mark.parametrize("module", ["trafilatura", "pypdf", "docx", "warcio", "defusedxml"])
def test_without_the_extra_one_line_says_what_to_install(
    tmp_path: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    make_page: Make,
    make_pdf: Make,
    make_docx: Make,
    make_warc: Make,
    kazakh: str,
    module: str,
) -> None:
    import sys

    from seriktes.documents import page
    from seriktes.documents.loading import load_whole

    data = {
        "trafilatura": ("a.html", make_page(kazakh)),
        "pypdf": ("a.pdf", make_pdf([[kazakh]])),
        "docx": ("a.docx", make_docx(kazakh)),
        "warcio": ("a.warc", make_warc({"https://example.org": ("text/plain", kazakh.encode())}, gzip=False)),
        "defusedxml": ("a.rss", RSS.encode()),
    }
    name, content = data[module]
    (tmp_path / name).write_bytes(content)
    page.prepare.cache_clear()
    load_whole.cache_clear()
    for loaded in [m for m in sys.modules if m == module or m.startswith(f"{module}.")]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, module, None)
    code, _, err = run("extract", tmp_path / name)
    assert code == 3
    assert err.count("\n") == 1 and "pip install 'seriktes[ingest]'" in err and name in err
