"""Russian bodies and places put right after the tagger: what was run together, what is no body, what a head or a bracket tells.

«Филипс в Германии» is a firm and a country, «финансов РФ» behind «министр» a country, «корабль «Союз»» no body; «парламент Крыма» is
one, and so is what stands in brackets behind a body in Latin letters. Words: ``words/put_right.toml``; why by rule: docs/decisions/0059.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import compress, count

from seriktes.mentions.lexicon import key_of, lexicon, word_class
from seriktes.mentions.lists import word_list
from seriktes.mentions.tagging.named import Named
from seriktes.mentions.tagging.quote_features import quotes
from seriktes.model import Token
from seriktes.records import Kept
from seriktes.text import russian

_BULLETS = frozenset("•·")
_QUOTES = frozenset('«»“”„"')
_LONGEST_BRACKET = 10
_LONGEST_COUNTRY = 5
#: As probable as a name is that its surroundings tell.
_SURE = 0.75

_Pairs = Sequence[tuple[int, int]]


def put_right(tokens: Sequence[Token], names: Sequence[Named]) -> list[Named]:
    """The names of a piece of a sentence, its bodies and places put right, leftmost first.

    >>> from seriktes.text.tokens import tokenize
    >>> put_right(tokenize("Министр финансов РФ прибыл."), [Named(1, 3, "Organization", 0.6)])
    [Named(start=2, end=3, label='Place', score=0.6)]
    """
    words = [token.text for token in tokens]
    pairs = quotes(words) if names else ()
    if not _BULLETS.isdisjoint(words):
        names = [part for name in names for part in _at_bullets(words, name)]
    kept = [part for name in names for part in _apart(words, name, pairs)]
    kept = [name for name in kept if name.label != "Organization" or not _is_no_body(words, name, pairs)]
    if "(" in words:
        _add_bracketed(words, kept)
    kept = [_with_head(words, name, kept) if name.label == "Place" else name for name in kept]
    kept += _countries_left(words, kept)
    kept.sort()
    return kept


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word_list("put_right")["ru"][name].split())


@cache
def _keys(name: str) -> frozenset[str]:
    return frozenset(key_of(word, "ru") for word in _listed(name))


def _classes(word: str) -> tuple[str, ...]:
    return lexicon("ru").classes_of(word)


def _is_place(word: str) -> bool:
    classes = _classes(word)
    return "country" in classes or "place" in classes


def _at_bullets(words: Sequence[str], name: Named) -> Iterator[Named]:
    """«Чили • Эквадор» are two."""
    start = name.start
    for i in range(name.start, name.end + 1):
        if i == name.end or words[i] in _BULLETS:
            if i > start:
                yield name._replace(start=start, end=i)
            start = i + 1


def _apart(words: Sequence[str], name: Named, pairs: _Pairs) -> Iterable[Named]:
    """A name by its right label; a body without the verb or the place that were run together with it."""
    start, end, label, _ = name
    if label == "Person":
        return (name,)
    if end - start == 1:
        right = _label_of(words[start], label)
        return (name if right == label else name._replace(label=right),)
    if label == "Place":
        return (name,)
    inside = words[start:end]
    if inside[0][0].isupper() and end - start <= _LONGEST_COUNTRY and (0, end - start, "country") in _matches(inside):
        return (name._replace(label="Place"),)
    if inside[0].islower() and _is_only_governed(inside):
        return (name._replace(start=end - 1, label="Place"),)
    return _cut(words, name, pairs)


def _matches(words: Sequence[str]) -> list[tuple[int, int, str]]:
    return list(lexicon("ru").matches([key_of(word, "ru") for word in words]))


def _label_of(word: str, label: str) -> str:
    """The label of a name of one word: lists know «Евросоюз» as a body alone, «Япония» as a country alone."""
    classes = _classes(word)
    if label == "Place" and classes == ("org",):
        return "Organization"
    return "Place" if "country" in classes and "org" not in classes else label


def _is_only_governed(words: Sequence[str]) -> bool:
    """«финансов РФ»: small words before a place, none of which may be a body."""
    *before, last = words
    if not _is_place(last) or not all(word.islower() for word in before):
        return False
    return not any(word_class(word, "ru") == "org" or russian.lemma(word) in _listed("ruling") for word in before)


def _cut(words: Sequence[str], name: Named, pairs: _Pairs) -> Iterator[Named]:
    """A body cut at a verb («Концерн «…» представил комиссии …»), or at «в» with a place, but for «посольство … в …» and listed ones."""
    start, end = name.start, name.end
    for i in range(start + 1, end):
        if not words[i].islower() or any(opened < i < closed for opened, closed in pairs):
            continue
        if _is_verb[words[i]]:
            yield from _apart(words, name._replace(end=i), pairs)
            if any(word[0].isupper() for word in words[i + 1 : end]):
                yield from _apart(words, name._replace(start=i + 1), pairs)
            return
        if words[i] in _listed("in") and _is_place_name(words[i + 1 : end]) and not _may_be_in(words[start:end], i - start):
            if any(word != word.lower() for word in words[start:i]):
                yield from _apart(words, name._replace(end=i), pairs)
            yield name._replace(start=i + 1, label="Place")
            return
    yield name


def _tells_verb(word: str) -> bool:
    """Whether every reading of a word in small letters is a finite verb."""
    return len(word) > 3 and word.isalpha() and all(p.tag.POS == "VERB" for p in russian.parses(word))


_is_verb = Kept(_tells_verb)


def _is_place_name(words: Sequence[str]) -> bool:
    """Whether what stands behind «в» may be a place, all with capitals: «Германии», «Калифорнии и Неваде»."""
    return bool(words) and words[0][0].isupper() and all(word[0].isupper() or word in ("и", "-") for word in words)


def _may_be_in(words: Sequence[str], place: int) -> bool:
    """Whether a body is named with the «в» at ``place`` of its words: an embassy, an office, a branch, or a listed one."""
    if any(key_of(word, "ru") in _keys("abroad") for word in words[:place]):
        return True
    return any(last == len(words) and kind == "org" for _, last, kind in _matches(words))


def _is_no_body(words: Sequence[str], name: Named, pairs: _Pairs) -> bool:
    """«СМИ»; a name in quotes behind what is a ship, a make or a work, also the last of some («корабли «А» и «Б»»)."""
    if name.end - name.start == 1 and words[name.start] in _listed("never"):
        return True
    if not pairs:
        return False
    edges = (name.start, name.start - 1), (name.end - 1, name.end)
    before = next((opened - 1 for opened, closed in pairs if opened in edges[0] and closed in edges[1]), -1)
    opening = {closed: opened for opened, closed in pairs} if before > 1 else {}
    while before > 1 and words[before] in (",", "и") and before - 1 in opening:
        before = opening[before - 1] - 1
    is_thing = before >= 0 and words[before][1:].islower() and russian.lemma(words[before]) in _listed("things")
    return is_thing and not _is_declined(words[name.end - 1 - (words[name.end - 1] in _QUOTES)])


def _is_declined(word: str) -> bool:
    """Whether a word is a genitive and no nominative: «фильм «Ленфильма»» is one by Lenfilm, while a thing's own name is not declined behind it."""
    return word.lower().endswith(("а", "я", "ы", "и")) and "nom" not in russian.cases_of(word)


