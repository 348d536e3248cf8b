"""Projects named without quotes: программа English for Every School, the Golden Steppe project, a centre to be founded."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.headwords import Head, heads_in, key_of, pattern_of, words_of
from seriktes.mentions.lines import Line
from seriktes.mentions.phrases import capital_run
from seriktes.model import Mention
from seriktes.text import russian

_FOUNDED = {"kk": ("орталық", "хаб", "мектеп", "филиал", "зертхана", "кампус"),
            "ru": ("центр", "хаб", "школа", "филиал", "лаборатория", "кампус"),
            "en": ("centre", "center", "hub", "lab", "laboratory", "school", "branch", "campus", "academy")}


def named_projects(line: Line) -> Iterator[Mention]:
    """Projects, programmes and initiatives with a capitalised name, in a sentence."""
    for head in heads_in(line):
        if head.type != "Project" or head.key in ("концепция", "концепт", "тұжырымдама", "concept", "strategy"):
            continue
        run = _latin_after(line, head) if line.language != "kk" else None
        run = run or (_capitals_before(line, head) if line.language == "en" else None)
        run = run or (_latin_before(line, head) if line.language == "kk" else None)
        run = run or (_apposition(line, head) if line.language == "en" else None)
        if run is not None:
            yield line.mention(*run, "Project", "project", "project.latin", 0.75)


def _free(line: Line, start: int, end: int) -> bool:
    """Whether the run is more than the name of an organisation, place or person."""
    return not all(line.names[i] is not None for i in range(start, end) if line.is_word(i))


def _latin_after(line: Line, head: Head) -> tuple[int, int] | None:
    """«по программе English for Every School», "the grant programme Stronger Voices"."""
    end = head.end
    if line.capital(head.end - 1) and not line.opens(head.start):
        return None
    while end < len(line) and line.is_word(end) and line.names[end] is None and _name_word(line, end, head.end):
        end += 1
    while end > head.end and not (line.capital(end - 1) or line.words[end - 1].isdigit()):
        end -= 1
    if end < len(line) and line.words[end] == "+" and end > head.end:
        end += 1
    if end == head.end or (line.language == "en" and head.key not in ("programme", "program", "project", "initiative", "campaign", "grant programme")):
        return None
    return head.end, end


def _name_word(line: Line, place: int, begin: int) -> bool:
    token = line.tokens[place].text
    if line.language == "ru":
        return token.isascii() and (place > begin or token[0].isupper()) or (place > begin and token.isdigit())
    return line.capital(place) or (place > begin and line.words[place] in ("for", "of", "the", "and", "in", "to")
                                   and place + 1 < len(line) and line.capital(place + 1))


def _capitals_before(line: Line, head: Head) -> tuple[int, int] | None:
    """"the Golden Steppe project": capitalised words between an article and the type word."""
    start = capital_run(line, head.start, "en")
    if start == head.start or line.opens(start) or not _free(line, start, head.start):
        return None
    if line.capital(head.start) and head.start + 1 <= len(line):
        end = head.end
    else:
        end = head.start
    if line.words[start - 1] not in ("the", "a", "its", "their", "’s", "'s", "our", "new", "joint", "under", "s"):
        return None
    names = [line.names[i] for i in range(start, head.start)]
    return (start, end) if not any(name is not None and name.type == "Organization" for name in names[-1:]) else None


def _latin_before(line: Line, head: Head) -> tuple[int, int] | None:
    """«Erasmus+ бағдарламасы»."""
    start = head.start
    while start and (line.tokens[start - 1].text.isascii() and (line.is_word(start - 1) or line.words[start - 1] == "+")) and line.names[start - 1] is None:
        start -= 1
    if start == head.start or not line.tokens[start].text[0].isupper() or line.words[head.start - 1].isdigit():
        return None
    return start, head.start


def _apposition(line: Line, head: Head) -> tuple[int, int] | None:
    """"Going Global Partnerships, a programme run by …"."""
    if head.start < 3 or line.words[head.start - 1] not in ("a", "an", "the") or line.words[head.start - 2] != ",":
        return None
    start = capital_run(line, head.start - 2, "en")
    return (start, head.start - 2) if head.start - 2 - start >= 2 and _free(line, start, head.start - 2) else None


def founded_projects(line: Line) -> Iterator[Mention]:
    """Centres, schools and laboratories with a capitalised name that are to be founded."""
    for place, word in enumerate(line.words):
        if not _founded_noun(line, word) or line.tokens[place].text.isupper():
            continue
        run = _founded_run(line, place)
        if run is not None and _founding(line, *run):
            yield line.mention(*run, "Project", "project", "project.founded", 0.7)


def _founded_noun(line: Line, word: str) -> bool:
    if line.language == "kk":
        return any(word.startswith(stem[:-1]) for stem in _FOUNDED["kk"])
    return key_of(word, line.language) in _FOUNDED[line.language]


def _founded_run(line: Line, place: int) -> tuple[int, int] | None:
    start, end = place, place + 1
    name = line.names[place]
    if name is not None and name.type == "Organization":
        while start and line.names[start - 1] is name:
            start -= 1
        while end < len(line) and line.names[end] is name:
            end += 1
        return start, end
    if line.language == "en":
        start = capital_run(line, place, "en")
        return (start, end) if line.capital(place) and start < place and not line.opens(start) else None
    if line.language == "kk":
        start = _kazakh_start(line, place)
        return (start, end) if start is not None else None
    while start and line.is_word(start - 1) and line.capital(start - 1) and line.names[start - 1] is None and not line.opens(start - 1):
        start -= 1
    if not line.capital(start):
        return None
    while end < len(line) and (line.is_word(end) or line.words[end] in ("«", "»")) and line.words[end] not in ("в", "на", "и", "с", "для", "при"):
        end += 1
    return (start, end) if end > place + 1 else None


def _kazakh_start(line: Line, place: int) -> int | None:
    start = place
    while start and line.is_word(start - 1) and place - start < 8:
        start -= 1
        if line.words[start] in ("үшін", "мен", "пен", "тұрақты") or line.capital(start) or line.names[start] is not None:
            continue
        if not line.words[start].endswith(("лық", "лік", "дық", "дік", "тық", "тік", "ғы", "гі", "даму")):
            start += 1
            break
    while start < place and not line.capital(start):
        start += 1
    return start if start < place and not line.opens(start) else None


def _past(word: str) -> bool:
    """Whether a Russian verb says that it has been done already."""
    tag = russian.parses(word)[0].tag
    return tag.POS in ("PRTF", "PRTS") or "past" in tag


def _founding(line: Line, start: int, end: int) -> bool:
    pattern = pattern_of(line.language, "projects", "founding")
    if line.language == "kk":
        return pattern is not None and any(pattern.match(word) for word in line.words[end:end + 2])
    if line.language == "ru":
        verbs = words_of("ru", "projects", "founding")
        return any(key_of(line.words[i], "ru") in verbs and not _past(line.words[i])
                   for i in range(max(0, start - 4), start) if line.words[i].isalpha())
    before = " ".join(line.words[max(0, start - 4):start])
    after = " ".join(line.words[end:end + 8])
    return pattern is not None and (pattern.search(before) is not None or ("which" in after and pattern.search(after) is not None and "to " in after))
