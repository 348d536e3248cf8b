"""Events with a proper name: XI Civil Forum of Kazakhstan, Х Азаматтық форум, Год Узбекистана в Казахстане."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriktes.mentions.happening_words import key_of, listed, phrases, words
from seriktes.mentions.headwords import Head
from seriktes.mentions.lines import Line
from seriktes.mentions.lists import lists_of
from seriktes.mentions.phrases import capital_run, is_adjective
from seriktes.mentions.russian_tail import russian_tail, whole_name
from seriktes.model import Mention
from seriktes.text import russian

Run = tuple[int, int]

_ROMAN = re.compile(r"[IVXLХІ]{1,6}")
_NUMBERED = re.compile(r"\d{1,3}-?(?:ші|шы|й|я|е|го|ый|ая)")
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_DAY = re.compile(r"\d\d?")
_YEAR = re.compile(r"20\d\d")
_DASHES = frozenset({"–", "-", "—"})
_EDGES = frozenset({"of", "and", "the", "for", "in", "on", "to", "–", "-", "&"})
_TAIL_JOINS = frozenset({"of", "on", "for", "and", "the", "in"})
_PROPER_ADJECTIVE = ("ский", "ская", "ское", "ские", "ского", "ской", "ских", "цкий")
_ROUND = ("заседание", "саммит", "сессия")
_BIG = frozenset({"forum", "conference", "festival"})
_NEVER_GUESSED = frozenset({"dialogue", "symposium", "workshop", "summit", "hackathon"})
_APOSTROPHES = frozenset("'’")
_ATTENDING = frozenset({"at", "in", "during", "attended", "attend", "opened", "visited"})
_MOST_ADJECTIVES = 4
#: A headline of fewer words may well be all name.
_HEADLINE = 6


def named_events(line: Line) -> Iterator[Mention]:
    """The events of a sentence that have a name of their own: an ordinal, a capitalised name."""
    plenary = phrases(line.language, "events.plenary")
    runs = {"kk": _kazakh_run, "ru": _russian_run, "en": _english_run}
    for head in line.heads:
        if head.type != "Event" or not _may_be_named(line, head) or head.key in plenary:
            continue
        run = None if swallowed(line, head) or _rubric(line, head) else runs[line.language](line, head)
        if run is not None:
            yield line.mention(run, "Event", head.kind, "event.named", 0.85)


def _may_be_named(line: Line, head: Head) -> bool:
    """Whether the type word is one that names are built on, or ends in one (медиафорум)."""
    known = words(line.language, "events.named")
    return head.noun in known or (head.noun[1:].endswith("форум") and "форум" in known)


def _rubric(line: Line, head: Head) -> bool:
    """«ЗАСЕДАНИЯ КЛУБА» in the head of a page: capitals throughout, in the plural, names no one event."""
    if not line.heading or line.language != "ru" or not line.tokens[head.start].text.isupper():
        return False
    return any(p.tag.case == "nomn" and p.tag.number == "plur" for p in russian.parses(line.words[head.start]))


def swallowed(line: Line, head: Head) -> bool:
    """Whether the type word is part of an organisation's name (World Economic Forum) or stands inside quotes."""
    name = line.names[line.noun_place(head)]
    within = name is not None and name.type == "Organization" and not _no_body(line, head, name)
    return within or line.quoted(head.start)


def _no_body(line: Line, head: Head, name: Mention) -> bool:
    """ "OSCE Ministerial Council Meeting": no organisation is called a meeting, whatever it was taken for."""
    meets = line.language == "en" and name.authority is None and head.noun in words("en", "events.never_bodies")
    always = head.kind in ("forum", "festival") or head.noun in _NEVER_GUESSED
    guessed = line.weak_name(line.noun_place(head)) and always
    return meets or guessed or _attended(line, head, name)


def _attended(line: Line, head: Head, name: Mention) -> bool:
    """ "Took part in the next CICA Business Council Forum": what was taken for an organisation is where one goes."""
    if line.language != "en" or name.authority is not None or head.kind not in _BIG:
        return False
    if name.end != line.tokens[head.end - 1].end:
        return False
    before = [word for word, token in zip(line.words, line.tokens, strict=True) if token.start < name.start][-4:]
    return bool(before) and before[-1] in ("the", "next", "annual") and any(word in _ATTENDING for word in before)


def _number(line: Line, place: int) -> bool:
    return bool(_ROMAN.fullmatch(line.tokens[place].text) or _NUMBERED.fullmatch(line.words[place]))


def ordinal_start(line: Line, place: int) -> int | None:
    """Where an ordinal that ends at a place begins: «XI», «14-ші», "14th" (which is two tokens)."""
    if place < 0:
        return None
    if _number(line, place):
        return place
    word = line.words[place]
    if line.language == "en" and word in words("en", "events.ordinals") and not word.endswith("ing"):
        return place
    cut = line.words[place] in _SUFFIXES and line.word(place - 1).isdigit()
    return place - 1 if cut and line.tokens[place - 1].end == line.tokens[place].start else None


