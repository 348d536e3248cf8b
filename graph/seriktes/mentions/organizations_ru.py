"""Russian organisations: a type word, agreeing adjectives before it, genitives, names and places after it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from seriktes.mentions.lists import Head, key_of
from seriktes.mentions.reading import Reading
from seriktes.model import Mention
from seriktes.text import russian
from seriktes.text.endings import russian_key

_PREPOSITIONS = {"по": "dat", "при": "loc", "для": "gen", "с": "ins", "со": "ins", "без": "gen", "против": "gen"}
_IN = frozenset({"в", "во", "на"})
_NAMED = frozenset({"имени", "им"})
_OFFICES = frozenset(russian_key(word) for word in (
    "представительство посольство консульство офис бюро центр миссия делегация академия институт филиал дирекция генконсульство "
    "университет фонд программа агентство управление секретариат постпредство").split())
_GENERIC_AFTER = frozenset(russian_key(word) for word in "год неделя месяц страна сторона регион день".split())


@lru_cache(maxsize=50_000)
def _readings(word: str) -> tuple[tuple[str, str, str, str], ...]:
    """Part of speech, case, number and gender of the likelier readings of a word."""
    found: list[tuple[str, str, str, str]] = []
    for p in russian.parses(word):
        tag: Any = p.tag
        if p.score > 0.015 and tag.POS in ("NOUN", "ADJF", "PRTF", "NUMR", "NPRO"):
            found.append((tag.POS, tag.case or "", tag.number or "", tag.gender or ""))
    return tuple(found)


def _is(word: str, parts: tuple[str, ...], *cases: str) -> bool:
    return any(pos in parts and (not cases or case in cases) for pos, case, _, _ in _readings(word))


_CASES = {"gen": ("gent", "gen2"), "dat": ("datv",), "loc": ("loct", "loc2"), "ins": ("ablt",)}


def find_organizations_ru(reading: Reading) -> Iterator[Mention]:
    """The organisations that Russian type words make, outermost, left to right."""
    place = 0
    while place < len(reading):
        found = _at(reading, place)
        if found is None:
            place += 1
            continue
        start, end, head, score = found
        yield reading.mention(start, end, "Organization", "pattern:type-word", score, head.kind)
        place = end


def _at(reading: Reading, place: int) -> tuple[int, int, Head, float] | None:
    word = reading.words[place]
    if word.shape == "acronym" and word.text in reading.lists.abbreviations:
        return _with_abbreviation(reading, place)
    if word.shape not in ("title", "lower", "caps") or reading.shouting:
        return None
    head = reading.lists.head(word.text) or _compound(reading, place)
    if head is None or not _is(word.fold, ("NOUN",)) or _plural(word.fold) or place in reading.quotes_back:
        return None
    start = _left(reading, place)
    end = _right(reading, place, head)
    while reading.words[end - 1].fold in ("и", ",", "в", "по", "при"):
        end -= 1
    end = max(end, _quote_ahead(reading, place, end))
    if word.shape == "lower" and reading.lower(place + 1) in _IN and start == place:
        return None
    if end - start < 2 or not _anchored(reading, start, place, end, head):
        return None
    return start, end, head, 0.93


_WITH_TITLE = frozenset(russian_key(w) for w in "объединение ассоциация фонд центр общество союз клуб организация движение школа студия компания".split())


def _compound(reading: Reading, place: int) -> Head | None:
    """Type words of two («законодательное собрание»): the noun alone is none."""
    kind = reading.lists.compounds.get(f"{key_of(reading.text(place - 1), 'ru')} {key_of(reading.text(place), 'ru')}") if place else None
    return Head(kind, True) if kind and reading.capital(place - 1) else None


def _quote_ahead(reading: Reading, place: int, end: int) -> int:
    """The end of a quoted name that closes a long description: «объединение родителей детей с инвалидностью «Луч»»."""
    if russian_key(reading.lower(place)) not in _WITH_TITLE:
        return end
    for j in range(place + 1, min(place + 9, len(reading))):
        if reading.quotes.get(j) is not None:
            return reading.quotes[j] + 1
        word = reading.words[j]
        if word.shape != "lower" or any(p.tag.POS in ("VERB", "GRND", "PRTS", "CONJ", "INFN") for p in russian.parses(word.fold)[:1]):
            return end
        if reading.lists.head(word.text) is not None or word.fold.startswith(("проект", "программ", "форум", "конференц", "конкурс", "назван", "тем")):
            return end
    return end


def _plural(word: str) -> bool:
    numbers = {number for pos, _, number, _ in _readings(word) if pos == "NOUN"}
    return numbers == {"plur"}


def _with_abbreviation(reading: Reading, place: int) -> tuple[int, int, Head, float] | None:
    """АО «Казахтелеком», КГУ «…» управления …, ТОО Kaspi."""
    text = reading.text(place)
    kind = "foundation" if text in ("ОФ", "ЧФ", "КФ", "ОБФ", "МФ") else "association" if text in ("ОО", "РОО", "ОЮЛ", "МОО", "АНО") else (
        "government" if text in ("КГУ", "ГУ", "РГУ", "РГП", "ФГБУ") else "company")
    head = Head(kind, False)
    closed = reading.quotes.get(place + 1)
    if closed is not None:
        return place, _chain(reading, closed + 1, head, True), head, 0.95
    end = place + 1
    while end < len(reading) and reading.words[end].shape in ("title", "acronym") and end - place < 4:
        end += 1
    return (place, end, head, 0.8) if end > place + 1 else None


def _left(reading: Reading, place: int) -> int:
    """Over the adjectives that agree with the head; small ones in front of a capital stay outside."""
    agree = {(case, number) for pos, case, number, _ in _readings(reading.lower(place)) if pos == "NOUN"}
    start = place
    while start > 0:
        word = reading.words[start - 1]
        if start - 1 in reading.persons:
            break
        if word.shape not in ("title", "lower", "caps") or russian_key(word.fold) in reading.lists.stops:
            break
        if reading.lists.is_post(word.text):
            break
        if not any(pos in ("ADJF", "PRTF") and (case, number) in agree for pos, case, number, _ in _readings(_last_part(word.fold))):
            if not (word.shape == "title" and start - 1 != reading.first and _attached(reading, start - 1, place)):
                break
        start -= 1
    while start < place and reading.words[start].shape == "lower" and reading.capital(start + 1):
        start += 1
    if start == reading.first and start < place and reading.words[start].shape == "title" and reading.words[place].shape == "lower" \
            and not russian.parses(reading.lower(start))[0].is_known:
        return start
    return start


def _attached(reading: Reading, index: int, place: int) -> bool:
    """«Торайгыров университет», «Назарбаев Университета»: a name in the nominative right before the type word."""
    return index == place - 1 and reading.lower(place).startswith(("университет", "фонд", "центр", "банк", "академи")) and not _is(
        reading.lower(index), ("NOUN",), "gent") and index not in reading.listed_at


def _last_part(word: str) -> str:
    return word.rsplit("-", 1)[-1] if "-" in word else word


def _right(reading: Reading, place: int, head: Head) -> int:
    closed = reading.quotes.get(place + 1)
    if closed is not None:
        return _chain(reading, closed + 1, head, True)
    end = place + 1
    if key_of(reading.text(place), "ru") in {key_of(w, "ru") for w in reading.lists.extra["names_itself"]}:
        while end < len(reading) and reading.words[end].shape in ("title", "acronym") and end - place < 4 and _apposition(reading, end):
            end += 1
        if end > place + 1:
            return _chain(reading, end, head, True)
    return _chain(reading, end, head, False)


def _apposition(reading: Reading, index: int) -> bool:
    """A name in the nominative or in Latin letters beside its class noun: «компания Chevron», «фонд Евразия»."""
    word = reading.words[index]
    if word.text.isascii() and word.shape == "title":
        return index not in reading.listed_at or not reading.is_place(index)
    return word.shape == "title" and not _is(word.fold, ("NOUN", "ADJF"), "gent", "datv", "ablt", "loct") and index not in reading.listed_at \
        and not reading.lists.is_given(word.text) and not reading.lists.is_post(word.text)


def _chain(reading: Reading, j: int, head: Head, closed: bool) -> int:
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
        before = reading.lists.head(reading.text(j - 1)) is not None or reading.text(j - 1) in reading.lists.abbreviations \
            or reading.words[j - 1].shape == "acronym" or reading.is_place(j - 1) or _is(reading.lower(j - 1), ("NOUN",), "gent")
        return (reading.quotes[j] + 1, "gen") if before and not closed else None
    if word.fold in _NAMED or (word.fold == "им" and reading.text(j + 1) == "."):
        end = _eponym(reading, j)
        return (end, "gen") if end else None
    if word.fold in ("г", "гор") and reading.text(j + 1) == "." and reading.is_place(j + 2):
        return reading.listed_at[j + 2].end, "gen"
    if word.fold in _IN:
        return _in_place(reading, j, head)
    if word.fold in _PREPOSITIONS:
        return _preposition(reading, j)
    if word.fold == "и" or word.text == ",":
        return _and(reading, j, case, head)
    match = reading.listed_at.get(j)
    if match is not None and match.records[0].type == "Place":
        good = word.shape == "acronym" or case_fits(reading.lower(match.end - 1), case) or case_fits(word.fold, case)
        if not good and head.kind == "education_research" and reading.lists.head(reading.text(j - 1)) is head:
            good = True
        return (match.end, "gen") if good else None
    if match is not None and match.start == j and match.end > j + 1 and (word.shape == "acronym" or case_fits(word.fold, case)):
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
    if case_fits(word.fold, case) and not generic and not (closed and word.shape == "lower" and reading.lists.head(word.text) is None):
        noun = _is(word.fold, ("NOUN",), *_CASES[case])
        return j + 1, "gen" if noun else case
    return None


def case_fits(word: str, case: str) -> bool:
    """Whether a word can stand in a case; unknown and indeclinable words can stand in any."""
    return _is(_last_part(word), ("NOUN", "ADJF", "PRTF"), *_CASES[case])


def _eponym(reading: Reading, j: int) -> int | None:
    j += 2 if reading.text(j + 1) == "." else 1
    start = j
    while j < len(reading) and j - start < 6:
        word = reading.words[j]
        if j in reading.persons:
            break
        if word.shape in ("initial", "title", "caps") or (word.fold.startswith(("аль-", "аль")) and word.shape == "lower") or (
                word.text == "." and len(reading.text(j - 1)) == 1):
            if j > start and j in reading.listed_at and reading.is_place(j) and reading.words[j - 1].shape == "title":
                break
            j += 1
        else:
            break
    return j if j > start else None


def _in_place(reading: Reading, j: int, head: Head) -> tuple[int, str] | None:
    """«Посольство Великобритании в Астане», «ПРООН в Казахстане»; not «университет … в Таразе»."""
    match = reading.listed_at.get(j + 1)
    if match is None or match.start != j + 1 or match.records[0].kind not in ("country", "settlement", "region", "macroregion"):
        return None
    if head.kind in ("diplomatic_mission", "intergovernmental"):
        return match.end, "gen"
    back = [reading.lower(i) for i in range(max(0, j - 8), j)]
    office = any(russian_key(word) in _OFFICES for word in back)
    international = any(reading.is_organization(i) and reading.listed_at[i].records[0].country == "INT" for i in range(max(0, j - 8), j))
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


_AT = frozenset(russian_key(word) for word in "кабинет правительство президент министерство акимат университет аким мид премьер-министр администрация посольство".split())


def _and(reading: Reading, j: int, case: str, head: Head) -> tuple[int, str] | None:
    """Whether a conjunction or comma goes on inside the name: «культуры и информации», «науки, культуры и спорта»."""
    if j + 1 >= len(reading):
        return None
    following, before = reading.words[j + 1], reading.words[j - 1]
    if following.shape in ("mark", "number", "initial") or before.shape in ("mark", "number", "initial", "acronym"):
        return None
    if before.token.text == before.fold and reading.lists.head(before.text) is not None and reading.lists.head(following.text) is None and before.shape == "lower" \
            and _is(before.fold, ("NOUN",), "nomn") and not _is(before.fold, ("NOUN",), "gent"):
        return None
    if reading.lists.is_post(following.text) or following.shape == "acronym":
        return None
    previous = [c for c in ("gen", "dat", "loc", "ins") if case_fits(before.fold, c)]
    wanted = next((c for c in (case, *previous) if c in previous and case_fits(following.fold, c)), None)
    if wanted is None:
        return None
    if reading.is_place(j - 1) or reading.is_place(j + 1):
        return None
    if _head_ahead(reading, j + 1):
        return None
    if before.shape == "lower" and following.shape == "title":
        return None
    if reading.words[j].text == ",":
        ahead = [reading.lower(i) for i in range(j + 2, min(j + 7, len(reading)))]
        if "и" not in ahead or following.shape != "lower" or "," in ahead[:ahead.index("и")]:
            return None
    return j + 1, wanted


def _head_ahead(reading: Reading, i: int) -> bool:
    """Whether a new organisation's type word stands within the next noun phrase."""
    for k in range(i, min(i + 3, len(reading))):
        word = reading.words[k]
        found = reading.lists.head(word.text)
        if found is not None and (not found.weak or word.shape == "title" or _plural(word.fold)) and _is(word.fold, ("NOUN",)):
            return True
        if word.text in reading.lists.abbreviations or word.shape == "mark":
            return word.text in reading.lists.abbreviations
        if _is(word.fold, ("NOUN",)):
            return False
    return False


def _anchored(reading: Reading, start: int, place: int, end: int, head: Head) -> bool:
    """Whether the phrase is a name: a capital, a quoted part or an acronym tells, or a strong type word with its field."""
    words = reading.words
    if any(i in reading.quotes for i in range(place, end)):
        return True
    if any(words[i].shape == "title" and i != reading.first and not reading.is_place(i) for i in range(start, place + 1)):
        return True
    inside = range(place + 1, end)
    if any(words[i].shape == "acronym" and not reading.is_place(i) for i in inside):
        return not head.weak or words[place + 1].shape == "acronym" or reading.lists.is_post(reading.text(start - 1))
    own = any(words[i].shape == "title" and not reading.is_place(i) for i in inside)
    placed = any(reading.is_place(i) for i in inside)
    after_post = reading.lists.is_post(reading.text(start - 1))
    if words[place].shape == "title" and place == reading.first or start == reading.first and words[start].shape == "title":
        return own or placed or not head.weak
    if own and (not head.weak or after_post):
        return True
    if placed:
        return not head.weak or after_post
    if not head.weak:
        return words[place].fold.startswith(("министерств", "акимат")) and end - start >= 3
    return False
