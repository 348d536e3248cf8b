"""Parts of an event: plenary, opening and numbered sessions, and the sections of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seriktes.mentions.happening_words import in_starts, key_of, listed, phrases, words
from seriktes.mentions.happenings.english_events import english_tail
from seriktes.mentions.happenings.english_titles import titled_behind
from seriktes.mentions.happenings.event_signs import ordinal_start
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.named_events import swallowed
from seriktes.mentions.happenings.quoted import find_titles
from seriktes.mentions.happenings.visits import plural
from seriktes.mentions.headwords import Head
from seriktes.model import Document, Mention, Span

_ITEM = re.compile(r"(?:^|[\n;:]\s*|\.\s+)(?:(\d{1,2})\s?[).]|[-–•])\s*([^;\n]{12,250}?)\s*(?=;|\n|$|\.(?:\s|$))")
_HEADED = re.compile(
    r"^[ \t]*(?:panel(?: session| discussion)?|session|workshop|секция|панель|панельная сессия|тематическая сессия|сессия|алаң)"
    r"[ \xa0]*(?:№[ \xa0]*)?(?:\d{1,2}|[ivx]{1,4})[ \xa0]*[.:–—-][ \xa0]*[«“\"]?([^\n«»“”\":;]{8,110}?)[»”\"]?[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_LIST_REACH = 1500
_LARGEST_GAP = 6
#: So many sentences tell the report's own event; so many words tell the theme of a session.
_LEAD, _THEME = 2, 14
_ENDS_THEME = frozenset((",", ".", "moderated", "chaired", "led", "that", "which", "where", ";"))
_NO_NUMBER = frozenset({"соңғы", "алғашқы", "closing"})


def find_sessions(lines: Sequence[Line]) -> Iterator[Mention]:
    """Plenary, opening and numbered sessions; the plenary only where it is first spoken of."""
    plenary_seen = False
    for line in lines:
        for mention in _sessions(line):
            if mention.rule != "event.plenary" or not plenary_seen:
                yield mention
            plenary_seen = plenary_seen or mention.rule == "event.plenary"


def numbered_groups(line: Line) -> Iterator[Mention]:
    """ "Working Group 1 on Water and Climate", «Секция № 2», where the line says that it sat: no standing body."""
    numerals = words("en", "events.numerals") if line.language == "en" else frozenset[str]()
    for place in [i for i, word in enumerate(line.words) if len(word) == 1 and word.isdigit() or word in numerals]:
        before = place - (line.words[place - 1] in ("№", "#", "no"))
        if before < 1:
            continue
        start = next((before - n for n in (2, 1) if _group_noun(line, before - n, before)), None)
        if start is not None and any(in_starts(word, line.language, "events.sitting") for word in line.words):
            end = english_tail(line, place + 1) if line.language == "en" else place + 1
            yield line.mention((start, end), "Event", "session", "event.group", 0.86)


def _group_noun(line: Line, start: int, end: int) -> bool:
    spoken = " ".join(key_of(word, line.language) for word in line.words[max(0, start) : end])
    return start >= 0 and line.capital(start) and spoken in phrases(line.language, "events.groups")


def _panels(line: Line) -> Iterator[Mention]:
    """ "In an afternoon panel on water, X and Y discussed …": a panel on a theme, where people spoke."""
    for head in line.heads if line.language == "en" and not line.heading else ():
        if head.type != "Event" or head.key not in phrases("en", "events.panels") or line.word(head.end) != "on":
            continue
        article = next(
            (i for i in range(head.start - 1, max(-1, head.start - 4), -1) if line.words[i] in ("a", "an", "the")), None
        )
        if article is None or line.word(article - 1) not in ("in", "at", "during"):
            continue
        end = next((i for i in range(head.end + 1, min(len(line), head.end + _THEME)) if line.words[i] in _ENDS_THEME), None)
        verbs = words("en", "quoted.verbs")
        if end is not None and all(line.is_word(i) and line.words[i] not in verbs for i in range(head.end, end)):
            yield line.mention((head.start, end), "Event", "session", "event.group", 0.8)


def _sessions(line: Line) -> Iterator[Mention]:
    yield from numbered_groups(line)
    yield from _panels(line)
    heads = [
        h
        for h in line.heads
        if h.type == "Event" and not swallowed(line, h) and (line.names[h.start] is None or line.weak_name(h.start))
    ]
    titles = {title.start for title in find_titles(line)} if heads else set()
    for head in heads:
        quoted = bool({head.end + 1, head.end + 2} & titles)
        if head.key in phrases(line.language, "events.plenary"):
            if not quoted and not (line.language == "ru" and plural(line, head)):
                yield line.mention((head.start, head.end), "Event", "session", "event.plenary", 0.85)
        elif head.key in phrases(line.language, "events.opening"):
            if not quoted and (line.language == "en" or _told_apart(line, head)):
                yield line.mention((head.start, head.end), "Event", "session", "event.opening", 0.6)
        elif _on_a_theme(line, head) and not quoted:
            yield line.mention((head.start, head.end), "Event", "session", "event.theme_session", 0.75)
        elif head.noun in words(line.language, "events.section_words") and _numbered(line, head):
            yield line.mention((head.start - 1, head.end), "Event", "session", "event.ordinal_session", 0.8)


def _on_a_theme(line: Line, head: Head) -> bool:
    """ "A session on interethnic accord was chaired by X": English, further down than a report tells its own event."""
    sitting = " ".join(line.words[head.end + 1 : head.end + _THEME])
    return (
        line.language == "en"
        and not line.heading
        and line.body > _LEAD
        and head.noun in ("session", "discussion")
        and line.word(head.end) == "on"
        and titled_behind(line, head) is None
        and any(
            f"{was} {done} by" in sitting for was in ("was", "were") for done in ("chaired", "moderated", "facilitated", "led")
        )
    )


def _told_apart(line: Line, head: Head) -> bool:
    """Kazakh: «Форумның ашылу рәсімі», «Ашылу рәсімі X-те өтті»; what was said «ашылу рәсімінде» was said at the event itself."""
    if line.language != "kk":
        return False
    if line.word(head.start - 1).endswith(listed("kk", "events.genitive_endings")):
        return True
    if line.words[head.end - 1] not in (head.noun, head.noun + "ы", head.noun + "і"):
        return False
    return any(word.startswith(listed("kk", "events.held")) for word in line.words[head.end :])


def _numbered(line: Line, head: Head) -> bool:
    word, ordinals = line.word(head.start - 1), words(line.language, "events.ordinals")
    if not word or word in _NO_NUMBER:
        return False
    if word in ordinals or (line.language == "ru" and key_of(word, "ru") in ordinals):
        return True
    return line.language != "en" and ordinal_start(line, head.start - 1) == head.start - 1


def listed_sections(document: Document, lines: Sequence[Line]) -> Iterator[Mention]:
    """The items of a list of sections: «жұмыс екі секцияда жалғасты: 1) …; 2) …»."""
    reached = 0
    for line in lines:
        if line.sentence.start < reached or not _announces(line):
            continue
        colon = document.text.find(":", line.sentence.start, line.sentence.end)
        items = list(_items(document, colon, min(len(document.text), colon + _LIST_REACH)))
        for span in items if len(items) > 1 else ():
            reached = span.end
            yield Mention(span.start, span.end, document.slice(span), "Event", "session", rule="event.section", score=0.85)


def headed_sections(document: Document) -> Iterator[Mention]:
    """A line of its own that numbers a session and gives its title: "Panel 2. Water and People", «Секция 1: Медиация»."""
    for match in _HEADED.finditer(document.text):
        start, end = match.span(1)
        inside = any(f.start <= start < f.end for f in (*document.furniture, *document.captions))
        if not inside and len(document.text[start:end].split()) > 1:
            yield Mention(start, end, document.text[start:end], "Event", "session", rule="event.section", score=0.85)


def _announces(line: Line) -> bool:
    section_words = words(line.language, "events.section_words")
    return ":" in line.words and any(head.noun in section_words for head in line.heads)


def _items(document: Document, colon: int, stop: int) -> Iterator[Span]:
    text, previous = document.text, colon
    for match in _ITEM.finditer(text, colon, stop):
        if match.start() - previous > _LARGEST_GAP:
            return
        start, end = match.span(2)
        while end > start and text[end - 1] in '.,; »”"':
            end -= 1
        while start < end and text[start] in '«“" ':
            start += 1
        if end > start:
            yield Span(start, end)
        previous = match.end()
