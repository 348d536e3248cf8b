"""Memoranda, agreements, declarations, resolutions: the noun phrase that introduces each, and its short references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.mentions.headwords import Head, heads_in, key_of, pattern_of, phrases_of, words_of
from seriktes.mentions.lines import Line
from seriktes.mentions.phrases import agreement_bounds
from seriktes.mentions.quoted import is_title
from seriktes.model import Mention
from seriktes.text import russian

_NEAR = 4


def find_agreements(lines: Sequence[Line]) -> Iterator[Mention]:
    """Mentions of agreements in a document's sentences, in order."""
    seen: set[str] = set()
    reached = 0
    for line in lines:
        for head in _agreement_heads(line):
            mention = _mention(line, head, seen) if line.tokens[head.start].start >= reached else None
            if mention is not None:
                reached = mention.end
                if mention.rule != "agreement.short":
                    seen.add(head.key)
                yield mention


def _agreement_heads(line: Line) -> Iterator[Head]:
    known = phrases_of(line.language, "agreements", "firm") | phrases_of(line.language, "agreements", "adopted")
    for head in heads_in(line):
        if head.type == "Agreement" and head.key in known or head.key in known and head.type == "Project":
            if line.names[head.start] is None and not _in_quotes(line, head):
                yield head


def _in_quotes(line: Line, head: Head) -> bool:
    return any(opening < head.start < closing and is_title(line, opening, closing) for opening, closing in line.quotes)


def _mention(line: Line, head: Head, seen: set[str]) -> Mention | None:
    if _plural(line, head) or _negated(line, head):
        return None
    start, end, about = agreement_bounds(line, head)
    about = about or " of " in head.key
    signed = _signed(line, head, end)
    if head.key in ("mou", "moc") and "memorandum" in " ".join(seen):
        return line.mention(head.start, head.end, "Agreement", head.kind, "agreement.abbreviation", 0.8)
    short = line.capital(head.start) and not line.opens(head.start) and start == head.start and not about
    if short and head.key in seen and not _introduced(line, head):
        return line.mention(start, end, "Agreement", head.kind, "agreement.short", 0.7)
    if not _is_agreement(line, head, start, about, signed):
        return None
    rule, score = _rule(line, head, start, about, signed, seen)
    return line.mention(start, end, "Agreement", head.kind, rule, score) if rule else None


def _introduced(line: Line, head: Head) -> bool:
    """"Signed a Memorandum", «Келісімге қол қойды»; "the Memorandum" refers back."""
    if line.language == "kk":
        return line.words[head.end:head.end + 1] == ("қол",)
    return line.language == "en" and head.start > 0 and line.words[head.start - 1] in ("a", "an")


def _is_agreement(line: Line, head: Head, start: int, about: bool, signed: bool) -> bool:
    """Whether the word means a document here: «қоғамдық келісім» is concord, «план» and "programme" mostly no agreement."""
    if head.key in phrases_of(line.language, "agreements", "adopted"):
        return _adopted(line, head)
    if not about and any(line.words[i] in words_of(line.language, "agreements", "accord")
                         or key_of(line.words[i], line.language) in words_of(line.language, "agreements", "accord")
                         for i in range(max(0, head.start - 1), head.start)):
        return False
    if head.type == "Project" or head.key in ("программа", "программа сотрудничество"):
        return signed and _cooperation(line, head)
    if head.key == "шарт" and not about:
        return line.words[head.end:head.end + 1] in (("қол",), ("жасасты",), ("жасасқан",), ("жасалды",))
    if head.key in ("deal",):
        return start < head.start and signed
    return about or signed or (line.capital(head.start) and start < head.start and not line.opens(start))


def _cooperation(line: Line, head: Head) -> bool:
    around = line.words[max(0, head.start - 2):head.end + 2]
    return any(word.startswith(("сотруднич", "ынтымақтаст", "cooperation", "co-operation")) for word in around)


def _rule(line: Line, head: Head, start: int, about: bool, signed: bool, seen: set[str]) -> tuple[str, float]:
    if line.heading:
        return ("agreement.headline", 0.7) if about or signed else ("", 0.0)
    if about:
        return "agreement.phrase", 0.9 if signed else 0.75
    if start < head.start:
        return "agreement.modified", 0.85 if signed else 0.6
    if not signed:
        return "", 0.0
    if seen and _refers_back(line, head):
        return "", 0.0
    return "agreement.bare", 0.8


