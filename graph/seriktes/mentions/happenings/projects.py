"""Projects named without quotes: программа English for Every School, the Golden Steppe project; and centres to come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seriktes.mentions.happening_words import in_starts, kazakh_stems, key_of, listed, pattern, words
from seriktes.mentions.happenings.english_projects import before_bracket, implemented_projects, introduced, past_owner
from seriktes.mentions.happenings.kazakh_event import some
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.phrases import capital_run
from seriktes.mentions.happenings.projects_beside import apposition, projects_beside
from seriktes.mentions.happenings.russian_tail import russian_tail
from seriktes.mentions.headwords import Head
from seriktes.mentions.lexicon import word_class
from seriktes.mentions.lists import lists_of
from seriktes.model import Language, Mention
from seriktes.records import Kept
from seriktes.text import russian

Run = tuple[int, int]

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_QUOTES = frozenset('«“„"')
_MOST_MODIFIERS = 2
_DESCRIBING = ("-funded", "-led", "-backed", "-based", "-supported", "-sponsored", "-financed", "-wide", "-assisted")

#: So many capitals with small words between them may be a project's name behind a comma.
_LONG_TITLE = 4


def named_projects(line: Line) -> Iterator[Mention]:
    """Projects, programmes and initiatives with a name in capitals or Latin letters."""
    for head in _project_heads(line):
        run = _named(line, head)
        if run is not None:
            yield line.mention(run, "Project", "project", "project.latin", 0.75)
            if line.language == "en" and run[1] == before_bracket(line, head.start) < head.start:
                yield line.mention((run[1] + 1, run[1] + 2), "Project", "project", "project.latin", 0.75)
    if line.language == "en":
        yield from implemented_projects(line)
        yield from _funded_under(line)
        yield from _known_schemes(line)
        yield from projects_beside(line)


def _known_schemes(line: Line) -> Iterator[Mention]:
    """Scholarship schemes known by one word: "Chevening scholarships", "Erasmus+"; not a university or street of that name."""
    for place, word in enumerate(line.words):
        bare = word.rstrip("+")
        if bare not in words("en", "projects.schemes") or not line.capital(place) or line.name(place) is not None:
            continue
        follows = line.head_at(place + 1)
        if not line.capital(place + 1) or (follows is not None and follows.type == "Project"):
            yield line.mention((place, place + 1), "Project", "project", "project.latin", 0.75)


def _project_heads(line: Line) -> Iterator[Head]:
    """Type words of projects; the last word of "development programme", which may be an agency; a camp opened."""
    for head in line.heads:
        if head.type == "Project" and head.noun not in words(line.language, "projects.unnamed"):
            yield head
        elif head.type == "Organization" and line.language == "en" and head.noun in words("en", "projects.within"):
            yield replace(head, start=head.end - 1, type="Project")
        elif line.language == "ru" and head.noun in words("ru", "projects.camps") and _opened(line):
            yield head


def _opened(line: Line) -> bool:
    return any(key_of(word, "ru") in words("ru", "projects.founding") for word in line.words if word[0].isalpha())


def _funded_under(line: Line) -> Iterator[Mention]:
    """ "€300 million allocated under NDICI-Global Europe", "funded under Horizon Europe"."""
    for place in [place for place, word in enumerate(line.words) if word == "under"]:
        before = line.words[max(0, place - 8) : place]
        if not any(in_starts(spoken, "en", "projects.funding") for spoken in before):
            continue
        start = place + 1 + (line.word(place + 1) == "the")
        end = start
        while end < len(line) and line.is_word(end) and line.capital(end) and (_open(line, end) or end > start):
            end += 1
        if end > start and not line.words[start].isdigit() and line.head_ending(end - 1) is None:
            yield line.mention((start, end), "Project", "project", "project.latin", 0.75)


def repeated_projects(lines: Sequence[Line], found: Sequence[Mention]) -> Iterator[Mention]:
    """Further places where a Latin name found in a Kazakh or Russian text stands, whatever is beside it."""
    known = {tuple(m.text.lower().split()): m for m in found if m.rule == "project.latin" and len(m.text) > 3}
    known |= {
        (m.text.lower().split()[-1],): m
        for m in found
        if m.rule == "project.route" and m.text.count(" ") < 2 and m.text.split()[-1][0].isupper()
    }
    longest = max(map(len, known), default=0)
    for line in lines if longest else ():
        for start in range(len(line)):
            if line.capital(start) and (line.plain(start) or line.unlisted(start)):
                ends = range(min(len(line), start + longest), start, -1)
                end = next((end for end in ends if line.words[start:end] in known), 0)
                if end:
                    yield line.mention((start, end), "Project", "project", "project.repeat", 0.7)


def _named(line: Line, head: Head) -> Run | None:
    if line.language == "kk":
        return _latin_before(line, head)
    if line.language == "ru":
        return _name_after(line, head)
    return _name_after(line, head) or _capitals_before(line, head) or apposition(line, head)


def _name_after(line: Line, head: Head) -> Run | None:
    """«По программе English for Every School», "the grant programme Stronger Voices"; not "Programme Director"."""
    if line.capital(head.end - 1) and not line.opens(head.start):
        return None
    begin = head.end
    if line.language == "en" and line.word(begin) == "," and _long_title(line, begin + 1):
        begin += 1  # "implemented the project, Growing Readers through New Libraries"
    if line.language == "ru" and not (line.word(begin) and _latin(line, begin)):
        begin = russian_tail(line, head)  # «инициативы Европейского союза Global Gateway»
    if begin < len(line) and line.language == "en" and lists_of("en").is_post(line.tokens[begin].text):
        return None  # "During his working programme Minister X was received"
    end = begin
    while end < len(line) and _open(line, end) and _name_word(line, end, begin):
        end += 1
    while end > begin and not (line.capital(end - 1) or line.words[end - 1].isdigit()):
        end -= 1
    return (begin, end + (line.word(end) == "+")) if end > begin else None


def _long_title(line: Line, start: int) -> bool:
    """Whether four capitals or more with small words between them fill the rest of a sentence or clause."""
    end = start
    while end < len(line) and (
        line.capital(end) or line.words[end] in words("en", "projects.in_names") | {"through", "on", "with"}
    ):
        end += 1
    capitals = sum(line.capital(i) and line.names[i] is None for i in range(start, end))
    return capitals >= _LONG_TITLE and (end == len(line) or line.words[end] in ".,;")


def _open(line: Line, place: int) -> bool:
    return line.plain(place) or line.weak_name(place)


def _latin(line: Line, place: int) -> bool:
    return not _CYRILLIC.search(line.tokens[place].text)


def _name_word(line: Line, place: int, begin: int) -> bool:
    if line.language == "ru":
        return _latin(line, place) and (place > begin or line.capital(place))
    if place + 1 >= len(line) or place == begin or line.capital(place):
        return line.capital(place)
    return line.words[place] in words("en", "projects.in_names") and line.capital(place + 1)


def _capitals_before(line: Line, head: Head) -> Run | None:
    """ "The Golden Steppe project": capitalised words between an article and the type word."""
    begins = before_bracket(line, head.start)
    start = capital_run(line, begins, "en")
    start = past_owner(line, start, begins)
    if start == begins or line.opens(start) or not introduced(line, start):
        return None
    if line.words[head.start - 1].endswith((*_DESCRIBING, "'s", "’s")):
        return None  # "the UK-funded programme"
    last = line.names[begins - 1] if not line.weak_name(begins - 1) else None
    body = last is not None and (last.authority is not None or _body(line, begins - 1))
    known = last is not None and last.type == "Organization" and body
    if not any(_open(line, i) or not known for i in range(start, begins)) or known:
        return None
    return start, head.end if line.capital(head.start) else begins


def _body(line: Line, place: int) -> bool:
    """Whether a name's last word is that of an organisation: "the Asia Foundation project"."""
    return word_class(line.words[place], line.language) == "org" or line.tokens[place].text.isupper()


