"""Why two entities are one, or are not: the comparisons as a table in words."""

from __future__ import annotations

from collections.abc import Iterable

from seriktes.errors import QueryError
from seriktes.identity.contradictions import forbids
from seriktes.identity.evidence import ENOUGH, WEIGHTS, compare
from seriktes.identity.profiles import Place, Profile, profiles_of
from seriktes.identity.reasons import Shown, words_of
from seriktes.model import Annotation, Language


def explain(annotations: Iterable[Annotation], left: Place, right: Place) -> str:
    """The comparison of two entities, each given as (document id, entity id), line by line.

    ``annotations`` are resolved ones: their keys tell what stands around the two. Raises QueryError for an unknown
    entity and for two of different types.
    """
    documents = tuple(annotations)
    ours, theirs = _profile(documents, left), _profile(documents, right)
    if ours.type != theirs.type:
        raise QueryError(f"{left[1]} of {left[0]} is a {ours.type}, {right[1]} of {right[0]} a {theirs.type}: they are never one")
    return explain_profiles(ours, theirs)


def explain_profiles(left: Profile, right: Profile, brief: bool = False, language: Language = "en", shown: Shown = str) -> str:
    """The comparison of two profiles: each piece of evidence with its weight, what forbids the merge, the sum.

    With ``brief``, comparisons that found nothing are left out. ``shown`` shows countries, kinds and keys.
    """
    total, pieces = compare(left, right)
    words = words_of(language)
    lines = [f"{_title(left, shown)}  ~  {_title(right, shown)}"]
    lines += [
        f"  {found.score * weight:+.2f}  {words['comparisons'][comparison.__name__]}: {found.reason.told(language, shown)}"
        for comparison, found, weight in pieces
    ]
    lines += [
        f"   0.00  {words['comparisons'][comparison.__name__]}: {words['reasons']['nothing']}"
        for comparison in WEIGHTS[left.type]
        if not brief and comparison not in {piece[0] for piece in pieces}
    ]
    reason = forbids(left, right)
    if reason is not None:
        return "\n".join([*lines, f"  = {total:.2f}, {words['verdicts']['different'].format(reason.told(language, shown))}"])
    verdict = words["verdicts"]["same" if total >= ENOUGH else "not_enough"].format(f"{ENOUGH:.2f}")
    return "\n".join([*lines, f"  = {total:.2f}: {verdict}"])


def _title(profile: Profile, shown: Shown) -> str:
    marks = ", ".join(shown(mark) for mark in (profile.kind, profile.country) if mark)
    name = profile.names[0][0]
    return f"{name if '«' in name else f'«{name}»'} ({marks or shown(profile.type)})"


def _profile(annotations: tuple[Annotation, ...], place: Place) -> Profile:
    keys = {(a.document.id, e.id): e.key for a in annotations for e in a.entities if e.key}
    for annotation in annotations:
        if annotation.document.id != place[0]:
            continue
        for entity in annotation.entities:
            if entity.id == place[1]:
                return next(p for p in profiles_of((annotation,), entity.type, keys) if p.places[0] == place)
    raise QueryError(f"no entity {place[1]} in document {place[0]}")
