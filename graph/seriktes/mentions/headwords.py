"""Type words in a sentence: «дөңгелек үстел», «меморандум», "training course", in whatever case they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from seriktes.mentions.lines import Line
from seriktes.model import EntityType, Language
from seriktes.resources import ONTOLOGY, read_csv
from seriktes.text import russian
from seriktes.text.scripts import fold

_TYPES: dict[str, EntityType] = {"Event": "Event", "Agreement": "Agreement", "Project": "Project",
                                 "Organization": "Organization", "Place": "Place"}
_KAZAKH_ENDING = re.compile(
    r"(?:л[ае]р|д[ае]р|т[ае]р)?(?:ымыз|іміз|мыз|міз|с?[ыі])?"
    r"(?:[нд]?[ыі]ң|[тд]?[ыі]ң|ғ[ае]|[гқк][ае]|н?[ае]|[нтд][ыі]|н|н?[дт][ае]|[дтн][ае]н|[мпб]ен|н?[дт][ае]ғы|н?[дт]егі)?(?:-.{1,5})?")
_VOICED = {"к": "г", "қ": "ғ", "п": "б"}


@dataclass(frozen=True, slots=True)
class Head:
    """A type word or phrase at tokens ``start`` to before ``end``; ``key`` is its listed form."""

    start: int
    end: int
    type: EntityType
    kind: str
    key: str


@cache
def words_of(language: Language, table: str, name: str) -> frozenset[str]:
    """A list of single words from the word file."""
    return frozenset(word.replace("_", " ") for word in str(_data()[language][table].get(name, "")).split())


@cache
def ordered_words(language: Language, table: str, name: str) -> tuple[str, ...]:
    """A list of single words from the word file, in its order."""
    return tuple(str(_data()[language][table].get(name, "")).split())


@cache
def phrases_of(language: Language, table: str, name: str) -> frozenset[str]:
    """A list of phrases from the word file, as keys of heads."""
    return frozenset(_phrase_key(phrase, language) for phrase in str(_data()[language][table].get(name, "")).split("|"))


@cache
def pattern_of(language: Language, table: str, name: str) -> re.Pattern[str] | None:
    """A regular expression from the word file."""
    source = _data()[language][table].get(name, "")
    return re.compile(source) if source else None


@cache
def _data() -> dict[str, Any]:
    return loads((files("seriktes.mentions") / "words" / "happenings.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=100_000)
def key_of(word: str, language: Language) -> str:
    """The form under which a folded word is looked up; Kazakh words are matched by :func:`_kazakh_bases` instead."""
    if language == "ru":
        return russian.lemma(word).replace("ё", "е")
    if language == "en":
        word = re.sub(r"'s?$", "", word)
        return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
    return word


@lru_cache(maxsize=100_000)
def keys_of(word: str, language: Language) -> tuple[str, ...]:
    """All keys a folded word may be looked up under: its readings, or what is left of it without endings."""
    if language == "kk":
        return _kazakh_bases(word)
    if language == "ru":
        readings = [str(p.normal_form).replace("ё", "е") for p in russian.parses(word) if p.score > 0.02]
        return tuple(dict.fromkeys([key_of(word, language), *readings, *_foreign_noun(word)]))
    return (key_of(word, language),)


def _foreign_noun(word: str) -> tuple[str, ...]:
    """A masculine noun the dictionary lacks: хаба → хаб."""
    if russian.parses(word)[0].is_known or len(word) < 4:
        return ()
    return tuple(word[:-len(ending)] for ending in ("а", "у", "ом", "е", "ы", "ов") if word.endswith(ending))


@lru_cache(maxsize=100_000)
def _kazakh_bases(word: str) -> tuple[str, ...]:
    """All that the word can be without plural, possessive and case, the longest first."""
    bases = [word]
    for cut in range(1, min(len(word) - 2, 14)):
        if _KAZAKH_ENDING.fullmatch(word, len(word) - cut):
            bases.append(word[:-cut])
    return tuple(bases)


def _phrase_key(phrase: str, language: Language) -> str:
    return " ".join(key_of(fold(word), language) for word in phrase.split())


_Index = dict[str, list[tuple[tuple[str, ...], EntityType, str, str]]]


@cache
def _index(language: Language) -> _Index:
    """Listed phrases by the key of their first word, the longest first. Own kinds go before those of the shared list."""
    found: dict[str, tuple[EntityType, str]] = {}
    for label, phrases in _data()[language]["kinds"].items():
        type_, kind = label.split()
        for phrase in phrases.split("|"):
            found.setdefault(_phrase_key(phrase, language), (_TYPES[type_], kind))
    for row in read_csv(ONTOLOGY, "names/type_words.csv"):
        key = _phrase_key(row["word"], language)
        if row["type"] == "Agreement" and " " in key:
            continue  # «меморандум о сотрудничестве»: the complement is found by rule, whatever it is
        if row["language"] == language and row["type"] in _TYPES and not (language == "kk" and _form_of_listed(key, found)):
            found.setdefault(key, (_TYPES[row["type"]], row["kind"]))
    index: _Index = {}
    for key, (type_, kind) in found.items():
        words = tuple(key.split())
        for first in {words[0], *( _stems(words[0]) if language == "kk" else ())}:
            index.setdefault(first, []).append((words, type_, kind, key))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def _form_of_listed(key: str, found: dict[str, tuple[EntityType, str]]) -> bool:
    """Whether a Kazakh phrase is a listed one with an ending (форумы of форум)."""
    before, _, last = key.rpartition(" ")
    bases = (form for base in _kazakh_bases(last)[1:] for form in (base, *_unvoiced(base)))
    return any(f"{before} {base}".strip() in found for base in bases)


def _unvoiced(base: str) -> tuple[str, ...]:
    hard = {soft: plain for plain, soft in _VOICED.items()}
    return (base[:-1] + hard[base[-1]],) if base[-1] in hard else (base + "ь",)


def _stems(word: str) -> tuple[str, ...]:
    """Forms a Kazakh type word takes before endings: орталық → орталығ-, фестиваль → фестивал-."""
    last = word[-1]
    if last in _VOICED:
        return (word, word[:-1] + _VOICED[last])
    return (word, word[:-1]) if last == "ь" else (word,)


def _word_matches(listed: str, word: str, language: Language) -> bool:
    if language != "kk":
        return listed in keys_of(word, language)
    if word == listed:
        return True
    bases = _kazakh_bases(word)
    return any(form in bases for form in (*_stems(listed), *_kazakh_bases(listed)[:1]))


@lru_cache(maxsize=10_000)
def noun_of(key: str, language: Language) -> str:
    """The noun that a type phrase is about: «форум межрегионального сотрудничества» → форум, "plan of action" → plan."""
    words = key.split()
    if language == "ru":
        return next((word for word in words if russian.part_of_speech(word) == "NOUN"), words[-1])
    if language == "en" and "of" in words[1:]:
        return words[words.index("of") - 1]
    return words[-1]


def heads_in(line: Line) -> tuple[Head, ...]:
    """The type words of a sentence, left to right, longest first."""
    return tuple(_heads(line))


def _heads(line: Line) -> Iterator[Head]:
    place = 0
    while place < len(line):
        head = head_at(line, place)
        if head is not None:
            yield head
            place = head.end
        else:
            place += 1


def head_at(line: Line, place: int) -> Head | None:
    """The longest type phrase that begins at a token."""
    word, language = line.words[place], line.language
    if not word[0].isalpha():
        return None
    index = _index(language)
    for part in (word, *([word.rsplit("-", 1)[1]] if "-" in word[1:-1] else [])):
        for first in keys_of(part, language):
            for words, type_, kind, key in index.get(first, ()):
                if _follows(line, place, words, language):
                    return Head(place, place + len(words), type_, kind, key)
    return None


def _follows(line: Line, place: int, words: tuple[str, ...], language: Language) -> bool:
    if place + len(words) > len(line):
        return False
    return all(_word_matches(listed, line.words[place + step], language) for step, listed in enumerate(words) if step)
