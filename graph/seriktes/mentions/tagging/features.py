"""What the taggers see of a token: its letters, its neighbours, quotes, type words and name lists.

Training and tagging see the same: what a word form alone tells, of itself and of its neighbours (:func:`word_features`), and what
its sentence tells (:func:`context_features`). The tagger asks for the first once a word, see :mod:`seriktes.mentions.tagging.chain`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from seriktes.authority.cities import home_of_city
from seriktes.mentions.lexicon import Lexicon, key_of, lexicon, word_class
from seriktes.mentions.small_words import forgets, seen_small
from seriktes.mentions.tagging.phrase_features import add_phrases
from seriktes.model import Language, Token
from seriktes.records import Kept

#: How far a type word or a post word is looked for, in tokens.
_REACH = 6
_OPENING = {"«": "»", "“": "”", "„": "“", "‹": "›"}
_CLOSING = frozenset("»”›")
_STOPS = frozenset(",;:.!?()[]…")
_ENDS = frozenset(".!?:…")
_INITIAL = re.compile(r"^[^\W\d_][а-яё]?\.$")
_SURROGATE = re.compile("[\ud800-\udfff\x00]")
_IGNORED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_LONGEST = 40


@lru_cache(maxsize=60_000)
def clean(word: str) -> str:
    """The word without invisible characters, at most forty long, with nothing the learner cannot store.

    >>> clean("Қазақ\\u00adстан")
    'Қазақстан'
    """
    return _SURROGATE.sub("?", _IGNORED.sub("", word[: 4 * _LONGEST]))[:_LONGEST] or "?"


@lru_cache(maxsize=60_000)
def shape(word: str) -> str:
    """The word's letters by kind, runs shortened.

    >>> shape("Тоқаевтың"), shape("БҰҰ-ның"), shape("С."), shape("2025"), shape("ConnectFutures")
    ('Xx', 'XX-x', 'X.', '0', 'XxXx')
    """
    result: list[str] = []
    for char in word:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "0" if char.isdigit() else char
        second_capital = kind == "X" and result[-1:] == ["X"] and result[-2:] != ["X", "X"]
        if second_capital or result[-1:] != [kind]:
            result.append(kind)
    return "".join(result[:8])


#: How a word's features are called as those of the token after it, before it, and of the next but one.
_PLACES = ("-", "+", "--", "++")


def word_features(word: str, language: Language) -> tuple[list[str], ...]:
    """What a word tells of its own token, of the one after it, the one before it, the next but one, the last but one."""
    return (_own(word, language), *(_near(word, language, place) for place in _PLACES))


_of_word = lru_cache(maxsize=30_000)(word_features)
forgets(_of_word.cache_clear)


def _own(word: str, language: Language) -> list[str]:
    word = clean(word)
    lower = word.lower()
    found = [f"w={lower}", f"s={shape(word)}", f"k={key_of(word, language)}", f"c={word_class(word, language)}"]
    found += [f"p{n}={lower[:n]}" for n in range(1, 6) if n < len(lower)]
    found += [f"e{n}={lower[-n:]}" for n in range(1, 6) if n < len(lower)]
    if _INITIAL.match(word):
        found.append("initial")
    if word.isascii() and word.isalpha() and language != "en":
        found.append("latin")
    lists = _lists_of(word, language)
    found += [f"l={name}" for name in lists]
    small = _small(word, language)
    if small:
        found += [f"v={small}", *(f"v={small}|{name}" for name in lists or ("-",))]
    return found


def _small(word: str, language: Language) -> str:
    """Whether a word with a capital is also known in small letters (see ``seen_small``); nothing for others."""
    return seen_small(word, language) if word[:1].isupper() and (len(word) == 1 or not word.isupper()) else ""


def _near(word: str, language: Language, place: str) -> list[str]:
    word = clean(word)
    lower = word.lower()
    found = [f"{place}w={lower}", f"{place}s={shape(word)}", f"{place}c={word_class(word, language)}"]
    if len(place) == 1:
        found += [f"{place}k={key_of(word, language)}", f"{place}e3={lower[-3:]}", f"{place}e2={lower[-2:]}"]
        small = _small(word, language)
        if small:
            found.append(f"{place}v={small}")
    found += [f"{place}l={name}" for name in _lists_of(word, language)]
    return found


@lru_cache(maxsize=30_000)
def _lists_of(word: str, language: Language) -> tuple[str, ...]:
    """The classes of lists the word stands in; a city of the world is one of them, but in Russian, where natasha knows it."""
    found = lexicon(language).classes_of(word)
    is_city = language != "ru" and word[:1].isupper() and home_of_city(word, language) is not None
    return (*found, "town") if is_city else found


def sentence_features(tokens: Sequence[Token], language: Language, voice: Sequence[str] = ()) -> list[list[str]]:
    """One list of features for each token; ``voice`` are the tags another tagger gave the tokens, if any.

    >>> from seriktes.text.tokens import tokenize
    >>> "-w=с." in sentence_features(tokenize("С.Абдрахманов"), "kk")[1]
    True
    """
    told = [_of_word(word, language) for word in ("<", "<", *(token.text for token in tokens), ">", ">")]
    rows = []
    for i, context in enumerate(context_features(tokens, language, voice), start=2):
        row = told[i][0] + told[i - 1][1] + told[i + 1][2] + told[i - 2][3] + told[i + 2][4]
        rows.append([*row, *(feature for group in context for feature in group)])
    return rows


#: Features that a sentence gives a token for one reason: what they weigh together is looked up at once.
Group = tuple[str, ...]


def context_features(tokens: Sequence[Token], language: Language, voice: Sequence[str] = ()) -> list[list[Group]]:
    """Of each token, the features that the words two before to two behind do not tell one by one, in groups that come together."""
    words = [token.text for token in tokens]
    told = list(map(_told[language].__getitem__, words))
    cleaned = [own[0] for own in told]
    shapes = ["", *[own[1] for own in told], ""]
    gaps = [False, *[after.start - before.end > 1 for before, after in pairwise(tokens)]]
    rows = [[_shapes(*around)] for around in zip(shapes, shapes[1:], shapes[2:], gaps, strict=False)]
    classes = [own[2] for own in told]
    _add_quotes(rows, words, classes)
    _add_reach(rows, words, classes)
    if language != "ru":
        add_phrases(rows, cleaned, classes, language)
    _add_list_matches(rows, [own[3] for own in told], lexicon(language))
    _add_first(rows, cleaned, shapes, language)
    if voice:
        heard = ["", *voice, ""]
        for row, *around in zip(rows, heard, heard[1:], heard[2:], strict=False):
            row.append(_voice(*around))
    return rows


def _teller(language: Language) -> Callable[[str], tuple[str, str, str, str]]:
    """What a word of a language is in itself: cleaned, its shape, its class, its key."""

    def tell(word: str) -> tuple[str, str, str, str]:
        word = clean(word)
        return word, shape(word), word_class(word, language), key_of(word, language)

    return tell


_LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
_told = {language: Kept(_teller(language)) for language in _LANGUAGES}


@lru_cache(maxsize=20_000)
def _shapes(before: str, own: str, after: str, gap: bool) -> Group:
    """The shapes of a token and its neighbours, two by two; a shape is empty where there is no token."""
    found = [f"-ss={before}|{own}"] if before else []
    if gap:
        found.append("gap")
    return (*found, f"+ss={own}|{after}") if after else tuple(found)


def quotes(words: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the opening and closing quotes that belong together, outermost pairs only; straight ones in turn.

    >>> quotes(["«", "А", "»", '"', "Б", '"'])
    [(0, 2), (3, 5)]
    """
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    for i, word in enumerate(words):
        if opened is None:
            if word in _OPENING or word == '"':
                opened = i
        elif _closes(word, words[opened]):
            pairs.append((opened, i))
            opened = None
        elif word in ("«", "„"):
            opened = i
    return pairs


