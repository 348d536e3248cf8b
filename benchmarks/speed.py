"""Print how fast the annotator reads: words a second on one core, start-up, peak memory, size of the models; beside natasha and spaCy.

    python benchmarks/speed.py [--runs N] [--spacy-python PATH] [--corpora FOLDER]

Each figure comes from a process of its own with one thread, its modules compiled before. The texts are those of seeds/ and tests/documents: some
twenty thousand words a language, read once (``new``: most words were never seen by the process) and again (``known``: what words tell is kept, as it is for
most words of a large collection). ``--corpora`` names the folder of the public corpora and adds what a collection of 150,000 words takes that the
process reads once, from its first word on: names, posts and dates alone, and with facts. natasha is a
dependency; spaCy is not: it is measured where ``--spacy-python`` names an interpreter that has it, with the model
en_core_web_sm where that is installed, else with spaCy's own network for names as it is before training: as fast, though it tells nothing.
"""

from __future__ import annotations

import argparse
import atexit
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("kk", "ru", "en")
SYSTEMS = ("seriktes", "natasha", "spacy")
#: The README's promises: words a second, seconds to the first annotation, MB of memory, MB of models.
TARGETS = {"words": 10_000, "start": 0.7, "memory": 200, "models": 12}
#: Words of a text that is put together of sentences.
A_TEXT = 200
FIRST = {
    "kk": "Қазақстан Сыртқы істер министрлігі мен «Тірек» қоры 2024 жылғы 16 мамырда Астанада меморандумға қол қойды.",
    "ru": "Министерство иностранных дел Казахстана и фонд «Тірек» 16 мая 2024 года подписали в Астане меморандум.",
    "en": "The Ministry of Foreign Affairs of Kazakhstan and the Tirek Foundation signed a memorandum in Astana on 16 May 2024.",
}


def texts(language: str) -> list[str]:
    """The seeds and the development documents whose first sentences are in the language."""
    own = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "tests" / "documents").glob(f"**/{language}/*.txt"))]
    seeds = sorted((ROOT / "seeds" / "documents").glob("*.txt")) if language == "kk" else []
    return [p.read_text(encoding="utf-8") for p in seeds] + own


def collection(language: str, corpora: Path) -> list[str]:
    """Texts of the public corpora of some 200 words and more, the first 150,000 words of them."""
    from seriktes.training.corpora import english, kazakh
    from seriktes.training.russian import wikinews

    found, held, left = list[str](), list[str](), 150_000
    for example in {"kk": kazakh, "ru": wikinews, "en": english}[language](corpora):
        held.append(example.text)
        if sum(map(words, held)) >= A_TEXT:
            found.append(" ".join(held))
            left -= words(found[-1])
            held.clear()
        if left < 0:
            break
    return found


def words(text: str) -> int:
    """Words between spaces: the same count for every system."""
    return len(text.split())


def _seriktes() -> Callable[[str, str], object]:
    from seriktes.documents import read_text
    from seriktes.pipeline import annotate

    return lambda text, language: annotate(read_text(text.encode(), "text", "text"))


def _seriktes_names() -> Callable[[str, str], object]:
    from seriktes.coreference.group import group
    from seriktes.documents import read_text
    from seriktes.mentions.find import find_mentions
    from seriktes.text.dates import find_dates

    def read(text: str, language: str) -> object:
        document = read_text(text.encode(), "text", "text")
        return group(document, find_mentions(document)), find_dates(document.text, document.published)

    return read


def _natasha() -> Callable[[str, str], object]:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def read(text: str, language: str) -> object:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return doc.spans

    return read


def _spacy() -> Callable[[str, str], object]:
    import spacy
    from spacy.training import Example

    if spacy.util.is_package("en_core_web_sm"):
        return spacy.load("en_core_web_sm")  # type: ignore[no-any-return]
    network = spacy.blank("en")
    network.add_pipe("ner")
    sentence = Example.from_dict(network.make_doc("Astana is far."), {"entities": [(0, 6, "GPE")]})
    network.initialize(lambda: [sentence])
    return lambda text, language: network(text)


