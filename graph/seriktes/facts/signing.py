"""Agreements: who are the parties, who signed in person, at which event, when, and about which project."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriktes.facts.agents import asserted, between, preposition, segment
from seriktes.facts.context import Context
from seriktes.facts.focus import in_passing
from seriktes.facts.frames import Trigger, find_triggers, word_pattern, words
from seriktes.facts.stems import stems
from seriktes.facts.view import View, coordinated, words_between
from seriktes.model import Entity, EntityType, Fact, Span

_BODIES: tuple[EntityType, ...] = ("Organization",)
_STATES: tuple[EntityType, ...] = ("Place",)
_BULLET = re.compile(r"(?:[–—•·▪*-]|\d{1,2}\s?[).])(?:\s|$)")
_BETWEEN = re.compile(r"\b(?:между|between|арасындағы|арасында)\b", re.IGNORECASE)
_WITH = {"ru": ("с", "со", "между"), "en": ("with", "between", "by")}


def signing_facts(context: Context) -> Iterator[Fact]:
    """All that the text says of agreements that were signed, adopted or concluded."""
    last: Entity | None = None
    signed: set[str] = set()
    header: View | None = None
    for view in context.body:
        triggers = find_triggers(view, "signing")
        if header is not None and is_bullet(context, view):
            for fact in _bullet(context, header, view):
                signed.add(fact.arguments.get("agreement", ""))
                yield fact
        elif not _opens_list(view, triggers):
            header = None
        if _opens_list(view, triggers):
            header = view
        for number, trigger in enumerate(triggers):
            if not asserted(view, trigger):
                continue
            low, high = segment(view, triggers, number)
            named = _agreement(view, trigger, low, high)
            agreement = named or (last if _means_last(view, low, high) else None)
            if agreement is None:
                continue
            last = agreement
            facts = list(_signed(context, view, trigger, agreement, low, high))
            if facts:
                signed.add(agreement.id)
            yield from facts
        here = [view.items[i].entity for i in view.mentions("Agreement")]
        last = here[-1] if here else last
        for index in view.mentions("Agreement"):
            entity = view.items[index].entity
            if entity is not None and entity.id not in signed:
                yield from _described(context, view, index, entity)


def _opens_list(view: View, triggers: list[Trigger]) -> bool:
    """«Форум қорытындысында мынадай құжаттарға қол қойылды:»: the bullets below tell which."""
    return view.items[-1].text == ":" and any(asserted(view, t) for t in triggers)


def is_bullet(context: Context, view: View) -> bool:
    """Whether the sentence opens an entry of a list: a dash, a bullet, a number, or the line right below a colon."""
    text = context.document.text
    line = text[text.rfind("\n", 0, view.sentence.start) + 1 : view.sentence.end].lstrip()
    return bool(_BULLET.match(line))


def _bullet(context: Context, header: View, view: View) -> Iterator[Fact]:
    agreements = view.mentions("Agreement")
    if not agreements:
        return
    agreement = view.items[agreements[0]].entity
    assert agreement is not None
    evidence = Span(header.span.start, view.span.end)
    rule = f"{view.language}.signing.list"
    parties: list[Entity] = []
    for types in (_BODIES, _STATES):
        near = [i for i in view.mentions(*types) if _bound(view, i) and i not in context.owners(view)]
        listed = [i for i in between(view, 0, len(view.items), types) if _bound(view, i)] or near
        if len(listed) > 1:
            parties = _entities(view, listed)
            break
    for entity in parties:
        yield Fact("party", {"agent": entity.id, "agreement": agreement.id}, evidence, {}, 0.8, rule)
    for index in view.mentions("Project"):
        project = view.items[index].entity
        assert project is not None
        yield Fact("covers", {"agreement": agreement.id, "project": project.id}, evidence, {}, 0.7, rule)
        for party in parties if _jointly(view) else []:
            yield Fact("implements", {"agent": party.id, "project": project.id}, evidence, {}, 0.65, rule)
    event = _event(context, header)
    if event is not None:
        yield Fact("concluded_at", {"agreement": agreement.id, "event": event.id}, evidence, {}, 0.75, rule)


def _agreement(view: View, trigger: Trigger, low: int, high: int) -> Entity | None:
    listed = [i for i in view.mentions("Agreement") if low <= i < high]
    if not listed and view.language == "kk":  # «қол қойылған … келісім»: the participle stands before its noun
        listed = [i for i in view.mentions("Agreement") if high <= i <= high + 3]
    if not listed:
        return None
    return view.items[min(listed, key=lambda i: abs(i - trigger.first))].entity


def _means_last(view: View, low: int, high: int) -> bool:
    """«Құжатқа … қол қойды»: the agreement spoken of just before."""
    row, starts = view.row
    end = starts[high] if high < len(starts) else len(row)
    return (
        word_pattern(view.language, "agreement_nouns").search(" " + row[starts[low] : end]) is not None
        if low < len(starts)
        else False
    )


def _signed(context: Context, view: View, trigger: Trigger, agreement: Entity, low: int, high: int) -> Iterator[Fact]:
    adopted = trigger.frame.kind == "adopted"
    parties = _parties(context, view, trigger, low, high)
    if not adopted or len(parties) > 1:
        signers = _signers(context, view, trigger, low, high) if not adopted else []
        if not parties and signers:
            parties = _employers(context, view, signers)
        for entity in parties:
            yield Fact(
                "party",
                {"agent": entity.id, "agreement": agreement.id},
                view.span,
                {},
                trigger.frame.confidence,
                trigger.frame.id,
            )
        for index in signers:
            person = view.items[index].entity
            assert person is not None
            yield Fact(
                "signatory",
                {"agent": person.id, "agreement": agreement.id},
                view.span,
                {},
                trigger.frame.confidence,
                trigger.frame.id,
            )
        yield from _projects(view, agreement, parties, trigger)
    event = _event(context, view)
    if event is not None and not is_background(view):
        yield Fact("concluded_at", {"agreement": agreement.id, "event": event.id}, view.span, {}, 0.75, trigger.frame.id)
    yield from _dated(context, view, agreement, trigger)


def _parties(context: Context, view: View, trigger: Trigger, low: int, high: int) -> list[Entity]:
    for types in (_BODIES, _STATES):
        listed = [i for i in between(view, low, high, types) if _bound(view, i)]
        if len(listed) > 1:
            return _entities(view, listed)
    for types in (_BODIES, _STATES):
        listed = [
            i for i in range(low, high) if view.items[i].type in types and _bound(view, i) and _is_side(context, view, i, trigger)
        ]
        if view.language == "kk":
            listed = _with_coordinated(view, listed)
        if listed and (types is _BODIES or len(listed) > 1):
            return _entities(view, listed)
    return []


def _bound(view: View, index: int) -> bool:
    """Whether the name can be bound by an agreement: not a city, and not the agency that tells of it."""
    entity = view.items[index].entity
    if entity is None or (entity.type == "Place" and entity.kind not in ("country", "region")):
        return False
    return not (entity.kind == "media" and index < 2)


def _with_coordinated(view: View, listed: list[int]) -> list[int]:
    group: set[int] = set()
    for index in listed:
        group.update(coordinated(view, index, words("kk", "list_joins")))
    return sorted(group)


def _entities(view: View, listed: list[int]) -> list[Entity]:
    found: list[Entity] = []
    for index in listed:
        entity = view.items[index].entity
        if entity is not None and entity not in found:
            found.append(entity)
    return found


def _is_side(context: Context, view: View, index: int, trigger: Trigger) -> bool:
    """Whether a name is one of the sides: a subject, or joined by *with*; not an owner, a place of signing or an addressee."""
    item = view.items[index]
    if index in context.owners(view):
        return False
    if view.language == "kk":
        if view.word(index + 1) == "атынан":
            return True
        return item.may_be("nom", "ins") and not view.word(index + 1).startswith(
            ("жанын", "аясын", "алаңын", "базасын", "өкіл", "туралы")
        )
    governed = preposition(view, index, trigger.last if index > trigger.last else -1)
    if view.word(index - 1) in ("имени", "of") and view.word(index - 2) in ("от", "behalf"):
        return True
    if index == trigger.first - 1:
        return item.may_be("nom", "ins")
    if index < trigger.first:
        return (not governed or governed in _WITH[view.language]) and item.may_be("nom", "ins")
    if not governed and view.word(trigger.last) in _WITH[view.language]:
        return True
    if (
        view.language == "ru"
        and governed not in _WITH["ru"]
        and not (trigger.frame.kind == "passive" and item.cases == frozenset({"ins"}))
    ):
        object_first = any(i < trigger.first for i in view.mentions("Agreement")) or not view.mentions("Agreement")
        return _follows_side(view, index, trigger) or (object_first and not governed and item.may_be("nom"))
    return governed in _WITH[view.language] or _follows_side(view, index, trigger)


def _follows_side(view: View, index: int, trigger: Trigger) -> bool:
    """«… с фондом X и институтом Y»: the second of a list that begins with a side."""
    previous = [i for i in range(trigger.last + 1, index) if view.items[i].type == view.items[index].type]
    if not previous:
        return False
    gap = [view.items[i].lower for i in range(previous[-1] + 1, index)]
    joined = any(g in words(view.language, "and") or g == "," for g in gap) and len(gap) <= 5
    return joined and preposition(view, previous[-1]) in _WITH[view.language]


def _signers(context: Context, view: View, trigger: Trigger, low: int, high: int) -> list[int]:
    persons = [i for i in view.mentions("Person") if low <= i < high]
    if trigger.frame.kind == "passive":
        # «подписан ректором X», "signed by X and Y"; without a doer nobody is said to have signed.
        if view.language == "en":
            return [i for i in persons if i > trigger.last and "by" in words_between(view, trigger.first - 1, i)]
        return [i for i in persons if view.language == "ru" and i > trigger.last and view.items[i].cases == frozenset({"ins"})]
    if view.language == "kk":
        return [i for i in persons if view.items[i].may_be("nom", "ins") or len(persons) > 1]
    subjects = [i for i in persons if i < trigger.first and not preposition(view, i)]
    if subjects:
        return subjects
    return [i for i in persons if i > trigger.last and (view.language == "en" or view.items[i].may_be("nom", "ins"))]


def _employers(context: Context, view: View, signers: list[int]) -> list[Entity]:
    """The bodies and states the signing persons speak for, by their titles here."""
    found: list[Entity] = []
    for index in signers:
        person = view.items[index].entity
        here = [view.items[t.owner].entity for t in context.titles[view.number] if t.person == index and t.owner is not None]
        owners = [o for o in here if o is not None] or (context.employers.get(person.id, []) if person is not None else [])
        found += [o for o in owners[:1] if o.type in ("Organization", "Place") and o not in found]
    return found


def is_background(view: View) -> bool:
    """Whether the sentence looks back at something older than the report: «бұған дейін», «ранее», "earlier this year"."""
    return word_pattern(view.language, "background").search(view.row[0]) is not None


def _event(context: Context, view: View) -> Entity | None:
    """The event during which it was signed: one named here, else the main event of the document."""
    named = [view.items[i].entity for i in view.mentions("Event") if not in_passing(view, i)]
    if named:
        return named[0]
    # «Форум аясында …»: what is said to belong to an event holds for the sentences that follow too.
    for earlier in reversed([v for v in context.body if v.number <= view.number]):
        if word_pattern(earlier.language, "within").search(earlier.row[0]):
            inside = [earlier.items[i].entity for i in earlier.mentions("Event") if not in_passing(earlier, i)]
            generic = word_pattern(earlier.language, "event_nouns").search(earlier.row[0])
            if inside or generic:
                return inside[0] if inside else context.focus.at(earlier)
    return context.focus.main or context.focus.at(view)


def _dated(context: Context, view: View, agreement: Entity, trigger: Trigger) -> Iterator[Fact]:
    dates = [d for d in context.dates_in(view.span) if d.start_date and len(d.start_date) >= 4]
    if len(dates) == 1 and dates[0].start_date and dates[0].start_date == dates[0].end_date:
        yield Fact(
            "dated",
            {"subject": agreement.id},
            view.span,
            {"start": dates[0].start_date, "end": dates[0].end_date or dates[0].start_date},
            0.7,
            trigger.frame.id,
        )


def _projects(view: View, agreement: Entity, parties: list[Entity], trigger: Trigger) -> Iterator[Fact]:
    """Projects named in the signing sentence are what the agreement is about; joint ones are run by its parties."""
    joint = _jointly(view)
    for index in view.mentions("Project"):
        project = view.items[index].entity
        assert project is not None
        yield Fact("covers", {"agreement": agreement.id, "project": project.id}, view.span, {}, 0.75, trigger.frame.id)
        if joint:
            for party in parties:
                yield Fact("implements", {"agent": party.id, "project": project.id}, view.span, {}, 0.7, trigger.frame.id)


def _named_in_title(context: Context, view: View, index: int) -> list[Entity]:
    """The sides an agreement's own title names: «Договор о выдаче между Казахстаном и Италией»."""
    tail = _BETWEEN.split(view.items[index].text, maxsplit=1)
    if view.language == "kk":
        tail = tail[:1] if len(tail) > 1 else []
    if len(tail) < 2 and view.language != "kk" or not tail:
        return []
    title = stems(tail[-1], view.language)
    found = []
    for entity in context.entities:
        towns = entity.kind == "settlement" and word_pattern(view.language, "sister").search(
            f" {view.items[index].text.lower()} "
        )
        if entity.type == "Organization" or (entity.type == "Place" and (entity.kind == "country" or towns)):
            names = {stems(m.text, view.language) for m in entity.mentions} | {stems(entity.name, view.language)}
            if any(n and any(title[i : i + len(n)] == n for i in range(len(title))) for n in names):
                found.append(entity)
    bodies = [e for e in found if e.type == "Organization"]
    return bodies if len(bodies) > 1 else [e for e in found if e.type == "Place"]


