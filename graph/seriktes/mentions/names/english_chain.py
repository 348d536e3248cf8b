"""What follows an English type word inside the name: 'of', 'for', 'in', 'and' with capitals, to the end of the name."""

from __future__ import annotations

from seriktes.mentions.lists import Head
from seriktes.mentions.names.reading import Reading

LINKS = frozenset({"of", "for", "on", "against", "under", "among"})
_ARTICLES = frozenset({"the", "a"})
_OFFICE_KINDS = frozenset({"diplomatic_mission", "intergovernmental"})
_SITTING_BODIES = frozenset({"council", "committee", "forum", "assembly", "conference", "summit", "commission", "congress"})
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december""".split()
)
_OF_PEOPLE = frozenset({"association", "union", "network", "alliance", "federation", "league", "guild"})
#: Post words that a body's name may begin with: "Volunteer Association", "Judges' Union", "Rectors' Council".
_IN_NAMES = frozenset(
    """executive general state chief assistant students student teachers volunteer volunteers judges lawyers journalists experts
    scientists leaders mayors rectors entrepreneurs managers writers artists engineers doctors farmers architects librarians""".split()
)
_LONGEST = 24
#: How many tokens a quoted name has that closes a longer one, its opening mark counted.
_SHORT_TITLE = 4


def stops(reading: Reading, i: int) -> bool:
    """Whether a capitalised word belongs to no name: an article, a post, a weekday, the verb of a headline."""
    word = reading.words[i]
    if word.fold.endswith(("-based", "-led", "-funded", "-backed", "-born", "-supported", "-sponsored", "-run", "-affiliated")):
        return True  # "the UK-based Civic Bridge Trust"
    if (reading.shouting or reading.titled) and word.fold in reading.lists.extra["headline_verbs"] | {
        "delegation",
        "delegations",
    }:
        return True
    if word.fold == "representative" and reading.lower(i + 1) == "office":
        return False
    if any(reading.lower(k).endswith("'s") and reading.lists.head(reading.text(k + 1)) is not None for k in (i, i + 1)):
        return False
    if (
        word.fold in _IN_NAMES
        and reading.capital(i + 1)
        and (reading.lists.head(reading.text(i + 1)) is not None or reading.lists.head(reading.text(i + 2)) is not None)
    ):
        return False
    return word.fold in reading.lists.stops or reading.lists.is_post(word.text)


def chain_end(reading: Reading, place: int, head: Head) -> int:
    """Where the name whose type word stands at a place ends."""
    end = place + 1
    if reading.lower(place).endswith("'s"):
        return end
    number = number_end(reading, end)
    if number > end:
        return number
    closed = reading.quotes.get(end)
    if closed is not None:
        end = closed + 1
    linked = False
    while end < len(reading) and end - place < _LONGEST:
        step = _step(reading, end, head, place, linked)
        if step is None:
            break
        linked = linked or reading.lower(end) in LINKS
        end = step
    closed = reading.quotes.get(end) if linked and end > place + 1 else None  # Association of Women Lawyers "Himoya"
    short = closed is not None and closed - end <= _SHORT_TITLE
    return closed + 1 if closed is not None and short and reading.capital(end + 1) else end


def number_end(reading: Reading, i: int) -> int:
    """Where the number of a school or clinic ends that begins at a place, «№ 12», "No. 6"; the place itself where none does."""
    sign = reading.lower(i)
    if sign not in ("№", "no", "no.", "#"):
        return i
    j = i + 1 + (sign == "no" and reading.text(i + 1) == ".")
    return j + 1 if reading.text(j)[:1].isdigit() else i


def _step(reading: Reading, i: int, head: Head, place: int, linked: bool) -> int | None:
    word = reading.words[i]
    if "\u0400" <= word.text[0] <= "\u04ff":
        return None  # «British Council-дің Қазақстандағы директоры»
    if word.fold == "named" and reading.lower(i + 1) == "after":
        named = next((j for j in range(i + 2, i + 5) if reading.capital(j)), None)  # "named after (the) academician X"
        return _capitals(reading, named) if named is not None else None
    if word.fold in LINKS:
        j = i + 1 + (reading.lower(i + 1) in _ARTICLES)
        if word.fold == "on" and reading.lower(j) in _CALENDAR:
            return None
        if word.fold == "of" and reading.lower(j) in ("people's",):
            j += 1
        return j + 1 if reading.capital(j) and not _person_ahead(reading, j) else None
    if word.fold == "the" and linked and reading.lower(i - 1).endswith("ing") and reading.capital(i + 1):
        return i + 2  # "Fund for Saving the Aral Sea"
    if word.text in ("region", "oblast", "district", "province") and linked and reading.is_place(i - 1):
        return i + 1  # "the Akimat of the Kyzylorda region"
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
    if word.shape == "initial" and linked and (reading.lower(i - 1) in LINKS or reading.words[i - 1].shape == "initial"):
        return i + 1  # not "the Institute for Strategic Studies D. Omarova"
    return None


def _unknown_pair(reading: Reading, i: int, place: int) -> bool:
    """Two unknown capitals right after a type word are rather a person than part of the name."""
    listed_end = i - 1 in reading.listed_at and reading.listed_at[i - 1].end == i
    after_head = i == place + 1 or reading.lists.head(reading.text(i - 1)) is not None
    if reading.lower(place - 1) in ("public", "ngo") and i == place + 1:
        return False  # "the Public Foundation Zhasyl Orda"
    if (not after_head and not listed_end) or i in reading.listed_at or not reading.capital(i + 1) or i + 1 in reading.listed_at:
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
    return stops(reading, i)


def _person_ahead(reading: Reading, i: int) -> bool:
    if reading.is_organization(i) and reading.listed_at[i].start == i:
        return False  # "the Representative Office of the Konrad Adenauer Stiftung"
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
    """British Embassy in Astana, Delegation of the European Union to Kazakhstan, Department of Physics at Leeds."""
    j = i + 1 + (reading.lower(i + 1) in _ARTICLES)
    match = reading.listed_at.get(j)
    word = reading.lower(place)
    if match is None and reading.lower(i) == "in" and word in _OF_PEOPLE and reading.capital(j) and not _person_ahead(reading, j):
        return j + 1  # "Association of Women in Diplomacy"
    if match is None or match.start != j:
        return j + 1 if reading.lower(i) == "at" and word in ("department", "faculty", "school") and reading.capital(j) else None
    if reading.lower(i) == "at" and word in ("department", "faculty", "school", "institute"):
        return match.end
    if match.records[0].type != "Place":
        return (
            match.end
            if (reading.lower(i) == "to" and head.kind in _OFFICE_KINDS)
            or (reading.lower(i) == "at" and word in reading.lists.extra["parts"])
            else None
        )
    if word in _SITTING_BODIES and match.records[0].kind == "settlement":
        return None  # "the Youth Council in Samarkand": where it met, not which one it is
    if head.kind == "diplomatic_mission" or (head.kind == "intergovernmental" and reading.lower(i) == "in"):
        return match.end
    if reading.lower(i) == "in" and word == "office" and reading.lower(place - 1) in ("representative", "regional", "country"):
        return match.end
    international = any(
        reading.is_organization(k) and reading.listed_at[k].records[0].country == "INT" for k in range(max(0, place - 6), i)
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
    while k < len(reading) and reading.words[k].shape in ("title", "caps"):
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
            in (
                "ministry",
                "department",
                "committee",
                "office",
                "centre",
                "center",
                "institute",
                "directorate-general",
                "directorate",
                "agency",
            )
            else None
        )
    return j + 1


def _joined_regions(reading: Reading, i: int) -> int | None:
    """ "Centre for Central Asia and Afghanistan", "Bureau for Europe and the Commonwealth of Independent States"."""
    match = reading.listed_at.get(i - 1)
    if reading.lower(i) != "and" or match is None or match.records[0].type != "Place" or reading.lower(match.start - 1) != "for":
        return None
    j = i + 1 + (reading.lower(i + 1) == "the")
    other = reading.listed_at.get(j)
    return other.end if other is not None and other.start == j else None
