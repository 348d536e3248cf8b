"""How far a noun phrase reaches around its type word: adjectives before it, «туралы …», «о …», "on …" beside it."""

from __future__ import annotations

from functools import lru_cache

from seriktes.mentions.headwords import Head, head_at, key_of, words_of
from seriktes.mentions.lines import Line
from seriktes.model import Language
from seriktes.text import russian

_LONGEST = 16
_ADJECTIVES = frozenset({"ADJF"})
_NO_COMPLEMENT = frozenset({"VERB", "INFN", "GRND", "PRTS", "PRED", "NPRO"})
_KAZAKH_ADJECTIVE = ("лық", "лік", "дық", "дік", "тық", "тік", "жақты", "ғы", "гі", "мді", "лы", "лі", "ды", "ді", "ты", "ті",
                     "сыз", "сіз", "лай", "аралық", "дай")
_FIELD = frozenset({"сфере", "области", "части", "сферах", "областях", "field", "area", "sphere", "fields", "areas", "domain"})


def agreement_bounds(line: Line, head: Head) -> tuple[int, int, bool]:
    """First and last-but-one token of the agreement's phrase, and whether it says what the agreement is about."""
    if line.language == "kk":
        return _kazakh_bounds(line, head)
    start = _with_adjectives(line, head)
    end = _complement_end(line, head)
    return start, end, end > head.end


def _kazakh_bounds(line: Line, head: Head) -> tuple[int, int, bool]:
    about = words_of("kk", "agreements", "about")
    place = _kazakh_modifiers(line, head.start)
    if place == 0 or line.words[place - 1] not in about or line.names[place - 1] is not None:
        return _without_generic(line, place, head.start), head.end, False
    start = _kazakh_complement(line, place - 1)
    return start, head.end, start < place - 1


def _kazakh_modifiers(line: Line, place: int) -> int:
    """Where the adjectives right before the head begin: «үшжақты», «ұзақ мерзімді», «ынтымақтастық»."""
    first = place
    while first and place - first < 3 and line.names[first - 1] is None and line.is_word(first - 1):
        word = line.words[first - 1]
        if word in words_of("kk", "agreements", "about") or word in words_of("kk", "agreements", "stops"):
            break
        if not (word.endswith(_KAZAKH_ADJECTIVE) or word in ("бірлескен", "ұзақ", "қорытынды", "бас", "негізгі", "ниет")):
            break
        if line.capital(first - 1) and first - 1 and not line.capital(place):
            break
        first -= 1
    return first


def _without_generic(line: Line, start: int, end: int) -> int:
    new = words_of("kk", "agreements", "new_one")
    while start < end and (line.words[start] in new or line.words[start].endswith(("нды", "нді", "тты", "тті", "лды", "лді"))):
        start += 1
    return start


def _kazakh_complement(line: Line, about: int) -> int:
    stops = words_of("kk", "agreements", "stops")
    first = about
    while first and about - first < _LONGEST:
        word = line.words[first - 1]
        joined = word in ("және", "мен", "пен", "бен")
        if not line.is_word(first - 1) or line.names[first - 1] is not None:
            break
        if joined and first - 1 and line.names[first - 2] is None and line.is_word(first - 2) and line.words[first - 2] not in stops:
            first -= 1
            continue
        if word in stops and not (word in ("арасындағы", "арасында") and first > 1 and line.words[first - 2] == "тараптар"):
            if word not in ("туралы",) or about - first < 3 or first > 4:
                break
        first -= 1
    while first < about and (line.words[first] in ("және", "мен", "пен", "бен", "сондай-ақ", "ал", "бірге")
                             or _kazakh_leftover(line, first, about)):
        first += 1
    return first


def _kazakh_leftover(line: Line, place: int, about: int) -> bool:
    """Words of the clause before the phrase: an adverbial case or a postposition that cannot begin the complement."""
    word = line.words[place]
    return about - place > 2 and word.endswith(("ында", "інде", "нан", "нен", "дан", "ден", "да", "де", "кейін", "бойы")) and len(word) > 4


@lru_cache(maxsize=20_000)
def _is_adjective(word: str) -> bool:
    first = russian.parses(word)[0].tag
    return first.POS in _ADJECTIVES and "Apro" not in first


def _with_adjectives(line: Line, head: Head) -> int:
    generic = words_of(line.language, "agreements", "new_one")
    first = head.start
    while first and head.start - first < 4:
        place = first - 1
        if not line.is_word(place) and line.words[place] != "–" or line.names[place] is not None:
            break
        word = line.words[place]
        if word in generic or key_of(word, line.language) in generic:
            break
        if line.language == "ru":
            if not _is_adjective(word):
                break
        elif not _english_modifier(line, place, head):
            break
        first -= 1
    if line.language == "en" and first and head.start - first >= 4 and not line.capital(first):
        return head.start
    return first


