"""English events by a title without quotes: "Aktobe Invest 2025, the two-day forum that …", "at the panel Farm to Port"."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.happening_words import phrases, words
from seriktes.mentions.happenings.english_quotes import ENTITLED
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.visits import plural
from seriktes.mentions.headwords import Head
from seriktes.mentions.lexicon import word_class
from seriktes.model import Mention

#: How far from its name an apposition says what it is, and the small words that may stand inside a title.
_REACH = 5
_INTRODUCING = frozenset({"a", "an", "the", "another"})
_SMALL = frozenset({"of", "to", "and", "for", "in", "the", "on", "with", "&", "–", "-", "at"})
#: Small words inside the theme of a school: what stands behind "in" or "at" is where it was held.
_IN_THEMES = frozenset({"of", "and", "for", "&", "-"})
#: What is said of an event alone, in two words.
_TAKES_PLACE = frozenset(
    {("was", "held"), ("is", "held"), ("took", "place"), ("takes", "place"), ("was", "organised"), ("was", "organized")}
)


def english_titles(line: Line) -> Iterator[Mention]:
    """Events whose title stands before a comma and their noun, or right behind their noun."""
    if line.language != "en" or line.heading:
        return
    for head in line.heads:
        school = _school(line, head) if head.type == "Event" and head.noun == "school" else None
        if school is not None:
            yield line.mention(school, "Event", head.kind, "event.titled", 0.86)
        if head.type != "Event" or plural(line, head) or line.names[head.start] is not None or not _held(head):
            continue
        run = _before(line, head) or _behind(line, head) or titled_behind(line, head)
        if run is not None:
            yield line.mention(run, "Event", head.kind, "event.titled", 0.86)


def _held(head: Head) -> bool:
    known = phrases("en", "events.central")
    return head.key in known or head.noun in known


def _before(line: Line, head: Head) -> tuple[int, int] | None:
    """ "Aktobe Invest 2025, the two-day forum that filled …": capitals up to the comma."""
    place = head.start - 1
    while place > max(-1, head.start - 1 - _REACH) and _describes(line, place) and line.words[place] not in ("the", "a", "an"):
        place -= 1
    goes_on = line.word(head.end) in words("en", "events.goes_on")  # "the forum organiser" is no forum
    if line.word(place) not in ("the", "a", "an") or line.word(place - 1) != "," or not goes_on:
        return None
    end = start = place - 1
    while start and _title_word(line, start - 1):
        start -= 1
    while start < end and line.words[start] in _SMALL:
        start += 1
    taught = head.kind == "training" and _is_school(line, start, end)
    return (start, end) if _is_title(line, start, end) and (taught or _no_body(line, start, end)) else None


def _describes(line: Line, place: int) -> bool:
    return line.is_word(place) or line.words[place] == "-"


def _is_school(line: Line, start: int, end: int) -> bool:
    """ "Completed the Green Schools Academy, a five-day course": what is called an academy and is no known body."""
    known = any(name is not None and name.authority is not None for name in line.names[start:end])
    return line.words[end - 1] in words("en", "events.schools") and not known


def _behind(line: Line, head: Head) -> tuple[int, int] | None:
    """ "At the panel Farm to Port, …", "the fair Agro Bridge Lublin"."""
    if line.capital(head.start) or line.word(head.start - 1) not in ("the", "a", "an", "annual", "international", "regional"):
        return None
    start = end = head.end
    while end < len(line) and _title_word(line, end) and not _where(line, end):
        end += 1
    while end > start and line.words[end - 1] in _SMALL:
        end -= 1
    stops = end >= len(line) or not line.is_word(end) or _where(line, end)  # "the forum Kazakh officials said": a clause goes on
    return (start, end) if stops and _is_title(line, start, end) and _no_body(line, start, end) else None


def titled_behind(line: Line, head: Head) -> tuple[int, int] | None:
    """ "A seminar on Remote Sensing of Drylands", "a panel entitled Water, Land, Credit": a title in capitals behind "on" or "entitled"."""
    called = line.word(head.end) in ENTITLED
    article = any(line.word(i) in _INTRODUCING for i in range(max(0, head.start - 3), head.start))
    if not (called or line.word(head.end) == "on") or line.capital(head.start) != line.opens(head.start) or not article:
        return None
    start = end = head.end + 1
    while end < len(line) and _goes_on(line, end, called=called):
        end += 1
    while end > start and not line.capital(end - 1):
        end -= 1
    named = any(line.names[i] is not None and not line.weak_name(i) for i in range(start, end))
    whole = end - start > 1 and line.capital(start) and sum(_spelled(line, i) for i in range(start, end)) > 1
    if not whole or (named and not called) or any(start <= h.start < end and h.type == "Agreement" for h in line.heads):
        return None
    return (start, end) if _no_body(line, start, end) else None


def _spelled(line: Line, place: int) -> bool:
    """A capitalised word; "a training on HIV and AIDS" names a subject, and no title."""
    return line.capital(place) and not (line.tokens[place].text.isupper() and len(line.words[place]) > 1)


def _goes_on(line: Line, place: int, *, called: bool) -> bool:
    """Whether a title goes on; "in" and "at" before a known name say where it was held."""
    if called and line.words[place] == "," and line.capital(place + 1) and line.names[place + 1] is None:
        return True
    return _title_word(line, place) and not _where(line, place)


def _where(line: Line, place: int) -> bool:
    """ "Songs of the Valley | at the State Library"."""
    if line.words[place] not in ("in", "at", "on"):
        return False
    behind = place + 1 + (line.word(place + 1) == "the")
    name = line.name(behind)
    return (name is not None and not line.weak_name(behind)) or line.word(behind).isdigit() or line.words[place] == "at"


def _school(line: Line, head: Head) -> tuple[int, int] | None:
    """ "The School on Internet Governance took place": a school on a theme that is held, and no body."""
    if not line.capital(head.start) or line.word(head.end) != "on":
        return None
    start, end = head.start, head.end + 1
    while start > max(0, head.start - _REACH) and _in_name(line, start - 1):
        start -= 1
    while end < min(len(line), head.end + 3 * _REACH) and (_in_name(line, end) or line.words[end] in _IN_THEMES):
        end += 1
    while line.words[end - 1] in _IN_THEMES:
        end -= 1
    of_a_season = head.end - head.start > 1  # "the Summer School on Climate" is always held
    held = of_a_season or (line.word(end), line.word(end + 1)) in _TAKES_PLACE
    return (start, end) if held and end > head.end + 1 else None


def _in_name(line: Line, place: int) -> bool:
    return line.is_word(place) and line.capital(place) and line.words[place] not in ("a", "an", "the")


def _title_word(line: Line, place: int) -> bool:
    return line.is_word(place) and (line.capital(place) or line.words[place] in _SMALL or line.words[place].isdigit())


def _is_title(line: Line, start: int, end: int) -> bool:
    return start < end and line.capital(start) and sum(line.capital(i) for i in range(start, end)) > 1


def _no_body(line: Line, start: int, end: int) -> bool:
    """Whether no person stands in it, and no one body or place fills it."""
    names = [line.names[i] for i in range(start, end)]
    if any(name is not None and name.type == "Person" for name in names):
        return False
    if names[0] is not None and all(name is names[0] for name in names):
        return False
    if " ".join(line.words[start:end]) in ("heads of state", "heads of government"):
        return False  # "a session attended by the Heads of State, a forum of rectors, …"
    last = line.words[end - 1]
    return word_class(last, "en") not in ("org", "post") and last not in words("en", "events.months")
