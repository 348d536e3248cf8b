"""What hangs on an event in the tree of a Russian sentence: who takes part, where and when.

Each event of a sentence gets what hangs on itself («встреча X с Y в Астане»), then what hangs on the verb that governs it
(«X провёл в Астане встречу»), so that several events of one sentence are told apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from seriktes.facts.posts.title_words import is_post_word
from seriktes.facts.trees import VERBS, Tree
from seriktes.facts.word_lists import words
from seriktes.model import Span
from seriktes.records import record
from seriktes.text import russian

#: How a person or body that acts, or is acted upon, hangs on its verb.
_ROLES = frozenset(("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"))
#: How a noun hangs on the verb that tells what happened to it.
_ARGUMENTS = _ROLES | {"obl", "xcomp", "advmod"}
_NAMES = frozenset(("appos", "flat", "flat:name", "flat:foreign", "conj", "compound"))
_DEEPEST = 8
#: So many steps over the name of a state stands the town in it: «Питтсбург, штат Пенсильвания».
_OVER = 2


_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_JOINED = frozenset(("conj", "xcomp", "advcl", "parataxis"))
_WHERE = frozenset(("obl", "nmod", "parataxis", "orphan"))
_WHEN = frozenset(("obl", "nmod", "advmod", "amod", "appos", "parataxis", "flat", "conj", "orphan", "xcomp"))
_CLAUSES = frozenset(("acl", "acl:relcl"))


#: What an item hangs on: the number of an item, and how.
Anchor = tuple[int, str]


@record(frozen=True, slots=True)
class Attached:
    """An event (its item) and what hangs on it: an item, or the first item of a date.

    ``how``: the label of Universal Dependencies, or ``doer`` for who acts on another, ``organiser``, ``elsewhere`` for who does
    something of its own about the event («отменил встречу»); ``nearness``: 0 on the event itself, 1 on the verb that governs it, 2 on a
    verb joined to it, 3 only beside it.
    """

    event: int
    item: int
    what: str  # agent, place, date
    how: str
    nearness: int


def attached(tree: Tree, dates: Sequence[Span] = ()) -> Iterator[Attached]:
    """All that hangs on the events of a sentence; ``dates``: the spans of its dates."""
    events = tree.view.mentions("Event")
    reach = {event: _reach(tree, event) for event in events}
    for what, found in (("agent", _agents(tree)), ("place", _places(tree)), ("date", _dates(tree, dates))):
        for item, anchors in found.items():
            told = False
            if what == "agent" and (started := _starts(tree, item)) is not None:
                yield Attached(started, item, what, "organiser", 0)
            for event in events:
                near = [(reach[event][node], how) for node, how in anchors if node in reach[event] and item != event]
                if (
                    what == "agent"
                    and (governed := governor(tree, event)) is not None
                    and tree.view.items[governed].type == "Event"
                ):
                    near = [(n, how) for n, how in near if n == 0]  # «погиб при крушении»: of the two, it took part in its death
                if what == "agent":
                    near = [one for one in near if not _of_its_object(tree, event, item, *one)]
                near = [
                    (n, how) for n, how in near if n < 2 or what == "agent" and how in _SUBJECTS and not _has(tree, event, how)
                ]
                if near:
                    told = True
                    nearness, how = min(near)
                    if _does(tree, event, how, nearness):
                        how = "doer"
                    elif nearness == 1 and what == "agent" and _organises(tree, reach[event], item, how):
                        how = "organiser"
                    elif nearness and what == "agent" and how == "nsubj" and _by_joined_verb(tree, event):
                        how = "doer" if _acts(tree, event) else how
                    elif nearness and what == "agent" and how == "nsubj" and not _joins(tree, reach[event], nearness):
                        how = how if nearness == 1 and _during(tree, event, item) else "elsewhere"
                    yield Attached(event, item, what, how, nearness)
            if what != "agent" and not told:
                beside = _beside(tree, item, events)
                if beside is not None:
                    yield Attached(beside, item, what, "beside", 3)


def _of_its_object(tree: Tree, event: int, item: int, nearness: int, how: str) -> bool:
    """«Отменил победу дочери X», told as one event: X only says whose the object was."""
    whole = nearness == 0 and how == "nmod" and tree.view.items[item].type == "Person"
    return whole and not tree.governed(item) and " " in tree.view.items[event].text and tree.part(event) in VERBS


def _by_joined_verb(tree: Tree, event: int) -> bool:
    """«X упал в обморок и умер»: the second of two verbs has the subject of the first."""
    return tree.part(event) == "VERB" and tree.labels[event] == "conj" and not _has(tree, event, "nsubj")


def _during(tree: Tree, event: int, item: int) -> bool:
    """«На пресс-конференции X рассказал»: a person did it there; «во время войны» only tells when."""
    there = tree.labels[event] == "obl" and tree.governed(event) in ("в", "на", "при")
    return there and tree.view.items[item].type == "Person"


def _does(tree: Tree, event: int, how: str, nearness: int) -> bool:
    """Whether something acts of its own: the subject of a transitive verb, who a passive says did it, whoever makes a speech."""
    if nearness:
        return False
    if how in ("nsubj", "nmod") and tree.words[event].lower().startswith(tuple(words("ru", "own_deeds"))):
        return how == "nsubj" or not any(tree.governed(c) for c in tree.children[event] if tree.labels[c] == "nmod")
    return how == "obl:agent" or (how == "nsubj" and _acts(tree, event))


def _acts(tree: Tree, event: int) -> bool:
    """Whether an event is a transitive verb with what it acts on."""
    told = any(tree.labels[c] == "obj" for c in tree.children[event]) or " " in tree.view.items[event].text
    return told and any(p.tag.transitivity == "tran" for p in russian.parses(tree.words[event])[:1])


def _organises(tree: Tree, reach: dict[int, int], item: int, how: str) -> bool:
    """«X организовал встречу», «встреча, организованная X»; «провёл» of a body."""
    verb = next(node for node, near in reach.items() if near == 1)
    by = "organising" if tree.view.items[item].type == "Person" else "organising_bodies"
    return how in ("nsubj", "obl", "obl:agent") and tree.words[verb].lower().startswith(tuple(words("ru", by)))


def _starts(tree: Tree, item: int) -> int | None:
    """The event somebody is called the organiser of: «организатор марафона X», «X – инициатор форума»."""
    near = (tree.heads[item], *tree.children[item])
    for word in (i for i in near if i >= 0 and tree.view.word(i).startswith(("организатор", "инициатор"))):
        of_it = [c for c in tree.children[word] if tree.labels[c] == "nmod" and not tree.governed(c)]
        named = [c for noun in of_it for c in tree.children[noun] if tree.labels[c] in _NAMES]  # «организатор форума «X»»
        if events := [i for i in (*of_it, *named) if tree.view.items[i].type == "Event"]:
            return events[0]
    return None


def _joins(tree: Tree, reach: dict[int, int], nearness: int) -> bool:
    """Whether the verb that governs an event says that its subject was there: «выступил на форуме», «провёл встречу»."""
    verbs = [tree.words[node].lower() for node, near in reach.items() if near == nearness]
    return any(verb.startswith(tuple(words("ru", "joining"))) for verb in verbs)


def _has(tree: Tree, event: int, how: str) -> bool:
    """Whether an event that is a verb has a subject of its own."""
    return any(tree.labels[c] in _SUBJECTS for c in tree.children[event])


def _reach(tree: Tree, event: int) -> dict[int, int]:
    """The items on which hangs what belongs to an event, with how near each is."""
    found = {event: 0, **dict.fromkeys(_told_by_clause(tree, event), 0)}
    verb = governor(tree, event)
    if verb is not None:
        found[verb] = 1
    top = verb if verb is not None else event
    for _ in range(3):
        if tree.labels[top] not in _JOINED or tree.heads[top] < 0 or tree.part(top) not in VERBS:
            break
        top = tree.heads[top]
        found.setdefault(top, 2)
    return found


def _told_by_clause(tree: Tree, event: int) -> Iterator[int]:
    """«Форум, прошедший в Астане», «встреча, которая состоялась 5 мая»: what hangs on the clause tells of the event."""
    for clause in tree.children[event]:
        if tree.labels[clause] not in _CLAUSES or tree.view.items[clause].type == "Event":
            continue
        subjects = [c for c in tree.children[clause] if tree.labels[c] in _SUBJECTS]
        if all(tree.view.word(c).startswith("котор") for c in subjects):
            yield clause


def _climb(tree: Tree, index: int, through: Sequence[str]) -> int:
    """The item over a name that has its place in the clause: over appositions and lists, and nouns that hold it."""
    for _ in range(_DEEPEST):
        head, label = tree.heads[index], tree.labels[index]
        if head < 0 or tree.view.items[head].type == "Event" or tree.part(head) in VERBS:
            break
        if label not in _NAMES and not (label == "nmod" and _holds(tree, head, index, through)):
            break
        index = head
    return index


def _holds(tree: Tree, head: int, index: int, through: Sequence[str]) -> bool:
    """Whether a noun only holds a name: «в центре Парижа», «представители X»; what is in the capital is in no «стране X»."""
    if tree.view.word(head).startswith("столиц"):
        return False
    governed = tree.governed(index)
    if "*" in through:
        if is_post_word(tree.view.word(head), "ru") or tree.view.word(head).startswith(tuple(words("ru", "no_whereabouts"))):
            return False  # «у премьера Грузии», «на должность судьи Алматы», «по делу «X против Y»»
        return governed == "" or governed in words("ru", "places_by")
    if not tree.view.word(head).startswith(tuple(through)) or governed not in ("", "из", "от"):
        return False
    return not _one_person(tree.view.word(head))  # «студент X похитил»: not X; «студенты X приехали»


def _one_person(noun: str) -> bool:
    """Whether a noun means one living being."""
    first = russian.parses(noun)[0].tag
    return "anim" in first and first.number == "sing"


def _agents(tree: Tree) -> dict[int, list[Anchor]]:
    """By item of a person or body: what it hangs on where it acts, is acted upon, or comes together with another."""
    found: dict[int, list[Anchor]] = {}
    people = tuple(words("ru", "people_nouns"))
    for item in tree.view.mentions("Person", "Organization", "Place"):
        top = _climb(tree, item, people)
        head, label, governed = tree.heads[top], tree.labels[top], tree.governed(top)
        entity = tree.view.items[item].entity
        sent = top != item or (entity is not None and (entity.type != "Place" or entity.kind == "country"))
        own = [(c, "acl") for c in tree.children[top] if tree.labels[c] in _CLAUSES]  # «X, задержанный в Минске»
        if head >= 0 and sent and _takes_part(tree, item, head, label, governed):
            own.insert(0, (head, label))
        if own and sent:
            found[item] = own
    return found


def _takes_part(tree: Tree, item: int, head: int, label: str, governed: str) -> bool:
    if governed:
        return label in ("obl", "nmod") and governed in words("ru", "together_by")
    if label == "nmod":
        return tree.view.items[head].type == "Event"
    return label in _ROLES or label == "obl" and tree.view.items[item].may_be("ins", "dat")


def _places(tree: Tree) -> dict[int, list[Anchor]]:
    """By item of a place or a house: what it hangs on where it tells where."""
    found = {}
    for item in tree.view.mentions("Place", "Organization"):
        top = _climb(tree, item, ("*",))
        head, label, governed = tree.heads[top], tree.labels[top], tree.governed(top)
        house = top == item and tree.view.items[item].may_be("loc") and governed in ("в", "во", "на")
        where = tree.view.items[item].type == "Place" or house
        if head >= 0 and label == "nmod" and is_post_word(tree.view.word(head), "ru"):
            continue  # «посол Индии в Казахстане»
        if where and head >= 0 and label in _WHERE and governed in words("ru", "places_by"):
            found[item] = [(head, label)]
    inner = {item for item in found if tree.heads[item] in found and tree.labels[item] == "nmod"}
    inner |= {item for item in found if _lies_in(tree, item, found)}
    return {item: own for item, own in found.items() if item not in inner}  # «в селе X Y-ской области»: the village


def _lies_in(tree: Tree, item: int, found: Collection[int]) -> bool:
    """«В Питтсбурге, штат Пенсильвания»: the state only says where the town lies."""
    above = item
    for _ in range(_OVER):
        if tree.labels[above] not in ("appos", "parataxis", "flat"):
            return False
        above = tree.heads[above]
        town = any(c in found and c < item for c in tree.children[above] if tree.labels[c] == "appos")
        if above in found or town:  # «в городе Пауэй, штат Калифорния»
            return True
    return False


def _dates(tree: Tree, dates: Sequence[Span]) -> dict[int, list[Anchor]]:
    """By first item of a date: what it hangs on."""
    found = {}
    for date in dates:
        top = tree.top(date)
        if top is not None:
            top = _climb(tree, top, ("*",))
            if tree.heads[top] >= 0 and tree.labels[top] in _WHEN and tree.governed(top) in words("ru", "dates_by"):
                found[tree.items_of(date)[0]] = [(tree.heads[top], tree.labels[top])]
    return found


def _beside(tree: Tree, item: int, events: Sequence[int]) -> int | None:
    """The nearest event of the same clause, for what hangs on none."""
    near = [e for e in events if not any(tree.view.items[i].text in ",;:()–—" for i in range(min(e, item) + 1, max(e, item)))]
    return min(near, key=lambda e: abs(e - item), default=None)


def governor(tree: Tree, event: int) -> int | None:
    """The verb that governs an event, unless it only speaks of it («рассказал о встрече»)."""
    index = event
    for _ in range(_DEEPEST):
        head, label, governed = tree.heads[index], tree.labels[index], tree.governed(index)
        if head < 0 or governed in words("ru", "about_by"):
            return None
        if tree.view.items[head].type == "Event":  # «погиб в аварии»: who dies takes part in both
            return head if label == "obl" and governed in words("ru", "during_by") else None
        if label in _ARGUMENTS:
            return head
        if label not in ("nmod", *_NAMES) or tree.view.word(head).startswith(("поля", "преддвер", "кулуар")):
            return None  # «на полях форума»: what is told happened beside it
        index = head
    return None
