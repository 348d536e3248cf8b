"""How a name stands in its sentence: after which preposition, in which case, and whether it stands for people it sends."""

from __future__ import annotations

from seriktes.facts.view import View, coordinated
from seriktes.facts.word_lists import may_say, says_within, stem_list, word_pattern, words
from seriktes.mentions.names.quoted_signers import SIGNER
from seriktes.model import Entity
from seriktes.text import kazakh, russian

#: How many words stand at most between «передаёт» or «по данным» and whom it names.
_TELLING = 8
#: How many words stand at most between «посвящённый» and what is celebrated.
_HONOUR = 7
#: Kinds of events that are held in one place; journeys are of kind ``other``.
_STAYING = ("meeting", "session", "conference", "forum", "training")
_CAME = frozenset(
    """қатысқан келген бастаған барған болған атқарған басқарған осыған соған бұған маған қоршаған бірлескен көптеген дамыған
    өткен жеткен""".split()
)
_COPULAS = frozenset(("болатын", "еді", "екен", "ретінде", "сайын", "соң", "кезде"))
#: Endings of possessed nouns that tell where; shorter words are something else.
_LOCATIVE, _LONG = ("ында", "інде"), 6
_SKIPPED = frozenset('«»“”"„')

_OPENED, _CLOSED = frozenset("«“„"), frozenset("»”")


def preposition(view: View, index: int, stop: int = -1) -> str:
    """The preposition that governs a Russian or English name, looking over its type words and adjectives; else ''.

    Words up to the item ``stop`` belong to a trigger and are not looked at.
    """
    listed = words(view.language, "prepositions")
    if view.language == "ru" and _subject(view, index):
        return ""
    for place in range(index - 1, max(stop, index - 7), -1):
        item = view.items[place]
        if item.entity is not None:
            subject = view.language == "ru" and view.items[index].type == "Organization" and "nom" in view.items[index].cases
            if item.type == "Place" and place >= 1 and not subject:  # «в фойе Дома дружбы секретариат X подписал»
                continue
            return ""
        if item.lower in listed:
            return item.lower
        if view.language == "ru" and russian.part_of_speech(item.lower) == "VERB":
            return ""  # «В форуме приняла участие делегация X»: X is not in anything
        if not (item.text[0].isalpha() or item.text in _SKIPPED) or item.lower in words(view.language, "and"):
            return ""
        if view.language == "en" and item.lower == "the" and place:
            before = view.word(place - 1)  # "On Friday the Center": the phrase of X begins at its article
            return before if before in listed and place - 1 > stop else ""
    return ""


def _subject(view: View, index: int) -> bool:
    """Whether a Russian name can only be a subject: «По окончании С. Лавров подписал», «На второй день Хукумат X подписал»."""
    cases, mention = view.items[index].cases, view.items[index].mention
    if mention is not None and mention.rule == SIGNER:
        return True
    if view.items[index].type == "Person":
        return cases == frozenset({"nom"})
    before, after = view.word(index - 1), view.word(index + 1)
    if not cases and before and word_pattern("ru", "event_nouns").search(f" {before} "):  # «По итогам встречи ТПП и X подписали»
        return after in words("ru", "and") or (after != "" and russian.part_of_speech(after) == "VERB")
    return "nom" in cases and "gen" not in cases and before != "" and russian.part_of_speech(before) == "NOUN"


def case_at(view: View, index: int) -> frozenset[str]:
    """The case of a Kazakh name, taken from its type word where one follows («Алматы қаласында»)."""
    follower = view.word(index + 1)
    if follower.startswith(("қала", "облыс", "ауыл", "ауда", "қ.", "аймағ", "елі", "елдер", "мемлекет", "еларалық")):
        return frozenset({kazakh.case_of(follower)})
    return view.items[index].cases


