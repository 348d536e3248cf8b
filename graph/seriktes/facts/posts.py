"""Who holds which post where: titles before and after names, with the body or the state they belong to.

A title is a run of words with a post word in it («төрағасының орынбасары», "Deputy Head of Mission"); its owner is the
organisation, or the state, region or city, that stands beside it. Chains of titles belong to one person:
«X төрағасы және Y жетекшісі Аманжол …».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from seriktes.facts.frames import word_pattern, words
from seriktes.facts.view import View
from seriktes.model import Entity, Fact, Language
from seriktes.resources import ONTOLOGY, read_csv
from seriktes.text import kazakh, russian

_LONGEST_TITLE = 12
_DASHES = frozenset("–—-")
_AKIMAT = ("әкімдігі", "акимат", "akimat", "администраци", "хокимият", "government", "әкімшілігі", "правительство")
_AKIM = ("әкім", "аким", "akim", "губернатор", "governor", "хоким", "мэр", "mayor")


@dataclass(frozen=True, slots=True)
class Title:
    """A title of a person: the items of its words, and of its owner if one stands beside it."""

    person: int
    first: int
    last: int
    owner: int | None


@cache
def _post_words(language: Language) -> frozenset[str]:
    listed = {row["word"].lower() for row in read_csv(ONTOLOGY, "names/post_words.csv") if row["language"] == language}
    return frozenset(kazakh.stem(w) for w in listed) | listed if language == "kk" else frozenset(listed)


@cache
def is_post_word(word: str, language: Language) -> bool:
    """Whether a word names a post: «орынбасары», "Director".

    >>> is_post_word("директоры", "kk"), is_post_word("председателя", "ru"), is_post_word("Ambassador", "en")
    (True, True, True)
    """
    listed = _post_words(language)
    lower = word.lower()
    parts = [lower, *lower.replace("–", "-").split("-")] if "-" in lower or "–" in lower else [lower]
    if language == "kk":
        return any(kazakh.stem(p) in listed or kazakh.nominative(p) in listed for p in parts)
    if language == "ru":
        return any(p in listed or russian.lemma(p) in listed for p in parts)
    return any(p in listed or p.removesuffix("s") in listed for p in parts)


def find_titles(view: View) -> tuple[Title, ...]:
    """All titles of the persons of a sentence, in order."""
    titles: list[Title] = []
    persons = view.mentions("Person")
    for number, person in enumerate(persons):
        left = persons[number - 1] if number else -1
        right = persons[number + 1] if number + 1 < len(persons) else len(view.items)
        own = [_with_owner_after(view, t, right) for t in _before(view, person, left)] or list(_after(view, person, right))
        if not own and number:
            own = _shared(view, titles, left, person)
        titles.extend(own)
    return tuple(titles)


def _with_owner_after(view: View, title: Title, limit: int) -> Title:
    """"Consul S. Wilcox of the British Embassy": the owner stands behind the name."""
    place = title.person + 1
    if title.owner is not None or view.language != "en" or view.word(place) not in ("of", "from", "at"):
        return title
    place += 2 if view.word(place + 1) == "the" else 1
    return replace(title, owner=place) if place < limit and view.items[place].type == "Organization" else title


def _before(view: View, person: int, limit: int) -> Iterator[Title]:
    """Titles to the left of the name; the nearest first."""
    chain = {"kk": _left_kazakh, "ru": _left_russian, "en": _left_english}[view.language]
    place = person
    for _ in range(6):
        title = chain(view, person, place, limit)
        if title is None:
            return
        if title.first <= title.last:
            yield title
        place = min(title.first, title.owner if title.owner is not None else title.first)
        place = _skip_joins(view, place, limit)
        if place < 0:
            return


def _skip_joins(view: View, place: int, limit: int) -> int:
    """The place left of a comma, dash or *and* that links one title to another; -1 where there is none."""
    joins = words(view.language, "and") | _DASHES | {","}
    if place - 1 > limit and view.word(place - 1) in joins:
        return place - 1
    return -1


def _run_left(view: View, place: int, limit: int) -> int:
    """First item of the run of words that ends just before ``place`` (no mention, no stop inside)."""
    first = place
    stops = frozenset(",;:().–—!?«»“”\"") | words(view.language, "title_stops")
    while first - 1 > limit and place - first < _LONGEST_TITLE:
        item = view.items[first - 1]
        if item.lower in ("в", "во") and view.word(first) in ("делах", "отставке"):
            first -= 1
            continue
        if item.lower in stops or item.text in _DASHES or (item.entity and not _inside_title(view, first - 1)):
            break
        first -= 1
    return first


def _inside_title(view: View, index: int) -> bool:
    """«Қазақстандағы тұрақты өкілі»: a place in the locative is a part of the title."""
    item = view.items[index]
    return view.language == "kk" and item.type == "Place" and item.cases == frozenset({"attr"})


def _has_post(view: View, first: int, last: int) -> bool:
    return any(not view.items[i].entity and is_post_word(view.items[i].text, view.language) for i in range(first, last + 1))


def _left_kazakh(view: View, person: int, place: int, limit: int) -> Title | None:
    first = _run_left(view, place, limit)
    if first == place:
        return None
    if not _has_post(view, place - 1, place - 1):
        # A degree beside a post («… меңгерушісі, тарих ғылымдарының докторы X») is passed over.
        return Title(person, first, first - 1, None) if view.word(first - 1) == "," and place - first <= 5 else None
    owner = first - 1 if first - 1 > limit and _can_own(view, first - 1) else None
    if owner is None:
        first = _noun_phrase_start(view, first, place)
    return Title(person, first, place - 1, owner)


def _noun_phrase_start(view: View, first: int, place: int) -> int:
    """Without an owner nobody knows where the title begins: its post word and what directly describes it."""
    start = place - 1
    while start > first and (is_post_word(view.items[start - 1].text, view.language)):
        start -= 1
    return start


def _can_own(view: View, index: int) -> bool:
    item = view.items[index]
    return item.type in ("Organization", "Place", "Project", "Event")


def _left_russian(view: View, person: int, place: int, limit: int) -> Title | None:
    owner = None
    end = _skip_bracket(view, place, limit)
    while end - 1 > limit and view.items[end - 1].entity:
        index = end - 1
        if view.items[index].type == "Place" and view.word(index - 1) in ("в", "во", "при", "на"):
            end = index - 1
            continue
        if not _can_own(view, index):
            return None
        owner, end = index, index
    first = _run_left(view, end, limit)
    start = _russian_title_start(view, first, end)
    if start is None:
        return None
    start = _over_dash(view, start, limit)
    return Title(person, start, end - 1, owner)


def _skip_bracket(view: View, place: int, limit: int) -> int:
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


def _over_dash(view: View, start: int, limit: int) -> int:
    """«председатель правления – ректор»: two posts in one title, joined by a dash."""
    if view.word(start - 1) not in _DASHES or start - 2 <= limit or view.items[start - 2].entity:
        return start
    for first in range(max(limit + 1, start - 5), start - 1):
        words_here = [view.items[i] for i in range(first, start - 1)]
        board = any(w.lower.startswith(("правлен", "board", "басқарма", "коллеги")) for w in words_here)
        if board and is_post_word(words_here[0].text, view.language) and all(not w.entity and w.text[0].isalpha() for w in words_here):
            return first
    return start


def _russian_title_start(view: View, first: int, end: int) -> int | None:
    posts = [i for i in range(first, end) if is_post_word(view.items[i].text, "ru")]
    if not posts:
        return None
    start = posts[-1]
    for i in reversed(posts[:-1]):
        if start - i <= 3:
            start = i
    while start > first and _describes(view.items[start - 1].text, view.items[start].text):
        start -= 1
    return start


def _describes(word: str, noun: str) -> bool:
    if russian.part_of_speech(word) not in ("ADJF", "PRTF") and "-" not in word:
        return False
    return bool(russian.cases_of(word) & russian.cases_of(noun)) and word[0].isalpha()


def _left_english(view: View, person: int, place: int, limit: int) -> Title | None:
    end = _skip_bracket(view, place, limit)
    if view.word(end - 1) == "," and place == person:
        end -= 1
    if view.word(end - 1) in words("en", "courtesy") and end - 2 > limit and _can_own(view, end - 2):
        end -= 1
    owner = None
    if end - 1 > limit and view.items[end - 1].entity:
        index = end - 1
        if not _can_own(view, index):
            return None
        before = _before_the(view, index)
        if view.word(before) in ("in", "to") and before - 1 > limit and _can_own_or_post(view, before - 1, limit):
            deeper = before  # «Ambassador of the UK to Kazakhstan X», «UN Resident Coordinator in Kazakhstan X»
            end, index = deeper, deeper - 1
            if not view.items[index].entity:
                return _english_run(view, person, end, limit)
            before = _before_the(view, index)
        if view.word(before) not in ("of", "at", "for", "to", "from", "with", "in"):
            return None
        owner, end = index, before
    return _english_run(view, person, end, limit, owner)


def _can_own_or_post(view: View, index: int, limit: int) -> bool:
    return _can_own(view, index) or is_post_word(view.items[index].text, "en")


def _before_the(view: View, index: int) -> int:
    before = index - 1
    return before - 1 if view.word(before) in ("the", "its", "their") else before


def _english_run(view: View, person: int, end: int, limit: int, owner: int | None = None) -> Title | None:
    first = _run_left(view, end, limit)
    posts = [i for i in range(first, end) if is_post_word(view.items[i].text, "en")]
    if not posts:
        return None
    start = posts[0]
    while start > first and _english_describes(view.items[start - 1].text):
        start -= 1
    if owner is None and start == first and first - 1 > limit and _can_own(view, first - 1):
        owner = first - 1
    if owner is None and first < start and view.items[start - 1].lower in ("'s", "’s"):
        owner = start - 2 if _can_own(view, start - 2) else None
    return Title(person, _over_dash(view, start, limit), end - 1, owner)


def _english_describes(word: str) -> bool:
    return (word[0].isupper() and word.lower() not in ("the", "a", "an")) or word.lower() in words("en", "title_adjectives")


def _after(view: View, person: int, limit: int) -> Iterator[Title]:
    """Titles to the right of the name: «X, төраға …», "X, Head of the Y"."""
    place = person + 1
    opener = view.word(place)
    if opener not in (",", "(", "–", "—", "-"):
        return
    for _ in range(4):
        title = _right(view, person, place + 1, limit)
        if title is None:
            return
        stop = max(title.last, title.owner if title.owner is not None else title.last) + 1
        if limit < len(view.items) and stop == limit and view.language != "en":
            return  # «X, председатель фонда Y Z»: the title is that of the next name
        yield title
        if view.word(stop) not in words(view.language, "and") | {","}:
            return
        place = stop


def _right(view: View, person: int, first: int, limit: int) -> Title | None:
    while view.word(first) in ("the", "a", "an", "who", "is", "also"):
        first += 1
    owner = None
    if first < limit and _can_own(view, first):
        owner, first = first, first + 1
    end = first
    stops = frozenset(",;:().–—!?«»") | words(view.language, "title_stops")
    while end < limit and not view.items[end].entity and view.items[end].lower not in stops and end - first < _LONGEST_TITLE:
        end += 1
    posts = [i for i in range(first, end) if is_post_word(view.items[i].text, view.language)]
    if not posts or posts[0] - first > 3:
        return None
    if view.language == "kk":
        return Title(person, first, posts[-1], owner)
    last = end - 1
    while last > posts[0] and view.word(last) in ("of", "at", "for", "to", "in", "the", "from", "with", "в", "при", "по", "на"):
        last -= 1
    if owner is None and end < limit and _can_own(view, end) and view.items[end].entity:
        owner = end
        if view.word(end - 1) == "in" and view.items[end].type == "Place":
            owner = None
    return Title(person, first, last, owner)


def _shared(view: View, titles: Iterable[Title], left: int, person: int) -> list[Title]:
    """«депутаттары X, Y»: a title in the plural holds for every name of the list."""
    between = [view.word(i) for i in range(left + 1, person)]
    if not between or any(w not in words(view.language, "and") | {","} for w in between):
        return []
    return [Title(person, t.first, t.last, t.owner) for t in titles
            if t.person == left and t.first <= t.last and t.first < t.person and _plural(view, t)]


def _plural(view: View, title: Title) -> bool:
    text = view.items[title.last if view.language == "kk" else title.first].lower
    if view.language == "kk":
        return any(p in text[-8:] for p in ("лар", "лер", "дар", "дер", "тар", "тер"))
    if view.language == "ru":
        return any(p.tag.number == "plur" and p.tag.case == "nomn" for p in russian.parses(text))
    return any(is_post_word(view.items[i].text, "en") and view.items[i].lower.endswith("s") for i in range(title.first, title.last + 1))


def title_text(view: View, title: Title) -> str:
    """The title's words as in the text."""
    first, last = view.items[title.first], view.items[title.last]
    text = "".join(_pieces(view, first.start, last.end))
    return text.strip(" ,–—-")


