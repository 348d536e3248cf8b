"""Events without a quoted title: named ones (XI Civil Forum), their sessions, and the one nameless event of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seriktes.mentions.headwords import Head, heads_in, key_of, noun_of, phrases_of, words_of
from seriktes.mentions.lines import Line
from seriktes.mentions.phrases import capital_run
from seriktes.mentions.quoted import find_titles
from seriktes.model import Document, Mention, Span
from seriktes.text import russian

_ROMAN = re.compile(r"[IVXLХІ]{1,6}")
_NUMBERED = re.compile(r"\d{1,3}(?:-?(?:ші|шы|й|я|е|го|ый|ая|st|nd|rd|th))")
_ITEM = re.compile(r"(?:^|[\n;:]\s*|\.\s+)(?:(\d{1,2})\s?[).]|[-–•])\s*([^;\n]{12,250}?)\s*(?=;|\n|$|\.(?:\s|$))")
_LIST_REACH = 1500
_QUOTED_NEXT = ("«", "“", '"', "„")


# -- named events -----------------------------------------------------------------------------------------------------

def named_events(line: Line) -> Iterator[Mention]:
    """Events with a proper name of their own: an ordinal, a capitalised name, a year of a country."""
    heads = words_of(line.language, "words", "named")
    for head in heads_in(line):
        if head.type != "Event" or _swallowed(line, head):
            continue
        if noun_of(head.key, line.language) in heads and head.key not in phrases_of(line.language, "words", "plenary"):
            run = _named_run(line, head)
            if run is not None:
                yield line.mention(*run, "Event", head.kind, "event.named", 0.85)
    yield from _years(line)


def _swallowed(line: Line, head: Head) -> bool:
    """Whether the head is part of an organisation's name (World Economic Forum) or of a quotation."""
    name = line.names[head.end - 1]
    if name is not None and name.type == "Organization":
        return True
    return any(opening < head.start < closing for opening, closing in line.quotes)


def _ordinal(line: Line, place: int) -> bool:
    token = line.tokens[place].text
    return bool(_ROMAN.fullmatch(token) or _NUMBERED.fullmatch(token.lower()) or _english_ordinal(line, place))


def _english_ordinal(line: Line, place: int) -> bool:
    """«14th» is cut into a number and its ending."""
    return line.words[place] in ("st", "nd", "rd", "th") and place > 0 and line.words[place - 1].isdigit() \
        and line.tokens[place - 1].end == line.tokens[place].start


def _named_run(line: Line, head: Head) -> tuple[int, int] | None:
    if line.language == "ru":
        return _russian_run(line, head)
    run = _kazakh_run(line, head) if line.language == "kk" else _english_run(line, head)
    return run


def _kazakh_run(line: Line, head: Head) -> tuple[int, int] | None:
    place = head.start
    while place and head.start - place < 6 and line.is_word(place - 1) and _lower_modifier(line, place - 1):
        place -= 1
    start = place
    if start and _ordinal(line, start - 1):
        start -= 1
        start = capital_run(line, start, "kk") if start and line.names[start - 1] is not None and line.words[start - 1].endswith(("ның", "нің", "дың", "дің", "тың", "тің")) else start
        return start, head.end
    start = capital_run(line, place, "kk")
    if start == place:
        return None
    if all(line.names[i] is not None and _case_of_place(line, i) for i in range(start, place) if line.is_word(i)):
        return None
    proper = any(line.capital(i) and line.names[i] is None and not line.opens(i) for i in range(start, head.start) if line.is_word(i))
    named = any(line.names[i] is not None and not _case_of_place(line, i) for i in range(start, place))
    possessive = line.words[head.end - 1] != noun_of(head.key, "kk")
    if place == head.start and not proper and sum(line.is_word(i) for i in range(start, place)) < 2:
        return None
    return (start, head.end) if proper or (named and possessive and (place < head.start or "–" in line.words[start:place] or place - start > 1)) else None


