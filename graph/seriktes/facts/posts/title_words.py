"""What a title is made of: post words, runs of words beside a name, bodies and places that can own a post."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.model import Language
from seriktes.records import record
from seriktes.resources import ONTOLOGY, csv_cells
from seriktes.text import kazakh, russian

LONGEST_TITLE = 12
DASHES = frozenset("–—-")


@record(frozen=True, slots=True)
class Title:
    """A title of a person: the items of its words, and of its owner if one stands beside it."""

    person: int
    first: int
    last: int
    owner: int | None


@cache
def _post_words(language: Language) -> frozenset[str]:
    rows = csv_cells(ONTOLOGY, "names/post_words.csv", "language", "word")
    listed = {word.lower() for spoken, word in rows if spoken == language}
    listed |= words(language, "professions")
    return frozenset(kazakh.stem(w) for w in listed) | listed if language == "kk" else frozenset(listed)


@lru_cache(maxsize=50_000)
def is_post_word(word: str, language: Language) -> bool:
    """Whether a word names a post: «орынбасары», "Director".

    >>> is_post_word("директоры", "kk"), is_post_word("председателя", "ru"), is_post_word("Ambassador", "en")
    (True, True, True)
    """
    listed = _post_words(language)
    lower = word.lower()
    parts = [lower, *lower.replace("–", "-").split("-")] if "-" in lower or "–" in lower else [lower]
    if language == "kk":
        # «деканы», «маманы»: without a dictionary the possessive looks like an accusative, so it is tried as one too.
        return any(
            kazakh.stem(p) in listed or kazakh.nominative(p) in listed or (p[-1:] in "ыі" and p[:-1] in listed) for p in parts
        )
    if language == "ru":
        return any(p in listed or russian.lemma(p) in listed for p in parts)
    return any(p in listed or p.removesuffix("s") in listed for p in parts)


@lru_cache(maxsize=50_000)
def tells_office(word: str) -> bool:
    """Whether a small-letter Russian word names one holder's post, or says that somebody heads something.

    >>> tells_office("директором"), tells_office("возглавил"), tells_office("директоров")
    (True, True, False)
    """
    if word.startswith(tuple(words("ru", "heading_verbs"))):
        return True
    return word != "" and is_post_word(word, "ru") and russian.parses(word)[0].tag.number != "plur"


def run_left(view: View, place: int, limit: int) -> int:
    """First item of the run of words that ends just before ``place`` (no mention, no stop inside)."""
    first = place
    stops = frozenset(',;:().–—!?«»“”"') | words(view.language, "title_stops")
    while first - 1 > limit and place - first < LONGEST_TITLE:
        item = view.items[first - 1]
        if item.lower in ("в", "во") and view.word(first) in ("делах", "отставке"):
            first -= 1
            continue
        if item.lower == "on" and view.language == "en" and is_post_word(view.word(first - 2) or "-", "en"):
            first -= 1  # "vice-rector on international cooperation"
            continue
        if item.lower in stops or item.text in DASHES or (item.entity and not _inside_title(view, first - 1)):
            break
        first -= 1
    return first


def _inside_title(view: View, index: int) -> bool:
    """«Қазақстандағы тұрақты өкілі»: a place in the locative is a part of the title."""
    item = view.items[index]
    about = view.word(index + 1) in ("бойынша", "жөніндегі", "істері")  # «Орталық Азия бойынша директоры»
    return view.language == "kk" and item.type == "Place" and (about or item.cases == frozenset({"attr"}))


def has_post(view: View, first: int, last: int) -> bool:
    """Whether a post word stands among the items."""
    return any(not view.items[i].entity and is_post_word(view.items[i].text, view.language) for i in range(first, last + 1))


def can_own(view: View, index: int) -> bool:
    """Whether an item can be the owner of a post."""
    item = view.items[index]
    return item.type in ("Organization", "Place", "Project", "Event")


def skip_courtesy(view: View, place: int, limit: int) -> int:
    """The place before «Mr.», «д-р», a degree («доктор политических наук»): what stands between a title and the name."""
    end = _skip_degrees(view, place, limit) if view.language == "ru" else place
    while end - 1 > limit:
        word = view.word(end - 1)
        if word == "." and view.word(end - 2) in words(view.language, "courtesy"):
            end -= 2
        elif view.language == "en" and word in ("mr", "ms", "mrs", "dr", "sir", "lord", "prof") and end < place + 1:
            end -= 1
        elif word in ("sciences", "наук") and (degree := _degree_start(view, end)) > limit:
            end = degree
        elif view.language == "kk" and word == "." and [view.word(end - k) for k in (2, 3, 4)] == ["а", ".", "м"]:
            end -= 4  # «проректор м.а.»
        elif view.language == "kk" and word in ("докторы", "кандидаты") and view.word(end - 2) == "ғылымдарының":
            end -= 3
            if view.word(end - 1) == "," and end - 1 > limit:
                end -= 1
        else:
            break
    return end


def _degree_start(view: View, end: int) -> int:
    """Where a degree in English or Russian begins that ends at an item; -1 where none does."""
    return _english_degree(view, end) if view.language == "en" else _russian_degree(view, end)


def _english_degree(view: View, end: int) -> int:
    """Where "candidate of historical sciences" begins that ends at an item; -1 where none does."""
    of = next((i for i in range(end - 2, end - 5, -1) if view.word(i) == "of"), 0)
    return of - 1 if view.word(of - 1) in ("candidate", "doctor") else -1


def _russian_degree(view: View, end: int) -> int:
    """Where «доктора исторических наук» begins that ends at an item; -1 where none does."""
    return next((i for i in range(end - 2, max(-1, end - 6), -1) if view.word(i) in words("ru", "degrees")), -1)


_DEGREE_ENDS = (".", "н", "наук")
_DEGREE = re.compile(r"(?:[кд]|канд|докт)\.[а-я-]{1,12}\.н(?:аук|\.)?\.?")


def _skip_degrees(view: View, place: int, limit: int) -> int:
    """Past «к.и.н., доцент», «доктор наук, академик НАН» and «г-н» that stand between a body and its officer's name; the place itself if no body does."""
    end = place
    while end - 1 > limit:
        word = view.word(end - 1)
        ends = not word or word.endswith(_DEGREE_ENDS)
        places = range(end - 2, max(limit, end - 8), -1) if ends else ()
        first = next((i for i in places if _DEGREE.fullmatch(_glued(view, i, end))), None)
        if first is not None:
            end = first
        elif word == "наук" and (degree := _russian_degree(view, end)) > limit:
            end = degree
        elif view.items[end - 1].entity and view.word(end - 2) in words("ru", "ranks") and view.word(end - 3) == ",":
            end -= 2  # «…, академик НАН X»: an honour beside the post
        elif word in words("ru", "ranks") or (word == "," and end < place):
            end -= 1
        else:
            break
    body = end - 1 > limit and (view.items[end - 1].entity is not None or view.items[end - 1].text.isupper())
    return end if end < place and body else place


