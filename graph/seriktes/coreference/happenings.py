"""Which mentions of events, agreements and projects are of one and the same, and how the thing is cited.

``coreference/group.py`` calls :func:`group_happenings` with all mentions of a document (names too: they tell one signing
from the next) and :func:`citation` for the name of each group.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from seriktes.mentions.happening_words import keys_of, listed, words as word_list
from seriktes.mentions.lines import Line, read_lines
from seriktes.mentions.quoted import title_key
from seriktes.model import Document, Mention
from seriktes.text import kazakh, russian
from seriktes.text.language import language_of
from seriktes.text.sentences import sentence_at

_TYPES = ("Event", "Agreement", "Project")
_QUOTES = "«»“”„\"'‘’"
_TITLED = ("quoted", "named", "latin", "section", "repeat", "founded")
_NAMELESS = ("event.nameless", "event.headline")


class _Groups:
    """Mentions joined step by step."""

    def __init__(self, size: int) -> None:
        self._of = list(range(size))

    def find(self, item: int) -> int:
        while self._of[item] != item:
            self._of[item] = self._of[self._of[item]]
            item = self._of[item]
        return item

    def join(self, left: int, right: int) -> None:
        a, b = sorted((self.find(left), self.find(right)))
        self._of[b] = a


def group_happenings(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The events, agreements and projects among the mentions, each as the list of its mentions in order.

    Mentions of other types are only looked at: organisations named beside an agreement are its parties.
    """
    items = sorted(m for m in mentions if m.type in _TYPES)
    names = sorted(m for m in mentions if m.type not in _TYPES)
    groups = _Groups(len(items))
    scene = _Scene(document, items, names)
    for rule in _RULES:
        for left, right in rule(scene):
            groups.join(left, right)
    gathered: dict[int, list[Mention]] = {}
    for place, item in enumerate(items):
        gathered.setdefault(groups.find(place), []).append(item)
    return list(gathered.values())


class _Scene:
    """A document with its happenings, each with its line and type word."""

    def __init__(self, document: Document, items: Sequence[Mention], names: Sequence[Mention]) -> None:
        self.document, self.items, self.names = document, items, names
        self.lines = read_lines(document, names)
        self.line_of = self._lines_of()
        self.heads = [self._head(place) for place in range(len(items))]

    def _lines_of(self) -> list[Line | None]:
        found: list[Line | None] = []
        lines = iter(self.lines)
        line = next(lines, None)
        for item in self.items:
            while line is not None and line.sentence.end <= item.start:
                line = next(lines, None)
            found.append(line if line is not None and line.sentence.start <= item.start else None)
        return found

    def _head(self, place: int) -> str:
        """Key of the type word in the mention, or beside it where the mention is a title."""
        item, line = self.items[place], self.line_of[place]
        if line is None:
            return ""
        heads = [(line.span(h.start, h.end), h) for h in line.heads if h.type == item.type]
        inside = [h for span, h in heads if item.covers(span)]
        if inside and not item.rule.endswith("quoted"):
            return inside[-1 if item.type != "Event" or line.language != "ru" else 0].noun
        near = [(min(abs(span.start - item.end), abs(item.start - span.end)), h) for span, h in heads]
        close = [pair for pair in near if pair[0] < 60]
        return min(close, key=lambda pair: pair[0])[1].noun if close else ""

    def gap(self, left: int, right: int) -> str:
        """The text between two mentions."""
        return self.document.text[self.items[left].end:self.items[right].start]

    def of_type(self, type_: str) -> list[int]:
        """Places of the mentions of a type."""
        return [place for place, item in enumerate(self.items) if item.type == type_]

    def organisations(self, place: int) -> set[str]:
        """The organisations and persons named in the mention's sentence."""
        line = self.line_of[place]
        return set() if line is None else {
            title_key(name.text) for name in line.names if name is not None and name.type in ("Organization", "Person")}


def _core(text: str, type_: str) -> str:
    """A title or name for comparing: folded; the last word without its Kazakh or Russian ending."""
    key = title_key(text)
    language = language_of(text)
    before, _, last = key.rpartition(" ")
    if language == "kk":
        last = kazakh.stem(last)
    elif language == "ru" and type_ == "Agreement":
        return " ".join(russian.lemma(word) for word in key.split())
    elif language == "ru":
        return " ".join(word[:max(4, len(word) - 2)] for word in key.split())
    return f"{before} {last}".strip()


def _same_title(scene: _Scene) -> Iterator[tuple[int, int]]:
    for type_ in ("Event", "Project"):
        first: dict[str, int] = {}
        for place in scene.of_type(type_):
            item = scene.items[place]
            if item.rule.rsplit(".", 1)[-1] in _TITLED:
                key = _core(item.text, type_)
                if key in first:
                    yield first[key], place
                first.setdefault(key, place)


