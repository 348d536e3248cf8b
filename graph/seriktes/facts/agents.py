"""Who fills the slots of a frame: the names on the right side of the trigger, in the right case, whole lists at once."""

from __future__ import annotations

from collections.abc import Iterable

from seriktes.facts.context import Context
from seriktes.facts.english_sides import (
    aside,
    clause,
    lists_with_semicolons,
    only_visited,
    past_adjectives,
    press_told,
    two_states,
    whose_post,
)
from seriktes.facts.frames import Trigger
from seriktes.facts.passive import no_subject, owner_behind_passive, participle, supporter
from seriktes.facts.posts.title_words import is_post_word
from seriktes.facts.standing import honoured, in_slashes, of_a_clause, people_of, preposition, regards, speech_start, tells
from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import says, says_within, words
from seriktes.model import EntityType
from seriktes.text import kazakh

#: After these a Kazakh name only tells where, about what or in whose frame something is done.
_ONLY_BESIDE = tuple("шеңбер аясын туралы бойынша жөнінде арқылы арасын ретінде жанын атын саласын тарапынан мәселе".split())
#: Events whose genitive is what was opened or shown: «открытие центра X».
OPENED = frozenset(("открытие", "закрытие", "запуск", "презентация", "открытия", "презентации", "юбилей"))
_OPENED = [[noun] for noun in OPENED]
_SEVERAL = tuple(plural + end for plural in kazakh.PLURAL for end in ("", "ы", "і", "ымен", "імен"))
#: So far behind «запланированы» a sentence still lists what is to come.
_SCHEDULE = 60
#: A report's dateline ends before so many items.
_DATELINE = 6
#: Frames whose names on either side take part: "X visited Y", "X was represented by Y".
_BOTH_SIDES = ("visit", "represented")


def asserted(view: View, trigger: Trigger, reach: int = 9) -> bool:
    """Whether the text says that it happened: nothing near the trigger plans, denies or only wishes it."""
    asked = trigger.frame.id, trigger.first, trigger.last, reach
    told = view.asserted.get(asked)
    if told is None:
        told = view.asserted[asked] = _asserted(view, trigger, reach)
    return told


def _asserted(view: View, trigger: Trigger, reach: int) -> bool:
    if says(view, "untrue") or (view.language == "en" and view.word(0) == "had"):
        return False
    if says_within(view, "denied", *clause(view, trigger)) if view.language == "en" else says(view, "denied"):
        return False
    before = view.words[max(0, trigger.first - _SCHEDULE) : trigger.first]
    if view.language == "ru" and not words("ru", "scheduled").isdisjoint(before):
        return False  # «Запланированы встречи с …»: all the sentence lists is to come
    if view.language == "kk" and regards(view, trigger.last):
        return False
    saying = view.language == "en" and trigger.frame.role == "speaker"  # what is said may well be a plan or a hope
    told = view.language == "kk" and trigger.frame.role == "speaker"  # «бұл керек екенін айтты»: what was said comes first
    back = 0 if told else 3 if saying else reach if view.language != "kk" else 4
    first = max(0, trigger.first - back)
    last = min(len(view.items) - 1, trigger.last + (0 if saying else 2 if view.language != "kk" else 4))
    for index in range(trigger.first - 1, first - 1, -1):
        if view.items[index].text in ";:" or (
            view.items[index].text == "," and view.language != "kk" and trigger.first - index > 3
        ):
            first = index + 1
            break
    if trigger.frame.role != "speaker":
        return not says_within(view, "not_asserted", first, last + 1)
    # «предложил», "promised" are themselves what was said: only the words before and after can take it back.
    around = (first, trigger.first), (trigger.last + 1, last + 1)
    return not any(says_within(view, "not_asserted", *part) for part in around)


def segment(view: View, triggers: list[Trigger], number: int) -> tuple[int, int]:
    """The items that can belong to a trigger: up to its neighbours, within semicolons."""
    trigger = triggers[number]
    low = 0
    high = len(view.items)
    if number:
        earlier = triggers[number - 1]
        low = 0 if number == 1 and aside(view, earlier) else earlier.last + 1
    if number + 1 < len(triggers):
        following = triggers[number + 1]
        # The Kazakh verb ends its clause; what opens a list («спикерлер қатарында X, Y болды») has its names behind it.
        sides, family = trigger.frame.agents, trigger.frame.family
        ends = view.language == "kk" and sides != "after" and (sides, family) != ("both", "participation")
        high = trigger.last + 1 if ends else following.first
    for index in range(low, trigger.first) if ";" in view.words else ():
        if view.items[index].text == ";":
            low = index + 1
    for index in range(trigger.last + 1, high) if ";" in view.words else ():
        if view.items[index].text == ";" and not lists_with_semicolons(view, trigger, index):
            high = index
            break
    if view.language == "kk" and trigger.frame.agents == "before":
        high = trigger.last + 1
    return low, high


