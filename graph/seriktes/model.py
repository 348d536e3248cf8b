"""The records that travel from step to step. All are frozen; all know where in the raw text they come from.

Offsets count Unicode code points of the document as given, ``end`` exclusive.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from seriktes.records import record

Language = Literal["kk", "ru", "en"]
EntityType = Literal["Person", "Organization", "Place", "Event", "Agreement", "Project"]
FactType = Literal[
    "party",
    "signatory",
    "participation",
    "post",
    "represents",
    "located",
    "dated",
    "part_of",
    "concluded_at",
    "implements",
    "covers",
    "cooperation",
]
DetailType = Literal["status", "subject_matter", "attendance"]
Role = Literal["organizer", "host", "speaker", "moderator", "participant"]

ENTITY_TYPES: tuple[EntityType, ...] = ("Person", "Organization", "Place", "Event", "Agreement", "Project")

#: The arguments of each fact type, in the order of the annotation guidelines.
ARGUMENTS: Mapping[FactType, tuple[str, ...]] = {
    "party": ("agent", "agreement"),
    "signatory": ("agent", "agreement"),
    "participation": ("agent", "event"),
    "post": ("person", "organization"),
    "represents": ("person", "place"),
    "located": ("subject", "place"),
    "dated": ("subject",),
    "part_of": ("part", "whole"),
    "concluded_at": ("agreement", "event"),
    "implements": ("agent", "project"),
    "covers": ("agreement", "project"),
    "cooperation": ("a", "b"),
}


@record(frozen=True, slots=True, order=True)
class Span:
    """A run of characters of a document."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@record(frozen=True, slots=True, order=True)
class Token(Span):
    """A word (with its hyphenated ending: «БҰҰ-ның»), a number, or one punctuation mark."""

    text: str


@record(frozen=True, slots=True, order=True)
class Sentence(Span):
    """A sentence with its tokens, its language and the number of its paragraph (from 0)."""

    tokens: tuple[Token, ...] = field(compare=False)
    language: Language = field(compare=False)
    paragraph: int = field(compare=False)


@record(frozen=True, slots=True)
class Document:
    """One document as read: the raw text untouched, and what was recognised of its form.

    ``furniture`` are spans that belong to the page, not to the report (currency rates, view counters, menus);
    ``captions`` are photo captions: names in them are mentions, facts are not drawn from them.
    ``respelled`` is the same document in the letters it is read in, where these are not its own (Kazakh in Latin letters).
    ``sentences`` cover everything but the furniture, in order. ``origin`` is set where ``text`` is no file as given but was
    taken out of one in another format; offsets then address the text, which is stored beside the results.
    ``copies`` are its reprints, which were not read.
    """

    id: str
    file: str
    text: str
    language: Language
    sentences: tuple[Sentence, ...]
    furniture: tuple[Span, ...] = ()
    captions: tuple[Span, ...] = ()
    published: str | None = None
    publisher: str | None = None
    warnings: tuple[str, ...] = ()
    respelled: Respelled | None = None
    origin: Origin | None = None
    copies: tuple[Copy, ...] = ()

    def slice(self, span: Span) -> str:
        """The characters of a span.

        >>> Document("d", "d.txt", "Астана.", "kk", ()).slice(Span(0, 6))
        'Астана'
        """
        return self.text[span.start : span.end]


@record(frozen=True, slots=True)
class Origin:
    """The file that a text was taken out of, and what that file says of itself.

    ``format`` is ``html``, ``pdf``, ``docx``, ``feed``, or ``text`` (in an archive); ``sha256`` is of the file's bytes;
    ``language`` what the file declares, which need not be that of its text.
    """

    format: str
    sha256: str
    title: str | None = None
    url: str | None = None
    language: str | None = None


@record(frozen=True, slots=True)
class Copy:
    """A reprint of a document that is not counted again; ``digest`` is the SHA-256 of its text."""

    id: str
    file: str
    digest: str
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


def text_digest(text: str) -> str:
    """SHA-256 of a document's text in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@record(frozen=True, slots=True)
class Respelled:
    """A document in the letters it is read in, and where each of them stands in the text as given.

    ``offsets[i]`` is the raw offset of character ``i``; one more at the end is that of the end of the text.
    """

    document: Document
    offsets: tuple[int, ...]

    def raw(self, span: Span) -> Span:
        """The span in the text as given."""
        return Span(self.offsets[span.start], self.offsets[span.end])


@record(frozen=True, slots=True, order=True)
class Mention(Span):
    """A name as it stands in the document; ``text`` is ``document.text[start:end]``.

    ``rule`` names the rule, list or model that found it, ``score`` (0 to 1) its confidence there.
    ``authority`` is the key of the authority record it was matched to, if any. ``kind`` and ``country`` are those of
    the annotation guidelines, as far as the mention alone tells them.
    """

    text: str
    type: EntityType = field(compare=False)
    kind: str | None = field(default=None, compare=False)
    country: str | None = field(default=None, compare=False)
    authority: str | None = field(default=None, compare=False)
    rule: str = field(default="", compare=False)
    score: float = field(default=1.0, compare=False)


@record(frozen=True, slots=True)
class Detail:
    """What a document says of one thing beside its relations, with the sentence that says it.

    ``status`` of an agreement: ``announced``, ``signed`` or ``extended``; ``subject_matter`` of an agreement: the words of
    the text; ``attendance`` of an event: how many people the text says were there, a whole number (of «more than 300»: 300).
    """

    type: DetailType
    value: str
    evidence: Span
    confidence: float
    rule: str


@record(frozen=True, slots=True)
class Entity:
    """One thing a document speaks of, with all its mentions in order of the text.

    ``id`` is unique in the document (``e1`` …); ``key`` is its identity over documents, set by the identity step.
    ``name`` is the citation form in the document's language (nominative, no quotes around the whole).
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[Mention, ...]
    kind: str | None = None
    country: str | None = None
    name_en: str | None = None
    authority: str | None = None
    key: str | None = None
    details: tuple[Detail, ...] = ()


@record(frozen=True, slots=True)
class Fact:
    """A statement of the document, with the sentences that state it and the rule that read it.

    ``arguments`` maps the argument names of :data:`ARGUMENTS` to entity ids of the same document.
    ``values`` holds what is no entity: ``role``, ``title``, ``start``, ``end``.
    """

    type: FactType
    arguments: Mapping[str, str]
    evidence: Span
    values: Mapping[str, str] = field(default_factory=dict)
    confidence: float = 1.0
    rule: str = ""


@record(frozen=True, slots=True)
class Annotation:
    """All that one document says: the first of the three artefacts."""

    document: Document
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
