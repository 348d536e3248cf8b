"""Kazakh endings: which case a word stands in, and the word without it.

A suffix stripper with vowel harmony and consonant assimilation, enough for names; no dictionary. Suffix tables follow
the standard grammar: plural + possessive + case, in this order.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Literal

from seriktes.records import Kept, record

Case = Literal["nom", "gen", "dat", "acc", "loc", "abl", "ins", "attr"]

_BACK = "аоұыёяюуэ"
_FRONT = "әөүіеи"
_VOWELS = _BACK + _FRONT
_VOICELESS = "пфктсшщчцхқһбгвд"
#: Loans that take front endings after a back vowel (банктің, фестивальдің), and surnames that take either.
_SOFT_OR_FOREIGN = ("ов", "ев", "ин", "нк", "рк", "ль")
#: Possessive loans whose accusative looks like a participle (-тын): университетін, институтын, қызметін.
_TAKES_N = (
    "итеті",
    "льтеті",
    "инеті",
    "юджеті",
    "ституты",
    "менті",
    "путаты",
    "дидаты",
    "сағаты",
    "ұжаты",
    "қызметі",
    "өкілі",
    "тілі",
    "жолы",
    "рөлі",
)
#: Names that end like a past form or an accusative: Сатыбалды, Құдайберді, Жанкелді.
_NAME_ENDS = ("балды", "берді", "келді", "гелді", "тұрды", "болды")
#: Names of two letters that take endings: «Ошта», «Оштан».
_SHORT = frozenset(("ош",))
_LATIN_LOOKALIKES = str.maketrans("iIaAeEoOpPcCxXyY", "іІаАеЕоОрРсСхХуУ")

#: (case, what must stand before it, endings), longer endings first: V vowel, N nasal, Z voiced sibilant, L voiced, T voiceless, P possessive of the third person.
_TABLE: tuple[tuple[Case, str, str], ...] = (
    ("attr", "P", "ндағы ндегі"),
    ("attr", "VL", "дағы дегі"),
    ("attr", "T", "тағы тегі"),
    ("abl", "P", "нан нен"),
    ("abl", "N", "нан нен"),
    ("abl", "VL", "дан ден"),
    ("abl", "T", "тан тен"),
    ("loc", "P", "нда нде"),
    ("loc", "VL", "да де"),
    ("loc", "T", "та те"),
    ("gen", "VN", "ның нің"),
    ("gen", "L", "дың дің"),
    ("gen", "T", "тың тің"),
    ("ins", "VLN", "мен менен"),
    ("ins", "Z", "бен"),
    ("ins", "T", "пен"),
    ("acc", "V", "ны ні"),
    ("acc", "LN", "ды ді"),
    ("acc", "T", "ты ті"),
    ("dat", "P", "на не"),
    ("dat", "VLN", "ға ге"),
    ("dat", "T", "қа ке"),
    ("acc", "P", "н"),
)
_ENDINGS: tuple[tuple[str, Case, str], ...] = tuple(
    (ending, case, before) for case, before, endings in _TABLE for ending in endings.split()
)
#: Those that a word may wear, by its last two letters: most words are tried with none of them, or one. By the last: of one letter.
_ENDINGS_IN = {two: tuple(e for e in _ENDINGS if two.endswith(e[0][-2:])) for two in {ending[-2:] for ending, _, _ in _ENDINGS}}
_NONE: tuple[tuple[str, Case, str], ...] = ()
#: «Отанымыздың», «елімізде»: our own.
_OURS = re.compile(rf"^(.*[{_VOWELS}].*[^{_VOWELS}])[ыі]м[ыі]з$")
_HYPHENS = frozenset("-‐‑")
_WORD_WITH_HYPHEN = re.compile(r"^(.{2,}?)[-‐‑]([^\W\d_]{1,6})$")
_FIRST_VOWELS = {ending: next((c for c in ending if c in _VOWELS), "") for ending, _, _ in _ENDINGS}
_HYPHEN_CASES: dict[str, Case] = {e: c for e, c, _ in reversed(_ENDINGS)}
#: Endings of the plural, of the genitive, and of adjectives made of nouns, by harmony and the sound before.
PLURAL = ("лар", "лер", "дар", "дер", "тар", "тер")
GENITIVE = ("ның", "нің", "дың", "дің", "тың", "тің")
ADJECTIVE = ("лық", "лік", "дық", "дік", "тық", "тік")


@record(frozen=True, slots=True)
class Form:
    """A word cut at its case ending: ``base`` keeps plural and possessive, as names are cited."""

    base: str
    case: Case


@cache
def _exceptions() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Stems in «с»; the long ones of them, which other words may stand before; words that bear no ending."""
    data = loads((files("seriktes.text") / "kazakh.toml").read_text(encoding="utf-8"))
    in_s = data["stems_in_s"]
    return frozenset(in_s), tuple(stem for stem in in_s if len(stem) > 4), frozenset(data["not_inflected"])


def _harmonious(base: str, ending: str) -> bool:
    own = _FIRST_VOWELS[ending]
    if not own or ending in ("мен", "бен", "пен", "менен") or base.lower().endswith(_SOFT_OR_FOREIGN):
        return True
    last = next((letter for letter in reversed(base.lower()) if letter in _VOWELS), "")
    if last in "уюияэё":  # no vowel; vowels of loans and of both series
        return True
    return (last in _BACK) == (own in _BACK)


