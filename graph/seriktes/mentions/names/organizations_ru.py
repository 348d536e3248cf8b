"""Russian organisations: a type word, agreeing adjectives before it, genitives, names and places after it."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.lists import Head, held_school, key_of
from seriktes.mentions.names.plurals import of_many
from seriktes.mentions.names.reading import Reading
from seriktes.mentions.names.russian_chain import LOCATIVE, chain_end
from seriktes.mentions.names.russian_forms import case_fits, last_part, may_be, only_plural, readings_of
from seriktes.mentions.names.russian_signs import body_places
from seriktes.model import Mention
from seriktes.text import russian
from seriktes.text.endings import russian_key

#: A Latin name between a post and its holder has at most so many words.
_MOST_LATIN = 5


def find_organizations_ru(reading: Reading) -> Iterator[Mention]:
    """The organisations that Russian type words make, outermost, left to right."""
    yield from _latin_owners(reading)
    behind = 0
    for place in body_places(reading):
        found = _at(reading, place) if place >= behind else None
        if found is not None:
            start, behind, head, score = found
            yield reading.mention(start, behind, "Organization", "pattern:type-word", score, head.kind)


def _latin_owners(reading: Reading) -> Iterator[Mention]:
    """«Исполнительный директор Civic Bridge Trust Эмма Хартли»: Latin capitals between a post and a Cyrillic name are a body."""
    for place in range(1, len(reading)):
        word = reading.words[place]
        if not (word.capital and word.text[0].isascii() and reading.lists.is_post(reading.text(place - 1))):
            continue
        end = place + 1
        while reading.capital(end) and reading.text(end)[0].isascii():
            end += 1
        named = all(reading.capital(i) and reading.words[i].shape == "title" for i in (end, end + 1))
        if named and end - place <= _MOST_LATIN and not reading.is_organization(place):
            yield reading.mention(place, end, "Organization", "pattern:post-latin", 0.93, "other")


def _at(reading: Reading, place: int) -> tuple[int, int, Head, float] | None:
    word = reading.words[place]
    if word.shape == "acronym" and word.text in reading.lists.abbreviations:
        return _with_abbreviation(reading, place)
    if word.shape not in ("title", "lower", "caps") or reading.shouting:
        return None
    if word.shape == "title" and reading.lists.is_ministry(word.text):
        return place, _past_state(reading, place + 1), Head("government", False), 0.93
    head = reading.lists.head(word.text) or _compound(reading, place)
    if head is None or not may_be(word.fold, ("NOUN",)) or only_plural(word.fold) or place in reading.quotes_back:
        return None
    if _in_a_state(reading, place):
        return None  # «Российской Федерации Омской области»
    if "-" in word.text and reading.lists.is_post(word.text.rsplit("-", 1)[1]):
        return None  # «вице-мэр Бишкека»
    if held_school(reading.lower(place - 1), word.fold, "ru"):
        return None
    if word.fold.startswith("мисси") and russian.lemma(reading.lower(place - 1)) in reading.lists.extra["missions"]:
        return None  # «деловая миссия» is a journey
    start = _left(reading, place)
    end = _right(reading, place, head)
    while reading.words[end - 1].fold in ("и", ",", "в", "по", "при"):
        end -= 1
    end = max(end, _quote_ahead(reading, place, end))
    if word.shape == "lower" and reading.lower(place + 1) in LOCATIVE and start == place:
        return None
    if end - start < 2 or not _anchored(reading, start, place, end, head) or of_many(reading, start, end):
        return None
    if start == place and _is_unnamed_unit(reading, place, end):
        return None
    return start, end, head, 0.93


def _in_a_state(reading: Reading, place: int) -> bool:
    """Whether a word is one of a country's name."""
    match = reading.listed_at.get(place)
    return match is not None and match.end > match.start + 1 and match.records[0].kind == "country"


def _past_state(reading: Reading, place: int) -> int:
    """Past the state or region a ministry is of: «Миннауки РК», «Минздрава Узбекистана», «Минэкономики Омской области»."""
    match = reading.listed_at.get(place)
    if match is None or all(record.kind not in ("country", "region") for record in match.records):
        return place
    genitive = reading.words[place].shape == "acronym" or case_fits(reading.lower(match.end - 1), "gen")
    return match.end if genitive else place


_UNNAMED_UNITS = frozenset(russian_key(word) for word in ["департамент", "управление", "отдел", "служба", "сектор"])


