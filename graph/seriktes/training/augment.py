"""More sentences in the style of press releases: variants of corpus sentences, and made-up ones.

The corpora tell of «Given Surname»; press releases also write «G.Surname», «G. Surname» and «Given SURNAME», and string
up long names of organisations with posts. The made-up sentences come from the word lists of ``press/``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tomllib import loads

from seriktes.model import Language
from seriktes.training.examples import Example, Marked
from seriktes.training.forms import decline
from seriktes.training.people import decline_person, random_person, short_forms

MADE_UP: Mapping[Language, int] = {"kk": 1000, "ru": 2400, "en": 2600}
MADE_UP_SOURCE = "made-up-"
LAYER_OF = {"Person": "names", "Organization": "names", "Place": "names", "Post": "posts", "Event": "titles", "Project": "titles"}
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_INVENTED = frozenset({"letters", "LATIN", "latin", "mixed", "initialname", "surname", "surnameonly", "surnamegen"})
_QUOTES = (("“", "”"), ('"', '"'), ("„", "“"))
_MIXED: Mapping[Language, tuple[str, ...]] = {
    "kk": ("Қаз", "Ал", "Ор", "Таш", "Мем"),
    "ru": ("Каз", "Гос", "Ом", "Аз", "Тур"),
    "en": ("Kaz", "Uz", "Turk", "Eur", "Dev"),
}
_LETTERS: Mapping[Language, str] = {"kk": "АБҚДЕЖЗИКЛМНОӨПРСТҰУҮХІ", "ru": "АБВГДЕЗИКЛМНОПРСТУФЦЭЮ", "en": "ABCDEFGHIKLMNOPRSTUW"}


def variants(examples: Iterable[Example], chance: random.Random) -> Iterator[Example]:
    """Copies of sentences whose persons are written with initials or in capitals, or whose quotes are others."""
    for example in examples:
        people = [m for m in example.layers.get("names", ()) if m.label == "Person" and " " in example.text[m.start : m.end]]
        if people:
            yield respelled(example, people, chance)
        if "«" in example.text and chance.random() < 0.25:
            yield requoted(example, chance)


def respelled(example: Example, people: list[Marked], chance: random.Random) -> Example:
    """The sentence with its persons' names in other usual spellings."""
    text, layers = example.text, example.layers
    for person in sorted(people, reverse=True):
        spellings = short_forms(text[person.start : person.end])
        if spellings:
            text, layers = _replaced(text, layers, person, chance.choice(spellings))
    return Example(text, example.language, example.source, layers)


def _replaced(
    text: str, layers: dict[str, tuple[Marked, ...]], old: Marked, new: str
) -> tuple[str, dict[str, tuple[Marked, ...]]]:
    shift = len(new) - (old.end - old.start)

    def moved(mark: Marked) -> Marked:
        start = mark.start + shift if mark.start >= old.end else mark.start
        return Marked(start, mark.end + shift if mark.end >= old.end else mark.end, mark.label)

    changed = {name: tuple(moved(mark) for mark in marks) for name, marks in layers.items()}
    return text[: old.start] + new + text[old.end :], changed


def requoted(example: Example, chance: random.Random) -> Example:
    """The sentence with other quotation marks of the same length."""
    opening, closing = chance.choice(_QUOTES)
    text = example.text.replace("«", opening).replace("»", closing)
    return Example(text, example.language, example.source, example.layers)


@cache
def _grammar(language: Language) -> dict[str, list[str]]:
    path = Path(__file__).parent / "press" / f"{language}.toml"
    grammar: dict[str, list[str]] = loads(path.read_text(encoding="utf-8"))
    return grammar


def made_up(language: Language, chance: random.Random) -> Iterator[Example]:
    """Sentences in press-release style, all layers marked."""
    for number in range(MADE_UP[language]):
        marked = _expand("{sentence}", language, chance)
        example = unmarked(marked, language, f"{MADE_UP_SOURCE}{number}")
        yield requoted(example, chance) if chance.random() < 0.2 else example


def _expand(template: str, language: Language, chance: random.Random) -> str:
    def replaced(match: re.Match[str]) -> str:
        name, case = match.group(1), match.group(2) or "nom"
        if name == "person":
            person = random_person(language, chance)
            return f"<Person {decline_person(person, case, language)}>"
        if name in _INVENTED:
            return decline(_invented(name, language, chance), case, language)
        chosen = chance.choice(_grammar(language)[name])
        return decline(_expand(chosen, language, chance), case, language)

    return _SLOT.sub(replaced, template)


def _invented(kind: str, language: Language, chance: random.Random) -> str:
    if kind == "initialname":
        person = random_person(language, chance)
        initial = f"{person.given[0]}." + (" " if language == "en" else chance.choice(("", "М.", " ")))
        case = "gen" if language == "ru" else "nom"
        return initial + decline_person(replace(person, style="surname"), case, language)
    if kind in ("surname", "surnameonly", "surnamegen"):
        person = replace(random_person(language, chance), style="surname")
        name = decline_person(person, "gen" if kind == "surnamegen" else "nom", language)
        return f"<Person {name}>" if kind == "surname" else name
    if kind == "mixed":
        head, tail = chance.choice(_MIXED[language]), "".join(chance.choices(_LETTERS[language], k=2))
        return head + tail
    if kind == "letters":
        return "".join(chance.choices(_LETTERS[language], k=chance.choice((2, 3, 3, 4, 4, 5))))
    if kind == "LATIN":
        return "".join(chance.choices(_LETTERS["en"], k=chance.choice((3, 4, 4, 5))))
    words = [
        "".join(
            chance.choice(pair)
            for pair in (
                ("B", "C", "D", "F", "G", "K", "L", "M", "N", "P", "R", "S", "T", "V"),
                ("a", "e", "i", "o", "u", "ea"),
                ("n", "r", "st", "l", "rt", "nd", "s", "v"),
                ("a", "e", "", "is", "o", "er", "ex", "um"),
            )
        )
        for _ in range(2)
    ]
    return chance.choice((words[0], " ".join(words), "".join(words), f"{words[0]} Group", f"{words[0]} Hub"))


def unmarked(marked: str, language: Language, source: str) -> Example:
    """Running text and marks of ``<Label …>`` notation; marks of one layer do not nest, the outer one stays.

    >>> example = unmarked("<Post <Organization ҚР СІМ> өкілі> <Person А. Б.>", "kk", "x")
    >>> example.text, [(mark.start, mark.end, mark.label) for mark in example.layers["posts"]]
    ('ҚР СІМ өкілі А. Б.', [(0, 12, 'Post')])
    """
    text, opened, marks = "", [], []
    for piece in re.split(r"(<\w+ |>)", marked):
        if piece.startswith("<"):
            opened.append((len(text), piece[1:-1]))
        elif piece == ">":
            start, label = opened.pop()
            marks.append(Marked(start, len(text), label))
        else:
            text += piece
    layers: dict[str, tuple[Marked, ...]] = {}
    for layer in ("names", "posts", "titles"):
        own = sorted((m for m in marks if LAYER_OF[m.label] == layer), key=lambda m: (m.start, -m.end))
        layers[layer] = tuple(m for m in own if not any(o != m and o.covers(m) for o in own))
    return Example(text[:1].upper() + text[1:], language, source, layers)
