"""Russian names of people put into the nominative, the parts of a name agreeing in gender."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from seriktes.resources import ONTOLOGY, read_csv
from seriktes.text.russian import like, parses

_NAME_TAGS = ("Surn", "Name", "Patr")
_FEMALE_SURNAME = re.compile(r"(ов|ев|ёв|ин|ын)(?:ой|у|ою)$", re.IGNORECASE)
_WOMAN = re.compile(r"(?:ов|ев|ёв|ин|ын)а$", re.IGNORECASE)
_CASE_ENDING = re.compile(r"(ом|ым|им|ой|ою|ому|ему|ову|еву)$")
_BARE_SURNAME = re.compile(r"[^\W\d_]{3,}(?:[оеё]в|[иы]н|[сц]кий)$")
#: An initial with no space behind it: «С.Мухриддином», «С.В.Лавровым».
_GLUED_INITIALS = re.compile(r"\b([^\W\d_]\.)(?=[^\W\d_])")
#: Surnames that stay as they are: Назарзода, Кадыр уулу.
_UNDECLINED = re.compile(r"(?:зод[аэ]|заде|оглы|кызы|улы|уулу)$", re.IGNORECASE)
#: The same declined: «с Назарзодой».
_DECLINED_ZODA = re.compile(r"(зод)(?:ой|ою|ы|е|у)$", re.IGNORECASE)
#: «Бергстром», «Нюстрём»: what looks like an ending belongs to the name.
_NORTHERN = re.compile(r"стр[оё]м$", re.IGNORECASE)
#: The instrumental of a man's name that no dictionary knows: «Шоддером», «Шольцем».
_UNKNOWN_INSTRUMENTAL = re.compile(r"(?:(?<=[бвгджзклмнпрстфхцчшщ])[оё]м|(?<=[жшцчщ])ем)$", re.IGNORECASE)
#: The genitive and dative of one, told by the given name beside it; «Ионеску» has no cases.
_UNKNOWN_OBLIQUE = re.compile(r"(?<=[бвгджзлмнпрстфхцчшщ])[ау]$", re.IGNORECASE)
#: «Нурлана Сагинтаева» of a man, told by his given name in the list.
_MANS_GENITIVE = re.compile(r"(?:[оеё]в|[иы]н)а$")
#: The instrumental of a given name in «-ия» and of one in «-ай» that no dictionary knows.
_IN_IYA, _IN_AY = re.compile(r"(?<=\w\w\w)ией$"), re.compile(r"(?<=\w\wа)ем$")
_NEVER_ON_A_WOMAN = re.compile(r"(?:[оеё]в|[иы]н|ск|цк)(?:[аыуе]|о[йю]|ая|ую|ою|ым|ом)?$|[ауыяюй]$", re.IGNORECASE)
_FEMALE_ADJECTIVE_SURNAME = re.compile(r"(ск|цк)(?:ой|ую|ою)$", re.IGNORECASE)


def person_nominative(parts: list[str]) -> list[str]:
    """The parts of a person's name in the nominative, agreeing in gender.

    >>> person_nominative(["Гаухар", "Толеповой"]), person_nominative(["Игорем", "Петровым"])
    (['Гаухар', 'Толепова'], ['Игорь', 'Петров'])
    >>> person_nominative(["Сергею", "Петрову"]), person_nominative(["Айгуль", "Петрову"])
    (['Сергей', 'Петров'], ['Айгуль', 'Петрова'])
    >>> person_nominative(["Умедом", "Назарзодой"])
    ['Умед', 'Назарзода']
    >>> person_nominative(["С.Мухриддином"])
    ['С.Мухриддин']
    >>> person_nominative(["Томасом", "Шоддером"]), person_nominative(["Моникой", "Иверсен"])
    (['Томас', 'Шоддер'], ['Моника', 'Иверсен'])

    A name that already is a nominative stays as it is; unknown names are changed only when their ending is telling.
    """
    if any(_GLUED_INITIALS.search(p) for p in parts):
        opened = [_GLUED_INITIALS.sub(r"\1 ", p).split(" ") for p in parts]
        turned = iter(person_nominative([piece for pieces in opened for piece in pieces]))
        return ["".join(next(turned) for _ in pieces) for pieces in opened]
    full = [p for p in parts if len(p.rstrip(".")) > 1]
    if in_mans_genitive(full):
        return [p[:-1] if p in (full[0], full[-1]) else _name_nominative(p, False) if p in full else p for p in parts]
    if len(full) > 1 and _stays(full):
        return parts
    if len(full) > 1 and not _known_name(full[0]) and (_IN_IYA.search(full[0]) or _IN_AY.search(full[0])):
        turned_name = _IN_AY.sub("й", _IN_IYA.sub("ия", full[0]))
        return [turned_name, *person_nominative([turned_name, *parts[1:]])[1:]]
    told = _given(full[0]) if len(full) > 1 else None
    if told == ("femn", False) and not _NEVER_ON_A_WOMAN.search(full[-1]) and not _CASE_ENDING.search(full[-1]):
        # Her surname is one that only a man's cases change: it stays.
        return [_name_nominative(p, True) if p in full and p != full[-1] and _known_name(p) else p for p in parts]
    if told == ("masc", True) and _NORTHERN.search(full[-1]):
        return parts
    if (
        told == ("masc", False)
        and full[0].lower().endswith(("а", "я", "у", "ю"))
        and _UNKNOWN_OBLIQUE.search(full[-1])
        and not _known_name(full[-1])
    ):
        return [_name_nominative(p, False) for p in parts[:-1]] + [_UNKNOWN_OBLIQUE.sub("", parts[-1])]
    if not full or all(_nominative_possible(p) for p in full) or _plainly_nominative(full) or _plainly_a_woman(full):
        return parts
    female = any(_FEMALE_SURNAME.search(p) or _FEMALE_ADJECTIVE_SURNAME.search(p) for p in full) and not _man_in_dative(full)
    return [p if len(p.rstrip(".")) <= 1 else _name_nominative(p, female) for p in parts]


def _stays(full: list[str]) -> bool:
    """«Джун Ямада»: beside a given name without an ending, an unknown surname in «-а» has none either."""
    if not re.search(r"[бвгджзклмнпрстфхцчшщйь]$", full[0].lower()) or full[-1][-1:] not in "ая" or _CASE_ENDING.search(full[0]):
        return False
    return not _known_name(full[-1]) and not _WOMAN.search(full[-1])


@cache
def _listed_given_names() -> tuple[frozenset[str], frozenset[str]]:
    """The given names of the list that men have, and those that women have, in Russian."""
    rows = [row for row in read_csv(ONTOLOGY, "names/given.csv") if row["script_language"] == "ru"]
    men, women = ({row["name"] for row in rows if row["gender"] == gender} for gender in "mf")
    return frozenset(men), frozenset(women)


def _known_name(word: str) -> bool:
    return any(p.is_known and any(tag in p.tag for tag in _NAME_TAGS) for p in parses(word))


@lru_cache(maxsize=20_000)
def _given(word: str) -> tuple[str, bool] | None:
    """The gender of a given name and whether it may stand in the nominative; None for what the dictionary leaves open."""
    named = [p for p in parses(word) if p.is_known and "Name" in p.tag and p.tag.number == "sing"]
    genders = {str(p.tag.gender) for p in named}
    return (genders.pop(), any(p.tag.case == "nomn" for p in named)) if len(genders) == 1 else None


def in_mans_genitive(full: Sequence[str]) -> bool:
    """Whether a name is a man's in the genitive, told by his given name in the list: «Нурлана Сагинтаева»."""
    if len(full) < 2 or full[0][-1] != "а" or not _MANS_GENITIVE.search(full[-1]):
        return False
    men, women = _listed_given_names()
    return full[0][:-1] in men and full[0] not in women


