"""Keys: short English slugs that say what a thing is and stay what they are."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from seriktes.authority.records import load_authority
from seriktes.identity.profiles import Place, Profile
from seriktes.model import Language
from seriktes.text.scripts import PLAIN_LETTERS, in_latin_letters

_LONGEST = 80
_TYPE_WORD = {
    "Event": "event",
    "Agreement": "agreement",
    "Project": "project",
    "Person": "person",
    "Place": "place",
    "Organization": "organization",
}


@lru_cache(maxsize=1 << 16)
def slug(name: str, language: Language = "ru") -> str:
    """A name as a key: Latin letters, digits, hyphens.

    >>> slug("Ынтымақтастық туралы «Меморандум»", "kk"), slug("Aleška Simkić", "en")
    ('yntymaktastyk-turaly-memorandum', 'aleska-simkic')
    """
    latin = unicodedata.normalize("NFKD", in_latin_letters(name, language).translate(PLAIN_LETTERS))
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’ʼ`]", "", "".join(c for c in latin if not unicodedata.combining(c)).lower()))
    result = ""
    for word in words:
        if result and len(result) + len(word) >= _LONGEST:
            break
        result = f"{result}-{word}".strip("-")[:_LONGEST]
    return result


def base_key(profiles: Sequence[Profile], mentioned: Mapping[Place, str]) -> str:
    """The key of a cluster before collisions are looked at. ``mentioned``: entity ids, for those without a name."""
    authority = _authority(profiles)
    if authority:
        return authority
    first = _representative(profiles)
    name, language = _best_name(first)
    stem = slug(name, language) or f"{_TYPE_WORD[first.type]}-{mentioned[first.places[0]]}"
    if first.seat:  # «Посольство Узбекистана» of one state is not that of another, whichever was read first
        return f"{stem}-{first.seat}"
    if first.type == "Event":
        return "-".join(filter(None, (stem, _event_mark(profiles))))
    if first.type == "Agreement":
        return _agreement_key(first, profiles, stem)
    return stem


def _representative(profiles: Sequence[Profile]) -> Profile:
    """The one that the key is made from: an English name first, then a full one, then the earliest."""
    return min(
        profiles,
        key=lambda p: (
            not any(x == "en" for _, x in p.names),
            bool(p.persons and p.persons[0].initials_only),
            p.published or "9999",
            p.places[0],
        ),
    )


def _best_name(profile: Profile) -> tuple[str, Language]:
    return next(((n, x) for n, x in profile.names if x == "en"), profile.names[0])


def _event_mark(profiles: Sequence[Profile]) -> str:
    """What tells an event from others of its name: when, or where, or of what it is a part."""
    dates = sorted(p.dates[0] for p in profiles if p.dates)
    parents = sorted({x for p in profiles for x in p.parents})
    if parents:
        return f"of-{_shortened(parents[0])}"
    if dates:
        return dates[-1] if len(dates[-1]) == 10 else dates[0]
    return ""


def _agreement_key(first: Profile, profiles: Sequence[Profile], stem: str) -> str:
    """Kind, parties and date: what makes it this one agreement."""
    parties = sorted({x for p in profiles for x in p.parties})
    dates = sorted(p.dates[0] for p in profiles if p.dates)
    kind = first.kind if first.kind in ("memorandum", "resolution") else "agreement"
    if len(parties) < 2:
        return "-".join(filter(None, (stem, first.event and f"at-{first.event}", *dates[:1])))
    return "-".join(filter(None, (kind, *(_shortened(x) for x in parties[:3]), dates[0] if dates else "")))


def _shortened(key: str) -> str:
    return key if len(key) <= 40 else key[:40].rsplit("-", 1)[0]


class Claim(NamedTuple):
    """What decides which of several clusters gets a key: the key it would have, whether it is none of a record of the authority lists,
    since when and where it is named first, and by what it is told from others, its country and context."""

    base: str
    unlisted: bool
    age: tuple[str, Place]
    country: str
    context: str

    def others(self) -> Iterator[str]:
        """The key with what tells it apart: its country, its context, a digest of where it stands."""
        digest = hashlib.sha256("\x1f".join(self.age[1]).encode()).hexdigest()
        marks = (self.country, self.context, digest[:6], digest[:12], digest)
        return (f"{self.base}-{mark}" for mark in marks if mark)


def claim_of(profiles: Sequence[Profile], mentioned: Mapping[Place, str]) -> Claim:
    """What a cluster claims; ``mentioned`` as for :func:`base_key`."""
    country = next((p.country for p in profiles if p.country), None)
    return Claim(
        base_key(profiles, mentioned),
        _authority(profiles) is None,
        min((p.published or "9999", p.places[0]) for p in profiles),
        country.lower() if country else "",
        min((c for p in profiles for c in p.context), default=""),
    )


def unique_keys(claims: Sequence[Claim], taken: Iterable[str] = ()) -> list[str]:
    """The keys made unique: of two things of one base key the earlier keeps it, the others say what they are.

    A key of the authority lists belongs to its record alone. ``taken`` are keys of other types already given.
    """
    used, given = set(taken), set[str]()
    listed = load_authority().records
    result = [""] * len(claims)
    for i in sorted(range(len(claims)), key=claims.__getitem__):
        claim = claims[i]
        key = claim.base
        own = not claim.unlisted and key not in given  # a person may have torn a record in two
        if not own and (key in used or key in listed):
            key = next(k for k in claim.others() if k not in used and k not in listed)
        given.add(key)
        used.add(key)
        result[i] = key
    return result


def _authority(profiles: Sequence[Profile]) -> str | None:
    """The record of a cluster; the first by key where a person said that two records are one."""
    return min((p.authority for p in profiles if p.authority), default=None)
