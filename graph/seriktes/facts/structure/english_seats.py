"""Where English projects are carried out, and bodies of a region: "implemented in Osh and Naryn", "a fund in the Abai region"."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.standing import preposition
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import stem_list, words
from seriktes.model import Fact

#: So many words may stand between the project and the verb, and between the verb and "in".
_VERB, _PLACE = 8, 4


def project_seats(view: View) -> Iterator[Fact]:
    """``located`` of the projects that an English sentence says are carried out somewhere."""
    projects = view.mentions("Project") if view.language == "en" else []
    places = view.mentions("Place") if projects else []
    for index in projects:
        verb = next((i for i in range(index + 1, min(index + _VERB, len(view.items))) if _carried_out(view, i)), None)
        if verb is None:
            continue
        first = next((i for i in places if verb < i <= verb + _PLACE and preposition(view, i) in ("in", "across")), None)
        if first is None:
            continue
        project = view.items[index].entity
        for place in coordinated(view, first, words("en", "list_joins")):
            entity = view.items[place].entity
            if place < first or project is None or entity is None or entity.type != "Place" or entity.kind == "macroregion":
                continue
            yield Fact("located", {"subject": project.id, "place": entity.id}, view.span, {}, 0.65, "structure.project-seat")


def _carried_out(view: View, index: int) -> bool:
    return not view.items[index].entity and view.word(index).startswith(stem_list("en", "carried_out"))
