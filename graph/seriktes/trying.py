"""What a single sentence matches: names, frames and facts, for those who write frames."""

from __future__ import annotations

from seriktes.documents import read_text
from seriktes.facts.agents import asserted
from seriktes.facts.context import make_context
from seriktes.facts.frames import FAMILIES, find_triggers
from seriktes.model import Annotation
from seriktes.pipeline import annotate

#: What a writer of frames for signing needs to know: the noun alone is an agreement only beside a verb of signing.
_NO_AGREEMENT = "note      no agreement is named here; a bare noun is one beside the words agreements.signing of mentions/words/happenings.toml"


def explain_sentence(sentence: str) -> str:
    """A readable account of what the extractor sees in a sentence."""
    document = read_text(sentence.encode("utf-8", "replace"), "sentence", "sentence")
    annotation = annotate(document)
    lines = [f"language  {document.language}"]
    for entity in annotation.entities:
        for mention in entity.mentions:
            lines.append(
                f"name      {mention.text}  [{entity.type}{', ' + entity.kind if entity.kind else ''}] by {mention.rule} {mention.score:.2f}"
            )
    context = make_context(document, annotation.entities)
    for view in context.views:
        if find_triggers(view, "signing") and not view.mentions("Agreement"):
            lines.append(_NO_AGREEMENT)
        for family in FAMILIES:
            for trigger in find_triggers(view, family):
                words = document.text[view.items[trigger.first].start : view.items[trigger.last].end]
                note = "" if asserted(view, trigger) else "  (not asserted: planned, denied or only wished)"
                lines.append(f"frame     {trigger.frame.id}: «{words}»{note}")
    lines += [f"fact      {line}" for line in describe_facts(annotation)] or ["fact      none"]
    return "\n".join(lines) + "\n"


def describe_facts(annotation: Annotation) -> list[str]:
    """Each fact in one line: type, arguments by name, values, rule and confidence."""
    names = {e.id: e.name for e in annotation.entities}
    found = []
    for fact in annotation.facts:
        arguments = ", ".join(f"{role} {names[i]}" for role, i in fact.arguments.items())
        values = "".join(f", {k} {v}" for k, v in fact.values.items())
        found.append(f"{fact.type}: {arguments}{values}  by {fact.rule} {fact.confidence:.2f}")
    return found
