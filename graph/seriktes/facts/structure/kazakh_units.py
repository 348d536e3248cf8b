"""Units a Kazakh sentence tells as some body's: «ЕҰУ-дан филология факультетінің деканы», «университеттің X институты»."""

from __future__ import annotations

from collections.abc import Iterator, Set

from seriktes.facts.context import Context
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.model import Entity, Fact
from seriktes.text import kazakh

#: Type words of what is always a part of some body, and of what may be one.
_ALWAYS = ("факультет", "кафедра")
_MAY_BE = (*_ALWAYS, "департамент", "институт", "орталы", "мектеб", "бөлім", "зертхана", "басқарма", "хатшылы", "филиал")
#: How many bodies of a kind leave no doubt which is meant.
_ONLY = 1


def units_told(context: Context, known: Set[str]) -> Iterator[Fact]:
    """``part_of`` of units; ``known`` are the ids of those whose whole is told by their names."""
    for view in context.naming("Organization"):
        if view.language != "kk":
            continue
        for index in view.mentions("Organization"):
            part = view.items[index].entity
            if part is None or part.id in known or not _is_unit(view.items[index].text, _MAY_BE):
                continue
            whole = _owner_beside(context, view, index) or _sender(view, index)
            whole = whole or (_only_school(context, part) if _is_unit(view.items[index].text, _ALWAYS) else None)
            if whole is not None and whole is not part and not _is_unit(whole.name, _ALWAYS):
                yield Fact("part_of", {"part": part.id, "whole": whole.id}, view.span, {}, 0.6, "structure.unit-told")


def _is_unit(name: str, heads: tuple[str, ...]) -> bool:
    return name.split()[-1].lower().startswith(heads)


def _owner_beside(context: Context, view: View, index: int) -> Entity | None:
    """«Университеттің X институты», «университет жанындағы Y орталығы»: the body of that kind named last before."""
    place = index - 1 - (view.word(index - 1) in words("kk", "at_a_body"))
    word = view.word(place)
    form = kazakh.analyse(word) if word else None
    if form is None or form.case not in ("gen", "nom") or (form.case == "nom" and place == index - 1):
        return None
    noun = kazakh.stem(word)
    if noun not in words("kk", "body_nouns"):
        return None
    start = view.items[place].start
    named = [(m.start, e) for e in context.entities if e.type == "Organization" for m in e.mentions if m.start < start]
    named = [(at, e) for at, e in named if any(kazakh.stem(word) == noun for word in e.name.split())]
    return max(named, key=lambda pair: pair[0])[1] if named else None


def _sender(view: View, index: int) -> Entity | None:
    """«ЕҰУ-дан X факультетінің деканы, Y кафедрасының меңгерушісі»: the body in the ablative that the list begins with."""
    for before in range(index - 1, -1, -1):
        item = view.items[before]
        if item.type == "Organization" and item.cases == frozenset({"abl"}):
            return item.entity
        if item.text in ".;:" or (item.type == "Organization" and not _is_unit(item.text, _MAY_BE)):
            return None
    return None


def _only_school(context: Context, part: Entity) -> Entity | None:
    """The one university or academy of a report."""
    schools = [e for e in context.entities if e.kind == "education_research" and e is not part and not _is_unit(e.name, _MAY_BE)]
    return schools[0] if len(schools) == _ONLY else None
