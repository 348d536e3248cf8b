"""The sides of an agreement: the bodies and states bound by it, and the persons whose hands signed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seriktes.facts.bare_bodies import bare_sides, with_names
from seriktes.facts.between import between
from seriktes.facts.context import Context
from seriktes.facts.frames import Trigger
from seriktes.facts.standing import people_of, preposition
from seriktes.facts.stems import stems
from seriktes.facts.view import View, coordinated, words_between
from seriktes.facts.word_lists import says, stem_list, word_pattern, words
from seriktes.model import Entity, EntityType, Fact

_AKIMAT_WORDS = 4
_ORDINALS = ("бірінші", "екінші", "үшінші", "төртінші")
BODIES: tuple[EntityType, ...] = ("Organization",)
STATES: tuple[EntityType, ...] = ("Place",)
_BETWEEN = re.compile(r"\b(?:между|between|арасындағы|арасында)\b", re.IGNORECASE)
#: How near their verb those who sign are called, in words; how near before they are named, in sentences.
_NEAR = 3
_WITH = {"ru": ("с", "со", "между"), "en": ("with", "between", "by")}


def parties_of(context: Context, view: View, trigger: Trigger, low: int, high: int) -> list[Entity]:
    """The bodies or states that a signing sentence makes parties; bodies before states."""
    for types in (BODIES, STATES):
        listed = [i for i in between(view, low, high, types) if can_be_bound(view, i)]
        if len(listed) > 1:
            return entities_at(view, listed)
    bare = bare_sides(context, view, low, trigger.first) if view.language == "kk" else []
    if bare:
        return with_names(context, view, bare, low, trigger.first, lambda i: _is_side(context, view, i, trigger))
    mixed = _region_and_body(view, low, high)
    if mixed:
        return entities_at(view, mixed)
    for types in (BODIES, STATES):
        listed = [
            i
            for i in range(low, high)
            if view.items[i].type in types and can_be_bound(view, i) and _is_side(context, view, i, trigger)
        ]
        if view.language == "kk":
            listed = _with_coordinated(view, listed)
        elif view.language == "ru":
            listed = sorted({*listed, *_listed_subjects(context, view, listed, trigger)})
        if listed and (types is BODIES or len(listed) > 1):
            return entities_at(view, listed)
    return []


def with_the_one_above(context: Context, header: View, view: View) -> list[Entity]:
    """ "The Embassy signed three contracts: … 2. a contract with X": the one named above a list, and the one of its entry."""
    joined = [i for i in view.mentions("Organization") if preposition(view, i) in ("with", "с", "со") and can_be_bound(view, i)]
    if len(joined) != 1:
        return []
    before = [v for v in context.body if v.number == header.number - 1]
    above = (entities_at(v, [i for i in v.mentions("Organization") if can_be_bound(v, i)]) for v in (header, *before))
    first = next((bodies for bodies in above if bodies), [])
    return [*(first if len(first) == 1 else []), *entities_at(view, joined)]


def _region_and_body(view: View, low: int, high: int) -> list[int]:
    """«Омбы облысы мен СҚО әкімдігі арасындағы»: a region and a body as the two sides."""
    for place in range(low, high):
        if view.language != "kk" or not view.word(place).startswith("арасын"):
            continue
        sides = [i for i in range(low, place) if view.items[i].type in ("Place", "Organization")][-2:]
        if (
            len(sides) == 2
            and sides[1] == place - 1
            and view.word(sides[0] + 1) in ("мен", "пен", "бен")
            and sides[1] == sides[0] + 2
        ):
            types = {view.items[i].type for i in sides}
            return sides if len(types) == 2 and all(can_be_bound(view, i) for i in sides) else []
    return []


def can_be_bound(view: View, index: int) -> bool:
    """Whether the name can be bound by an agreement: not a city, and not the agency that tells of it."""
    entity = view.items[index].entity
    towns = entity is not None and entity.kind == "settlement" and says(view, "sister")
    if entity is None or (entity.type == "Place" and entity.kind not in ("country", "region") and not towns):
        return False
    return not (entity.kind == "media" and index < 2)


def _with_coordinated(view: View, listed: list[int]) -> list[int]:
    group: set[int] = set()
    for index in listed:
        group.update(coordinated(view, index, words("kk", "list_joins")))
    return sorted(i for i in group if can_be_bound(view, i))


def _listed_subjects(context: Context, view: View, listed: list[int], trigger: Trigger) -> Iterator[int]:
    """«В рамках форума компании X и Y подписали»: what governs the words before X does not govern the list."""
    for index in listed:
        if index < trigger.first and "nom" in view.items[index].cases:
            group = coordinated(view, index, words("ru", "and") | {","})
            yield from (
                i
                for i in group
                if i < index
                and view.items[i].type == view.items[index].type
                and view.items[i].may_be("nom", "gen")
                and any(view.word(k).startswith(stem_list("ru", "within_stems")) for k in range(max(0, i - _NEAR), i))
                and i not in context.owners(view)
            )


def entities_at(view: View, listed: list[int]) -> list[Entity]:
    """The entities of some items, each once."""
    found: list[Entity] = []
    for index in listed:
        entity = view.items[index].entity
        if entity is not None and entity not in found:
            found.append(entity)
    return found


def _is_side(context: Context, view: View, index: int, trigger: Trigger) -> bool:
    """Whether a name is one of the sides: a subject, or joined by *with*; not an owner, a place of signing or an addressee."""
    item = view.items[index]
    if index in context.owners(view):
        return False
    if view.language == "kk":
        if view.word(index + 1) == "атынан":
            return True
        if view.word(coordinated(view, index, words("kk", "list_joins"))[-1] + 1) == "үшін":
            return False  # «Орталық Азия мен Ауғанстан үшін орталық құру туралы келісім»
        return item.may_be("nom", "ins") and not view.word(index + 1).startswith(
            ("жанын", "аясын", "алаңын", "базасын", "өкіл", "туралы")
        )
    governed = preposition(view, index, trigger.last if index > trigger.last else -1)
    if any(_on_behalf(view, i) for i in coordinated(view, index, words(view.language, "list_joins")) if i <= index):
        return True
    if index == trigger.first - 1:
        return item.may_be("nom", "ins")
    if index < trigger.first and governed in ("of", "") and people_of(view, index):
        return True  # "Representatives of X and Y signed"
    if index < trigger.first:
        return (not governed or governed in _WITH[view.language]) and item.may_be("nom", "ins")
    if not governed and view.word(trigger.last) in _WITH[view.language]:
        return True
    if (
        view.language == "ru"
        and governed not in _WITH["ru"]
        and not (trigger.frame.kind == "passive" and item.cases == frozenset({"ins"}))
    ):
        object_first = any(i < trigger.first for i in view.mentions("Agreement")) or not view.mentions("Agreement")
        return _follows_side(view, index, trigger) or (object_first and not governed and item.may_be("nom"))
    return governed in _WITH[view.language] or _follows_side(view, index, trigger)


def _follows_side(view: View, index: int, trigger: Trigger) -> bool:
    """«… с фондом X, институтом Y и Z»: one of a list that begins with a side."""
    previous = [i for i in range(trigger.last + 1, index) if view.items[i].type == view.items[index].type]
    if not previous:
        return False
    gap = [view.items[i].lower for i in range(previous[-1] + 1, index)]
    joined = any(g in words(view.language, "and") or g == "," for g in gap) and len(gap) <= 5
    return joined and (preposition(view, previous[-1]) in _WITH[view.language] or _follows_side(view, previous[-1], trigger))


def _on_behalf(view: View, index: int) -> bool:
    """«От имени X», "on behalf of the X"."""
    article = view.language == "en" and view.word(index - 1) == "the"
    return view.word(index - 1 - article) in ("имени", "of") and view.word(index - 2 - article) in ("от", "behalf")


def signers_of(context: Context, view: View, trigger: Trigger, low: int, high: int) -> list[int]:
    """Items of the persons who signed with their own hands."""
    persons = [i for i in view.mentions("Person") if low <= i < high]
    if trigger.frame.kind == "passive":
        # «подписан ректором X», "signed by X and Y"; without a doer nobody is said to have signed.
        if view.language == "en":
            return [i for i in persons if i > trigger.last and "by" in words_between(view, trigger.first - 1, i)]
        after = [i for i in persons if view.language == "ru" and i > trigger.last and view.items[i].may_be("ins")]
        sure = [i for i in after if view.items[i].cases == frozenset({"ins"})]
        return [i for i in after if i in sure or (sure and i > sure[0] and "и" in words_between(view, sure[0], i))]
    if view.language == "kk":
        return [i for i in persons if view.items[i].may_be("nom", "ins") or len(persons) > 1]
    subjects = [i for i in persons if i < trigger.first and not preposition(view, i)]
    if subjects:
        return subjects
    after = [i for i in persons if i > trigger.last and not _says_it(view, trigger.last, i)]
    return [i for i in after if view.language == "en" or view.items[i].may_be("nom", "ins")]


def signers_before(context: Context, view: View, trigger: Trigger) -> list[Entity]:
    """ "The ministers signed …", «Ректоры подписали …»: the two persons of the nearest sentence before that names just two."""
    near = range(max(0, trigger.first - _NEAR), trigger.first)
    if trigger.frame.kind != "in person" or view.mentions("Person"):
        return []
    if not any(view.word(i) in words(view.language, "signing_officers") for i in near):
        return []
    for earlier in reversed([v for v in context.body if view.number - _NEAR <= v.number < view.number]):
        titled = {t.person for t in context.titles[earlier.number]}
        persons = entities_at(earlier, [i for i in earlier.mentions("Person") if i in titled])
        if persons:
            return persons if len(persons) == 2 else []
    return []


def _says_it(view: View, verb: int, person: int) -> bool:
    """«… стороны заключили в 2009 году», – отметил X: who says it stands behind the quotation."""
    between = [item.text for item in view.items[verb + 1 : person]]
    return any(mark in between for mark in "»”") and not any(mark in between for mark in "«“")


def employers_of(context: Context, view: View, signers: list[int]) -> list[Entity]:
    """The bodies and states the signing persons speak for, by their titles here."""
    found: list[Entity] = []
    for index in signers:
        person = view.items[index].entity
        here = [view.items[t.owner].entity for t in context.titles[view.number] if t.person == index and t.owner is not None]
        owners = [o for o in here if o is not None] or (context.employers.get(person.id, []) if person is not None else [])
        owners = [_its_akimat(context, o) for o in owners]
        found += [o for o in owners[:1] if o.type in ("Organization", "Place") and o not in found]
    return found


def _its_akimat(context: Context, owner: Entity) -> Entity:
    """An akim signs for the akimat, where the text names that body."""
    if context.document.language != "kk" or owner.type != "Place" or owner.kind not in ("region", "settlement"):
        return owner
    stem = owner.name.split()[0].lower()
    akimats = (e for e in context.entities if e.type == "Organization" and e.name.lower().endswith(" әкімдігі"))
    return next((a for a in akimats if a.name.lower().startswith(stem) and len(a.name.split()) <= _AKIMAT_WORDS), owner)


def named_in_title(context: Context, view: View, index: int) -> list[Entity]:
    """The sides an agreement's own title names: «Договор о выдаче между Казахстаном и Италией»."""
    tail = _BETWEEN.split(view.items[index].text, maxsplit=1)
    if view.language == "kk":
        tail = tail[:1] if len(tail) > 1 else []
    if len(tail) < 2 and view.language != "kk" or not tail:
        return []
    title = stems(tail[-1], view.language)
    found = []
    for entity in context.entities:
        towns = entity.kind == "settlement" and word_pattern(view.language, "sister").search(
            f" {view.items[index].text.lower()} "
        )
        if entity.type == "Organization" or (entity.type == "Place" and (entity.kind == "country" or towns)):
            names = {stems(m.text, view.language) for m in entity.mentions} | {stems(entity.name, view.language)}
            if any(n and any(title[i : i + len(n)] == n for i in range(len(title))) for n in names):
                found.append(entity)
    bodies = [e for e in found if e.type == "Organization"]
    return bodies if len(bodies) > 1 else [e for e in found if e.type == "Place"]