def _add_bracketed(words: Sequence[str], names: list[Named]) -> None:
    """Make a body of what stands in brackets behind one: its Latin name or its short form, not the country it is in."""
    for body in [name for name in names if name.label == "Organization" and words[name.end : name.end + 1] == ["("]]:
        start = body.end + 1
        reach = range(start, min(len(words), start + _LONGEST_BRACKET))
        end = next((i for i in reach if words[i] in (")", ",")), start)
        inside = words[start:end]
        if not inside or _is_place(inside[0]) or not (_is_latin(inside) or (len(inside) == 1 and _is_acronym(inside[0]))):
            continue
        here = [i for i, name in enumerate(names) if name.start < end and start < name.end]
        if not here:
            names.append(Named(start, end, "Organization", _SURE))
        elif len(here) == 1:
            names[here[0]] = names[here[0]]._replace(label="Organization")


def _is_latin(words: Sequence[str]) -> bool:
    return words[0][0].isupper() and all(word.isascii() for word in words)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def _with_head(words: Sequence[str], name: Named, names: Sequence[Named]) -> Named:
    """«парламент Крыма», «сборная Японии» for the place alone; not what lies in another name."""
    head = name.start - 1
    if head < 0 or not _makes_body[words[head]] or any(n.start <= head < n.end for n in names):
        return name
    return Named(head, name.end, "Organization", max(name.score, _SURE))


def _is_head(word: str) -> bool:
    return (word[1:].islower() or word.isupper()) and russian.lemma(word).lower() in _listed("bodies")


_makes_body = Kept(_is_head)


def _countries_left(words: Sequence[str], names: Sequence[Named]) -> Iterator[Named]:
    """Countries that the tagger left alone, as in long lists of them; a name in quotes is another's («Колумбия», a ship)."""
    for i in compress(count(), map(_is_country.__getitem__, words)):
        if not (i and words[i - 1] in _QUOTES) and not any(name.start <= i < name.end for name in names):
            yield Named(i, i + 1, "Place", _SURE)


def _names_country(word: str) -> bool:
    """Whether a word is listed as a country and nothing else, and the dictionary knows it as the name of a place."""
    if _classes(word) != ("country",) or russian.part_of_speech(word) != "NOUN":
        return False
    return word.isupper() or any("Geox" in parse.tag for parse in russian.parses(word))


_is_country = Kept(_names_country)
