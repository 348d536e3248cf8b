"""The house: what may import what, and what the wheel carries."""

from __future__ import annotations

import ast
import configparser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "graph" / "seriktes"

#: Floors, bottom first. A module imports only from lower floors, or from its own folder.
FLOORS = (
    ("errors", "records", "threads"),
    ("model", "apart"),
    ("resources", "beside", "readers"),
    ("text",),
    ("documents",),
    ("annotations", "packed", "extractor", "cache", "moving"),
    ("runlog",),
    ("authority",),
    ("mentions",),
    ("coreference",),
    ("facts", "respelling", "telling"),
    ("identity",),
    ("judgements",),
    ("redaction",),
    ("rdf",),
    ("guard",),
    ("store",),
    ("queries",),
    ("analysis",),
    ("writers",),
    ("views",),
    ("report",),
    ("evaluation",),
    ("training",),
    ("pipeline",),
    ("engines", "ready"),
    ("gathering",),
    ("whole",),
    ("built", "products", "status", "unchanged"),
    ("trying", "asking", "build", "dialogue", "validating", "removing"),
    ("serve", "analysing", "exporting", "viewing", "publishing"),
    ("graph",),
    ("cli_shared",),
    ("cli_review", "cli_serve", "cli_analyse", "cli_validate", "cli_view", "cli_export", "cli_query", "cli_redact", "cli_status"),
    ("cli_report",),
    ("cli",),
    ("__main__",),
)
FLOOR = {name: number for number, floor in enumerate(FLOORS) for name in floor}


def modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py") if p != PACKAGE / "__init__.py")


def imports(path: Path) -> set[str]:
    """The first names below ``seriktes`` that a module imports anywhere in its body."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found.update(name.split(".")[1] for name in names if name.startswith("seriktes."))
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_only_from_below(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert own in FLOOR, f"{own} has no floor in tests/test_house.py"
    above = {name for name in imports(path) if name != own and FLOOR[name] >= FLOOR[own]}
    assert not above, f"imports {above} from its own height or above"


def test_each_folder_of_code_is_packaged() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = set(config["options"]["packages"].split())
    folders = {".".join(p.parent.relative_to(PACKAGE.parent).parts) for p in PACKAGE.rglob("__init__.py")}
    assert folders | {"seriktes.ontology", "seriktes.seeds"} == listed


def test_each_data_file_is_packaged() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    folders = {"seriktes.ontology": ROOT / "ontology", "seriktes.seeds": ROOT / "seeds"}
    globs = {package: listed.split() for package, listed in config["options.package_data"].items()}
    carried = set()
    for package, patterns in globs.items():
        folder = folders.get(package, PACKAGE.parent / package.replace(".", "/"))
        carried.update(path for pattern in patterns for path in folder.glob(pattern))
    data = {
        p for folder in (PACKAGE, *folders.values()) for p in folder.rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc")
    }
    assert data - carried == set()


def test_the_seeds_are_the_users_documents_byte_for_byte() -> None:
    shared = ROOT.parent / "shared" / "seeds"
    if not shared.exists():
        pytest.skip("the original documents are not beside this checkout")
    for original in sorted(shared.glob("*.txt")):
        assert (ROOT / "seeds" / "documents" / original.name).read_bytes() == original.read_bytes()


def test_no_file_grows_past_what_a_person_reads() -> None:
    limits = ((PACKAGE, 300), (ROOT / "tools", 300), (ROOT / "benchmarks", 300), (ROOT / "tests", 400))
    long = {
        str(path.relative_to(ROOT)): count
        for folder, most in limits
        for path in folder.rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > most
    }
    assert long == {}
