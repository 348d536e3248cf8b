"""English organisations: runs of capitals around a type word, with "of", "for", "in" and "and" where a name has them."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.lists import Head
from seriktes.mentions.reading import Reading
from seriktes.model import Mention

_LINKS = frozenset({"of", "for", "on", "against", "under", "among"})
_ARTICLES = frozenset({"the", "a"})
_OFFICE_KINDS = frozenset({"diplomatic_mission", "intergovernmental"})
_PARTS = frozenset(
    {
        "department",
        "faculty",
        "school",
        "institute",
        "centre",
        "center",
        "chair",
        "office",
        "academy",
        "bureau",
        "mission",
        "hub",
        "embassy",
        "consulate",
        "delegation",
        "representation",
        "programme",
        "council",
        "section",
    }
)
_PROJECTS = frozenset(
    [
        "programme",
        "program",
        "project",
        "initiative",
        "forum",
        "conference",
        "summit",
        "agreement",
        "award",
        "prize",
        "act",
        "agenda",
        "year",
        "day",
    ]
)
_LONGEST = 24


def find_organizations_en(reading: Reading) -> Iterator[Mention]:
    """The organisations that English type words make, outermost, left to right."""
    place = 0
    while place < len(reading):
        found = _at(reading, place)
        if found is None:
            place += 1
            continue
        start, end, kind, score = found
        yield reading.mention(start, end, "Organization", "pattern:type-word", score, kind)
        place = end


def _at(reading: Reading, place: int) -> tuple[int, int, str, float] | None:
    word = reading.words[place]
    if word.shape == "lower":
        return _self_named(reading, place)
    if word.shape not in ("title", "caps", "acronym"):
        return None
    head = reading.lists.head(word.text)
    abbreviation = word.text in reading.lists.abbreviations
    if (head is None and not abbreviation) or reading.lower(place - 1) == "press":
        return None
    if reading.is_place(place) or (reading.lower(place) == "society" and reading.lower(place - 1) == "civil"):
        return None
    if abbreviation and head is None:
        head = Head("company", False)
    assert head is not None
    start = _left(reading, place)
    end = _right(reading, place, head)
    if reading.lower(end) in _PROJECTS and reading.capital(end):
        return None
    if end - start < 2 or (reading.titled and not _firm(reading, start, end)):
        return None
    if not _anchored(reading, start, place, end, head):
        return None
    return start, end, _kind(reading, start, end, head), 0.92


def _kind(reading: Reading, start: int, end: int, head: Head) -> str:
    """The kind that the longest listed type word inside the name tells."""
    words = [reading.lower(i) for i in range(start, end)]
    for size in (3, 2):
        for i in range(len(words) - size + 1):
            kind = reading.lists.compounds.get(" ".join(words[i : i + size]))
            if kind:
                return kind
    return head.kind


def _stop(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    if (
        word.fold in ("executive", "general", "state", "chief", "assistant", "students", "student", "teachers")
        and reading.capital(i + 1)
        and (reading.lists.head(reading.text(i + 1)) is not None or reading.lists.head(reading.text(i + 2)) is not None)
    ):
        return False
    return word.fold in reading.lists.stops or reading.lists.is_post(word.text)


def _left(reading: Reading, place: int) -> int:
    """Leftwards over capitals, initials, "of" and "and" inside a name, and a quoted name."""
    start = place
    if reading.quotes_back.get(place - 1) is not None:
        return reading.quotes_back[place - 1]
    while start > 0:
        i = start - 1
        word = reading.words[i]
        if i in reading.persons:
            break
        if word.shape in ("title", "caps", "acronym", "initial") and not _stop(reading, i):
            if word.fold.endswith("'s") and not reading.is_place(i) and i != place - 1:
                break
            start = i
        elif word.fold == "and" or word.text == "&":
            if not _and_left(reading, i, place):
                break
            start = i
        elif (
            word.text == ","
            and reading.lower(place) in ("ministry", "department", "committee", "office")
            and reading.words[i - 1].shape == "title"
            and "and" in [reading.lower(k) for k in range(start, place)]
            and i - 1 not in reading.listed_at
            and not _stop(reading, i - 1)
        ):
            start = i - 1
        elif (
            word.text in "-–"
            and i > 0
            and reading.capital(i - 1)
            and word.token.start == reading.words[i - 1].token.end
        ):
            start = i
        else:
            break
    while start < place and (
        not reading.capital(start) or (start == reading.first and reading.lower(start) in reading.lists.stops)
    ):
        start += 1
    return start


def _and_left(reading: Reading, i: int, place: int) -> bool:
    """ "Food and Agriculture Organization": one name; "Kazakhstan and Eurasia Foundation": two."""
    if i == 0 or not reading.capital(i - 1) or _stop(reading, i - 1) or reading.words[i - 1].shape == "acronym":
        return False
    if reading.is_place(i - 1) or reading.is_organization(i - 1) or reading.lists.head(reading.text(i - 1)) is not None:
        return False
    if (
        reading.is_place(i + 1)
        or reading.words[i + 1].shape == "acronym"
        or reading.lists.is_given(reading.text(i - 1))
    ):
        return False
    return not (
        i >= 2
        and reading.capital(i - 2)
        and not reading.is_organization(i - 2)
        and place - i > 2
        and reading.lists.head(reading.text(i + 1)) is not None
    )


def _right(reading: Reading, place: int, head: Head) -> int:
    end = place + 1
    if reading.lower(place).endswith("'s"):
        return end
    closed = reading.quotes.get(end)
    if closed is not None:
        end = closed + 1
    linked = False
    while end < len(reading) and end - place < _LONGEST:
        step = _step(reading, end, head, place, linked)
        if step is None:
            break
        linked = linked or reading.lower(end) in _LINKS
        end = step
    return end


def _step(reading: Reading, i: int, head: Head, place: int, linked: bool) -> int | None:
    word = reading.words[i]
    if word.fold == "named" and reading.lower(i + 1) == "after" and reading.capital(i + 2):
        return _capitals(reading, i + 2)
    if word.fold in _LINKS:
        j = i + 1 + (reading.lower(i + 1) in _ARTICLES)
        if word.fold == "of" and reading.lower(j) in ("people's",):
            j += 1
        return j + 1 if reading.capital(j) and not _person_ahead(reading, j) else None
    if word.fold in ("in", "at", "to"):
        return _in_place(reading, i, head, place)
    if word.fold == "and" or word.text in ("&", ","):
        return _and_right(reading, i, linked, place)
    if word.text in "-–" and reading.capital(i + 1) and word.token.end == reading.words[i + 1].token.start:
        return i + 2
    if (
        word.shape in ("title", "caps", "acronym")
        and not _stop_after(reading, i, linked)
        and not _person_ahead(reading, i)
        and not _unknown_pair(reading, i, place)
    ):
        return i + 1
    if word.shape == "initial" and linked:
        return i + 1
    return None


def _unknown_pair(reading: Reading, i: int, place: int) -> bool:
    """Two unknown capitals right after a type word are rather a person than part of the name."""
    listed_end = i - 1 in reading.listed_at and reading.listed_at[i - 1].end == i
    after_head = i == place + 1 or reading.lists.head(reading.text(i - 1)) is not None
    if (
        (not after_head and not listed_end)
        or i in reading.listed_at
        or not reading.capital(i + 1)
        or i + 1 in reading.listed_at
    ):
        return False
    words = (reading.words[i], reading.words[i + 1])
    return all(w.shape == "title" and reading.lists.head(w.text) is None for w in words) and not reading.lists.is_post(
        words[1].text
    )


def _capitals(reading: Reading, i: int) -> int:
    while i < len(reading) and reading.capital(i):
        i += 1
    return i


def _stop_after(reading: Reading, i: int, linked: bool) -> bool:
    """A post word ends a name, except the President or Prime Minister that an institution is of or under."""
    word = reading.words[i]
    if word.fold in (
        "president",
        "prime",
        "minister",
        "resident",
        "coordinator",
        "commissioner",
        "high",
        "state",
        "first",
    ):
        return not linked
    if word.fold in ("general", "press", "secretary-general"):
        return word.fold == "secretary-general" and not linked
    return _stop(reading, i)


def _person_ahead(reading: Reading, i: int) -> bool:
    if i in reading.persons:
        return True
    return (
        reading.lists.is_given(reading.text(i))
        and reading.capital(i + 1)
        and reading.lists.head(reading.text(i + 1)) is None
        and reading.lists.head(reading.text(i + 2)) is None
        and i not in reading.listed_at
    )


def _in_place(reading: Reading, i: int, head: Head, place: int) -> int | None:
    """ "British Embassy in Astana", "Delegation of the European Union to Kazakhstan", "Department of Geography at Sheffield"."""
    j = i + 1 + (reading.lower(i + 1) in _ARTICLES)
    match = reading.listed_at.get(j)
    word = reading.lower(place)
    if match is None or match.start != j:
        return (
            j + 1
            if reading.lower(i) == "at" and word in ("department", "faculty", "school") and reading.capital(j)
            else None
        )
    if reading.lower(i) == "at" and word in ("department", "faculty", "school", "institute"):
        return match.end
    if match.records[0].type != "Place":
        return (
            match.end
            if (reading.lower(i) == "to" and head.kind in _OFFICE_KINDS)
            or (reading.lower(i) == "at" and word in _PARTS)
            else None
        )
    if head.kind == "diplomatic_mission" or (head.kind == "intergovernmental" and reading.lower(i) == "in"):
        return match.end
    international = any(
        reading.is_organization(k) and reading.listed_at[k].records[0].country == "INT"
        for k in range(max(0, place - 6), i)
    )
    return match.end if international and reading.lower(i) == "in" else None


def _and_right(reading: Reading, i: int, linked: bool, place: int) -> int | None:
    """Whether a conjunction or comma goes on inside the name: "Ministry of Trade, Industry and Tourism"."""
    j = i + 1
    joined = _joined_regions(reading, i)
    if joined is not None:
        return joined
    if not linked or not reading.capital(j) or reading.words[j].shape in ("acronym", "initial"):
        return None
    if j in reading.persons:
        return None
    if (
        (reading.is_place(i - 1) and not reading.is_place(j))
        or reading.words[i - 1].shape == "acronym"
        or (j in reading.listed_at and not reading.is_place(j))
    ):
        return None
    if reading.is_place(j) and not (reading.is_place(i - 1) and reading.lower(i) == "and"):
        return None
    if reading.is_place(i - 1) and reading.is_place(j):
        return None
    k = j
    while k < len(reading) and (
        reading.words[k].shape in ("title", "caps") or (reading.lower(k) in ("of", "the") and k > j)
    ):
        if reading.lists.head(reading.text(k)) is not None or reading.lists.is_post(reading.text(k)):
            return None
        k += 1
    if reading.lists.is_given(reading.text(j)) and reading.capital(j + 1):
        return None
    if reading.text(i) == ",":
        tail = [reading.lower(n) for n in range(j + 1, min(j + 7, len(reading)))]
        return (
            j + 1
            if "and" in tail
            and reading.lower(place)
            in ("ministry", "department", "committee", "office", "centre", "center", "institute")
            else None
        )
    return j + 1


def _joined_regions(reading: Reading, i: int) -> int | None:
    """ "Centre for Central Asia and Afghanistan", "Bureau for Europe and the Commonwealth of Independent States"."""
    match = reading.listed_at.get(i - 1)
    if (
        reading.lower(i) != "and"
        or match is None
        or match.records[0].type != "Place"
        or reading.lower(match.start - 1) != "for"
    ):
        return None
    j = i + 1 + (reading.lower(i + 1) == "the")
    other = reading.listed_at.get(j)
    return other.end if other is not None and other.start == j else None


def _firm(reading: Reading, start: int, end: int) -> bool:
    """In a headline with capitals everywhere, only names with "of" are sure."""
    return any(reading.lower(i) in _LINKS for i in range(start, end)) and end - start <= 9


def _anchored(reading: Reading, start: int, place: int, end: int, head: Head) -> bool:
    """A bare type word with its article is no name; two capitals at a sentence's beginning need a strong one."""
    capitals = [i for i in range(start, end) if reading.capital(i)]
    if len(capitals) < 2:
        return any(i in reading.quotes for i in range(start, end))
    if start == reading.first and len(capitals) == 2 and head.weak and place == start + 1:
        return not reading.lower(start).endswith(("ing", "ed")) and reading.lower(start) not in reading.lists.not_names
    return True


def _self_named(reading: Reading, place: int) -> tuple[int, int, str, float] | None:
    """ "the crisis centre Ak-Jürök", "the charity ConnectFutures": the name that follows a class noun in small letters."""
    word = reading.lower(place)
    if word not in reading.lists.extra["self_named"]:
        return None
    start = place + 1
    closed = reading.quotes.get(start)
    end = closed + 1 if closed is not None else start
    if closed is not None and (not reading.capital(start + 1) or closed - start > 6):
        return None
    if closed is None:
        while (
            end < len(reading)
            and reading.words[end].shape in ("title", "acronym", "caps")
            and not _stop(reading, end)
            and end - start < 5
            and not reading.is_place(end)
        ):
            end += 1
    if end == start or (reading.lists.is_given(reading.text(start)) and end - start >= 2):
        return None
    head = reading.lists.head(word.capitalize())
    return start, end, head.kind if head else {"charity": "foundation", "company": "company"}.get(word, "other"), 0.8
