"""Case forms for made-up sentences: Kazakh by rule, Russian by pymorphy3, English none."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from seriktes.model import Language
from seriktes.text.russian import like, parses

_BACK = "аоұыёяюуэ"
_VOWELS = _BACK + "әөүіеи"
_VOICELESS = "пфктсшщчцхқһбгвд"
#: Possessive (П), after vowel, after м н ң, after other voiced, after voiceless; back and front.
_TABLE = {
    "gen": ("ның нің", "ның нің", "ның нің", "дың дің", "тың тің"),
    "dat": ("на не", "ға ге", "ға ге", "ға ге", "қа ке"),
    "acc": ("н н", "ны ні", "ды ді", "ды ді", "ты ті"),
    "loc": ("нда нде", "да де", "да де", "да де", "та те"),
    "abl": ("нан нен", "дан ден", "нан нен", "дан ден", "тан тен"),
    "ins": ("мен мен", "мен мен", "мен мен", "мен мен", "пен пен"),
    "attr": ("ндағы ндегі", "дағы дегі", "дағы дегі", "дағы дегі", "тағы тегі"),
}
_RUSSIAN = {"gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct", "nom": "nomn"}
_HIGHER = {"gen": "высшего", "dat": "высшему", "ins": "высшим", "loc": "высшем", "acc": "высшее"}
_NOT_POSSESSIVE = ("алматы", "қарағанды", "тернопілі")


def decline(text: str, case: str, language: Language) -> str:
    """A phrase in a case.

    >>> decline("Сыртқы істер министрлігі", "loc", "kk"), decline("Қазақстан", "gen", "kk"), decline("БҰҰ", "gen", "kk")
    ('Сыртқы істер министрлігінде', 'Қазақстанның', 'БҰҰ-ның')
    >>> decline("Министерство иностранных дел", "ins", "ru")
    'Министерством иностранных дел'
    """
    if case == "nom" or language == "en" or not text:
        return text
    return _kazakh(text, case) if language == "kk" else _russian(text, case)


def _kazakh(text: str, case: str) -> str:
    word = text.split()[-1].strip('»”"')
    lower = word.lower()
    if lower[-1:] == ".":
        return text
    last = next((c for c in reversed(lower) if c in _VOWELS), "а")
    front = last not in _BACK
    ending = lower[-1]
    if ending in "ыі" and len(lower) > 3 and not lower.endswith(_NOT_POSSESSIVE) and not word.isupper():
        column = 0
    elif ending in _VOWELS or not ending.isalpha() or word.isascii():
        column = 1
    else:
        column = 2 if ending in "мнң" else 4 if ending in _VOICELESS else 3
    suffix = _TABLE[case][column].split()[front]
    joined = "-" if word.isupper() or word.isascii() or text[-1] in '»”"' else ""
    return text + joined + suffix


def _russian(text: str, case: str) -> str:
    """Adjectives before the first noun, and the noun, take the case; so does what «и» joins to it."""
    if " и " in text and "«" not in text:
        left, right = text.split(" и ", 1)
        if _inflected(right.split(" ")[0], case):
            return f"{_russian(left, case)} и {_russian(right, case)}"
    words = text.split(" ")
    changed = list(words)
    for i, word in enumerate(words):
        turned = _inflected(word, case) if word[:1].isalpha() and not (word.isupper() and len(word) > 1) else None
        if turned is None:
            break
        changed[i] = turned[0]
        if turned[1] == "NOUN":
            break
    return " ".join(changed)


@lru_cache(maxsize=20_000)
def _inflected(word: str, case: str) -> tuple[str, str] | None:
    if word == "высшее" and case in _HIGHER:  # pymorphy3 makes a superlative of it
        return _HIGHER[case], "ADJF"
    for parse in parses(word):
        if "nomn" in parse.tag and parse.tag.POS in ("NOUN", "ADJF", "PRTF") and "UNKN" not in parse.tag:
            turned = parse.inflect({_RUSSIAN[case]})
            if turned is not None:
                return like(word, turned), str(parse.tag.POS)
    return None


@lru_cache(maxsize=20_000)
def decline_name(name: str, case: str, female: bool) -> str:
    """A given name or surname in a Russian case; foreign women's surnames stay.

    >>> decline_name("Ахметов", "ins", False), decline_name("Ахметова", "gen", True)
    ('Ахметовым', 'Ахметовой')
    """
    if case == "nom":
        return name
    gender = "femn" if female else "masc"
    readings: list[Any] = [
        p
        for p in parses(name)
        if "nomn" in p.tag and p.tag.gender in (gender, None) and p.tag.number == "sing" and ("Name" in p.tag or "Surn" in p.tag)
    ]
    for parse in readings:
        turned = parse.inflect({_RUSSIAN[case]})
        if turned is not None:
            return like(name, turned)
    return name