def _apposition(scene: _Scene) -> Iterator[tuple[int, int]]:
    """«X» атты Х Азаматтық форум; the first session, “X”; «Бірінші сессия «X» тақырыбына»."""
    events = scene.of_type("Event")
    for left, right in zip(events, events[1:], strict=False):
        rules = {scene.items[left].rule, scene.items[right].rule}
        if not any(rule.endswith(("quoted", "repeat")) for rule in rules) or rules <= {"event.quoted", "event.repeat"}:
            continue
        gap = "".join(" " if char in _QUOTES + ",–—-:" else char for char in scene.gap(left, right)).split()
        line = scene.line_of[left]
        connectors = word_list(line.language if line else "kk", "quoted.connectors")
        if scene.line_of[right] is line and len(gap) <= 4 and all(word.lower() in connectors for word in gap):
            yield left, right


def _same_name(scene: _Scene) -> Iterator[tuple[int, int]]:
    """Named events with one type word and mostly the same words; one without a number is the nearest numbered one."""
    named = [p for p in scene.of_type("Event") if scene.items[p].rule == "event.named"]
    words = {p: set(_core(scene.items[p].text, "Event").split()) for p in named}
    number = {p: _numbers(words[p]) for p in named}
    for at, place in enumerate(named):
        if number[place]:
            continue
        near = sorted((q for q in named[max(0, at - 8):at + 9] if number[q] and _alike(scene, words, place, q)), key=lambda q: abs(q - place))
        number[place] = number[near[0]] if near else frozenset()
    for at, place in enumerate(named):
        for earlier in reversed(named[max(0, at - 8):at]):
            if number[place] == number[earlier] and _alike(scene, words, place, earlier):
                yield earlier, place
                break


def _numbers(words: set[str]) -> frozenset[str]:
    """The ordinals and years among a name's words."""
    return frozenset(word for word in words if re.fullmatch(r"\d+\w{0,2}|[ivxlхі]{1,6}", word))


def _alike(scene: _Scene, words: dict[int, set[str]], left: int, right: int) -> bool:
    """Whether two named events have one type word, and most of the shorter name's words are the other's."""
    shared = len(words[left] & words[right])
    return scene.heads[left] == scene.heads[right] and shared >= 0.6 * min(len(words[left]), len(words[right]))


def _theme(scene: _Scene) -> Iterator[tuple[int, int]]:
    """«тақырыбындағы форумның төртінші күні», «форумның тақырыбы … «X»»: a theme of the one forum, not another event."""
    named = [p for p in scene.of_type("Event") if scene.items[p].rule in ("event.named", "event.quoted")]
    for place in scene.of_type("Event"):
        before = next((p for p in reversed(named) if p < place and scene.heads[p] == scene.heads[place]), None)
        if before is None or not scene.heads[place]:
            continue
        if scene.items[place].rule == "event.theme" or scene.items[before].rule == "event.named" and _theme_words(scene, place):
            yield before, place


def _theme_words(scene: _Scene, place: int) -> bool:
    """«Халықаралық форум «X» тақырыбында өтеді», «X» тақырыбындағы форумның …»."""
    if scene.items[place].rule != "event.quoted":
        return False
    after = scene.document.text[scene.items[place].end:scene.items[place].end + 60]
    return bool(re.match(r"[»”\"]\s*тақырыбын(?:дағы\s+\w+(?:ының|інің)|да)\b", after))


def _short(scene: _Scene) -> Iterator[tuple[int, int]]:
    """«Форумға», "the Memorandum": the nearest one before with that type word."""
    for place, item in enumerate(scene.items):
        if not item.rule.endswith((".short", ".abbreviation")):
            continue
        earlier = [p for p in range(place) if scene.items[p].type == item.type]
        if item.type == "Event":
            earlier = [p for p in earlier if scene.items[p].kind != "session"] or earlier
        fitting = [p for p in earlier if _fits(scene, p, place)]
        if fitting:
            yield fitting[-1], place


def _fits(scene: _Scene, earlier: int, place: int) -> bool:
    if scene.items[place].rule.endswith(".abbreviation") or scene.items[place].text.lower().startswith("mou"):
        return scene.items[earlier].kind == "memorandum"
    return scene.heads[earlier] == scene.heads[place]


def _nameless(scene: _Scene) -> Iterator[tuple[int, int]]:
    places = [p for p in scene.of_type("Event") if scene.items[p].rule in _NAMELESS]
    yield from zip(places, places[1:], strict=False)


