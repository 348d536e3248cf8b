"""Which mentions of events, agreements and projects are of one and the same, and how the thing is cited.

``coreference/group.py`` calls :func:`group_happenings` with all mentions of a document (names too: they tell one
signing from the next) and :func:`citation` for the name of each group.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from seriktes.coreference.happening_scene import Scene, ordinal_number, simplified
from seriktes.coreference.told_again import same_sentence, theme_of, told_again
from seriktes.mentions.happening_words import words
from seriktes.model import Document, Mention

_TYPES = frozenset({"Event", "Agreement", "Project"})
_NAMELESS = ("event.nameless", "event.headline", "event.deed")
_VISITS = ("event.nameless", "event.headline", "event.visit")
_TITLED = frozenset({"quoted", "named", "latin", "titled", "section", "repeat", "founded", "acronym"})
_PUNCTUATION = str.maketrans(dict.fromkeys("«»“”„\"'‘’,–—-:", " "))
#: How far back (in mentions of the type) an antecedent is looked for.
_WINDOW = 40
_NEAR = 8

#: The verb right behind a document that somebody signed.
_HAND = re.compile(
    r"\s+(?:с \w+ стороны |от имени (?:\S+ ){1,4})?(?:подписал[аи]?|завизировал[аи]?|скрепил[аи]?|парафировал[аи]?)\b"
)

Pairs = Iterator[tuple[int, int]]


def group_happenings(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The events, agreements and projects among the mentions, each as the list of its mentions in order.

    Mentions of other types are only looked at: organisations named beside an agreement are its parties.
    """
    items = sorted(m for m in mentions if m.type in _TYPES)
    if not items:
        return []
    scene = Scene(document, items, sorted(m for m in mentions if m.type not in _TYPES))
    root = list(range(len(items)))
    for rule in _RULES:
        for left, right in rule(scene):
            first, second = sorted((_root(root, left), _root(root, right)))
            root[second] = first
    gathered: dict[int, list[Mention]] = {}
    for place, item in enumerate(items):
        gathered.setdefault(_root(root, place), []).append(item)
    return list(gathered.values())


def _root(root: list[int], item: int) -> int:
    while root[item] != item:
        root[item] = root[root[item]]
        item = root[item]
    return item


# -- events and projects ---------------------------------------------------------------------------------------------


def _same_title(scene: Scene) -> Pairs:
    for type_ in ("Event", "Project"):
        first: dict[str, int] = {}
        for place in scene.of_type(type_):
            item = scene.items[place]
            if item.rule.rsplit(".", 1)[-1] in _TITLED:
                yield first.setdefault(simplified(item), place), place


def _same_route(scene: Scene) -> Pairs:
    """«Канал Кош-Тепа» and «Кош-Тепа» alone."""
    routes = {
        scene.items[p].text.lower().split()[-1]: p for p in scene.of_type("Project") if scene.items[p].rule == "project.route"
    }
    for place in scene.of_type("Project"):
        same = routes.get(scene.items[place].text.lower()) if scene.items[place].rule == "project.repeat" else None
        if same is not None:
            yield same, place


def _short_form(scene: Scene) -> Pairs:
    """ "The Bridges for Trade (B4T) project": the short form in brackets is the same project's."""
    for left, right in pairwise(scene.of_type("Project")):
        if scene.items[right].start - scene.items[left].end < _NEAR and scene.gap(left, right).strip() == "(":
            yield left, right


