"""One signing that is told twice in words that name the document alone: «подписали меморандум»."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from seriktes.coreference.happening_scene import Scene
from seriktes.mentions.happening_words import is_listed, key_of, words
from seriktes.mentions.happenings.lines import Line
from seriktes.model import Mention
from seriktes.text.dates import find_dates

_LONGEST_SUBJECT = 40
#: A signing: the noun of its document, who is named beside it, when, at what event, and what it is about.
Told = tuple[str, frozenset[str], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def told_again(scene: Scene) -> Iterator[tuple[int, int]]:
    """Pairs of mentions of one agreement: the same noun, names, dates, events and subject in another sentence.

    Where the sentence says that it was another one («ещё один», "a second", «тағы»), or names nobody, nothing is joined.
    """
    first: dict[Told, int] = {}
    events: dict[int, list[str]] = defaultdict(list)
    for place in scene.of_type("Event"):
        events[id(scene.line_of[place])].append(scene.items[place].text)
    another: dict[int, bool] = {}
    days: dict[int, tuple[str, ...]] = {}
    for place in scene.of_type("Agreement"):
        item, line = scene.items[place], scene.line_of[place]
        if item.rule != "agreement.bare" or line is None or line.heading:
            continue
        number = id(line)  # a sentence is looked through once, however many documents it names
        if number not in another:
            another[number], days[number] = _is_another(line), _days(scene, line)
        if another[number]:
            continue
        parties, dates = scene.parties(place), days[number]
        told = (scene.nouns[place], frozenset(parties), dates, tuple(events[id(line)]), _subject(line, item))
        earlier = first.setdefault(told, place)
        if parties and scene.line_of[earlier] is not line:
            yield earlier, place


def _days(scene: Scene, line: Line) -> tuple[str, ...]:
    found = find_dates(scene.document.text, None, line.sentence.start, line.sentence.end)
    return tuple(date.start_date or date.text for date in found)


def _is_another(line: Line) -> bool:
    return any(is_listed(word, line.language, "agreements.another") for word in line.words if word[0].isalpha())


def _subject(line: Line, item: Mention) -> tuple[str, ...]:
    """What stands behind «о» or "on" after the document, as keys; Kazakh says it before, within the mention."""
    behind = bisect_left(line.tokens, item.end, key=lambda token: token.start)
    after = range(behind, min(len(line), behind + _LONGEST_SUBJECT))
    opening = next((place for place in after if line.words[place] in words(line.language, "agreements.about")), len(line))
    return tuple(key_of(word, line.language) for word in line.words[opening : after.stop] if word[0].isalnum())


def same_sentence(scene: Scene) -> Iterator[tuple[int, int]]:
    """Pairs of mentions in sentences that are word for word the same: a text that repeats itself tells of nothing new."""
    first: dict[tuple[str, int], int] = {}
    for place in scene.of_type("Agreement"):
        item, line = scene.items[place], scene.line_of[place]
        if line is not None:
            told = scene.document.slice(line.sentence).strip()
            earlier = first.setdefault((told, item.start - line.sentence.start), place)
            if earlier != place:
                yield earlier, place


def theme_of(scene: Scene) -> Iterator[tuple[int, int]]:
    """ "The second seminar was held. The theme of this seminar was “X”": English, the title is that of the event told before."""
    events = scene.of_type("Event")
    for number, place in enumerate(events):
        line, item = scene.line_of[place], scene.items[place]
        if item.rule != "event.theme" or line is None or line.language != "en":
            continue
        spoken = [token.start for token, word in zip(line.tokens, line.words, strict=True) if word in ("theme", "topic", "title")]
        told = [scene.items[before] for before in events[:number]]
        nameless = [m for m in told if m.rule.endswith(("nameless", "headline"))]
        if spoken and spoken[0] < item.start and nameless and nameless[-1].kind == item.kind:
            yield events[told.index(nameless[-1])], place
