"""Print the figures of quality that README and docs/quality.md quote: the five documents, the development and the held-out ones.

    python benchmarks/quality.py [--errors] [SET …]      (a set is named by the beginning of its row: "pages" or "later, ru")

The gold of the five documents lies beside the checkout (../shared/gold/seeds); without it that row is left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from seriktes.annotations import to_dict
from seriktes.evaluation import Comparison, Score, compare_files, read_files
from seriktes.pipeline import annotate_all, read_all

ROOT = Path(__file__).resolve().parent.parent
#: Beside the checkout, or one folder up where the checkout is a worktree of it.
SHARED = next((folder / "shared" for folder in ROOT.parents if (folder / "shared").is_dir()), ROOT.parent / "shared")
DEVELOPMENT = ROOT / "tests" / "documents"
LANGUAGES = ("kk", "ru", "en")


def _by_language(label: str, folder: Path, languages: tuple[str, ...] = LANGUAGES) -> dict[str, tuple[Path, tuple[Path, ...]]]:
    return {f"{label}, {language}": (folder / language, (folder / language,)) for language in languages}


#: The texts of each row, and the folders of its gold.
SETS: dict[str, tuple[Path, tuple[Path, ...]]] = {
    "the five documents": (ROOT / "seeds" / "documents", (SHARED / "gold" / "seeds",)),
    **_by_language("development", DEVELOPMENT),
    **_by_language("varied", DEVELOPMENT / "varied"),
    **_by_language("held out", DEVELOPMENT / "held_out"),
    **_by_language("later", DEVELOPMENT / "later"),
    **_by_language("pages", DEVELOPMENT / "pages"),
    **_by_language("newer", DEVELOPMENT / "newer", ("kk", "en")),
    **_by_language("last", DEVELOPMENT / "last"),
    **_by_language("fresh", DEVELOPMENT / "fresh"),
    **_by_language("unseen", DEVELOPMENT / "unseen"),
    **_by_language("further", DEVELOPMENT / "further"),
    "further, in one call": (DEVELOPMENT / "further", tuple(DEVELOPMENT / "further" / language for language in LANGUAGES)),
    **_by_language("press", DEVELOPMENT / "press"),
    "press, in one call": (DEVELOPMENT / "press", tuple(DEVELOPMENT / "press" / language for language in LANGUAGES)),
    **_by_language("wire", DEVELOPMENT / "wire"),
    "wire, in one call": (DEVELOPMENT / "wire", tuple(DEVELOPMENT / "wire" / language for language in LANGUAGES)),
    **_by_language("desk", DEVELOPMENT / "desk"),
    "desk, in one call": (DEVELOPMENT / "desk", tuple(DEVELOPMENT / "desk" / language for language in LANGUAGES)),
    **_by_language("bureau", DEVELOPMENT / "bureau"),
    "bureau, in one call": (DEVELOPMENT / "bureau", tuple(DEVELOPMENT / "bureau" / language for language in LANGUAGES)),
}


def together(comparison: Comparison, section: str) -> Score:
    """All types of a section summed up."""
    score = Score()
    for row in comparison.sections[section].values():
        score.add(row)
    return score


def main() -> None:
    """Print one row a set."""
    print(
        f"{'set':<22}{'docs':>5}{'mentions':>10}{'entities':>10}{'facts P':>9}{'R':>7}{'F1':>7}{'role':>7}{'country':>9}{'identity':>10}"
    )
    wanted = tuple(argument for argument in sys.argv[1:] if not argument.startswith("--"))
    for name, (documents, folders) in SETS.items():
        right = {name: file for folder in folders if folder.exists() for name, file in read_files(folder).items()}
        if not name.startswith(wanted or "") or not right:
            continue
        annotations, _ = annotate_all(read_all([documents])[0])
        comparison = compare_files(right, {a.document.id: to_dict(a) for a in annotations})
        facts = together(comparison, "facts")
        identity = f"{comparison.identity.f1:.3f}" if comparison.identity.gold else "–"  # no name comes twice
        print(
            f"{name:<22}{comparison.documents:>5}{together(comparison, 'mentions, overlap').f1:>10.3f}{together(comparison, 'entities').f1:>10.3f}"
            f"{facts.precision:>9.3f}{facts.recall:>7.3f}{facts.f1:>7.3f}{comparison.role.recall:>7.3f}{comparison.country.recall:>9.3f}"
            f"{identity:>10}"
        )
        if "--errors" in sys.argv:
            print("\n".join(["", *sorted(comparison.missed), *sorted(comparison.invented), ""]))


if __name__ == "__main__":
    main()
