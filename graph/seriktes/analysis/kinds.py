"""The kinds of edges and the groups of countries: the words every analysis, file and page uses alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

EdgeKind = Literal[
    "agreement",
    "joint-project",
    "co-organiser",
    "cooperation",
    "co-participation",
    "affiliation",
    "participation",
    "party",
    "signatory",
    "concluded-at",
    "implements",
    "covers",
    "part-of",
    "located",
]
CountryGroup = Literal["kazakhstan", "central-asia", "russia", "uk", "international", "other"]

#: Every edge kind, partnership first; the order of legends and filters.
EDGE_KINDS: tuple[EdgeKind, ...] = get_args(EdgeKind)

#: Kinds that say two bodies are partners. Attendance of one event never does.
PARTNER_KINDS: tuple[EdgeKind, ...] = ("agreement", "joint-project", "co-organiser", "cooperation")

#: Kinds by which ties between bodies and people are counted; the others join things of other types.
TIE_KINDS: tuple[EdgeKind, ...] = (*PARTNER_KINDS, "co-participation", "affiliation")

#: The analyses, in the order of their summary; :data:`seriktes.analysis.analyses.ANALYSES` has them.
ANALYSIS_NAMES: tuple[str, ...] = (
    "who", "countries", "brokers", "egos", "matrices", "mixing", "time", "groups", "links", "together", "chance", "sure",
)  # fmt: skip

#: Kinds that read the same from both ends.
MUTUAL_KINDS: frozenset[EdgeKind] = frozenset((*PARTNER_KINDS, "co-participation"))

#: From the least to the most specific way to take part.
ROLES: tuple[str, ...] = ("participant", "speaker", "moderator", "host", "organizer")

COUNTRY_GROUPS: tuple[CountryGroup, ...] = ("kazakhstan", "central-asia", "russia", "uk", "international", "other")

_GROUPS: Mapping[str, CountryGroup] = {
    "KZ": "kazakhstan",
    "KG": "central-asia",
    "TJ": "central-asia",
    "TM": "central-asia",
    "UZ": "central-asia",
    "RU": "russia",
    "GB": "uk",
    "INT": "international",
}

#: One colour a group, for light ground; the pages hold their own for dark.
GROUP_COLOURS: Mapping[CountryGroup, tuple[int, int, int]] = {
    "kazakhstan": (0, 124, 145),
    "central-asia": (201, 125, 0),
    "russia": (176, 58, 72),
    "uk": (79, 91, 190),
    "international": (58, 133, 70),
    "other": (112, 120, 130),
}


def country_group(country: str | None) -> CountryGroup:
    """The group of a country by its ISO 3166-1 code; ``other`` where it is elsewhere or not known.

    >>> country_group("UZ"), country_group("GB"), country_group(None)
    ('central-asia', 'uk', 'other')
    """
    return _GROUPS.get(country or "", "other")
