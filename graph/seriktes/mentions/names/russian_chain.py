"""What depends on a Russian type word: genitives, «по делам …», «при …», «имени …», «в Казахстане»."""

from __future__ import annotations

from seriktes.mentions.lists import Head, word_list
from seriktes.mentions.names.reading import Reading
from seriktes.mentions.names.russian_forms import CASES, case_fits, may_be, only_plural
from seriktes.text import russian
from seriktes.text.endings import russian_key

_WORDS = word_list("names")["russian_chain"]
_PREPOSITIONS: dict[str, str] = _WORDS["prepositions"]
LOCATIVE = frozenset(_WORDS["locative"].split())
_NAMED = frozenset(_WORDS["named"].split())


def _keys(name: str) -> frozenset[str]:
    return frozenset(russian_key(word) for word in _WORDS[name].split())


_OFFICES, _GENERIC_AFTER, _AT = _keys("offices"), _keys("generic_after"), _keys("attached_to")


def chain_end(reading: Reading, j: int, head: Head, closed: bool) -> int:
    """The end of what depends on the head: genitives, «по делам …», «при …», «имени …», «в Казахстане»."""
    case, depth = "gen", 0
    while j < len(reading) and depth < 24:
        depth += 1
        word = reading.words[j]
        step = _step(reading, j, case, head, closed)
        if step is None:
            break
        j, case = step
        closed = closed and word.shape == "mark"
    return j


def _step(reading: Reading, j: int, case: str, head: Head, closed: bool) -> tuple[int, str] | None:
    """One step along the chain: the next index and the case that may follow; None where the name ends."""
    word = reading.words[j]
    if j in reading.persons:
        return None
    if reading.quotes.get(j) is not None:
        before = (
            reading.lists.head(reading.text(j - 1)) is not None
            or reading.text(j - 1) in reading.lists.abbreviations
            or reading.words[j - 1].shape == "acronym"
            or reading.is_place(j - 1)
            or may_be(reading.lower(j - 1), ("NOUN",), "gent")
        )
        return (reading.quotes[j] + 1, "gen") if before and not closed else None
    if word.fold in _NAMED or (word.fold == "им" and reading.text(j + 1) == "."):
        end = eponym_end(reading, j)
        return (end, "gen") if end else None
    if word.fold in ("г", "гор") and reading.text(j + 1) == "." and reading.is_place(j + 2):
        return reading.listed_at[j + 2].end, "gen"
    if word.fold in LOCATIVE:
        return _in_place(reading, j, head)
    if word.fold in _PREPOSITIONS:
        return _preposition(reading, j)
    if word.text == "(" and reading.text(j + 2) == ")" and reading.lower(j + 3) in LOCATIVE:
        return _past_bracket(reading, j)
    if word.fold == "и" or word.text == ",":
        return _and(reading, j, case, head)
    match = reading.listed_at.get(j)
    if match is not None and match.records[0].type == "Place":
        good = word.shape == "acronym" or case_fits(reading.lower(match.end - 1), case) or case_fits(word.fold, case)
        if not good and head.kind == "education_research" and reading.lists.head(reading.text(j - 1)) is head:
            good = True
        return (match.end, "gen") if good else None
    if match is not None and match.start == j and match.end > j + 1 and _listed_fits(reading, j, match.end, case):
        return match.end, "gen"
    if word.shape == "acronym":
        return (j + 1, "gen") if word.text not in ("СМИ", "США") else None
    if word.shape not in ("title", "lower", "caps"):
        return None
    if reading.lists.is_post(word.text) and not word.fold.startswith(("президент", "премьер")):
        return None
    if word.shape == "title" and reading.lists.is_given(word.text) and reading.capital(j + 1):
        return None
    generic = russian_key(word.fold) in _GENERIC_AFTER and reading.lower(j - 1) not in _PREPOSITIONS
    if (
        case_fits(word.fold, case)
        and not generic
        and not (closed and word.shape == "lower" and reading.lists.head(word.text) is None)
    ):
        noun = may_be(word.fold, ("NOUN",), *CASES[case])
        return j + 1, "gen" if noun else case
    return None


def _listed_fits(reading: Reading, j: int, end: int, case: str) -> bool:
    """Whether a listed name stands in a case; of «Жогорку Кенеш» only the end tells, for no Russian declines its first word."""
    first = reading.words[j]
    foreign = not russian.parses(first.fold)[0].is_known and case_fits(reading.lower(end - 1), case)
    return first.shape == "acronym" or case_fits(first.fold, case) or foreign


