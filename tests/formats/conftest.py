"""Small files of each format, made here so that a test says all that is in them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from seriktes.cli import main

KAZAKH = "«Қамқор» қоры мен «Жасыл дала» бірлестігі 2024 жылғы 16 мамырда Оралда ынтымақтастық туралы меморандумға қол қойды."
RUSSIAN = "Фонд «Тірек» и ассоциация «Мост» 16 мая 2024 года подписали в Уральске меморандум о сотрудничестве."


@pytest.fixture
def kazakh() -> str:
    return KAZAKH


@pytest.fixture
def russian() -> str:
    return RUSSIAN


def page_html(*paragraphs: str, title: str = "Қорлар келісті", head: str = "", language: str = "kk") -> bytes:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f'<nav><a href="/">Басты бет</a> <a href="/b">Байланыс</a></nav><article><h1>{title}</h1>{body}</article>'
        "<footer>© Барлық құқықтар қорғалған</footer></body></html>"
    ).encode()


def pdf_of(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF whose font maps each code to the character of that number, so that any letter can be written."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    ranges = "\n".join(f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in (0x00, 0x04, 0x20, 0x21))
    cmap = f"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 4 beginbfrange {ranges} endbfrange endcmap".encode()
    unicode = add(b"<< /Length %d >> stream\n%s\nendstream" % (len(cmap), cmap))
    under = add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    font = add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>"
        % (under, unicode)
    )
    parent = len(objects) + 2 * len(pages) + 1
    kids = []
    for lines in pages:
        text = " ".join(f"<{line.encode('utf-16-be').hex()}> Tj 0 -14 Td" for line in lines)
        stream = f"BT /F 12 Tf 50 800 Td {text} ET".encode()
        content = add(b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream))
        kids.append(
            add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 600 850] /Contents %d 0 R /Resources << /Font << /F %d 0 R >> >> >>"
                % (parent, content, font)
            )
        )
    add(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids)))
    root = add(b"<< /Type /Catalog /Pages %d 0 R >>" % parent)
    return assembled(objects, root)


def assembled(objects: Sequence[bytes], root: int) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + table + b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, len(out))


def docx_of(*paragraphs: str, rows: Sequence[Sequence[str]] = (), title: str = "") -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.title = title
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def zip_of(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def warc_of(pages: Mapping[str, tuple[str, bytes]], gzip: bool = True) -> bytes:
    warcio = pytest.importorskip("warcio.warcwriter")
    from warcio.statusandheaders import StatusAndHeaders

    made = io.BytesIO()
    writer = warcio.WARCWriter(made, gzip=gzip)
    for url, (kind, data) in pages.items():
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(data), http_headers=headers))
    return made.getvalue()


@pytest.fixture
def make_page() -> Callable[..., bytes]:
    return page_html


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return pdf_of


@pytest.fixture
def assemble_pdf() -> Callable[..., bytes]:
    return assembled


@pytest.fixture
def make_docx() -> Callable[..., bytes]:
    return docx_of


@pytest.fixture
def make_zip() -> Callable[..., bytes]:
    return zip_of


@pytest.fixture
def make_warc() -> Callable[..., bytes]:
    return warc_of


@pytest.fixture
def run() -> Callable[..., tuple[int, str, str]]:
    def command(*arguments: object, stdin: bytes | None = None) -> tuple[int, str, str]:
        result = CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)
        return result.exit_code, result.stdout, result.stderr

    return command


@pytest.fixture
def extracted(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> Callable[[str, bytes], dict[str, Any]]:
    """What ``seriktes extract`` prints of one file."""

    def of(name: str, data: bytes) -> dict[str, Any]:
        path = tmp_path / name
        path.write_bytes(data)
        code, out, err = run("extract", path)
        assert code == 0, err
        return json.loads(out)  # type: ignore[no-any-return]

    return of