def _latin_before(line: Line, head: Head) -> Run | None:
    """«Erasmus+ бағдарламасы», «Birgemiz жалпыұлттық жобасы»."""
    end, first = head.start, max(0, head.start - _MOST_MODIFIERS)
    while end > first and line.plain(end - 1) and not _latin(line, end - 1) and _kazakh_adjective(line.words[end - 1]):
        end -= 1
    start = end
    while start and _latin(line, start - 1) and (_open(line, start - 1) or line.words[start - 1] == "+"):
        start -= 1
    return (start, end) if start < end and line.capital(start) and not line.words[end - 1].isdigit() else None


def _kazakh_adjective(word: str) -> bool:
    return word.endswith(listed("kk", "projects.adjective_endings"))


# -- to be founded ---------------------------------------------------------------------------------------------------


def founded_projects(line: Line) -> Iterator[Mention]:
    """Centres, schools and laboratories with a capitalised name that are to be founded."""
    for place in [i for i, told in enumerate(map(_founded_noun[line.language].__getitem__, line.words)) if told]:
        capitals = line.tokens[place].text.isupper() and len(line.words[place]) > 1
        sought = not capitals and not some(line, place)
        run = _founded_name(line, place) if sought else None
        if run is not None and _to_be_founded(line, *run):
            yield line.mention(run, "Project", "project", "project.founded", 0.7)


