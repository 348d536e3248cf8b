"""Who someone is and why, and how two are connected: from the annotations of a graph, each claim with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from seriktes.analysis.claims import Claim, claims_from_annotations
from seriktes.analysis.paths import Step, shortest_chains
from seriktes.authority.records import LANGUAGES, load_authority
from seriktes.dialogue.derived import told
from seriktes.dialogue.finding import find_key, name_of
from seriktes.dialogue.material import Material
from seriktes.dialogue.passages import in_quotes, one_line
from seriktes.dialogue.reading import keys_named
from seriktes.dialogue.threads import profiles_by_key, threads_of
from seriktes.errors import QueryError
from seriktes.identity.blocks import candidate_pairs
from seriktes.identity.contradictions import forbids
from seriktes.identity.evidence import ENOUGH, compare
from seriktes.identity.explain import explain_profiles
from seriktes.identity.profiles import Profile
from seriktes.identity.undecided import OpenPair, undecided
from seriktes.judgements.things import Things
from seriktes.model import EntityType, Language
from seriktes.telling import tell

_THREADS = 12
#: Two things whose names agree less are not told apart; nobody would take them for one.
_ALIKE = 0.5


def who(material: Material, asked: str) -> str:
    """Who a thing is, why its mentions are one thing, and every fact about it with its sentence."""
    things, key = material.things, find_key(material, asked)
    lines = [*_head(material, key), *_why_one(material, key), *_facts(things, key), *told(things, (key,))]
    return "\n".join(lines) + "\n"


def connection(material: Material, first: str, second: str) -> str:
    """How two things are connected: the shortest chains of facts; where their names are alike, why they are one or two."""
    things = material.things
    a, b = find_key(material, first), find_key(material, second)
    if a == b:
        return "\n".join([f"Both are {a}.", "", *_head(material, a), *_why_one(material, a)]) + "\n"
    lines = [_both(things, a, b), *_why_two(material, a, b), *_chains(things, a, b), *told(things, (a, b))]
    return "\n".join(lines) + "\n"


def path(material: Material, first: str, second: str, most: int = 1) -> str:
    """The shortest chains of facts between two things, ``most`` of them, the surest first, each step with its sentences.

    Raises QueryError where both are one thing, or a name is not known.
    """
    things = material.things
    a, b = find_key(material, first), find_key(material, second)
    if a == b:
        raise QueryError(f"{first!r} and {second!r} are both {a}; name two things, or ask: seriktes explain {a}")
    return "\n".join([_both(things, a, b), *_chains(things, a, b, most)]) + "\n"


def _both(things: Things, a: str, b: str) -> str:
    return f"{in_quotes(name_of(things, a))} ({a}) and {in_quotes(name_of(things, b))} ({b})"


def _chains(things: Things, a: str, b: str, most: int = 3) -> Iterator[str]:
    claims = claims_from_annotations(things.annotations).claims
    places = [key for key in things.by_key if _type(things, key) == "Place"]
    chains = shortest_chains(claims, a, b, places, most) or shortest_chains(claims, a, b, most=most)
    if not chains:
        yield from ("", "No chain of facts connects them in these documents.")
    for number, chain in enumerate(chains, start=1):
        steps = f"{len(chain)} step{'' if len(chain) == 1 else 's'}"
        yield from ("", f"Chain {number} of {len(chains)} ({steps})")
        for step in chain:
            yield from _step(things, step)


def _type(things: Things, key: str) -> EntityType:
    return things.entities[min(things.by_key[key])].type


def _head(material: Material, key: str) -> Iterator[str]:
    """Name, type, kind, country, other keys, names by language, documents."""
    things = material.things
    entities = [(place, things.entities[place]) for place in sorted(things.by_key[key])]
    marks = dict.fromkeys(m for _, e in entities for m in (e.type, e.kind, e.country) if m)
    yield f"{name_of(things, key)}  ({', '.join(marks)})"
    others = sorted(old for old, new in material.aliases.items() if new == key)
    yield f"  key       {key}" + (f"; also: {', '.join(others)}" if others else "")
    language_of = {a.document.id: a.document.language for a in things.annotations}
    record = load_authority().get(key)
    for language in LANGUAGES:
        names = [*(record.names.get(language, ())[:1] if record else ())]
        names += [e.name for (document, _), e in entities if language_of[document] == language]
        names += [e.name_en for _, e in entities if e.name_en and language == "en"]
        if names:
            yield f"  {_LANGUAGE[language]:<9} {' | '.join(dict.fromkeys(names))}"
    told = {a.document.id: f"{a.document.file} ({a.document.published or 'no date'})" for a in things.annotations}
    yield f"  named in  {', '.join(dict.fromkeys(told[place[0]] for place, _ in entities))}"


_LANGUAGE: dict[Language, str] = {"kk": "Kazakh", "ru": "Russian", "en": "English"}


def _why_one(material: Material, key: str) -> Iterator[str]:
    """What holds its names together: the record, the comparisons, the judgements."""
    things = material.things
    group = profiles_by_key(things, _type(things, key))[key]
    said = [s for s in material.statements if s.verb in ("same", "rename", "kind", "country") and key in keys_named(things, s)]
    if len(group) == 1 and not said:
        yield ""
        yield "Why it is one: every document names it alike" + (
            f" as {group[0].authority} of the authority lists." if group[0].authority else "."
        )
        return
    yield ""
    yield "Why it is one"
    threads = threads_of(group)
    for left, right in threads[:_THREADS]:
        lines = explain_profiles(left, right, brief=True).split("\n")
        if compare(left, right)[0] < ENOUGH and any(s.verb == "same" for s in said):
            lines[-1] += "; a person said so"
        yield from (f"  {line}" for line in lines)
    if len(threads) > _THREADS:
        yield f"  … and {len(threads) - _THREADS} more names"
    yield from (f"  a person said: {s.shown}" for s in said)


def _why_two(material: Material, a: str, b: str) -> Iterator[str]:
    """Why two of like names are two: the two names that agree most, compared; what people said."""
    things = material.things
    type_ = _type(things, a)
    yield from (
        f"  a person said: {s.shown}" for s in material.statements if s.verb == "different" and {a, b} <= keys_named(things, s)
    )
    if type_ != _type(things, b):
        return
    groups = profiles_by_key(things, type_)
    pairs = [(compare(left, right)[0], -i, -j) for i, left in enumerate(groups[a]) for j, right in enumerate(groups[b])]
    score, i, j = max(pairs)
    if score >= _ALIKE:
        open_pair = _open(material, type_, a, b)
        yield "Whether they are two is open: the graph says skt:possiblySameAs" if open_pair else "Why they are two"
        yield from (f"  {line}" for line in explain_profiles(groups[a][-i], groups[b][-j], brief=True).split("\n"))
        if score >= ENOUGH and forbids(groups[a][-i], groups[b][-j]) is None:
            yield f"  {_why_not(groups, a, b)}; to make them one, write: same {a} {b}"
        if open_pair:
            yield f"  Why it is open: {open_pair.why('en')}"
            yield f"  To decide, write into judgements.txt: same {a} {b}, or: different {a} {b}"


def _open(material: Material, type_: EntityType, a: str, b: str) -> OpenPair | None:
    """The pair where the graph calls it possibly one, and no person has said that it is not."""
    pairs = undecided(material.things.annotations, types=(type_,))
    said = any(s.verb == "different" and {a, b} <= keys_named(material.things, s) for s in material.statements)
    return None if said else next((pair for pair in pairs if {pair.left, pair.right} == {a, b}), None)


def _why_not(groups: Mapping[str, Sequence[Profile]], a: str, b: str) -> str:
    """Why two things are two although two of their names agree enough."""
    reasons = (forbids(left, right) for left in groups[a] for right in groups[b])
    reason = next((reason for reason in reasons if reason), None)
    if reason:
        return f"They are two all the same, for other names of theirs are different: {reason}"
    owners = [(key, profile) for key in groups for profile in groups[key]]
    pairs = candidate_pairs([profile for _, profile in owners])
    if not any({owners[i][0], owners[j][0]} == {a, b} for i, j in pairs):
        return "They are two all the same, for they were never compared: no rare word, surname or acronym is in both names"
    return "They are two all the same, for one of them fits another thing as well, or a person parted them"


def _facts(things: Things, key: str) -> Iterator[str]:
    """Every fact about a thing, with its sentence."""
    claims = [c for c in claims_from_annotations(things.annotations).claims if key in c.arguments.values()]
    yield ""
    yield f"What is said of it ({len(claims)})"
    for claim in claims:
        yield from _told(things, claim)


def _told(things: Things, claim: Claim, more: Sequence[Claim] = ()) -> Iterator[str]:
    names = {argument: in_quotes(one_line(name_of(things, key), 100)) for argument, key in claim.arguments.items()}
    values = {"role": claim.role, "title": claim.title, "start": claim.date_start, "end": claim.date_end}
    yield f"  {tell(claim.type, names, {name: value for name, value in values.items() if value})}"
    others = f", and {len(more)} more like it" if more else ""
    yield f"      “{one_line(claim.quote)}” ({claim.file}; confidence {claim.confidence:.2f}{others})"


def _step(things: Things, step: Step) -> Iterator[str]:
    """One step: each way the two are connected, told once with its surest sentence."""
    by_said: dict[tuple[object, ...], list[Claim]] = {}
    for claim in step.claims:
        by_said.setdefault((claim.type, tuple(claim.arguments.items()), claim.role, claim.title), []).append(claim)
    for first, *more in by_said.values():
        yield from _told(things, first, more)