def _is_unnamed_unit(reading: Reading, place: int, end: int) -> bool:
    """«директор Департамента МИД РК»: a unit without a name of its own belongs to the title."""
    if russian_key(reading.lower(place)) not in _UNNAMED_UNITS:
        return False
    follower = reading.lists.head(reading.text(place + 1))
    if follower is not None and reading.capital(place + 1) and reading.words[place].shape == "lower":
        return reading.lists.is_post(reading.text(place - 1))  # «начальник управления Департамента полиции»
    whole = reading.listed_at.get(place + 1)
    if whole is None or whole.end != end:
        return False
    return reading.is_organization(place + 1) and reading.lists.is_post(reading.text(place - 1))


_WITH_TITLE = frozenset(
    russian_key(w)
    for w in [
        "объединение",
        "ассоциация",
        "фонд",
        "центр",
        "общество",
        "союз",
        "клуб",
        "организация",
        "движение",
        "школа",
        "студия",
        "компания",
    ]
)


def _compound(reading: Reading, place: int) -> Head | None:
    """Type words of two («законодательное собрание»): the noun alone is none."""
    kind = (
        reading.lists.compounds.get(f"{key_of(reading.text(place - 1), 'ru')} {key_of(reading.text(place), 'ru')}")
        if place
        else None
    )
    return Head(kind, True) if kind and reading.capital(place - 1) else None


def _quote_ahead(reading: Reading, place: int, end: int) -> int:
    """The end of a quoted name that closes a long description: «объединение родителей детей с инвалидностью «Луч»»."""
    if russian_key(reading.lower(place)) not in _WITH_TITLE:
        return end
    for j in range(place + 1, min(place + 9, len(reading))):
        if reading.quotes.get(j) is not None:
            return reading.quotes[j] + 1
        word = reading.words[j]
        if word.shape != "lower" or any(
            p.tag.POS in ("VERB", "GRND", "PRTS", "CONJ", "INFN") for p in russian.parses(word.fold)[:1]
        ):
            return end
        if reading.lists.head(word.text) is not None or word.fold.startswith(
            ("проект", "программ", "форум", "конференц", "конкурс", "назван", "тем")
        ):
            return end
    return end


def _with_abbreviation(reading: Reading, place: int) -> tuple[int, int, Head, float] | None:
    """АО «Казахтелеком», КГУ «…» управления …, ТОО Kaspi."""
    text = reading.text(place)
    kind = (
        "foundation"
        if text in ("ОФ", "ЧФ", "КФ", "ОБФ", "МФ")
        else "association"
        if text in ("ОО", "РОО", "ОЮЛ", "МОО", "АНО")
        else ("government" if text in ("КГУ", "ГУ", "РГУ", "РГП", "ФГБУ") else "company")
    )
    head = Head(kind, False)
    closed = reading.quotes.get(place + 1)
    if closed is not None:
        return place, chain_end(reading, closed + 1, head, True), head, 0.95
    if text == "НИИ":
        return None  # «директор Евразийского НИИ Суат Бейлан»: its name stands before it or in quotes
    end = place + 1
    while end < len(reading) and reading.words[end].shape in ("title", "acronym") and end - place < 4:
        end += 1
    return (place, end, head, 0.8) if end > place + 1 else None


def _left(reading: Reading, place: int) -> int:
    """Over the adjectives that agree with the head; small ones in front of a capital stay outside."""
    agree = {(case, number) for pos, case, number, _ in readings_of(reading.lower(place)) if pos == "NOUN"}
    start = place
    while start > 0:
        word = reading.words[start - 1]
        if start - 1 in reading.persons:
            break
        if word.shape not in ("title", "lower", "caps") or russian_key(word.fold) in reading.lists.stops:
            break
        if reading.lists.is_post(word.text) or (word.shape == "lower" and _tells_a_deed(word.fold)):
            break  # «возглавляющий фонд «X»», «ратифицированный Сенатом»
        if not any(
            pos in ("ADJF", "PRTF") and (case, number) in agree for pos, case, number, _ in readings_of(last_part(word.fold))
        ) and not (word.shape == "title" and start - 1 != reading.first and _attached(reading, start - 1, place)):
            break
        start -= 1
    while start < place and reading.words[start].shape == "lower" and reading.capital(start + 1):
        start += 1
    if (
        start == reading.first
        and start < place
        and reading.words[start].shape == "title"
        and reading.words[place].shape == "lower"
        and not russian.parses(reading.lower(start))[0].is_known
    ):
        return start
    return start


