"""The words of a text as the date reader sees them: one letter for each, from the lists of ``dates.toml``.

A date is then a short pattern of letters: «2021 жылғы 14-15 қазан» reads ``y_t_d-d_m``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from tomllib import loads
from typing import Any, NamedTuple
from unicodedata import normalize

from seriktes.errors import DataError
from seriktes.records import Kept

#: The letter of each kind of word. Punctuation stands for itself, ``_`` for a space, ``|`` for an empty line.
KINDS: Mapping[str, str] = {
    "day_number": "d",
    "year_number": "y",
    "number": "n",
    "suffix": "s",
    "other": "x",
    "ordinal": "o",
    "tens": "z",
    "cardinal": "k",
    "roman": "v",
    "month": "m",
    "month_genitive": "g",
    "month_locative": "l",
    "month_english": "e",
    "month_capital": "E",
    "month_city": "M",
    "weekday": "W",
    "weekday_locative": "L",
    "weekday_english": "Z",
    "year_word": "t",
    "years_word": "Y",
    "year_abbreviation": "a",
    "year_short": "c",
    "month_word": "u",
    "week_word": "w",
    "day_word": "D",
    "relative": "R",
    "relative_year": "B",
    "near_day": "h",
    "near_day_adjective": "J",
    "eve": "O",
    "quarter": "q",
    "quarter_english": "H",
    "quarter_letter": "Q",
    "season": "S",
    "at": "P",
    "in": "I",
    "of": "i",
    "edge": "X",
    "edge_after": "p",
    "with_from": "f",
    "from": "F",
    "to": "T",
    "until": "U",
    "until_english": "V",
    "until_after": "j",
    "since_after": "b",
    "and": "N",
    "between": "K",
    "between_after": "r",
    "ago": "G",
    "academic": "A",
    "counted": "C",
}

_DASHES = "-‐‑‒–—―−﹣－"
_MARKS = (
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys('«»"“”„', '"')
    | dict.fromkeys("№#", "#")
    | dict.fromkeys("$€£₸₽+", "$")
    | dict.fromkeys(".,/:()%", "")
    | {"&": "N"}
)
_JOINERS = "\u00ad\u200b\u200c\u200d\u2060"
_ODD = re.compile(f"[a-zё{_JOINERS}\u0300-\u036f]")
_LOOKALIKES = str.maketrans("iaeopcxyё", "іаеорсхуе", _JOINERS)
_YEARS = range(1700, 2200)
#: So many tokens are kept.
_KEPT = 50_000


class DateWord(NamedTuple):
    """A word, number, space or mark: where it stands, and what it says (month 1–12, weekday 0–6, a number)."""

    start: int
    end: int
    value: int


class Vocabulary(NamedTuple):
    """The lists of ``dates.toml``, ready to ask: word → (letter, value); ``token`` names the kind of what ``tokens`` finds."""

    words: Mapping[str, tuple[str, int]]
    capitals: Mapping[str, tuple[str, int]]
    dotted: frozenset[str]
    dot_needed: frozenset[str]
    suffixes: frozenset[str]
    longest_suffix: int
    past_tense: tuple[str, ...]
    one_ago: frozenset[str]
    token: re.Pattern[str]
    tokens: re.Pattern[str]


def _forms(entry: Mapping[str, Any], endings: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """The forms of an entry with their places in its lists; the place «-» stays empty."""
    yield from ((place, form) for place, form in enumerate(entry.get("forms", "").split()) if form != "-")
    for place, stem in enumerate(entry.get("stems", "").split()):
        if stem != "-":
            yield from ((place, stem + ending.replace("-", "")) for ending in endings[entry["endings"]].split())


@cache
def vocabulary() -> Vocabulary:
    """The word lists of the date reader.

    >>> vocabulary().words["қазанда"], vocabulary().words["мая"]
    (('l', 10), ('m', 5))
    """
    data = loads((files("seriktes.text") / "dates.toml").read_text(encoding="utf-8"))
    words: dict[str, tuple[str, int]] = {}
    capitals: dict[str, tuple[str, int]] = {}
    dotted, dot_needed = set(), set()
    for table in ("months", "weekdays", "series", "words"):
        for entry in data[table]:
            if entry["kind"] not in KINDS:
                raise DataError(f"dates.toml: unknown kind {entry['kind']!r}")
            first = {"months": 1, "weekdays": 0}.get(table, entry.get("first", entry.get("value", 0)))
            for place, form in _forms(entry, data["endings"]):
                value = first if table == "words" else first + place
                (capitals if entry.get("capital") else words).setdefault(form, (KINDS[entry["kind"]], value))
                if entry.get("dotted"):
                    dotted.add(form)
                if entry.get("dot_needed"):
                    dot_needed.add(form)
    short = "|".join(re.escape(form) for form in data["this_year_abbreviations"])
    tokens = {
        "this": rf"(?<![^\W_])(?i:{short})",
        "number": "[0-9]+",
        "space": r"\s+",
        "word": rf"[^\W\d_](?:[^\W\d_]|[{_JOINERS}\u0300-\u036f])*+",
        "mark": ".",
    }
    return Vocabulary(
        words,
        capitals,
        frozenset(dotted),
        frozenset(dot_needed),
        frozenset(data["suffixes"].split()),
        max(map(len, data["suffixes"].split())),
        tuple(data["past_tense"]),
        frozenset(data["one_ago"]),
        re.compile("|".join(f"(?P<{kind}>{source})" for kind, source in tokens.items()), re.DOTALL),
        re.compile("|".join(tokens.values()), re.DOTALL),
    )


class _Told(NamedTuple):
    """Letter, value and the full stops read with it (0 or 1) of a token without a full stop behind it, and with one."""

    alone: tuple[str, int, int]
    stopped: tuple[str, int, int]
    suffix: bool = False


#: What words tell: most tell nothing, and share that.
_same: dict[_Told, _Told] = {}


def _tell(token: str) -> _Told:
    match = vocabulary().token.match(token) if not token.isalpha() else None
    kind = match.lastgroup if match else "word" if token.isalpha() else "mark"
    if kind == "word":
        word = _Told(*_look_up(token), _is_suffix(token))
        return _same.setdefault(word, word)
    if kind == "space":
        letter, value = "|" if token.count("\n") > 1 or "\f" in token else "_", 0
    elif kind == "number":
        letter, value = _number(token)
    else:
        letter, value = "B" if kind == "this" else _MARKS.get(token, "!") or token, 0
    told = letter, value, 0
    return _Told(told, told)


_told = Kept(_tell, _KEPT)


def _look_up(word: str) -> tuple[tuple[str, int, int], tuple[str, int, int]]:
    """Letter, value and the full stops read with it (0 or 1) of a word without a full stop behind it, and with one."""
    known, lower = vocabulary(), word.lower()
    letter, value = _listed(word, known)
    alone = ("x" if lower in known.dot_needed else letter, value, 0)
    if letter == "c":
        return alone, ("a", value, 1)
    return alone, (letter, value, 1) if lower in known.dotted else alone


def _listed(word: str, known: Vocabulary) -> tuple[str, int]:
    lower = word.lower()
    for _ in range(2):
        if word[0].isupper() and lower in known.capitals:
            return known.capitals[lower]
        if lower in known.words:
            return known.words[lower]
        if lower.isascii() or not _ODD.search(lower):
            break
        lower = normalize("NFC", lower.translate(_LOOKALIKES))  # «шiлде» with a Latin i
    return "x", 0


def _number(digits: str) -> tuple[str, int]:
    if len(digits) == 4 and int(digits) in _YEARS:
        return "y", int(digits)
    if len(digits) <= 2 and 1 <= int(digits) <= 31:
        return "d", int(digits)
    return "n", 0


class DateWords:
    """The words of a stretch of text, each made when it is asked for: few belong to a date."""

    def __init__(self, tokens: list[str], edges: list[int], endings: frozenset[int]) -> None:
        self._tokens, self._edges, self._endings = tokens, edges, endings

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, place: int) -> DateWord:
        value = 0 if place in self._endings else _told[self._tokens[place]].alone[1]
        return DateWord(self._edges[place], self._edges[place + 1], value)


class _Letters(dict[str, str]):
    """The letter of each token as long as nothing beside it matters; empty where it does. Begun anew when it is full."""

    def __missing__(self, token: str) -> str:
        alone, stopped, suffix = _tell(token)
        if len(self) > _KEPT:
            self.clear()
        letter = self[token] = "" if suffix or stopped is not alone else alone[0]
        return letter


_letters = _Letters()


def read_words(text: str, start: int, end: int) -> tuple[str, DateWords]:
    """The letters of ``text[start:end]`` and the words they stand for, one for one.

    >>> read_words("Астана 2025 жылғы, 8 қазан", 0, 26)[0]
    'x_y_t,_d_m'
    """
    tokens: list[str] = vocabulary().tokens.findall(text, start, end)  # one after the other, and nothing between them
    letters = list(map(_letters.__getitem__, tokens))
    edges = list(accumulate(map(len, tokens), initial=start))
    endings: set[int] = set()
    dots: list[int] = []
    for place in [i for i, letter in enumerate(letters) if not letter]:
        alone, stopped, suffix = _told[tokens[place]]
        if suffix and _after_number(letters, place):
            letters[place] = "s"
            endings.add(place)
        elif stopped is not alone and text.startswith(".", edges[place + 1], end):
            letters[place] = stopped[0]
            dots += [place + 1] * stopped[2]
        else:
            letters[place] = alone[0]
        if dots and dots[-1] == place + 1:
            letters[place + 1] = ""  # the full stop of an abbreviation is read with it
    for place in reversed(dots):
        del letters[place], tokens[place], edges[place]
    if dots:
        endings = {place - bisect_left(dots, place) for place in endings}
    return "".join(letters), DateWords(tokens, edges, frozenset(endings))


def _after_number(letters: Sequence[str], place: int) -> bool:
    """Whether a day or year goes right before a place, with or without a hyphen; what is empty there was read with a word."""
    before = "".join(letters[max(0, place - 4) : place])
    return before.endswith(("d", "y", "d-", "y-"))


def _is_suffix(word: str) -> bool:
    lower, known = word.lower(), vocabulary()
    if len(word) > known.longest_suffix and word.isalpha():
        return False
    return lower in known.suffixes or lower.translate(_LOOKALIKES) in known.suffixes