def _refers_back(line: Line, head: Head) -> bool:
    """«Подписанный меморандум», "the memorandum", «Келісім …» at the start of a sentence: one told of before."""
    before = line.words[head.start - 1] if head.start else ""
    back = words_of(line.language, "agreements", "back")
    if before in back or key_of(before or "-", line.language) in back or _deverbal(line, head.start - 1):
        return True
    if line.language == "en":
        return before in ("the", "its", "their") or head.start == 0
    return line.opens(head.start)


def _deverbal(line: Line, place: int) -> bool:
    return line.language == "ru" and place >= 0 and russian.part_of_speech(line.words[place]) == "PRTF"


def _signed(line: Line, head: Head, end: int) -> bool:
    """Whether the sentence speaks of signing, concluding or adopting near the phrase."""
    if line.language == "ru":
        verbs = words_of("ru", "agreements", "signing")
        return any(russian.lemma(word).replace("ё", "е") in verbs for i, word in enumerate(line.words) if word.isalpha() and abs(i - head.start) < 45)
    pattern = pattern_of(line.language, "agreements", "signing")
    assert pattern is not None
    if line.language == "kk":
        return pattern.search(" ".join(line.words[end:end + 25])) is not None or pattern.search(
            " ".join(line.words[max(0, head.start - 6):head.start])) is not None
    return any(pattern.fullmatch(word) for word in line.words)


def _adopted(line: Line, head: Head) -> bool:
    if line.language == "ru":
        verbs = words_of("ru", "agreements", "adopting")
        return any(key_of(word, "ru") in verbs for word in line.words if word.isalpha())
    pattern = pattern_of(line.language, "agreements", "adopting")
    assert pattern is not None
    return any(pattern.match(word) for word in line.words)


def _plural(line: Line, head: Head) -> bool:
    """Plural documents are announced, not one of them mentioned (recommendations are always plural)."""
    word = line.words[head.end - 1]
    if head.key in phrases_of(line.language, "agreements", "adopted"):
        return False
    if line.language == "kk":
        return any(mark in word[len(head.key.split()[-1]) - 1:] for mark in ("лар", "лер", "дар", "дер", "тар", "тер"))
    if line.language == "ru":
        return _russian_plural(line, head)
    return word in ("memoranda", "memorandums") or (word.endswith("s") and not word.endswith("ss"))


def _russian_plural(line: Line, head: Head) -> bool:
    place = head.end - 1 if len(head.key.split()) > 1 and head.key.split()[-1] in ("карта", "заявление") else head.start
    tags = [p.tag for p in russian.parses(line.words[place]) if p.tag.POS == "NOUN"]
    if not tags or not any(tag.number == "plur" for tag in tags):
        return False
    if not any(tag.number == "sing" for tag in tags) or _plural_adjective(line, place):
        return True
    return not _governs_genitive(line, place)


def _governs_genitive(line: Line, place: int) -> bool:
    """Whether «соглашения» can be a genitive: after a noun, a preposition or a negation, adjectives aside."""
    while place and russian.part_of_speech(line.words[place - 1]) in ("ADJF", "PRTF"):
        place -= 1
    return place > 0 and line.is_word(place - 1) and russian.part_of_speech(line.words[place - 1]) in ("NOUN", "PREP", "PRCL", "COMP")


def _plural_adjective(line: Line, place: int) -> bool:
    if not place:
        return False
    tags = [p.tag for p in russian.parses(line.words[place - 1]) if p.tag.POS in ("ADJF", "NUMR")]
    return bool(tags) and all(tag.number == "plur" or tag.POS == "NUMR" for tag in tags)


def _negated(line: Line, head: Head) -> bool:
    negators = words_of(line.language, "agreements", "negated")
    before = range(max(0, head.start - 3), head.start)
    if any(line.words[i] in negators or key_of(line.words[i], line.language) in negators for i in before):
        return True
    if line.language == "kk":
        return any(line.words[i] in ("ешқандай", "ешбір") for i in range(max(0, head.start - 6), head.start))
    if line.language == "ru" and line.words[head.end:head.end + 1] == ("не",):
        return True
    unreal = pattern_of(line.language, "agreements", "unreal")
    return unreal is not None and unreal.search(line.text.lower()) is not None
