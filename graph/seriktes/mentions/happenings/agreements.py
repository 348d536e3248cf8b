"""Memoranda, agreements, declarations, resolutions: the noun phrase that introduces each, and its short references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from seriktes.mentions.happening_words import adopts, in_starts, is_listed, key_of, pattern, phrases, words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.happenings.phrases import agreement_bounds
from seriktes.mentions.happenings.quoted import is_title
from seriktes.mentions.headwords import Head
from seriktes.model import Mention
from seriktes.text import kazakh, russian

#: How far from the noun the verb of signing is looked for, in words.
_BEFORE, _AFTER = 45, 45
_BY_HAND = 8
_KAZAKH_BEFORE, _KAZAKH_AFTER = 6, 25
_BULLETS = frozenset("–-—•*▪·●✔✅")
#: A sentence of so few tokens is a bullet or number that the sentence splitter set apart.
_BULLET = 2
#: A line of so few tokens only announces a list: «Атап айтқанда:».
_ANNOUNCING = 5
_ABBREVIATIONS = frozenset({"mou", "moc"})
_COOPERATION = ("сотруднич", "ынтымақтаст", "cooperation", "co-operation")
_GOVERNING = frozenset({"NOUN", "PREP", "PRCL", "COMP"})


def find_agreements(lines: Sequence[Line]) -> Iterator[Mention]:
    """Mentions of agreements in a document's sentences, in order, none inside another.

    What makes a noun an agreement is what it is about («… туралы»), a name of its own, or a verb of signing: without
    them «келісім» is concord, a "plan" no document, and a bare «меморандум» refers back.
    """
    seen: set[str] = set()
    reached, listing = 0, False
    before: Line | None = None
    for line in lines:
        item = listing and is_item(line)
        listing = (listing and (item or len(line) <= _BULLET)) or _announces_documents(line, before)
        before = line
        for head in _candidates(line):
            free = line.tokens[head.start].start >= reached
            mention = (_listed(line, head) if item else None) or _mention(line, head, seen) if free else None
            if mention is not None:
                reached = mention.end
                seen.add(head.key)
                yield mention


def is_item(line: Line) -> bool:
    """Whether a sentence is an item of a list: a bullet or a number, or a lone phrase that ends with a semicolon."""
    numbered = line.words[0].isdigit() and line.word(1) in (".", ")")
    return numbered or line.words[0] in _BULLETS or line.words[-1] == ";" or line.text.lstrip()[:1] in _BULLETS


def _announces_documents(line: Line, before: Line | None) -> bool:
    """«Мынадай құжаттарға қол қойылды:», «… қол қойылды. Атап айтқанда:», "the following documents were signed:"."""
    if line.words[-1] != ":":
        return False
    if line.language == "kk":
        verb = pattern("kk", "agreements.signing_pattern")
        said = [line, before] if before is not None and len(line) <= _ANNOUNCING else [line]
        return verb is not None and any(verb.search(" ".join(one.words)) is not None for one in said)
    return any(_signs(word, line) for word in line.words)


def _signs(word: str, line: Line) -> bool:
    if line.language == "ru":
        return word[0].isalpha() and key_of(word, "ru") in words("ru", "agreements.signing")
    return in_starts(word, "en", "agreements.signing")


def _listed(line: Line, head: Head) -> Mention | None:
    """The document of a list's item: its first noun; in Kazakh its last («… арасындағы меморандум»)."""
    last = len(line) - 1
    while last and not line.is_word(last):
        last -= 1
    first = next((place for place in range(len(line)) if line.tokens[place].text[0].isalpha()), 0)
    start, end, _ = agreement_bounds(line, head)
    if (head.end - 1 != last) if line.language == "kk" else (start != first and head.start != first):
        return None
    return line.mention((start, end), "Agreement", _kind(head), "agreement.phrase", 0.85)


def _kind(head: Head) -> str:
    return head.kind if head.type == "Agreement" else "other"


def _candidates(line: Line) -> Iterator[Head]:
    known = phrases(line.language, "agreements.firm") | phrases(line.language, "agreements.adopted")
    if adopts(line.words, line.language):  # "adopted a Concept for …": a concept or strategy is a document there
        known |= words(line.language, "agreements.recasting")
    for head in line.heads:
        if head.key in known and head.type in ("Agreement", "Project") and line.names[head.start] is None:
            in_title = (
                any(
                    opening < head.start < closing and head.end < closing and is_title(line, opening, closing)
                    for opening, closing in line.quotes
                )
                if line.quoted(head.start)
                else False
            )
            if not in_title and not _plural(line, head) and not _negated(line, head):
                yield head


