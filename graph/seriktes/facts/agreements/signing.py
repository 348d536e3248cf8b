"""Agreements: who are the parties, who signed in person, at which event, when, and about which project."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seriktes.facts.agents import asserted, segment
from seriktes.facts.agreements.agreement_meant import called_alone, means_last, named_agreement
from seriktes.facts.agreements.called_sides import called_sides
from seriktes.facts.agreements.each_agreement import called, kazakh_ranges, own_range, with_their_own
from seriktes.facts.agreements.kazakh_signers import (
    by_post_alone,
    continues_list,
    employers,
    heads_meant,
    of_headline,
    told_of_sides,
)
from seriktes.facts.agreements.parties import (
    BODIES,
    STATES,
    bind,
    can_be_bound,
    employers_of,
    entities_at,
    named_in_title,
    numbered,
    parties_of,
    sides_before,
    signers_before,
    signers_of,
    told_already,
    with_the_one_above,
)
from seriktes.facts.agreements.signing_heads import heads_called, houses_of
from seriktes.facts.agreements.signing_when import refers_back, signed_on, told_of_the_past
from seriktes.facts.background import is_background
from seriktes.facts.between import between
from seriktes.facts.context import Context
from seriktes.facts.events.focus import in_passing
from seriktes.facts.frames import Trigger, find_triggers
from seriktes.facts.unreal import not_signed
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import says, says_within, word_pattern, words
from seriktes.model import Entity, Fact, FactType, Language, Span

_BULLET = re.compile(r"(?:[–—•·▪*-]|\d{1,2}\s?[).])(?:\s|$)")


def signing_facts(context: Context) -> Iterator[Fact]:
    """All that the text says of agreements that were signed, adopted or concluded."""
    if not context.names("Agreement"):
        return
    last: Entity | None = None
    told: list[Entity] = []
    signed: set[str] = set()
    bound: dict[str, set[str]] = {}
    header: View | None = None
    listed: list[Entity] = []
    before: View | None = None  # the sentence before, where it told of a signing
    for view in context.body:
        triggers = find_triggers(view, "signing")
        if header is not None and (is_bullet(context, view) or _begins_with_document(context, view)):
            listed += [e for i in view.mentions("Agreement")[:1] if (e := view.items[i].entity) is not None]
            for fact in _bullet(context, header, view):
                signed.add(fact.arguments.get("agreement", ""))
                bind(bound, [fact])
                yield fact
        elif not _opens_list(view, triggers):
            header = None
        if _opens_list(view, triggers) or continues_list(view, before):
            header = view
        if not triggers and before is not None and last is not None:
            yield from told_of_sides(view, last)
        before = view if any(asserted(view, t) for t in triggers) else None
        for number, trigger in enumerate(triggers):
            if not asserted(view, trigger):
                continue
            low, high = segment(view, triggers, number)
            low, high = _behind_guests(view, trigger, low), _before_witnesses(view, trigger, high)
            named = named_agreement(view, trigger, low, high)
            agreement = named or (
                numbered(view, listed) or called_alone(context, view) or called(view, low, high, told) or last
                if means_last(view, low, high)
                else None
            )
            if agreement is None:
                continue
            last = agreement
            each = kazakh_ranges(view, low, trigger.last + 1) or [(agreement, low, high)]
            facts = [
                fact
                for one, first, stop in each
                for fact in _signed(context, view, trigger, one, first, stop, told_already(view, bound.get(one.id, set())))
            ]
            if facts:
                signed.add(agreement.id)
            others = [] if len(each) > 1 else _listed_with(view, agreement, low, high)
            others = [other for other in others if own_range(view, other) is None]
            facts = with_their_own(view, [*facts, *(fact for other in others for fact in _alike(facts, agreement, other))])
            signed.update(f.arguments["agreement"] for f in facts if "agreement" in f.arguments)
            bind(bound, facts)
            yield from facts
        here = [view.items[i].entity for i in view.mentions("Agreement")]
        last = here[-1] if here else last
        told += [entity for entity in here if entity is not None]
        for index in view.mentions("Agreement"):
            entity = view.items[index].entity
            if entity is not None and entity.id not in signed:
                yield from _described(context, view, index, entity)


def _before_witnesses(view: View, trigger: Trigger, high: int) -> int:
    """Where those begin who only looked on: "signed … in the presence of X", «подписан в присутствии X»."""
    if view.language == "kk":
        return high
    return next((i for i in range(trigger.last + 1, high) if view.word(i) in words(view.language, "witnessing")), high)


def _behind_guests(view: View, trigger: Trigger, low: int) -> int:
    """English: "X joined the signing of a memorandum": who was there when others signed is not bound by it."""
    near = [view.word(i) for i in range(max(0, trigger.first - 3), trigger.first)]
    came = view.word(trigger.first) == "signing" and not words("en", "coming_to_signings").isdisjoint(near)
    return trigger.first if view.language == "en" and came else low


def _listed_with(view: View, agreement: Entity, low: int, high: int) -> list[Entity]:
    """The other agreements of a list: "signed a memorandum on A, a memorandum on B and a roadmap"."""
    at = next((i for i in view.mentions("Agreement") if view.items[i].entity is agreement), None)
    if at is None:
        return []
    listed = coordinated(view, at, words(view.language, "and") | {","})
    if view.language == "kk":  # «меморандумға қол қойды, сондай-ақ қарар қабылданды»: another verb's
        listed = [i for i in listed if low <= i < high]
    found = (view.items[i].entity for i in listed)
    return [entity for entity in found if entity is not None and entity is not agreement]


def _alike(facts: Sequence[Fact], agreement: Entity, other: Entity) -> Iterator[Fact]:
    """What holds of one agreement of a list, said of another: its parties, hands, event and day."""
    for fact in facts:
        moved = {name: other.id if value == agreement.id else value for name, value in fact.arguments.items()}
        if moved != fact.arguments and fact.type in ("party", "signatory", "concluded_at", "dated"):
            yield replace(fact, arguments=moved, confidence=fact.confidence * 0.9)


def _opens_list(view: View, triggers: list[Trigger]) -> bool:
    """«Форум қорытындысында мынадай құжаттарға қол қойылды:»: the bullets below tell which."""
    return view.items[-1].text == ":" and any(asserted(view, t) for t in triggers)


def is_bullet(context: Context, view: View) -> bool:
    """Whether the sentence opens an entry of a list: a dash, a bullet, a number, or the line right below a colon."""
    text = context.document.text
    line = text[text.rfind("\n", 0, view.sentence.start) + 1 : view.sentence.end].lstrip()
    return bool(_BULLET.match(line))


def _begins_with_document(context: Context, view: View) -> bool:
    """Whether a line below a colon begins with an agreement, without a bullet: "Memorandum of cooperation between X and Y;"."""
    text, start = context.document.text, view.sentence.start
    begins_line = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    first = next(iter(view.mentions("Agreement")), len(view.items))
    return begins_line and (first == 0 or (first == 1 and view.word(0) in ("a", "an", "the")))


def _bullet(context: Context, header: View, view: View) -> Iterator[Fact]:
    agreements = view.mentions("Agreement")
    if not agreements:
        return
    agreement = view.items[agreements[0]].entity
    assert agreement is not None
    evidence = Span(header.span.start, view.span.end)
    rule = f"{view.language}.signing.list"
    parties: list[Entity] = []
    for types in (BODIES, STATES):
        near = [i for i in view.mentions(*types) if can_be_bound(view, i) and i not in context.owners(view)]
        listed = [i for i in between(view, 0, len(view.items), types) if can_be_bound(view, i)] or near
        if len(listed) > 1:
            parties = entities_at(view, listed)
            break
    parties = parties or with_the_one_above(context, header, view)
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


def _signed(context: Context, view: View, trigger: Trigger, agreement: Entity, low: int, high: int, told: bool) -> Iterator[Fact]:
    """``told`` when the parties were told before: then those who signed add none."""
    adopted = trigger.frame.kind == "adopted"
    parties = parties_of(context, view, trigger, *(own_range(view, agreement) or (low, high)))
    if not adopted or len(parties) > 1:
        signers = signers_of(context, view, trigger, low, high) if not adopted else []
        apart = by_post_alone(context, view, trigger, low)
        parties = parties or ([] if adopted or signers else sides_before(context, view, trigger))
        parties = parties or ([] if adopted or told or view.language != "ru" else called_sides(context, view, agreement))
        if not parties and signers and not (told and view.language != "en"):
            parties = [*employers(context, apart), *employers_of(context, view, signers)]
        hands = [*apart, *entities_at(view, signers)] or ([] if adopted else signers_before(context, view, trigger))
        if view.language == "kk" and not (signers or adopted or hands):
            parties = parties or employers(context, hands := heads_meant(context, view, trigger))
        if view.language == "ru" and not signers and not adopted:
            hands = heads_called(context, view, trigger) or hands
            parties = parties or ([] if told else houses_of(context, hands))
        bound: tuple[tuple[FactType, Sequence[Entity]], ...] = (("party", parties), ("signatory", hands))
        for kind, agents in bound:
            for agent in agents:
                arguments = {"agent": agent.id, "agreement": agreement.id}
                yield Fact(kind, arguments, view.span, {}, trigger.frame.confidence, trigger.frame.id)
        yield from _projects(view, agreement, parties, trigger)
    event = _event(context, view)
    elsewhere = view.language == "en" and says(view, "apart")
    named = event is not None and any(view.items[i].entity is event for i in view.mentions("Event"))
    if refers_back(view, trigger) and not named:
        event = None
    if event is not None and not elsewhere and not is_background(view) and not told_of_the_past(context, view, event):
        yield Fact("concluded_at", {"agreement": agreement.id, "event": event.id}, view.span, {}, 0.75, trigger.frame.id)
    yield from signed_on(context, view, agreement, trigger, view.items[high - 1].end if low < high else view.span.end)


def _event(context: Context, view: View) -> Entity | None:
    """The event during which it was signed: one named here, else the main event of the document."""
    named = [view.items[i].entity for i in view.mentions("Event") if not in_passing(view, i)]
    if named:
        return named[0]
    if view.number in context.settings:
        return context.settings[view.number]
    event = of_headline(context, view) or context.focus.main or context.focus.at(view)
    return None if event and view.language == "ru" and event.mentions[0].start > view.span.end else event  # talks told of later


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


def jointly(text: str, language: Language) -> bool:
    """Whether a text speaks of carrying something out together."""
    return word_pattern(language, "jointly").search(f" {text.lower()} ") is not None


def _jointly(view: View) -> bool:
    """Whether the sentence, the agreement's own title included, speaks of carrying something out together."""
    words_here = " " + " ".join(t.text.lower() for t in view.sentence.tokens) + " "
    return word_pattern(view.language, "jointly").search(words_here) is not None


def _described(context: Context, view: View, index: int, agreement: Entity) -> Iterator[Fact]:
    """An agreement named with its parties though its signing is not told: «между X и Y заключенное соглашение»."""
    begin, end = max(0, index - 10), min(len(view.items) - 1, index + 12)
    if says_within(view, "not_asserted", begin, end) or not_signed(view):
        return
    sides = named_in_title(context, view, index) or (called_sides(context, view, agreement) if view.language == "ru" else [])
    if len(sides) > 1:
        for entity in sides:
            yield Fact(
                "party", {"agent": entity.id, "agreement": agreement.id}, view.span, {}, 0.7, f"{view.language}.signing.title"
            )
        return
    low, high = own_range(view, agreement) or (max(0, index - 8), min(len(view.items), index + 14))
    for types in (BODIES, STATES):
        listed = [i for i in between(view, low, high, types) if can_be_bound(view, i)]
        if len(listed) > 1 and min(abs(i - index) for i in listed) <= 8:
            for entity in entities_at(view, listed):
                yield Fact(
                    "party",
                    {"agent": entity.id, "agreement": agreement.id},
                    Span(view.span.start, view.span.end),
                    {},
                    0.6,
                    f"{view.language}.signing.described",
                )
            return
