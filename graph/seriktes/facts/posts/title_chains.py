"""Titles to the left of a name, read from the name outwards: one way for each language.

Kazakh puts the body before the title («X қорының төрағасы Аты»), Russian behind it («председатель фонда X Имя»), English
does both ("Chair of X Name", "X Chair Name").
"""

from __future__ import annotations

from dataclasses import replace

from seriktes.facts.posts.kazakh_titles import behind_bare_body, noun_phrase_start
from seriktes.facts.posts.title_words import (
    DASHES,
    Title,
    can_own,
    has_post,
    is_post_word,
    over_dash,
    past_eponym,
    run_left,
    skip_bracket,
    skip_courtesy,
)
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.text import kazakh, russian

_SENT_TO = frozenset({"attr"})
#: Cases of places and events at which, to which or from which somebody is.
_WHERE = frozenset({"loc", "dat", "abl"})
_PLURAL = tuple(f"{plural}{end}" for plural in kazakh.PLURAL for end in ("ы", "і", "ын", "ін", "ының", "інің", ""))
_BEHALF = frozenset(("атынан", "тарапынан", "жағынан"))
_BESIDE_A_BODY = frozenset("adviser advisor assistant consultant counsel secretary".split())
_BOARDS = frozenset(("басқарма", "правление"))


def left_kazakh(view: View, person: int, place: int, limit: int) -> Title | None:
    """The Kazakh title that ends just before ``place``: its owner stands to its left."""
    end = skip_courtesy(view, place, limit) if view.word(place - 1) == "." else place
    first = run_left(view, end, limit)
    if first == end or (place < person and _of_several(view, end - 1)):
        return None
    if not has_post(view, end - 1, end - 1):
        # A degree beside a post («… меңгерушісі, тарих ғылымдарының докторы X») is passed over.
        return Title(person, first, first - 1, None) if view.word(first - 1) == "," and place - first <= 5 else None
    first = _behind_people(view, first, end)
    beside = _past_quote(view, first)
    owner = beside - 1 if beside - 1 > limit and can_own(view, beside - 1) and not _only_where(view, beside - 1) else None
    if view.word(first - 1) == ")":
        opened = skip_bracket(view, first, limit)
        owner = opened - 1 if opened < first and opened - 1 > limit and can_own(view, opened - 1) else None
        if owner is not None and view.items[owner].cases == _SENT_TO and owner - 1 > limit and can_own(view, owner - 1):
            owner -= 1  # «Қазақстанның Ұлыбританиядағы (Ирландияны қоса атқарушы) Елшісі»
    dashed = view.word(first - 1) in DASHES and is_post_word(view.word(first - 2) or "-", "kk")
    if owner is None and not ((view.word(first - 1) == "," or dashed) and place - first <= 5):
        first = noun_phrase_start(view, first, end)
    elif owner is None:
        first = behind_bare_body(view, first, end)
    if owner is None and dashed:
        return _of_the_board(view, Title(person, first, place - 1, None), limit)
    return Title(person, first, place - 1, owner)


def _only_where(view: View, index: int) -> bool:
    """«… деді отырыста облыс әкімі Аты», «Римге барған президент Аты»: what only says where owns no post."""
    return view.items[index].type in ("Place", "Event") and view.items[index].cases <= _WHERE and bool(view.items[index].cases)


def _of_the_board(view: View, title: Title, limit: int) -> Title:
    """«X университетінің Басқарма төрағасы – ректоры Аты»: one post told over a dash."""
    end = title.first - 1
    start = run_left(view, end, limit)
    board = next((i for i in range(start, end) if view.word(i) in _BOARDS), None)
    if board is None or end - board > 4:
        return title
    beside = _past_quote(view, board)
    return replace(title, first=board, owner=beside - 1 if beside - 1 > limit and can_own(view, beside - 1) else None)


def _of_several(view: View, index: int) -> bool:
    """«депутаттары, бірлестіктердің жетекшілері – X президенті Аты»: what opens a list is no title of its first person."""
    word = view.word(index)
    return word.endswith(_PLURAL)


def _behind_people(view: View, first: int, end: int) -> int:
    """«Италия өкілдері мен Премьер-министрдің орынбасары Аты»: those named in the plural before are others."""
    joined = (
        i
        for i in range(end - 1, first, -1)
        if view.word(i) in words("kk", "and") and _of_several(view, i - 1) and is_post_word(view.word(i - 1) or "-", "kk")
    )
    return next(joined, first - 1) + 1


def _past_quote(view: View, first: int) -> int:
    """The place behind the name a title may belong to: «Сана Сезімнің» жетекшісі, «X тарапынан директор Y»."""
    if view.word(first - 1) in _BEHALF:
        return first - 1
    return first - 1 if view.word(first - 1) in ("»", "”", '"') else first