def _lower_modifier(line: Line, place: int) -> bool:
    word = line.words[place]
    return not line.capital(place) and line.names[place] is None and (
        word.endswith(("лық", "лік", "дық", "дік", "тық", "тік", "аралық", "ғы", "гі", "й", "лы", "лі")) or word in ("өңірлік", "бизнес"))


def _case_of_place(line: Line, place: int) -> bool:
    """A name that stands in the clause, not in the event's name: «Астанада … форум»."""
    return line.words[place].endswith(("да", "де", "та", "те", "нда", "нде", "дағы", "дегі", "тағы", "тегі", "нан", "нен", "дан", "ден", "мен", "ға", "ге"))


def _english_run(line: Line, head: Head) -> tuple[int, int] | None:
    numbered = _numbered_meeting(line, head)
    if numbered is not None:
        return numbered
    last = line.capital(head.end - 1)
    start = capital_run(line, head.start, "en")
    while start < head.start and (line.words[start] in ("of", "and", "the", "for", "in", "on", "to", "–", "-", "&") or _month_or_date(line, start)):
        start += 1
    if start == head.start and not last:
        return None
    end = head.end
    if last:
        end = _english_tail(line, end)
        if start == head.start and (end == head.end or line.opens(start)) and not (end - head.end > 2):
            return None
    elif not _title_like(line, start, head.start):
        return None
    words = [i for i in range(start, end) if line.is_word(i)]
    if start and _ordinal(line, start - 1):
        start -= 1 + _english_ordinal(line, start - 1)
    return (start, end if last else head.start) if len(words) > 1 and _not_only_names(line, start, head.start, end > head.end or last) else None


def _numbered_meeting(line: Line, head: Head) -> tuple[int, int] | None:
    """"The 72nd session of the UN General Assembly"."""
    place = head.end + 1 + (line.words[head.end + 1:head.end + 2] == ("the",))
    if not head.start or not _ordinal(line, head.start - 1) or line.words[head.end:head.end + 1] != ("of",) or place >= len(line):
        return None
    name, end = line.names[place], place
    while end < len(line) and line.names[end] is not None and line.names[end] is name:
        end += 1
    return (head.start - 1 - _english_ordinal(line, head.start - 1), end) if end > place else None


def _month_or_date(line: Line, place: int) -> bool:
    return line.words[place].isdigit() and len(line.words[place]) < 3


def _title_like(line: Line, start: int, end: int) -> bool:
    """"the Nauryz in the Heart of London festival": a capitalised title of three words before a small type word."""
    capitals = [i for i in range(start, end) if line.capital(i) and line.names[i] is None]
    return len([i for i in range(start, end) if line.is_word(i)]) >= 3 and len(capitals) >= 2 and start > 0 and line.words[start - 1] in ("the", "a", "annual")


def _not_only_names(line: Line, start: int, end: int, last: bool) -> bool:
    free = [i for i in range(start, end) if line.is_word(i) and line.names[i] is None]
    return bool(free) or last


def _english_tail(line: Line, end: int) -> int:
    """«of Kazakhstan», "on Climate Change", "2024" after a capitalised type word."""
    stop = end
    while end < len(line):
        word = line.words[end]
        if word in ("of", "on", "for", "and", "the", "in") and end + 1 < len(line) and (
                line.capital(end + 1) or line.words[end + 1] in ("the",) and end + 2 < len(line) and line.capital(end + 2)):
            if word in ("in", "on") and (line.names[end + 1] is not None or line.words[end + 1].isdigit()) and word == "in" and line.words[stop - 1] not in ("culture",) and stop == end and not line.words[end - 1].endswith("year"):
                break
            end += 1
            continue
        if line.is_word(end) and (line.capital(end) and line.words[end] not in _MONTHS or re.fullmatch(r"20\d\d", word)):
            end += 1
            stop = end
            continue
        break
    return stop


_MONTHS = frozenset("january february march april may june july august september october november december monday tuesday "
                    "wednesday thursday friday saturday sunday".split())


