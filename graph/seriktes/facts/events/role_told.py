"""A participation and its role: that of the frame, unless the words around it tell another."""

from __future__ import annotations

from seriktes.facts.frames import Trigger
from seriktes.facts.standing import people_of
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.model import Entity, Fact


def participation(view: View, trigger: Trigger, agent: Entity, event: Entity) -> Fact:
    """That somebody took part, in the role that the frame and the words around it give."""
    role = trigger.frame.role or "participant"
    if role == "speaker" and view.word(trigger.last - 1) == "led" and _delegation_before(view, trigger):
        role = "participant"  # "a delegation of X, led by Y, took part"
    if agent.type == "Place" and trigger.frame.kind == "beside" and not _gives(view, trigger):
        role = "participant"
    if trigger.frame.id.endswith(".discussed") and event.kind == "session" and view.language == "en":
        role = "speaker"  # whoever discusses on a panel speaks there
    if role == "host" and agent.type == "Organization" and _sent_people(view, trigger, agent):
        role = "participant"  # "hosted a meeting of representatives of X"
    visited = trigger.frame.kind == "visit" and agent.type == "Organization"
    welcomed = trigger.frame.id.endswith(".welcomed")  # who welcomes is the host, who is visited too
    if visited and _visited(view, trigger, agent) != welcomed:
        role = "host"
    return Fact(
        "participation",
        {"agent": agent.id, "event": event.id},
        view.span,
        {"role": role},
        trigger.frame.confidence,
        trigger.frame.id,
    )


def toured(view: View, trigger: Trigger, entity: Entity) -> bool:
    """ "After the talks the guests toured X": X is shown to them, and took no part in the talks."""
    return trigger.frame.id.endswith(".visited") and entity.type == "Organization" and _visited(view, trigger, entity)


def _sent_people(view: View, trigger: Trigger, body: Entity) -> bool:
    """Whether a body behind an English "hosted" stands for the people it sent."""
    behind = [i for i in view.mentions("Organization") if i > trigger.last and view.items[i].entity is body]
    return view.language == "en" and bool(behind) and view.word(trigger.last) == "hosted" and people_of(view, behind[0])


def _gives(view: View, trigger: Trigger) -> bool:
    """ "With financial support from Norway": a state that pays organises, one that only stands beside takes part."""
    giving = tuple(words("en", "giving"))
    return any(view.word(i).startswith(giving) for i in range(trigger.first, trigger.last + 1))


def _delegation_before(view: View, trigger: Trigger) -> bool:
    sent = tuple(words("en", "sent_together"))
    return any(view.word(i).startswith(sent) for i in range(max(0, trigger.first - 8), trigger.first))


def _visited(view: View, trigger: Trigger, body: Entity) -> bool:
    """Whether a body is what was visited: it stands right behind the verb, in a list perhaps."""
    behind = [i for i in view.mentions("Organization") if i > trigger.last]
    return any(view.items[i].entity is body for i in behind)