def _closes(word: str, opening: str) -> bool:
    if opening == '"':
        return word == '"'
    return word in _CLOSING or (word == "“" and opening == "„")


def _add_quotes(rows: list[list[Group]], words: Sequence[str], classes: Sequence[str]) -> None:
    for start, end in quotes(words):
        after = next((classes[j] for j in range(end + 1, min(end + 6, len(words))) if classes[j] or words[j] in _STOPS), "")
        before = classes[start - 1] if start else ""
        size = "long" if end - start > 6 else "short"
        for i in range(start, end + 1):
            rows[i].append((f"q={size}", f"qa={after}", f"qb={before}", f"qd={min(i - start, 4)}{min(end - i, 4)}"))
        for i in range(end + 1, min(end + 6, len(words))):
            if words[i] in _STOPS:
                break
            rows[i].append((f"aq={i - end}", f"aq={after}"))


def _add_reach(rows: list[list[Group]], words: Sequence[str], classes: Sequence[str]) -> None:
    """The nearest type word to the right and to the left, not over punctuation."""
    length = len(words)
    for places, sign in ((range(length - 1, -1, -1), ">"), (range(length), "<")):
        seen, far = "", 0
        for i in places:
            if seen and far <= _REACH:
                rows[i].append(_near_type(sign, seen, min(far, 3)))
            if words[i] in _STOPS:
                seen = ""
            elif classes[i]:
                seen, far = classes[i], 0
            far += 1


