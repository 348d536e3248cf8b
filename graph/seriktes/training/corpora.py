"""Readers of the Kazakh and English training corpora: every sentence as running text with marked spans.

See ``models/MODELS.md`` for the licences.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from seriktes.mentions.lexicon import word_class
from seriktes.training.examples import Example, Marked, detokenize, outermost, read_columns, runs

KAZNERD_LABELS = {
    "PERSON": "Person",
    "ORGANISATION": "Organization",
    "GPE": "Place",
    "LOCATION": "Place",
    "POSITION": "Post",
    "EVENT": "Event",
    "PROJECT": "Project",
}
CROSSNER_LABELS = {
    "politician": "Person",
    "person": "Person",
    "politicalparty": "Organization",
    "organisation": "Organization",
    "country": "Place",
    "location": "Place",
    "event": "Event",
    "election": "Event",
}
WIKIGOLD_LABELS = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}
RE3D_LABELS = {"Person": "Person", "Organisation": "Organization", "Location": "Place"}

#: Labels that KazNERD's flat scheme lets swallow names: their inside is unknown to the names layer.
_SWALLOWING = frozenset({"POSITION", "FACILITY", "ART", "PRODUCT", "EVENT", "PROJECT", "LAW"})


def kazakh(folder: Path) -> Iterator[Example]:
    """KazNERD: names with their type words, posts, titles."""
    for source, words, tags in read_columns(folder / "kaznerd" / "IOB2_valid2.txt"):
        if words[0] == "[" or not words:
            continue
        text, places = detokenize(words)
        by_layer: dict[str, list[Marked]] = {"names": [], "posts": [], "titles": []}
        for start, end, tag in runs(tags):
            label = KAZNERD_LABELS.get(tag)
            layer = _layer_of(label)
            if layer == "names" and label is not None:
                start, end = _with_type_word(words, start, end, label)
            elif tag in _SWALLOWING and end - start > 1:
                by_layer["names"].append(Marked(places[start].start, places[end - 1].end, "?"))
            if layer and label:
                by_layer[layer].append(Marked(places[start].start, places[end - 1].end, label))
        yield Example(text, "kk", re.sub(r"^\D+", "", source), {k: tuple(v) for k, v in by_layer.items()})


def _layer_of(label: str | None) -> str:
    return {
        "Person": "names",
        "Organization": "names",
        "Place": "names",
        "Post": "posts",
        "Event": "titles",
        "Project": "titles",
    }.get(label or "", "")


def _with_type_word(words: Sequence[str], start: int, end: int, label: str) -> tuple[int, int]:
    """«[Ақжарма]» қоры becomes [«Ақжарма» қоры]: the house's organisations keep their type words."""
    if label != "Organization":
        return start, end
    quoted = start > 0 and words[start - 1] == "«" and end < len(words) and words[end] == "»"
    after = end + 1 if quoted else end
    for i in range(after, min(after + (4 if quoted else 1), len(words))):
        if not words[i][0].isalpha() or not words[i].islower():
            break
        if word_class(words[i], "kk") == "org" and word_class(words[end - 1], "kk") != "org":
            return (start - 1 if quoted else start), i + 1
    return start, end


def english(folder: Path) -> Iterator[Example]:
    """CrossNER politics, Wikigold and the open parts of re3d."""
    base = folder / "english"
    for part in ("train", "dev"):
        for number, (_, words, tags) in enumerate(read_columns(base / "crossner_politics" / f"{part}.txt")):
            yield _columns_example(words, tags, CROSSNER_LABELS, f"crossner-{part}-{number}", ("names", "titles"))
    for number, (_, words, tags) in enumerate(read_columns(base / "wikigold" / "wikigold.conll.txt")):
        yield _columns_example(words, tags, WIKIGOLD_LABELS, f"wikigold-{number}", ("names",))
    for path in sorted((base / "re3d").iterdir()):
        yield from _re3d(path)


def _columns_example(words: list[str], tags: list[str], labels: dict[str, str], source: str, layers: Iterable[str]) -> Example:
    text, places = detokenize(words)
    by_layer: dict[str, list[Marked]] = {layer: [] for layer in layers}
    for start, end, tag in runs(tags):
        label = _house_event(words[start:end], tag) or labels.get(tag)
        layer = "titles" if label == "?" else _layer_of(label)
        if label and layer in by_layer:
            by_layer[layer].append(Marked(places[start].start, places[end - 1].end, label))
        if tag in ("MISC", "misc", "event", "election"):
            by_layer["names"].append(Marked(places[start].start, places[end - 1].end, "?"))
    return Example(text, "en", source, {k: tuple(v) for k, v in by_layer.items()})


def _house_event(words: list[str], tag: str) -> str:
    """Elections, wars and the like are events elsewhere, not in this house: left out as unknown."""
    if tag == "event" and any(word_class(word, "en") == "event" for word in words):
        return "Event"
    return "?" if tag in ("event", "election") else ""


def _re3d(folder: Path) -> Iterator[Example]:
    marks: dict[str, list[Marked]] = {}
    for item in _json_lines(folder / "entities.json"):
        label = RE3D_LABELS.get(item["type"])
        marked = _trimmed(item["begin"], item["end"], item["value"], label) if label else None
        if marked:
            marks.setdefault(item["documentId"], []).append(marked)
    for item in _json_lines(folder / "documents.json"):
        names = outermost(marks.get(item["_id"], []))
        right = tuple(m for m in names if m.label == "?" or item["text"][m.start : m.start + 1].isalnum())
        yield Example(item["text"], "en", f"re3d-{item['_id']}", {"names": right})


def _json_lines(path: Path) -> Iterator[dict[str, str]]:
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        if line.strip():
            yield json.loads(line)


def _trimmed(start: int | str, end: int | str, value: str, label: str) -> Marked | None:
    """Common nouns and titles are annotated in re3d too: keep proper names, leave doubtful ones out as unknown."""
    begin, stop = int(start), int(end)
    article = re.match(r"(?:[Tt]he|[Aa]n?)\s+", value)
    if article:
        begin, value = begin + article.end(), value[article.end() :]
    words = value.split()
    if not words or not words[0][:1].isupper() or value in ("I", "We", "You", "He", "She", "They", "It", "Our"):
        return None
    if label == "Person" and any(word_class(word, "en") for word in words):
        return Marked(begin, stop, "?")
    small = [w for w in words if w.islower() and w not in ("of", "for", "and", "the", "in", "to", "on", "al")]
    crowd = label == "Organization" and value.endswith(("s’", "ns", "nts"))
    return Marked(begin, stop, "?" if small or crowd else label)