def _apposition(scene: Scene) -> Pairs:
    """«X» атты Х Азаматтық форум; the first session, “X”; «Бірінші сессия «X» тақырыбына»."""
    for left, right in pairwise(scene.of_type("Event")):
        titles = [scene.items[place].rule in ("event.quoted", "event.repeat") for place in (left, right)]
        line = scene.line_of[left]
        if _named_twice(scene, left, right):
            yield left, right
        if titles[0] == titles[1] or line is None or scene.line_of[right] is not line:
            continue
        gap = scene.gap(left, right).translate(_PUNCTUATION).lower().split()
        known = [word in words(line.language, "quoted.connectors") for word in gap]
        announced = titles[0] and any(word in words(line.language, "quoted.announcing") for word in gap[: _NEAR // 2])
        themed = line.language == "ru" and len(gap) == 2 and gap[0] in ("на", "под", "по") and known[1]  # «на тему «X»»
        if all(known) or announced or themed or (line.language == "kk" and known[0] and len(gap) <= _NEAR // 2):
            yield left, right


def _named_twice(scene: Scene, left: int, right: int) -> bool:
    """«I Центрально-Азиатский фестиваль молодёжи Central Asia Youth Festival»: the name again in Latin letters."""
    if scene.items[right].rule == "event.acronym":
        return scene.gap(left, right).strip(' »”"') == "("
    latin = scene.items[right].rule == "event.latin" and not scene.items[left].text.isascii()
    return latin and scene.items[left].rule != "event.latin" and scene.gap(left, right).strip() in ("", "(", "«", "–", "—", "-")


def _same_name(scene: Scene) -> Pairs:
    """Named events with one type word and mostly the same words; one without a number is the nearest numbered one."""
    named = [p for p in scene.of_type("Event") if scene.items[p].rule == "event.named"]
    parts = {p: set(simplified(scene.items[p]).split()) for p in named}
    number = {p: _numbers(parts[p]) for p in named}
    for at, place in enumerate(named):
        near = [q for q in named[max(0, at - _NEAR) : at + _NEAR + 1] if number[q] and _alike(scene, parts, place, q)]
        if not number[place] and near:
            number[place] = number[min(near, key=lambda q: abs(q - place))]
    for at, place in enumerate(named):
        earlier = next(
            (
                q
                for q in reversed(named[max(0, at - _NEAR) : at])
                if number[q] == number[place] and _alike(scene, parts, place, q)
            ),
            None,
        )
        if earlier is not None:
            yield earlier, place


def _numbers(parts: set[str]) -> frozenset[str]:
    """The ordinals and years among a name's words."""
    return frozenset(word for word in parts if re.fullmatch(r"\d+\w{0,2}|[ivxlхі]{1,6}", word))


def _alike(scene: Scene, parts: dict[int, set[str]], left: int, right: int) -> bool:
    """Whether two named events have one type word, and most of the shorter name's words are the other's."""
    shared = len(parts[left] & parts[right])
    if scene.nouns[left] != scene.nouns[right] or _of_two_places(scene, left, right):
        return False
    return shared >= 0.6 * min(len(parts[left]), len(parts[right]))


def _of_two_places(scene: Scene, left: int, right: int) -> bool:
    """ "Days of Culture of Uzbekistan", "Days of culture of the Republic of Korea": of two countries."""
    of = [re.search(r"\bof (?:the )?([A-Z]\w+(?: of [A-Z]\w+)?)$", scene.items[place].text) for place in (left, right)]
    return of[0] is not None and of[1] is not None and of[0].group(1) != of[1].group(1)


def _theme(scene: Scene) -> Pairs:
    """A theme is of the event with its type word: «форумның тақырыбы «X»», «форум «X» тақырыбында өтеді»."""
    last: dict[str, int] = {}
    for place in scene.of_type("Event"):
        item, noun = scene.items[place], scene.nouns[place]
        before = last.get(noun) if noun else None
        if before is not None and (
            item.rule == "event.theme" or (scene.items[before].rule == "event.named" and _theme_follows(scene, place))
        ):
            yield before, place
        elif item.rule in ("event.named", "event.quoted"):
            last[noun] = place


def _theme_follows(scene: Scene, place: int) -> bool:
    after = scene.document.text[scene.items[place].end : scene.items[place].end + 60]
    theme = re.match(r"[»”\"]\s*тақырыбын(?:дағы\s+\w+(?:ының|інің)|да)\b", after)
    return scene.items[place].rule == "event.quoted" and theme is not None


def _nameless(scene: Scene) -> Pairs:
    yield from pairwise([p for p in scene.of_type("Event") if scene.items[p].rule in _NAMELESS])
    visits = [p for p in scene.of_type("Event") if scene.nouns[p] == "visit" and scene.items[p].rule in _VISITS]
    yield from pairwise(visits)


def _headline_event(scene: Scene) -> Pairs:
    """An event that the headline names is the report's first event with the same type word."""
    events = scene.of_type("Event")
    for at, place in enumerate(events):
        if scene.in_heading(place) and scene.items[place].rule in ("event.headline", "event.named"):
            same = (
                p
                for p in events[at + 1 : at + _WINDOW]
                if scene.nouns[p] == scene.nouns[place] and scene.items[p].kind != "session"
            )
            following = next(same, None)
            if following is not None:
                yield place, following


def _numbered_section(scene: Scene) -> Pairs:
    """«Бірінші секцияны» is the first item of the list of sections; «бірінші сессияда» the first session again."""
    listed: list[int] = []
    spoken: dict[int, int] = {}
    for place in scene.of_type("Event"):
        rule = scene.items[place].rule
        number = ordinal_number(scene, place) if rule == "event.ordinal_session" else 0
        if rule == "event.section":
            listed.append(place)
        elif 0 < number <= len(listed):
            yield listed[number - 1], place
        elif number:
            yield spoken.setdefault(number, place), place


# -- agreements ------------------------------------------------------------------------------------------------------


def _headline_agreement(scene: Scene) -> Pairs:
    """What the headline says was signed is the first such agreement of the body."""
    agreements = scene.of_type("Agreement")
    for at, place in enumerate(agreements):
        if scene.in_heading(place):
            same = (
                p
                for p in agreements[at + 1 : at + _WINDOW]
                if not scene.in_heading(p)
                and (scene.nouns[p] == scene.nouns[place] or scene.items[p].kind == scene.items[place].kind)
            )
            following = next(same, None)
            if following is not None:
                yield place, following


def _same_agreement(scene: Scene) -> Pairs:
    """The same words again without new parties; two signings with parties of their own are two agreements."""
    last: dict[str, int] = {}
    for place in scene.of_type("Agreement"):
        item = scene.items[place]
        if item.rule not in ("agreement.phrase", "agreement.modified"):
            continue
        key = f"{item.rule} {simplified(item)}"
        before = last.get(key)
        if (
            before is not None
            and scene.line_of[place] is not scene.line_of[before]
            and not scene.parties(place) - scene.parties(before)
        ):
            yield before, place
        last[key] = place


def _short(scene: Scene) -> Pairs:
    """«Форумға», "the Memorandum": the nearest one before with that type word."""
    for type_ in ("Event", "Agreement"):
        places = scene.of_type(type_)
        for at, place in enumerate(places):
            if scene.items[place].rule.endswith((".short", ".abbreviation")):
                before = [p for p in places[max(0, at - _WINDOW) : at] if _fits(scene, p, place)]
                if before:
                    yield before[-1], place


def _spoken_of(scene: Scene) -> Pairs:
    """«Со стороны палаты меморандум подписал X»: the object before its verb is known, if only one such was told before."""
    places = scene.of_type("Agreement")
    for at, place in enumerate(places):
        item = scene.items[place]
        if item.rule != "agreement.bare" or not _HAND.match(scene.document.text, item.end):
            continue
        before = [p for p in places[:at] if scene.nouns[p] == scene.nouns[place]]
        if len({simplified(scene.items[p]) for p in before}) == 1:
            yield before[-1], place


def _fits(scene: Scene, earlier: int, place: int) -> bool:
    if scene.items[place].rule.endswith(".abbreviation"):
        return scene.items[earlier].kind == "memorandum"
    return scene.nouns[earlier] == scene.nouns[place] and (scene.items[earlier].kind == "session") == (
        scene.items[place].kind == "session"
    )


_RULES: tuple[Callable[[Scene], Pairs], ...] = (
    _same_title,
    _same_route,
    _short_form,
    _apposition,
    _same_name,
    _theme,
    _nameless,
    _headline_event,
    _numbered_section,
    _headline_agreement,
    _same_agreement,
    told_again,
    theme_of,
    same_sentence,
    _spoken_of,
    _short,
)
