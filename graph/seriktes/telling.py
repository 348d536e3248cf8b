"""Facts in plain words of the three languages, for reviewers and explanations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from tomllib import loads

from seriktes.model import FactType, Language
from seriktes.resources import read_text


def tell(type_: FactType, names: Mapping[str, str], values: Mapping[str, str], language: Language = "en") -> str:
    """A fact in words; ``names`` are those of its arguments, ``values`` its role, title and dates where it has any.

    >>> tell("participation", {"agent": "Ақбота", "event": "Forum"}, {"role": "organizer"})
    'Ақбота took part in Forum as organizer'
    >>> tell("dated", {"subject": "Forum"}, {"start": "2024-05-16", "end": "2024-05-17"})
    'Forum is dated 2024-05-16 to 2024-05-17'
    >>> tell("party", {"agent": "«Мост»", "agreement": "«Меморандум»"}, {}, "ru")
    '«Мост» — сторона документа «Меморандум»'
    """
    words = told_words()[language]
    start, end = values.get("start") or values.get("end") or "?", values.get("end")
    told = words[type_].format(**names, start=start)
    if type_ == "participation" and values.get("role"):
        return words["as_role"].format(told=told, role=values["role"])
    if values.get("title"):
        return f"{told} ({values['title']})"
    return words["until"].format(told=told, end=end) if type_ == "dated" and end and end != start else told


@cache
def told_words() -> Mapping[str, Mapping[str, str]]:
    """The words of ``telling.toml`` by language and fact."""
    read: Mapping[str, Mapping[str, str]] = loads(read_text("seriktes", "telling.toml"))
    return read