def _allowed(base: str, before: str, ending: str) -> bool:
    last = base.lower().removesuffix("ь")[-1:]  # «Беларусьте», «Тюменьнен»
    if not last.isalpha():
        return False
    if before == "P":
        return last in "ыі" and len(base) >= 3
    if last in _VOWELS:
        return "V" in before or (last in "уи" and "L" in before)  # «Нұртілеудің», «кездесудің»: half a consonant
    if last in "мнң":
        return "N" in before or ("L" in before and ending[0] != "н")
    if last in "зж":
        return "Z" in before or "L" in before
    if last in _VOICELESS:
        return "T" in before
    return "L" in before


def analyse(word: str) -> Form:
    """The word without its case ending, and the case.

    >>> analyse("министрлігінде"), analyse("Қазақстанның"), analyse("БҰҰ-ның")
    (Form(base='министрлігі', case='loc'), Form(base='Қазақстан', case='gen'), Form(base='БҰҰ', case='gen'))
    >>> analyse("Беларусьте"), analyse("Казаньнан")
    (Form(base='Беларусь', case='loc'), Form(base='Казань', case='abl'))

    Without a dictionary «Алматы» looks like an accusative: ask the authority lists first.
    """
    return _forms[word]


def analyse_anew(word: str) -> Form:
    """The same, and not kept: for words of lists, which are asked for once."""
    if len(word) > 60:
        return Form(word, "nom")
    hyphened = None if _HYPHENS.isdisjoint(word) else _WORD_WITH_HYPHEN.match(word)
    if hyphened and hyphened.group(2) in _HYPHEN_CASES:
        return Form(hyphened.group(1), _HYPHEN_CASES[hyphened.group(2)])
    plain = word.translate(_LATIN_LOOKALIKES) if not word.isascii() else word
    lower = plain.lower()
    if lower in _exceptions()[2] or (word[:1].isupper() and len(word) > 6 and lower.endswith(_NAME_ENDS)):
        return Form(word, "nom")
    for ending, case, before in _ENDINGS_IN.get(lower[-2:]) or _ENDINGS_IN.get(lower[-1:], _NONE):
        if case in ("loc", "attr", "abl") and before == "P" and lower.startswith("жиын") and len(lower) < 9:
            continue  # «жиында»: the noun's own «н»
        if not lower.endswith(ending) or (len(lower) - len(ending) < 3 and lower[: -len(ending)] not in _SHORT):
            continue
        base = plain[: -len(ending)]
        if _harmonious(base, ending) and _allowed(base, before, ending):
            if before == "P" and ending == "н" and not _looks_possessive(base):
                continue
            return Form(word[: len(base)], case)
    return Form(word, "nom")


_forms = Kept(analyse_anew)


def _without_possessive(base: str) -> str:
    """Without «-сы», «-сі» after a vowel, «-ы», «-і» after a consonant."""
    if base[-1] not in "ыі" or base[-2] in _VOWELS:
        return base
    return base[:-2] if base[-2] == "с" and base[-3] in _VOWELS else base[:-1]


def _looks_possessive(base: str) -> bool:
    if base.lower().endswith(_TAKES_N):
        return True
    return (
        len(base) > 4
        and _without_possessive(base.lower()) != base.lower()
        and not base.lower().endswith(("лы", "лі", "ды", "ді", "ты", "ті"))
    )


def case_of(word: str) -> Case:
    """The case a word stands in; ``nom`` when it has no ending."""
    return _forms[word].case


def nominative(word: str) -> str:
    """The word as it is cited: without case, with its possessive (министрлігінің → министрлігі)."""
    return _forms[word].base


def _unvoiced(base: str) -> str:
    return base[:-1] + {"г": "к", "ғ": "қ", "б": "п"}.get(base[-1], base[-1]) if len(base) > 3 else base


def stem(word: str) -> str:
    """The word without case, possessive and plural, in lower case, voicing undone: for comparing.

    >>> stem("министрліктердің"), stem("министрлігінде"), stem("қорының"), stem("қоры")
    ('министрлік', 'министрлік', 'қор', 'қор')
    """
    return _stems[word]


def stem_anew(word: str) -> str:
    """The same, and not kept: for words of lists, which are asked for once."""
    return _stem_of(analyse_anew(word))


def _stem_of(form: Form) -> str:
    base = form.base.lower()
    ours = _OURS.match(base) if base.endswith("з") else None
    if ours:
        base = _unvoiced(ours.group(1))
    elif len(base) > 3:
        in_s, long_in_s, _ = _exceptions()
        own_s = base[-1] in "ыі" and (base[:-1] in in_s or base[:-1].endswith(long_in_s))
        cut = base[:-1] if own_s else _without_possessive(base)
        if len(cut) >= 2 and cut != base and any(c in _VOWELS for c in cut):
            base = cut
            base = _unvoiced(base)
    tail = base[-1:] if base[-1:] in ("ы", "і") else ""
    cut = base[: -3 - len(tail)] + tail if base.removesuffix(tail).endswith(PLURAL) else base
    return cut if len(cut) >= 3 else base


def _stem(word: str) -> str:
    cut = _stem_of(_forms[word])
    return word if cut == word else cut


_stems = Kept(_stem)
