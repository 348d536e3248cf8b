"""Which agreement a signing is about: the one its clause names, or one spoken of before."""

from __future__ import annotations

from seriktes.facts.context import Context
from seriktes.facts.frames import Trigger
from seriktes.facts.view import View
from seriktes.facts.word_lists import says, says_within
from seriktes.model import Entity
from seriktes.text import kazakh


def named_agreement(view: View, trigger: Trigger, low: int, high: int) -> Entity | None:
    """The agreement named in the clause of a signing, the nearest to its verb."""
    listed = [i for i in view.mentions("Agreement") if low <= i < high or i == trigger.first - 1]
    if not listed and view.language == "kk":  # «қол қойылған … келісім»: the participle stands before its noun
        listed = [i for i in view.mentions("Agreement") if high <= i <= high + 3]
    if not listed:
        return None
    return view.items[min(listed, key=lambda i: abs(i - trigger.first))].entity


def means_last(view: View, low: int, high: int) -> bool:
    """«Құжатқа … қол қойды»: the agreement spoken of just before; "has signed agreements with 34 universities" speaks of others."""
    if view.language == "en" and says(view, "several_agreements"):
        return False
    return says_within(view, "agreement_nouns", low, high)


def called_alone(context: Context, view: View) -> Entity | None:
    """Kazakh: «Келісімге екі ректор қол қойды»: the only document before that is called so."""
    if view.language != "kk":
        return None
    before = [e for e in context.entities if e.type == "Agreement" and e.mentions[0].start < view.span.start]
    spoken = {kazakh.stem(view.word(i)) for i in range(min(2, len(view.items))) if view.word(i)}
    found = [e for e in before if kazakh.stem(e.name.lower().rpartition(" ")[2]) in spoken]
    return found[0] if len(found) == 1 else None
