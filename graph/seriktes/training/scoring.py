"""How marks are compared with gold marks: exactly, leniently, or by overlap.

A lenient match forgives what corpora settle by convention and readers do not miss: quotes, case endings, and type words at the
edges (org_descr in factRuEval, «ансамблі» in KazNERD). Neutral, neither right nor wrong, is a mark that repeats a name inside a
longer gold name, and one that lies in ground whose truth the corpus does not tell (label ``?``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from seriktes.mentions.lexicon import key_of, word_class
from seriktes.model import Language, Span
from seriktes.training.examples import Marked

#: Words that belong to a name or not as the corpus pleases: forgiven at the edges of a lenient match.
_FREE = frozenset({"org", "place", "event", "project", "post"})
_MARKS = "«»“”„\"'().,"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gold mark with what was found on its ground, or a found mark that stands on no gold one.

    ``kind`` is ``missed``, ``invented``, ``label`` (right words, another label) or ``extent`` (right label, other words).
    """

    kind: str
    gold: Marked | None
    found: Marked | None


def exact(text: str, language: Language, gold: Marked, mark: Marked) -> bool:
    """The same span and label."""
    return gold == mark


def lenient(text: str, language: Language, gold: Marked, mark: Marked) -> bool:
    """The same label and the same words, whatever the quotes, endings and type words at the edges."""
    if not overlap(text, language, gold, mark):
        return False
    found = core(text, language, mark)
    return found == core(text, language, gold) or (gold.name is not None and found == core(text, language, gold.name))


def overlap(text: str, language: Language, gold: Marked, mark: Marked) -> bool:
    """The same label on common ground."""
    return gold.label == mark.label and gold.overlaps(mark)


WAYS: dict[str, Callable[[str, Language, Marked, Marked], bool]] = {"exact": exact, "lenient": lenient, "overlap": overlap}


def core(text: str, language: Language, mark: Span) -> tuple[str, ...]:
    """Stems of the words of a mark without the type words at its edges."""
    return _core(text[mark.start : mark.end], language)


@lru_cache(maxsize=20_000)
def _core(name: str, language: Language) -> tuple[str, ...]:
    words = [word for word in (w.strip(_MARKS) for w in name.split()) if word]
    while len(words) > 1 and word_class(words[-1], language) in _FREE:
        words.pop()
    while len(words) > 1 and word_class(words[0], language) in _FREE:
        words.pop(0)
    return tuple(key_of(word, language).lower() for word in words)


class Score:
    """Counts of right, found and wanted, by label and way of matching."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str, str]] = Counter()

    def add(
        self, text: str, language: Language, wanted: Sequence[Marked], found: Sequence[Marked], inner: Sequence[Marked] = ()
    ) -> None:
        """Count one text: ``wanted`` are the outermost gold marks, ``inner`` the gold marks inside them."""
        unknown = [m for m in wanted if m.label == "?"]
        gold = [m for m in wanted if m.label != "?"]
        for way, same in WAYS.items():
            left = list(gold)
            for mark in found:
                match = next((g for g in left if same(text, language, g, mark)), None)
                if match is not None:
                    left.remove(match)
                    self.counts[way, mark.label, "right"] += 1
                elif is_neutral(text, language, mark, unknown, inner):
                    continue
                self.counts[way, mark.label, "found"] += 1
            for mark in gold:
                self.counts[way, mark.label, "wanted"] += 1

    def f1(self, way: str, labels: Iterable[str]) -> float:
        """F1 of some labels together."""
        right, found, wanted = self._sums(way, labels)
        return 2 * right / max(1, found + wanted)

    def lines(self) -> Iterator[str]:
        """A table: precision, recall and F1 for each label and for all."""
        labels = sorted({label for _, label, _ in self.counts})
        yield f"{'':14}" + "".join(f"{way:>26}" for way in WAYS)
        yield f"{'':14}" + "      P     R    F1     n  " * len(WAYS)
        for label in [*labels, "all"]:
            yield f"{label:14}" + "".join(self._cells(way, labels if label == "all" else [label]) for way in WAYS)

    def _sums(self, way: str, labels: Iterable[str]) -> tuple[int, int, int]:
        chosen = list(labels)
        right, found, wanted = (sum(self.counts[way, label, what] for label in chosen) for what in ("right", "found", "wanted"))
        return right, found, wanted

    def _cells(self, way: str, labels: Sequence[str]) -> str:
        right, found, wanted = self._sums(way, labels)
        precision, recall = right / max(1, found), right / max(1, wanted)
        return f"  {precision:6.1%}{recall:6.1%}{self.f1(way, labels):6.1%}{wanted:5}"


def is_neutral(text: str, language: Language, mark: Marked, unknown: Sequence[Marked], inner: Sequence[Marked]) -> bool:
    """Whether a mark that matches no wanted one lies, by half or more, in unknown ground, or repeats a name inside a name."""
    hidden = sum(min(u.end, mark.end) - max(u.start, mark.start) for u in unknown if u.overlaps(mark))
    return 2 * hidden >= mark.end - mark.start or any(lenient(text, language, name, mark) for name in inner)


def verdicts(
    text: str, language: Language, wanted: Sequence[Marked], found: Sequence[Marked], inner: Sequence[Marked] = ()
) -> Iterator[Verdict]:
    """What went wrong in one text, by the lenient measure."""
    unknown = [m for m in wanted if m.label == "?"]
    gold = [m for m in wanted if m.label != "?"]
    missed = [g for g in gold if not any(lenient(text, language, g, mark) for mark in found)]
    wrong = [
        mark
        for mark in found
        if not any(lenient(text, language, g, mark) for g in gold) and not is_neutral(text, language, mark, unknown, inner)
    ]
    for mark in missed:
        other = next((w for w in wrong if w.overlaps(mark)), None)
        kind = "missed" if other is None else "extent" if other.label == mark.label else "label"
        yield Verdict(kind, mark, other)
    for mark in wrong:
        if not any(mark.overlaps(g) for g in missed):
            yield Verdict("invented", None, mark)
