"""How far the genitive after a Russian type word reaches: «форум межрегионального сотрудничества», «саммит ШОС»."""

from __future__ import annotations

from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.headwords import Head
from seriktes.text import russian

_DASHES = frozenset({"–", "-", "—"})
_LONGEST_TAIL = 14


def whole_name(line: Line, end: int) -> int:
    """The end of the name that a run would cut through."""
    last = line.name(end - 1)
    while last is not None and line.name(end) is last:
        end += 1
    return end


def russian_tail(line: Line, head: Head) -> int:
    """The end of the genitive after a type word: «межрегионального сотрудничества России и Казахстана», «ШОС»."""
    end = head.end
    stop = min(len(line), head.end + _LONGEST_TAIL)
    while end < stop and (genitive_goes_on(line, end) or _between_names(line, head.end, end) or _members(line, end)):
        end += 1
    if end == head.end:
        end = _paired_countries(line, end)
    elif line.word(end) in _DASHES and _region(line, end - 1) and _region(line, end + 1):
        end += 2  # «форум гражданского общества ЕС – Центральная Азия»
    end -= line.words[end - 1] == "и"
    return whole_name(line, end) if end > head.end else end


def _region(line: Line, place: int) -> bool:
    """A state, region or union, by name or acronym."""
    name = line.name(place)
    return name is not None and (name.type == "Place" or name.kind == "intergovernmental")


def _members(line: Line, place: int) -> bool:
    """«государств – участников Содружества»."""
    return line.words[place] in _DASHES and line.word(place + 1).startswith(("участни", "член"))


def _paired_countries(line: Line, begin: int) -> int:
    """«Форум Центральная Азия – Италия»: names in the nominative, joined by dashes."""
    end, dashes = begin, 0
    while end < len(line) and (_proper(line, end) or (line.words[end] in _DASHES and _proper(line, end + 1))):
        dashes += line.words[end] in _DASHES and end > begin
        end += 1
    return end if dashes else begin


def _proper(line: Line, place: int) -> bool:
    return place < len(line) and line.is_word(place) and (line.capital(place) or line.name(place) is not None)


def _between_names(line: Line, begin: int, place: int) -> bool:
    following = place + 1
    if line.words[place] == "и" and following < len(line) and _described(line, place - 1) and _described(line, following):
        return place > begin  # «лидеров мировых и традиционных религий»
    named = following < len(line) and (line.names[following] is not None or line.capital(following))
    return line.words[place] == "и" and place > begin and named


def _described(line: Line, place: int) -> bool:
    first = russian.parses(line.words[place])[:1]
    return any(p.tag.POS == "ADJF" and p.tag.case == "gent" for p in first)


def genitive_goes_on(line: Line, place: int) -> bool:
    """Whether a word may go on the genitive after a Russian type word."""
    word, name = line.words[place], line.names[place]
    if not line.is_word(place) or (name is not None and name.type not in ("Organization", "Place")):
        return False
    if line.tokens[place].text.isupper() and len(word) > 1:
        return True
    if russian.part_of_speech(word) in ("PREP", "CONJ", "PRCL"):
        return False
    return any(p.tag.case in ("gent", "gen2") and p.tag.POS in ("NOUN", "ADJF") for p in russian.parses(word))
