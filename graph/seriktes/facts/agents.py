"""Who fills the slots of a frame: the names on the right side of the trigger, in the right case, whole lists at once."""

from __future__ import annotations

from collections.abc import Iterable

from seriktes.facts.context import Context
from seriktes.facts.frames import Trigger, word_pattern, words
from seriktes.facts.view import View, coordinated
from seriktes.model import EntityType
from seriktes.text import kazakh, russian

#: After these a Kazakh name only tells where, about what or in whose frame something is done.
_ONLY_BESIDE = (
    "шеңбер",
    "аясын",
    "туралы",
    "бойынша",
    "жөнінде",
    "арқылы",
    "арасын",
    "ретінде",
    "жанын",
    "атын",
    "саласын",
    "тарапынан",
    "мәселе",
)
_SKIPPED = frozenset('«»“”"„')


def asserted(view: View, trigger: Trigger, reach: int = 9) -> bool:
    """Whether the text says that it happened: nothing near the trigger plans, denies or only wishes it."""
    row, starts = view.row
    if word_pattern(view.language, "denied").search(row):
        return False
    first = max(0, trigger.first - (reach if view.language != "kk" else 4))
    last = min(len(starts) - 1, trigger.last + (2 if view.language != "kk" else 4))
    for index in range(trigger.first - 1, first - 1, -1):
        if view.items[index].text in ";:" or (
            view.items[index].text == "," and view.language != "kk" and trigger.first - index > 3
        ):
            first = index + 1
            break
    spoken = word_pattern(view.language, "not_asserted")
    if trigger.frame.role != "speaker":
        window = " " + row[starts[first] : starts[last] + 1 + len(row[starts[last] :].split(" ", 1)[0])]
        return spoken.search(window) is None
    # «предложил», "promised" are themselves what was said: only the words before and after can take it back.
    after = (
        row[starts[trigger.last + 1] : starts[last + 1] if last + 1 < len(starts) else len(row)] if trigger.last < last else ""
    )
    return spoken.search(" " + row[starts[first] : starts[trigger.first]]) is None and spoken.search(" " + after) is None


def segment(view: View, triggers: list[Trigger], number: int) -> tuple[int, int]:
    """The items that can belong to a trigger: up to its neighbours, within semicolons."""
    trigger = triggers[number]
    low = 0
    high = len(view.items)
    if number:
        low = triggers[number - 1].last + 1
    if number + 1 < len(triggers):
        following = triggers[number + 1]
        # The Kazakh verb ends its clause; what opens a list («спикерлер қатарында X, Y болды») has its names behind it.
        ends = view.language == "kk" and trigger.frame.agents != "after"
        high = trigger.last + 1 if ends else following.first
    for index in range(low, trigger.first):
        if view.items[index].text == ";":
            low = index + 1
    for index in range(trigger.last + 1, high):
        if view.items[index].text == ";":
            high = index
            break
    if view.language == "kk" and trigger.frame.agents == "before":
        high = trigger.last + 1
    return low, high


def preposition(view: View, index: int, stop: int = -1) -> str:
    """The preposition that governs a Russian or English name, looking over its type words and adjectives; else ''.

    Words up to the item ``stop`` belong to a trigger and are not looked at.
    """
    listed = words(view.language, "prepositions")
    for place in range(index - 1, max(stop, index - 7), -1):
        item = view.items[place]
        if item.entity is not None:
            if item.type == "Place" and place >= 1:
                continue
            return ""
        if item.lower in listed:
            return item.lower
        if not (item.text[0].isalpha() or item.text in _SKIPPED) or item.lower in words(view.language, "and"):
            return ""
    return ""


def case_at(view: View, index: int) -> frozenset[str]:
    """The case of a Kazakh name, taken from its type word where one follows («Алматы қаласында»)."""
    follower = view.word(index + 1)
    if follower.startswith(("қала", "облыс", "ауыл", "ауда", "қ.", "аймағ", "елі", "елдер", "мемлекет", "еларалық")):
        return frozenset({kazakh.case_of(follower)})
    return view.items[index].cases