def _mention(line: Line, head: Head, seen: set[str]) -> Mention | None:
    if head.key in _ABBREVIATIONS and any(key.startswith("memorandum") for key in seen):
        return line.mention((head.start, head.end), "Agreement", _kind(head), "agreement.abbreviation", 0.8)
    start, end, about = agreement_bounds(line, head)
    start = _with_its_title(line, start) if start == head.start else start
    capital = line.capital(head.start) and not line.opens(head.start)
    if capital and head.key in seen and start == head.start and not about and not _introduced(line, head):
        return line.mention((start, end), "Agreement", _kind(head), "agreement.short", 0.7)
    adopted = head.key in phrases(line.language, "agreements.adopted") and adopts(line.words, line.language)
    signed = adopted or _signed(line, head, end)
    if not _is_document(line, head, start, about, signed):
        return None
    rule, score = _rule(line, head, start, about, signed, seen)
    return line.mention((start, end), "Agreement", _kind(head), f"agreement.{rule}", score) if rule else None


def _by_hand(line: Line, head: Head) -> bool:
    """Russian: «президенты подписали совместное заявление»: a statement that hands are set to is a document too."""
    near = line.words[max(0, head.start - _BY_HAND) : head.end + _BY_HAND] if line.language == "ru" else ()
    return any(key_of(word, "ru") in words("ru", "agreements.by_hand") for word in near if word[0].isalpha())


def _with_its_title(line: Line, start: int) -> int:
    """«Жасыл серт» үндеуі: a Kazakh document with its title, which stands before it."""
    titled = (opening for opening, closing in line.quotes if closing == start - 1 and is_title(line, opening, closing))
    opening = next(titled, start) if line.language == "kk" else start
    return opening if line.name(opening + 1) is None else start


def _introduced(line: Line, head: Head) -> bool:
    """ "Signed a Memorandum", «Келісімге қол қойды» bring a new one in; "the Memorandum" refers back."""
    if line.language == "kk":
        return line.word(head.end) == "қол"
    return line.language == "en" and line.word(head.start - 1) in ("a", "an")


def _is_document(line: Line, head: Head, start: int, about: bool, signed: bool) -> bool:
    if head.key in words(line.language, "agreements.recasting"):
        return line.capital(head.start) and not line.opens(head.start) and not line.heading
    if head.key in phrases(line.language, "agreements.adopted"):
        return line.word(head.end) != "№" and (adopts(line.words, line.language) or _by_hand(line, head))
    if not about and head.start and is_listed(line.words[head.start - 1], line.language, "agreements.accord"):
        return False
    if head.type == "Project" or head.noun == "программа":
        return signed and any(word.startswith(_COOPERATION) for word in line.words[max(0, head.start - 2) : head.end + 2])
    if head.key == "шарт" and not about:  # «шарт» is a condition more often than a treaty
        return line.word(head.end) == "қол" or line.word(head.end).startswith("жаса")
    if head.key == "deal":
        return start < head.start and signed
    return about or signed or (line.capital(head.start) and start < head.start and not line.opens(start))


def _rule(line: Line, head: Head, start: int, about: bool, signed: bool, seen: set[str]) -> tuple[str, float]:
    """The name of the rule that holds and its score; an empty name where the noun refers back."""
    if line.heading:
        return ("headline", 0.7) if about or signed else ("", 0.0)
    if about:
        return "phrase", 0.9 if signed else 0.75
    if start < head.start:
        return "modified", 0.85 if signed else 0.6
    if not signed or (seen and _refers_back(line, head)) or _unsigned(line, head):
        return "", 0.0
    return "bare", 0.8


def _unsigned(line: Line, head: Head) -> bool:
    """Russian: «протокол разногласий не подписан»."""
    after = line.words[head.end : head.end + 5] if line.language == "ru" else ()
    signing = words("ru", "agreements.signing")
    return any(word == "не" and key_of(then, "ru") in signing for word, then in pairwise(after))


def _refers_back(line: Line, head: Head) -> bool:
    """«Подписанный меморандум», "the memorandum", «Келісім …» at the start of a sentence: one told of before."""
    before = line.word(head.start - 1)
    if before and is_listed(before, line.language, "agreements.back"):
        return True
    if line.language == "ru" and before and russian.part_of_speech(before) == "PRTF":
        return True
    if line.language == "kk" and head.start and _owned(line, head):
        return True
    return before in ("", "the", "its", "their") if line.language == "en" else line.opens(head.start)


