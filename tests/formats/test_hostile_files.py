"""Files meant to break a reader: bombs, entities, depth, odd names, links, damage. Each costs only itself, and is told."""

from __future__ import annotations

import json
import os
import re
import resource
import stat
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seriktes.documents import read_files
from seriktes.documents.limits import LIMITS
from seriktes.errors import DocumentError
from seriktes.model import Document

pytest.importorskip("trafilatura", reason="the extra [ingest] is not installed")
Make = Callable[..., bytes]
Run = Callable[..., tuple[int, str, str]]


def troubles(path: Path) -> list[str]:
    return [str(found) for found in read_files(path) if isinstance(found, DocumentError)]


def texts(path: Path) -> list[str]:
    return [found.text for found in read_files(path) if isinstance(found, Document)]


def only(path: Path) -> str:
    """The one thing that is told of a file without a document."""
    assert not texts(path)
    (told,) = troubles(path)
    return told


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def with_part(docx: bytes, name: str, change: Callable[[bytes], bytes], tmp_path: Path) -> bytes:
    """A DOCX with one part changed."""
    source, target = tmp_path / "source.docx", tmp_path / "changed.docx"
    source.write_bytes(docx)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == name else data)
    made = target.read_bytes()
    source.unlink()
    target.unlink()
    return made


def test_a_word_bomb_is_refused_by_what_it_declares(tmp_path: Path, make_docx: Make, kazakh: str) -> None:
    bomb = with_part(
        make_docx(kazakh), "word/document.xml", lambda data: data.replace(b"</w:t>", b" " * 60_000_000 + b"</w:t>", 1), tmp_path
    )
    assert len(bomb) < 200_000
    assert "unpacks to 60" in only(write(tmp_path / "a.docx", bomb))


def test_a_word_file_of_too_many_parts(tmp_path: Path, make_zip: Make) -> None:
    data = make_zip({"word/document.xml": b"<x/>"} | {f"word/{n}.xml": b"" for n in range(2001)})
    assert "more than 2000 parts" in only(write(tmp_path / "a.docx", data))


ENTITIES = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_a_word_file_are_refused_not_lost(tmp_path: Path, make_docx: Make, kazakh: str, encoding: str) -> None:
    def declare(data: bytes) -> bytes:
        head, _, body = data.partition(b"?>")
        return (head.decode().replace("UTF-8", encoding) + "?>" + ENTITIES.decode() + body.decode()).encode(encoding)

    data = with_part(make_docx(kazakh), "word/document.xml", declare, tmp_path)
    assert "declares entities" in only(write(tmp_path / "a.docx", data))


LAUGHS = (
    b"<!DOCTYPE rss [<!ENTITY a0 'ha'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]>"
)


@pytest.mark.parametrize(
    "doctype", [LAUGHS, b'<!DOCTYPE rss [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'], ids=["laughs", "file"]
)
def test_entities_in_a_feed_are_refused(tmp_path: Path, doctype: bytes) -> None:
    data = doctype + b"<rss><channel><item><title>&a11;</title></item></channel></rss>"
    assert "declares entities" in only(write(tmp_path / "a.rss", data))


def test_a_pdf_bomb(tmp_path: Path, assemble_pdf: Make) -> None:
    stream = zlib.compress(b"BT (a) Tj ET " * 30_000_000, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(stream), stream),
    ]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert re.search(
        "unpacks to more|more than 300 MB|more memory or time|no text layer|without a text layer",
        only(write(tmp_path / "a.pdf", assemble_pdf(objects, 1))),
    )
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000, "the bomb went off beside, not here"