def _kazakh_run(line: Line, head: Head) -> Run | None:
    place = head.start
    while place and head.start - place < 6 and _kazakh_modifier(line, place - 1):
        place -= 1
    numbered = place if line.words[place][0].isdigit() else ordinal_start(line, place - 1)  # «78-сессиясы»
    if numbered is not None:
        return _with_owner(line, numbered), head.end
    if line.word(place - 1) in words("kk", "events.ordinals"):
        spoken = place - 1 if line.name(place - 2) is not None else place - 2  # «Ассамблеясының отыз төртінші сессиясы»
        owner = _with_owner(line, max(0, spoken))
        return (owner, head.end) if owner < spoken else None
    start = _past_clause(line, capital_run(line, place, "kk"), place)
    if start < place and _kazakh_name(line, head, start, place):
        return start, head.end
    return _people_of(line, head)


def _people_of(line: Line, head: Head) -> Run | None:
    """«Қазақстан әйелдерінің Форумы»: the capital of the type word makes those of a country or region its name."""
    people = line.word(head.start - 1).endswith(("дерінің", "дарының", "лерінің", "ларының", "терінің", "тарының"))
    if not people or line.opens(head.start) or not line.capital(head.start) or line.heading:
        return None
    name, start = line.name(head.start - 2), head.start - 2
    if name is None or name.type != "Place" or line.words[start].endswith(listed("kk", "events.clause_endings")):
        return None
    while line.name(start - 1) is name and start:
        start -= 1
    return start, head.end


def _past_clause(line: Line, start: int, end: int) -> int:
    """Past who met and where: «Виктор Орбан ТМҰ бейресми саммитін», «Бакуде ТМҰ саммиті»."""
    for place in range(end - 2, start - 1, -1):
        name = line.names[place]
        if name is not None and (_person(line, place) or (name.type == "Place" and _of_clause(line, place))):
            return place + 1
        ended = name is not None and name.end == line.tokens[place].end
        if name is not None and ended and name.type == "Organization" and line.words[place].endswith(("нда", "нде")):
            return place + 1  # «… министрлігінде X консультациялары өтті»
    return start


def _kazakh_modifier(line: Line, place: int) -> bool:
    if not line.plain(place) or line.capital(place) or line.words[place] in words("kk", "events.ordinals"):
        return False
    return line.words[place].endswith(listed("kk", "events.modifier_endings"))


def _with_owner(line: Line, start: int) -> int:
    """«Қазақстан халқы Ассамблеясының ХХХІІ сессиясы»: with the name in the genitive before it."""
    owned = line.name(start - 1) is not None and line.words[start - 1].endswith(listed("kk", "events.genitive_endings"))
    return _past_clause(line, capital_run(line, start, "kk"), start) if owned else start


def _kazakh_name(line: Line, head: Head, start: int, place: int) -> bool:
    """Whether the capitals before the type word name it, and are not where or with whom it took place."""
    parts = [i for i in range(start, place) if line.is_word(i)]
    names = [i for i in parts if line.names[i] is not None]
    if len(names) == len(parts) and all(_of_clause(line, i) for i in names):
        return False
    if any(_person(line, i) for i in parts[-1:]):
        return False
    if any(lists_of("kk").is_post(line.tokens[i].text) for i in range(start, head.start) if _of_one(line.words[i])):
        return False  # «USAID-тің өкілі форумда сөйледі»: who spoke, and where
    free = [i for i in range(start, head.start) if line.plain(i)]
    if any(line.capital(i) and not line.opens(i) for i in free):
        return place < head.start or len(parts) > 1 or line.names[start] is None
    owned = line.words[head.end - 1] != head.noun and any(not _of_clause(line, i) for i in names)
    return owned and (place < head.start or len(parts) > 1)


def _of_one(word: str) -> bool:
    """«өкілі», «директоры», but not «басшылары» of a council's name."""
    return word.endswith(("ы", "і")) and not word.endswith(("лары", "лері", "дары", "дері", "тары", "тері"))


def _person(line: Line, place: int) -> bool:
    """Whether a person's name is there; a learner's guess at Latin letters is none (Digital Steppe)."""
    name = line.names[place]
    return name is not None and name.type == "Person" and not (line.weak_name(place) and name.text.isascii())


def _of_clause(line: Line, place: int) -> bool:
    return line.words[place].endswith(listed("kk", "events.clause_endings"))