def child(system: str, language: str, what: str, runs: int, corpora: Path | None) -> None:
    """Measure in this process and print the figures as JSON."""
    read = {"seriktes": _seriktes, "names": _seriktes_names, "natasha": _natasha, "spacy": _spacy}[system]()
    read(FIRST[language], language)
    new = known = 0.0
    if corpora is not None:
        from seriktes.errors import SeriktesError

        documents = collection(language, corpora)
        begun = time.process_time()
        for text in documents:
            with suppress(SeriktesError):  # some are in no language that is read
                read(text, language)
        new = sum(map(words, documents)) / (time.process_time() - begun)
    elif what == "rate":
        documents = texts(language)
        rates = []
        for _ in range(1 + runs):
            begun = time.process_time()
            for text in documents:
                read(text, language)
            rates.append(sum(map(words, documents)) / (time.process_time() - begun))
        new, known = rates[0], statistics.median(rates[1:])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"new": new, "known": known, "memory": memory}))


def measured(system: str, language: str, what: str, python: str, runs: int, *more: str) -> dict[str, float] | None:
    """The figures of one process, or None where the system is not installed."""
    command = [python, str(Path(__file__).resolve()), "--child", f"{system}:{language}:{what}:{runs}", *more]
    begun, before = time.perf_counter(), _spent()
    done = subprocess.run(command, capture_output=True, text=True, env=_surroundings(), check=False)
    if done.returncode:
        print(f"{system}, {language}: not measured ({done.stderr.strip().splitlines()[-1][:150]})")
        return None
    spent = {"start": time.perf_counter() - begun, "cpu": _spent() - before}
    return {**json.loads(done.stdout.strip().splitlines()[-1]), **spent}


@cache
def _surroundings() -> dict[str, str]:
    """One thread, and compiled modules kept in a folder of this run, as an installed package has them."""
    kept = mkdtemp()
    atexit.register(shutil.rmtree, kept)
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    others = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**others, **threads, "PYTHONPYCACHEPREFIX": kept}


def _spent() -> float:
    """Processor seconds of all finished child processes."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def rows(spacy_python: str | None, runs: int) -> Iterator[str]:
    """One row a system and language, with its ratio to this annotator."""
    own: dict[str, tuple[float, float]] = {}
    for system in SYSTEMS:
        spoken = {"seriktes": LANGUAGES, "natasha": ("ru",), "spacy": ("en",)}[system]
        python = spacy_python if system == "spacy" else sys.executable
        for language in spoken if python else ():
            found = [measured(system, language, what, str(python), runs) for what in ("rate", *["start"] * runs)]
            figures = [f for f in found if f is not None]
            if len(figures) < len(found):
                break
            new, known = figures[0]["new"], figures[0]["known"]
            start, cpu = (statistics.median(f[name] for f in figures[1:]) for name in ("start", "cpu"))
            ratios = [a / b for a, b in zip(own.setdefault(language, (new, known)), (new, known), strict=True)]
            yield (
                f"{system:<10}{language:<4}{new:>10,.0f}{known:>10,.0f}{start:>9.2f}{cpu:>9.2f}{figures[0]['memory']:>8.0f}"
                + (f"   seriktes reads {ratios[0]:.2f} and {ratios[1]:.2f} times as fast" if system != "seriktes" else "")
            )


def print_collection(corpora: Path) -> None:
    """What a collection of words that are read once takes."""
    print("words a second of a collection of 150,000 words read once: names, posts, dates; with facts; natasha's names; MB")
    for language in LANGUAGES:
        systems = ("names", "seriktes", *(("natasha",) if language == "ru" else ()))
        found = [measured(system, language, "collection", sys.executable, 1, "--corpora", str(corpora)) for system in systems]
        told = [f"{f['new']:>10,.0f}{f['memory']:>6.0f} MB" for f in found if f is not None]
        print(f"{language:<14}" + "".join(told), flush=True)


def main() -> None:
    """The table, the size of the models, and what was promised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spacy-python")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        system, language, what, runs = given.child.split(":")
        child(system, language, what, int(runs), given.corpora)
        return
    print("words a second, seconds to the first annotation, MB")
    print(f"{'system':<14}{'new':>10}{'known':>10}{'start s':>9}{'of CPU':>9}{'MB':>8}")
    for row in rows(given.spacy_python, given.runs):
        print(row, flush=True)
    if given.corpora:
        print_collection(given.corpora)
    models = sum(p.stat().st_size for p in (ROOT / "graph" / "seriktes" / "models").glob("*.crfsuite")) / 1e6
    print(f"models: {models:.1f} MB")
    print("promised: {words:,} words/s, {start} s, {memory} MB, models {models} MB".format(**TARGETS))


if __name__ == "__main__":
    main()
