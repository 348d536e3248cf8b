"""Documents annotated for this project as sentences to learn names from.

Their gold marks what a reader needs, which is more than names: a mention without a capital («әкімдігі») is left open here, and so
is what the gold calls optional. The words of a title (of an event, a project, an agreement) are no names there; but a listed country
or place that the gold leaves unmarked, as it does in posts and titles, is left open: the corpora mark many of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from seriktes.documents import read_file
from seriktes.errors import DataError
from seriktes.evaluation import File, read_files
from seriktes.mentions.lexicon import lexicon
from seriktes.model import Document, Language, Sentence
from seriktes.training.examples import Example, Marked

#: The sets that taggers may learn from, by their folders. One that is not named here measures them, as ``wire`` does.
LEARNED: tuple[str, ...] = (
    "development",
    "varied",
    "held_out",
    "later",
    "pages",
    "newer",
    "last",
    "fresh",
    "unseen",
    "further",
    "press",
)
#: The set whose folders of languages lie beside the other sets.
FIRST = "development"
#: What the source of a sentence of these documents begins with.
SOURCE = "own-"
_NAMES = frozenset({"Person", "Organization", "Place"})
_PLACES = frozenset({"country", "place"})
_LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")


def own_documents(folder: Path, language: Language, without: frozenset[str] = frozenset()) -> Iterator[Example]:
    """The sentences of a language in all sets but those ``without``, their names marked; ``source`` tells set and document.

    Raises DataError when a set is not there, or a document of one cannot be read.
    """
    for name in LEARNED:
        if name not in without:
            yield from sentences_of_set(folder, name, language)


def sentences_of_set(folder: Path, name: str, language: Language) -> Iterator[Example]:
    """The sentences of a language in one set, whatever the language of their documents. Raises DataError as above."""
    places = [set_folder(folder, name) / each for each in _LANGUAGES]
    if not any(place.is_dir() for place in places):
        raise DataError(f"{places[0].parent}: the set of documents {name!r} is not there; give its folder with --documents DIR")
    for place in places:
        for identifier, gold in read_files(place).items() if place.is_dir() else ():
            document = read_file(place / gold["document"]["file"])
            if document.respelled is None:  # its offsets are those of other letters
                marks = marks_of(gold)
                own = (s for s in document.sentences if s.language == language)
                yield from (_example(document, s, marks, f"{SOURCE}{name}-{identifier}") for s in own)


def set_folder(folder: Path, name: str) -> Path:
    """Where the folders of languages of a set lie."""
    return folder if name == FIRST else folder / name


def marks_of(gold: File) -> list[Marked]:
    """The names of a gold file, and ``?`` over what is not told: optional ones, and words without a capital."""
    return [
        Marked(mention["start"], mention["end"], "?" if _is_open(entity, mention["text"]) else entity["type"])
        for entity in gold["entities"]
        if entity["type"] in _NAMES
        for mention in entity["mentions"]
    ]


def _is_open(entity: File, text: str) -> bool:
    return bool(entity.get("optional")) or text == text.lower()


def _example(document: Document, sentence: Sentence, marks: list[Marked], source: str) -> Example:
    """One sentence with its names; one that crosses a border of sentences is open in each."""
    names = []
    for mark in marks:
        if mark.overlaps(sentence):
            start, end = max(mark.start, sentence.start), min(mark.end, sentence.end)
            whole = sentence.covers(mark)
            names.append(Marked(start - sentence.start, end - sentence.start, mark.label if whole else "?"))
    names += _listed_places(sentence, names)
    return Example(document.slice(sentence), sentence.language, source, {"names": tuple(sorted(names))})


def _listed_places(sentence: Sentence, names: Sequence[Marked]) -> list[Marked]:
    """``?`` over the listed countries and places of a sentence that nobody marked; offsets count from its start."""
    classes = lexicon(sentence.language).classes_of
    spans = (
        Marked(token.start - sentence.start, token.end - sentence.start, "?")
        for token in sentence.tokens
        if not _PLACES.isdisjoint(classes(token.text))
    )
    return [span for span in spans if not any(span.overlaps(name) for name in names)]