def _english_run(line: Line, head: Head) -> Run | None:
    numbered = _numbered_meeting(line, head)
    if numbered is not None:
        return numbered
    start, capital = capital_run(line, head.start, "en"), line.capital(head.end - 1)
    if line.heading and start < head.start:
        start = past_headline(line, start, head.start)
    while start < head.start and (line.words[start] in _EDGES or _DAY.fullmatch(line.words[start])):
        start += 1
    if line.word(start).endswith("ing") and line.word(start + 1) == "the":
        start += 2  # "Opening the Week, the Ambassador noted"
    end = english_tail(line, head.end) if capital else head.start
    ordinal = ordinal_start(line, start - 1) if start == head.start else None
    if capital and ordinal is None and start == head.start and (line.opens(start) or end == head.end) and end - head.end <= 2:
        return None
    if not capital and not _title_like(line, start, head.start):
        return None
    if sum(line.is_word(i) for i in range(start, end)) < 2:
        return None
    numbered_from = ordinal_start(line, start - 1)
    return (start if numbered_from is None else numbered_from), whole_name(line, end)


def past_headline(line: Line, start: int, end: int) -> int:
    """In a headline that gives every word a capital, the name begins behind its last verb or preposition."""
    proper = [i for i in range(len(line)) if line.is_word(i)]
    if len(proper) < _HEADLINE or 3 * sum(line.capital(i) for i in proper) < 2 * len(proper):
        return start
    breaks = words("en", "events.headline_breaks")
    return next((i + 1 for i in range(end - 1, start - 1, -1) if line.words[i] in breaks), start)


def _numbered_meeting(line: Line, head: Head) -> Run | None:
    """ "The 72nd session of the UN General Assembly"."""
    start, place = ordinal_start(line, head.start - 1), head.end + 1 + (line.word(head.end + 1) == "the")
    name, end = line.name(place), place
    while name is not None and line.name(end) is name:
        end += 1
    return (start, end) if start is not None and line.word(head.end) == "of" and end > place else None


def _title_like(line: Line, start: int, end: int) -> bool:
    """ "The Nauryz in the Heart of London festival": a capitalised title of three words before a small type word."""
    capitals = [i for i in range(start, end) if line.capital(i) and line.names[i] is None]
    long = sum(line.is_word(i) for i in range(start, end)) >= 3
    return long and len(capitals) >= 2 and line.word(start - 1) in ("the", "a", "annual")


def english_tail(line: Line, end: int) -> int:
    """«of Kazakhstan», "on Climate Change", "2024" after a capitalised type word; not "in Astana"."""
    begin = stop = end
    while end < len(line):
        word = line.words[end]
        if word in _TAIL_JOINS and _capital_follows(line, end):
            if word == "in" and end == begin:
                break
            end += 1
        elif word in _APOSTROPHES and line.tokens[end - 1].end == line.tokens[end].start and _capital_follows(line, end):
            end += 1  # "Glaciers' Preservation"
        elif _YEAR.fullmatch(word) or (line.capital(end) and word not in words("en", "events.months")):
            end += 1
            stop = end
        else:
            break
    return stop


def _capital_follows(line: Line, place: int) -> bool:
    following = place + 1 + (line.word(place + 1) == "the")
    return following < len(line) and line.capital(following)


def _russian_run(line: Line, head: Head) -> Run | None:
    start, end = head.start, russian_tail(line, head)
    first = max(0, head.start - _MOST_ADJECTIVES)
    while (
        start > first
        and is_adjective(line.words[start - 1])
        and (line.plain(start - 1) or (line.weak_name(start - 1) and line.names[start - 1] is line.names[head.start]))
    ):
        if _number(line, start - 1):
            break
        start -= 1
    numbered = ordinal_start(line, start - 1)
    if numbered is not None:
        return numbered, end
    if line.opens(start) and line.capital(start) and (line.heading or end > head.end):
        if start < head.start:
            return (start, end) if line.words[start].endswith(_PROPER_ADJECTIVE) else None
        return (start, end) if head.kind in _BIG and end - head.end > 2 and _names_within(line, head.end, end) else None
    start = next((i for i in range(start, head.end) if line.capital(i) and not line.opens(i)), head.end)
    if head.start < start < head.end:  # «заседание Совета министров»: a capital within the type phrase itself
        start = head.start
    if start < head.end and (start < head.start or end > head.end):
        return start, end
    if head.kind in _BIG and any(word in _DASHES for word in line.words[head.end : end]):
        return head.start, end
    if any(line.quoted(i) for i in range(head.end, end)):  # «заседание клуба «X»»: an organisation's, without a name
        return None
    if head.noun in _ROUND and any(line.capital(i) for i in range(head.end, end)) and not _preparing(line, head.start):
        return (head.start, end) if head.noun == "саммит" or any(is_held(line, i) for i in range(len(line))) else None
    return None


def _names_within(line: Line, start: int, end: int) -> bool:
    return any(line.names[i] is not None for i in range(start, end))


def _preparing(line: Line, place: int) -> bool:
    return any(word.startswith(("подготов", "предстоящ")) for word in line.words[max(0, place - 4) : place])


def is_held(line: Line, place: int) -> bool:
    """Whether a word says that an event takes place: өтті, состоялся, held."""
    word, held = line.words[place], words(line.language, "events.held")
    if line.language == "kk":
        return word.startswith(listed("kk", "events.held"))
    return (key_of(word, "ru") if line.language == "ru" else word) in held
