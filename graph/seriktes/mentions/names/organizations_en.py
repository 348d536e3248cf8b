"""English organisations: runs of capitals around a type word."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.lists import Head, held_school, word_list
from seriktes.mentions.names.english_chain import LINKS, chain_end, number_end, stops
from seriktes.mentions.names.reading import Reading
from seriktes.model import Mention

#: "Women's Resource Centre": for whom a body is belongs to its name, whoever owns it does not.
_WHOSE = frozenset(("women's", "children's", "people's", "men's"))
#: Those who give a body its name; members, leaders and guests of one do not.
_PEOPLE = frozenset(word_list("names")["other"]["name_givers"].split())
_REGIONAL_UNITS = frozenset("directorate department division bureau desk section unit".split())


#: What stands at the end of no organisation's name.
_NO_ENDS = frozenset(("mark", "number", "initial"))


def find_organizations_en(reading: Reading) -> Iterator[Mention]:
    """The organisations that English type words make, outermost, left to right."""
    place, words, self_named = 0, reading.words, reading.lists.extra["self_named"]
    while place < len(words):
        word = words[place]
        nothing = word.fold not in self_named if word.shape == "lower" else word.shape in _NO_ENDS
        found = None if nothing else _at(reading, place)
        if found is None:
            place += 1
            continue
        start, end, kind, score = found
        yield reading.mention(start, end, "Organization", "pattern:type-word", score, kind)
        place = end


def _european(reading: Reading, place: int) -> bool:
    """ "Delegation of the European Union to …" is an office; other delegations are people."""
    place += reading.lower(place) == "the"
    return reading.lower(place) in ("european", "eu")


def _at(reading: Reading, place: int) -> tuple[int, int, str, float] | None:
    word = reading.words[place]
    if word.shape == "lower" or word.text == "NGO":
        return _self_named(reading, place)
    if word.shape not in ("title", "caps", "acronym") or "-in-" in word.fold:
        return None
    head = reading.lists.head(word.text) or _double_head(reading, place)
    abbreviation = word.text in reading.lists.abbreviations
    if (head is None and not abbreviation) or reading.lower(place - 1) == "press":
        return None
    if reading.is_place(place) or (reading.lower(place) == "society" and reading.lower(place - 1) == "civil"):
        return None
    if held_school(reading.lower(place - 1), word.fold, "en"):
        return None
    if word.fold == "delegation" and reading.lower(place + 1) == "of" and not _european(reading, place + 2):
        return None  # "Delegation of Oxford City Council visits": people of a body, no body
    if abbreviation and head is None:
        head = Head("company", False)
    assert head is not None
    start = _left(reading, place)
    end = chain_end(reading, place, head)
    if reading.lower(end) in reading.lists.extra["not_ended_by"] and reading.capital(end):
        return None
    if start == place and _unnamed_unit(reading, place, end):
        return None
    if end - start < 2 or (reading.titled and not _firm(reading, start, end)):
        return None
    if not _anchored(reading, start, place, end, head):
        return None
    return start, end, _kind(reading, start, end, head), 0.92


def _double_head(reading: Reading, place: int) -> Head | None:
    """ "School-Gymnasium No. 12": two type words in one, with a number behind them."""
    if number_end(reading, place + 1) == place + 1:
        return None
    return reading.lists.head(reading.text(place).rpartition("-")[2].capitalize())


def _unnamed_unit(reading: Reading, place: int, end: int) -> bool:
    """ "Head of Department of the AIR Center": a unit without a name of its own belongs to the title."""
    whole = place + 2 + (reading.lower(place + 2) == "the")
    listed = reading.listed_at.get(whole) if reading.is_organization(whole) else None
    unit = reading.lower(place) in _REGIONAL_UNITS and reading.lower(place + 1) == "of"
    return unit and listed is not None and listed.end == end and reading.lower(place - 1) == "of"


def _kind(reading: Reading, start: int, end: int, head: Head) -> str:
    """The kind that the longest listed type word inside the name tells."""
    words = [reading.lower(i) for i in range(start, end)]
    for size in (3, 2):
        for i in range(len(words) - size + 1):
            kind = reading.lists.compounds.get(" ".join(words[i : i + size]))
            if kind:
                return kind
    return head.kind


def _left(reading: Reading, place: int) -> int:
    """Leftwards over capitals, initials, "of" and "and" inside a name, and a quoted name."""
    start = place
    if reading.quotes_back.get(place - 1) is not None:
        return reading.quotes_back[place - 1]
    while start > 0:
        i = start - 1
        word = reading.words[i]
        if i in reading.persons or "\u0400" <= word.text[0] <= "\u04ff":
            break  # the Kazakh or Russian words before an English name
        if word.shape in ("title", "caps", "acronym", "initial") and not stops(reading, i):
            if word.fold.endswith("'s") and not reading.is_place(i) and i != place - 1 and word.fold not in _WHOSE:
                break
            start = i
        elif word.fold == "and" or word.text == "&":
            if not _and_left(reading, i, place):
                break
            start = i
        elif (
            word.text == ","
            and reading.lower(place) in ("ministry", "department", "committee", "office", "agency", "directorate")
            and reading.words[i - 1].shape == "title"
            and "and" in [reading.lower(k) for k in range(start, place)]
            and i - 1 not in reading.listed_at
            and not stops(reading, i - 1)
        ):
            start = i - 1
        elif word.text in "'’" and i > 0 and reading.words[i - 1].fold.endswith("s") and reading.capital(i - 1):
            start = i  # "Women Entrepreneurs' Association"
        elif word.text in "-–" and i > 0 and reading.capital(i - 1) and word.token.start == reading.words[i - 1].token.end:
            start = i
        elif (opener := _people_before(reading, i)) is not None:
            return opener
        else:
            break
    while start < place and (
        not reading.capital(start) or (start == reading.first and reading.lower(start) in reading.lists.stops)
    ):
        start += 1
    return start


def _people_before(reading: Reading, i: int) -> int | None:
    """ "Friends of Museums Foundation", "Doctors of the World Association": the people of whom a name that goes on at a place is."""
    of = i - (reading.lower(i) == "the")
    before = of - 1
    return (
        before
        if before >= 0 and reading.lower(of) == "of" and reading.lower(before) in _PEOPLE and reading.capital(before)
        else None
    )


def _and_left(reading: Reading, i: int, place: int) -> bool:
    """ "Food and Agriculture Organization": one name; "Kazakhstan and Eurasia Foundation": two."""
    if i == 0 or not reading.capital(i - 1) or stops(reading, i - 1) or reading.words[i - 1].shape == "acronym":
        return False
    if reading.lower(place) in _REGIONAL_UNITS and reading.is_place(i - 1) and reading.is_place(i + 1):
        return True  # "Eastern Europe and Central Asia Directorate"
    if reading.is_place(i - 1) or reading.is_organization(i - 1) or reading.lists.head(reading.text(i - 1)) is not None:
        return False
    if reading.is_place(i + 1) or reading.words[i + 1].shape == "acronym" or reading.lists.is_given(reading.text(i - 1)):
        return False
    return not (
        i >= 2
        and reading.capital(i - 2)
        and not reading.is_organization(i - 2)
        and place - i > 2
        and reading.lists.head(reading.text(i + 1)) is not None
    )


def _firm(reading: Reading, start: int, end: int) -> bool:
    """In a headline with capitals everywhere, only names with "of" are sure."""
    return any(reading.lower(i) in LINKS for i in range(start, end)) and end - start <= 9


def _anchored(reading: Reading, start: int, place: int, end: int, head: Head) -> bool:
    """A bare type word with its article is no name; two capitals at a sentence's beginning need a strong one."""
    capitals = [i for i in range(start, end) if reading.capital(i)]
    if number_end(reading, place + 1) == end > place + 1:
        return True  # "Gymnasium No. 38"
    if len(capitals) < 2:
        return any(i in reading.quotes for i in range(start, end))
    if start == reading.first and len(capitals) == 2 and head.weak and place == start + 1:
        return not reading.lower(start).endswith(("ing", "ed")) and reading.lower(start) not in reading.lists.not_names
    return True


