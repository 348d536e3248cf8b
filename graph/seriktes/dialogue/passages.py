"""The sentences in which a thing stands, for people who must judge it."""

from __future__ import annotations

from collections.abc import Iterable

from seriktes.identity.judgements import Place
from seriktes.judgements.things import Things
from seriktes.model import Annotation, Mention, Span
from seriktes.text.plurals import english

_LONGEST = 320


def one_line(text: str, longest: int = _LONGEST) -> str:
    """A text on one line, cut at a length.

    >>> one_line("Ақ\\n бота"), one_line("abcdef", 4)
    ('Ақ бота', 'abc…')
    """
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def in_quotes(name: str) -> str:
    """A name between quotes, unless it brings its own.

    >>> in_quotes("Мост"), in_quotes("«Мост» қоры")
    ('«Мост»', '«Мост» қоры')
    """
    return name if "«" in name else f"«{name}»"


def passage_of(annotation: Annotation, mention: Mention) -> Span:
    """The sentence around a mention; where the text is not at hand, the passage of a fact around it, or the name alone."""
    around = [Span(s.start, s.end) for s in annotation.document.sentences if s.covers(mention)]
    around += [fact.evidence for fact in annotation.facts if fact.evidence.covers(mention)]
    return min(around, key=lambda span: (len(span), span.start), default=Span(mention.start, mention.end))


def passages(things: Things, places: Iterable[Place], most: int = 2) -> list[str]:
    """Where some entities stand: one sentence a document with the file's name, the first documents only."""
    wanted: dict[str, set[str]] = {}
    for document, entity in sorted(places):
        wanted.setdefault(document, set()).add(entity)
    found = []
    for annotation in things.annotations:
        mentions = [m for e in annotation.entities if e.id in wanted.get(annotation.document.id, ()) for m in e.mentions]
        if mentions:
            spans = [passage_of(annotation, mention) for mention in sorted(mentions)]
            best = max(spans, key=lambda span: (len(span) > len(mentions[0]), -span.start))
            found.append(f"“{one_line(annotation.document.slice(best))}” ({annotation.document.file})")
    return found[:most] + ([f"… and in {english(len(found) - most, 'more document')}"] if len(found) > most else [])