def people_of(view: View, index: int) -> bool:
    """Whether the name stands for people it sends: «X өкілдері», "experts from X", «представители X»."""
    told = may_say(view, "people_of")
    if view.language == "kk":
        if view.items[index].type == "Place" and _from_there(view, index):
            return True
        if not told:
            return False
        if view.items[index].type == "Place" and case_at(view, index) & {"attr", "loc", "dat"}:
            return (
                False  # «БҰҰДБ-ның Қазақстандағы өкілі», «Минскіде сарапшылар», «Жезқазғанға барып, қонақтар»: where, not whose
            )
        group = coordinated(view, index, words("kk", "list_joins"))
        if view.items[index].type == "Organization" and not view.items[group[-1]].may_be("nom", "gen", "attr", "abl"):
            return False  # «X орталығында Y ардагерлерімен кездесті»: where, not who
        stop = min(len(view.items), group[-1] + 9)
        stop = next((i for i in range(group[-1] + 1, stop) if view.items[i].entity is not None or _where(view, i)), stop)
        return says_within(view, "people_of", group[-1], stop)
    if view.language == "en" and view.word(index + 1).startswith(stem_list("en", "people_after")):
        return True
    if not told and view.items[index].type != "Place":
        return False
    group = coordinated(view, index, words(view.language, "list_joins"))
    first, last = group[0], group[-1]
    place = view.items[index].entity
    state = view.language == "en" and place is not None and place.type == "Place" and place.kind == "country"
    if state and view.word(last + 1) in words("en", "bodies_of_state"):
        return False  # "representing various UK universities"
    if view.language == "en" and view.items[index].type == "Place" and view.word(first - 1) in ("in", "at", "to", "near"):
        return False  # "a delegation of X in Astana"
    if view.language == "en" and view.items[index].type == "Place" and _of_a_body(view, first):
        return False  # "the guests visited the Archive of the Kyrgyz Republic"
    journey = view.language == "en" and view.word(first - 2) in ("arrived", "came", "flew", "returned", "travelled", "traveled")
    if (
        view.language == "en"
        and view.items[index].type == "Place"
        and [view.word(first - 2), view.word(first - 1)] == ["from", "the"]
    ):
        return not journey and says_within(view, "people_of", max(0, first - 6), first)
    if view.items[index].type == "Place" and view.word(first - 1) in ("from", "из") and view.word(first - 2)[-1:].isalpha():
        return not journey or says_within(view, "people_of", max(0, first - 8), first)
    if not told or view.language == "ru" and (_head_of(view, first) or _stays_there(view, first) or _sent_to(view, first)):
        return False
    return says_within(view, "people_of", max(0, first - (10 if _instances(view, first) else 6)), first)


def _sent_to(view: View, first: int) -> bool:
    """«Представитель X при Y»: Y is where somebody is sent."""
    return preposition(view, first) == "при"


def _where(view: View, index: int) -> bool:
    """«Қытай оқу орындарында оқитын студенттер»: behind a locative noun others are spoken of."""
    word = view.word(index)
    return len(word) > _LONG and word.endswith(_LOCATIVE) and kazakh.case_of(word) == "loc"


def of_a_clause(view: View, index: int, verb: int = -1) -> bool:
    """Kazakh: «Президент X айқындаған міндеттер»: who only did what a noun is described by; ``verb`` is the one looked at."""
    word, noun = view.word(index + 1), view.word(index + 2)
    if (
        view.items[index].type != "Person"
        or index + 1 == verb
        or word in _CAME
        or not word.endswith(stem_list("kk", "active_participles"))
    ):
        return False
    return noun[:1].isalpha() and noun not in _COPULAS


def honoured(view: View, index: int) -> bool:
    """Russian: «посвящённое 15-летию академии X», «в честь юбилея X»: what is celebrated takes no part by that."""
    for place in range(index - 1, max(-1, index - _HONOUR), -1):
        item = view.items[place]
        if item.entity is not None or item.text in ",;.(" or russian.part_of_speech(item.lower) == "VERB":
            return False
        if item.lower.startswith(tuple(words("ru", "in_honour"))):
            return True
    return False


def _stays_there(view: View, index: int) -> bool:
    """«Представители миссий, работающих в Казахстане»: where they are, not who sent them."""
    return view.items[index].type == "Place" and view.word(index - 1) in ("в", "во", "на")


def _of_a_body(view: View, first: int) -> bool:
    """Whether a name stands right behind a body's and "of" and so only says whose it is."""
    place = first - 1 - (view.word(first - 1) == "the")
    return view.word(place) == "of" and place > 0 and view.items[place - 1].type == "Organization"


def _head_of(view: View, first: int) -> bool:
    """«Глава X встретился с …»: one officer, who may be named elsewhere, and not the body."""
    word = view.word(first - 1)
    return word.startswith(tuple(words("ru", "single_heads"))) and russian.parses(word)[0].tag.number == "sing"


def _instances(view: View, first: int) -> bool:
    """ "Representatives of twenty countries, among them X and Y", "delegates of the member states, including X"."""
    before = [view.word(i) for i in range(first - 3, first)]
    return view.language == "en" and (
        "including" in before or ["among", "them"] in (before[:2], before[1:]) or "namely" in before
    )


