"""Names made comparable: one Latin skeleton for spellings of three languages, and the parts of a person's name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from seriktes.identity.data import word_data
from seriktes.resources import ONTOLOGY, csv_cells
from seriktes.text.scripts import PLAIN_LETTERS, fold, in_latin_letters, repair

_WORD = re.compile(r"[^\W_]+(?:['’ʼ‘`\-‐‑–][^\W_]+)*\.?")
_HUSHING = PLAIN_LETTERS | str.maketrans(
    {
        "š": "sh",
        "ş": "sh",
        "ś": "sh",
        "č": "ch",
        "ć": "ch",
        "ç": "ch",
        "ž": "zh",
        "ź": "zh",
        "ż": "zh",
    }
)

#: Spellings made one, in this order; the left sides are what the three languages print for one sound.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(p), r)
    for p, r in (
        (r"['’ʼ‘`\-]", ""),
        (r"shch|sch|sh", "š"),
        (r"tech", "teh"),
        (r"(?<=[aeou])j(?![aeou])", "i"),
        (r"dzh|zh|dj|j", "ž"),
        (r"^xi", "si"),
        (r"tch|ch", "č"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck|c(?![eiyh])", "k"),
        (r"ts|tz", "c"),
        (r"^kazah", "kazak"),
        (r"x", "ks"),
        (r"q", "k"),
        (r"w", "v"),
        (r"y", "i"),
        (r"^u(?=[aeio])", "v"),
        (r"tb", "tp"),
        (r"([bcdfghklmnprstvzžčš])\1", r"\1"),
        (r"i+", "i"),
        (r"(?<=[bcdfghklmnprstvzžčš])(?:io(?=[bcdfghklmnprstvzžčš])|ie)", "e"),
        (r"(?<=[bcdfghklmnprstvzžčš])io(?=i?ev)", "e"),
        (r"(?<=l)ia(?=[bcdfghklmnprstvzžčš])", "a"),
        (r"^ie|(?<=[aeou])ie", "e"),
        (r"(?<=[aeou])i(?=[aou])", ""),
    )
)
_VOWELS = re.compile(r"[aeiou]")


@lru_cache(maxsize=400_000)
def skeleton(word: str) -> str:
    """A word in one Latin spelling that the Kazakh, Russian and English ones share.

    >>> [skeleton(w) for w in ("Тілепов", "Тилепов", "Tilepov")]
    ['tilepov', 'tilepov', 'tilepov']
    >>> skeleton("Қасым-Жомарт") == skeleton("Kassym-Jomart"), skeleton("Вавьерния") == skeleton("Wawiernia")
    (True, True)

    Letters only: what newspapers translate («Мұхаммед», «Магомед») needs the list of given names.
    """
    latin = in_latin_letters(fold(word)).lower()
    if not latin.isascii():
        latin = "".join(c for c in unicodedata.normalize("NFKD", latin.translate(_HUSHING)) if not unicodedata.combining(c))
    for pattern, sound in _SOUNDS:
        latin = pattern.sub(sound, latin)
    return latin


def consonants(word: str) -> str:
    """The skeleton without its vowels: what survives most slips and spellings, good for finding candidates."""
    found = _VOWELS.sub("", skeleton(word)).replace("v", "") or skeleton(word)
    return found[:8]


_CYRILLIC = re.compile("[Ѐ-ӿ]")
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÁÄÇÉÍÎÓÖØÚÜČŁŞŠŽ")
_NEAR = {
    frozenset(pair): cost
    for pair, cost in (
        ("ou", 0.3),
        ("ei", 0.3),
        ("ae", 0.4),
        ("iu", 0.5),
        ("ao", 0.5),
        ("vu", 0.4),
        ("gk", 0.5),
        ("gh", 0.4),
        ("kh", 0.4),
        ("bp", 0.5),
        ("dt", 0.5),
        ("zs", 0.5),
        ("žz", 0.5),
        ("cs", 0.5),
        ("čš", 0.5),
        ("žč", 0.6),
        ("vf", 0.5),
        ("bv", 0.7),
    )
}
_LIGHT = frozenset("aeiouh")


@lru_cache(maxsize=200_000)
def distance(left: str, right: str) -> float:
    """How many letters apart two skeletons are; slips of one sound and dropped vowels count less than a letter.

    >>> distance("orazbaev", "urazbaev"), distance("erlan", "eržan"), distance("stori", "stroi")
    (0.3, 1.0, 0.6)
    """
    if left == right:
        return 0.0
    if OSA.distance(left, right, score_cutoff=4) > 4:  # quick, in C; no pair further apart is ever called alike
        return 9.0
    rows: list[list[float]] = [[0.0]]
    for b in right:
        rows[0].append(rows[0][-1] + _drop(b))
    for i, a in enumerate(left, start=1):
        row = [rows[i - 1][0] + _drop(a)]
        for j, b in enumerate(right, start=1):
            best = min(rows[i - 1][j - 1] + _swap(a, b), rows[i - 1][j] + _drop(a), row[j - 1] + _drop(b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                best = min(best, rows[i - 2][j - 2] + 0.6)
            row.append(best)
        rows.append(row)
    return round(rows[-1][-1], 3)


def _drop(letter: str) -> float:
    return 0.6 if letter in _LIGHT else 1.0


def _swap(a: str, b: str) -> float:
    return 0.0 if a == b else _NEAR.get(frozenset((a, b)), 1.0)


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name as skeletons; a given name or patronymic of one letter is an initial."""

    given: str
    surname: str
    patronymic: str = ""
    #: Whether it was written in Latin letters; two names that say the same are the same in any.
    latin: bool = field(default=False, compare=False, repr=False)

    @property
    def initials_only(self) -> bool:
        """Whether no full given name is known."""
        return len(self.given) <= 1


