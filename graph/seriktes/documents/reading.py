"""Text to documents: language, sentences, page furniture, and what is known of a report before anyone reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from seriktes.documents.extracted import Extracted
from seriktes.errors import DocumentError
from seriktes.model import Document, Language, Origin, Respelled, Sentence, Span, Token
from seriktes.records import record
from seriktes.text.dates import find_dates
from seriktes.text.encoding import decode
from seriktes.text.furniture import find_furniture
from seriktes.text.language import foreign_reason, language_scores
from seriktes.text.latin_kazakh import is_latin_kazakh, respell
from seriktes.text.sentences import split_sentences

Mask = Callable[[str], str]
_HEAD = 600
_ATTRIBUTED = re.compile(
    r"(?:деп\s+(?:жазады|хабарлайды)|хабарлады|передает|сообщает|пишет|reports|according to)\s+(?P<name>[A-Za-z][\w-]*\.(?:kz|ru|com|org|uk|net|kg|uz)|(?:Қазинформ|Казинформ|Kazinform|ҚазАқпарат))"
)
_SIGNATURE = re.compile(
    r"(?:Пресс-(?:центр|служба|служб\w+)|Баспасөз\s+қызметі|Press\s+(?:Service|Office|Center|Centre)|.{3,60}\s+баспасөз\s+қызметі).{0,120}"
)


def read_text(data: bytes, identifier: str, file: str, mask: Mask | None = None) -> Document:
    """The document made of the bytes of a text file: offsets are code points of the file as given.

    ``mask`` gives the text with what must not be read blacked out, at equal length.
    Raises DocumentError when there is no text or it is in none of the three languages.
    """
    text, warnings = decode(data, file)
    if not text.strip("\ufeff \t\r\n"):
        raise DocumentError(file, "has no text in it", "give a file with text in it")
    return _read(mask(text) if mask else text, identifier, file, About(warnings=warnings))


def read_extracted(found: Extracted, identifier: str, file: str, mask: Mask | None = None) -> Document:
    """The document made of a text that was taken out of another format; what its file says of itself comes first.

    Raises DocumentError as :func:`read_text`.
    """
    if not found.text.strip("\ufeff \t\r\n"):
        raise DocumentError(file, "has no text in it", "give a file with text in it")
    origin = Origin(found.format, found.sha256, found.title, found.url, found.language)
    text = mask(found.text) if mask else found.text
    return _read(text, identifier, file, About(found.published, found.publisher, found.warnings, origin))


@record(frozen=True, slots=True)
class About:
    """What is known of a text before it is read."""

    published: str | None = None
    publisher: str | None = None
    warnings: tuple[str, ...] = ()
    origin: Origin | None = None


def _read(text: str, identifier: str, file: str, about: About) -> Document:
    if is_latin_kazakh(text):
        return _respelled(text, about, identifier, file)
    reason = foreign_reason(text)
    if reason:
        raise DocumentError(file, f"is {reason}", "give a text in Kazakh, Russian or English")
    return _document(text, about, identifier, file)


def _respelled(text: str, about: About, identifier: str, file: str) -> Document:
    """Kazakh in Latin letters is read in Cyrillic ones; offsets and words of the text as given come back at the end."""
    cyrillic, offsets = respell(text)
    read = Respelled(_document(cyrillic, about, identifier, file), offsets)
    inner = read.document
    sentences = tuple(_sentence(read, text, s) for s in inner.sentences)
    furniture, captions = tuple(map(read.raw, inner.furniture)), tuple(map(read.raw, inner.captions))
    return replace(inner, text=text, sentences=sentences, furniture=furniture, captions=captions, respelled=read)


def _sentence(read: Respelled, text: str, sentence: Sentence) -> Sentence:
    places = [read.raw(token) for token in sentence.tokens]
    tokens = tuple(Token(place.start, place.end, text[place.start : place.end]) for place in places)
    raw = read.raw(sentence)
    return replace(sentence, start=raw.start, end=raw.end, tokens=tokens)


def _document(text: str, about: About, identifier: str, file: str) -> Document:
    furniture, captions = find_furniture(text)
    language = document_language(text, furniture)
    sentences = split_sentences(text, furniture, language)
    return Document(
        identifier,
        Path(file).name if about.origin is None else file,
        text,
        language,
        sentences,
        furniture,
        captions,
        published=about.published or publication_date(text),
        publisher=about.publisher or publisher(text),
        warnings=about.warnings,
        origin=about.origin,
    )


def document_language(text: str, furniture: Iterable[Span] = ()) -> Language:
    """The language most of the text is in, page furniture left out."""
    scores = language_scores(_without(text, furniture))
    languages: tuple[Language, ...] = ("kk", "ru", "en")
    return max(languages, key=lambda name: scores[name])


def _without(text: str, spans: Iterable[Span]) -> str:
    parts, place = [], 0
    for span in sorted(spans):
        parts.append(text[place : span.start])
        place = max(place, span.end)
    return " ".join([*parts, text[place:]])


def publication_date(text: str) -> str | None:
    """The date of the report, when its head or a line of its own gives a full one (a dateline, the date under a title).

    A range («14-15 қазан») is the date of an event, not of a report.
    """
    for date in find_dates(text, end=min(len(text), _HEAD)):
        if not date.complete or date.start_date != date.end_date or not date.start_date or len(date.start_date) != 10:
            continue
        start = text.rfind("\n", 0, date.start) + 1
        stop = text.find("\n", date.end)
        before, line = text[start : date.start], text[start : len(text) if stop < 0 else stop]
        column = before.rpartition("|")[2] + text[date.start : date.end] + line[date.end - start :].partition("|")[0]
        dateline = len(before) <= 40 and re.match(r"[\s,.)]{0,4}(?:[–—-]|\(|/)", text[date.end : date.end + 6])
        stamped = not before.strip() and re.match(r",?\s*\d{1,2}:\d\d\b", text[date.end : date.end + 10])
        signed = (
            re.match(r"(?:by|автор|published|опубликовано|жарияланды)\b", before.lower()) and not line[date.end - start :].strip()
        )
        if dateline or stamped or signed or len(" ".join((column if line.count("|") > 1 else line).split())) <= 60:
            return date.start_date
    return None


def publisher(text: str) -> str | None:
    """Who published the report, where its text says so: an agency line, or a press service's signature at the end."""
    found = _ATTRIBUTED.search(text)
    if found:
        return found.group("name")
    last = text.rstrip().rsplit("\n", 1)[-1].strip()
    return last if len(last) <= 120 and _SIGNATURE.fullmatch(last) else None
