"""Finding one thing by whatever a person types: key, earlier key, or a name in any of the three languages."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from seriktes.authority.records import LANGUAGES, load_authority
from seriktes.dialogue.material import Material
from seriktes.dialogue.passages import in_quotes
from seriktes.errors import QueryError
from seriktes.identity.keys import slug
from seriktes.judgements.things import Things, plain
from seriktes.model import Entity

_SHOWN = 8
_ELSEWHERE = "; the names that are here stand in nodes.csv of a build, and on its pages"


def find_key(material: Material, asked: str) -> str:
    """The key of the thing that a key or a name means.

    Looked at in this order: keys, other keys, names and listed names, forms in the texts, names in Latin letters, names
    that hold all words asked for. Raises QueryError that lists the things where several answer, or the nearest names.
    """
    things = material.things
    if asked in things.by_key:
        return asked
    if asked in material.aliases:
        return material.aliases[asked]
    wanted, latin = plain(asked), _latin(asked)
    names = _names_by_key(things)
    tests: tuple[Callable[[Iterable[str]], bool], ...] = (
        lambda found: any(plain(name) == wanted for name in found),
        lambda found: any(_latin(name) == latin for name in found) and bool(latin),
        lambda found: any(set(wanted.split()) <= set(plain(name).split()) for name in found) and bool(wanted),
    )
    for test in tests:
        found = [key for key in sorted(names) if test(names[key])]
        if len(found) == 1:
            return found[0]
        if found:
            raise QueryError(f"{asked!r} is {len(found)} things; say which by its key: {_listed(things, found)}")
    known = {name: key for key in sorted(names) for name in (key, *map(plain, names[key]))}
    near = difflib.get_close_matches(wanted, sorted(known), n=3, cutoff=0.6)
    hint = f"; did you mean {_listed(things, sorted({known[name] for name in near}))}?" if near else _ELSEWHERE
    raise QueryError(f"nothing here is called {asked!r}{hint}")


def _latin(name: str) -> str:
    """A name in Latin letters; Kazakh «қ» is written k or q."""
    return slug(name).replace("q", "k")


def _listed(things: Things, keys: list[str]) -> str:
    shown = [f"{key} ({in_quotes(name_of(things, key))})" for key in keys[:_SHOWN]]
    return ", ".join(shown) + (f" and {len(keys) - _SHOWN} more" if len(keys) > _SHOWN else "")


def _names_by_key(things: Things) -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for place, entity in things.entities.items():
        names[things.keys[place]].update(_names(entity))
    for key in names:
        record = load_authority().get(key)
        if record is not None:
            for language in LANGUAGES:
                names[key].update(record.names.get(language, ()), record.shorts.get(language, ()))
    return names


def _names(entity: Entity) -> Iterator[str]:
    yield entity.name
    if entity.name_en:
        yield entity.name_en
    if entity.type not in ("Event", "Agreement"):  # their forms are plain words: «форум», «меморандум»
        yield from (mention.text for mention in entity.mentions)


def name_of(things: Things, key: str) -> str:
    """The name to show for a key: the one most documents use."""
    counted: dict[str, int] = defaultdict(int)
    for place in things.by_key[key]:
        counted[things.entities[place].name] += 1
    return min(counted, key=lambda name: (-counted[name], -len(name), name))
