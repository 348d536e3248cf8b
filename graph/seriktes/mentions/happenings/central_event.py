"""The one nameless meeting, visit or training that a report is about: the noun phrase that introduces it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from seriktes.mentions.happening_words import is_listed, listed, word_file, words
from seriktes.mentions.happenings.centrality import around_another, held_near, is_verb, may_be_central
from seriktes.mentions.happenings.deeds import meets, noun_of_deed, told_before, told_by_headline, told_by_noun, told_by_verb
from seriktes.mentions.happenings.english_further import english_further
from seriktes.mentions.happenings.further_events import further_events
from seriktes.mentions.happenings.introductions import introduction
from seriktes.mentions.happenings.kazakh_event import is_generic, is_told_again, is_within
from seriktes.mentions.happenings.kazakh_further import kazakh_further
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.named_events import swallowed
from seriktes.mentions.happenings.set_apart import set_apart
from seriktes.mentions.happenings.told_events import met_before, told_events
from seriktes.mentions.happenings.unforeseen import unforeseen
from seriktes.mentions.happenings.visits import first_visit, meeting_of_visit, of_other_time, plural
from seriktes.mentions.headwords import Head
from seriktes.model import Mention

#: In how many sentences of the report the event is looked for, and in how many a title settles what it is.
_BODY, _LEAD, _WHOLE = 9, 4, 25
#: A visit told of later than in so many sentences is not what a report of a meeting is about.
_OPENING = 2
_Free = Sequence[tuple[Line, Sequence[Head]]]
#: What ends a sentence; a line without it is an entry of a table.
_STOPS = frozenset('.!?…:;"»”')
_JOURNEYS = ("tour", "trip", "mission")
#: How near a word stands that tells an event named in passing.
_PASSING = 4
#: Which kinds of events a report may tell of besides its own, and how.
_APART = ("meeting", "training", "conference", "forum")
_TOLD_APART = frozenset(("was held", "were held", "took place", "brought together", "was organised", "was organized"))


def nameless_events(lines: Sequence[Line], found: Sequence[Mention]) -> Iterator[Mention]:
    """The central nameless event, in the body and the headline; a visit, and a meeting set apart, besides."""
    headings = [line for line in lines if line.heading]
    whole = [line for line in lines if not line.heading and line.words[-1] in _STOPS][:_WHOLE]
    body = whole[:_BODY]
    visits = [*first_visit(headings), *first_visit(body)]
    yield from visits
    if _named(body[:_LEAD], headings, found):
        yield from _separate(whole, found)
        yield from further_events(whole, found)
        yield from english_further(whole, found)
        yield from kazakh_further(whole, found)
        return
    free = _free_heads(body, found)
    if visits:
        free = [
            (line, [h for h in heads if not (is_told_again(line, h, visits) or _same_journey(line, h))]) for line, heads in free
        ]
    chosen = (
        (meeting_of_visit(free) if visits else None)
        or _central(free[:_LEAD])
        or _central(free)
        or _spoken_of(free, headings)
        or _generic(free)
    )
    chosen = chosen or told_by_noun(_free_heads(whole, found), may_be_central) or unforeseen(body[:_LEAD], found)
    came = any(body[0].sentence.covers(visit) for visit in visits) if body else False
    if chosen is not None and chosen[0].language == "en" and not came and told_before(body, chosen):
        chosen = noun_of_deed(free, may_be_central)
        if chosen is None:
            yield from told_by_verb(lines)
            return
    elif chosen is not None and any(meets(line) for line in body[:_OPENING] if line.language == "en" and line is not chosen[0]):
        chosen = noun_of_deed(free, may_be_central) or chosen
    if chosen is not None and not visits and (met := met_before(headings, free, chosen)) is not None:
        if not met:
            yield from told_events(whole, headings, found)
            return
        chosen = met[0]
    if chosen is None:
        above = told_by_headline(headings, may_be_central)
        yield from [introduction(*above, "event.headline", 0.7)] if above else ()
        if not above and not any(line.sentence.covers(visit) for visit in visits for line in (*headings, *body[:_OPENING])):
            yield from told_by_verb(lines) if not visits else ()
            yield from told_events(whole, headings, found)
        return
    line, head = _spoken_before(free, *chosen)
    yield introduction(line, head, "event.nameless", 0.75)
    for heading in headings:
        same = (
            h
            for h in heading.heads
            if h.type == "Event"
            and _same(h, head)
            and not swallowed(heading, h)
            and not plural(heading, h)
            and not is_verb(heading, h)
        )
        yield from (introduction(heading, other, "event.headline", 0.7) for other in islice(same, 1))
    if head.noun in words(line.language, "events.trips"):
        yield from _on_the_way(whole, line)
    beside = (further_events, english_further, kazakh_further)
    apart = (*_separate(whole, found), *(mention for further in beside for mention in further(whole, found)))
    yield from (mention for mention in apart if not line.sentence.covers(mention))


def _spoken_before(free: _Free, line: Line, head: Head) -> tuple[Line, Head]:
    """«… 28 ақпандағы отырысында … . Отырысқа … қатысты»: a bare noun that opens its sentence takes up one before."""
    if line.language == "en":
        return _introduced_before(free, line, head)
    for before, heads in free if line.opens(head.start) else ():
        if before is line:
            break
        for other in heads:
            if other.key == head.key and may_be_central(before, other):
                return before, other
    return line, head


def _same_journey(line: Line, head: Head) -> bool:
    """English: "The visit was part of his tour": where a visit was told, a tour or trip is no second one."""
    return line.language == "en" and head.noun in _JOURNEYS


def _introduced_before(free: _Free, line: Line, head: Head) -> tuple[Line, Head]:
    """ "… announced at a reception in Astana. The reception was attended by …": an English event is introduced with its "a"."""
    if line.word(head.start - 1) != "the":
        return line, head
    for before, heads in free:
        for other in heads:
            if before is line and other.start >= head.start:
                return line, head
            near = before.words[max(0, other.start - _PASSING) : other.start]
            if head.noun in words("en", "events.generic") and before is free[0][0] and _fits_event(before, other):
                return before, other  # "… was the focus of a conference today. The event was organised by …"
            told = other.key == head.key and before.word(other.start - 1) in ("a", "an")
            within = told and any(word in ("at", "during", "in") for word in near)
            if within and not of_other_time(before, other) and not plural(before, other):
                return before, other
        if before is line:
            break
    return line, head


def _fits_event(line: Line, head: Head) -> bool:
    """Whether the opening sentence introduces an event by its type word, with an article, that "the event" can take up."""
    near = line.words[max(0, head.start - _PASSING) : head.start]
    return may_be_central(line, head) and any(word in ("a", "an") for word in near)


def _same(left: Head, right: Head) -> bool:
    parts, others = left.key.split(), right.key.split()
    return parts[-1] == others[-1] or (parts[0] == others[0] and 1 in (len(parts), len(others)))


def _named(lead: Sequence[Line], headings: Sequence[Line], found: Sequence[Mention]) -> bool:
    """Whether headline or lead give the report's event a name; what happened "earlier" is not the event."""
    lines = [*headings, *(line for line in lead if line.words[0] not in words(line.language, "events.earlier"))]
    named = [m for m in found if m.rule in ("event.quoted", "event.named", "event.latin", "event.titled")]
    first = lead[0] if lead else None
    telling = [
        (line, m)
        for line in lines
        for m in named
        if line.sentence.covers(m) and not _in_passing(line, m) and (line.heading or line is first or not _to_come(line, m))
    ]
    return bool(telling) and not set_apart(lines, lead, telling, found)


