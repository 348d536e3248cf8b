"""Russian words: case, lemma, and names put into the nominative. A cached door to pymorphy3."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, Literal

Case = Literal["nom", "gen", "dat", "acc", "loc", "ins", "unknown"]
_CASES: dict[str, Case] = {
    "nomn": "nom",
    "gent": "gen",
    "gen2": "gen",
    "datv": "dat",
    "accs": "acc",
    "acc2": "acc",
    "loct": "loc",
    "loc2": "loc",
    "ablt": "ins",
    "voct": "nom",
}
_LONGEST_ACRONYM = 8
#: Half characters, which the dictionary's automaton cannot take.
_HALF = re.compile("[\ud800-\udfff]")
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
_NEVER_ON_A_WOMAN = re.compile(r"(?:[оеё]в|[иы]н|ск|цк)(?:[аыуе]|о[йю]|ая|ую|ою|ым|ом)?$|[ауыяюй]$", re.IGNORECASE)
_FEMALE_ADJECTIVE_SURNAME = re.compile(r"(ск|цк)(?:ой|ую|ою)$", re.IGNORECASE)


@cache
def _analyzer() -> Any:
    import pymorphy3  # a Kazakh or English report starts without it

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=30_000)
def parses(word: str) -> tuple[Any, ...]:
    """pymorphy3's readings of a word, the likeliest first; those of a word take some 1.5 KB."""
    named = "".join(c if unicodedata.name(c, "") else "?" for c in _HALF.sub("?", word[:60]))  # it asks for every letter's name
    return tuple(_analyzer().parse(named))


def lemma(word: str) -> str:
    """The dictionary form, lower case.

    >>> lemma("подписали"), lemma("Казахстана")
    ('подписать', 'казахстан')
    """
    return str(parses(word)[0].normal_form)


@lru_cache(maxsize=30_000)
def cases_of(word: str) -> frozenset[Case]:
    """All cases the word can stand in (Russian forms are often ambiguous)."""
    return frozenset(_CASES[p.tag.case] for p in parses(word) if p.tag.case in _CASES and p.score > 0.01)


def case_of(word: str) -> Case:
    """The likeliest case; ``unknown`` for words without cases."""
    return _CASES.get(str(parses(word)[0].tag.case), "unknown")


def part_of_speech(word: str) -> str:
    """OpenCorpora part of speech of the likeliest reading (NOUN, ADJF, VERB …), or an empty string."""
    return str(parses(word)[0].tag.POS or "")


def like(word: str, result: str) -> str:
    """The result in the capitals of the word."""
    if word.isupper() and len(word) > 1:
        return result.upper()
    if word[:1].isupper():
        return "-".join(part[:1].upper() + part[1:] for part in result.split("-"))
    return result


def nominative_phrase(words: list[str]) -> list[str]:
    """A noun phrase put into the nominative: the head noun and its adjectives change, what follows the head stays.

    >>> nominative_phrase(["Министерством", "иностранных", "дел"])
    ['Министерство', 'иностранных', 'дел']
    >>> nominative_phrase(["узбекского", "культурного", "центра", "города"])
    ['узбекский', 'культурный', 'центр', 'города']
    """
    head = next((i for i, w in enumerate(words) if _is_acronym(w) or _is_head(w, words[i + 1 : i + 2])), None)
    if head is None or _is_acronym(words[head]):
        return words  # «ТПП Узбекистана», «КазНУ имени аль-Фараби»: what follows an acronym stands in its case
    noun = _noun_nominative(words[head])
    if noun is None:
        return words
    result = list(words)
    result[head], gender, number = noun
    for i in range(head):
        result[i] = _adjective_nominative(words[i], gender, number)
    return result


@lru_cache(maxsize=20_000)
def _noun_nominative(word: str) -> tuple[str, str | None, str] | None:
    """A noun in the nominative of its number, with its gender and number; None for what is no noun."""
    noun = next((p for p in parses(word) if p.tag.POS == "NOUN"), None)
    if noun is None:
        return None
    number = "plur" if noun.tag.number == "plur" else "sing"
    turned = noun.inflect({"nomn", number})
    return like(word, turned.word) if turned is not None else word, noun.tag.gender, number


def _is_acronym(word: str) -> bool:
    """«ТПП», «КазНУ», «ПРООН», but no word of a headline in capitals: МИНИСТЕРСТВО."""
    return word.isalpha() and sum(c.isupper() for c in word) > 1 and len(word) < _LONGEST_ACRONYM


def _is_head(word: str, following: list[str]) -> bool:
    if not word[0].isalpha() or (word.isupper() and len(word) > 1):
        return False
    first = parses(word)[0]
    if first.tag.POS != "NOUN" or "UNKN" in first.tag:
        return False
    adjective = any(p.tag.POS == "ADJF" for p in parses(word))  # «рабочим визитом», but «рабочим завода»
    return not (adjective and following and _agree(word, following[0]))


def _agree(adjective: str, noun: str) -> bool:
    """Whether a word that can be an adjective has the case and number of the noun behind it."""
    forms = {(p.tag.case, p.tag.number) for p in parses(adjective) if p.tag.POS == "ADJF"}
    return any(p.tag.POS == "NOUN" and (p.tag.case, p.tag.number) in forms for p in parses(noun)[:2])


@lru_cache(maxsize=20_000)
def _adjective_nominative(word: str, gender: str | None, number: str) -> str:
    for p in parses(word):
        if p.tag.POS in ("ADJF", "PRTF", "NUMR") or "Anum" in p.tag:
            wanted = {"nomn", "plur"} if number == "plur" else {"nomn", "sing", gender or "masc"}
            turned = p.inflect(wanted)
            if turned is not None:
                return like(word, turned.word)
    return word


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


def _known_name(word: str) -> bool:
    return any(p.is_known and any(tag in p.tag for tag in _NAME_TAGS) for p in parses(word))


@lru_cache(maxsize=20_000)
def _given(word: str) -> tuple[str, bool] | None:
    """The gender of a given name and whether it may stand in the nominative; None for what the dictionary leaves open."""
    named = [p for p in parses(word) if p.is_known and "Name" in p.tag and p.tag.number == "sing"]
    genders = {str(p.tag.gender) for p in named}
    return (genders.pop(), any(p.tag.case == "nomn" for p in named)) if len(genders) == 1 else None


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
                    return like(word, turned.word)
    cut = re.sub(r"(ов|ев|ин|ын)(?:а|у|ым|е)$", r"\1", word, flags=re.IGNORECASE)
    return cut if not female else word
