"""Records of the authority lists that unlisted names may mean: found by shared words, before a close reading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from seriktes.authority.records import LANGUAGES, Record, load_authority
from seriktes.identity.profiles import Profile
from seriktes.identity.translate import read_name
from seriktes.model import EntityType, Language
from seriktes.resources import taking_in
from seriktes.text.scripts import fold

_WORD = re.compile(r"[^\W_]{2,}")
_LETTERS = 5
#: A beginning that more records share says nothing alone.
_COMMON = 150
_SHARED = 0.6


def records_like(profiles: Iterable[Profile], type_: EntityType) -> list[Record]:
    """The records a name of which shares most words with a name of an unlisted entity, in the order of keys."""
    wanted = {(name, language) for p in profiles if p.authority is None for name, language in p.names}
    return [load_authority().records[key] for key in sorted(keys_like(wanted, type_))]


def keys_like(names: Iterable[tuple[str, Language]], type_: EntityType) -> set[str]:
    """The keys of the records a name of which shares most words with one of these."""
    return {key for name, language in names for key in _sharing(name, language, type_)}


def _sharing(name: str, language: Language, type_: EntityType) -> Iterator[str]:
    starts = _starts(name)
    index = _index(type_, language)
    known = [index[start] for start in starts if start in index]
    if len(known) < _SHARED * len(starts):
        return
    rare = [keys for keys in known if len(keys) <= _COMMON] or known
    for key in frozenset().union(*rare):
        if sum(key in keys for keys in known) >= _SHARED * len(starts):
            yield key


def _starts(name: str) -> frozenset[str]:
    words = _WORD.findall(name)
    spoken = [word for word in words if not word.isupper()] or words  # «Атамекен» ҰКП is found by its name
    return frozenset(fold(word)[:_LETTERS] for word in spoken)


@cache
def _index(type_: EntityType, language: Language) -> Mapping[str, frozenset[str]]:
    """The beginnings of words to the keys of the records that have them; made when names of the language are asked for."""
    found: dict[str, set[str]] = defaultdict(set)
    with taking_in():
        for record in load_authority().records.values():
            if record.type == type_:
                for name in (*record.names.get(language, ()), *record.shorts.get(language, ())):
                    for start in _starts(name):
                        found[start].add(record.key)
        return {start: frozenset(keys) for start, keys in found.items()}


def record_profile(record: Record) -> Profile:
    """A record of the authority lists as a profile, so that unlisted spellings of it can be found."""
    names = tuple(
        dict.fromkeys(
            (name, language)
            for language in LANGUAGES
            for name in (*record.names.get(language, ())[:3], *record.shorts.get(language, ())[:3])
        )
    )
    readings = {(r.words, r.head, r.seats): r for r in (read_name(n, x) for n, x in reversed(names))}
    return Profile(
        (("", record.key),),
        record.type,
        names,
        tuple(reversed(readings.values())),
        kind=record.kind,
        country=record.country,
        authority=record.key,
    )


def with_names_of(record: Profile, profile: Profile) -> Profile:
    """A profile of a listed body with all its listed names: another document may call it by one that none has used here."""
    return replace(profile, readings=tuple(dict.fromkeys((*profile.readings, *record.readings))))