def _named_before(reading: Reading, place: int, word: str) -> tuple[int, int, str, float] | None:
    """The Uzbekkino agency, the Family Center public foundation: a name in front of its class noun."""
    last = place - 1 - (reading.lower(place - 1) in ("public", "charitable", "private", "news", "dance", "folk", "ethno-folk"))
    start = last + 1
    while start > 0 and reading.words[start - 1].shape in ("title", "caps") and not stops(reading, start - 1):
        start -= 1
        if (
            start in reading.persons
            or reading.lower(start).endswith("-based")
            or start in reading.listed_at
            or reading.lists.is_demonym(reading.text(start))
        ):
            return None
    if start > last or last - start > 3 or start == reading.first or word in ("company", "group", "party", "firm"):
        return None
    head = reading.lists.head(word.capitalize())
    return start, place + 1, head.kind if head else "other", 0.8


def _self_named(reading: Reading, place: int) -> tuple[int, int, str, float] | None:
    """The crisis centre Ak-Jürök, the charity ConnectFutures: the name that follows a class noun in small letters."""
    word = reading.lower(place)
    if word not in reading.lists.extra["self_named"]:
        return None
    before = _named_before(reading, place, word)
    if before is not None:
        return before
    start = place + 1
    closed = reading.quotes.get(start)
    end = closed + 1 if closed is not None else start
    if closed is not None and (not reading.capital(start + 1) or closed - start > 6):
        return None
    if closed is None:
        while (
            end < len(reading)
            and reading.words[end].shape in ("title", "acronym", "caps")
            and not stops(reading, end)
            and end - start < 5
            and not reading.is_place(end)
        ):
            end += 1
    if end == start or (reading.lists.is_given(reading.text(start)) and end - start >= 2):
        return None
    head = reading.lists.head(word.capitalize())
    return start, end, head.kind if head else {"charity": "foundation", "company": "company"}.get(word, "other"), 0.8