def _jointly(view: View) -> bool:
    """Whether the sentence, the agreement's own title included, speaks of carrying something out together."""
    words_here = " " + " ".join(t.text.lower() for t in view.sentence.tokens) + " "
    return word_pattern(view.language, "jointly").search(words_here) is not None


def _described(context: Context, view: View, index: int, agreement: Entity) -> Iterator[Fact]:
    """An agreement named with its parties though its signing is not told: «между X и Y заключенное соглашение»."""
    trigger_words = word_pattern(view.language, "not_asserted")
    row, starts = view.row
    begin, end = max(0, index - 10), min(len(starts) - 1, index + 12)
    window = " " + row[starts[begin] : starts[end]]
    if trigger_words.search(window):
        return
    sides = _named_in_title(context, view, index)
    if len(sides) > 1:
        for entity in sides:
            yield Fact(
                "party", {"agent": entity.id, "agreement": agreement.id}, view.span, {}, 0.7, f"{view.language}.signing.title"
            )
        return
    for types in (_BODIES, _STATES):
        listed = [i for i in between(view, max(0, index - 8), min(len(view.items), index + 14), types) if _bound(view, i)]
        if len(listed) > 1 and min(abs(i - index) for i in listed) <= 8:
            for entity in _entities(view, listed):
                yield Fact(
                    "party",
                    {"agent": entity.id, "agreement": agreement.id},
                    Span(view.span.start, view.span.end),
                    {},
                    0.6,
                    f"{view.language}.signing.described",
                )
            return
