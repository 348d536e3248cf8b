"""Titles in quotes, told by the type word beside them: «X» атты форум, круглый стол «X», the project “X”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seriktes.mentions.headwords import Head, head_at, key_of, words_of
from seriktes.mentions.lexicon import word_class
from seriktes.mentions.lines import Line
from seriktes.model import EntityType, Mention
from seriktes.text import russian

#: How many words may stand between a title and its type word.
_REACH_AFTER, _REACH_BEFORE = 6, 8
_LONGEST_TITLE = 45
_SPEECH_END = frozenset(",.!?…")
_JOINS = frozenset({",", "және", "мен", "пен", "бен", "и", "and", "&", ";"})
_VERBS = frozenset({"VERB", "INFN", "GRND", "PRTS"})


@dataclass(frozen=True, slots=True)
class Title:
    """A quoted title with the tokens of its quotes and the type word that tells what it is."""

    opening: int
    closing: int
    head: Head
    theme: bool = False


def find_titles(line: Line) -> Iterator[Title]:
    """The quoted titles of events and projects in a sentence."""
    previous: Title | None = None
    for opening, closing in line.quotes:
        if not is_title(line, opening, closing):
            continue
        head = _type_of(line, opening, closing)
        theme = head is None and _theme_of(line, opening)
        if theme:
            yield Title(opening, closing, theme, True)
            continue
        if head is None and previous is not None and _listed_after(line, previous, opening):
            head = previous.head
        if head is None or head.type not in ("Event", "Project"):
            previous = None
            continue
        previous = Title(opening, closing, head)
        yield previous


def quoted_titles(line: Line) -> Iterator[Mention]:
    """Mentions of titled events and projects: the words inside the quotes."""
    for title in find_titles(line):
        kind = title.head.kind if title.head.type == "Event" else "project"
        rule = "theme" if title.theme else "quoted"
        yield line.mention(title.opening + 1, title.closing, title.head.type, kind, f"{title.head.type.lower()}.{rule}", 0.95)


def _theme_of(line: Line, opening: int) -> Head | None:
    """The event whose theme the quotes give: «Форумның биылғы тақырыбы – «X»», «Тема форума – «X»»."""
    words = line.words[max(0, opening - 9):opening]
    if not any(word.startswith(("тақырыбы", "тема", "theme", "topic")) for word in words):
        return None
    return next((head for i in range(max(0, opening - 12), opening)
                 if (head := head_at(line, i)) is not None and head.type == "Event"), None)


def is_title(line: Line, opening: int, closing: int) -> bool:
    """Whether the quotes may hold a title: no speech, no small letter first, no organisation's name."""
    length = closing - opening - 1
    if not 0 < length <= _LONGEST_TITLE or line.words[closing - 1] in _SPEECH_END - {"?", "!"}:
        return False
    first = next((line.tokens[i].text for i in range(opening + 1, closing) if line.is_word(i)), "")
    if not first or not (first[0].isupper() or first[0].isdigit()):
        return False
    name = line.names[opening + 1]
    span = line.span(opening, closing + 1)
    return name is None or not (name.covers(span) and len(name) > len(span)) or name.type not in ("Organization", "Place")


def _type_of(line: Line, opening: int, closing: int) -> Head | None:
    before, after = _head_before(line, opening), _head_after(line, closing)
    if line.language == "ru":
        return before or None
    if line.language == "kk":
        return after or _head_before_with_connector(line, opening, closing)
    return after if after is not None and (before is None or after.start - closing <= 2) else before


def _blocks(line: Line, place: int) -> bool:
    """Whether a word shows that the quotes hold something else: a report, a film, an organisation, a hotel."""
    word, language = line.words[place], line.language
    if word in words_of(language, "words", "transparent") or key_of(word, language) in words_of(language, "words", "transparent"):
        return False
    if key_of(word, language) in words_of(language, "words", "blockers") or word in words_of(language, "words", "blockers"):
        return True
    return word_class(line.tokens[place].text.lower(), language) in ("org", "work", "post")


def _head_after(line: Line, closing: int) -> Head | None:
    place, stop = closing + 1, min(len(line), closing + 1 + _REACH_AFTER)
    if place < len(line) and line.language == "kk" and line.words[place] == ",":
        return None
    connectors = words_of(line.language, "words", "connectors") if line.language == "kk" else frozenset()
    while place < stop:
        if not line.is_word(place):
            return None
        if line.words[place] in connectors:
            place, stop = place + 1, min(len(line), stop + 1)
            continue
        head = head_at(line, place)
        if head is not None and head.type in ("Event", "Project"):
            return head if _fits_after(line, head) else None
        if _blocks(line, place) or (line.language == "en" and line.names[place] is None and place > closing + 3):
            return None
        if line.language == "kk" and word_class(line.tokens[place].text.lower(), "kk") == "place":
            return None
        place += 1
    return None