def _russian_run(line: Line, head: Head) -> tuple[int, int] | None:
    start = head.start
    while start and head.start - start < 4 and line.is_word(start - 1) and line.names[start - 1] is None and _russian_adjective(line.words[start - 1]):
        start -= 1
    ordinal = start > 0 and _ordinal(line, start - 1)
    if ordinal:
        start -= 1
    capital = [i for i in range(start, head.end) if line.capital(i) and not line.opens(i)]
    first = line.capital(start) and line.opens(start) and start < head.start and _proper_adjective(line.words[start])
    end = _russian_tail(line, head)
    if ordinal:
        return start, end
    if line.capital(head.start) and line.opens(head.start) and start == head.start and head.kind in ("forum", "conference", "festival"):
        names = any(line.names[i] is not None for i in range(head.end, end))
        return (start, end) if names and end - head.end > 2 else None
    while start < head.start and capital and start < capital[0]:
        start += 1
    if capital and (start < head.start or end > head.end):
        return start, end
    if first and (line.heading or end > head.end):
        return start, max(end, head.end)
    key = noun_of(head.key, "ru")
    if key in ("заседание", "саммит", "сессия") and end > head.end and _capital_between(line, head.end, end):
        held = _held(line) if key != "саммит" else True
        return (head.start, end) if held and not _preparing(line, head.start) else None
    return None


def _capital_between(line: Line, start: int, end: int) -> bool:
    return any(line.capital(i) for i in range(start, end))


def _preparing(line: Line, place: int) -> bool:
    return any(line.words[i].startswith(("подготов", "предстоящ")) for i in range(max(0, place - 4), place))


def _russian_adjective(word: str) -> bool:
    tag = russian.parses(word)[0].tag
    return tag.POS == "ADJF" and "Apro" not in tag


def _proper_adjective(word: str) -> bool:
    return word.endswith(("ский", "ская", "ское", "ские", "ского", "ской", "ских", "цкий"))


def _russian_tail(line: Line, head: Head) -> int:
    """The genitive after the head: «межрегионального сотрудничества России и Казахстана», «ШОС»."""
    end = head.end
    while end < len(line) and end - head.end < 14:
        word = line.words[end]
        if line.names[end] is not None and line.names[end].type in ("Organization", "Place") and _genitive(line, end):  # type: ignore[union-attr]
            end += 1
            continue
        if word == "и" and end > head.end and end + 1 < len(line) and line.names[end + 1] is not None:
            end += 1
            continue
        if not line.is_word(end) or not _genitive(line, end) or line.names[end] is not None:
            break
        end += 1
    while end > head.end and line.words[end - 1] in ("и",):
        end -= 1
    return end


def _genitive(line: Line, place: int) -> bool:
    word = line.words[place]
    if line.tokens[place].text.isupper() and len(word) > 1:
        return True
    if russian.part_of_speech(word) in ("PREP", "CONJ", "PRCL"):
        return False
    return any(p.tag.case in ("gent", "gen2") and p.tag.POS in ("NOUN", "ADJF") for p in russian.parses(word))


def _years(line: Line) -> Iterator[Mention]:
    """Years and days that a state has declared: Год Узбекистана в Казахстане, «Қазақстандағы Өзбекстан жылы»."""
    for place, word in enumerate(line.words):
        if line.language == "ru" and line.tokens[place].text[0] in "ГДН" and key_of(word, "ru") in ("год", "день", "неделя", "декада") and place + 1 < len(line):
            if (not line.opens(place) or line.names[place + 1] is not None) and word not in ("день", "дня", "дню", "днем"):
                yield from _russian_year(line, place)
        elif line.language == "en" and line.tokens[place].text in ("Year", "Days", "Week", "Decade") and line.words[place + 1:place + 2] == ("of",):
            end, start = _english_tail(line, place + 1), place
            while start and line.capital(start - 1) and not line.opens(start - 1) and line.is_word(start - 1):
                start -= 1
            if end > place + 2:
                yield line.mention(start, _with_country(line, end), "Event", "other", "event.named", 0.85)
        elif line.language == "kk" and word.startswith(("жылы", "күндері")) and place and line.names[place - 1] is not None and \
                line.names[place - 1].type == "Place" and place > 1 and line.names[place - 2] is not None:  # type: ignore[union-attr]
            if line.words[place - 2].endswith(("дағы", "дегі", "тағы", "тегі")):
                yield line.mention(place - 2, place + 1, "Event", "other", "event.named", 0.8)


