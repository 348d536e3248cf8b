"""What a person should look at first: decisions near the threshold, and facts of low confidence, by what hangs on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from seriktes.dialogue.passages import one_line, passages
from seriktes.dialogue.threads import beyond, profiles_by_key, threads_of
from seriktes.identity.blocks import candidate_pairs
from seriktes.identity.contradictions import forbids
from seriktes.identity.evidence import ENOUGH, compare
from seriktes.identity.explain import explain_profiles
from seriktes.identity.judgements import Place
from seriktes.identity.profiles import Profile
from seriktes.identity.reasons import Reason
from seriktes.identity.resolve import ORDER
from seriktes.judgements.statements import Named, Statement
from seriktes.judgements.things import NotHereError, Things, seek
from seriktes.model import Annotation, EntityType, Fact
from seriktes.telling import tell

#: How far from the threshold a decision is beyond doubt, and what is left of the doubt when a contradiction forbids it.
_FAR = 0.5
_FORBIDDEN = 0.3
#: Facts surer than this are not asked about.
_SURE = 0.8
#: Comparisons of names: two things that are forbidden to be one are shown only where their names agree.
_OF_NAMES = frozenset({"same_words", "acronym_of", "same_name"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question for a person: how much it matters, what to show, and the judgement that each answer writes."""

    weight: float
    question: str
    told: tuple[str, ...]
    answers: Mapping[str, Statement]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two profiles that are one (``joined``) or two now, what is said for it, and all that stands on either side.

    Of a thing of several names, the left side is the one that keeps its key.
    """

    left: Profile
    right: Profile
    score: float
    joined: bool
    sides: tuple[frozenset[Place], frozenset[Place]]
    reason: Reason | None = None

    @property
    def doubt(self) -> float:
        near = max(0.0, 1.0 - abs(self.score - ENOUGH) / _FAR)
        return _FORBIDDEN * min(1.0, self.score / ENOUGH) if self.reason else near


def doubts(
    things: Things, statements: Sequence[Statement] = (), most: int | None = None, aliases: Mapping[str, str] | None = None
) -> tuple[list[Doubt], int]:
    """The open questions about resolved annotations, those first that would change the network most; how many there are.

    The weight is doubt (1 at the threshold, 0 far from it) times the facts that hang on the answer. What the statements
    already decide is not asked. ``aliases`` are the other keys that the build knows: of a built graph the names may be given
    ones, whose keys no document bears.
    """
    facts = Counter((a.document.id, e) for a in things.annotations for f in a.facts for e in f.arguments.values())
    decided = _decided(things, statements)
    found = [
        _Draft(_weight(pair, facts), tuple(sorted(pair.left.places + pair.right.places)), partial(_asked, things, pair, aliases))
        for type_ in ORDER
        for pair in (*_apart(things, type_), *_together(things, type_))
        if pair.doubt > 0 and not _is_decided(pair, decided)
    ]
    found += list(_doubtful_facts(things, statements))
    ordered = sorted(found, key=lambda draft: (-draft.weight, draft.order))
    return [draft.write(draft.weight) for draft in ordered[:most]], len(ordered)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A question that is written out only when it is asked."""

    weight: float
    order: tuple[object, ...]
    write: Callable[[float], Doubt]


def _weight(pair: _Pair, facts: Mapping[Place, int]) -> float:
    """How doubtful, times the facts that would move: those of the side with fewer."""
    return round(pair.doubt * (1 + min(sum(facts[place] for place in side) for side in pair.sides)), 4)


def _decided(things: Things, statements: Sequence[Statement]) -> list[tuple[frozenset[Place], frozenset[Place]]]:
    found = []
    for statement in statements:
        if statement.verb in ("same", "different"):
            try:
                left, right = (seek((things,), named, True) for named in statement.things)
            except NotHereError:
                continue
            found.append((left, right))
    return found


def _is_decided(pair: _Pair, decided: Iterable[tuple[frozenset[Place], frozenset[Place]]]) -> bool:
    ours, theirs = pair.sides
    return any((ours & a and theirs & b) or (ours & b and theirs & a) for a, b in decided)


def _apart(things: Things, type_: EntityType) -> Iterator[_Pair]:
    """For each two things that might be one, their two profiles that agree most."""
    profiles = [p for group in profiles_by_key(things, type_).values() for p in group]
    best: dict[tuple[str, str], _Pair] = {}
    for a, b in candidate_pairs(profiles):
        left, right = profiles[a], profiles[b]
        keys = things.keys[left.places[0]], things.keys[right.places[0]]
        if keys[0] == keys[1] or (left.authority and right.authority):
            continue
        score, pieces = compare(left, right)
        reason = forbids(left, right) if score > ENOUGH - _FAR else None
        if reason and not any(found.__name__ in _OF_NAMES for found, _, _ in pieces):
            continue
        pair = _Pair(left, right, score, False, (things.by_key[keys[0]], things.by_key[keys[1]]), reason)
        place = (min(keys), max(keys))
        if score > ENOUGH - _FAR and (place not in best or pair.doubt > best[place].doubt):
            best[place] = pair
    yield from (best[place] for place in sorted(best))