def _owned(line: Line, head: Head) -> bool:
    """Kazakh: «университеттер келісіміне»: the agreement of those told of before."""
    before, word = line.words[head.start - 1], line.words[head.end - 1]
    possessed = word[len(head.noun) : len(head.noun) + 1] in ("і", "ы", "с")
    return possessed and line.plain(head.start - 1) and any(before.endswith(plural) for plural in kazakh.PLURAL)


def _signed(line: Line, head: Head, end: int) -> bool:
    """Whether the sentence speaks of signing or concluding near the phrase; a Kazakh verb stands after it."""
    if line.language == "kk":
        verb = pattern("kk", "agreements.signing_pattern")
        parts = (line.words[end : end + _KAZAKH_AFTER], line.words[max(0, head.start - _KAZAKH_BEFORE) : head.start])
        return verb is not None and any(verb.search(" ".join(part)) for part in parts)
    near = line.words[max(0, head.start - _BEFORE) : head.start + _AFTER]
    if line.language == "ru":
        return any(key_of(word, "ru") in words("ru", "agreements.signing") for word in near if word[0].isalpha())
    return any(in_starts(word, "en", "agreements.signing") for word in near)


# -- what is no single agreement -------------------------------------------------------------------------------------


def _plural(line: Line, head: Head) -> bool:
    """Documents in the plural are announced, not one of them mentioned; recommendations are always plural."""
    if head.noun in ("рекомендация", "recommendation", "ұсыным"):
        return False
    word = line.words[head.end - 1]
    if line.language == "kk":
        return any(mark in word[len(head.noun) - 1 :] for mark in kazakh.PLURAL)
    if line.language == "en":
        return word == "memoranda" or (word.endswith("s") and not word.endswith("ss"))
    return _russian_plural(line, line.noun_place(head))


def _russian_plural(line: Line, place: int) -> bool:
    """«Соглашения» may be the genitive of one: then something before it asks for a genitive."""
    tags = [p.tag for p in russian.parses(line.words[place]) if p.tag.POS == "NOUN"]
    if not any(tag.number == "plur" for tag in tags):
        return False
    if all(tag.number == "plur" for tag in tags) or _plural_adjective(line.word(place - 1)):
        return True
    while place and russian.part_of_speech(line.words[place - 1]) in ("ADJF", "PRTF"):
        place -= 1
    return not place or not line.is_word(place - 1) or russian.part_of_speech(line.words[place - 1]) not in _GOVERNING


def _plural_adjective(word: str) -> bool:
    tags = [p.tag for p in russian.parses(word) if p.tag.POS in ("ADJF", "NUMR")] if word else []
    return bool(tags) and all(tag.number == "plur" or tag.POS == "NUMR" for tag in tags)


def _negated(line: Line, head: Head) -> bool:
    reach = 6 if line.language == "kk" else 3
    before = line.words[max(0, head.start - reach) : head.start]
    if line.language != "kk" and "," in before:  # what is denied before a comma is another thing
        before = before[len(before) - before[::-1].index(",") :]
    if any(is_listed(word, line.language, "agreements.negated") for word in before):
        return True
    if line.language == "ru" and line.word(head.end) == "не":
        return True
    unreal = pattern(line.language, "agreements.unreal_pattern")
    return (unreal is not None and unreal.search(line.text.lower()) is not None) or _denied(line, head)


def _denied(line: Line, head: Head) -> bool:
    """«Декларацияға қол қойылған жоқ», «не стали подписывать соглашение»: the signing told nearest to it did not happen."""
    denying = pattern(line.language, "agreements.denied_pattern")
    denied = [m.span() for m in denying.finditer(" ".join(line.words))] if denying is not None else []
    if not denied or (
        line.capital(head.start) and not line.opens(head.start)
    ):  # a convention that is there, whoever is not in it
        return False
    starts = list(accumulate((len(word) + 1 for word in line.words), initial=0))
    first = head.start if line.language == "kk" else 0  # the Kazakh verb stands behind its object
    verbs = [i for i in range(first, len(line)) if not head.start <= i < head.end and _tells_signing(line, i)]
    nearest = min(verbs, key=lambda i: abs(i - head.start), default=None)
    return nearest is not None and any(start <= starts[nearest] < end for start, end in denied)


def _tells_signing(line: Line, place: int) -> bool:
    if line.language == "kk":
        here = " ".join(line.words[place : place + 5])  # «қол қоюдан бас тартты», «қол қойған жоқ»
        patterns = (pattern("kk", "agreements.signing_pattern"), pattern("kk", "agreements.denied_pattern"))
        return any(verb is not None and verb.match(here) is not None for verb in patterns)
    return _signs(line.words[place], line)