def is_mans_name(word: str) -> bool:
    """Whether the dictionary knows it as a man's given name in the nominative: «Сергей», but not «Джорджей»."""
    return any(p.is_known and "Name" in p.tag and p.tag.gender == "masc" and p.tag.case == "nomn" for p in parses(word))


def _plainly_a_woman(full: list[str]) -> bool:
    """«Сауле Айтпаева», «Гульнар Омарова»: of a man, «Айтпаева» would have a given name in -а or -я beside it."""
    return len(full) > 1 and _WOMAN.search(full[-1]) is not None and not full[0].lower().endswith(("а", "я"))


def _man_in_dative(full: list[str]) -> bool:
    """«Сергею Петрову», unlike «Марину Петрову» and «Айгуль Петрову»: the given name tells to whom from whom."""
    if not full[-1].lower().endswith("у"):
        return False
    if len(full) == 1:
        return True
    named = [p for word in full[:-1] for p in parses(word) if p.is_known and ("Name" in p.tag or "Patr" in p.tag)]
    if not named:
        return full[0].lower().endswith(("у", "ю"))
    likeliest = max(named, key=lambda p: (p.score, p.tag.gender == "femn"))  # as likely: Марина is commoner than Марин
    return bool(likeliest.tag.gender == "masc" and likeliest.tag.case == "datv")


def _plainly_nominative(full: list[str]) -> bool:
    """«Бахром Алиев»; «Катарина Линд»: after a name in -а a man's surname would have an ending too, so nothing is declined."""
    if _BARE_SURNAME.search(full[-1]):
        return True
    consonant = re.search(r"[бвгджзклмнпрстфхцчшщ]$", full[-1])
    return len(full) > 1 and full[0].endswith(("а", "я")) and consonant is not None and not _CASE_ENDING.search(full[-1])


def _nominative_possible(word: str) -> bool:
    return any(p.tag.case == "nomn" and any(t in p.tag for t in _NAME_TAGS) for p in parses(word)) or (
        not any(t in parses(word)[0].tag for t in _NAME_TAGS) and not _CASE_ENDING.search(word.lower())
    )


@lru_cache(maxsize=20_000)
def _name_nominative(word: str, female: bool) -> str:
    if _UNDECLINED.search(word):
        return word
    if _DECLINED_ZODA.search(word):
        return _DECLINED_ZODA.sub(lambda m: m[1] + ("А" if word.isupper() else "а"), word)
    if female:
        for pattern, ending in ((_FEMALE_SURNAME, "а"), (_FEMALE_ADJECTIVE_SURNAME, "ая")):
            found = pattern.search(word)
            if found:
                stem = word[: found.end(1)]
                return stem + (ending.upper() if word.isupper() else ending)
    if not female and not _known_name(word) and _UNKNOWN_INSTRUMENTAL.search(word):
        return _UNKNOWN_INSTRUMENTAL.sub("", word)
    gender = "femn" if female else "masc"
    for wanted in _NAME_TAGS:
        for p in parses(word):
            if wanted in p.tag and p.tag.number == "sing" and p.tag.gender in (gender, None):
                turned = p.inflect({"nomn", "sing"})
                if turned is not None:
                    return like(word, turned)
    cut = re.sub(r"(ов|ев|ин|ын)(?:а|у|ым|е)$", r"\1", word, flags=re.IGNORECASE)
    return cut if not female else word
