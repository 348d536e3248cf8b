"""Titles in quotes, told by the type word beside them: «X» атты форум, круглый стол «X», the project “X”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seriktes.mentions.happening_words import adopts, is_listed, listed, phrases, words
from seriktes.mentions.happenings.english_quotes import ENTITLED, described_at_length, says_something
from seriktes.mentions.happenings.kazakh_event import another_thing, describes
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.quoted_projects import being_built, calls_itself, launched, passed_over, set_beside, to_be_made
from seriktes.mentions.headwords import Head
from seriktes.mentions.lexicon import word_class
from seriktes.mentions.names.quoted_signers import SIGNER
from seriktes.model import Mention
from seriktes.records import record
from seriktes.text import kazakh, russian

#: How many words may stand between a title and its type word.
_REACH_AFTER, _REACH_BEFORE, _ENGLISH_BEFORE = 6, 8, 5
_THEME_REACH = 12
_LONGEST_TITLE = 45
_JOINS = frozenset({",", "және", "мен", "пен", "бен", "и", "and", "&", ";"})
_BEFORE_QUOTE = frozenset({",", ":", "–", "—", "-"})
_DASHES = frozenset({"–", "—", "-"})
_VERBS = frozenset({"VERB", "INFN", "GRND", "PRTS"})


@record(frozen=True, slots=True)
class Title:
    """A quoted title: the tokens inside its quotes, and the type word that tells what it is.

    A theme («Форумның тақырыбы – «X»») names the event less than a title does.
    """

    start: int
    end: int
    head: Head
    theme: bool = False


def find_titles(line: Line) -> list[Title]:
    """The quoted titles of events and projects in a sentence; one type word serves a list: «A» және «B» секциялары."""
    found: list[Title | None] = []
    pairs = [pair for pair in line.quotes if is_title(line, *pair)]
    for opening, closing in pairs:
        found.append(_title(line, opening, closing))
    for order in (range(1, len(pairs)), range(len(pairs) - 2, -1, -1)):
        for i in order:
            other = i - 1 if order.step > 0 else i + 1
            neighbour = found[other]
            listed_together = _in_one_list(line, pairs[min(i, other)], pairs[max(i, other)])
            if found[i] is None and neighbour is not None and listed_together:
                found[i] = Title(*_inner(line, *pairs[i]), neighbour.head)
    return [title for title in found if title is not None]


def quoted_titles(line: Line) -> Iterator[Mention]:
    """Mentions of titled events and projects: the words inside the quotes."""
    for title in find_titles(line):
        kind = title.head.kind if title.head.type == "Event" else "project"
        rule = f"{title.head.type.lower()}.{'theme' if title.theme else 'quoted'}"
        yield line.mention(_span(line, title), title.head.type, kind, rule, 0.95)


def _span(line: Line, title: Title) -> tuple[int, int]:
    """The title's words; with its type word where both were taken for the name of an organisation."""
    name, start, end = line.names[title.start], title.start, title.end
    if name is None or not name.covers(line.span(start - 1, end + 1)):
        return start, end
    while line.name(start - 1) is name:
        start -= 1
    while line.name(end) is name:
        end += 1
    return start, end


def is_title(line: Line, opening: int, closing: int) -> bool:
    """Whether the quotes may hold a title: no speech, no small letter first, no organisation with its class noun."""
    start, end = _inner(line, opening, closing)
    if not 0 < end - start <= _LONGEST_TITLE or line.words[end - 1] in (",", ".", "…"):
        return False
    if line.word(closing + 1) == "," and line.word(closing + 2) in _DASHES:  # «…», – деді ол: speech
        return False
    first = next((line.tokens[i].text for i in range(start, end) if line.is_word(i)), "")
    if (
        not first
        or line.rule(start) == SIGNER
        or not (first[0].isupper() or first[0].isdigit() or (first.isascii() and line.language != "en"))
    ):
        return False
    if line.language == "en" and says_something(line, start, end):
        return False
    name, span = line.names[start], line.span(opening, closing + 1)
    with_noun = name is not None and name.type != "Person" and name.covers(span) and len(name) > len(span)
    return not with_noun or _event_noun(line, opening, closing)