def _together(things: Things, type_: EntityType) -> Iterator[_Pair]:
    """For each thing of several names, the name that hangs on it by the thinnest thread."""
    for key, group in profiles_by_key(things, type_).items():
        threads = threads_of(group)
        weak = [(compare(*thread)[0], *thread) for thread in threads if len({p.authority or p for p in thread}) == 2]
        if not weak:
            continue
        score, left, right = min(weak, key=lambda thread: (thread[0], thread[1].places))
        far = beyond(threads, left, right)
        whole = things.by_key[key]
        if any(key in things.own[place] for place in far):
            left, right, far = right, left, whole - far
        yield _Pair(left, right, score, True, (whole - far, far))


def _asked(things: Things, pair: _Pair, aliases: Mapping[str, str] | None, weight: float) -> Doubt:
    left, right = (things.entities[profile.places[0]] for profile in (pair.left, pair.right))
    sides = _named(things, pair, aliases)
    documents = tuple(sorted({profile.places[0][0] for profile in (pair.left, pair.right)}))
    told: list[str] = []
    for mark, entity, profile in (("A", left, pair.left), ("B", right, pair.right)):
        marks = ", ".join(filter(None, (entity.type, entity.kind, entity.country)))
        told.append(f"{mark}  {one_line(entity.name)}  ({entity.key}; {marks})")
        told += [f"     {passage}" for passage in passages(things, profile.places)]
    told += explain_profiles(pair.left, pair.right, brief=True).split("\n")[1:]
    question = "These two were joined. Are they one?" if pair.joined else "Are these two one?"
    answers = {
        "s": Statement(0, "same", (sides[0], sides[1]), documents),
        "d": Statement(0, "different", (sides[0], sides[1]), documents),
    }
    return Doubt(weight, question, tuple(told), answers, f"{one_line(left.name, 60)} / {one_line(right.name, 60)}")


def _named(things: Things, pair: _Pair, aliases: Mapping[str, str] | None) -> tuple[Named, Named]:
    """How a line names the two: things by their keys, a part of a thing by a key of its own.

    The key of a thing means all of it but the other side; where both sides have several names, each is named alone.
    """
    left, right = (Named(key=things.keys[profile.places[0]]) for profile in (pair.left, pair.right))
    if not pair.joined:
        return left, right
    if set(pair.right.places) == pair.sides[1]:
        return left, _naming(things, pair.right, aliases)
    return _naming(things, pair.left, aliases), _naming(things, pair.right, aliases)


def _naming(things: Things, profile: Profile, aliases: Mapping[str, str] | None) -> Named:
    """A part of a thing by a key that only it would have alone, else by its place."""
    place, mine = profile.places[0], set(profile.places)
    for key in sorted(things.own[place]):
        known = aliases is None or aliases.get(key) == things.keys[place]
        if known and key != things.keys[place] and things.by_own[key] <= mine and key not in things.by_key:
            return Named(key=key)
    return Named(document=place[0], entity=place[1])


def _doubtful_facts(things: Things, statements: Sequence[Statement]) -> Iterator[_Draft]:
    judged = {
        (s.fact, s.documents, tuple(n.shown for n in s.things), s.values) for s in statements if s.verb in ("keep", "reject")
    }
    for annotation in things.annotations:
        sharing = Counter(_shared(fact) for fact in annotation.facts)
        keys = {e.id: Named(key=e.key or "") for e in annotation.entities}
        for number, fact in enumerate(annotation.facts):
            named = tuple(keys[i] for i in fact.arguments.values())
            said = (fact.type, (annotation.document.id,), tuple(n.shown for n in named), _values(fact))
            if fact.confidence < _SURE and said not in judged:
                weight = round((1 - fact.confidence) * (1 + _edges(fact, sharing)), 4)
                yield _Draft(weight, ((annotation.document.id, f"{number:06}"),), partial(_fact_asked, annotation, fact, named))


def _values(fact: Fact) -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted((name, value) for name, value in fact.values.items() if name in ("role", "start", "end", "title") and value)
    )


def _shared(fact: Fact) -> tuple[str, str | None, str | None]:
    """What facts share that make partners of one another: the agreement, the organised event."""
    return fact.type, fact.arguments.get("agreement") or fact.arguments.get("event"), fact.values.get("role")


def _edges(fact: Fact, sharing: Mapping[tuple[str, str | None, str | None], int]) -> int:
    """About how many edges of the network hang on a fact."""
    if fact.type == "party" or fact.values.get("role") == "organizer":
        return sharing[_shared(fact)]
    return 2 if fact.type in ("cooperation", "implements") else 1


def _fact_asked(annotation: Annotation, fact: Fact, named: tuple[Named, ...], weight: float) -> Doubt:
    names = {e.id: one_line(e.name, 100) for e in annotation.entities}
    told = (
        tell(fact.type, {name: names[i] for name, i in fact.arguments.items()}, fact.values),
        f"     “{one_line(annotation.document.slice(fact.evidence))}” ({annotation.document.file})",
        f"  read by {fact.rule} with confidence {fact.confidence:.2f}",
    )
    documents = (annotation.document.id,)
    answers = {
        "k": Statement(0, "keep", named, documents, fact.type, _values(fact)),
        "r": Statement(0, "reject", named, documents, fact.type, _values(fact)),
    }
    return Doubt(weight, "Does the sentence say this?", told, answers, one_line(told[0], 120))
