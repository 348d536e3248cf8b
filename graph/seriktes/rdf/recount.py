"""What there is in a graph, by what there was and the lines that changed: nothing else is counted again.

How many different values stand in it is known by a digest of each, kept beside the cache in order; eight bytes, so that two of a
billion values are taken for one in one of forty cases.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from seriktes.rdf.differing import Differing
from seriktes.rdf.trig import cut
from seriktes.rdf.void import ISSUED, LANGUAGE, TYPE, Counts, kind_of, language_of

OBJECTS = "graph.objects"
_COUNTED = ("properties", "classes", "graphs", "languages", "dates")


def digests_of(values: Iterable[bytes]) -> array[int]:
    """A number for each of some different values, in order."""
    return array("Q", sorted(map(_digest, values)))


def _digest(value: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(value, digest_size=8).digest(), "little")


def recount(before: Counts, objects: array[int], graph: Differing) -> tuple[Counts, array[int]]:
    """The counts of a graph and the digests of its values, of those it had before its changes."""
    counts = counts_of(told_of(before))
    for lines, one in ((graph.gone, -1), (graph.added, 1)):
        counts.quads += one * len(lines)
        for line in lines:
            _, predicate, value, graph_name = cut(line)
            counts.properties[predicate[1:-1].decode()] += one
            counts.graphs[kind_of(graph_name)] += one
            if predicate == LANGUAGE:
                counts.languages[language_of(value)] += one
            if predicate == ISSUED:
                counts.dates[value.decode()] += one
    for subject in {line.split(b" ", 1)[0] for line in graph.gone | graph.added}:
        _recount_thing(counts, subject, graph)
    for counted in (counts.properties, counts.classes, counts.graphs, counts.languages, counts.dates):
        for name in [name for name, number in counted.items() if number <= 0]:
            del counted[name]
    new = _other_values(objects, graph)
    counts.objects = len(new)
    return counts, new


def _recount_thing(counts: Counts, subject: bytes, graph: Differing) -> None:
    about = [line for line in graph.starting(subject + b" ") if line not in graph.beside]
    for other, one in ((graph.added, -1), (graph.gone, 1)):
        lines = [line for line in about if line not in other]
        classes = {cut(line)[2] for line in lines if line.split(b" ", 2)[1] == TYPE}
        counts.subjects += one * bool(lines)
        for name in classes:
            counts.classes[name[1:-1].decode()] += one


def _other_values(objects: array[int], graph: Differing) -> array[int]:
    """The digests of values that are there now."""
    came = {cut(line)[2] for line in graph.added}
    went = {cut(line)[2] for line in graph.gone} - came
    away = graph.gone | graph.beside
    still = {
        value for value, lines in graph.naming(went).items() if any(line not in away and cut(line)[2] == value for line in lines)
    }
    known = {digest for digest in map(_digest, came) if _place(objects, digest) is not None}
    more = sorted(set(map(_digest, came)) - known)
    less = {place for value in went - still if (place := _place(objects, _digest(value))) is not None}
    return _without(objects, sorted(less), more)


def _place(objects: array[int], digest: int) -> int | None:
    place = bisect_left(objects, digest)
    return place if place < len(objects) and objects[place] == digest else None


def _without(objects: array[int], less: Iterable[int], more: Iterable[int]) -> array[int]:
    """An array in order without what stands at some places, and with some more."""
    found, at = array("Q"), 0
    edits = sorted([*((place, 0, 0) for place in less), *((bisect_left(objects, digest), -1, digest) for digest in more)])
    for place, kind, digest in edits:
        found += objects[at:place]
        at = place
        if kind:
            found.append(digest)
        else:
            at += 1
    return found + objects[at:]


def told_of(counts: Counts) -> dict[str, Any]:
    """Counts as they are noted."""
    return {"quads": counts.quads, "subjects": counts.subjects, "objects": counts.objects} | {
        name: dict(getattr(counts, name)) for name in _COUNTED
    }


def counts_of(told: Mapping[str, Any]) -> Counts:
    """Counts of what was noted. Raises KeyError, TypeError or ValueError where that is none."""
    quads, subjects, objects = (int(told[name]) for name in ("quads", "subjects", "objects"))
    counted = {kind: Counter({str(name): int(number) for name, number in told[kind].items()}) for kind in _COUNTED}
    return Counts(quads, subjects, objects, **counted)


def write_counted(folder: Path, counts: Counts, objects: array[int]) -> dict[str, Any]:
    """Keep counts and the digests of values for the next build; returns what is to be noted. OSError without room."""
    data = objects.tobytes()
    new = folder / f"{OBJECTS}.new"
    new.write_bytes(data)
    new.replace(folder / OBJECTS)
    return {"objects_of": hashlib.sha256(data).hexdigest(), **told_of(counts)}


def read_counted(folder: Path, told: Mapping[str, Any]) -> tuple[Counts, array[int]] | None:
    """What was kept; None where it is not as it was noted."""
    try:
        data = (folder / OBJECTS).read_bytes()
        if hashlib.sha256(data).hexdigest() == told["objects_of"]:
            return counts_of(told), array("Q", data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return None