def test_a_pdf_of_pictures_and_a_locked_one(tmp_path: Path, make_pdf: Make) -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    assert "without a text layer" in only(write(tmp_path / "a.pdf", make_pdf([[""], [""]])))
    writer = PdfWriter(clone_from=PdfReader(BytesIO(make_pdf([["locked"]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    assert "is encrypted" in only(write(tmp_path / "b.pdf", locked.getvalue()))


def test_html_nested_50000_deep_is_told(tmp_path: Path, make_page: Make, kazakh: str, run: Run) -> None:
    for depth in (300, 50_000):
        html = make_page(kazakh, f"{'<div>' * depth}терең{'</div>' * depth}")
        path = write(tmp_path / f"{depth}.html", html)
        told = troubles(path) + [w for d in read_files(path) if isinstance(d, Document) for w in d.warnings]
        assert any("nested" in line for line in told), told


def test_a_page_that_is_not_deep_is_not_warned_of(tmp_path: Path, make_page: Make, kazakh: str) -> None:
    path = write(tmp_path / "a.html", make_page(kazakh, "<br>қала<img>" * 400 + "<p>және тағы" * 400))
    (document,) = [d for d in read_files(path) if isinstance(d, Document)]
    assert document.warnings == ()


def test_large_pages_and_texts_are_refused_and_the_limit_can_be_raised(
    tmp_path: Path, make_page: Make, kazakh: str, run: Run
) -> None:
    assert "more than 20 MB" in only(write(tmp_path / "a.html", make_page(kazakh) + b" " * 20_000_001))
    long = write(tmp_path / "b.txt", (kazakh + " ").encode() * 8000)
    assert "larger than 1 MB" in only(long)
    found = list(read_files(long, replace(LIMITS, text=3_000_000)))
    assert isinstance(found[0], Document)
    pages = write(tmp_path / "c.html", make_page(*[f"{kazakh} {n}" for n in range(8000)]))
    assert re.search("more than 1 MB of text|memory|time", only(pages))


def test_one_line_of_100_mb_costs_nothing(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as stream:
        for _ in range(100):
            stream.write(b"a" * 1_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert "larger than 1 MB" in only(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


@pytest.mark.parametrize(
    "name",
    [
        "../../x.txt",
        "/etc/x.txt",
        "..\\..\\x.txt",
        "CON.txt",
        "x" * 300 + ".txt",
        "a\u202eb.txt",
        "👩🏽.txt",
        "-rf.txt",
        "c:/x.txt",
    ],
)
def test_odd_names_in_an_archive_write_nothing_outside(tmp_path: Path, run: Run, make_zip: Make, kazakh: str, name: str) -> None:
    (tmp_path / "in").mkdir()
    write(tmp_path / "in" / "pack.zip", make_zip({name: kazakh.encode(), "good.txt": (kazakh + " Аяқталды.").encode()}))
    out = tmp_path / "deep" / "er" / "out"
    code, _, err = run("extract", tmp_path / "in", "--out", out)
    assert code == 0, err
    made = {p.relative_to(tmp_path).parts[0] for p in tmp_path.rglob("*") if p.is_file()}
    assert made == {"in", "deep"}
    assert len(list(out.glob("*.json"))) == len(list((out / "texts").iterdir())) == 2
    assert all(not any(ord(c) < 32 or c in "\u202e/\\:" for c in p.name) for p in out.rglob("*"))


def test_links_archives_and_locked_parts_of_an_archive(tmp_path: Path, make_zip: Make, kazakh: str) -> None:
    path = tmp_path / "pack.zip"
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("inner.zip", make_zip({"a.txt": kazakh.encode()}))
        archive.writestr("bomb.txt", b"a" * 5_000_000)
        archive.writestr("good.txt", kazakh)
    assert texts(path) == [kazakh]
    told = troubles(path)
    assert [next(w for w in ("is a link", "archive within", "unpacks to 5") if w in line) for line in told] == [
        "is a link",
        "archive within",
        "unpacks to 5",
    ]
    data = bytearray(make_zip({"a.txt": kazakh.encode()}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.index(mark) + place, 1)
    assert "encrypted" in only(write(tmp_path / "locked.zip", bytes(data)))


def test_an_archive_that_lies_about_sizes(tmp_path: Path, make_zip: Make) -> None:
    data = bytearray(make_zip({"a.txt": b"a" * 30_000_000}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(mark) + place, 1000)
    assert "cannot be unpacked" in only(write(tmp_path / "a.zip", bytes(data)))


def test_links_pipes_and_devices_in_a_folder(tmp_path: Path, run: Run, kazakh: str) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    write(folder / "good.txt", kazakh.encode())
    write(tmp_path / "secret.txt", (kazakh + " Құпия.").encode())
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    (folder / "sub" / "same.txt").symlink_to(folder / "good.txt")
    (folder / "up").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    code, _, err = run("build", folder, "--out", tmp_path / "graph")
    assert code == 3
    told = sorted(re.findall(r"^seriktes: (?:\S+/)?(\w+\.txt): ", err, re.MULTILINE))
    assert told == ["gone.txt", "out.txt", "pipe.txt", "same.txt", "zero.txt"]
    report = (tmp_path / "graph" / "report.md").read_text(encoding="utf-8")
    assert "out.txt: is a link to something outside" in report and "Құпия" not in report
    assert "Құпия" not in (tmp_path / "graph" / "graph.nq").read_text(encoding="utf-8")


def test_an_address_is_not_fetched(run: Run) -> None:
    code, _, err = run("extract", "https://example.org/a.html")
    assert code == 3 and "nothing is fetched" in err


def test_control_and_turning_characters_reach_no_terminal_and_no_file(
    tmp_path: Path, run: Run, make_page: Make, kazakh: str
) -> None:
    page = make_page(f"{kazakh} &#27;[2J &#0; \u202eтеріс\u202c &#xD800;", title="Қор\u202e\x1b[31m")
    write(tmp_path / "a.html", page)
    code, _, err = run("build", tmp_path, "--out", tmp_path / "graph")
    assert code == 0, err
    assert "\x1b" not in err and "\u202e" not in err
    for path in (tmp_path / "graph").rglob("*"):
        kept = path.parent.name == ".cache" and not path.suffix.startswith(".json")  # no text, and read by no other program
        if path.is_file() and not kept:
            data = path.read_bytes()
            assert b"\x1b" not in data and b"\x00" not in data, path
            data.decode("utf-8")


def test_what_hides_in_a_name_is_in_its_mentions_alone(tmp_path: Path, run: Run) -> None:
    text = "Фонд «Заб\u202eота\u202c» и Ассоц\u200bиация моло\u00adдых юристов подписали мемо\u200dрандум о сотру\u2066дничестве\u2069."
    write(tmp_path / "a.txt", text.encode())
    said = json.loads(run("extract", tmp_path / "a.txt")[1])
    named = {entity["name"]: [mention["text"] for mention in entity["mentions"]] for entity in said["entities"]}
    assert "\u202eота" in named["Фонд «Забота»"][0] and "Ассоц\u200bиация" in named["Ассоциация молодых юристов"][0]
    for name in named:
        assert not re.search("[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]", name)
    for entity in said["entities"]:
        assert all(text[m["start"] : m["end"]] == m["text"] for m in entity["mentions"])


def test_the_rest_of_a_batch_goes_on(tmp_path: Path, run: Run, make_page: Make, assemble_pdf: Make, kazakh: str) -> None:
    write(tmp_path / "a.pdf", b"%PDF-1.7 broken")
    write(tmp_path / "b.docx", b"no zip")
    write(tmp_path / "c.zip", b"PK\x03\x04broken")
    write(tmp_path / "d.rss", b"<rss><channel>")
    write(tmp_path / "e.html", b"<html></html>")
    write(tmp_path / "f.warc.gz", b"\x1f\x8bbroken")
    write(tmp_path / "g.html", make_page(kazakh))
    code, _, err = run("build", tmp_path, "--out", tmp_path / "graph")
    assert code == 3
    report = (tmp_path / "graph" / "report.md").read_text(encoding="utf-8")
    for name in ("a.pdf", "b.docx", "c.zip", "d.rss", "e.html", "f.warc.gz"):
        assert re.search(rf"{re.escape(name)}: ", err) and re.search(rf"- .*{re.escape(name)}: ", report), name
    assert (tmp_path / "graph" / "annotations" / "g.json").exists()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_files_are_refused_or_read_and_never_raise(
    tmp_path: Path,
    make_page: Make,
    make_pdf: Make,
    make_docx: Make,
    make_zip: Make,
    make_warc: Make,
    kazakh: str,
    data: st.DataObject,
) -> None:
    made = {
        "a.html": make_page(kazakh),
        "a.pdf": make_pdf([[kazakh]]),
        "a.zip": make_zip({"a.txt": kazakh.encode(), "b.html": make_page(kazakh)}),
        "a.warc": make_warc({"https://example.org": ("text/html", make_page(kazakh))}, gzip=False),
        "a.rss": f"<rss><channel><item><title>{kazakh}</title></item></channel></rss>".encode(),
    }
    name = data.draw(st.sampled_from(sorted(made)))
    content = bytearray(made[name])
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    path = write(tmp_path / name, bytes(content[:cut] if data.draw(st.booleans()) else content))
    for found in read_files(path):
        if isinstance(found, DocumentError):
            assert found.trouble and found.cure
        else:
            assert all(found.text[s.start : s.end].strip() for s in found.sentences)


def test_a_whole_build_opens_no_connection(tmp_path: Path, make_page: Make, kazakh: str) -> None:
    """In a process that ends at the first try; what a page names is not asked for."""
    page = make_page(kazakh, head='<link rel="stylesheet" href="http://127.0.0.1:1/x.css"><base href="http://127.0.0.1:1/">')
    write(tmp_path / "a.html", page)
    program = (
        "import sys\n"
        "def watch(event, arguments):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo', 'socket.sendto'): raise SystemExit('a connection was tried')\n"
        "sys.addaudithook(watch)\n"
        "from seriktes.cli import main\n"
        "sys.argv = ['seriktes', 'extract', sys.argv[1]]\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path / "a.html")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
