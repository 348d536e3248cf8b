"""The house: what may import what, and what the wheel carries."""

from __future__ import annotations

import ast
import configparser
from pathlib import Path

import networkx
import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "graph" / "seriktes"

#: Floors, bottom first. A module imports only from lower floors, or from its own folder.
FLOORS = (
    ("errors", "records"),
    ("model", "processes"),
    ("resources",),
    ("keeping",),
    ("text",),
    ("documents",),
    ("annotations",),
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
    ("building",),
    ("trying", "asking", "dialogue", "validating"),
    ("serve", "analysing", "exporting", "viewing", "publishing"),
    ("graph",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
FLOOR = {name: number for number, floor in enumerate(FLOORS) for name in floor}
#: Floors within the largest folder, bottom first; what stands in it without a floor is below them all, ``find`` above.
MENTIONS = ("tagging", "names", "happenings", "find")


def modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py") if p != PACKAGE / "__init__.py")


def modules_imported(path: Path) -> set[str]:
    """The modules of the package, or what stands in them, that one imports anywhere in its body."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return {name for name in found if name.startswith("seriktes.")}


def imports(path: Path) -> set[str]:
    """The first names below ``seriktes`` that a module imports anywhere in its body."""
    return {name.split(".")[1] for name in modules_imported(path)} - {"__version__"}


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_only_from_below(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert own in FLOOR, f"{own} has no floor in tests/test_house.py"
    above = {name for name in imports(path) if name != own and FLOOR[name] >= FLOOR[own]}
    assert not above, f"imports {above} from its own height or above"


@pytest.mark.parametrize("path", sorted((PACKAGE / "mentions").rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_events_are_found_with_names_and_names_with_taggers(path: Path) -> None:
    own = path.relative_to(PACKAGE / "mentions").parts[0].removesuffix(".py")
    height = MENTIONS.index(own) if own in MENTIONS else -1
    imported = {module.split(".")[2] for module in modules_imported(path) if module.startswith("seriktes.mentions.")}
    above = {name for name in imported if name in MENTIONS and name != own and MENTIONS.index(name) > height}
    assert not above, f"imports {above} from above"


def test_no_module_imports_itself_over_others() -> None:
    paths = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path for path in modules()
    }
    graph = networkx.DiGraph()
    for name, path in paths.items():
        for imported in modules_imported(path):
            graph.add_edge(name, imported if imported in paths else imported.rpartition(".")[0])
    assert list(networkx.simple_cycles(graph)) == []


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