def agents(context: Context, view: View, trigger: Trigger, low: int, high: int, types: Iterable[EntityType]) -> list[int]:
    """Items that act in the frame, in order. Owners of titles, hosts and the like are left out."""
    side = "after" if participle(view, trigger) else trigger.frame.agents
    owners = context.owners(view)
    before = range(low, trigger.first)
    after = range(trigger.last + 1, high)
    kinds = tuple(types)
    left = [i for i in before if _fits(context, view, i, kinds, owners, trigger, left=True)] if side != "after" else []
    right = [i for i in after if _fits(context, view, i, kinds, owners, trigger, left=False)] if side != "before" else []
    if trigger.frame.kind == "mutual":
        return sorted({*_whole_lists(view, left, owners), *_whole_lists(view, right, owners)})
    if side == "either":
        return right[:1] or [i for i in left if i < speech_start(view, trigger.first)]
    if side == "both" and left and right and view.language != "kk" and trigger.frame.kind not in _BOTH_SIDES:
        right = [i for i in right if preposition(view, i, trigger.last) in ("including", "with") or _follows(view, i, right)]
    if trigger.frame.kind in _BOTH_SIDES:
        return _whole_lists(view, [*left, *right], owners)
    if view.language == "en":
        found = _whole_lists(view, [*left, *right], owners)
        return [i for i in found if side != "after" or i > trigger.last]  # "at X jointly with Y": only Y stood beside
    left += [i for i in right if left and _together(view, i)]
    return _whole_lists(view, left or right, owners) if view.language != "kk" else left or right


def _title_start(context: Context, view: View, index: int) -> int:
    """Where a name with its title begins: «с послом Индии в Казахстане X» is governed by «с», not by «в»."""
    if view.language == "kk" or view.items[index].type != "Person":
        return index
    first = min((t.first for t in context.titles[view.number] if t.person == index and t.first < index), default=index)
    return first - (view.language == "en" and first < index and view.word(first - 1) == "the")


def _whole_lists(view: View, chosen: list[int], owners: frozenset[int]) -> list[int]:
    """The chosen names with the rest of their lists: «при поддержке X и Y», "joined by A, B and C"."""
    found: set[int] = set(chosen)
    for index in chosen:
        group = coordinated(view, index, words(view.language, "list_joins"))
        found.update(i for i in group if i not in owners and not tells(view, i))
    return sorted(found)


def _fits(
    context: Context, view: View, index: int, types: tuple[EntityType, ...], owners: frozenset[int], trigger: Trigger, left: bool
) -> bool:
    item = view.items[index]
    on_behalf = view.language == "kk" and view.word(index + 1) in ("атынан", "тарапынан", "жағынан")
    if item.entity is None or item.type not in types or (index in owners and not on_behalf) or _is_source(view, index):
        return False
    if view.language == "en" and left and press_told(view, index, trigger):
        return False
    if view.language == "en" and item.type != "Person" and is_post_word(past_adjectives(view, index + 1), "en"):
        return False  # "the EU Ambassador": the body only says whose ambassador
    if view.language == "ru" and item.type == "Organization" and left and view.word(index - 1) == "стороны":
        return trigger.last == index - 1  # «Со стороны X участвовали Y и Z»: those behind the verb did it
    if view.language == "ru" and item.type == "Organization" and index and view.items[index - 1].lower.split()[-1:] in _OPENED:
        return False  # «состоялось открытие центра X»: X was opened
    bracketed = view.word(index - 1) == "(" and view.word(index + 1) == ")"
    if view.language == "ru" and bracketed and index > 1 and view.items[index - 2].entity is item.entity:
        return False  # «глава X (Y)»: the name before its short form stands where the body stands
    if (
        view.language == "en"
        and item.type == "Organization"
        and (bracketed or (whose_post(view, index) and not people_of(view, index)))
    ):
        return False
    if view.language == "ru" and item.type == "Organization" and honoured(view, index):
        return False
    if (
        item.type == "Place"
        and view.language == "ru"
        and (_aside(view, index) or index == trigger.last + 1 and item.may_be("acc"))
    ):
        return False  # «гости посетили Самарканд»
    if view.language == "kk" and (_no_agent(view, index) or of_a_clause(view, index, trigger.first)):
        return False
    if item.type == "Place":
        aside = view.language == "en" and view.word(index - 1) in ("(", "throughout", "across")  # "councils throughout X"
        return not (aside or only_visited(view, index)) and (people_of(view, index) or two_states(view, index, trigger))
    beside = view.language == "kk" and trigger.frame.kind == "beside"
    if item.type == "Organization" and not beside and people_of(view, index):
        return True
    if beside and item.type == "Organization" and _describes(view, index, trigger):
        return False
    if (
        item.type == "Organization"
        and view.language == "ru"
        and (trigger.frame.kind == "people" or is_post_word(view.word(index - 1), "ru"))
    ):
        return False  # «Министр науки провел …»: its officer acts, though no name is told
    if (
        left
        and trigger.first in (index + 1, _past_short_name(view, index))
        and view.language != "kk"
        and item.may_be("nom")
        and not supporter(view, index)
    ):
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
        end = last if view.items[last].cases == item.cases else index  # «X министрлігінің, Y комитетінің ұйымдастыруымен»
        if owner and item.cases == frozenset({"gen"}) and end + 2 < trigger.first:
            return False  # an owner: «X корпусының еріктісі … өткізді»
        return item.may_be(*(trigger.frame.cases or ("nom", "ins"))) or _listed(view, index)
    stop = -1 if left else trigger.last
    first = coordinated(view, index, words("ru", "and"))[0] if view.language == "ru" and item.type != "Person" else index
    governed = preposition(view, index, stop) or (first > stop and preposition(view, first, stop))
    start = _title_start(context, view, index)
    if view.language == "ru" and item.type == "Person" and not left and no_subject(view, index, start, trigger):
        return False
    if governed and start < index:
        governed = view.word(start - 1) if view.word(start - 1) in words("ru", "prepositions") else ""
    if governed and governed not in ("by", "with", "со", "с", "среди", "including", "between"):
        return False
    if view.language == "ru" and item.type == "Organization" and not left and owner_behind_passive(view, index, trigger):
        return False
    if view.language == "ru" and item.type != "Person" and left:
        return item.may_be(*(trigger.frame.cases or ("nom", "ins")))
    return True


