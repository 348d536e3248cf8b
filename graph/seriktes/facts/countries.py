"""Countries that only the facts tell: a person's is that of the institution spoken for, an event's that of its place.

An agreement has one when all its parties do share it; a project that of those who run it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from seriktes.coreference.forms import listed_in
from seriktes.coreference.kinds import demonym_before
from seriktes.facts.word_lists import word_pattern
from seriktes.model import Document, Entity, Fact, Span

#: What links a person's name to the body behind it.
_BEHIND = re.compile(r" ?\((?=\S)|,? (?:of|from|из) (?:the )?")
#: What a Kazakh title does not reach over.
_CLAUSE = re.compile(r"[.,;:!?()«»\"\n–—]|\s(?:мен|пен|бен|және)\s")
#: The share of a report's named places and bodies that must be of one country for its people to be thought of there.
_ALMOST_ALONE = 0.85


def complete_countries(document: Document, entities: Sequence[Entity], facts: Sequence[Fact]) -> tuple[Entity, ...]:
    """The entities with the countries of persons, events, agreements and projects filled in where the facts settle them."""
    country: dict[str, str | None] = {e.id: e.country for e in entities}
    types = {e.id: e.type for e in entities}
    tellers = _tellers(facts)
    for fact in facts:
        if fact.type in ("post", "represents"):
            owner = fact.arguments.get("organization") or fact.arguments["place"]
            _set(country, fact.arguments["person"], country.get(owner))
    for fact in facts:
        if fact.type == "located" and types[fact.arguments["subject"]] == "Event":
            _set(country, fact.arguments["subject"], country.get(fact.arguments["place"]))
    for person in _of_the_home_state(document, entities):
        _set(country, person, "KZ")
    for person, value in _beside_their_names(document, entities, country):
        _set(country, person, value)
    home = _home(entities)
    for person, value in _of_their_surroundings(document, entities, country):
        _set(country, person, value)
    _from_wholes(country, facts, types)
    for entity in entities:
        if entity.type == "Event" and country[entity.id] is None:
            country[entity.id] = _organisers(entity, tellers, country) or home
    _from_wholes(country, facts, types)
    for entity in entities:
        if entity.type == "Agreement":
            country[entity.id] = _shared(entity, tellers, country)
        elif entity.type == "Project" and country[entity.id] is None:
            country[entity.id] = _runners(entity, tellers, country) or home
    return tuple(replace(e, country=country[e.id]) if e.country != country[e.id] else e for e in entities)


def _set(country: dict[str, str | None], identifier: str, value: str | None) -> None:
    if country.get(identifier) is None:
        country[identifier] = value


def _of_the_home_state(document: Document, entities: Sequence[Entity]) -> Iterator[str]:
    """«Мемлекет басшысы X», «Премьер-министрдің орынбасары Y», «Мәжіліс депутаты Z»: the Kazakh press names every state but its own."""
    for entity in entities:
        if document.language == "kk" and entity.type == "Person":
            befores = (_CLAUSE.split(document.text[max(0, m.start - 90) : m.start])[-1] for m in entity.mentions)
            if any(
                word_pattern("kk", "home_offices").search(f" {' '.join(b.lower().split())} ") and not _foreign(b) for b in befores
            ):
                yield entity.id


def _foreign(words: str) -> bool:
    """Whether a title names a state: «Италия Президенті»."""
    return any(match.records[0].kind == "country" and match.records[0].country != "KZ" for match in listed_in(words, "kk"))


def _beside_their_names(
    document: Document, entities: Sequence[Entity], country: Mapping[str, str | None]
) -> Iterator[tuple[str, str]]:
    """ "X (University of Leeds)", "X of the National Bank", "Tajik lawyer X": the body behind a name, the people before it."""
    bodies = {m.start: e.id for e in entities if e.type == "Organization" for m in e.mentions}
    states = {m.start: e.id for e in entities if e.type == "Place" and e.kind == "country" for m in e.mentions}
    for entity in entities:
        if entity.type != "Person" or country[entity.id] is not None:
            continue
        for mention in entity.mentions:
            link = _BEHIND.match(document.text, mention.end)
            told = country.get(bodies.get(link.end(), "")) if link else None
            if link and "(" in link.group():  # "X (Poland)"
                told = told or country.get(states.get(link.end(), ""))
            told = told or demonym_before(document, mention.start)
            if told and told != "INT":
                yield entity.id, told
                break


def _of_their_surroundings(
    document: Document, entities: Sequence[Entity], country: Mapping[str, str | None]
) -> Iterator[tuple[str, str]]:
    """Persons of no told institution in a report that speaks of one country almost alone, or in a sentence that does.

    Nothing weaker is taken: the country named nearest to a person is too often another's (docs/decisions/0007).
    """
    told = {
        m.start: e.country
        for e in entities
        if e.type in ("Place", "Organization") and e.country not in (None, "INT")
        for m in e.mentions
    }
    shares = Counter(told.values())
    if not shares:
        return
    main, count = min(shares.items(), key=lambda item: (-item[1], str(item[0])))
    almost_alone = count > _ALMOST_ALONE * sum(shares.values())
    starts = sorted(told)
    for entity in entities:
        if entity.type != "Person" or country[entity.id] is not None or main is None:
            continue
        first = entity.mentions[0]
        place = bisect_right(document.sentences, first.start, key=lambda s: s.start) - 1
        here = document.sentences[place] if place >= 0 and document.sentences[place].covers(first) else Span(0, 0)
        around = {told[start] for start in starts[bisect_left(starts, here.start) : bisect_left(starts, here.end)]}
        if almost_alone or around == {main}:
            yield entity.id, main


def _home(entities: Sequence[Entity]) -> str | None:
    """The country most names of the document belong to."""
    counts = Counter(
        e.country
        for e in entities
        if e.country and e.country != "INT" and e.type in ("Place", "Organization")
        for _ in e.mentions
    )
    return min(counts, key=lambda c: (-counts[c], c)) if counts else None


def _from_wholes(country: dict[str, str | None], facts: Sequence[Fact], types: Mapping[str, str]) -> None:
    for fact in facts:
        if fact.type == "part_of" and types[fact.arguments["part"]] == types[fact.arguments["whole"]] == "Event":
            _set(country, fact.arguments["part"], country[fact.arguments["whole"]])


#: What tells the country of an event, agreement or project: the argument it is in, and the one that tells.
_TELLING: Mapping[str, tuple[str, str]] = {
    "participation": ("event", "agent"),
    "party": ("agreement", "agent"),
    "concluded_at": ("agreement", "event"),
    "implements": ("project", "agent"),
}

#: By type of fact and the thing it is about, those whose countries tell its own.
_Tellers = Mapping[tuple[str, str], Sequence[str]]


def _tellers(facts: Sequence[Fact]) -> _Tellers:
    found: dict[tuple[str, str], list[str]] = {}
    for fact in facts:
        if fact.type in _TELLING and (fact.type != "participation" or fact.values.get("role") in ("organizer", "host")):
            thing, teller = _TELLING[fact.type]
            found.setdefault((fact.type, fact.arguments[thing]), []).append(fact.arguments[teller])
    return found


def _organisers(event: Entity, tellers: _Tellers, country: Mapping[str, str | None]) -> str | None:
    found = (country[agent] for agent in tellers.get(("participation", event.id), ()))
    return next((c for c in found if c and c != "INT"), None)


def _shared(agreement: Entity, tellers: _Tellers, country: Mapping[str, str | None]) -> str | None:
    for type_ in ("party", "concluded_at"):
        found = {country[teller] for teller in tellers.get((type_, agreement.id), ())}
        if found:
            return next(iter(found)) if len(found) == 1 else None
    return None


def _runners(project: Entity, tellers: _Tellers, country: Mapping[str, str | None]) -> str | None:
    found = {country[agent] for agent in tellers.get(("implements", project.id), ())} - {None, "INT"}
    return next(iter(found)) if len(found) == 1 else None