def sides_before(context: Context, view: View, trigger: Trigger) -> list[Entity]:
    """ "The sides signed …": the two bodies, or the two states, of the last sentence before that names exactly two."""
    row, starts = view.row
    if view.language == "ru":  # «По его итогам стороны подписали …», not «со стороны X подписал Y»
        before = view.word(trigger.first - 2)  # … nor «соглашение, которое стороны заключили ещё в 2009 году»
        described = before in ("со", "с", "от") or before.startswith("котор")
        told = view.word(trigger.first - 1) in words("ru", "sides") and not described
    else:
        told = word_pattern(view.language, "sides").search(" " + row[starts[0] : starts[trigger.first]]) is not None
    if not told:
        return []
    last, after = trigger.first - 1, view.word(trigger.last + 1)
    if view.items[last].type == "Agreement" and after in ("in", "on", "at", "last", "earlier", "by", "with", "during"):
        return []  # "the sides reviewed the Agreement signed in 2019"
    nearest = view.number - 1 if view.language == "ru" else 0  # Russian reports call many things «стороны»
    for earlier in reversed([v for v in context.body if nearest <= v.number < view.number]):
        owners = context.owners(earlier) if view.language == "kk" else frozenset()
        bodies = entities_at(
            earlier, [i for i in earlier.mentions("Organization") if can_be_bound(earlier, i) and i not in owners]
        )
        if len(bodies) == 2:
            return bodies
        states = entities_at(earlier, [i for i in earlier.mentions("Place") if earlier.items[i].entity.kind == "country"])  # type: ignore[union-attr]
        if len(bodies) == 0 and len(states) == 2:
            return states
    return []


def bind(bound: dict[str, set[str]], facts: Sequence[Fact]) -> None:
    """Remember the parties that facts tell, by agreement."""
    for fact in facts:
        if fact.type == "party":
            bound.setdefault(fact.arguments["agreement"], set()).add(fact.arguments["agent"])


def told_already(view: View, parties: set[str]) -> bool:
    """Whether an agreement's parties are told already: both, but in English, for one may be told with those who sign."""
    return len(parties) > (view.language != "en")


def numbered(view: View, listed: Sequence[Entity]) -> Entity | None:
    """«Бірінші құжатқа X пен Y қол қойды»: the document of that number in the list above."""
    number = next((n for n, word in enumerate(_ORDINALS) if view.language == "kk" and view.word(0) == word), len(listed))
    return listed[number] if number < len(listed) else None