def people_of(view: View, index: int) -> bool:
    """Whether the name stands for people it sends: «X өкілдері», "experts from X", «представители X»."""
    pattern = word_pattern(view.language, "people_of")
    row, starts = view.row
    if view.language == "kk":
        if view.items[index].type == "Place" and _from_there(view, index):
            return True
        group = coordinated(view, index, words("kk", "list_joins"))
        if view.items[index].type == "Organization" and not view.items[group[-1]].may_be("nom", "gen", "attr", "abl", "acc"):
            return False  # «X орталығында Y ардагерлерімен кездесті»: where, not who
        stop = min(len(view.items), group[-1] + 9)
        stop = next((i for i in range(group[-1] + 1, stop) if view.items[i].entity is not None), stop)
        index = group[-1]
        end = starts[stop] if stop < len(starts) else len(row)
        return pattern.search(" " + row[starts[index] : end]) is not None
    first = coordinated(view, index, words(view.language, "list_joins"))[0]
    if view.items[index].type == "Place" and view.word(first - 1) in ("from", "из") and view.word(first - 2)[-1:].isalpha():
        return True
    begin = max(0, first - 6)
    return pattern.search(" " + row[starts[begin] : starts[first]]) is not None


def sends_people(view: View, index: int) -> bool:
    """Whether the text speaks outright of people from a place: "experts from X and Y", «X мен Y-ден келген сарапшылар»."""
    pattern = word_pattern(view.language, "people_of")
    row, starts = view.row
    group = coordinated(view, index, words(view.language, "list_joins"))
    if view.language == "kk":
        if "abl" not in case_at(view, group[-1]):
            return False
        stop = min(len(view.items), group[-1] + 5)
        end = starts[stop] if stop < len(starts) else len(row)
        return pattern.search(" " + row[starts[group[-1]] : end]) is not None
    if view.word(group[0] - 1) not in ("from", "из"):
        return False
    begin = max(0, group[0] - 3)
    return pattern.search(" " + row[starts[begin] : starts[group[0]]]) is not None


def _from_there(view: View, index: int) -> bool:
    """«Қырғызстан мен Тәжікстаннан … келді»: the list stands in the ablative."""
    group = coordinated(view, index, words("kk", "list_joins"))
    return "abl" in case_at(view, group[-1])


def agents(context: Context, view: View, trigger: Trigger, low: int, high: int, types: Iterable[EntityType]) -> list[int]:
    """Items that act in the frame, in order. Owners of titles, hosts and the like are left out."""
    side = "after" if _participle(view, trigger) else trigger.frame.agents
    owners = context.owners(view)
    before = range(low, trigger.first)
    after = range(trigger.last + 1, high)
    kinds = tuple(types)
    left = [i for i in before if _fits(context, view, i, kinds, owners, trigger, left=True)] if side != "after" else []
    right = [i for i in after if _fits(context, view, i, kinds, owners, trigger, left=False)] if side != "before" else []
    if trigger.frame.kind == "mutual":
        return sorted({*_whole_lists(view, left, owners), *_whole_lists(view, right, owners)})
    if side == "both" and left and right and view.language != "kk":
        right = []
    return _whole_lists(view, left or right, owners) if view.language != "kk" else left or right


def _participle(view: View, trigger: Trigger) -> bool:
    """Russian: «проекта, реализуемого ПРООН», «организованном фондом X форуме»: who does it stands behind the participle."""
    if view.language != "ru" or trigger.first != trigger.last or trigger.frame.kind is not None:
        return False
    first = russian.parses(view.word(trigger.first))[:1] if view.word(trigger.first) else ()
    return any(p.tag.POS == "PRTF" and "pssv" in p.tag for p in first)


def _whole_lists(view: View, chosen: list[int], owners: frozenset[int]) -> list[int]:
    """The chosen names with the rest of their lists: «при поддержке X и Y», "joined by A, B and C"."""
    found: set[int] = set(chosen)
    for index in chosen:
        found.update(i for i in coordinated(view, index, words(view.language, "list_joins")) if i not in owners)
    return sorted(found)


