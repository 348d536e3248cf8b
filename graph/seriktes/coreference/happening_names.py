"""How an event, agreement or project is cited: in the nominative, with a capital, by the best of its mentions."""

from __future__ import annotations

from collections.abc import Sequence

from seriktes.mentions.happenings.deeds import named_after_deed
from seriktes.model import Document, Mention
from seriktes.text import kazakh, russian
from seriktes.text.language import language_of
from seriktes.text.sentences import sentence_at

#: Titles stand as they are written.
_AS_WRITTEN = ("quoted", "repeat", "section", "latin", "theme")
#: Which mention gives the name: a proper name before a title, a title and a phrase before a short reference.
_CITED = {
    "named": 5,
    "quoted": 4,
    "repeat": 4,
    "section": 4,
    "latin": 4,
    "founded": 4,
    "phrase": 4,
    "modified": 3,
    "ordinal_session": 1,
    "theme": 1,
    "short": 0,
    "abbreviation": 0,
}


def citation(document: Document, mentions: Sequence[Mention]) -> str:
    """The name of an event, agreement or project in the nominative, with a capital, without quotes around the whole.

    >>> text = "ынтымақтастық туралы меморандумға"
    >>> citation(Document("d", "d.txt", text, "kk", ()), [Mention(0, len(text), text, "Agreement")])
    'Ынтымақтастық туралы меморандум'
    """
    best = max(mentions, key=lambda m: (_CITED.get(m.rule.rsplit(".", 1)[-1], 2), len(m.text), -m.start))
    text = " ".join(best.text.split())
    sentence = sentence_at(document.sentences, best.start)
    language = sentence.language if sentence else language_of(text, document.language)
    told = named_after_deed(best, language)
    text = told or text
    if not told and not best.rule.endswith(_AS_WRITTEN):
        text = _nominative(text, language)
    return text[:1].upper() + text[1:]


def _nominative(text: str, language: str) -> str:
    parts = text.split(" ")
    if language == "kk":
        return " ".join([*parts[:-1], kazakh.nominative(parts[-1])])
    if language == "ru":
        return " ".join(russian.nominative_phrase(parts))
    return text.removesuffix("'s").removesuffix("’s")
