"""Who someone is and why, and how two are connected: from the annotations of a graph, each claim with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from seriktes.analysis.claims import Claim, claims_from_annotations
from seriktes.analysis.paths import Step, shortest_chains
from seriktes.authority.records import LANGUAGES, load_authority
from seriktes.dialogue.derived import told
from seriktes.dialogue.finding import find_key
from seriktes.dialogue.material import Material
from seriktes.dialogue.passages import one_line
from seriktes.dialogue.reading import keys_named
from seriktes.dialogue.threads import profiles_by_key, threads_of
from seriktes.dialogue.words import Words
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


def who(material: Material, asked: str, language: Language = "en") -> str:
    """Who a thing is, why its mentions are one thing, and every fact about it with its sentence."""
    things, key, words = material.things, find_key(material, asked), Words(material, language)
    lines = [*_head(material, key, words), *_why_one(material, key, words), *_facts(things, key, words)]
    return "\n".join([*lines, *told(things, (key,), words)]) + "\n"


def connection(material: Material, first: str, second: str, language: Language = "en") -> str:
    """How two things are connected: the shortest chains of facts; where their names are alike, why they are one or two."""
    things, words = material.things, Words(material, language)
    a, b = find_key(material, first), find_key(material, second)
    if a == b:
        lines = [words("both_are", key=a), "", *_head(material, a, words), *_why_one(material, a, words)]
        return "\n".join(lines) + "\n"
    lines = [_both(a, b, words), *_why_two(material, a, b, words), *_chains(things, a, b, words)]
    return "\n".join([*lines, *told(things, (a, b), words)]) + "\n"


def path(material: Material, first: str, second: str, most: int = 1, language: Language = "en") -> str:
    """The shortest chains of facts between two things, ``most`` of them, the surest first, each step with its sentences.

    Raises QueryError where both are one thing, or a name is not known.
    """
    things, words = material.things, Words(material, language)
    a, b = find_key(material, first), find_key(material, second)
    if a == b:
        raise QueryError(f"{first!r} and {second!r} are both {a}; name two things, or ask: seriktes explain {a}")
    return "\n".join([_both(a, b, words), *_chains(things, a, b, words, most)]) + "\n"


def _both(a: str, b: str, words: Words) -> str:
    return words("and", a=f"{words.quoted(a)} ({a})", b=f"{words.quoted(b)} ({b})")


def _chains(things: Things, a: str, b: str, words: Words, most: int = 3) -> Iterator[str]:
    claims = claims_from_annotations(things.annotations).claims
    places = [key for key in things.by_key if _type(things, key) == "Place"]
    chains = shortest_chains(claims, a, b, places, most) or shortest_chains(claims, a, b, most=most)
    if not chains:
        yield from ("", words("no_chain"))
    for number, chain in enumerate(chains, start=1):
        yield from ("", words("chain", number=number, of=len(chains), steps=words.counted("steps", len(chain))))
        for step in chain:
            yield from _step(step, words)


def _type(things: Things, key: str) -> EntityType:
    return things.entities[min(things.by_key[key])].type


def _head(material: Material, key: str, words: Words) -> Iterator[str]:
    """Name, type, kind, country, other keys, names by language, documents."""
    things = material.things
    entities = [(place, things.entities[place]) for place in sorted(things.by_key[key])]
    marks = dict.fromkeys(words.shown(m) for _, e in entities for m in (e.type, e.kind, e.country) if m)
    yield f"{words.name(key)}  ({', '.join(marks)})"
    others = sorted(old for old, new in material.aliases.items() if new == key)
    yield _row(words("key"), key + (f"; {words('also', keys=', '.join(others))}" if others else ""))
    language_of = {a.document.id: a.document.language for a in things.annotations}
    record = load_authority().get(key)
    for language in LANGUAGES:
        names = [*(record.names.get(language, ())[:1] if record else ())]
        names += [e.name for (document, _), e in entities if language_of[document] == language]
        names += [e.name_en for _, e in entities if e.name_en and language == "en"]
        if names:
            yield _row(words.reading(language), " | ".join(dict.fromkeys(names)))
    told = {a.document.id: f"{a.document.file} ({a.document.published or words('no_date')})" for a in things.annotations}
    yield _row(words("named_in"), ", ".join(dict.fromkeys(told[place[0]] for place, _ in entities)))


def _row(name: str, value: str) -> str:
    return f"  {name:<9} {value}"


def _why_one(material: Material, key: str, words: Words) -> Iterator[str]:
    """What holds its names together: the record, the comparisons, the judgements."""
    things = material.things
    group = profiles_by_key(things, _type(things, key))[key]
    said = [s for s in material.statements if s.verb in ("same", "rename", "kind", "country") and key in keys_named(things, s)]
    if len(group) == 1 and not said:
        yield ""
        yield words("of_the_lists", key=group[0].authority) if group[0].authority else words("named_alike")
        return
    yield ""
    yield words("why_one")
    threads = threads_of(group)
    for left, right in threads[:_THREADS]:
        lines = _compared(left, right, words)
        if compare(left, right)[0] < ENOUGH and any(s.verb == "same" for s in said):
            lines[-1] += f"; {words('person_said_so')}"
        elif compare(left, right)[0] < ENOUGH or forbids(left, right) is not None:
            lines[-1] += f"; {words('one_report')}"
        yield from (f"  {line}" for line in lines)
    if len(threads) > _THREADS:
        yield f"  {words.counted('more_names', len(threads) - _THREADS)}"
    yield from (f"  {words('person_said', shown=s.shown)}" for s in said)


def _compared(left: Profile, right: Profile, words: Words) -> list[str]:
    return explain_profiles(left, right, brief=True, language=words.language, shown=words.shown).split("\n")


def _why_two(material: Material, a: str, b: str, words: Words) -> Iterator[str]:
    """Why two of like names are two: the two names that agree most, compared; what people said."""
    things = material.things
    type_ = _type(things, a)
    parted = (s for s in material.statements if s.verb == "different" and {a, b} <= keys_named(things, s))
    yield from (f"  {words('person_said', shown=s.shown)}" for s in parted)
    if type_ != _type(things, b):
        return
    groups = profiles_by_key(things, type_)
    pairs = [(compare(left, right)[0], -i, -j) for i, left in enumerate(groups[a]) for j, right in enumerate(groups[b])]
    score, i, j = max(pairs)
    if score >= _ALIKE:
        left, right = groups[a][-i], groups[b][-j]
        open_pair = _open(material, type_, a, b)
        yield words("is_open" if open_pair else "why_two")
        yield from (f"  {line}" for line in _compared(left, right, words))
        if score >= ENOUGH and forbids(left, right) is None:
            yield f"  {words('make_one', why=_why_not(groups, a, b, words), a=a, b=b)}"
        if open_pair:
            yield f"  {words('why_open', why=open_pair.why(words.language))}"
            yield f"  {words('decide', a=a, b=b)}"


def _open(material: Material, type_: EntityType, a: str, b: str) -> OpenPair | None:
    """The pair where the graph calls it possibly one, and no person has said that it is not."""
    pairs = undecided(material.things.annotations, types=(type_,))
    said = any(s.verb == "different" and {a, b} <= keys_named(material.things, s) for s in material.statements)
    return None if said else next((pair for pair in pairs if {pair.left, pair.right} == {a, b}), None)


def _why_not(groups: Mapping[str, Sequence[Profile]], a: str, b: str, words: Words) -> str:
    """Why two things are two although two of their names agree enough."""
    reasons = (forbids(left, right) for left in groups[a] for right in groups[b])
    reason = next((reason for reason in reasons if reason), None)
    if reason:
        return words("all_the_same", reason=reason.told(words.language, words.shown))
    owners = [(key, profile) for key in groups for profile in groups[key]]
    pairs = candidate_pairs([profile for _, profile in owners])
    met = any({owners[i][0], owners[j][0]} == {a, b} for i, j in pairs)
    return words("fits_another" if met else "never_compared")


def _facts(things: Things, key: str, words: Words) -> Iterator[str]:
    """Every fact about a thing, with its sentence."""
    claims = [c for c in claims_from_annotations(things.annotations).claims if key in c.arguments.values()]
    yield ""
    yield words("said_of_it", n=len(claims))
    for claim in claims:
        yield from _told(claim, words)


def _told(claim: Claim, words: Words, more: Sequence[Claim] = ()) -> Iterator[str]:
    names = {argument: words.quoted(key) for argument, key in claim.arguments.items()}
    role = words.role(claim.role) if claim.role and words.language != "en" else claim.role
    values = {"role": role, "title": claim.title, "start": claim.date_start, "end": claim.date_end}
    yield f"  {tell(claim.type, names, {name: value for name, value in values.items() if value}, words.language)}"
    others = words("more_like_it", n=len(more)) if more else ""
    yield f"      “{one_line(claim.quote)}” ({words('source', file=claim.file, confidence=words.number(claim.confidence))}{others})"


def _step(step: Step, words: Words) -> Iterator[str]:
    """One step: each way the two are connected, told once with its surest sentence."""
    by_said: dict[tuple[object, ...], list[Claim]] = {}
    for claim in step.claims:
        by_said.setdefault((claim.type, tuple(claim.arguments.items()), claim.role, claim.title), []).append(claim)
    for first, *more in by_said.values():
        yield from _told(first, words, more)
