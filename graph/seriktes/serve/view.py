"""What a page shows of a thing or a document, as plain values for the templates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from seriktes.rdf import terms as t
from seriktes.rdf.iris import SEGMENTS
from seriktes.serve.claims import Claim, partners_of
from seriktes.serve.passages import Passage
from seriktes.serve.things import DOC, Thing, Things
from seriktes.store import GraphStore
from seriktes.views.page import country_names

LANGUAGES = ("kk", "ru", "en")
SCHEMES = f"{t.BASE}scheme/"
_PARTICIPATION = t.HAS_PARTICIPATION.value
_POST = t.POST.value
_PARTY = (t.PARTY.value, t.SIGNATORY.value)
_ORGANIZER = t.ORGANIZER.value
#: Claims whose subject is the thing of the page and that have a list of their own rather than a line under «About».
_LISTED = (_PARTICIPATION, _POST, *_PARTY)
#: Properties that stand first on a page.
_FIRST = tuple(
    term.value
    for term in (
        t.STATUS,
        t.SUBJECT_MATTER,
        t.ABOUT,
        t.DATE_SIGNED,
        t.START_DATE,
        t.END_DATE,
        t.LOCATION,
        t.OUTCOME_OF,
        t.ORGANIZER,
    )
)


@dataclass(slots=True)
class Entry:
    """A line of a list: a name with its page, a note, what it comes from, and the claims on the page that prove it."""

    name: str
    href: str | None = None
    note: str = ""
    basis: str = ""
    basis_href: str | None = None
    anchors: list[str] = field(default_factory=list)


class View:
    """Turns claims into what pages show, in one language."""

    def __init__(self, store: GraphStore, things: Things, language: str) -> None:
        self._store = store
        self.things = things
        self.language = language

    def href(self, iri: str | None) -> str | None:
        """The page of an IRI on this service, if it has one."""
        if not iri or not iri.startswith(t.BASE):
            return None
        if iri in self.things.by_iri:
            return f"/id/{self.things.by_iri[iri].path}"
        if iri.startswith(DOC):
            document, hash_, claim = iri.removeprefix(DOC).partition("#")
            return f"/doc/{document}{hash_}{claim}" if f"{DOC}{document}" in self.things.documents else None
        if iri.startswith(SCHEMES) and self.things.is_term(iri):
            return f"/{iri.removeprefix(t.BASE)}"
        return None

    def country(self, code: str | None) -> str | None:
        """A country in words; the code where the list has none."""
        if not code:
            return None
        names = country_names({code}).get(code)
        return names[LANGUAGES.index(self.language)] if names else code

    def value(self, claim: Claim) -> str:
        """The object of a claim in words."""
        if claim.is_thing:
            return self.things.called(claim.object, self.language)
        if claim.relation in (t.STATED_COUNTRY.value, t.KNOWN_COUNTRY.value):
            return self.country(claim.object) or claim.object
        return claim.object

    def relation(self, claim: Claim) -> str:
        """The relation of a claim in words, with roles and title."""
        if claim.title:
            return claim.title
        if claim.roles:
            return ", ".join(self.things.term(role, self.language) for role in claim.roles)
        return self.things.term(claim.relation, self.language)

    def said(self, claim: Claim) -> dict[str, Any]:
        """A claim for the template of a passage."""
        return {
            "anchor": claim.anchor,
            "subject": claim.subject,
            "subject_name": self.things.called(claim.subject, self.language),
            "subject_href": self.href(claim.subject),
            "relation": self.relation(claim),
            "object": claim.object,
            "object_name": self.value(claim),
            "object_href": self.href(claim.object) if claim.is_thing else None,
            "confidence": f"{claim.confidence:.2f}",
            "rule": unquote(claim.rule),
        }

    def passages(self, found: Sequence[Passage]) -> list[dict[str, Any]]:
        """Passages for their template; ``gap`` says that text before one is left out."""
        shown = []
        before = 0
        for passage in found:
            document = self.things.documents.get(passage.document)
            shown.append(
                {
                    "pieces": passage.pieces,
                    "language": document.language if document else "",
                    "claims": [self.said(claim) for claim in passage.claims],
                    "start": passage.start,
                    "end": passage.end,
                    "file": document.file if document else passage.document,
                    "document_href": self.href(passage.document),
                    "gap": passage.start > before + 2,
                }
            )
            before = max(before, passage.end)
        return shown

    def properties(self, thing: Thing, claims: Iterable[Claim]) -> list[tuple[str, list[Entry]]]:
        """What is said of the thing itself: date, place, status, subject, parent and the like, by the words of the relation."""
        rows: dict[str, list[Entry]] = {}
        for claim in sorted(claims, key=_rank):
            if claim.subject == thing.iri and claim.relation not in _LISTED:
                href = self.href(claim.object) if claim.is_thing else None
                entries = rows.setdefault(self.things.term(claim.relation, self.language), [])
                _add(entries, Entry(self.value(claim), href, anchors=[claim.anchor]))
        return list(rows.items())

    def lists(self, thing: Thing, claims: Sequence[Claim]) -> list[tuple[str, str, list[Entry]]]:
        """The lists of a thing's page: key of the heading, key of the lead, entries. Empty ones are left out."""
        lists: dict[str, list[Entry]] = {
            key: []
            for key in (
                "parties",
                "signatories",
                "posts",
                "agreements",
                "partners",
                "events",
                "organised",
                "people",
                "participants",
                "others",
            )
        }
        for claim in claims:
            key = _list_of(claim, thing.iri)
            if key is None:
                continue
            other = claim.subject if claim.object == thing.iri and claim.subject != thing.iri else claim.object
            note = "" if key in ("parties", "signatories", "agreements", "organised") else self.relation(claim)
            _add(lists[key], Entry(self.things.called(other, self.language), self.href(other), note, anchors=[claim.anchor]))
        for partner in partners_of(self._store, thing.iri):
            why = self.things.term(partner.kind, self.language)
            basis = self.things.called(partner.basis, self.language) if partner.basis else ""
            name = self.things.called(partner.iri, self.language)
            _add(lists["partners"], Entry(name, self.href(partner.iri), why, basis, self.href(partner.basis)))
        return [(key, "partners_lead" if key == "partners" else "", entries) for key, entries in lists.items() if entries]


def _rank(claim: Claim) -> int:
    """Properties in the order a reader asks for them; all others after them."""
    return _FIRST.index(claim.relation) if claim.relation in _FIRST else len(_FIRST)


def _list_of(claim: Claim, iri: str) -> str | None:
    """Under which heading a claim stands on the page of a thing; None when it stands among its properties."""
    ours = claim.subject == iri
    if claim.relation == _PARTICIPATION:
        return "events" if ours else "participants"
    if claim.relation == _POST:
        return "posts" if ours else "people"
    if claim.relation in _PARTY:
        return "agreements" if not ours else "parties" if claim.relation == t.PARTY.value else "signatories"
    if ours:
        return None
    return "organised" if claim.relation == _ORGANIZER else "others"


def _add(entries: list[Entry], entry: Entry) -> None:
    """Add an entry, or its proof to the one that says the same."""
    for known in entries:
        if (known.href or known.name, known.note, known.basis) == (entry.href or entry.name, entry.note, entry.basis):
            known.anchors += [anchor for anchor in entry.anchors if anchor not in known.anchors]
            return
    entries.append(entry)


def types() -> tuple[str, ...]:
    """The types of things, in the order of the model."""
    return tuple(SEGMENTS)