def _russian_year(line: Line, place: int) -> Iterator[Mention]:
    end = place + 1
    while end < len(line) and line.is_word(end) and (line.capital(end) or _genitive(line, end)) and end - place < 6:
        end += 1
    if end == place + 1 or not (line.names[end - 1] is not None or line.capital(end - 1) or key_of(line.words[place], "ru") == "день"):
        return
    if end < len(line) and line.words[end] == "в" and end + 1 < len(line) and line.names[end + 1] is not None:
        end += 2
        while end < len(line) and line.names[end] is not None and line.names[end] is line.names[end - 1]:
            end += 1
    yield line.mention(place, end, "Event", "other", "event.named", 0.8)


def _with_country(line: Line, end: int) -> int:
    if end + 1 < len(line) and line.words[end] == "in":
        place = end + 1 + (line.words[end + 1] == "the")
        if place < len(line) and line.names[place] is not None:
            name = line.names[place]
            while place < len(line) and line.names[place] is name:
                place += 1
            return place
    return end


# -- short references -------------------------------------------------------------------------------------------------

def short_references(line: Line) -> Iterator[Mention]:
    """A capitalised type word in mid-sentence: «созылған Форумға», "The Forum"."""
    for head in heads_in(line):
        if head.type != "Event" or head.end - head.start > 1 or not line.capital(head.start) or _swallowed(line, head):
            continue
        if line.names[head.start] is not None or line.opens(head.start) or line.heading:
            continue
        before, after = head.start - 1, head.end
        if line.is_word(before) and line.capital(before) and line.words[before] not in ("the",):
            continue
        if line.language == "en" and line.words[before] not in ("the", "this") or after < len(line) and line.capital(after) and line.is_word(after):
            continue
        if head.key in words_of(line.language, "words", "named"):
            yield line.mention(head.start, head.end, "Event", head.kind, "event.short", 0.7)


# -- sessions ---------------------------------------------------------------------------------------------------------

def sessions(line: Line, plenary_seen: bool) -> Iterator[Mention]:
    """Plenary, opening and numbered sessions; the plenary only where it is first spoken of."""
    plenary, opening = (phrases_of(line.language, "words", name) for name in ("plenary", "opening"))
    titles = {title.opening for title in find_titles(line)}
    for head in heads_in(line):
        if head.type != "Event" or _swallowed(line, head) or line.names[head.start] is not None:
            continue
        quoted = head.end in titles or head.end + 1 in titles
        if head.key in plenary and not quoted and not plenary_seen:
            plenary_seen = True
            yield line.mention(head.start, head.end, "Event", "session", "event.plenary", 0.85)
        elif head.key in opening and line.language != "ru" and not quoted:
            yield line.mention(head.start, head.end, "Event", "session", "event.opening", 0.6)
        elif head.start and _session_word(line, head) and _session_ordinal(line, head.start - 1):
            yield line.mention(head.start - 1, head.end, "Event", "session", "event.ordinal_session", 0.8)


def _session_word(line: Line, head: Head) -> bool:
    return noun_of(head.key, line.language) in words_of(line.language, "words", "section_words")


def _session_ordinal(line: Line, place: int) -> bool:
    word = line.words[place]
    ordinals = words_of(line.language, "words", "ordinals")
    return word in ordinals and word not in ("соңғы", "алғашқы", "closing") or (line.language == "ru" and key_of(word, "ru") in ordinals) \
        or (_ordinal(line, place) and line.language != "en")