def _english_modifier(line: Line, place: int, head: Head) -> bool:
    word = line.words[place]
    if line.capital(head.start):
        return line.capital(place) and place > 0 or (word == "and" and place > 0 and line.capital(place - 1) and line.names[place - 1] is None)
    stopped = word in words_of("en", "agreements", "stops") or word in words_of("en", "agreements", "about")
    return not stopped and word not in ("and", "or", "not", "in", "as", "both", "also", "sides", "parties", "he", "she", "they", "we", "it") \
        and not word.endswith(("ed", "ly", "ing")) and not word.startswith(("sign", "conclude", "approve", "ink", "adopt", "reach"))


def _complement_end(line: Line, head: Head) -> int:
    """The end of «о сотрудничестве в сфере …» after a type word, or the head's own end."""
    place = head.end
    if place + 1 >= len(line):
        return place
    about = words_of(line.language, "agreements", "about")
    first = line.words[place]
    if line.language == "ru" and first == "на" and head.key in ("договор", "контракт"):
        about = about | {"на"}
    if line.language == "ru" and first not in about and head.key in ("программа", "план", "дорожная карта") or "сотрудничеств" in first:
        return _walk(line, place, place) if "сотрудничеств" in first else place
    in_field = first in ("в", "in") and _field_at(line, place)
    if first not in about and not in_field:
        return place
    return _walk(line, place + 1, place)


def _field_at(line: Line, place: int) -> bool:
    return any(line.words[i] in _FIELD for i in range(place + 1, min(len(line), place + 3)))


def _walk(line: Line, place: int, floor: int) -> int:
    begin = place
    while place < len(line) and place - begin < _LONGEST:
        if line.names[place] is not None or not _may_continue(line, place, begin):
            break
        place += 1
    stopped_by_name = place < len(line) and line.names[place] is not None
    place = _trimmed(line, place, begin, stopped_by_name)
    return place if place > begin else floor


def _may_continue(line: Line, place: int, begin: int) -> bool:
    word, language = line.words[place], line.language
    if word == ",":
        return _list_goes_on(line, place)
    if not line.is_word(place):
        return word in ("’", "'") and language == "en"
    if word in words_of(language, "agreements", "stops"):
        return word in ("в", "in") and _field_at(line, place) and place > begin
    if language == "en":
        return word not in ("on", "for") or place == begin
    if word in ("о", "об", "обо") and place > begin:
        return True
    if word == "и":
        following = head_at(line, place + 1) if place + 1 < len(line) else None
        return following is None or following.type != "Agreement"
    return russian.part_of_speech(word) not in _NO_COMPLEMENT


def _list_goes_on(line: Line, comma: int) -> bool:
    """A comma inside «торгово-экономическом, научном и культурном сотрудничестве», "trade, economic and cultural ties"."""
    if comma + 2 >= len(line):
        return False
    if line.language == "ru":
        return _is_adjective(line.words[comma - 1]) and _is_adjective(line.words[comma + 1])
    ahead = [line.words[i] for i in range(comma + 1, min(len(line), comma + 6))]
    if "and" not in ahead[1:5] or line.names[comma + 1] is not None:
        return False
    between = ahead[:ahead.index("and", 1)]
    return not any(word in words_of("en", "agreements", "stops") or word.endswith("ed") or word in ("the", "a", "on") for word in between)


def _trimmed(line: Line, end: int, begin: int, stopped_by_name: bool) -> int:
    """Without a dangling preposition, conjunction or comma; a phrase cut by a name ends before its last preposition."""
    dangling = {"и", "and", "of", "for", "on", "the", "a", "an", ",", "в", "о", "об", "in", "to", "or", "или", "near", "new"}
    if stopped_by_name and line.language == "en":
        last = max((i for i in range(begin, end) if line.words[i] in ("of", "for", "on", "in", "to", "near", "with", "by", "the")), default=begin)
        end = last if last > begin else begin
    while end > begin and line.words[end - 1] in dangling:
        end -= 1
    return end


def capital_run(line: Line, place: int, language: Language) -> int:
    """Where the run of capitalised words that ends before ``place`` begins."""
    joins = {"kk": ("мен", "пен", "бен", "және", "–", "-", "—"), "ru": ("и", "–", "-", "—"),
             "en": ("and", "of", "the", "for", "in", "on", "–", "-", "—", "&", "to", "+")}[language]
    first = place
    while first and line.words[first - 1] != "":
        word = line.words[first - 1]
        if line.is_word(first - 1) and (line.capital(first - 1) or line.names[first - 1] is not None or word.isdigit()):
            first -= 1
        elif word in joins and first > 1 and (line.capital(first - 2) or line.names[first - 2] is not None):
            first -= 1
        elif word == "the" and first > 2 and line.words[first - 2] in joins and line.capital(first - 3):
            first -= 1
        else:
            break
    return first
