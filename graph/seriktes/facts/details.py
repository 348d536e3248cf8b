"""What a text says of one thing beside its relations: an agreement's status and subject, how many people an event had."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from tomllib import loads

from seriktes.facts.context import Context
from seriktes.facts.patterns import compile_patterns
from seriktes.facts.view import View
from seriktes.model import Detail, Entity, Fact, Language, Span
from seriktes.text.invisible import visible

#: A count with spaces or dots between thousands; not a year, a date or a share.
_NUMBER = re.compile(
    r"(?<![\d.,–—-])(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d{1,6})(?=[ \u00a0-])(?![ \u00a0]?(?:%|процент|пайыз|percent))"
)
#: How many words may stand between the number and what it counts: «300-ден астам шетелдік делегат», "over 200 young experts".
_REACH = 4
_SUBJECTS: dict[Language, re.Pattern[str]] = {
    "kk": re.compile(r"^(?P<subject>.+)\s(?:туралы|жөніндегі|жөнінде|саласындағы|бойынша)\s"),
    "ru": re.compile(r"\s(?:об?|обо)\s(?P<subject>.+)$"),
    "en": re.compile(r"\s(?:on|of|for|concerning|regarding)\s(?P<subject>.+)$"),
}
_LONGEST_SUBJECT = 200


def with_details(context: Context, entities: Sequence[Entity], facts: Sequence[Fact]) -> tuple[Entity, ...]:
    """The entities, those of the context, with what the text says of each of them alone."""
    found: dict[str, list[Detail]] = {}
    for owner, detail in (*_statuses(context, facts), *_subjects(context), *_attendances(context)):
        if all(detail.type != known.type for known in found.setdefault(owner, [])):
            found[owner].append(detail)
    return tuple(replace(e, details=tuple(found[e.id])) if e.id in found else e for e in entities)


def _statuses(context: Context, facts: Sequence[Fact]) -> Iterator[tuple[str, Detail]]:
    """Extended where a frame says so, else signed, else announced."""
    told = [f for f in facts if "agreement" in f.arguments and f.rule.split(".")[1:2] == ["signing"]]
    for status, named in (("extended", ("extended", "was-extended")), ("signed", ("signed", "was-signed", "adopted", "list"))):
        for fact in told:
            if fact.rule.split(".")[-1] in named:
                yield fact.arguments["agreement"], Detail("status", status, fact.evidence, fact.confidence, fact.rule)
    for view in context.naming("Agreement"):
        for index in view.mentions("Agreement"):
            entity = view.items[index].entity
            if entity is not None and _is_announced(view):
                yield entity.id, Detail("status", "announced", view.span, 0.7, f"{view.language}.signing.announced")


def _is_announced(view: View) -> bool:
    row = view.row[0]
    return _pattern("announced", view.language).search(row) is not None and not _pattern("withdrawn", view.language).search(row)


def _subjects(context: Context) -> Iterator[tuple[str, Detail]]:
    """The words after «о», "on", or before «туралы», of the longest mention that has them."""
    for entity in context.entities:
        if entity.type != "Agreement":
            continue
        for mention in sorted(entity.mentions, key=lambda m: (-len(m), m.start)):
            view = context.view_of(mention)
            match = _SUBJECTS[view.language].search(mention.text) if view is not None else None
            subject = visible(" ".join(match["subject"].split())).strip("«»“”\"' ") if match else ""
            if view is not None and match is not None and 3 < len(subject) <= _LONGEST_SUBJECT:
                yield entity.id, Detail("subject_matter", subject, view.span, 0.8, f"{view.language}.agreement.subject")
                break


def _attendances(context: Context) -> Iterator[tuple[str, Detail]]:
    for view in context.body if context.names("Event") else ():
        event = context.focus.at(view)
        if event is None or not _pattern("gathered", view.language).search(view.row[0]):
            continue
        text = context.document.slice(view.span)
        for match in _NUMBER.finditer(text):
            if _counts_people(view, view.span.start + match.end()):
                value = str(int(re.sub(r"\D", "", match[1])))
                span = Span(view.span.start, view.span.end)
                yield event.id, Detail("attendance", value, span, 0.7, f"{view.language}.event.attendance")
                break


def _counts_people(view: View, place: int) -> bool:
    """Whether a word for people follows soon, before any comma or other number."""
    stems = tuple(_lists()["attendees"][view.language])
    following = [item for item in view.items if item.start >= place][:_REACH]
    for item in following:
        if item.text[0] in ",;:." or item.text[0].isdigit():
            return False
        if item.lower.startswith(stems):
            return True
    return False


@cache
def _pattern(name: str, language: Language) -> re.Pattern[str]:
    return compile_patterns(tuple(_lists()[name][language]))


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    data: dict[str, dict[str, list[str]]] = loads((files("seriktes.facts") / "words/details.toml").read_text(encoding="utf-8"))
    return data