def left_russian(view: View, person: int, place: int, limit: int) -> Title | None:
    """The Russian title before ``place``: its owner stands between title and name."""
    owner = None
    end = skip_bracket(view, skip_courtesy(view, place, limit), limit)
    if view.word(end - 2) in ("в", "по") and view.items[end - 1].text.isupper() and end - 3 > limit and can_own(view, end - 3):
        end -= 2  # «глава представительства ЕС в РТ»
    while end - 1 > limit and view.items[end - 1].entity:
        index = end - 1
        beside = view.word(index - 1) in ("в", "во", "при", "на", "по")
        if view.word(index - 1) in words("ru", "lands") and view.word(index - 2) in ("в", "по"):
            index -= 1  # «директор X по странам Европы и Центральной Азии»
            beside = True
        if view.items[index].type == "Place" and view.word(index - 1) == "и" and view.items[index - 2].type == "Place":
            index -= 2  # «по Кавказу и Центральной Азии»
            beside = view.word(index - 1) in ("в", "по")
        if view.items[index].type == "Organization" and view.word(index - 2) == "при":
            index -= 1  # «при Отделении ООН в Женеве»
            beside = True
        if beside and (view.items[end - 1].type == "Place" or view.word(index - 1) == "при"):  # «постпред РК при ООН»
            end = index - 1
            continue
        if not can_own(view, index):
            return None
        owner, end = index, index
    first = run_left(view, end, limit)
    start = _russian_title_start(view, first, end)
    if start is None:
        return None
    start = _acting(view, over_dash(view, start, limit), limit)
    if view.word(start) == "главе" and view.word(start + 1) in ("с", "со"):
        start += 2  # «во главе с председателем правления – ректором X»
    return Title(person, start, end - 1, owner)


def _acting(view: View, start: int, limit: int) -> int:
    """«И.о. ректора»: with the abbreviation, whose full stops end no sentence."""
    first = start - 4
    return first if first > limit and "".join(view.word(i) for i in range(first, start)) == "и.о." else start


def _russian_title_start(view: View, first: int, end: int) -> int | None:
    verbs = [i for i in range(first, end) if russian.part_of_speech(view.word(i) or "-") in ("VERB", "PRTS")]
    first = verbs[-1] + 1 if verbs else first  # «грамотами акима отмечены активисты …»: the akim's is another title
    posts = [i for i in range(first, end) if is_post_word(view.items[i].text, "ru")]
    if not posts and end < len(view.items) and view.items[end].type == "Organization" and _is_person_noun(view, end - 1):
        posts = [end - 1]
    if not posts:
        return None
    start = posts[-1]
    for i in reversed(posts[:-1]):
        if start - i <= 3:
            start = i
    while start > first and _describes(view.items[start - 1].text, view.items[start].text):
        start -= 1
    if start > 1 and view.word(start - 1) == "и" and _describes(view.word(start - 2) or "-", view.items[start].text):
        start -= 2  # «Чрезвычайный и Полномочный Посол»
    return start


def _is_person_noun(view: View, index: int) -> bool:
    """A lower-case animate noun right before a body's name («настоятель храма X») is what the person is there."""
    word = view.word(index)
    if not word or not view.items[index].text[0].islower() or word in words("ru", "no_posts"):
        return False
    first = russian.parses(word)[0].tag
    return "NOUN" in first and "anim" in first and first.number == "sing"


def _describes(word: str, noun: str) -> bool:
    if russian.part_of_speech(word) not in ("ADJF", "PRTF") and "-" not in word:
        return False
    return bool(russian.cases_of(word) & russian.cases_of(noun)) and word[0].isalpha()


def left_english(view: View, person: int, place: int, limit: int) -> Title | None:
    """The English title before ``place``: "Chair of X Name", "X Chair Name"."""
    end = skip_bracket(view, skip_courtesy(view, place, limit), limit)
    if view.word(end - 1) == "," and place == person:
        end -= 1
    if view.word(end - 1) in words("en", "courtesy") and end - 2 > limit and can_own(view, end - 2):
        governed = view.word(_before_the(view, end - 2)) in ("of", "at", "for", "to", "from", "with", "in")
        end -= governed and not _genitive(view, end - 2)  # "Minister of X, Ambassador Y", not "the UK Ambassador Y"
    owner = None
    if end - 1 > limit and view.items[end - 1].entity:
        index = end - 1
        if not can_own(view, index):
            return None
        before = _before_the(view, index)
        if _says_only_where(view, index, before, limit):
            before_where, deeper = (
                index,
                before,
            )  # «Ambassador of the UK to Kazakhstan X», «UN Resident Coordinator in Kazakhstan X»
            end, index = deeper, deeper - 1
            if not view.items[index].entity:
                title = _english_run(view, person, end, limit)
                return replace(title, last=before_where) if title is not None and view.word(end) == "for" else title
            before = _before_the(view, index)
        before = past_eponym(view, index, before, limit)
        if view.word(before) not in ("of", "at", "for", "to", "from", "with", "in"):
            return None
        owner, end = index, before
    return _english_run(view, person, end, limit, owner)