def _tells_a_deed(word: str) -> bool:
    """Whether a participle says what was done: «ратифицированный», «созданный»; «объединённый» and the like are in names."""
    tag = russian.parses(word)[0].tag
    return "actv" in tag or ("PRTF" in tag and "pssv" in tag and not word.startswith(_IN_NAMES))


_IN_NAMES = ("объедин", "специализ", "уполномоч", "соединен", "сводн", "аккредит", "закрыт", "открыт", "интегрир")


def _attached(reading: Reading, index: int, place: int) -> bool:
    """«Торайгыров университет», «Назарбаев Университета»: a name in the nominative right before the type word."""
    return (
        index == place - 1
        and reading.lower(place).startswith(("университет", "фонд", "центр", "банк", "академи"))
        and not may_be(reading.lower(index), ("NOUN",), "gent")
        and index not in reading.listed_at
    )


def _right(reading: Reading, place: int, head: Head) -> int:
    closed = reading.quotes.get(place + 1)
    if closed is not None:
        return chain_end(reading, closed + 1, head, True)
    end = place + 1
    if key_of(reading.text(place), "ru") in {key_of(w, "ru") for w in reading.lists.extra["names_itself"]}:
        while (
            end < len(reading)
            and (reading.words[end].shape in ("title", "acronym") or _latin_brand(reading.text(end)))
            and end - place < 4
            and _apposition(reading, end)
        ):
            end += 1
        if end > place + 1:
            return chain_end(reading, end, head, True)
    return chain_end(reading, end, head, False)


def _latin_brand(text: str) -> bool:
    """Latin letters with a capital inside: airBaltic, eTicketing."""
    return text.isascii() and text.isalpha() and not text.islower()


def _apposition(reading: Reading, index: int) -> bool:
    """A name in the nominative or in Latin letters beside its class noun: «компания Chevron», «фонд Евразия»."""
    word = reading.words[index]
    if word.text.isascii() and (word.shape == "title" or _latin_brand(word.text)):
        more = reading.text(index + 1).isascii() and reading.capital(index + 1)
        return more or index not in reading.listed_at or not reading.is_place(index)
    return (
        word.shape == "title"
        and not may_be(word.fold, ("NOUN", "ADJF"), "gent", "datv", "ablt", "loct")
        and index not in reading.listed_at
        and not reading.lists.is_given(word.text)
        and not reading.lists.is_post(word.text)
    )


#: Units that are named by their field alone, where their officer is told.
_OFFICERS_UNITS = ("факультет", "кафедр", "управлени", "департамент", "отдел")


def _anchored(reading: Reading, start: int, place: int, end: int, head: Head) -> bool:
    """Whether the phrase is a name: a capital, a quoted part, an acronym, or a strong type word with its field."""
    words = reading.words
    if any(i in reading.quotes for i in range(place, end)):
        return True
    if any(words[i].shape == "title" and i != reading.first and not reading.is_place(i) for i in range(start, place + 1)):
        return True
    inside = range(place + 1, end)
    if any(words[i].shape == "acronym" and not reading.is_place(i) for i in inside):
        return not head.weak or words[place + 1].shape == "acronym" or reading.lists.is_post(reading.text(start - 1))
    own = any(words[i].shape == "title" and not reading.is_place(i) for i in inside)
    if any(
        (reading.capital(i) and reading.lists.head(reading.text(i)) is not None) or reading.is_organization(i) for i in inside
    ):
        return not words[place].fold.startswith("групп")
    placed = any(reading.is_place(i) for i in inside)
    after_post = reading.lists.is_post(reading.text(start - 1))
    if (words[place].shape == "title" and place == reading.first) or (start == reading.first and words[start].shape == "title"):
        return own or placed or not head.weak
    if own and (not head.weak or after_post):
        return True
    if placed:
        return not head.weak or after_post
    if words[place].fold.startswith(_OFFICERS_UNITS) and after_post and reading.lists.head(reading.text(end - 1)) in (None, head):
        return True  # «декан технического факультета», «начальник управления внешних связей»
    if not head.weak:
        return words[place].fold.startswith(("министерств", "акимат")) and end - start >= 3
    return False