def _pieces(view: View, start: int, end: int) -> Iterator[str]:
    place = start
    for item in view.items:
        if start <= item.start < end:
            if item.start > place:
                yield " "
            yield item.text
            place = item.end


def post_facts(view: View, titles: Iterable[Title], bodies: Iterable[Entity] = ()) -> Iterator[Fact]:
    """The facts the titles state: a post at an organisation, or speaking for a state, region or city.

    The head of a region also holds a post at its akimat where the document names that body (one of ``bodies``).
    """
    akimats = [b for b in bodies if b.type == "Organization" and any(w in b.name.lower() for w in _AKIMAT)]
    for title in titles:
        if title.first > title.last:
            continue
        person = view.items[title.person].entity
        owner = view.items[title.owner].entity if title.owner is not None else _meant_owner(view, title, bodies)
        text = title_text(view, title)
        if person is None or owner is None:
            continue
        if owner.type == "Organization":
            yield Fact("post", {"person": person.id, "organization": owner.id}, view.span, {"title": text}, 0.85, "posts.beside")
        elif owner.type == "Place" and word_pattern(view.language, "offices").search(f" {text.lower()} "):
            yield Fact("represents", {"person": person.id, "place": owner.id}, view.span, {"title": text}, 0.8, "posts.office")
            if any(w in text.lower() for w in _AKIM) and owner.kind in ("region", "settlement"):
                own = [a for a in akimats if _stem_of(owner) in a.name.lower()]
                if own:
                    yield Fact("post", {"person": person.id, "organization": own[0].id}, view.span, {"title": text}, 0.75, "posts.akimat")