def _to_come(line: Line, mention: Mention) -> bool:
    """«Қазанда 12-ші отырыс өтеді» further down: what a report says of the future is not what it is about."""
    last = next((place for place, token in enumerate(line.tokens) if token.start >= mention.end), len(line))
    return any(word in words(line.language, "events.coming") for word in line.words[last : last + _PASSING])


def _in_passing(line: Line, mention: Mention) -> bool:
    """ "Two weeks after the forum", «на полях саммита»; "within the forum" where something else is held."""
    inside = [place for place, token in enumerate(line.tokens) if mention.start <= token.start < mention.end]
    if not inside:
        return False
    first, last = inside[0], inside[-1] + 1
    near = line.words[last : last + 2] if line.language == "kk" else line.words[max(0, first - _PASSING) : first]
    if any(word in words(line.language, "events.passing") for word in near):
        return True
    within = any(word in words(line.language, "events.within") for word in near)
    return within and any(
        not first <= head.start < last and head.type == "Event" and may_be_central(line, head) and held_near(line, head)
        for head in line.heads
    )


def _spoken_of(body: _Free, headings: Sequence[Line]) -> tuple[Line, Head] | None:
    """An event that no sentence says was held: the headline's, or one in whose course things were said."""
    above = [head for line in headings for head in line.heads if head.type == "Event" and not plural(line, head)]
    for line, heads in body:
        for head in heads:
            if may_be_central(line, head) and (any(_same(head, other) for other in above) or _in_its_course(line, head)):
                return line, head
    return None


def _generic(body: _Free) -> tuple[Line, Head] | None:
    """Where nothing else names it: «шара», «басқосу», a bare «сапар» that was held or in whose course things were said."""
    for line, heads in body:
        for head in heads:
            free = line.names[head.start] is None and not plural(line, head) and not of_other_time(line, head)
            several = line.language == "ru" and line.words[head.end - 1].endswith("ия")  # «организовать мероприятия»
            if several and not is_listed(line.word(head.start - 1), "ru", "events.course"):
                continue
            if is_generic(line, head) and free and (held_near(line, head) or _in_its_course(line, head)):
                return line, head
    return None


