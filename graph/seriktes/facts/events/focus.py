"""The event in focus: which one a sentence speaks of when it says «форум», «іс-шара», "the meeting", or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from seriktes.facts.frames import Trigger, find_triggers
from seriktes.facts.view import DEEDS, View
from seriktes.facts.word_lists import may_say, said, says, says_within, word_pattern, words
from seriktes.mentions.happenings.other_times import OTHER_TIME
from seriktes.model import Entity
from seriktes.records import record
from seriktes.text.day_before import without_day_before

#: Stems of generic nouns that can only mean an event of one kind.
_NOUN_KINDS = (
    ("конференц", "conference"),
    ("conference", "conference"),
    ("форум", "forum"),
    ("forum", "forum"),
    ("сесси", "session"),
    ("session", "session"),
    ("фестивал", "festival"),
    ("festival", "festival"),
    ("кездесу", "meeting"),
    ("встреч", "meeting"),
    ("meeting", "meeting"),
    ("переговор", "meeting"),
    ("talks", "meeting"),
    ("семинар", "training"),
    ("тренинг", "training"),
    ("лектори", "training"),
    ("training", "training"),
    ("workshop", "training"),
    ("seminar", "training"),
)
#: An event named only far down is not what the report is about; without a main event little is read from plain sentences.
_LEAST = 0.4
#: What was sought because nothing else tells what the report is about weighs something wherever it was found.
_BY_RULE = {**dict.fromkeys(DEEDS, 3.0), "event.nameless": _LEAST, OTHER_TIME: -9.0}
_PARTS = ("session", "meeting")
#: How many words before and behind an event may say that it is still to come.
_COMING = 6
#: How many characters before an event may say that it is only spoken of.
_SAID = 600
#: Up to this sentence, headline and captions among them, a report tells what it is about.
_LEAD = 4
#: So near behind "According to" stands the person who says what follows.
_SAYER = 8
#: Within so many words an English sentence says at which event it begins.
_OPENING = 5
#: So many sentences, the headline among them, announce an event that is still to come.
_ANNOUNCING = 1
#: So many letters of an event's noun are the same in all its forms.
_STEM = 7
#: Verbs of receiving somebody.
_RECEIVED = frozenset(("қабылдады", "қабылдап", "кездесті", "жүздесті"))
_ENUMERATED = re.compile(r"^\s*(?:\d{1,2}\s?[).]|[•·▪*–-])")


@record(frozen=True)
class Focus:
    """The main event of a document, and the event of each sentence, by sentence number."""

    main: Entity | None
    by_sentence: tuple[Entity | None, ...]

    def at(self, view: View) -> Entity | None:
        """The event the sentence is about."""
        return self.by_sentence[view.number]


def main_event(views: Sequence[View], entities: Sequence[Entity]) -> Entity | None:
    """The event the document reports: the first one that is no session and no mere period or visit, else the first."""
    events = sorted((e for e in entities if e.type == "Event"), key=lambda e: e.mentions[0].start)
    if not events:
        return None
    weights = {event.id: _BY_RULE.get(event.mentions[0].rule, 0.0) for event in events}
    for view in views:
        if view.caption:
            continue
        here = view.mentions("Event")
        happened = bool(here) and bool(find_triggers(view, "happening"))
        for index in here:
            event = view.items[index].entity
            if event is not None and event.id in weights:
                weights[event.id] += _weight(view, index, event, happened)
        if view.number <= _LEAD and _people_met(view):
            # "X met with Y, who was on a visit to Z. At the meeting …": the meeting is told, the visit only says why.
            met = next((e for e in events if e.kind == "meeting" and e.mentions[0].rule == "event.nameless"), None)
            if met is not None:
                weights[met.id] += 3.0
    best = max(events, key=lambda e: (weights[e.id], -e.mentions[0].start), default=None)
    return best if best is not None and weights[best.id] >= _LEAST else None


def _people_met(view: View) -> bool:
    """English: whether a sentence tells by its verb, and by no noun, that two named people met."""
    persons = view.mentions("Person")
    return view.language == "en" and any(
        told_by_verb(view, trigger) and any(i < trigger.first for i in persons) and any(i > trigger.last for i in persons)
        for trigger in find_triggers(view, "participation")
    )


def told_by_verb(view: View, trigger: Trigger) -> bool:
    """Whether a trigger is a verb that says in itself that people met."""
    return trigger.frame.kind == "mutual" and view.word(trigger.first) in ("met", "meets", "received", "receives")


def _weight(view: View, index: int, event: Entity, happened: bool) -> float:
    """How much one mention speaks for its event being what the document reports."""
    if in_passing(view, index):
        # "Following the meeting, they agreed": what has no name of its own was sought because the report is about it.
        return 0.0 if view.language != "ru" and event.mentions[0].rule == "event.nameless" else -2.0
    early = 3.0 if view.number <= 2 else 1.5 if view.number <= 5 else 0.3
    kind = {"session": 0.3, "other": 0.6}.get(event.kind or "", 1.0)
    return kind * early * (1.5 if happened else 1.0)


def in_passing(view: View, index: int) -> bool:
    """An event that only says when or beside what the real one took place: "two weeks after the Forum", «на полях саммита»."""
    if of_other_time(view.items[index].entity):
        return False
    if view.language == "kk":
        return any(says_within(view, name, index, index + 4) for name in _passing_words(view))
    if not may_say(view, "passing"):
        return False
    row, starts = view.row
    begin = max(0, index - 5)
    near = [view.word(i) for i in range(begin, index)]
    if view.language == "en" and any(word in ("at", "during", "attended", "joined") for word in near[-4:]):
        begin += max(i for i, word in enumerate(near) if word in ("at", "during", "attended", "joined"))
    return word_pattern(view.language, "passing").search(" " + without_day_before(row[starts[begin] : starts[index]])) is not None


def _passing_words(view: View) -> tuple[str, ...]:
    """What makes an event one in passing: that it is to come, too, but for the opening of an announcement."""
    return ("passing",) if view.number <= _ANNOUNCING else ("passing", "coming")


def only_said(view: View, index: int) -> bool:
    """Russian: «X отметил, что решение принято на саммите …»: an event that somebody only speaks of."""
    if view.language != "ru":
        return False
    row, starts = view.row
    before = " " + row[max(0, starts[index] - _SAID) : starts[index]]
    place = before.rfind(" что ")
    return place > 0 and word_pattern("ru", "telling").search(before[: place + 1]) is not None


def of_other_time(event: Entity | None) -> bool:
    """Whether an event is the next or an earlier one, of which a report tells where and when, and no more."""
    return event is not None and event.mentions[0].rule == OTHER_TIME


def follow_focus(views: Sequence[View], entities: Sequence[Entity]) -> Focus:
    """Carry the event in focus over the sentences of a document."""
    main = main_event(views, entities)
    if not any(e.type == "Event" for e in entities):
        return Focus(None, (None,) * len(views))
    current = main
    seen: list[Entity] = []
    result: list[Entity | None] = []
    for view in views:
        here = _mentioned(view, main)
        if here is not None:
            if here not in seen:
                seen.append(here)
            aside = _late(view, here) or _told_aside(view, here)
            if main is not None and not _in_passing(view, here, main) and not aside and not _coming(view, here, main):
                current = here
            result.append(here)
            continue
        named = _generic(view, seen, main, current)
        if named is not None:
            current = named
        result.append(current)
    return Focus(main, tuple(_received(views, result)))


def _received(views: Sequence[View], found: Sequence[Entity | None]) -> Iterator[Entity | None]:
    """Kazakh: «Қонақтарды ректор қабылдады. Кездесуде …»: who receives visitors does so at the meeting told of next."""
    for view, here, behind in zip_longest(views, found, views[1:]):
        opens = behind.items[0].entity if behind is not None and behind.items else None
        meeting = opens is not None and opens.type == "Event" and opens.kind == "meeting"
        visit = here is not None and here.mentions[0].rule == "event.visit" and not view.mentions("Event")
        told = visit and meeting and view.language == "kk" and any(view.word(i) in _RECEIVED for i in range(len(view.items)))
        yield opens if told else here


def _mentioned(view: View, main: Entity | None) -> Entity | None:
    """The most specific event named in the sentence: one that is not the main event, the last of several."""
    found = [i for i in view.mentions("Event") if not in_passing(view, i) and not in_speech(view, i)]
    events = [e for i in found if (e := view.items[i].entity) is main or not only_said(view, i)]
    others = [e for e in events if e is not None and e is not main and e.kind != "other"]
    if others:
        return others[-1]
    named = [e for e in events if e is not None]
    return main if main in named else (named[0] if named else None)


def in_speech(view: View, index: int) -> bool:
    """English: an event that only what somebody says speaks of: "stated that X took part in EXPO 2017", “at the summit”."""
    if view.language != "en":
        return False
    if view.items[0].lower == "according" and any(view.items[i].type == "Person" for i in range(1, min(index, _SAYER))):
        return True  # "According to X, the document is to be signed during the visit"
    said = words("en", "tells_that")
    if any(view.word(i) == "that" and view.word(i - 1) in said for i in range(1, index)):
        return True
    return in_quotes(view, index - 1)


def in_quotes(view: View, index: int) -> bool:
    """Whether an item stands within quotation marks that are not its own."""
    opened = sum(view.items[i].text in ("“", "«") for i in range(max(0, index)))
    return opened > sum(view.items[i].text in ("”", "»") for i in range(max(0, index) + 1))


def _in_passing(view: View, event: Entity, main: Entity | None) -> bool:
    """An enumerated section or an event only compared with does not become the topic."""
    if event is main:
        return False
    if of_other_time(event):
        return True
    if _ENUMERATED.match(" ".join(item.text for item in view.items[:3])):
        return True
    if event.kind == "other" and main is not None and main.kind != "other":
        return True
    return (
        event.kind in ("festival", "forum", "conference")
        and main is not None
        and main.kind not in ("session", None)
        and not says(view, "topical")
        and not _opens_with(view, event)
    )


def _opens_with(view: View, event: Entity) -> bool:
    """ "At the Forum, …", "Speaking at the congress": an English sentence that begins there speaks of it."""
    return view.language == "en" and any(view.items[i].entity is event for i in view.mentions("Event") if i <= _OPENING)


def _coming(view: View, event: Entity, main: Entity) -> bool:
    """«… делегатов на VI форум, который пройдёт в Астане»: an event still to come is told of, and left again."""
    if view.language != "ru" or event is main:
        return False
    here = next(i for i in view.mentions("Event") if view.items[i].entity is event)
    return says_within(view, "coming", max(0, here - _COMING), here + 1 + _COMING)


def _late(view: View, event: Entity) -> bool:
    """ "…, who moderated the plenary part": a session named late in a sentence is not what the next ones speak of."""
    if view.language == "kk" or event.kind != "session":
        return False
    return all(i > 12 for i in view.mentions("Event") if view.items[i].entity is event)


def _told_aside(view: View, event: Entity) -> bool:
    """ "She mentioned the Civic Forum, which took place in November": English, what a relative clause tells is left again."""
    here = [i for i in view.mentions("Event") if view.items[i].entity is event]
    return view.language == "en" and all(
        i > 2 and view.word(i + 1) == "," and view.word(i + 2) == "which" and view.word(i + 3) in ("took", "was", "had")
        for i in here
    )


def _spoken(event: Entity) -> set[str]:
    """The nouns an event was called by in the text, as far as they are no form of another's: «консультациялар» of a talk."""
    words = {word for mention in event.mentions for word in re.findall(r"[^\W\d_]{6,}", mention.text.lower())[-1:]}
    return {word[:_STEM] for word in words}


def _generic(view: View, seen: Sequence[Entity], main: Entity | None, current: Entity | None) -> Entity | None:
    noun = next(iter(said(view, "event_nouns")), None)
    if noun is None:
        return None
    if noun.startswith(("мероприят", "іс-шара", "шара")) and main is not None:
        return main
    for stem, kind in _NOUN_KINDS:
        if noun.startswith(stem):
            # A discussion may be called a session and the other way round.
            part = current is not None and current is not main and current.kind in _PARTS and kind in _PARTS
            if current is not None and (current.kind == kind or part):
                return current
            fitting = [e for e in seen if e.kind == kind]
            if main is not None and main.kind == kind:
                return main
            return fitting[-1] if fitting else None
    same = [e for e in seen if any(noun.startswith(word) for word in _spoken(e))]
    if current is not None and current in same:
        return current
    return main if main in same else next(reversed(same), None)