def sections(document: Document, lines: Sequence[Line]) -> Iterator[Mention]:
    """The items of a list of sections: «жұмыс екі секцияда жалғасты: 1) …; 2) …»."""
    reached = 0
    for line in lines:
        if line.sentence.start < reached or not _announces(line):
            continue
        colon = document.text.find(":", line.sentence.start, line.sentence.end + 3)
        if colon < 0:
            continue
        stop = min(len(document.text), colon + _LIST_REACH)
        items = list(_items(document, colon, stop))
        if len(items) < 2:
            continue
        for span in items:
            reached = span.end
            yield Mention(span.start, span.end, document.slice(span), "Event", "session", rule="event.section", score=0.85)


def _announces(line: Line) -> bool:
    if not any(word == ":" for word in line.words):
        return False
    return any(head.type == "Event" and _session_word(line, head) for head in heads_in(line))


def _items(document: Document, colon: int, stop: int) -> Iterator[Span]:
    previous = colon
    for match in _ITEM.finditer(document.text, colon, stop):
        if match.start() - previous > 6:
            return
        start, end = match.span(2)
        while end > start and document.text[end - 1] in ".,; »”\"":
            end -= 1
        while start < end and document.text[start] in "«“\" ":
            start += 1
        if end > start:
            yield Span(start, end)
        previous = match.end()


# -- the nameless event -----------------------------------------------------------------------------------------------

def nameless_events(lines: Sequence[Line], found: Sequence[Mention]) -> Iterator[Mention]:
    """The one meeting, visit or training that a report is about, when nothing names it: in the body and the headline."""
    yield from _visits(lines)
    body = [line for line in lines if not line.heading][:9]
    lead = body[:4]
    main = [m for m in found if m.rule in ("event.quoted", "event.named")]
    if any(line.sentence.covers(m) for m in main for line in [*lines[:0], *lead]) or any(
            line.sentence.covers(m) for m in main for line in lines if line.heading):
        yield from _separate(body)
        return
    chosen = _central(lead, strong=True) or _central(body, strong=True) or _central(body, strong=False)
    if chosen is None:
        return
    line, head = chosen
    yield _nameless(line, head, "event.nameless", 0.75)
    for heading in lines:
        if heading.heading:
            for other in heads_in(heading):
                if other.type == "Event" and _same_noun(other, head) and not _swallowed(heading, other):
                    yield _nameless(heading, other, "event.headline", 0.7)
                    break
    yield from (m for m in _separate(body) if not line.sentence.covers(m))


def _same_noun(left: Head, right: Head) -> bool:
    return left.key == right.key or left.key.split()[-1] == right.key.split()[-1]


def _central(lines: Sequence[Line], strong: bool) -> tuple[Line, Head] | None:
    for line in lines:
        for head in heads_in(line):
            if not _central_noun(line, head) or _swallowed(line, head) or line.names[head.start] is not None:
                continue
            if head.type != "Event" or _plural(line, head) or _of_other_time(line, head):
                continue
            if not strong or _held_near(line, head):
                return line, head
    return None


def _central_noun(line: Line, head: Head) -> bool:
    known = phrases_of(line.language, "words", "central")
    return head.key in known or noun_of(head.key, line.language) in known


def _plural(line: Line, head: Head) -> bool:
    word = line.words[head.end - 1]
    if line.language == "kk":
        return bool(re.search(r"(?:лар|лер|дар|дер|тар|тер)", word[len(head.key.split()[-1]) - 1:])) and not word.startswith("келіссөз")
    if line.language == "en":
        return word.endswith("s") and word not in ("talks", "consultations", "negotiations") and not word.endswith("ss")
    tags = [p.tag for p in russian.parses(line.words[head.start if " " not in head.key else head.end - 1]) if p.tag.POS == "NOUN"]
    return bool(tags) and tags[0].number == "plur" and "Pltm" not in tags[0] and noun_of(head.key, "ru") not in ("переговоры", "консультация", "курс")