def eponym_end(reading: Reading, j: int) -> int | None:
    """Where the name after «имени» or «им.» at an index ends."""
    j += 2 if reading.text(j + 1) == "." else 1
    start = j
    while j < len(reading) and j - start < 6:
        word = reading.words[j]
        if j in reading.persons:
            break
        if (
            word.shape in ("initial", "title", "caps")
            or (word.fold.startswith(("аль-", "аль")) and word.shape == "lower")
            or (word.text == "." and len(reading.text(j - 1)) == 1)
        ):
            if j > start and j in reading.listed_at and reading.is_place(j) and reading.words[j - 1].shape == "title":
                break
            j += 1
        else:
            break
    return j if j > start else None


def _past_bracket(reading: Reading, j: int) -> tuple[int, str] | None:
    """«офис Организации X (ОX) в Душанбе»: a short name inside the name of an international body's office."""
    whole, owner = reading.listed_at.get(j - 1), reading.listed_at.get(j + 4)
    if whole is None or whole.end != j or whole.records[0].country != "INT" or reading.words[j + 1].shape != "acronym":
        return None
    placed = owner is not None and owner.start == j + 4 and owner.records[0].kind in ("country", "settlement")
    return (owner.end, "gen") if placed and owner is not None else None


def _in_place(reading: Reading, j: int, head: Head) -> tuple[int, str] | None:
    """«Посольство Великобритании в Астане», «ПРООН в Казахстане»; not «университет … в Таразе»."""
    match = reading.listed_at.get(j + 1)
    if match is None or match.start != j + 1 or match.records[0].kind not in ("country", "settlement", "region", "macroregion"):
        return None
    if head.kind in ("diplomatic_mission", "intergovernmental"):
        return match.end, "gen"
    back = [reading.lower(i) for i in range(max(0, j - 8), j)]
    office = any(russian_key(word) in _OFFICES for word in back)
    international = any(
        reading.is_organization(i) and reading.listed_at[i].records[0].country == "INT" for i in range(max(0, j - 8), j)
    )
    return (match.end, "gen") if office and international else None


def _preposition(reading: Reading, j: int) -> tuple[int, str] | None:
    word = reading.lower(j)
    case = _PREPOSITIONS[word]
    following = reading.lower(j + 1)
    if not following:
        return None
    if word in ("с", "со"):
        before = {p.normal_form for p in russian.parses(reading.lower(j - 1))[:2]}
        if not before & set(reading.lists.extra["takes_with"]):
            return None
    if word == "для" and reading.capital(j + 1):
        return None
    if word == "при" and not (reading.capital(j + 1) or russian_key(following) in _AT):
        return None
    if case_fits(following, case) or reading.words[j + 1].shape == "acronym":
        return j + 1, case
    return None


def _and(reading: Reading, j: int, case: str, head: Head) -> tuple[int, str] | None:
    """Whether a conjunction or comma goes on inside the name: «культуры и информации», «науки, культуры и спорта»."""
    if j + 1 >= len(reading):
        return None
    following, before = reading.words[j + 1], reading.words[j - 1]
    if following.shape in ("mark", "number", "initial") or before.shape in ("mark", "number", "initial", "acronym"):
        return None
    if (
        before.token.text == before.fold
        and reading.lists.head(before.text) is not None
        and reading.lists.head(following.text) is None
        and before.shape == "lower"
        and may_be(before.fold, ("NOUN",), "nomn")
        and not may_be(before.fold, ("NOUN",), "gent")
    ):
        return None
    if reading.lists.is_post(following.text) or following.shape == "acronym":
        return None
    previous = [c for c in ("gen", "dat", "loc", "ins") if case_fits(before.fold, c)]
    wanted = next((c for c in (case, *previous) if c in previous and case_fits(following.fold, c)), None)
    if wanted is None:
        return None
    if reading.is_place(j - 1) or reading.is_place(j + 1):
        return None
    if reading.capital(j - 1) and j - 1 in reading.listed_at and reading.listed_at[j - 1].end == j:
        return None  # «с правительством Узбекистана и встречи с журналистами»
    if _head_ahead(reading, j + 1):
        return None
    if before.shape == "lower" and following.shape == "title":
        return None
    if reading.words[j].text == ",":
        ahead = [reading.lower(i) for i in range(j + 2, min(j + 7, len(reading)))]
        if "и" not in ahead or following.shape != "lower" or "," in ahead[: ahead.index("и")]:
            return None
    return j + 1, wanted


def _head_ahead(reading: Reading, i: int) -> bool:
    """Whether a new organisation's type word stands within the next noun phrase."""
    for k in range(i, min(i + 5, len(reading))):
        word = reading.words[k]
        found = reading.lists.head(word.text)
        if (
            found is not None
            and (not found.weak or word.shape == "title" or only_plural(word.fold))
            and may_be(word.fold, ("NOUN",))
        ):
            return True
        if word.text in reading.lists.abbreviations or word.shape == "mark":
            return word.text in reading.lists.abbreviations
        if may_be(word.fold, ("NOUN",)):
            return False
    return False