#: By language, whether a word is a noun of what is founded.
_founded_noun: dict[Language, Kept[str, bool]] = {
    "kk": Kept(lambda word: any(word.startswith(kazakh_stems(noun)) for noun in listed("kk", "projects.founded"))),
    "ru": Kept(lambda word: key_of(word, "ru") in words("ru", "projects.founded")),
    "en": Kept(lambda word: key_of(word, "en") in words("en", "projects.founded")),
}


def _founded_name(line: Line, place: int) -> Run | None:
    name = line.names[place]
    if name is not None:
        run = _whole_name(line, place)
        named = line.capital(run[0]) or any(line.words[i] in _QUOTES for i in range(*run))
        return run if named and (name.type == "Organization" or line.weak_name(place)) else None
    if line.language == "en":
        start = capital_run(line, place, "en")
        return (start, place + 1) if line.capital(place) and start < place and not line.opens(start) else None
    return _kazakh_name(line, place) if line.language == "kk" else _russian_name(line, place)


def _whole_name(line: Line, place: int) -> Run:
    start, end, name = place, place + 1, line.names[place]
    while start and line.names[start - 1] is name:
        start -= 1
    while line.name(end) is name:
        end += 1
    return start, end


def _russian_name(line: Line, place: int) -> Run | None:
    start, end = place, place + 1
    while start and line.plain(start - 1) and line.capital(start - 1) and not line.opens(start - 1):
        start -= 1
    ends = words("ru", "projects.ends")
    while end < len(line) and (line.is_word(end) or line.words[end] in "«»") and line.words[end] not in ends:
        end += 1
    return (start, end) if line.capital(start) and end > place + 1 else None


def _kazakh_name(line: Line, place: int) -> Run | None:
    start = place
    while start and place - start < 10 and line.is_word(start - 1) and _kazakh_name_word(line, start - 1):
        start -= 1
    while start < place and not line.capital(start):
        start += 1
    return (start, place + 1) if start < place and not line.opens(start) else None


def _kazakh_name_word(line: Line, place: int) -> bool:
    word = line.words[place]
    proper = line.capital(place) or line.names[place] is not None
    return proper or word in words("kk", "projects.in_names") or _kazakh_adjective(word)


def _to_be_founded(line: Line, start: int, end: int) -> bool:
    """Whether the words around speak of founding it, not of having founded it."""
    if line.language == "ru":
        near = [word for word in line.words[max(0, start - 4) : start] if word[0].isalpha()]
        if any(key_of(word, "ru") in words("ru", "projects.festive") for word in line.words[max(0, start - 3) : start]):
            return False  # «на открытии центра «X»»: it is there
        return any(key_of(word, "ru") in words("ru", "projects.founding") and not _past(word) for word in near)
    verb = pattern(line.language, "projects.founding_pattern")
    if verb is None:
        return False
    if line.language == "kk":
        festive = line.word(end + 1).startswith(listed("kk", "projects.festive"))  # «орталығын ашу рәсімі»: it is there
        return not festive and any(verb.match(word) for word in line.words[end : end + 2])
    after = " ".join(line.words[end : end + 8])
    planned = "which" in after and "to " in after and verb.search(after) is not None
    return planned or verb.search(" ".join(line.words[max(0, start - 4) : start])) is not None


def _past(word: str) -> bool:
    tag = russian.parses(word)[0].tag
    return tag.POS in ("PRTF", "PRTS") or "past" in tag