def _says_only_where(view: View, index: int, before: int, limit: int) -> bool:
    """ "Ambassador to Kazakhstan", "Special Representative for Central Asia": the place is where, not whose."""
    entity = view.items[index].entity
    if entity is not None and entity.kind == "macroregion" and view.word(before) == "for":
        return True  # "UK Minister of State for Europe X"
    if (
        entity is not None
        and entity.type == "Organization"
        and view.word(before) == "to"
        and view.word(before - 1) in _BESIDE_A_BODY
    ):
        return False  # "Adviser to the Consulate General X"
    joins = ("in", "to", "for") if view.items[index].type == "Place" else ("in", "to")
    return view.word(before) in joins and before - 1 > limit and _can_own_or_post(view, before - 1, limit)


def _can_own_or_post(view: View, index: int, limit: int) -> bool:
    return can_own(view, index) or is_post_word(view.items[index].text, "en")


def _before_the(view: View, index: int) -> int:
    before = index - 1
    return before - 1 if view.word(before) in ("the", "its", "their") else before


def _english_run(view: View, person: int, end: int, limit: int, owner: int | None = None) -> Title | None:
    first = run_left(view, end, limit)
    posts = [i for i in range(first, end) if is_post_word(view.items[i].text, "en")]
    if not posts or _verb_behind(view, posts[-1], end):
        return None
    start = posts[0]
    genitive = next((i for i in range(first, start) if view.items[i].lower in ("'s", "’s")), None)
    if genitive is not None and owner is None and genitive - 1 > limit and can_own(view, genitive - 1):
        return Title(person, genitive + 1, end - 1, genitive - 1)
    if owner is None and view.word(first - 1) in ("'s", "’s") and first - 2 > limit and can_own(view, first - 2):
        return Title(person, first, end - 1, first - 2)
    while start > first and (_english_describes(view.items[start - 1].text) or _two_fields(view, start, first)):
        start -= 1
    if owner is None and start == first and first - 1 > limit and can_own(view, first - 1):
        owner = first - 1
    if owner is None and start == first and view.word(first - 1) == ")":  # "X University (XU) Rector Name"
        opened = skip_bracket(view, first, limit)
        owner = opened - 1 if opened < first and opened - 1 > limit and can_own(view, opened - 1) else None
    if owner is None and view.word(start - 1) == "whose":
        owner = _whose(view, start - 1, limit)
    if owner is None and 0 < start - first <= 2 and first - 1 > limit and _genitive(view, first - 1):
        return Title(person, first, end - 1, first - 1)  # "Singapore's non-resident ambassador"
    if owner is None and first < start and view.items[start - 1].lower in ("'s", "’s"):
        owner = start - 2 if can_own(view, start - 2) else None
    return Title(person, over_dash(view, start, limit), end - 1, owner)


def _two_fields(view: View, start: int, first: int) -> bool:
    """ "Trade and Integration Minister": the "and" between the fields of one minister."""
    fields = start - 2 >= first and view.items[start - 2].text[:1].isupper() and view.items[start].text[:1].isupper()
    nearby = (view.word(i) for i in range(start + 1, min(len(view.items), start + 4)))
    return (
        fields and view.word(start - 1) == "and" and not is_post_word(view.items[start - 2].text, "en") and "minister" in nearby
    )


def _verb_behind(view: View, post: int, end: int) -> bool:
    """ "The Kazakh minister informed Mr. X": a past tense between a post and a name makes them two."""
    return any(
        view.items[i].text.islower()
        and view.items[i].text.endswith("ed")
        and view.word(i - 1) not in ("and", "newly", "recently")
        for i in range(post + 1, end)
    )


def _whose(view: View, place: int, limit: int) -> int | None:
    """ "The Institute of X (IX), whose Director General Name": the body before the relative pronoun."""
    body = skip_bracket(view, place - 1 if view.word(place - 1) == "," else place, limit) - 1
    return body if body > limit and view.items[body].type == "Organization" else None


def _genitive(view: View, index: int) -> bool:
    return can_own(view, index) and view.items[index].text.endswith(("'s", "’s"))


def _english_describes(word: str) -> bool:
    return (word[0].isupper() and word.lower() not in ("the", "a", "an")) or word.lower() in words("en", "title_adjectives")
