"""Who holds which title in a sentence: titles before and after names, lists of names under one title.

A title is a run of words with a post word in it («төрағасының орынбасары», "Deputy Head of Mission"); its owner is the
organisation, or the state, region or city, that stands beside it. Chains of titles belong to one person:
«X төрағасы және Y жетекшісі Аманжол …».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seriktes.facts.posts.english_titles import (
    at_body,
    before_article,
    closed,
    double_title,
    field,
    headless,
    its_region,
    sent_there,
    works_there,
)
from seriktes.facts.posts.kazakh_elected import elected_titles
from seriktes.facts.posts.kazakh_heading import heading_titles
from seriktes.facts.posts.title_chains import left_english, left_kazakh, left_russian
from seriktes.facts.posts.title_words import (
    DASHES,
    LONGEST_TITLE,
    Title,
    can_own,
    has_post,
    is_post_word,
    past_courtesy,
    run_left,
)
from seriktes.facts.posts.titles_respective import respective_titles
from seriktes.facts.posts.titles_shared import in_plural, shared_titles, titles_owned_apart
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.text import russian


def find_titles(view: View) -> tuple[Title, ...]:
    """All titles of the persons of a sentence, in order."""
    if "Person" not in view.mentioned:
        return ()
    titles: list[Title] = list(respective_titles(view))
    taken = {title.person for title in titles}
    persons = [i for i in view.mentions("Person") if i not in taken]
    for number, person in enumerate(persons):
        left = persons[number - 1] if number else -1
        right = persons[number + 1] if number + 1 < len(persons) else len(view.items)
        own = [_with_owner_after(view, t, right) for t in _before(view, person, left)] or _dashed(view, person, left)
        if view.language == "en" and number and view.word(left + 1) == ",":  # "X, Ambassador of A and Ambassador Y"
            listed = any(t.person == left and t.first < left for t in titles)  # "title X, title and title Y"
            own = [t for t in own if t.first != left + 2] if len(own) > 1 and not listed else own
        if view.language == "en" and own and all(t.owner is None or in_plural(view, t) for t in own):
            own = [t for t in _after(view, person, right) if t.owner is not None] or own
        if number and view.word(past_courtesy(view, person)) == "," and view.language != "kk":  # "X, head of A, Y, head of B"
            own = [t for t in own if not any((t.first, t.last) == (o.first, o.last) and not in_plural(view, o) for o in titles)]
            apposed = view.language == "en" and view.word(left + 2) not in words("en", "and")
            own = [] if apposed and any(t.person == left and t.first > left for t in titles) else own
        own = own or list(_after(view, person, right))
        if not own and number:
            own = shared_titles(view, titles, left, person) or titles_owned_apart(view, titles, left, person)
            own = (
                [_with_owner_after(view, replace(t, owner=None), right) for t in own]
                if _each_has_its_own(view, own, left)
                else own
            )
        titles.extend(own)
    told = {title.person for title in titles if title.owner is not None}
    return (*titles, *elected_titles(view), *(t for t in heading_titles(view) if t.person not in told))


def _each_has_its_own(view: View, own: list[Title], left: int) -> bool:
    """ "Presidents X of Russia and Y of Kazakhstan": the owner of the one before stands behind its name."""
    return view.language == "en" and any(t.owner == left + 2 and t.last < left for t in own)


def _with_owner_after(view: View, title: Title, limit: int) -> Title:
    """ "Consul S. Wilcox of the British Embassy": the owner stands behind the name."""
    place = title.person + 1
    if (
        title.owner is None
        and view.language == "en"
        and [view.word(i) for i in range(place, place + 3)] == ["on", "behalf", "of"]
    ):
        place += 2  # "Rector X on behalf of the University of Y"
    if title.owner is not None or view.language != "en" or view.word(place) not in ("of", "from", "at"):
        return title
    state = view.word(place) == "of"  # "Presidents X of Russia and Y of Kazakhstan"
    place += 2 if view.word(place + 1) == "the" else 1
    return (
        replace(title, owner=place)
        if place < limit and (view.items[place].type == "Organization" or (state and _is_state(view, place)))
        else title
    )


def _is_state(view: View, index: int) -> bool:
    entity = view.items[index].entity
    return entity is not None and entity.type == "Place" and entity.kind in ("country", "region")


def _dashed(view: View, person: int, limit: int) -> list[Title]:
    """«X бірлестігі (жетекшісі – Аты)», "X (director: Y)": the title stands before a dash, its owner before the bracket."""
    if view.word(person - 1) not in DASHES | {":"}:
        return []
    first = run_left(view, person - 1, limit)
    if first == person - 1 or not has_post(view, first, person - 2):
        return []
    place = first - 1 if view.word(first - 1) in ("(", ",") else first
    owner = place - 1 if place - 1 > limit and can_own(view, place - 1) else None
    return [Title(person, first, person - 2, owner)] if owner is not None else []


def _before(view: View, person: int, limit: int) -> Iterator[Title]:
    """Titles to the left of the name; the nearest first."""
    chain = {"kk": left_kazakh, "ru": left_russian, "en": left_english}[view.language]
    place = person
    for _ in range(6):
        title = chain(view, person, place, limit)
        if title is None:
            return
        if view.language == "ru" and place < person and view.word(place) not in DASHES and in_plural(view, title):
            return  # «члены X, председатель Y Имя Фамилия»
        if title.first <= title.last:
            yield title
        place = min(title.first, title.owner if title.owner is not None else title.first)
        place = _skip_joins(view, place, limit)
        if place < 0:
            return


def _skip_joins(view: View, place: int, limit: int) -> int:
    """The place left of a comma, dash or *and* that links one title to another; -1 where there is none."""
    joins = words(view.language, "and") | DASHES | {","}
    if place - 1 > limit and view.word(place - 1) in joins:
        return place - 1
    return -1


def _after(view: View, person: int, limit: int) -> Iterator[Title]:
    """Titles to the right of the name: «X, төраға …», "X, Head of the Y"."""
    place = person + 1
    if view.language == "en" and place < len(view.items) and view.items[place].lower in words("en", "honours"):
        place += 1
    if view.language == "en":
        place = _appointed(view, place, limit)
    if (
        view.language == "en"
        and view.word(place) == ","
        and view.word(place + 1) == "who"
        and view.word(place + 2) in words("en", "heading")
    ):
        body = place + 3 + (view.word(place + 3) == "the")  # "X, who heads the Y Foundation"
        if body < limit and view.items[body].type == "Organization":
            yield Title(person, place + 2, place + 2, body)
        return
    if view.language == "en" and view.items[place : place + 1] and view.items[place].text[:1].isupper() and headless(view, place):
        place -= 1  # "X Director of the Y": the comma is missing
    opener = view.word(place) if place > person else ","
    if view.language == "ru" and opener and opener[0].isalpha() and _instrumental_title(view, place):
        place -= 1  # «назначил Имя Фамилию Чрезвычайным и Полномочным Послом …»
    elif opener not in (",", "(", "–", "—", "-") and not (view.language == "en" and opener in words("en", "post_openers")):
        return
    for _ in range(4):
        title = _right(view, person, place + 1, limit)
        if title is None:
            return
        stop = _past_where(view, max(title.last, title.owner if title.owner is not None else title.last) + 1, limit)
        if limit < len(view.items) and stop == limit:
            return  # «X, председатель фонда Y Z», "X, and Minister of Y Z": the title is that of the next name
        yield title
        if view.word(stop) not in words(view.language, "and") | {","}:
            return
        place = stop


def _past_where(view: View, place: int, limit: int) -> int:
    """ "Ambassador of Kazakhstan | to the United Kingdom | Y": past what says where an English office is held, if a name follows."""
    behind = place + 1 + (view.word(place + 1) == "the")
    where = view.language == "en" and view.word(place) in ("to", "in", "for", "at") and behind < limit
    return behind + 1 if where and view.items[behind].entity and behind + 1 == limit else place


def _appointed(view: View, place: int, limit: int) -> int:
    """ "X has been appointed Head of Y", "X is the Director of Y": the last word before the title; the place itself else."""
    if view.word(place) == "," and view.word(place + 1) == "who":  # "X, who now works as programme manager at Y"
        said = [view.word(i) for i in range(place + 2, min(place + 6, limit))]
        if "as" in said and any(word in words("en", "working_as") for word in said[: said.index("as")]):
            return place + 2 + said.index("as")
    end = place
    while end < limit and view.word(end) in words("en", "post_auxiliaries") | words("en", "post_openers") and end - place < 6:
        end += 1
    spoken = [view.word(i) for i in range(place, end)]
    return end - 1 if any(word in words("en", "post_openers") for word in spoken) and spoken[0] != "as" else place


def _instrumental_title(view: View, place: int) -> bool:
    """Whether a title in the instrumental begins here: what somebody was appointed or elected."""
    near = [view.items[i] for i in range(place, min(place + 4, len(view.items))) if not view.items[i].entity]
    if not near or "ins" not in russian.cases_of(near[0].text):
        return False
    return any(is_post_word(item.text, "ru") and "ins" in russian.cases_of(item.text) for item in near)


def _right(view: View, person: int, first: int, limit: int) -> Title | None:
    if view.language == "en" and view.word(first) == "and" and view.word(first + 1).endswith("s"):
        return None  # "X, and members of the House Y and Z": those named behind
    while view.word(first) in ("the", "a", "an", "who", "is", "also") or (view.language == "en" and view.word(first) == "its"):
        first += 1
    owner = None
    if first < limit and can_own(view, first):
        owner, first = first, first + 1
    end = first
    stops = frozenset(",;:().–—!?«»") | words(view.language, "title_stops")
    while end < limit and (not view.items[end].entity or its_region(view, end, owner)) and end - first < LONGEST_TITLE:
        if view.items[end].lower in stops and not (end > first and (double_title(view, end) or field(view, end, limit))):
            break
        end += 1
    posts = [i for i in range(first, end) if is_post_word(view.items[i].text, view.language)]
    if view.language == "ru" and first < end and russian.part_of_speech(view.items[first].text) == "VERB":
        return None  # «под председательством X, собрало депутатов Y»
    if not posts and view.language == "en" and works_there(view, first, end, limit):
        posts = [end - 2 - (view.word(end - 1) == "the")]
    if not posts or posts[0] - first > (6 if view.language == "kk" else 3):
        return None
    if view.language == "kk":
        return Title(person, first, posts[-1], owner)
    last = end - 1
    while last > posts[0] and view.word(last) in ("of", "at", "for", "to", "in", "the", "from", "with", "в", "при", "по", "на"):
        last -= 1
    if owner is None and end < limit and can_own(view, end) and view.items[end].entity:
        owner = end
        if before_article(view, end) in ("in", "to", "for") and view.items[end].type == "Place":
            owner = end if sent_there(view, first, end) else None
    if view.language == "en" and owner is not None and owner < first and view.items[owner].type == "Place":
        behind_it = end < limit and view.items[end].type == "Organization" and before_article(view, end) in ("at", "of", "in")
        owner = end if behind_it else owner  # "X, UK Minister of State at the Department for Trade"
    if view.language == "en" and end < limit and before_article(view, end) == "for" and view.items[end].type == "Place":
        last = end  # "IWPR Regional Director for Central Asia"
    within = view.language == "en" and end < limit and (view.items[end].type == "Project" if owner == end else last == end)
    if within and at_body(view, end, limit) is not None:
        owner, last = at_body(view, end, limit), end  # "director of the Water Program at X", "Head of Arts for Central Asia at X"
    if view.language == "en" and owner is None and end + 1 < limit and view.items[end + 1].type == "Organization":
        owner = end + 1 if view.word(end) == "," and closed(view, end + 2) else None
    return Title(person, first, last, owner)
