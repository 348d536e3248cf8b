"""Sentences that look back at something older than the report."""

from __future__ import annotations

from seriktes.facts.frames import Trigger, find_triggers
from seriktes.facts.view import View
from seriktes.facts.word_lists import said, says, word_pattern, words
from seriktes.model import Entity

_LONGEST_CONTACT = 30
#: So near before "funded by" stands the project that is funded.
_BESIDE = 4
#: The beginning of the Kazakh word for a visit.
_JOURNEY = "сапар"
#: Events of many people, at which a meeting of two is none of the event.
_GATHERINGS = frozenset(("conference", "forum", "session", "festival", "training"))


def is_background(view: View) -> bool:
    """Whether the sentence looks back at something older than the report: «бұған дейін», «ранее», "earlier this year"."""
    return says(view, "background") and not (view.language == "en" and _only_described(view))


def _only_described(view: View) -> bool:
    """English: "his earlier tenure", "its previous director": a word that only tells which, and nothing about the sentence."""
    row = view.row[0]
    found = [(m.start(), m.group().strip()) for m in word_pattern("en", "background").finditer(row)]
    owned = (" his ", " her ", " their ", " its ", "'s ", "’s ")
    return all(word in ("earlier", "previous") and row[: start + 1].endswith(owned) for start, word in found)


def is_elsewhere(view: View, event: Entity) -> bool:
    """«В тот же день он встретился с …»: another meeting than the one reported; what a visit is made of belongs to it."""
    if view.language == "kk" or event.kind == "other" or view.mentions("Event") or event.mentions[0].start > view.span.end:
        return False  # what is named only further down is no other event than that of this sentence
    return says(view, "elsewhere")


def met_apart(view: View, event: Entity) -> bool:
    """Kazakh: «Қонақтарды әкім қабылдады», «Сапар аясында X-пен кездесті»: told after a forum, they met apart from it."""
    if view.language != "kk" or view.mentions("Event"):
        return False
    nouns = set(said(view, "event_nouns"))
    journey = bool(nouns) and all(noun.startswith(_JOURNEY) for noun in nouns) and _JOURNEY not in event.name.lower()
    if not journey and (nouns or event.kind not in _GATHERINGS):
        return False
    met = (trigger.first for trigger in find_triggers(view, "participation") if trigger.frame.kind == "mutual")
    return any(view.word(first) not in words("kk", "exchanged") for first in met)


def of_the_project(view: View) -> bool:
    """ "The project was sponsored by X": a sentence that speaks of a project, and of no event, organises none."""
    project = view.word(0) in ("the", "this", "its") and view.word(1) in (
        "project",
        "programme",
        "program",
        "initiative",
        "campaign",
    )
    return project and not about_event(view)


def of_work(view: View, trigger: Trigger) -> bool:
    """ "Projects implemented in collaboration with X", "a guide developed with the support of Y": that organises no event."""
    near = view.items[max(0, trigger.first - _BESIDE) : trigger.first]
    return view.word(trigger.first - 1) in words("en", "works_done") or any(item.type == "Project" for item in near)


def about_event(view: View) -> bool:
    """Whether the sentence speaks of an event at all: «X совместно с Y запустил проект» organises none."""
    return bool(view.mentions("Event")) or says(view, "event_nouns")


def is_contact(view: View) -> bool:
    """Whether the line only says whom to ask or who took the picture: "Media enquiries: X, Press Officer", "Photo: X"."""
    if len(view.items) > _LONGEST_CONTACT:
        return False
    colon = next((i for i, item in enumerate(view.items[:6]) if item.text == ":"), None)
    if colon is None and view.word(0) != "for":
        return False
    row, starts = view.row
    opening = row[: starts[colon]] if colon is not None else row
    # Names alone make a Kazakh line look Russian.
    languages = ("ru", "kk") if view.language == "ru" else (view.language,)
    if view.language == "en":
        return word_pattern("en", "contacts").search(opening) is not None
    return any(word_pattern(language, "contacts").match(opening) for language in languages)  # the line begins with the word