def _add_first(rows: list[list[Group]], words: Sequence[str], shapes: Sequence[str], language: Language) -> None:
    """What the capital of a sentence's first word is worth: whether lists or small letters know it, and what comes next.

    ``shapes`` are those of the words, an empty one before and behind.
    """
    if not seen_small("", language):
        return
    ends = (-1, *(i for i, word in enumerate(words) if word in _ENDS))
    firsts = (next((i for i in range(end + 1, min(end + 5, len(words))) if words[i][0].isalpha()), None) for end in ends)
    for first in {i for i in firsts if i is not None}:
        group = _first(words[first], shapes[first + 2], language)
        if group:
            rows[first].append(group)


@lru_cache(maxsize=20_000)
def _first(word: str, after: str, language: Language) -> Group:
    small = _small(word, language)
    lists = _lists_of(word, language) or ("-",)
    return (f"1v={small}", f"1n={small}|{after}", *(f"1l={small}|{name}" for name in lists)) if small else ()


forgets(_first.cache_clear)


@lru_cache(maxsize=1_000)
def _near_type(sign: str, seen: str, far: int) -> Group:
    return f"{sign}t={seen}", f"{sign}t={seen}{far}"


def _add_list_matches(rows: list[list[Group]], keys: Sequence[str], names: Lexicon) -> None:
    for start, end, kind in names.matches(keys):
        for i in range(start, end):
            rows[i].append((f"g={'B' if i == start else 'I'}{kind}",))
        if start:
            rows[start - 1].append((f"+g={kind}",))
        if end < len(rows):
            rows[end].append((f"-g={kind}",))


@lru_cache(maxsize=20_000)
def _voice(before: str, own: str, after: str) -> Group:
    """The other tagger's tags here and beside, and where it doubts, what else it thought of."""
    tag, rival = own.split("/")
    tag_before, _, rival_before = before.partition("/")
    tag_after, _, rival_after = after.partition("/")
    tag_before, tag_after = tag_before or "O", tag_after or "O"
    return (
        f"n={tag}",
        f"-n={tag_before}",
        f"+n={tag_after}",
        f"nn={tag_before}|{tag}|{tag_after}",
        f"nr={tag}|{rival}",
        f"-nr={rival_before}",
        f"+nr={rival_after}",
    )
