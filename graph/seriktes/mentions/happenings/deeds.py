"""An event that a report tells of without saying that it was held: "a meeting between X and Y", "the talks", "X received Y".

Asked only where nothing else gave the report its event. In order: the noun of the lead, a noun spoken of as known to the
reader, and last the verb of the headline and the lead ("met with"), for reports that have no noun at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from seriktes.mentions.happening_words import in_starts, phrases, word_file, words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.headwords import Head
from seriktes.model import Language, Mention

Told = tuple[Line, Head]
Free = Sequence[tuple[Line, Sequence[Head]]]

#: In how many sentences the noun is looked for where it stands alone, and where it is spoken of as known; and the verb.
_LEAD, _VERBS = 3, 3
#: How far before a noun or verb stands what makes it a mere plan, and how far from a verb the names that take part.
_PLANNED, _NEAR, _FAR = 5, 14, 20


def told_by_noun(free: Free, fitting: Callable[[Line, Head], bool]) -> Told | None:
    """The noun of the lead, else the first noun the text speaks of as known ("the visit"); None where there is none."""
    for line, heads in free[:_LEAD]:
        for head in heads:
            if fitting(line, head) and _introduced(line, head) and not _only_planned(line, head.start):
                return line, head
    for line, heads in free:
        for head in heads:
            if _may_be_known(line, head, fitting) and not _only_planned(line, head.start):
                return line, head
    return None


def told_by_headline(headings: Sequence[Line], fitting: Callable[[Line, Head], bool]) -> Told | None:
    """ "Farewell meeting with the Ambassador": a headline that names what the body tells by verbs."""
    for line in headings if headings and words(headings[0].language, "events.introducing") else ():
        for head in line.heads:
            if head.type == "Event" and fitting(line, head) and not (_only_planned(line, head.start) or _promoted(line, head)):
                return line, head
    return None


def _promoted(line: Line, head: Head) -> bool:
    """ "For promoting dialogue of religions": what is only furthered, without an article, is no event."""
    return line.word(head.start - 1).endswith("ing") and not line.capital(head.start)


def _introduced(line: Line, head: Head) -> bool:
    """ "A working meeting", "their visit", "the next day's talks": an article, a pronoun or an ordinal stands before it."""
    place = head.start - 1
    while place >= 0 and head.start - place < 4 and line.plain(place) and line.words[place] not in _before(line.language):
        if line.words[place] in words(line.language, "events.passing"):
            return False
        place -= 1
    article = line.word(place) in _before(line.language)
    return article and line.word(place - 1) not in words(line.language, "events.passing")


def _may_be_known(line: Line, head: Head, fitting: Callable[[Line, Head], bool]) -> bool:
    known = line.word(head.start - 1) in words(line.language, "events.known")
    free = line.names[head.start] is None and not line.quoted(head.start)
    generic = head.key in phrases(line.language, "events.generic") and free
    return known and (generic or fitting(line, head)) and line.word(head.start - 2) not in words(line.language, "events.passing")


def _before(language: Language) -> frozenset[str]:
    return words(language, "events.known") | words(language, "events.introducing")


def _only_planned(line: Line, place: int) -> bool:
    """ "Will hold a meeting", "proposed a meeting", "a meeting was not held"."""
    return _unreal(line, max(0, place - _PLANNED), place)


def _unreal(line: Line, start: int, end: int) -> bool:
    """Whether a word of planning or denial stands there; "3 May" is no such word."""
    return any(
        line.names[i] is None
        and in_starts(line.words[i], line.language, "events.unreal")
        and not (line.words[i] == "may" and line.capital(i) and i > 0)
        for i in range(start, end)
    )


def told_by_verb(lines: Sequence[Line]) -> Iterator[Mention]:
    """The verb that tells of a meeting or visit between names, once in the headline and once in the lead."""
    headings = [line for line in lines if line.heading]
    body = [line for line in lines if not line.heading][:_VERBS]
    kind = ""
    for part in (body, headings):
        for line in part:
            found = next((deed for deed in _deeds(line) if kind in ("", deed[2])), None)
            if found is not None:
                start, end, kind = found
                yield line.mention((start, end), "Event", "meeting" if kind == "talk" else kind, "event.deed", 0.5)
                break


def meets(line: Line) -> bool:
    """Whether a sentence tells by its verb that people met."""
    return any(kind == "meeting" and people_meet(line, start, end) for start, end, kind in _deeds(line))


def told_before(body: Sequence[Line], chosen: Told) -> bool:
    """Whether the first sentence tells by its verb that people met, and the event chosen is another one, told of later."""
    line, head = chosen
    if not body or line is body[0] or head.kind == "meeting":
        return False
    return any(kind == "meeting" and people_meet(body[0], start, end) for start, end, kind in _deeds(body[0]))


def people_meet(line: Line, start: int, end: int) -> bool:
    """Whether a person stands on either side of the verb."""
    sides = (line.names[:start], line.names[end : end + _FAR])
    return all(any(n is not None and n.type == "Person" for n in side) for side in sides)


def noun_of_deed(free: Free, fitting: Callable[[Line, Head], bool]) -> Told | None:
    """The noun that takes up a meeting told by a verb: "during the meeting", "at the talks"."""
    for line, heads in free:
        for head in heads:
            if (
                head.kind == "meeting"
                and line.word(head.start - 1) in words(line.language, "events.known")
                and fitting(line, head)
            ):
                return line, head
    return None


def _deeds(line: Line) -> Iterator[tuple[int, int, str]]:
    verbs, spoken = _verbs(line.language), line.words
    if verbs.keys().isdisjoint(spoken):
        return
    for place in [i for i, word in enumerate(spoken) if i and word in verbs]:
        for kind, verb in verbs[spoken[place]]:
            end = place + len(verb)
            if spoken[place:end] != verb:
                continue
            if _two_before(line, place) if kind == "talk" else _between_names(line, place, end):
                yield place, end, kind


@cache
def _verbs(language: Language) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """By their first words, the verbs of deeds with their kinds, in the order of the list."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for kind, verbs in word_file()[language].get("deeds", {}).items():
        for verb in verbs.split("|"):
            found.setdefault(verb.split()[0], []).append((kind, tuple(verb.split())))
    return found