def _fits_after(line: Line, head: Head) -> bool:
    """In English the type word after a title stands in the same noun phrase: no verb, article or comma between."""
    return line.language != "en" or not any(
        line.words[i] in ("the", "a", "an", "at", "of", "in", "was", "is", "and", "for", "to", "with", "by")
        for i in range(max(0, head.start - 4), head.start) if i > _last_quote(line, head.start))


def _last_quote(line: Line, place: int) -> int:
    return max((closing for _, closing in line.quotes if closing < place), default=-1)


def _head_before(line: Line, opening: int) -> Head | None:
    place = opening - 1
    while place >= 0 and line.words[place] in (",", ":", "–", "—", "-"):
        place -= 1
    if place < opening - 2:
        return None
    for step in range(_REACH_BEFORE if line.language == "ru" else 5):
        i = place - step
        if i < 0 or not line.is_word(i):
            return None
        head = _head_ending_at(line, i)
        if head is not None and head.type in ("Event", "Project"):
            return _leftmost(line, head)
        if head is not None and head.type == "Agreement":
            return None
        if (line.names[i] is None and _blocks(line, i)) or _is_verb(line, i):
            return None
    return None


def _head_ending_at(line: Line, place: int) -> Head | None:
    for start in range(max(0, place - 3), place + 1):
        head = head_at(line, start)
        if head is not None and head.end == place + 1:
            return head
    return None


def _leftmost(line: Line, head: Head) -> Head:
    """«Секции форума «X»»: the title is the section's, the kind too."""
    if head.start and head.type == "Event":
        outer = _head_ending_at(line, head.start - 1)
        if outer is not None and outer.type == "Event":
            return Head(outer.start, head.end, "Event", outer.kind, outer.key)
    return head


def _is_verb(line: Line, place: int) -> bool:
    if line.language == "ru":
        return line.words[place] != "стали" and russian.part_of_speech(line.words[place]) in _VERBS
    if line.language == "en":
        return line.words[place] in ("is", "was", "are", "were", "said", "and", "has", "have", "that", "performed", "told", "who")
    return False


def _head_before_with_connector(line: Line, opening: int, closing: int) -> Head | None:
    """Kazakh: «Бірінші сессия «X» тақырыбына арналды»."""
    follows = line.words[closing + 1] if closing + 1 < len(line) else ""
    if not follows.startswith("тақыры") or not opening:
        return _appositive(line, opening, closing)
    for i in range(opening - 1, max(-1, opening - 4), -1):
        head = _head_ending_at(line, i)
        if head is not None:
            return head if head.type == "Event" else None
    return None


def _appositive(line: Line, opening: int, closing: int) -> Head | None:
    """A type word right before the title, as Russian and headlines have it: «жобасы – «X»», «Форум «X»»."""
    if not opening:
        return None
    place = opening - 1 if line.is_word(opening - 1) else opening - 2
    head = _head_ending_at(line, place) if place >= 0 else None
    follows = closing + 1 < len(line) and line.is_word(closing + 1)
    return head if head is not None and not follows and head.type in ("Event", "Project") else None


def _listed_after(line: Line, previous: Title, opening: int) -> bool:
    return opening - previous.closing in (2, 3) and all(line.words[i] in _JOINS for i in range(previous.closing + 1, opening))


def title_key(text: str) -> str:
    """A title for comparing: folded, without quotes and punctuation."""
    return " ".join(re.findall(r"\w+", text.lower().replace("ё", "е")))


def repeated_titles(lines: tuple[Line, ...], found: list[Mention]) -> Iterator[Mention]:
    """Further places where a found title stands in quotes without its type word."""
    known: dict[str, Mention] = {}
    for mention in found:
        if mention.rule.endswith((".quoted", ".latin", ".section")):
            known.setdefault(title_key(mention.text), mention)
    taken = {(mention.start, mention.end) for mention in found}
    for line in lines:
        for opening, closing in line.quotes:
            if closing - opening < 2:
                continue
            span = line.span(opening + 1, closing)
            same = known.get(title_key(line.text[span.start - line.sentence.start:span.end - line.sentence.start]))
            if same is not None and (span.start, span.end) not in taken and line.names[opening + 1] is None:
                type_: EntityType = same.type
                yield line.mention(opening + 1, closing, type_, same.kind or "other", f"{type_.lower()}.repeat", 0.8)
