"""Kazakh organisations: a type word at the end, its owners and adjectives to the left of it.

«Қазақстан Республикасының Сыртқы істер министрлігі» is read from its last word leftwards, as long as the words can
stand inside a name: nominatives, genitives of owners, «-дағы» forms, objects of a verbal noun («Аралды құтқару қоры»).
"""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.happening_words import words
from seriktes.mentions.lists import Head, held_school
from seriktes.mentions.names.kazakh_bodies import attached, in_small_letters, local_unit, national, of_region, with_its_record
from seriktes.mentions.names.kazakh_run import PLURAL, another_behind, fits, is_of_happening, is_part
from seriktes.mentions.names.reading import Reading
from seriktes.model import Mention
from seriktes.text import kazakh
from seriktes.text.scripts import fold

_LONGEST = 22
#: Bodies that a sentence opens with in short: the name of a part of them follows.
_BARE_BODIES = frozenset(
    ("университет", "академия", "институт", "министрлік", "қор", "орталық", "бірлестік", "қауымдастық", "кеңес")
)


#: What stands at the end of no organisation's name.
_NO_ENDS = frozenset(("mark", "number", "initial"))


def find_organizations_kk(reading: Reading) -> Iterator[Mention]:
    """The organisations that Kazakh type words make, outermost, right to left."""
    place, words, heads = len(reading) - 1, reading.words, reading.lists.heads_of
    while place >= 0:
        word = words[place]
        nothing = word.shape in _NO_ENDS or (word.shape != "acronym" and heads[word.text] is None)
        found = None if nothing else _at(reading, place)
        if found is None:
            place -= 1
            continue
        start, end, head, score = found
        mention = reading.mention(start, end, "Organization", "pattern:type-word", score, head.kind)
        yield with_its_record(reading, mention, start, end)
        place = start - 1


def _at(reading: Reading, place: int) -> tuple[int, int, Head, float] | None:
    """The organisation whose last word stands at a place."""
    word = reading.words[place]
    if word.shape == "acronym" and word.text.split("-")[0] in reading.lists.abbreviations:
        return _with_abbreviation(reading, place)
    head = reading.lists.head(word.text)
    if head is None or _not_a_head_here(reading, place):
        return None
    run = _run(reading, place)
    start = _trimmed(reading, run, place)
    unit = local_unit(reading, run, place, head)
    if unit is None and start is None:
        unit = in_small_letters(reading, run, place, head)
    if unit is not None:
        return unit, place + 1, head, 0.85
    if start is None or start == place:
        return None
    if (
        start == place - 1
        and reading.capital(place)
        and reading.lists.is_demonym(reading.text(start))
        and reading.lower(start).endswith(("дық", "дік", "тық", "тік"))
    ):
        return None
    if not _anchored(reading, start, place, head):
        return None
    end = place + 1
    if end < len(reading) and reading.text(end).split("-")[0] in reading.lists.abbreviations:
        end += 1
    return start, end, head, 0.93


def _with_abbreviation(reading: Reading, place: int) -> tuple[int, int, Head, float] | None:
    """«…» КеАҚ, ҚазТрансОйл АҚ."""
    legal = reading.text(place).split("-")[0]
    head = Head("company" if legal in ("АҚ", "ЖШС", "ЖК", "ЖШҚ", "ӘКК") else "media" if legal == "РТРК" else "association", False)
    before = place - 1
    while (
        place - before < 5
        and before not in reading.quotes_back
        and (reading.text(before) == "»" or reading.text(before) in reading.lists.abbreviations)
    ):
        before -= 1
    opened = reading.quotes_back.get(before)
    if opened is not None:
        return _owners(reading, opened, place), place + 1, head, 0.95
    start = place
    while start > 0 and reading.words[start - 1].shape in ("title", "acronym", "caps") and place - start < 4:
        start -= 1
    inner = reading.lists.head(reading.text(place - 1))
    if inner is not None:
        found = _at(reading, place - 1)
        return (found[0], place + 1, inner, 0.93) if found else None
    return (start, place + 1, head, 0.85) if start < place else None


