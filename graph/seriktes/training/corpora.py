"""Readers of the training corpora: every sentence as running text with marked spans.

See ``models/MODELS.md`` for the licences. NEREL is read to measure only; its labels never train a shipped model.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from seriktes.mentions.lexicon import word_class
from seriktes.model import Language, Span
from seriktes.text.sentences import split_sentences

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
FACTRUEVAL_LABELS = {"Person": "Person", "Org": "Organization", "Location": "Place", "LocOrg": "Place"}
NEREL_LABELS = {
    "PERSON": "Person",
    "ORGANIZATION": "Organization",
    "COUNTRY": "Place",
    "CITY": "Place",
    "STATE_OR_PROVINCE": "Place",
    "DISTRICT": "Place",
    "LOCATION": "Place",
    "PROFESSION": "Post",
}
RE3D_LABELS = {"Person": "Person", "Organisation": "Organization", "Location": "Place"}

#: Labels that KazNERD's flat scheme lets swallow names: their inside is unknown to the names layer.
_SWALLOWING = frozenset({"POSITION", "FACILITY", "ART", "PRODUCT", "EVENT", "PROJECT", "LAW"})


@dataclass(frozen=True, slots=True, order=True)
class Marked(Span):
    """A marked span; the label ``?`` says that the layer's truth is unknown there."""

    label: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence or document with its marks by layer; a layer that the corpus does not annotate is missing."""

    text: str
    language: Language
    source: str
    layers: dict[str, tuple[Marked, ...]]


def detokenize(words: Sequence[str]) -> tuple[str, list[Span]]:
    """Running text from tokens, and where each stands in it.

    >>> detokenize(["«", "Хабар", "»", ",", "деді", "(", "жи", ")", "."])[0]
    '«Хабар», деді (жи).'
    """
    text, spans, glue, straight = "", [], True, False
    for word in words:
        closing = word == '"' and straight
        if not (glue or closing or re.fullmatch(r"[,.;:!?»”)\]…%]|\.\.\.|'s|’s", word)):
            text += " "
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
        straight ^= word == '"'
        glue = word in ("«", "“", "„", "(", "[") or (word == '"' and straight)
    return text, spans


def read_columns(path: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Sentence id, tokens and tags of a CoNLL file; an id line (``AID12 O``) may precede the tokens."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            rows.append(line.split())
        elif rows:
            source = rows.pop(0)[0] if re.fullmatch(r"[A-Z]+ID\d+", rows[0][0]) else ""
            if rows:
                yield source, [row[0] for row in rows], [row[-1] for row in rows]
            rows = []


def runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and label of the runs of IOB2 or IO tags."""
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, name = tag.partition("-")
        if label and (prefix != "I" or name != label):
            yield start, i, label
            label = ""
        if prefix != "O" and not label:
            start, label = i, name


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


def outermost(marks: Iterable[Marked]) -> tuple[Marked, ...]:
    """The marks that lie in no other, leftmost first."""
    kept: list[Marked] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, m.label)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def russian(folder: Path) -> Iterator[Example]:
    """The development set of factRuEval-2016: names with their type words, posts, projects."""
    for path in sorted((folder / "factrueval" / "devset").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        spans: dict[str, tuple[str, int, int]] = {}
        posts: list[Marked] = []
        for row in _rows(path.with_suffix(".spans")):
            start, end = int(row[2]), int(row[2]) + int(row[3])
            spans[row[0]] = (row[1], start, end)
            if row[1] == "job":
                posts.append(Marked(start, end, "Post"))
        names = []
        for row in _rows(path.with_suffix(".objects")):
            label = FACTRUEVAL_LABELS.get(row[1])
            parts = [spans[key] for key in row[2:] if key in spans and not _generic(text, spans[key])]
            if label and parts and any(kind != "loc_descr" and kind != "org_descr" for kind, _, _ in parts):
                names.append(Marked(min(p[1] for p in parts), max(p[2] for p in parts), label))
        yield Example(text, "ru", path.stem, {"names": outermost(names), "posts": outermost(posts)})


def _generic(text: str, span: tuple[str, int, int]) -> bool:
    """«Город», «страна» before a name are no part of it in this house."""
    word = text[span[1] : span[2]].lower()
    return span[0] == "loc_descr" and word.startswith(("город", "г.", "стран", "государств", "столиц"))


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("#")[0].split()
        if fields:
            yield fields


def nerel(folder: Path, part: str = "dev") -> Iterator[Example]:
    """NEREL, to measure with: outermost names and posts."""
    for path in sorted((folder / "nerel" / part).glob("*.txt")):
        names: list[Marked] = []
        posts: list[Marked] = []
        for line in path.with_suffix(".ann").read_text(encoding="utf-8").splitlines():
            found = re.match(r"T\d+\t(\w+) (\d+) (?:\d+;\d+ )*(\d+)\t", line)
            label = NEREL_LABELS.get(found.group(1)) if found else None
            if found and label:
                mark = Marked(int(found.group(2)), int(found.group(3)), label)
                (posts if label == "Post" else names).append(mark)
        yield Example(path.read_text(encoding="utf-8"), "ru", path.stem, {"names": outermost(names), "posts": outermost(posts)})


def sentences_of(example: Example) -> Iterator[Example]:
    """The example cut into sentences, its marks with it; marks that cross a border are left out."""
    for sentence in split_sentences(example.text, default=example.language):
        layers = {
            layer: tuple(Marked(m.start - sentence.start, m.end - sentence.start, m.label) for m in marks if sentence.covers(m))
            for layer, marks in example.layers.items()
        }
        yield Example(example.text[sentence.start : sentence.end], example.language, example.source, layers)
