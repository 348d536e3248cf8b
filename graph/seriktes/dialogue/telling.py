"""Facts in plain English words, for reviewers and explanations."""

from __future__ import annotations

from collections.abc import Mapping

from seriktes.model import FactType

_TOLD: Mapping[FactType, str] = {
    "party": "{agent} is a party to {agreement}",
    "signatory": "{agent} signed {agreement}",
    "participation": "{agent} took part in {event}",
    "post": "{person} holds a post at {organization}",
    "represents": "{person} speaks for {place}",
    "located": "{subject} is in {place}",
    "dated": "{subject} is dated {start}",
    "part_of": "{part} is a part of {whole}",
    "concluded_at": "{agreement} was concluded at {event}",
    "implements": "{agent} carries out {project}",
    "covers": "{agreement} covers {project}",
    "cooperation": "{a} works together with {b}",
}


def tell(type_: FactType, names: Mapping[str, str], values: Mapping[str, str]) -> str:
    """A fact in words; ``names`` are those of its arguments, ``values`` its role, title and dates where it has any.

    >>> tell("participation", {"agent": "Ақбота", "event": "Forum"}, {"role": "organizer"})
    'Ақбота took part in Forum as organizer'
    >>> tell("dated", {"subject": "Forum"}, {"start": "2024-05-16", "end": "2024-05-17"})
    'Forum is dated 2024-05-16 to 2024-05-17'
    """
    start, end = values.get("start") or values.get("end") or "?", values.get("end")
    told = _TOLD[type_].format(**names, start=start)
    if type_ == "participation" and values.get("role"):
        return f"{told} as {values['role']}"
    if values.get("title"):
        return f"{told} ({values['title']})"
    return f"{told} to {end}" if type_ == "dated" and end and end != start else told