def _glued(view: View, first: int, stop: int) -> str:
    return "".join(view.word(i) for i in range(first, stop))


def past_courtesy(view: View, person: int) -> int:
    """The item before a name, and in English before its "Mr." and the like."""
    place = person - 1
    while view.language == "en" and place > 0 and (view.word(place) == "." or view.word(place) in words("en", "courtesy")):
        place -= 1
    return place


def skip_bracket(view: View, place: int, limit: int) -> int:
    """The place before «(ОТГ)» and a courtesy title, where an acronym stands between a body and its head's name."""
    end = place
    if view.word(end - 1) in words(view.language, "courtesy") and view.word(end - 2) == ")":
        end -= 1
    if view.word(end - 1) != ")":
        return place
    for index in range(end - 2, max(limit, end - 8), -1):
        if view.word(index) == "(":
            return index
    return place


def over_dash(view: View, start: int, limit: int) -> int:
    """«председатель правления – ректор»: two posts in one title, joined by a dash."""
    if view.word(start - 1) not in DASHES or start - 2 <= limit or view.items[start - 2].entity:
        return start
    for first in range(max(limit + 1, start - 5), start - 1):
        words_here = [view.items[i] for i in range(first, start - 1)]
        board = any(w.lower.startswith(("правлен", "board", "басқарма", "коллеги")) for w in words_here)
        if (
            board
            and is_post_word(words_here[0].text, view.language)
            and all(not w.entity and w.text[0].isalpha() for w in words_here)
        ):
            return first
    return start


def past_eponym(view: View, index: int, before: int, limit: int) -> int:
    """ "Rector of L. Gumilyov ENU": past whom the body is named after."""
    if view.items[index].type != "Organization":
        return before
    place = before
    while place > limit and before - place < 5 and not view.items[place].entity:
        if view.items[place].text != "." and not view.items[place].text[0].isupper():
            return place
        place -= 1
    return before
