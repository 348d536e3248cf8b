"""All analyses by name: a subject in, tables out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from seriktes.analysis.subject import Subject
from seriktes.analysis.sure import sure
from seriktes.analysis.tables import Table
from seriktes.analysis.together import company, links, more_than_chance, together
from seriktes.analysis.who import brokers, countries, egos, who
from seriktes.analysis.whom import matrices, mixing, time

#: Each analysis by its name, in the order of the summary.
ANALYSES: Mapping[str, Callable[[Subject], list[Table]]] = {
    "who": who,
    "countries": countries,
    "brokers": brokers,
    "egos": egos,
    "matrices": matrices,
    "mixing": mixing,
    "time": time,
    "groups": company,
    "links": links,
    "together": together,
    "chance": more_than_chance,
    "sure": sure,
}


def analyse(subject: Subject, names: Sequence[str] = ()) -> Iterator[Table]:
    """The tables of some analyses, or of all, one after the other."""
    for name in names or ANALYSES:
        yield from ANALYSES[name](subject)
