"""Second look: what the document has named once is found again by surname, acronym or short reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from seriktes.mentions.lists import is_officer, key_of
from seriktes.mentions.names.acronyms import find_defined, find_defined_pairs, is_acronym_of_nothing
from seriktes.mentions.names.english_people import whole_name
from seriktes.mentions.names.reading import Reading
from seriktes.model import Language, Mention, Token
from seriktes.records import KeptIn
from seriktes.text import kazakh, russian
from seriktes.text.endings import russian_agrees, russian_key
from seriktes.text.scripts import fold

_ALWAYS = {
    "kk": frozenset({"мәжіліс", "сенат", "парламент", "үкімет"}),
    "ru": frozenset({"мажилис", "сенат", "парламент"}),
    "en": frozenset({"mazhilis", "majilis", "senate", "parliament"}),
}


_WHERE = frozenset({"в", "во", "из", "г", "под", "близ", "около", "до"})


@dataclass(slots=True)
class _Known:
    """What the first look found in the document."""

    surnames: dict[str, str] = field(default_factory=dict)
    shorts: dict[str, Mention] = field(default_factory=dict)
    pairs: dict[tuple[str, str], Mention] = field(default_factory=dict)
    heads: set[tuple[Language, str]] = field(default_factory=set)
    names: dict[tuple[str, ...], Mention] = field(default_factory=dict)
    firsts: set[str] = field(default_factory=set)
    quoted: dict[tuple[str, ...], Mention] = field(default_factory=dict)


def find_echoes(readings: Sequence[Reading], first: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions by surname, by acronym or short name set in brackets, and by capitalised type word («Консорциум»)."""
    known = _learn(readings, first)
    taken = _by_sentence(readings, first)
    for number, reading in enumerate(readings):
        covered = taken[number]
        yield from _defined_here(reading, known)
        for i, word in enumerate(reading.words):
            if not word.capital or reading.shouting:
                continue
            found = _pair(reading, i, known) or _short(reading, i, known) or _head_reference(reading, i, known)
            if found is None and reading.is_place(i):  # «Қазақстан Қызыл Жарты Айының» президенті
                found = _quoted_again(reading, i, known, 0.9)
            if found is not None:
                yield found
            elif not any(
                m.start <= word.token.start < m.end
                for m in covered
                if not _guessed(m, word.token) and not (m.type == "Place" and _named_like_a_town(reading, i, known))
            ):
                echo = _surname(reading, i, known) or _name_again(reading, i, known)
                if echo is not None:
                    yield echo


def _guessed(mention: Mention, token: Token) -> bool:
    """Whether a model alone took one word for a place: it may still be the surname of a person named before."""
    return (mention.start, mention.end) == (token.start, token.end) and mention.type == "Place" and mention.score < 0.8


def _by_sentence(readings: Sequence[Reading], mentions: Sequence[Mention]) -> Mapping[int, list[Mention]]:
    result: dict[int, list[Mention]] = defaultdict(list)
    number = 0
    for mention in mentions:
        while number < len(readings) - 1 and readings[number].sentence.end <= mention.start:
            number += 1
        result[number].append(mention)
    return result


def _learn(readings: Sequence[Reading], first: Sequence[Mention]) -> _Known:
    known = _Known()
    by_sentence = _by_sentence(readings, first)
    for number, reading in enumerate(readings):
        words = reading.words if by_sentence[number] else ()
        ends = {w.token.end: i for i, w in enumerate(words)}
        starts = {w.token.start: i for i, w in enumerate(words)}
        for mention in by_sentence[number]:
            last, begin = ends.get(mention.end), starts.get(mention.start)
            if last is None or begin is None:
                continue
            if mention.type == "Person" and last > begin and mention.score >= 0.5:
                key = _surname_key(reading.text(last), reading.language)
                if mention.text.endswith(" " + known.surnames.setdefault(key, mention.text)):
                    known.surnames[key] = mention.text  # the fuller name, where two are known
            elif mention.type == "Organization":
                for i in range(begin, last + 1):
                    if reading.lists.head(reading.text(i)) is not None:
                        known.heads.add((reading.language, key_of(reading.text(i), reading.language)))
                if (
                    mention.score >= 0.5
                    and not is_acronym_of_nothing(mention.text)
                    and (mention.rule != "pattern:title" or last - begin > 1)
                ):
                    known.names.setdefault(_keys(reading, begin, last + 1), mention)
                for opened, closed in reading.quotes.items():
                    if begin <= opened and closed <= last:
                        known.quoted.setdefault(_keys(reading, opened + 1, closed), mention)
            elif mention.type == "Place" and mention.score >= 0.6:
                known.names.setdefault(_keys(reading, begin, last + 1), mention)
        for before, first_of in find_defined_pairs(reading):
            owner = _owner_at(reading, before, by_sentence[number])
            if owner is not None and owner.type == "Organization":
                known.pairs.setdefault((reading.text(first_of), reading.text(first_of + 1)), owner)
        for before, _, short in find_defined(reading):
            owner = _owner_at(reading, before, by_sentence[number])
            if owner is not None and owner.type == "Organization" and not is_acronym_of_nothing(short):
                known.shorts.setdefault(_bare[reading.language][short], owner)
    known.firsts.update(key[0] for key in known.names if key)
    return known


