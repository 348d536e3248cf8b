"""Mentions to entities: one entity for each thing that the document names."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from seriktes.coreference.citation import citation_form, english_name
from seriktes.coreference.forms import form_of, named_whole
from seriktes.coreference.happening_names import citation
from seriktes.coreference.happenings import group_happenings
from seriktes.coreference.kinds import Setting, country_of, kind_of, setting_of
from seriktes.coreference.organizations import group_organizations
from seriktes.coreference.persons import group_persons
from seriktes.model import Document, Entity, EntityType, Language, Mention
from seriktes.text.invisible import visible


def group(document: Document, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """One entity for each thing named, numbered e1, e2 … by first mention.

    Persons and organisations are joined over short forms, places by what they are; events, agreements and projects by
    title, apposition and what stands around them (:mod:`seriktes.coreference.happenings`).
    """
    by_type: dict[EntityType, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions):
        by_type[mention.type].append(mention)
    clusters = group_happenings(document, sorted(mentions))
    for type_ in ("Person", "Organization", "Place"):
        clusters += _grouper(type_)(document, by_type[type_])
    setting = setting_of(document, mentions)
    ordered = sorted((sorted(cluster) for cluster in clusters), key=lambda c: (c[0].start, c[0].end, c[0].type))
    entities = [_entity(document, number, cluster, setting) for number, cluster in enumerate(ordered, start=1)]
    ordered = _one_body_once(ordered, entities)
    if len(ordered) == len(entities):
        return tuple(entities)
    return tuple(_entity(document, number, cluster, setting) for number, cluster in enumerate(ordered, start=1))


def _one_body_once(clusters: Sequence[list[Mention]], entities: Sequence[Entity]) -> list[list[Mention]]:
    """The clusters with those joined whose citation forms name one listed body, in two languages of a report perhaps."""
    first: dict[str, list[Mention]] = {}
    kept = []
    for cluster, entity in zip(clusters, entities, strict=True):
        known = first.get(entity.authority) if entity.authority and entity.type == "Organization" else None
        if known is not None:
            known += cluster
            known.sort()
            continue
        cluster = list(cluster)
        if entity.authority and entity.type == "Organization":
            first[entity.authority] = cluster
        kept.append(cluster)
    return kept


def _spoken(document: Document, mentions: Sequence[Mention]) -> Language:
    """The language a name is declined in: that of its sentences, where a Kazakh report has Russian ones or the other way round."""
    if " " not in mentions[0].text:  # one word alone may stand in a sentence of names, which tells no language
        return document.language
    found = set()
    for mention in mentions:
        place = bisect_right(document.sentences, mention.start, key=lambda s: s.start) - 1
        found.add(document.sentences[place].language if place >= 0 else document.language)
    told = next(iter(found)) if len(found) == 1 else document.language
    return told if {told, document.language} == {"kk", "ru"} else document.language


def _grouper(type_: EntityType) -> Callable[[Document, list[Mention]], list[list[Mention]]]:
    if type_ == "Person":
        return lambda document, mentions: group_persons(mentions, document.language)
    return group_organizations if type_ == "Organization" else _by_place


def _by_place(document: Document, mentions: list[Mention]) -> list[list[Mention]]:
    found: dict[object, list[Mention]] = defaultdict(list)
    for mention in mentions:
        form = form_of(mention, document.language)
        found[mention.authority or form.core or mention.text].append(mention)
    return list(found.values())


def _entity(document: Document, number: int, mentions: list[Mention], setting: Setting) -> Entity:
    first = mentions[0]
    authority = _commonest([m.authority for m in mentions])
    kind = kind_of(mentions, authority, document.language)
    country = country_of(document, mentions, authority, kind, setting)
    spoken = document.language
    if first.type in ("Event", "Agreement", "Project"):
        cited = citation(document, mentions)
    else:
        spoken = _spoken(document, mentions) if first.type != "Place" else document.language
        cited = citation_form(mentions, authority, spoken)
    name = visible(cited) or cited
    if authority is None and first.type == "Organization":
        authority = _named(name, country, spoken)
    return Entity(
        f"e{number}",
        first.type,
        name,
        tuple(mentions),
        kind,
        country,
        english_name(name, first.type, authority, document.language),
        authority,
    )


def _named(name: str, country: str | None, language: Language) -> str | None:
    """The listed body of that name in that country, when the list has several of the name."""
    fitting = [record for record in named_whole(name, language) if record.type == "Organization" and record.country == country]
    return fitting[0].key if len(fitting) == 1 else None


def _commonest(values: Sequence[str | None]) -> str | None:
    told = [value for value in values if value]
    if len(told) < 2:
        return told[0] if told else None
    counts = Counter(told)
    return min(counts, key=lambda value: (-counts[value], value))