def _not_a_head_here(reading: Reading, place: int) -> bool:
    """Type words in other uses: «кеңес берді», «басқарма төрағасы», «қызмет етеді», «… орталығы ретінде», plurals."""
    following = reading.lower(place + 1)
    word = reading.words[place].fold
    if following.startswith(("бер", "ет", "ретінде", "атқар", "көрсет", "болып", "болды")) and not following.startswith(
        ("етт", "бере алатын орган")
    ):
        return word.startswith(("кеңес", "қызмет", "басқар")) or following.startswith(("ретінде", "болып"))
    if word.startswith("бөлімшесі") and following in (".", "болып", "саналады", "емес"):
        return True  # «Y – X университетінің бөлімшесі»
    if word.startswith("басқарма") and following.startswith(("төра", "мүше")):
        return True
    if held_school(reading.lower(place - 1), word, "kk"):
        return True
    if word.startswith("мәслихат") and reading.lower(place - 1) == "баспасөз":
        return True
    bare = kazakh.nominative(word)
    return bare.endswith(PLURAL) or reading.is_place(place)


def _run(reading: Reading, place: int) -> int:
    """Leftmost index that can still belong to the name ending at a place."""
    i = place - 1
    bare = not fold(kazakh.nominative(reading.text(place))).endswith(("ы", "і"))
    if (
        bare
        and i >= 0
        and reading.words[i].shape != "mark"
        and (
            reading.case(i) == "gen"
            or (fold(reading.text(i)).endswith(("ы", "і")) and reading.lists.head(reading.text(i)) is not None)
        )
    ):
        return place
    while i >= 0 and place - i <= _LONGEST:
        if reading.text(i) == ")":
            i, closed = _before_bracket(reading, i), i
            if not fits(reading, i, place):
                return closed + 1
        opened = reading.quotes_back.get(i)
        if opened is not None:
            second = i + 1 if _whole_in_quotes(reading, i, place) else another_behind(reading, i, place)
            return second or _owners(reading, opened, place)
        if not fits(reading, i, place):
            break
        i -= 1
    return i + 1


def _before_bracket(reading: Reading, i: int) -> int:
    """Past «(PRI)» behind an owner, and past «(Еділ бойы)» behind a town that a university is called by."""
    if reading.text(i - 2) == "(" and reading.case(i - 3) == "gen":
        return i - 3
    opened = next((j for j in range(i - 1, max(-1, i - 4), -1) if reading.text(j) == "("), None)
    return opened - 1 if opened is not None and reading.is_place(opened - 1) and reading.case(opened - 1) == "nom" else i


def _whole_in_quotes(reading: Reading, closed: int, place: int) -> bool:
    """«Отандастар қоры» Өлгий мектебіне кітап сыйлады»: a body named whole inside its quotes, and another behind it."""
    inner = reading.lists.head(reading.text(closed - 1))
    if reading.text(closed + 1) in reading.lists.abbreviations:
        return False  # «Жолдастар одағы» РҚБ Ақмола филиалы»
    return inner is not None and closed + 1 < place and reading.capital(closed + 1) and reading.case(closed - 1) == "nom"


def _owners(reading: Reading, start: int, place: int) -> int:
    """From a quoted name leftwards over its owners: «Қостанай облысының «ГрИн» …», «… басқармасының «…» орталығы»."""
    if (
        start > 1
        and (reading.case(start - 1) == "gen" or (reading.quotes_back.get(start - 2) is not None and is_part(reading, place)))
        and reading.words[start - 1].shape in ("lower", "title")
        and not reading.is_place(start - 1)
    ):
        head = reading.lists.head(reading.text(start - 1))
        first = (
            _trimmed(reading, _run(reading, start - 1), start - 1)
            if head is not None and start - 1 not in reading.persons
            else None
        )
        if first is not None and first < start - 1 and head is not None and _anchored(reading, first, start - 1, head):
            return first
    i = start - 1
    while i >= 0 and start - i < 8:
        word = reading.words[i]
        case = reading.case(i)
        if word.shape in ("title", "acronym") and (case == "gen" or (reading.is_place(i) and case in ("nom", "gen"))):
            i -= 1
        elif word.fold in ("облыстық", "қалалық", "аудандық") and reading.capital(i - 1) and reading.case(i - 1) == "nom":
            i -= 2
            break
        elif (
            word.shape == "lower"
            and case == "gen"
            and (reading.lists.head(word.text) or word.fold.startswith(("облыс", "қала", "аудан", "республика")))
        ):
            i -= 1
        else:
            break
    first = i + 1
    while first < start and (not reading.capital(first) or _plain_opening(reading, first)):
        first += 1
    if (
        first < start
        and reading.case(start - 1) == "nom"
        and not reading.lower(start - 1).endswith("тық")
        and reading.words[start - 1].shape != "acronym"
    ):
        return start
    return first


