"""How well each set of our own documents is read by taggers that have not learned from it.

    python benchmarks/own_documents.py --leave-out press[,SET …] | --parts N  [--language kk|en]  [--none]

``--leave-out``: these sets together, or ``each`` for every set by itself. ``--parts``: the sets dealt into so many parts, each of them
left out together: quicker, and less to learn from. ``--none``: with what is learned from corpora alone, for comparison.
``wire`` and what came after it are in no training; `benchmarks/quality.py wire` measures them with the taggers that ship.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from quality import DEVELOPMENT, SHARED, together
from seriktes.annotations import to_dict
from seriktes.evaluation import Score, compare_files, read_files
from seriktes.mentions.small_words import small_words_in_use
from seriktes.mentions.tagging.tagger import models_from
from seriktes.model import Language
from seriktes.pipeline import annotate_all, read_all
from seriktes.training.own_documents import LEARNED, set_folder
from seriktes.training.train import OWN_TIMES, PLANS, material, small_words_of, train_layer

MODELS = Path(__file__).resolve().parent.parent / "graph" / "seriktes" / "models"
SECTIONS = ("mentions, overlap", "entities", "facts")


def measured(language: Language, sets: Sequence[str], left_out: frozenset[str], own: bool) -> Iterator[tuple[str, list[Score]]]:
    """Train the names of a language without some sets, and the scores of each of the sets by :data:`SECTIONS`."""
    sentences = material(language, SHARED / "corpora", documents=DEVELOPMENT if own else None, without=left_out)
    small = small_words_of(sentences, language)
    with tempfile.TemporaryDirectory() as place, small_words_in_use(language, small):
        for model in MODELS.glob("*.crfsuite"):
            shutil.copy(model, place)
        train_layer(sentences, "names", Path(place) / f"{language}.names.crfsuite", PLANS[language, "names"])
        with models_from(Path(place)):
            for name in sets:
                folder = set_folder(DEVELOPMENT, name) / language
                if folder.is_dir():
                    found, _ = annotate_all(read_all([folder])[0])
                    compared = compare_files(read_files(folder), {a.document.id: to_dict(a) for a in found})
                    yield name, [together(compared, section) for section in SECTIONS]


def dealt(options: argparse.Namespace) -> list[tuple[str, ...]]:
    """The sets that are left out together."""
    if options.none:
        return [LEARNED]
    if options.leave_out:
        return [(name,) for name in LEARNED] if options.leave_out == "each" else [tuple(options.leave_out.split(","))]
    return [LEARNED[part :: options.parts] for part in range(options.parts)]


def main() -> None:
    """Print a row a set, and their means."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--leave-out", default="")
    parser.add_argument("--parts", type=int, default=3)
    parser.add_argument("--language", choices=list(OWN_TIMES))
    parser.add_argument("--none", action="store_true")
    options = parser.parse_args()
    print(f"{'left out':<22}{'mentions':>10}{'entities':>10}{'facts':>8}   (F1)")
    for language in [options.language] if options.language else OWN_TIMES:
        rows = []
        for part in dealt(options):
            for name, scores in measured(language, part, frozenset(part), not options.none):
                rows.append([score.f1 for score in scores])
                print(f"{name + ', ' + language:<22}" + "{:>10.3f}{:>10.3f}{:>8.3f}".format(*rows[-1]), flush=True)
        means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
        print(f"{'mean of sets, ' + language:<22}" + "{:>10.4f}{:>10.4f}{:>8.4f}".format(*means), flush=True)


if __name__ == "__main__":
    main()