def _in_its_course(line: Line, head: Head) -> bool:
    """«Кездесу барысында», «в ходе встречи», "following the talks"; «Кездесуге … қатысты»."""
    if line.language == "kk":
        after = line.words[head.end : head.end + 2]
        within = is_within(line, head) or line.opens(head.start)
        return within or any(word.startswith(listed("kk", "events.course")) for word in after)
    near = line.words[max(0, head.start - _PASSING) : head.start]
    wide = line.words[max(0, head.start - 2 * _PASSING) : head.start]  # "said X at an Oct. 31 meeting with Y"
    told = line.language == "en" and "at" in wide and any(word in ("a", "an") for word in wide[wide.index("at") :])
    return told or any(is_listed(word, line.language, "events.course") for word in near)


def _free_heads(lines: Sequence[Line], found: Sequence[Mention]) -> list[tuple[Line, list[Head]]]:
    """Each line with the type words of events that no mention found before holds."""
    near = [m for m in found if lines and m.start < lines[-1].sentence.end and m.end > lines[0].sentence.start]
    return [
        (line, [head for head in line.heads if head.type == "Event" and not any(_held_by(line, head, m) for m in near)])
        for line in lines
    ]


def _held_by(line: Line, head: Head, mention: Mention) -> bool:
    """Whether a mention has a type word in it, or is the title right behind it: "gave a lecture, “X”"."""
    span = line.span(head.start, head.end)
    behind = (
        line.language == "en" and mention.rule in ("event.quoted", "event.titled") and 0 <= mention.start - span.end < _PASSING
    )
    return behind or mention.overlaps(span)


def _central(lines: _Free) -> tuple[Line, Head] | None:
    for line, heads in lines:
        fitting = [head for head in heads if may_be_central(line, head) and held_near(line, head)]
        if fitting:
            return line, next((head for head in fitting if not around_another(line, head)), fitting[0])
    return None


def _separate(lines: Sequence[Line], found: Sequence[Mention]) -> Iterator[Mention]:
    """A further meeting that the report sets apart: "had separate talks", «отдельную встречу», «жеке кездесу»."""
    taught = any(head.kind == "training" and held_near(line, head) for line in lines[:_LEAD] for head in line.heads)
    for line in lines:
        for head in line.heads:
            apart = line.word(head.start - 1) in words(line.language, "events.separate")
            further = line.word(head.start - 1) in words(line.language, "events.further") and may_be_central(line, head)
            further = further or _dated_apart(line, head)
            fitting = further or (head.kind == "meeting" and (apart or _same_day(line)))
            lecture = _lecture(line, head) and not (
                taught and line.language == "kk"
            )  # at a training, lectures are what it is made of
            titled = any(_held_by(line, head, m) for m in found if m.rule == "event.quoted")
            if (lecture or (fitting and held_near(line, head))) and not titled:
                yield line.mention((head.start, head.end), "Event", "meeting", "event.separate", 0.65)


def _dated_apart(line: Line, head: Head) -> bool:
    """ "On 2 October a joint meeting of the delegations was held": an English sentence that introduces one with a day of its own."""
    if line.language != "en" or head.kind not in _APART or not any(word in words("en", "events.months") for word in line.words):
        return False
    place = head.start - 1
    while place >= 0 and head.start - place < _PASSING and line.plain(place) and line.words[place] not in ("a", "an", "the"):
        place -= 1
    told = any(" ".join(line.words[i : i + 2]) in _TOLD_APART for i in range(head.end, len(line)))
    return line.word(place) in ("a", "an") and told and may_be_central(line, head)


def _lecture(line: Line, head: Head) -> bool:
    """«Прочел лекцию», "gave a lecture": an event of its own whatever the report is about."""
    near = line.words[head.end : head.end + 3] if line.language == "kk" else line.words[max(0, head.start - 4) : head.start]
    given = any(word in words(line.language, "events.lecturing") for word in near)
    return given and head.noun in words(line.language, "events.lectures") and not plural(line, head)


def _on_the_way(lines: Sequence[Line], told: Line) -> Iterator[Mention]:
    """The meetings of a journey, in sentences other than that which tells of the journey."""
    for line in lines:
        for head in line.heads if line is not told else ():
            if head.kind == "meeting" and may_be_central(line, head) and held_near(line, head):
                yield line.mention((head.start, head.end), "Event", "meeting", "event.separate", 0.6)
                break


def _same_day(line: Line) -> bool:
    """«В тот же день», "Later that day": what is told next is another event."""
    opening = " ".join(line.words[:5])
    return any(opening.startswith(f"{phrase} ") for phrase in word_file()[line.language]["events"]["same_day"].split(" | "))
