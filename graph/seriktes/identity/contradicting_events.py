"""What forbids two events, or two agreements, from being one: their day, what they belong to, who was there, their parties."""

from __future__ import annotations

from functools import cache

from seriktes.authority.records import load_authority
from seriktes.identity.data import word_data
from seriktes.identity.profiles import Profile
from seriktes.identity.reasons import Reason, because
from seriktes.identity.translate import Reading


def other_time(left: Profile, right: Profile) -> Reason | None:
    """They did not happen at the same time."""
    if not left.dates or not right.dates:
        return None
    (a, b), (c, d) = left.dates, right.dates
    if max(a, c)[: min(len(a), len(c))] > min(b, d)[: min(len(a), len(c))]:
        return because("other_time", a, c)
    return None


def other_whole(left: Profile, right: Profile) -> Reason | None:
    """Sessions of two events, or a session and its forum."""
    if left.parents and right.parents and not left.parents & right.parents:
        return because("other_wholes")
    sessions = (left.kind == "session", right.kind == "session")
    if sessions[0] != sessions[1] and None not in (left.kind, right.kind):
        return because("session")
    return None


def other_company(left: Profile, right: Profile) -> Reason | None:
    """Two events called by their kind alone, «Официальный визит», that nobody took part in together: one month is not enough."""
    if any(_is_named(reading) for p in (left, right) for reading in p.readings):
        return None
    ours, theirs = company_of(left), company_of(right)
    if ours & theirs or (left.dates == right.dates and left.dates and len(left.dates[0]) == 10 and not (ours and theirs)):
        return None
    return because("other_company")


def _is_named(reading: Reading) -> bool:
    return any(word.concept not in _kinds() and word.sort in ("field", "name", "eponym", "place") for word in reading.words)


@cache
def _kinds() -> frozenset[str]:
    return frozenset(word_data("types")["heads"]["events"].split())


def company_of(event: Profile) -> frozenset[str]:
    """Who was there, but for states and towns."""
    records = ((key, load_authority().get(key)) for key in event.context)
    return frozenset(key for key, record in records if record is None or record.type != "Place")


def other_parties(left: Profile, right: Profile) -> Reason | None:
    """Agreements of other parties, or of a time and parties that are not known."""
    if left.parties and right.parties and len(left.parties & right.parties) < 2:
        return because("other_parties")
    if not (left.parties and right.parties):
        return because("parties_unknown")
    return None
