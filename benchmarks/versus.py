"""Print how fast this checkout reads beside another one, and whether both say the same of every document.

    git worktree add ../before COMMIT
    python benchmarks/versus.py ../before [--rounds N] [--starts N] [--language kk]

Two processes, one a checkout, with one thread each, read the same documents in turns, so that both have the same busy machine:
CPU seconds, of each document's best round; the first round, where words are new, by itself. Then first sentences in fresh
processes, in turns: CPU seconds, memory. Annotations are compared with their rules and scores, as ``seriktes extract --explain`` gives them.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.machinery
import importlib.util
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from speed import FIRST, LANGUAGES, ROOT, _surroundings, texts

FOLDERS = {"seriktes.ontology": "ontology", "seriktes.seeds": "seeds", "seriktes": "graph/seriktes"}


class Checkout:
    """Finds the package in the folder of a checkout, before any installed one."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Where a module of the package lies; of others, nothing."""
        if name != "seriktes":
            folder = FOLDERS.get(name)
            return None if folder is None else importlib.machinery.PathFinder.find_spec(name, [str((self.root / folder).parent)])
        return importlib.machinery.PathFinder.find_spec(name, [str(self.root / "graph")])


def child(root: Path) -> None:
    """Read what is told line by line, and answer with the CPU seconds it took and the digest of what was read."""
    sys.meta_path.insert(0, Checkout(root))  # type: ignore[arg-type]
    from seriktes.annotations import to_dict
    from seriktes.documents import read_text
    from seriktes.pipeline import annotate

    for line in sys.stdin:
        text = json.loads(line)
        begun = time.process_time()
        annotation = annotate(read_text(text.encode(), "text", "text"))
        spent = time.process_time() - begun
        said = json.dumps(to_dict(annotation, explain=True), sort_keys=True)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        answer = {"cpu": spent, "all": time.process_time(), "digest": hashlib.sha256(said.encode()).hexdigest(), "memory": memory}
        print(json.dumps(answer), flush=True)


class Reader:
    """A process that reads with the package of one checkout."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, str(Path(__file__).resolve()), "--child", str(root)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=_surroundings())

    def read(self, text: str) -> dict[str, Any]:
        """What it says of one text, and what that took."""
        to, of = _both(self._process)
        to.write(json.dumps(text) + "\n")
        to.flush()
        answer: dict[str, Any] = json.loads(of.readline())
        return answer

    def end(self) -> None:
        """No more texts."""
        _both(self._process)[0].close()
        self._process.wait()


def _both(process: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the process has no pipes")
    return process.stdin, process.stdout


def compare(other: Path, language: str, rounds: int) -> str:
    """One row: CPU seconds of both, their ratio, and how many documents they read differently."""
    for root in (other, ROOT):  # modules are compiled, the libraries' too
        compiling = Reader(root)
        compiling.read(FIRST[language])
        compiling.end()
    readers = {"before": Reader(other), "here": Reader(ROOT)}
    documents, different = texts(language), set()
    first = dict.fromkeys(readers, 0.0)
    best = {name: [float("inf")] * len(documents) for name in readers}
    memory = dict.fromkeys(readers, 0.0)
    for done in range(rounds):
        for number, text in enumerate(documents):
            names = list(readers)[:: 1 if (number + done) % 2 else -1]
            answers = {name: readers[name].read(text) for name in names}
            if answers["before"]["digest"] != answers["here"]["digest"]:
                different.add(number)
            for name, answer in answers.items():
                best[name][number] = min(best[name][number], answer["cpu"])
                first[name] += answer["cpu"] if done == 0 else 0
                memory[name] = answer["memory"]
    for reader in readers.values():
        reader.end()
    words = sum(len(text.split()) for text in documents)
    known = {name: sum(times) for name, times in best.items()}
    return (
        f"{language}  known words {known['before']:.2f} : {known['here']:.2f} ({known['before'] / known['here']:.2f}), {words / known['here']:,.0f} words/s; "
        f"first round {first['before']:.2f} : {first['here']:.2f} ({first['before'] / first['here']:.2f}); "
        f"{memory['before']:.0f} : {memory['here']:.0f} MB; {len(different)} of {len(documents)} read differently"
    )


def starts(other: Path, language: str, runs: int) -> str:
    """One row: CPU seconds of a process from nothing to its first annotation, the best of runs in turns."""
    spent: dict[str, list[float]] = {"before": [], "here": []}
    memory: dict[str, float] = {}
    for _ in range(runs):
        for name, root in (("before", other), ("here", ROOT)):
            reader = Reader(root)
            answer = reader.read(FIRST[language])
            reader.end()
            spent[name].append(answer["all"])
            memory[name] = answer["memory"]
    before, here = (min(spent[name]) for name in ("before", "here"))
    return f"{language}  start {before:.2f} : {here:.2f} ({before / here:.2f}); {memory['before']:.0f} : {memory['here']:.0f} MB"


def main() -> None:
    """A row a language for each of both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        child(given.child)
        return
    if given.other is None or not (given.other / "graph" / "seriktes").is_dir():
        parser.error("name the folder of another checkout")
    for language in given.language or LANGUAGES:
        if given.rounds:
            print(compare(given.other, language, given.rounds), flush=True)
    for language in given.language or LANGUAGES:
        if given.starts:
            print(starts(given.other, language, given.starts), flush=True)


if __name__ == "__main__":
    main()