@cache
def _variants() -> dict[str, int]:
    lines = word_data("given_names")["variants"]
    return {skeleton(word): number for number, line in enumerate(lines) for word in line.split()}


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(word_data("given_names")[name])


def same_given(left: str, right: str) -> float:
    """How surely two given names are one: 1 the same, 0.9 listed forms, less for a slip of the pen, 0 for others.

    >>> same_given(skeleton("Александр"), skeleton("Oleksandr")), same_given("erlan", "eržan"), same_given("b", "bolat")
    (0.9, 0.0, 0.5)
    """
    if not left or not right:
        return 0.4
    if left == right:
        return 1.0 if len(left) > 1 else 0.5
    if len(left) == 1 or len(right) == 1:
        return 0.5 if _same_initial(left, right) else 0.0
    known = _variants()
    if left in known and known[left] == known.get(right):
        return 0.9
    apart = distance(left, right)
    if apart <= 0.6 and min(len(left), len(right)) >= 4:
        return 0.8
    return 0.55 if apart <= 1.0 and min(len(left), len(right)) >= 6 and left[0] == right[0] else 0.0


def _same_initial(left: str, right: str) -> bool:
    a, b = left[0], right[0]
    return a == b or frozenset((a, b)) in (frozenset("ei"), frozenset("ia"), frozenset("iu"), frozenset("kh"))


@lru_cache(maxsize=200_000)
def person_name(name: str) -> PersonName:
    """A name cut into given name, patronymic and surname, whatever their order.

    >>> person_name("Б. Тілепов")
    PersonName(given='b', surname='tilepov', patronymic='')
    >>> person_name("Толепова Гаухар Ивановна")
    PersonName(given='gauhar', surname='tolepova', patronymic='ivanovna')
    """
    parts = _parts(name)
    return replace(parts, latin=True) if name.isascii() or not _CYRILLIC.search(name) else parts


def _parts(name: str) -> PersonName:
    titles = _endings("titles")
    raw = [w for w in _WORD.findall(repair(name)) if w.lower().rstrip(".") not in titles]
    initials = [skeleton(w.rstrip("."))[:1] for w in raw if _is_initial(w)]
    words = [w.rstrip(".") for w in raw if not _is_initial(w)]
    if not words:
        return PersonName("", "".join(initials))
    if initials:
        patronymic = initials[1] if len(initials) > 1 else ""
        if len(words) > 1 and not _ends_like_surname(words[0]):  # "John F. Kennedy"
            return PersonName(skeleton(words[0]), skeleton(words[-1]), initials[0])
        return PersonName(initials[0], skeleton(words[-1]), patronymic)
    return _full_name(words)


#: «Аль-Хатиб», "Al Khatib", «Ар-Рукайши»: the article is spelled by what follows it.
_ARTICLE = re.compile(r"^(?:al|ar|as|ash|at|ad|an|az|el|аль|эль|әл|ар|ас|аш|ат|ад|ан|аз)[-‐‑]", re.IGNORECASE)


def _full_name(words: list[str]) -> PersonName:
    words = [_ARTICLE.sub("", word) or word for word in words]
    if len(words) == 1:
        return PersonName("", skeleton(words[0]))
    if len(words) == 2:
        first, last = words
        if _surname_first(first, last):
            first, last = last, first
        return PersonName(skeleton(first), skeleton(last))
    if _is_patronymic(words[-1]):
        return PersonName(skeleton(words[-2]), skeleton("".join(words[:-2])), skeleton(words[-1]))
    if _is_patronymic(words[1]):
        return PersonName(skeleton(words[0]), skeleton("".join(words[2:])), skeleton(words[1]))
    return PersonName(skeleton(words[0]), skeleton(words[-1]), "")


def _is_initial(word: str) -> bool:
    bare = word.rstrip(".")
    return (word.endswith(".") and len(bare) <= 2) or (len(bare) == 1 and bare.isupper())


def _latin(word: str) -> str:
    return in_latin_letters(fold(word)).lower()


def _is_patronymic(word: str) -> bool:
    return _latin(word).endswith((*_endings("patronymics"), *_endings("sons")))


def _ends_like_surname(word: str) -> bool:
    return _latin(word).endswith((*_endings("surname_endings"), *_endings("sons"))) and len(word) > 4


@cache
def _given_names() -> frozenset[str]:
    return frozenset(skeleton(name) for (name,) in csv_cells(ONTOLOGY, "names/given.csv", "name"))


def _surname_first(first: str, last: str) -> bool:
    if first[0] in _LATIN and last[0] in _LATIN and not _ends_like_surname(first):
        return False  # English puts the given name first, though "Lewis" may be one too
    given = _given_names()
    if skeleton(first) in given:
        return False
    return skeleton(last) in given or (_ends_like_surname(first) and not _ends_like_surname(last))


def words_of(name: str) -> list[str]:
    """The words of a name without quotation marks and brackets, hyphens kept."""
    return [w.rstrip(".") for w in _WORD.findall(repair_words(name))]


def repair_words(name: str) -> str:
    """The name with look-alike letters repaired word by word."""
    return " ".join(repair(part) for part in name.split())