def sends_people(view: View, index: int) -> bool:
    """Whether the text speaks outright of people from a place: "experts from X and Y", «X мен Y-ден келген сарапшылар»."""
    if not may_say(view, "people_of"):
        return False
    group = coordinated(view, index, words(view.language, "list_joins"))
    if view.language == "kk":
        if "abl" not in case_at(view, group[-1]):
            return False
        return says_within(view, "people_of", group[-1], group[-1] + 5)
    if view.word(group[0] - 1) not in ("from", "из"):
        return False
    return says_within(view, "people_of", max(0, group[0] - 3), group[0])


def _from_there(view: View, index: int) -> bool:
    """«Қырғызстан мен Тәжікстаннан … келді»: the list stands in the ablative; «Коньядан X университетінің өкілдері» are not of it."""
    group = coordinated(view, index, words("kk", "list_joins"))
    if "abl" not in case_at(view, group[-1]):
        return False
    entity = view.items[index].entity
    near = view.items[group[-1] + 1 : group[-1] + 6]
    return not (entity is not None and entity.kind == "settlement" and any(i.type in ("Organization", "Person") for i in near))


def tells(view: View, index: int) -> bool:
    """Whether a name only stands where a report says who told it: «передаёт X со ссылкой на пресс-службу Y», "X cites Y"."""
    if view.language == "en":
        return _tells_english(view, index)
    if view.language != "ru" or not may_say(view, "tells"):
        return False
    first = index
    while first > max(0, index - _TELLING) and view.items[first - 1].text not in ",;()":
        first -= 1
    return says_within(view, "tells", first, index)


def _tells_english(view: View, index: int) -> bool:
    """ "…, according to X", "…, Y cites X", "the press office of X reported"."""
    before = [view.word(i) for i in range(max(0, index - _TELLING // 2), index)]
    if "according" in before or any(word in words("en", "citing") for word in before[-2:]):
        return True
    entity = view.items[index].entity
    spoken = (entity is not None and entity.kind == "media") or any(word in words("en", "press") for word in before)
    return spoken and view.word(index + 1) in words("en", "tells")


def said_in(view: View, index: int) -> bool:
    """Russian: «подтвердили в министерстве X», «В министерстве X считают»: who says so, and nobody's house."""
    before = next((i for i in range(index - 1, max(-1, index - 6), -1) if view.word(i) in ("в", "во")), None)
    if before is None:
        return False
    saying = words("ru", "said_in")
    return view.word(before - 1) in saying or (before <= 1 and view.word(index + 1) in saying)


def in_slashes(view: View, index: int) -> bool:
    """«ОМСК. 2 марта /Имя Фамилия/ –»: who wrote or told it."""
    return view.word(index - 1) == "/" and view.word(index + 1) == "/"


def whither(view: View, index: int) -> bool:
    """Russian: whether a place stands in the accusative and so only says where something goes: «визит в Кабул»."""
    item = view.items[index]
    return view.language == "ru" and bool(item.cases) and not item.may_be("loc", "gen") and item.may_be("acc")


def goes_there(view: View, index: int, event: Entity) -> bool:
    """Whether a place is where somebody goes, and the event is none that goes anywhere: no meeting takes place «в Кабул»."""
    opens = index == 0 or view.items[index - 1].text[-1] in ".|"
    return whither(view, index) and not opens and event.kind in _STAYING


def in_its_house(view: View, index: int) -> bool:
    """«X университетінің мәжіліс залында», «X базасында»."""
    near = [view.word(i) for i in range(index + 1, index + 4)]
    return any(word.startswith(("базасынд", "алаңынд", "ғимаратынд", "залынд", "кампусынд", "үйінд")) for word in near)


def regards(view: View, index: int) -> bool:
    """Kazakh: «қауіпсіздікке қатысты бастамалар»: the postposition *regarding*, which a noun follows, and not the verb."""
    if view.word(index) != "қатысты" or index + 1 >= len(view.items):
        return False
    following = view.items[index + 1]
    return following.entity is not None or (following.text[0].isalpha() and following.lower not in words("kk", "clause_goes_on"))


def speech_start(view: View, end: int) -> int:
    """Where the words open that end before «– деді»: at their quotation mark or behind a colon; 0 where they began further up."""
    depth = 0
    for index in range(end, 0, -1):
        text = view.items[index].text
        depth += text in _CLOSED
        if text in _OPENED or text == ":":
            depth -= text != ":"
            if depth <= 0:
                return index
    return 0