def _fits(
    context: Context, view: View, index: int, types: tuple[EntityType, ...], owners: frozenset[int], trigger: Trigger, left: bool
) -> bool:
    item = view.items[index]
    if item.entity is None or item.type not in types or index in owners or _is_source(view, index):
        return False
    if item.type == "Place" and view.language == "ru" and _aside(view, index):
        return False
    if item.type == "Place":
        return people_of(view, index) or _two_states(view, index, trigger)
    beside = view.language == "kk" and trigger.frame.kind == "beside"
    if item.type == "Organization" and not beside and people_of(view, index):
        return True
    if left and index + 1 == trigger.first and view.language != "kk" and item.may_be("nom"):
        return True  # the subject stands right before its verb, whatever preposition went before
    if view.language == "kk":
        if item.type == "Organization" and trigger.frame.kind in ("people", "mutual"):
            return False
        last = coordinated(view, index, words("kk", "list_joins"))[-1]
        if trigger.frame.kind == "states":
            return last + 1 == trigger.first
        if item.type == "Organization" and view.word(last + 1).startswith(_ONLY_BESIDE):
            return False
        owner = trigger.frame.kind == "beside" or trigger.frame.family == "project"
        if owner and item.cases == frozenset({"gen"}) and index + 2 < trigger.first:
            return False  # an owner: «X корпусының еріктісі … өткізді»
        return item.may_be(*(trigger.frame.cases or ("nom", "ins"))) or _listed(view, index)
    governed = preposition(view, index, -1 if left else trigger.last)
    if governed and governed not in ("by", "with", "со", "с", "including", "between"):
        return False
    if view.language == "ru" and item.type != "Person" and left:
        return item.may_be(*(trigger.frame.cases or ("nom", "ins")))
    return True


def _aside(view: View, index: int) -> bool:
    """«Торгпред РФ в Казахстане Имя Фамилия», «университет (Россия)»: a place in a title or bracket sends nobody."""
    following = view.items[index + 1] if index + 1 < len(view.items) else None
    return view.word(index - 1) == "(" or (following is not None and following.type == "Person")


def _two_states(view: View, index: int, trigger: Trigger) -> bool:
    """ "Kazakhstan and the UK held talks": two states that are the subject of a frame for states."""
    if trigger.frame.kind != "states" or index > trigger.first:
        return False
    group = coordinated(view, index, words(view.language, "list_joins"))
    return len(group) > 1 and all(view.items[i].entity is not None and view.items[i].entity.kind == "country" for i in group)  # type: ignore[union-attr]


def _is_source(view: View, index: int) -> bool:
    """A news agency that opens the report («KAZINFORM –») only tells of it."""
    item = view.items[index]
    if item.type != "Organization" or item.entity is None:
        return False
    opens = index < 2 and view.word(index + 1) in ("–", "—", "-", ".", "/")
    return opens or (item.entity.kind == "media" and (index < 2 or view.word(index + 1) in ("–", "—", "-", ".")))


def _listed(view: View, index: int) -> bool:
    """A Kazakh name inside a list takes the case of the list's last member."""
    group = coordinated(view, index, words("kk", "list_joins"))
    return (
        len(group) > 1 and view.items[group[-1]].may_be("nom") and index != group[-1] and view.items[index].may_be("nom", "ins")
    )


def between(view: View, low: int, high: int, types: tuple[EntityType, ...]) -> list[int]:
    """The members of «X мен Y арасында», «между X и Y», "between X and Y" inside a segment; empty when there is none."""
    listed = [i for i in range(low, high) if view.items[i].entity and view.items[i].type in types]
    if view.language == "kk":
        for place in range(low, high):
            if view.word(place).startswith("арасын"):
                before = [i for i in listed if i < place]
                if before:
                    return coordinated(view, before[-1], words("kk", "list_joins"))
        return []
    for place in range(low, high):
        if view.word(place) in ("между", "between"):
            after = [i for i in listed if i > place]
            if after and after[0] - place <= 8:
                return _chain(view, after, types)
    return []


def _chain(view: View, listed: list[int], types: tuple[EntityType, ...]) -> list[int]:
    group = [listed[0]]
    for index in listed[1:]:
        gap = [view.items[i] for i in range(group[-1] + 1, index)]
        if (
            len(gap) <= 9
            and any(g.lower in words(view.language, "list_joins") for g in gap)
            and all(g.text not in ".;:" for g in gap)
        ):
            group.append(index)
        else:
            break
    return group