def _event_noun(line: Line, opening: int, closing: int) -> bool:
    """Whether what was taken for an organisation's class noun is that of an event: «летняя школа «X»»."""
    before = line.head_ending(opening - 1)
    if before is not None and line.language == "kk" and line.words[opening - 1] != before.noun:
        before = None  # «Шараны «X» қоры өткізді»: the object, not the title's type word
    name, head = line.names[opening + 1], before or line.head_at(closing + 1)
    event = head is not None and head.type == "Event"
    return event and name is not None and name.authority is None


def _inner(line: Line, opening: int, closing: int) -> tuple[int, int]:
    """The tokens inside; an American full stop or comma before the closing quote is no part of a title."""
    stopped = line.language == "en" and line.words[closing - 1] in (".", ",") and opening > 0
    outside = stopped and (_announced_en(line, opening) or calls_itself(line, opening, closing) is not None)
    return opening + 1, closing - 1 if outside else closing


def _announced_en(line: Line, opening: int) -> bool:
    return line.head_ending(opening - 1) is not None or line.words[opening - 1] in words("en", "quoted.connectors")


def _title(line: Line, opening: int, closing: int) -> Title | None:
    head = _type_of(line, opening, closing)
    recast = head is not None and head.start < opening and head.noun in words(line.language, "agreements.recasting")
    if recast and adopts(line.words, line.language):
        return None  # a Concept “X” that is adopted is a document
    if head is not None and head.type in ("Event", "Project"):
        return Title(*_inner(line, opening, closing), head)
    theme = _theme_of(line, opening) if head is None else None
    return Title(*_inner(line, opening, closing), theme, theme=True) if theme is not None else None


def _type_of(line: Line, opening: int, closing: int) -> Head | None:
    if line.language == "ru":
        return _head_before(line, opening) or _announced(line, closing) or being_built(line, opening)
    after = _head_after(line, closing)
    if line.language == "en":
        after = after or calls_itself(line, opening, closing) or set_beside(line, closing) or launched(line, opening, closing)
    if line.language == "kk":
        after = after or to_be_made(line, opening, closing)
        return after or _head_before_theme(line, opening, closing) or _appositive(line, opening, closing)
    before = _head_before(line, opening)
    ends = after is not None and opening < after.start < after.end == closing
    if ends and before is not None and before.type == "Event" and before.end == opening:
        return before  # the forum “Women's Peace Initiatives”
    return after if after is not None and (before is None or after.start - closing <= 2) else before


def _blocks(line: Line, place: int) -> bool:
    """Whether a word shows that the quotes hold something else: a report, a film, an organisation, a hotel."""
    word, language = line.words[place], line.language
    if is_listed(word, language, "quoted.transparent"):
        return False
    return is_listed(word, language, "quoted.blockers") or word_class(word, language) in ("org", "work", "post")


# -- the type word after the title -----------------------------------------------------------------------------------


def _head_after(line: Line, closing: int) -> Head | None:
    place, steps = closing + 1, 0
    if line.language == "kk" and line.words[closing - 1].endswith(("нда", "нде")) and line.word(place).startswith("өт"):
        return None  # «Рухани орталығында» өткен басқосу: the quotes hold the house
    connectors = words("kk", "quoted.connectors") if line.language == "kk" else frozenset[str]()
    if line.language == "en" and line.word(place) == "(" and line.word(place + 2) == ")":
        place += 3  # the “Read, Write, Debate” (RWD) Project
    while place < len(line) and steps < _REACH_AFTER and line.is_word(place):
        name, head = line.names[place], line.head_at(place)
        if line.words[place] in connectors:
            place += 1
            continue
        if name is not None and line.language == "kk" and _possessor(line, place):
            place, steps = _past_name(line, place), steps + 1
            continue
        if head is not None and head.type in ("Event", "Project"):
            return head if _one_phrase(line, closing, head) else None
        several = line.language == "kk" and line.words[place].endswith(kazakh.PLURAL)  # «X» этномәдени бірлестіктер фестивалі
        blocked = not (several or describes(line, place)) and _blocks(line, place)
        if blocked or (line.language == "kk" and word_class(line.words[place], "kk") == "place"):
            return None
        place, steps = place + 1, steps + 1
    return None


def _past_name(line: Line, place: int) -> int:
    name = line.names[place]
    return next((i for i in range(place, len(line)) if line.names[i] is not name), len(line))