def _of_other_time(line: Line, head: Head) -> bool:
    around = line.words[max(0, head.start - 3):head.start]
    return any(word.startswith(("келесі", "алдағы", "следующ", "предстоящ", "next", "upcoming", "previous", "прошлогодн", "өткен_жыл")) for word in around)


def _held(line: Line) -> bool:
    return any(_held_word(line, i) for i in range(len(line)))


def _held_word(line: Line, place: int) -> bool:
    word = line.words[place]
    held = words_of(line.language, "words", "held")
    if line.language == "kk":
        return word.startswith(tuple(held))
    return (key_of(word, "ru") if line.language == "ru" else word) in held


def _held_near(line: Line, head: Head) -> bool:
    if line.language == "kk":
        return any(_held_word(line, i) for i in range(head.end, min(len(line), head.end + 6)))
    near = range(max(0, head.start - 12), min(len(line), head.end + 25))
    if line.language == "ru" and _belongs_to_noun(line, head.start):
        return False
    if line.language == "en":
        near = range(max(0, head.start - 8), min(len(line), head.end + 30))
        if head.start and line.words[head.start - 1] in ("this", "that", "its", "their", "press"):
            return False
    return any(_held_word(line, i) for i in near)


def _belongs_to_noun(line: Line, place: int) -> bool:
    """Russian: «для слушателей курсов», «участники семинара» speak of others than the event itself."""
    if not any(p.tag.case in ("gent", "gen2") for p in russian.parses(line.words[place])):
        return False
    while place and _russian_adjective(line.words[place - 1]):
        place -= 1
    if not place or russian.part_of_speech(line.words[place - 1]) != "NOUN":
        return False
    return key_of(line.words[place - 1], "ru") not in ("ход", "рамка", "итог", "работа", "открытие", "проведение", "церемония", "закрытие", "начало", "время")


def _nameless(line: Line, head: Head, rule: str, score: float) -> Mention:
    start = head.start
    while start and head.start - start < 3 and line.names[start - 1] is None and line.is_word(start - 1) and _describes(line, start - 1):
        start -= 1
    end = head.end
    if line.language == "ru" and noun_of(head.key, "ru") in ("церемония", "презентация", "открытие"):
        end = _russian_tail(line, head)
        while end > head.end and line.names[end - 1] is not None:
            end -= 1
    return line.mention(start, end, "Event", head.kind, rule, score)


def _describes(line: Line, place: int) -> bool:
    word = line.words[place]
    if line.language == "ru":
        return _russian_adjective(word) and word not in ("очередные", "очередной", "очередная", "первый", "первая", "второй", "вторая")
    if line.language == "en":
        return "-" in word or word in ("bilateral", "political", "official", "strategic", "high-level", "joint", "international", "regional", "launch", "inception", "annual")
    return word.endswith(("лық", "лік", "дық", "дік", "тық", "тік", "жақты")) or word == "қабылдау" or (place + 1 < len(line) and line.words[place + 1] == "қабылдау")


def _visits(lines: Sequence[Line]) -> Iterator[Mention]:
    for line in lines:
        visits = phrases_of(line.language, "words", "visits")
        for head in heads_in(line):
            if head.key in visits and line.names[head.start] is None and not _of_other_time(line, head):
                yield line.mention(head.start, head.end, "Event", "other", "event.visit", 0.65)
                return


def _separate(lines: Sequence[Line]) -> Iterator[Mention]:
    """A further meeting that the report sets apart: "had separate talks", «отдельную встречу», «жеке кездесу»."""
    for line in lines:
        for head in heads_in(line):
            if head.start and head.type == "Event" and head.kind == "meeting" and line.words[head.start - 1] in (
                    "separate", "отдельную", "отдельные", "отдельная", "жеке", "бөлек") and _held_near(line, head):
                yield line.mention(head.start, head.end, "Event", "meeting", "event.separate", 0.65)
