"""Events with a proper name: XI Civil Forum of Kazakhstan, Х Азаматтық форум, Год Узбекистана в Казахстане."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.happening_words import listed, phrases, words
from seriktes.mentions.happenings.english_events import english_run
from seriktes.mentions.happenings.event_signs import is_held, is_number, ordinal_start
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.phrases import capital_run, is_adjective
from seriktes.mentions.happenings.russian_tail import russian_tail
from seriktes.mentions.headwords import Head
from seriktes.mentions.lists import lists_of
from seriktes.model import Mention
from seriktes.text import russian

Run = tuple[int, int]

_DASHES = frozenset({"–", "-", "—"})
_PROPER_ADJECTIVE = ("ский", "ская", "ское", "ские", "ского", "ской", "ских", "цкий")
_ROUND = ("заседание", "саммит", "сессия")
_BIG = frozenset({"forum", "conference", "festival"})
_NEVER_GUESSED = frozenset({"dialogue", "symposium", "workshop", "summit", "hackathon"})
_ATTENDING = frozenset({"at", "in", "during", "attended", "attend", "opened", "visited"})
_MOST_ADJECTIVES = 4


def named_events(line: Line) -> Iterator[Mention]:
    """The events of a sentence that have a name of their own: an ordinal, a capitalised name."""
    plenary = phrases(line.language, "events.plenary")
    runs = {"kk": _kazakh_run, "ru": _russian_run, "en": english_run}
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


def _russian_run(line: Line, head: Head) -> Run | None:
    start, end = head.start, russian_tail(line, head)
    first = max(0, head.start - _MOST_ADJECTIVES)
    while (
        start > first
        and is_adjective(line.words[start - 1])
        and (line.plain(start - 1) or (line.weak_name(start - 1) and line.names[start - 1] is line.names[head.start]))
    ):
        if is_number(line, start - 1):
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
