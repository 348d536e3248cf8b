"""The nodes and claims of what was read, under their official names and those that people gave."""

from __future__ import annotations

from seriktes.analysis.claims import Reading, claims_from_annotations
from seriktes.authority.official import official_names
from seriktes.dialogue.material import Material
from seriktes.judgements.statements import Statement
from seriktes.judgements.things import NotHereError, Things


def reading_of(material: Material) -> Reading:
    """The same nodes and claims that a build makes its network from."""
    annotations = material.things.annotations
    known = official_names(annotations)
    for statement in material.statements:
        if statement.verb == "rename" and statement.language:
            for key in keys_named(material.things, statement):
                known[key] = {**known.get(key, {}), str(statement.language): statement.text}
    return claims_from_annotations(annotations, known)


def keys_named(things: Things, statement: Statement) -> set[str]:
    """The keys of the things a judgement names; none of those that are not here."""
    keys = set()
    for named in statement.things:
        try:
            keys |= {things.keys.get(place, place[1]) for place in things.find(named)}
        except NotHereError:
            continue
    return keys