def _owner_at(reading: Reading, place: int, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that ends with a word, or has it in it."""
    token = reading.words[place].token
    return next((m for m in mentions if m.end == token.end or m.start <= token.start < m.end), None)


def _bare_of(word: str, language: Language) -> str:
    base = kazakh.nominative(word) if language == "kk" or "-" in word else word
    if base.isupper() or sum(c.isupper() for c in base) > 1:
        return base.removesuffix("'s").removesuffix("’s")
    return key_of(base, language)


_bare = KeptIn(_bare_of)


def _keys(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    return tuple(_bare[reading.language][reading.text(i)] for i in range(start, end) if reading.words[i].shape != "mark")


def _surname_key(word: str, language: Language) -> str:
    lower = fold(word)
    if language == "ru":
        return russian_key(lower)
    return fold(kazakh.nominative(word)) if language == "kk" else lower.removesuffix("'s")


def _defined_here(reading: Reading, known: _Known) -> Iterator[Mention]:
    for _, place, short in find_defined(reading):
        owner = known.shorts.get(_bare[reading.language][short])
        if owner is not None:
            yield reading.mention(
                place, place + 1, "Organization", "pattern:defined", 0.95, owner.kind, owner.country, owner.authority
            )


def _pair(reading: Reading, i: int, known: _Known) -> Mention | None:
    """ "EC IFAS", where the text has set both acronyms in brackets behind one name."""
    owner = known.pairs.get((reading.text(i), reading.text(i + 1))) if known.pairs else None
    if owner is None:
        return None
    return reading.mention(i, i + 2, "Organization", "pattern:defined", 0.95, owner.kind, owner.country, owner.authority)


def _short(reading: Reading, i: int, known: _Known) -> Mention | None:
    owner = known.shorts.get(_bare[reading.language][word := reading.text(i)]) if known.shorts else None
    if owner is None or (reading.words[i].shape == "title" and i == reading.first and sum(c.isupper() for c in word) == 1):
        return None
    return reading.mention(i, i + 1, "Organization", "pattern:defined", 0.9, owner.kind, owner.country, owner.authority)


def _head_reference(reading: Reading, i: int, known: _Known) -> Mention | None:
    """A type word alone, capitalised in mid-sentence: «Консорциум», "the Alliance"."""
    word = reading.words[i]
    key = key_of(word.text, reading.language)
    house = reading.language == "kk" and key in _ALWAYS["kk"] and reading.lists.is_post(reading.text(i + 1))
    if word.shape != "title" or (i == reading.first and not house) or reading.titled:
        return None
    head = reading.lists.head(word.text)
    if head is None or ((reading.language, key) not in known.heads and key not in _ALWAYS[reading.language]):
        return None
    if (
        _plural(word.fold, reading.language)
        or (_opens_clause(reading, i) and not house)
        or (reading.language == "kk" and reading.lists.is_post(reading.text(i + 1)) and head.weak)
    ):
        return None
    if reading.language == "en" and (
        (reading.capital(i + 1) and i + 1 not in reading.persons)
        or reading.lower(i - 1) not in ("the", "this", "our", "its", "of", "and", "with", "by", "at")
    ):
        return None
    return reading.mention(i, i + 1, "Organization", "pattern:short-reference", 0.81, head.kind)


def _plural(word: str, language: Language) -> bool:
    """«Палатами», «Одақтар» are no one body."""
    if language == "kk":
        bare = kazakh.nominative(word)
        return bare.removesuffix("ы").removesuffix("і").endswith(kazakh.PLURAL)
    if language == "ru":
        return all(p.tag.number == "plur" for p in russian.parses(word) if p.tag.POS == "NOUN")
    return word.endswith("s") and not word.endswith(("ss", "'s"))


def _opens_clause(reading: Reading, i: int) -> bool:
    """Whether the word stands after a bullet, a quotation mark or a colon, where a capital tells nothing."""
    return i == 0 or reading.text(i - 1) in ("«", "“", '"', ":", "–", "—", "-", "•", "/", "|")


def _surname(reading: Reading, i: int, known: _Known) -> Mention | None:
    """A surname alone, of someone named in full before or after."""
    word = reading.words[i]
    if word.shape not in ("title", "caps") or not known.surnames:
        return None
    town = _named_like_a_town(reading, i, known)
    if (
        i in reading.listed_at
        and reading.words[i].shape == "title"
        and reading.is_place(i)
        and not reading.lists.is_given(word.text)
        and not town
    ):
        return None
    key = _surname_key(word.text, reading.language)
    full = known.surnames.get(key)
    if full is None or len(key) < 3:
        return None
    if reading.language == "ru" and not _same_surname(full, word.text):
        return None
    if reading.lists.head(word.text) is not None:
        return None
    return reading.mention(
        whole_name(reading, i, full), i + 1, "Person", "pattern:surname-again", 0.95 if town else 0.85, "person"
    )


def _named_like_a_town(reading: Reading, i: int, known: _Known) -> bool:
    """«…, отметила Смирнова»: whoever was named in full is meant, not the village of Smirnovo, where no preposition says so."""
    match = reading.listed_at.get(i)
    if (
        reading.language != "ru"
        or match is None
        or match.end - match.start != 1
        or any(reading.text(i) in names for names in match.records[0].names.values())
    ):
        return False
    full = known.surnames.get(_surname_key(reading.text(i), "ru"))
    if full is None or fold(full.split()[-1]) != reading.lower(i) or match.records[0].kind != "settlement":
        return False
    before = reading.lower(i - 1) if i else ""
    return before not in _WHERE and not before.startswith(("город", "сел", "посел"))


def _same_surname(full: str, word: str) -> bool:
    last = full.split()[-1]
    if russian_agrees(word, last) or russian_agrees(last, word):
        return True
    return fold(last)[:4] == fold(word)[:4]


def _name_again(reading: Reading, i: int, known: _Known) -> Mention | None:
    """A name found once, at another place where no voice heard it."""
    again = _quoted_again(reading, i, known, 0.7)
    if again is not None:
        return again
    if _bare[reading.language][reading.text(i)] not in known.firsts:
        return None
    for size in (4, 3, 2, 1):
        end = i + size
        if end > len(reading) or any(reading.words[k].shape == "mark" for k in range(i, end)):
            continue
        owner = known.names.get(_keys(reading, i, end))
        if owner is None or (
            size == 1
            and (
                len(owner.text) < 3
                or reading.lower(i) in reading.lists.stops | reading.lists.not_names
                or reading.lists.head(reading.text(i))
            )
        ):
            continue
        if owner.type == "Organization" and size > 1 and reading.language == "ru" and is_officer(reading.text(i)):
            continue  # «мэр Москвы», beside «мэрия Москвы»
        if owner.type == "Place" and size == 1 and reading.words[i].shape == "lower":
            continue
        return reading.mention(i, end, owner.type, "pattern:name-again", 0.6, owner.kind, owner.country, owner.authority)
    return None


def _quoted_again(reading: Reading, i: int, known: _Known, score: float) -> Mention | None:
    """What stood in quotes inside a body's name, in quotes again."""
    closed = reading.quotes.get(i - 1)
    owner = known.quoted.get(_keys(reading, i, closed)) if closed is not None else None
    if closed is None or owner is None:
        return None
    return reading.mention(i, closed, "Organization", "pattern:quoted-again", score, owner.kind, owner.country, owner.authority)
