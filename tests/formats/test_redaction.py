"""A redacted person stands in no result: in no spelling, case, order or script, in no name of a file, in no table."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from gzip import compress
from pathlib import Path

import pytest
from seriktes.building.removing import still_named
from seriktes.errors import DataError
from seriktes.identity.names import skeleton
from seriktes.keeping.moving import held
from seriktes.redaction import BLACK, read_names

Run = Callable[..., tuple[int, str, str]]
Make = Callable[..., bytes]

SPELLINGS = (
    "Гүлнар Әбілқасымова",
    "Әбілқасымова Гүлнар",
    "Г. Әбілқасымова",
    "Г.Б. Әбілқасымова",
    "Гульнар Абилкасымова",
    "Гульнар Болатовна Абилкасымова",
    "АБИЛКАСЫМОВА Г.",
    "Gulnar Abilkasymova",
    "Gulnar Abilkassymova",
    "ABILKASYMOVA, Gulnar",
    "Gúlnar Ábilqasymova",
    "Gülnar Äbılqasymova",
)
FORMS = (
    "Гүлнар Әбілқасымованың сөзі",
    "Гүлнар Әбілқасымоваға сыйлық",
    "Гульнаре Абилкасымовой вручили",
    "с Гульнарой Абилкасымовой",
    "Gulnar Abilkasymova's speech",
    "Гүл\u00adнар Әбіл\u200bқасымова",
    "gulnar-abilkasymova",
    "g.abilkasymova@example.org",
    "gulnarabilkasymova@example.org",
)


@pytest.mark.parametrize("listed", ["Гүлнар Әбілқасымова", "Абилкасымова Гульнар Болатовна", "Gulnar Abilkasymova"])
@pytest.mark.parametrize("text", [*SPELLINGS, *FORMS])
def test_every_spelling_is_blacked_out_whichever_is_listed(listed: str, text: str) -> None:
    masked = read_names([listed]).mask(f"Кеше {text} туралы")
    assert len(masked) == len(f"Кеше {text} туралы")
    assert not re.search("lqas|lkas|лқас|лкас|gul|гүл|гул|gúl|gül", masked.lower()), masked
    assert masked.startswith("Кеше ") and masked.endswith(" туралы")


@pytest.mark.parametrize(
    "text",
    [
        "Ерлан Әбілқасымов сөйледі",
        "Гүлнар Сейітова сөйледі",
        "Оған Т. Абилкасымова қатысты",
        "Гүлнар қаласы мен Абай ауданы",
        "Қазақстан халқы Ассамблеясы",
    ],
)
def test_other_people_stay(text: str) -> None:
    assert read_names(["Гүлнар Әбілқасымова"]).mask(text) == text


def test_a_surname_alone_is_hers_where_the_text_names_her_or_nobody_else() -> None:
    gone = read_names(["Гүлнар Әбілқасымова"])
    assert "сымова" not in gone.mask("Гүлнар Әбілқасымова келді. Әбілқасымова ханым сөйледі. Гүлнар қол қойды.")
    assert BLACK in gone.mask("Қор директоры Әбілқасымова сөйледі.")
    assert BLACK not in gone.mask("Директор Т. Абилкасымова келді. Абилкасымова сөйледі.")


@pytest.mark.parametrize("line", ["", "   # ештеңе"])
def test_empty_lines_name_nobody(line: str) -> None:
    assert read_names([line]).people == ()


def test_what_is_no_name_is_refused() -> None:
    with pytest.raises(DataError, match="no name"):
        read_names(["–"])


TEXTS = {
    "memo.txt": "«Қамқор» қоры мен «Жасыл дала» бірлестігі 2024 жылғы 16 мамырда Оралда меморандумға қол қойды. Құжатқа қор директоры "
    "Гүлнар Әбілқасымова қол қойды. Әбілқасымованың айтуынша, жоба үш жылға созылады. Шараға Марат Сейілов қатысты.",
    "ru.txt": "Фонд «Камкор» провёл в Уральске форум. На форуме выступила директор фонда «Камкор» Гульнар Абилкасымова. "
    "Участники поблагодарили Г. Б. Абилкасымову. Модератором был Марат Сеилов.",
    "en.txt": "The Kamkor Foundation held a forum in Oral. Gulnar Abilkasymova, director of the Kamkor Foundation, spoke at the forum. "
    "Ms Abilkasymova thanked the guests. Marat Seilov moderated the session.",
    "abilkasymova-interview.txt": "Қамқор қорының директоры Гүлнар Әбілқасымова Астанада өткен форумда сөз сөйледі және сұрақтарға жауап берді.",
    "Гүлнар Әбілқасымова.pdf": "no pdf",
}


def kept(cache: Path) -> str:
    """All that a cache keeps, and its bytes as they are."""
    with closing(sqlite3.connect(cache)) as connection:
        rows = [row[0] for row in connection.execute("SELECT data FROM kept")]
    plain = [zlib.decompress(data[1:]) if data[:1] == b"z" else data[1:] for data in rows]
    return cache.read_bytes().decode("utf-8", "replace") + "".join(data.decode("unicode_escape") for data in plain)


def named(folder: Path) -> list[str]:
    """Where a spelling of the surname, as it sounds, stands in the files of a folder, their names included."""
    stem = skeleton("Әбілқасымов")
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "redactions.txt":
            text = path.name + " " + (kept(path) if path.suffix == ".sqlite" else path.read_bytes().decode("utf-8", "replace"))
            found += [f"{path.name}: {w}" for w in set(re.findall(r"[^\W\d_]+", text)) if stem in skeleton(w)]
    return found


def test_nothing_of_a_build_names_a_redacted_person(tmp_path: Path, run: Run, make_page: Make) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = make_page(TEXTS["memo.txt"] + " Соңы.", "Жаңа абзац.", title="Гүлнар Әбілқасымова туралы").replace(
        b"</head>", b'<link rel="canonical" href="https://example.org/gulnar-abilkasymova"></head>'
    )
    (tmp_path / "page.html").write_bytes(page)
    (tmp_path / "judgements.txt").write_text('rename person "Гүлнар Әбілқасымова" en "Gulnar Abilkasymova"\n', encoding="utf-8")
    out = tmp_path / "graph"
    run("build", tmp_path, "--out", out)
    assert named(out), "the test would see the name"
    code, told, err = run("redact", "Gulnar Abilkasymova", "--dir", out)
    assert code == 1 and "graph.nq" in told and "build again" in err
    code, told, err = run("redact", "Gulnar Abilkasymova", "--dir", out, "--documents", tmp_path)
    assert (code, told) == (0, ""), told + err
    assert named(out) == []
    assert (out / "redactions.txt").read_text(encoding="utf-8") == "Gulnar Abilkasymova\n"
    assert (out / "redactions.txt").stat().st_mode & 0o077 == 0
    nodes = (out / "nodes.csv").read_text(encoding="utf-8")
    assert "Seilov" in nodes or "Сеилов" in nodes or "Сейілов" in nodes
    assert BLACK in (out / "texts" / "page.txt").read_text(encoding="utf-8")
    for word in (
        "Name of a person",
        "Dan Link",
        "Mark Place",
        "Анна Лист",
        "Ли Мин",
        "John Key",
    ):  # words of pages, terms and columns name nobody
        assert run("redact", word, "--dir", out)[:2] == (0, ""), word


def test_what_a_killed_build_left_is_taken_away(tmp_path: Path, run: Run) -> None:
    kept = (tmp_path / ".cache" / "between-killed", tmp_path / ".making-killed")
    elsewhere = tmp_path.with_name(f"{tmp_path.name}-elsewhere")
    for folder in (*kept, elsewhere):
        folder.mkdir(parents=True)
        (folder / "read").write_text("Dana Ormanova", encoding="utf-8")
    (tmp_path / ".cache" / "between-link").symlink_to(elsewhere)
    with held(tmp_path):  # a build goes on
        assert run("redact", "Dana Ormanova", "--dir", tmp_path)[0] == 1
    assert all(folder.exists() for folder in kept)
    assert run("redact", "Dana Ormanova", "--dir", tmp_path)[:2] == (0, "")
    assert not any(folder.exists() for folder in kept) and (elsewhere / "read").exists()


def test_data_that_a_page_holds_packed_are_looked_through_and_its_code_is_not(tmp_path: Path) -> None:
    for name, inside in (("named", "Banu Tilepova"), ("other", "Asan Omarov")):
        packed = b64encode(compress(json.dumps([inside]).encode())).decode()
        script = f'<script>let Tilepova;</script><script type="application/gzip" id="data">{packed}</script>'
        (tmp_path / f"{name}.html").write_text(f"<style>.Tilepova {{}}</style>{script}", encoding="utf-8")
    (tmp_path / "nodes.csv").write_text("Tilepova,Id\nAsan Omarov,x\n", encoding="utf-8")
    (tmp_path / "graph.nq").write_text(
        "<urn:Tilepova> <urn:b> <https://w3id.org/seriktes/id/person/banu-tilepova> .\n", encoding="utf-8"
    )
    assert [path.name for path in still_named(tmp_path, ["Banu Tilepova"])] == ["graph.nq", "named.html"]


def test_offsets_hold_and_extract_obeys_the_list_beside_the_documents(tmp_path: Path, run: Run) -> None:
    (tmp_path / "memo.txt").write_text(TEXTS["memo.txt"], encoding="utf-8")
    code, plain, _ = run("extract", tmp_path / "memo.txt")
    (tmp_path / "redactions.txt").write_text("Әбілқасымова Гүлнар  # 2024\n", encoding="utf-8")
    code, out, err = run("extract", tmp_path / "memo.txt")
    assert code == 0, err
    assert "сымова" in plain and "сымова" not in out
    assert '"start": 0' in out and "Қамқор" in out
