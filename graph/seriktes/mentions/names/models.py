"""The trained taggers as one voice among the patterns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from seriktes.mentions.headwords import heads_in
from seriktes.mentions.lists import key_of, lists_of, word_list
from seriktes.mentions.names.acronyms import is_acronym_of_nothing
from seriktes.mentions.names.eponyms import is_eponym
from seriktes.mentions.names.plurals import of_many
from seriktes.mentions.names.reading import Reading
from seriktes.mentions.tagging.tagger import Tagged, tag_sentences
from seriktes.model import Document, EntityType, Language, Mention
from seriktes.text import russian
from seriktes.text.scripts import fold

#: Below these probabilities the models guess: at all, in a person of one word, in another English name of one word («Heart»).
_LEAST, _SINGLE, _SINGLE_ENGLISH = 0.5, 0.75, 0.62
_NOT_SETTLED: dict[Language, str] = {
    "kk": "өзені өзен көшесі даңғылы",
    "ru": "река улица проспект",
    "en": "river street avenue",
}
_WATERS = frozenset(key_of(word, language) for language, words in _NOT_SETTLED.items() for word in words.split())
_STREETS = frozenset(
    [
        "street",
        "avenue",
        "square",
        "road",
        "prospect",
        "lane",
        "көшесі",
        "даңғылы",
        "ауылы",
        "шағынауданы",
        "ауданы",
        "ст",
    ]
)
_TOWNSPEOPLE = (
    "нцы",
    "тцы",
    "рцы",
    "лцы",
    "нцев",
    "тцев",
    "рцев",
    "лцев",
    "нцам",
    "тцам",
    "рцам",
    "нцами",
    "тцами",
    "чане",
    "чанам",
    "яне",
    "янам",
)
_TYPES: dict[str, EntityType] = {"Person": "Person", "Organization": "Organization", "Place": "Place"}


def find_tagged(document: Document, readings: Sequence[Reading]) -> Iterator[Mention]:
    """What the taggers mark, with scores below those of the patterns, unless the words speak against it."""
    tagged = tag_sentences(document.text, [r.sentence for r in readings], layers=("names",))
    for reading, spans in zip(readings, tagged, strict=True):
        if not spans:
            continue
        starts = {w.token.start: i for i, w in enumerate(reading.words)}
        ends = {w.token.end: i + 1 for i, w in enumerate(reading.words)}
        for span in spans:
            type_ = _TYPES.get(span.label)
            if type_ is None or span.start not in starts or span.end not in ends:
                continue
            start, end = starts[span.start], ends[span.end]
            score = _score(reading, start, end, span)
            if score > 0:
                yield reading.mention(start, end, type_, f"model:{span.source}", score, "person" if type_ == "Person" else None)


def _score(reading: Reading, start: int, end: int, span: Tagged) -> float:
    """The model's own score, a little below the patterns'; 0 for what is known to be no name."""
    if span.score < _least(reading, start, end, span):
        return 0.0
    lists, words = reading.lists, reading.words
    inside = range(start, end)
    if reading.shouting and (span.label != "Person" or not any(lists.is_given(words[i].text) for i in inside)):
        return 0.0
    if all(
        words[i].fold in lists.not_names or words[i].shape in ("lower", "mark", "number") or lists.is_post(words[i].text)
        for i in inside
    ):
        return 0.0
    if reading.language == "en" and span.label != "Person" and all(_calls_people(reading, i) for i in inside):
        return 0.0  # "the Ministers signed", "Associate Fellow at X"
    if span.label == "Person" and (
        lists.is_demonym(words[start].text)
        or words[start].fold in lists.stops
        or any(words[i].shape in ("number", "lower") and words[i].fold not in lists.particles for i in inside)
    ):
        return 0.0
    if span.label == "Place" and (
        reading.lower(end).startswith(("доллар", "dollar"))
        or any(words[i].text == "," for i in inside)
        or key_of(reading.text(end), reading.language) in _WATERS
    ):
        return 0.0
    if span.label == "Place" and reading.language == "ru" and end - start == 1 and _describes_only(words[start].text):
        return 0.0  # «Федеральному президенту»
    if span.label == "Organization" and (_is_happening(reading, start, end) or of_many(reading, start, end)):
        return 0.0
    if reading.language == "kk" and any(words[i].fold in lists.stops for i in inside):
        return 0.0
    if span.label == "Organization" and (
        is_acronym_of_nothing(reading.text(end - 1))
        or fold(key_of(reading.text(end - 1), reading.language)) in _nothing(reading.language)
    ):
        return 0.0
    if span.label == "Person" and (
        is_eponym(reading, start, end) or reading.lower(end - 1) in _STREETS or reading.lower(end) in _STREETS
    ):
        return 0.0
    if span.label == "Person" and reading.language == "en" and end - start > 1 and lists.head(words[end - 1].text) is not None:
        return 0.0  # "Vytautas Magnus University"
    if span.label == "Person" and words[start].text.isascii() and lists_of("en").head(reading.text(end)) is not None:
        return 0.0  # «Green Lake University-де»
    if span.label == "Organization" and (_is_post_itself(reading, start, end) or (reading.titled and span.score < 0.9)):
        return 0.0
    if (
        span.label == "Organization"
        and reading.language == "ru"
        and lists.is_post(words[start].text)
        and lists.head(words[start].text) is None
    ):
        return 0.0  # «Мэр Москвы» has the stem of «мэрия»
    if span.label == "Organization" and end - start == 1 and start == reading.first and _opens_as_event(reading, start):
        return 0.0
    if span.label == "Organization" and reading.language == "kk" and any(_deputises(reading, i) for i in inside):
        return 0.0  # «Төрағасының орынбасары – Хатшылық меңгерушісі»
    if span.label == "Organization" and reading.language == "en" and words[start].fold in _other("degrees"):
        return 0.0
    if (
        span.label == "Organization"
        and reading.titled
        and any(lists.is_demonym(words[i].text) for i in inside)
        and end - start > 3
    ):
        return 0.0  # a headline With Capitals Everywhere
    capitals = [i for i in inside if words[i].capital]
    if reading.language == "en" and capitals == [reading.first] and (end - start > 1 or span.score < 0.85):
        return 0.0
    if (
        span.label == "Person"
        and reading.language == "ru"
        and (_are_townspeople(reading, start, end) or any(words[i].shape == "acronym" for i in inside))
    ):
        return 0.0
    return 0.79 * span.score


def _is_post_itself(reading: Reading, start: int, end: int) -> bool:
    """Whether the words end in a post, or hold one before a dash: «төрағасының орынбасары - Хатшылық» (меңгерушісі)."""
    posts = (i for i in range(start, end) if reading.lists.is_post(reading.words[i].text))
    return any(i == end - 1 or reading.text(i + 1) in ("-", "–", "—") for i in posts)


def _opens_as_event(reading: Reading, place: int) -> bool:
    """«Конгресс прошёл в …»: the type word of an event, with a capital because a sentence begins."""
    told = reading.words[place].shape == "title" and reading.language != "en"
    return told and any(head.type == "Event" for head in heads_in([reading.lower(place)], reading.language))


def _least(reading: Reading, start: int, end: int, span: Tagged) -> float:
    if end - start > 1:
        return _LEAST
    if span.label == "Person":
        return _SINGLE
    return _SINGLE_ENGLISH if reading.language == "en" and reading.words[start].shape == "title" else _LEAST


def _are_townspeople(reading: Reading, start: int, end: int) -> bool:
    """«Шымкентцы», «северянам»: people of a place, not one person."""
    return end - start == 1 and reading.lower(start).endswith(_TOWNSPEOPLE) and not reading.lists.is_given(reading.text(start))


def _is_happening(reading: Reading, start: int, end: int) -> bool:
    """Whether a model took an event, a programme, a social network or a field of work for an organisation."""
    if any(reading.lists.head(reading.text(i)) is not None for i in range(start, end)):
        return False
    if (
        end - start <= 3
        and any(reading.is_place(i) for i in range(start, end))
        and all(reading.is_place(i) or reading.words[i].shape == "lower" for i in range(start, end))
    ):
        return True
    if any(reading.lower(i) in _other("networks") for i in range(start, end)):
        return True
    if reading.language == "en" and reading.lower(start - 1) == "for" and reading.lists.is_post(reading.text(start - 2)):
        return True
    keys = _other_keys(reading.language)
    return any(key_of(reading.text(i), reading.language) in keys for i in range(start, end))


def _deputises(reading: Reading, i: int) -> bool:
    """Whether a small-letter Kazakh word is a single post: no name of a body has one in it."""
    return reading.words[i].shape == "lower" and reading.lower(i) == "орынбасары"


def _describes_only(word: str) -> bool:
    """Whether every reading of a Russian word is an adjective."""
    return all(p.tag.POS == "ADJF" and "Geox" not in p.tag for p in russian.parses(word))


def _calls_people(reading: Reading, i: int) -> bool:
    """Whether an English word says what people are: "Ministers", "Members", "Associate"."""
    word = reading.text(i)
    return reading.lists.is_post(word) or reading.lists.is_post(word.removesuffix("s")) or word.lower() in _other("people")


@cache
def _other(name: str) -> frozenset[str]:
    return frozenset(word_list("names")["other"][name].split())


@cache
def _other_keys(language: Language) -> frozenset[str]:
    """Words of events, programmes and fields of work, without endings."""
    return frozenset(key_of(word, language) for word in _other(language))


@cache
def _nothing(language: Language) -> frozenset[str]:
    return frozenset(key_of(word, language) for word in lists_of(language).not_organizations)