def _meant_owner(view: View, title: Title, bodies: Iterable[Entity]) -> Entity | None:
    """«университеттің ректоры», «директор фонда», «его руководитель»: the body of that kind named last before."""
    start = view.items[title.first].start
    before = sorted(((m.start, e) for e in bodies if e.type == "Organization" for m in e.mentions if m.start < start), key=lambda pair: pair[0])
    near = [view.items[i].text for i in range(max(0, title.first - 1), title.last + 1) if not view.items[i].entity]
    if view.language == "ru" and any(w.lower() in ("его", "её", "ее", "их") for w in near):
        return before[-1][1] if before else None
    nouns = [s for w in near if (s := _noun_stem(w, view.language)) in words(view.language, "body_nouns")]
    for _, body in reversed(before):
        if any(_noun_stem(w, view.language) in nouns for w in body.name.split()):
            return body
    return None


def _noun_stem(word: str, language: Language) -> str:
    word = word.strip("«»“”\"'’.,")
    if language == "kk":
        return kazakh.stem(word)
    return russian.lemma(word) if language == "ru" else word.lower().removesuffix("'s").removesuffix("’s")


def _stem_of(place: Entity) -> str:
    """The first word of a place's name without its last letters: «Жамбылск» fits «Жамбылской»."""
    word = place.name.split()[0].lower()
    return word[:max(4, len(word) - 3)]
