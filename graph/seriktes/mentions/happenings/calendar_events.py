"""Years, days and weeks of a country or a theme: Год Узбекистана в Казахстане, Days of Culture of Uzbekistan."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.mentions.happening_words import is_listed, key_of, listed, words
from seriktes.mentions.happenings.english_events import english_tail
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.russian_tail import genitive_goes_on
from seriktes.model import Mention

Run = tuple[int, int]

_RUSSIAN = frozenset({"год", "день", "неделя", "декада"})
_RUSSIAN_HOLIDAY = frozenset({"день", "дня", "дню", "днем"})
_ENGLISH = frozenset({"Year", "Days", "Week", "Decade"})


def calendar_events(line: Line) -> Iterator[Mention]:
    """The years, days and weeks of a sentence that are kept in honour of a country or a theme."""
    finder = {"kk": _kazakh, "ru": _russian, "en": _english}[line.language]
    for place in range(len(line)):
        run = None if line.quoted(place) and line.language != "en" else finder(line, place)
        if run is not None:
            yield line.mention(run, "Event", "other", "event.named", 0.8)


def _kazakh(line: Line, place: int) -> Run | None:
    """«Қазақстандағы Өзбекстан жылы», «Қазақстан мәдениеті күндері»."""
    if not line.words[place].startswith(("жылы", "күндері", "күндерін", "апталығы")):
        return None
    start, name = place - 1, line.name(place - 1)
    if name is None and line.word(start).startswith(listed("kk", "events.arts")):
        start, name = start - 1, line.name(start - 1)
        start += line.name(start) is None
        return (start, place + 1) if name is not None and name.type == "Place" else None
    if name is None or name.type != "Place":
        return None
    where = line.name(place - 2) is not None and line.words[place - 2].endswith(("дағы", "дегі", "тағы", "тегі"))
    return (place - 2, place + 1) if where else None


def _russian(line: Line, place: int) -> Run | None:
    """«Год Узбекистана в Казахстане», «Дни культуры Казахстана»; no holiday («День Республики»)."""
    word = line.words[place]
    if key_of(word, "ru") not in _RUSSIAN or word in _RUSSIAN_HOLIDAY:
        return None
    arts = is_listed(line.word(place + 1), "ru", "events.arts")
    if not line.capital(place) and not arts:
        return None
    if line.opens(place) and line.name(place + 1) is None and not arts:
        return None
    end = place + 1
    while end < min(len(line), place + 6) and line.is_word(end) and (line.capital(end) or genitive_goes_on(line, end)):
        end += 1
    if end == place + 1 or not (line.names[end - 1] is not None or line.capital(end - 1)):
        return None
    return place, _with_country(line, end, "в")


def _english(line: Line, place: int) -> Run | None:
    """ "International Year of Volunteers", "Days of Culture of Uzbekistan", "Days of culture of the Republic"."""
    if line.tokens[place].text not in _ENGLISH or line.word(place + 1) != "of":
        return None
    arts = line.word(place + 2) in words("en", "events.arts") and not line.capital(place + 2)
    start, end = place, english_tail(line, place + 3 if arts else place + 1)
    while start and line.is_word(start - 1) and line.capital(start - 1) and not line.opens(start - 1):
        start -= 1
    return (start, _with_country(line, end, "in")) if end > place + 2 else None


def _with_country(line: Line, end: int, preposition: str) -> int:
    place = end + 1 + (line.word(end + 1) == "the")
    if line.word(end) != preposition or place >= len(line) or not line.capital(place):
        return end
    name, end = line.names[place], place + 1
    while line.name(end) is not None and line.name(end) is name:
        end += 1
    return end