def _two_before(line: Line, start: int) -> bool:
    """ "Minister X and Ambassador Y discussed …": two named persons did it together."""
    if _unreal(line, max(0, start - 3), start) or line.quoted(start):
        return False
    return len({n for n in line.names[:start] if n is not None and n.type == "Person"}) > 1


def _between_names(line: Line, start: int, end: int) -> bool:
    """Whether somebody named does it and somebody or something named follows; no plan, no denial."""
    if _unreal(line, max(0, start - 3), start):
        return False
    if line.quoted(start) or line.names[start] is not None:
        return False
    before = [n for n in line.names[max(0, start - _NEAR) : start] if n is not None]
    after = [n for n in line.names[end : end + _NEAR] if n is not None]
    acting = any(n.type in ("Person", "Organization") for n in before)
    sent = any(in_starts(word, line.language, "events.envoys") for word in line.words[max(0, start - _NEAR) : start])
    return (acting or (bool(before) and sent)) and bool(after)


def named_after_deed(mention: Mention, language: Language) -> str | None:
    """What an event told only by a verb is called: «Meeting» for "met with", «Визит» for «посетила»; None for other mentions."""
    if mention.rule not in ("event.deed", "event.told"):
        return None
    table = word_file()[language]
    text = " ".join(mention.text.lower().split())
    for kind, verbs in table.get("deeds", {}).items():
        if text in (" ".join(verb.split()) for verb in verbs.split("|")):
            return str(table["deed_names"][kind])
    name = table.get("deed_names", {}).get(mention.kind)
    return str(name) if name else None