def _possessor(line: Line, place: int) -> bool:
    """«… атты Қазақстан халқы Ассамблеясының форумы»: a name in the genitive between title and type word."""
    return line.words[_past_name(line, place) - 1].endswith(listed("kk", "events.genitive_endings"))


def _one_phrase(line: Line, closing: int, head: Head) -> bool:
    breaks = words("en", "quoted.breaks") if line.language == "en" else frozenset[str]()
    torn = any(word in breaks for word in line.words[closing + 1 : head.start])
    return not torn and not another_thing(line, closing, head)


# -- the type word before the title ----------------------------------------------------------------------------------


def _head_before(line: Line, opening: int) -> Head | None:
    place = opening - 1
    if line.word(place) in _BEFORE_QUOTE:
        place -= 1
    if line.language == "en" and line.word(place) in ENTITLED and (far := described_at_length(line, place)) is not None:
        return far
    left = _REACH_BEFORE if line.language == "ru" else _ENGLISH_BEFORE
    skipped = passed_over(line, place, 2 * _REACH_BEFORE) if line.language == "ru" else frozenset[int]()
    for i in range(place, -1, -1):
        if i in skipped:
            continue
        left -= line.language == "ru" or line.words[i] not in words("en", "quoted.connectors")
        if left < 0:
            return None
        if line.words[i] == "," and line.words[i + 1] in words(line.language, "quoted.connectors"):
            continue
        if not line.is_word(i):
            return None
        head = line.head_ending(i)
        if head is not None and head.type in ("Event", "Project"):
            return _outer(line, head) if head.noun not in words(line.language, "quoted.untitled") else None
        stopped = (head is not None and head.type == "Agreement") or _is_verb(line, i)
        if stopped or (line.names[i] is None and _blocks(line, i)):
            return None
    return None


def _outer(line: Line, head: Head) -> Head:
    """«Секции форума «X»»: the title is the section's, the kind too."""
    outer = line.head_ending(head.start - 1) if head.type == "Event" else None
    return replace(outer, end=head.end) if outer is not None and outer.type == "Event" else head


def _is_verb(line: Line, place: int) -> bool:
    if line.language == "ru":
        return line.words[place] != "стали" and russian.part_of_speech(line.words[place]) in _VERBS
    return line.words[place] in words("en", "quoted.verbs")


def _announced(line: Line, closing: int) -> Head | None:
    """«X» – под таким названием прошла XXIX сессия …»."""
    near = line.words[closing + 1 : closing + 5]
    announced = any(word in words("ru", "quoted.announced") for word in near) and "таким" in near
    later = (head for head in line.heads if announced and head.start > closing)
    known = words("ru", "events.named") | phrases("ru", "events.central")
    return next((head for head in later if head.type == "Event" and (head.noun in known or head.key in known)), None)


def _head_before_theme(line: Line, opening: int, closing: int) -> Head | None:
    """Kazakh: «Бірінші сессия «X» тақырыбына арналды», «… «X» деп аталды»."""
    called = line.word(closing + 1) == "деп" and line.word(closing + 2) in ("аталды", "аталады")
    if not line.word(closing + 1).startswith("тақыры") and not called:
        return None
    near = (line.head_ending(i) for i in range(opening - 1, max(-1, opening - 4), -1))
    return next((head for head in near if head is not None and head.type == "Event"), None)


def _appositive(line: Line, opening: int, closing: int) -> Head | None:
    """A type word right before the title and nothing after it: «Форум «X»», as Russian and headlines have it."""
    place = opening - 1 if opening and line.is_word(opening - 1) else opening - 2
    head = line.head_ending(place) if place >= 0 else None
    follows = closing + 1 < len(line) and line.is_word(closing + 1)
    return head if head is not None and not follows else None


def _theme_of(line: Line, opening: int) -> Head | None:
    """The event whose theme the quotes give: «Форумның биылғы тақырыбы – «X»», «Тема форума – «X»»."""
    before = range(max(0, opening - _THEME_REACH), opening)
    if not any(line.words[i].startswith(("тақырыбы", "тема", "theme", "topic")) for i in before):
        return None
    return next((head for i in before if (head := line.head_at(i)) is not None and head.type == "Event"), None)


def _in_one_list(line: Line, left: tuple[int, int], right: tuple[int, int]) -> bool:
    between = line.words[left[1] + 1 : right[0]]
    return 0 < len(between) <= 2 and all(word in _JOINS for word in between)