def _plain_opening(reading: Reading, i: int) -> bool:
    """Whether a capital only opens the sentence: the word is none of a name's."""
    if i != reading.first:
        return False
    word = reading.words[i]
    if is_of_happening(reading, i):
        return True
    if reading.lower(i + 1).endswith(PLURAL) and is_of_happening(reading, i + 1):
        return True  # «Негізгі іс-шаралар Әуезов театрында өтті»
    if word.fold.endswith(("ған", "ген", "қан", "кен")) and i not in reading.listed_at and not reading.lists.is_given(word.text):
        return True
    if (
        reading.capital(i + 1)
        and word.shape == "title"
        and not reading.is_place(i)
        and not reading.is_organization(i)
        and reading.case(i) == "nom"
        and not word.fold.endswith(tuple(reading.lists.extra["adjectives"]))
        and (reading.case(i + 1) == "gen" or reading.is_place(i + 1) or reading.is_organization(i + 1))
    ):
        return True
    if reading.case(i) == "gen" and reading.capital(i + 1) and fold(kazakh.stem(word.text)) in _BARE_BODIES:
        return True  # «Университеттің Экология институтының директоры»
    if word.fold in words("kk", "events.ordinals") and reading.capital(i + 2) and not reading.capital(i + 1):
        return True  # «Үшінші орын Германия елшілігіне бұйырды»
    return word.fold in reading.lists.stops or (
        word.fold in reading.lists.not_names and word.fold.startswith(("іс-шара", "кездесу", "форум", "бұл"))
    )


def _trimmed(reading: Reading, start: int, place: int) -> int | None:
    """The first index from which the run can be a name: a capital, an initial or a quotation mark."""
    for i in range(start, place + 1):
        word = reading.words[i]
        if i in reading.quotes and reading.quotes[i] < place:
            return i
        if (word.capital and not _plain_opening(reading, i)) or word.text == "№":
            return i
        if word.shape == "number" and reading.text(i + 1) == "№":
            return i
    return None


def _anchored(reading: Reading, start: int, place: int, head: Head) -> bool:
    """Whether the run is a name and no plain phrase («Қазақстанның ірі компаниясы»)."""
    inside = range(start, place)
    if any(i in reading.quotes for i in inside):
        return True
    if reading.shouting:  # «ҮКІМЕТТІК ЕМЕС ҰЙЫМ ЖЕТЕКШІЛЕРІ»: capitals tell nothing there
        return any(i in reading.listed_at or reading.lower(i) == "атындағы" for i in inside)
    if reading.lower(place - 1).startswith("азаматтық") and reading.lower(place).startswith("қоғам"):
        return False
    bare = not fold(kazakh.nominative(reading.text(place))).endswith(("ы", "і"))
    if bare and not reading.capital(place) and "атындағы" not in [reading.lower(i) for i in inside]:
        return attached(reading, start, place) or (len(inside) == 1 and national(reading, start, place))
    capital_head = reading.capital(place) and place != reading.first
    if not head.weak or capital_head:
        return bool(inside) and not (
            len(inside) == 1
            and start == reading.first
            and reading.lower(start) in reading.lists.not_names
            and not reading.lower(place).startswith("министрліг")
        )
    if of_region(reading, start, place):
        return True
    for i in inside:
        word = reading.words[i]
        if word.shape == "acronym" or (word.capital and not reading.is_place(i) and i != reading.first):
            return True
        if reading.lower(i) in ("атындағы", "жанындағы", "жөніндегі"):
            return True
        if reading.is_organization(i) or (word.capital and reading.lists.head(word.text)):
            return True
    if start == reading.first and not reading.is_place(start):
        return len(inside) >= 2 and reading.case(place) in ("nom", "gen") and place - start <= 6
    own = reading.lower(place).startswith(("басқарма", "инспекция")) and reading.lower(start + 1).startswith(
        ("облыс", "қала", "аудан")
    )
    return sum(1 for i in inside if reading.words[i].shape == "lower") >= 2 and (
        own or not any(reading.case(i) == "gen" and reading.is_place(i) for i in inside)
    )
