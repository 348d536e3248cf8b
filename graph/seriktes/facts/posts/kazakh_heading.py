"""Who heads a body by a Kazakh verb alone: «X қорын Аты басқарады», «Аты басқаратын X қоры», «X қорына жетекшілік етеді»."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.posts.title_words import Title
from seriktes.facts.view import View
from seriktes.facts.word_lists import says, words

#: So far from its verb a body that somebody heads is told.
_NEAR = 4
#: Endings rather than cases: «қорын» is short enough to be taken for a bare noun.
_DATIVE = ("ға", "ге", "қа", "ке", "на", "не")
_ACCUSATIVE = ("ын", "ін", "ны", "ні", "ды", "ді", "ты", "ті")
_PARTICIPLES = ("тын", "тін", "ған", "ген")


def heading_titles(view: View) -> Iterator[Title]:
    """The verbs by which a sentence says who heads a body, each as a title: no other words tell the post."""
    if view.language != "kk" or not view.mentions("Organization"):
        return
    for verb, word in enumerate(view.words):
        led = word == "жетекшілік" and view.word(verb + 1) in words("kk", "leads_it")
        if not led and word not in words("kk", "heads_it"):
            continue
        last = verb + led
        if view.word(last).endswith("п"):  # «басқарып отыр», «жетекшілік етіп келеді»
            last += 1
        if view.word(last + 1) in ("жоқ", "емес") or says(view, "not_asserted") or says(view, "denied"):
            continue
        title = _attributive(view, verb, last) if view.word(last).endswith(_PARTICIPLES) else _finite(view, verb, last, led)
        if title is not None:
            yield title


def _finite(view: View, verb: int, last: int, led: bool) -> Title | None:
    """«X қорын Аты басқарады»: the body in the accusative, or the dative of «жетекшілік етеді», and its head, both before the verb."""
    bodies = [i for i in range(max(0, verb - 2 * _NEAR), verb) if view.items[i].type == "Organization"]
    endings = _DATIVE if led else _ACCUSATIVE
    owner = next((i for i in reversed(bodies) if view.items[i].text.endswith(endings)), None)
    persons = [i for i in view.mentions("Person") if i < verb and view.items[i].may_be("nom")]
    if owner is None or not persons or verb - max(owner, persons[-1]) > _NEAR or view.word(persons[-1] + 1) == ",":
        return None
    return Title(persons[-1], verb, last, owner)


def _attributive(view: View, verb: int, last: int) -> Title | None:
    """«Аты басқаратын X қоры»: the head right before the participle, the body right behind it; or «X қорын басқаратын Аты»."""
    before, behind = verb - 1, last + 1
    if behind >= len(view.items) or before < 0:
        return None
    if view.items[before].type == "Person" and view.items[behind].type == "Organization":
        return Title(before, verb, last, behind) if view.items[before].may_be("nom") else None
    if view.items[before].type == "Organization" and view.items[behind].type == "Person":
        return Title(behind, verb, last, before) if view.items[before].text.endswith((*_DATIVE, *_ACCUSATIVE)) else None
    return None