def _past_short_name(view: View, index: int) -> int:
    """ "The office of the Steppe Foundation (SF) held …": the item behind a body's short name in brackets; -1 without one."""
    return index + 4 if view.word(index + 1) == "(" and view.word(index + 3) == ")" else -1


def _describes(view: View, index: int, trigger: Trigger) -> bool:
    """«X министрлігі БҰҰ бағдарламасы аясындағы отырысты өткізді»: right behind the one that acts a bare name tells whose programme."""
    bare = item.text.isupper() if (item := view.items[index]) else False
    return bare and index > 0 and view.items[index - 1].type == "Organization" and trigger.first - index > 2


def _no_agent(view: View, index: int) -> bool:
    """Kazakh: «X емес, Y қатысты», «X әкімшілігі басшысының орынбасары өткізді», «… уәкілі Аты»: somebody else acts."""
    behind = view.word(index + 1)
    if behind == "емес":
        return True
    if view.items[index].type != "Organization":
        return False
    officer = is_post_word(behind or "-", "kk") and not behind.endswith(_SEVERAL) and not people_of(view, index)
    named = index + 1 < len(view.items) and view.items[index + 1].type == "Person"
    return officer or named


def _aside(view: View, index: int) -> bool:
    """«Торгпред РФ в Казахстане Имя Фамилия», «университет (Томск, Россия)»: a place in a title or bracket sends nobody."""
    following = view.items[index + 1] if index + 1 < len(view.items) else None
    opened = index - 1
    while opened > 0 and (view.word(opened) == "," or view.items[opened].type == "Place"):
        opened -= 1
    return view.word(opened) == "(" or (following is not None and following.type == "Person")


def _is_source(view: View, index: int) -> bool:
    """A news agency that opens the report («KAZINFORM –») only tells of it, and so does «…, передаёт X»."""
    item = view.items[index]
    if in_slashes(view, index):
        return True
    if item.type == "Person" or item.entity is None:
        return False
    if tells(view, index):
        return True
    if item.type != "Organization":
        return False
    if view.word(0) == "как" and view.word(1).startswith(("сообщ", "переда", "информ", "рассказ", "отмет")) and index < 5:
        return True  # «Как сообщили в X, …»
    if item.entity.kind == "media" and view.word(index - 1) == "(" and view.word(index + 1) == ")" and index < _DATELINE:
        return True  # «Ташкент (UzDaily.uz) — …»
    opens = index < 2 and view.word(index + 1) in ("–", "—", "-", ".", "/")
    return opens or (item.entity.kind == "media" and (index < 2 or view.word(index + 1) in ("–", "—", "-", ".")))


def _listed(view: View, index: int) -> bool:
    """A Kazakh name inside a list takes the case of the list's last member."""
    group = coordinated(view, index, words("kk", "list_joins"))
    return (
        len(group) > 1 and view.items[group[-1]].may_be("nom") and index != group[-1] and view.items[index].may_be("nom", "ins")
    )


def _together(view: View, index: int) -> bool:
    """«Проект, который объединение реализует совместно с фондом X»: X acts too."""
    return view.language == "ru" and any(
        view.word(i) in ("с", "со") and view.word(i - 1) in ("совместно", "вместе") for i in range(max(1, index - 3), index)
    )


def _follows(view: View, index: int, right: list[int]) -> bool:
    """The second name of "along with X and Y"."""
    group = coordinated(view, index, words(view.language, "list_joins"))
    return group[0] != index and group[0] in right and preposition(view, group[0]) in ("including", "with")
