"""What the words behind an English title tell of it: its field, its region, the body it is held at."""

from __future__ import annotations

from seriktes.facts.posts.title_words import DASHES, is_post_word
from seriktes.facts.view import View
from seriktes.facts.word_lists import words


def its_region(view: View, index: int, owner: int | None) -> bool:
    """ "The foundation's | Central Asia | Coordinator": a place between a body and a post word is a part of the title."""
    near = view.language == "en" and owner is not None and owner < index and view.items[index].type == "Place"
    return near and is_post_word(view.word(index + 1) or "-", "en")


def headless(view: View, place: int) -> bool:
    """Whether a post with its "of" begins at a place."""
    return is_post_word(view.word(place) or "-", "en") and view.word(place + 1) == "of"


def at_body(view: View, end: int, limit: int) -> int | None:
    """The body behind a programme and "at" or "of"."""
    body = end + 2 + (view.word(end + 2) == "the")
    there = body < limit and view.word(end + 1) in ("at", "of") and view.items[body].type == "Organization"
    return body if there else None


def field(view: View, index: int, limit: int) -> bool:
    """ "Regional adviser on youth at UNFPA": the field of an English post, if the body follows."""
    if view.language != "en" or view.word(index) != "on":
        return False
    end = next(
        (i for i in range(index + 1, min(index + 7, limit)) if view.items[i].entity or not view.word(i)[:1].isalpha()), limit
    )
    return end < limit and view.items[end].type == "Organization" and before_article(view, end) in ("at", "of", "in")


def before_article(view: View, index: int) -> str:
    """The word before an item and, in English, before its article."""
    return view.word(index - 2) if view.language == "en" and view.word(index - 1) == "the" else view.word(index - 1)


def double_title(view: View, index: int) -> bool:
    """ "Chairman of the Board – Rector of X": one title over its dash."""
    return view.language == "en" and view.word(index) in DASHES and is_post_word(view.word(index + 1), "en")


def sent_there(view: View, first: int, place: int) -> bool:
    """ "Plenipotentiary Representative of the President in Naryn Region": the place is what the office is for."""
    spoken = {view.word(i) for i in range(first, place)}
    near = view.items[place].entity
    return near is not None and near.kind in ("region", "settlement") and {"representative", "president"} <= spoken


def closed(view: View, index: int) -> bool:
    """Whether a name set behind a comma ends there: "X, Communications Officer, British Embassy Bishkek"."""
    return index >= len(view.items) or view.word(index) in (".", ";", ")", ",", "(", "–", "—")


def works_there(view: View, first: int, end: int, limit: int) -> bool:
    """ "X, a trainer from Y", "X, Managing Partner of Y": whatever noun ties a person to a body is a post, but for guests and the like."""
    if not (end < limit and view.items[end].type == "Organization"):
        return False
    article = view.word(end - 1) == "the"
    end -= article
    if not 2 <= end - first <= 6 or (article and not view.items[end - 2].text.islower()):
        return False
    noun = view.word(end - 2)
    if noun.endswith(("ed", "ing")) or noun in words("en", "past_not_posts") or view.word(first).endswith("ed"):
        return False  # "X, leader of a party, spoke at Y"
    return view.word(end - 1) in ("of", "at", "from", "with") and noun not in words("en", "no_posts")
