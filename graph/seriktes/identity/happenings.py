"""What speaks for two events, or two agreements, being one: their day, their people, their parties, what they belong to."""

from __future__ import annotations

from seriktes.identity.pieces import NOTHING, Evidence
from seriktes.identity.profiles import Profile
from seriktes.identity.reasons import because

#: So many people, bodies and places two events must share at least to be thought one, were they called otherwise.
_COMPANY = 3


def same_date(left: Profile, right: Profile) -> Evidence:
    """Both on the same day, in the same month or year."""
    if left.dates and right.dates:
        ours, theirs = left.dates[0], right.dates[0]
        shared = min(len(ours), len(theirs))
        if ours[:shared] == theirs[:shared]:
            return Evidence({10: 1.0, 7: 0.8}.get(shared, 0.6), because("same_time", ours[:shared]))
        if ours[:4] == theirs[:4]:
            return Evidence(0.4, because("same_year", ours[:4]))
    ours, theirs = _year(left), _year(right)
    alike = ours and ours == theirs and not (left.dates and right.dates)
    return Evidence(0.25, because("reported_in", ours)) if alike else NOTHING


def _year(profile: Profile) -> str:
    return (profile.dates[0] if profile.dates else profile.published)[:4]


def same_whole(left: Profile, right: Profile) -> Evidence:
    """Both are parts of the same thing."""
    shared = left.parents & right.parents
    return Evidence(1.0, because("same_whole", sorted(shared))) if shared else NOTHING


def same_parties(left: Profile, right: Profile) -> Evidence:
    """The same parties concluded both."""
    shared = left.parties & right.parties
    if len(shared) < 2:
        return NOTHING
    return Evidence(1.0 if left.parties == right.parties else 0.85, because("same_parties", sorted(shared)))


def same_company(left: Profile, right: Profile) -> Evidence:
    """Two events of one kind on one day with mostly the same people, bodies and places, whatever each text calls it."""
    if left.kind != right.kind or not left.dates or left.dates != right.dates or len(left.dates[0]) < len("2024-01-01"):
        return NOTHING
    shared = left.context & right.context
    fewest = min(len(left.context), len(right.context))
    if len(shared) < _COMPANY or 2 * len(shared) < fewest:
        return NOTHING
    return Evidence(1.0, because("same_company", sorted(shared)[:3]))


def same_event(left: Profile, right: Profile) -> Evidence:
    """Both were concluded at one event."""
    return Evidence(1.0, because("same_event", left.event)) if left.event and left.event == right.event else NOTHING


def same_number(left: Profile, right: Profile) -> Evidence:
    """Both bear the same ordinal: «Х форум», "10th forum"."""
    numbers = {r.number for r in left.readings if r.number} & {r.number for r in right.readings if r.number}
    return Evidence(1.0, because("same_number", str(min(n for n in numbers if n)))) if numbers else NOTHING