def _headline_event(scene: _Scene) -> Iterator[tuple[int, int]]:
    """A capitalised event of the headline is the report's event with the same type word."""
    for place in scene.of_type("Event"):
        line = scene.line_of[place]
        if line is None or not line.heading or scene.items[place].rule not in ("event.headline", "event.named"):
            continue
        body = [p for p in scene.of_type("Event") if p > place and scene.heads[p] == scene.heads[place]
                and scene.items[p].kind != "session"]
        if body:
            yield place, body[0]


def _headline_agreement(scene: _Scene) -> Iterator[tuple[int, int]]:
    """What the headline says was signed is the first such agreement of the body."""
    for place in scene.of_type("Agreement"):
        line = scene.line_of[place]
        if line is None or not line.heading:
            continue
        body = [p for p in scene.of_type("Agreement") if p > place and (held := scene.line_of[p]) is not None and not held.heading]
        same = [p for p in body if scene.heads[p] == scene.heads[place] or scene.items[p].kind == scene.items[place].kind]
        if same:
            yield place, same[0]


def _same_agreement(scene: _Scene) -> Iterator[tuple[int, int]]:
    """The same words again without new parties; two signings with parties of their own are two agreements."""
    places = scene.of_type("Agreement")
    for right, place in enumerate(places):
        item = scene.items[place]
        if item.rule not in ("agreement.phrase", "agreement.modified"):
            continue
        for earlier in reversed(places[:right][-6:]):
            if scene.items[earlier].rule == item.rule and _core(scene.items[earlier].text, "Agreement") == _core(item.text, "Agreement"):
                if scene.line_of[place] is not scene.line_of[earlier] and not scene.organisations(place) - scene.organisations(earlier):
                    yield earlier, place
                break


def _numbered_section(scene: _Scene) -> Iterator[tuple[int, int]]:
    """«Бірінші секцияны» is the first item of the list of sections."""
    events = scene.of_type("Event")
    items = [p for p in events if scene.items[p].rule == "event.section"]
    for place in events:
        number = _ordinal_number(scene, place) if scene.items[place].rule == "event.ordinal_session" else 0
        if items and items[-1] < place and 0 < number <= len(items):
            yield items[number - 1], place
        elif number:
            same = [p for p in events if p < place and scene.items[p].rule == "event.ordinal_session"
                    and _ordinal_number(scene, p) == number]
            if same:
                yield same[-1], place


def _ordinal_number(scene: _Scene, place: int) -> int:
    line = scene.line_of[place]
    if line is None:
        return 0
    word = title_key(scene.items[place].text.split()[0])
    ordinals = listed(line.language, "events.ordinals")
    keys = {word, *keys_of(word, line.language)}
    return next((number for number, ordinal in enumerate(ordinals, 1) if ordinal in keys), 0)


_RULES: tuple[Callable[[_Scene], Iterator[tuple[int, int]]], ...] = (
    _same_title, _apposition, _same_name, _theme, _nameless, _headline_event, _headline_agreement, _same_agreement, _numbered_section,
    _short)


# -- citation ---------------------------------------------------------------------------------------------------------

def citation(document: Document, mentions: Sequence[Mention]) -> str:
    """The name of an event, agreement or project in the nominative, with a capital, without quotes around the whole.

    >>> from seriktes.model import Mention
    >>> text = "ынтымақтастық туралы меморандумға"
    >>> citation(Document("d", "d.txt", text, "kk", ()), [Mention(0, len(text), text, "Agreement")])
    'Ынтымақтастық туралы меморандум'
    """
    best = max(mentions, key=_weight)
    text = " ".join(best.text.split())
    if not best.rule.endswith(("quoted", "repeat", "section", "latin", "theme")):
        sentence = sentence_at(document.sentences, best.start)
        text = _nominative(text, sentence.language if sentence else language_of(text, document.language))
    return text[:1].upper() + text[1:]


def _weight(mention: Mention) -> tuple[int, int, int]:
    order = {"named": 5, "quoted": 4, "repeat": 4, "theme": 1, "section": 4, "latin": 4, "founded": 4, "phrase": 4, "modified": 3, "bare": 2,
             "ordinal_session": 1, "short": 0, "abbreviation": 0}
    return order.get(mention.rule.rsplit(".", 1)[-1], 2), len(mention.text), -mention.start


def _nominative(text: str, language: str) -> str:
    words = text.split(" ")
    if language == "kk":
        return " ".join([*words[:-1], kazakh.nominative(words[-1])])
    if language == "ru":
        return " ".join(russian.nominative_phrase(words))
    return text
