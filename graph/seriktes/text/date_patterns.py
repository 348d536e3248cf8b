"""The patterns of dates over the letters of :mod:`seriktes.text.date_words`: what stands next to what.

Groups name the parts: ``y1 m1 d1`` begin, ``y2 m2 d2`` end; what follows «_» only tells two places of one part apart.
No pattern repeats without bound, so the search is linear whatever the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

#: What may not stand before a date: a glued letter or number, «№», a currency sign.
_LEFT = r"(?<![A-Za-z#$])(?<![dyn][-.,:/])(?<!x-)(?<!#_)"
_RIGHT = r"(?:(?<=a)|(?![A-Za-z]))(?![-.,:/][dyn])(?!(?<=[dyns])-[A-Za-z])"

_DASH = r"_?-_?"
_LIST = r"(?:,_d(?:-?s)?){0,4},?_N_"  # «12, 14 и 16»
_WEEKDAY = r"(?:[WLZ],?_)?"
_WEEKDAY_AFTER = r"(?:,?_(?:P_)?[WLZ]|_\([WLZ]\))?"
_YEAR_WORD = r"(?:[-_]?[tY](?!_G)|_?a|_c(?![A-Za-z]))"
_GAP = r"(?:_i_|_-_|[-_/])?"
_MONTH_LETTERS = "mgleEM"
_MONTH = f"[{_MONTH_LETTERS}]"
_TO = rf"(?:{_DASH}|_[TUV]_)"
_NOT_COUNTED = r"(?!_?[C$%])"


def _day(name: str) -> str:
    """A day: 12, 12th, «25-інде», «двадцать пятого», and «12» in quotes as contracts have it."""
    return rf'(?P<quote_{name}>")?(?P<{name}>d(?:-?s)?|(?:z[-_])?o)(?(quote_{name})")'


def _month(name: str, letters: str = _MONTH) -> str:
    return rf"(?P<{name}>{letters})"


def _before(name: str) -> str:
    """A year before the rest: «2021 жылғы», «2023 ж.», «биыл», «өткен жылдың»."""
    return rf"(?P<{name}>y(?:-?s)?(?:[-_]?t|_?a)|R_t|B(?:_t)?)(?:,?_|(?<=a))"


def _after(name: str) -> str:
    """A year after the rest: «2024 года», ", 2024", «с.г.», "this year"."""
    return rf"(?:,?_(?:i_)?|[-/])(?P<{name}>y(?:-?s)?{_YEAR_WORD}?|R_t|B){_NOT_COUNTED}"


def _number(part: str, *marks: str) -> list[str]:
    """The ways to write a date in figures: «12.05.2024», 2024-05-12."""
    y, m, d = (rf"(?P<{letter}{part}>{letter if letter != 'm' else 'd'})" for letter in "ymd")
    return [mark.join(order) for order in ((d, m, y), (y, m, d)) for mark in marks]


class Rule(NamedTuple):
    """A pattern, letters one of which it needs, letters it needs all, and the name of the reading that makes dates of what it finds."""

    reading: str
    needs: str
    source: str
    all: frozenset[str] = frozenset()

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first has its letters: all together take longer than a report."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _rules(reading: str, needs: str, *patterns: str) -> list[Rule]:
    return [Rule(reading, needs, _LEFT + f"(?:{pattern})" + _RIGHT, _needed(pattern)) for pattern in patterns]


def _needed(pattern: str) -> frozenset[str]:
    """The letters that stand in every match of a pattern: those outside of all brackets that may not be left out.

    >>> sorted(_needed(r"(?P<d1>d)_d?x[ab]\\.y")), _needed("a|b")
    (['.', '_', 'x', 'y'], frozenset())
    """
    bare, depth = "", 0
    for mark in re.findall(r"\\.|\[[^]]*\]|.", pattern):
        depth -= mark == ")"
        bare += mark if depth == 0 and mark != ")" else ""
        depth += mark == "("
    if "|" in bare:
        return frozenset()
    single = re.sub(r"\[[^]]*\][?*]?|(?:\\.|.)[?*]|\{[^}]*\}|[+()]", "", bare)
    return frozenset(single.replace("\\", ""))


_D1, _D2, _M1, _M2 = _day("d1"), _day("d2"), _month("m1"), _month("m2")
_ENGLISH_1, _ENGLISH_2 = _month("m1", "[eE]"), _month("m2", "[eE]")
_FIRST = rf"(?:{_before('y1')})?{{pre}}{_D1}{_GAP}{_M1}(?:_u)?(?(y1)|(?:{_after('y1_a')})?)"
_LAST = rf"(?:{_before('y2')})?{_D2}{_GAP}{_M2}(?:_u)?(?(y2)|(?:{_after('y2_a')})?)"
_ENGLISH_FIRST = rf"{_ENGLISH_1}_{_D1}(?:{_after('y1')})?"
_ENGLISH_LAST = rf"{_ENGLISH_2}_{_D2}{_NOT_COUNTED}(?:{_after('y2')})?"
_KAZAKH_MONTH = rf"(?:{_before('y1')})?(?P<m1>[gM]|[mglM](?=_u)|R(?=_u))(?:_u)?_"
_MONTHS = rf"{_M1}(?:(?:{_DASH}|_N_){_M2})?"

DAYS = _rules(
    "calendar",
    _MONTH_LETTERS + "u",
    # «12 мая и 14 июня 2024 года»: the year is told once, for both
    rf"{_D1}{_GAP}{_M1}(?=,?_N_d_{_MONTH}{_after('y1')})",
    # 12 May 2024; 2021 жылғы 14 қазан; «12» мая с.г.; Tuesday, 12th of May
    rf"{_WEEKDAY}(?:{_before('y1')})?{_D1}{_GAP}{_M1}(?:_u)?(?(y1)|(?:{_after('y2')})?){_WEEKDAY_AFTER}",
    # 12–14 мая 2024 года; с 3 по 7 июня; 12, 14 и 16 мая; 14-15 қазан аралығында
    rf"(?:{_before('y1')})?(?:[fFK]_)?{_D1}(?:{_DASH}|_[TUV]_|{_LIST}){_D2}{_GAP}{_M1}(?:_u)?"
    rf"(?(y1)|(?:{_after('y2')})?)(?:_r)?",
    rf"(?:{_before('y1')})?{_D1}_{_D2}{_GAP}{_M1}_j",  # 3-тен 7 маусымға дейін
    # с 28 мая по 2 июня; 28 мамыр мен 2 маусым аралығында; 28 мамырдан 2 маусымға дейін
    _FIRST.format(pre="(?:[fFK]_)?") + _TO + _LAST + "(?:_r)?",
    rf"f_{_D1}_P_{_D2}{_GAP}{_M1}(?:{_after('y1')})?",  # в ночь с 5 на 6 мая
    _FIRST.format(pre="K_") + "_N_" + _LAST,
    _FIRST.format(pre="") + "_N_" + _LAST + "_r",
    _FIRST.format(pre="") + "_" + _LAST + "_j",
    # May 12, 2024; May 12-14, 2024; from May 28 to June 2
    rf"{_WEEKDAY}{_ENGLISH_FIRST}{_NOT_COUNTED}{_WEEKDAY_AFTER}",
    rf"(?:[FK]_)?{_ENGLISH_1}_{_D1}(?:{_DASH}|_[TV]_|{_LIST}){_D2}{_NOT_COUNTED}(?:{_after('y1')})?",
    rf"(?:F_)?{_ENGLISH_FIRST}{_TO}{_ENGLISH_LAST}",
    rf"K_{_ENGLISH_FIRST}_N_{_ENGLISH_LAST}",
    r"(?P<m1>[mM])_(?P<d1>d),_(?P<y1>y)",  # Июнь 14, 2013: above the articles of many a site
    # тамыздың 28-інде; мамыр айының 12-сі; осы айдың 15-інде; мамырдың 12-14 аралығында
    rf"{_KAZAKH_MONTH}(?P<d1>d)(?:-?s|(?=_[rD]))(?:_r)?",
    rf"{_KAZAKH_MONTH}{_D1}(?:{_DASH}|_N_){_D2}(?:(?<=s)|_r|(?=_D))(?:_r)?",
    rf"{_KAZAKH_MONTH}{_D1}_{_D2}_j",
)

NUMBERS = [
    Rule("numbers", "y", _LEFT + r"(?P<y1>y)-(?P<m1>d)-(?P<d1>d)(?=x[dn])"),  # 2024-05-12T10:30
    *_rules(
        "numbers",
        "y",
        *(pattern + rf"{_YEAR_WORD}?(?:-?s)?" for pattern in _number("1", r"\.", "/", "-")),
        *(
            rf"(?:[fF]_)?{first}{_TO}{last}"
            for first, last in zip(_number("1", r"\.", "/"), _number("2", r"\.", "/"), strict=True)
        ),
        r"(?P<y1>y)-(?P<m1>d)-(?P<d1>d)(?:_-_|_[TUV]_|/)(?P<y2>y)-(?P<m2>d)-(?P<d2>d)",
        r"(?:[fF]_)?(?P<d1>d)(?:_?-_?|_T_)(?P<d2>d)\.(?P<m1>d)\.(?P<y1>y)",
        r"(?:[fF]_)?(?P<d1>d)\.(?P<m1>d)(?:_?-_?|_T_)(?P<d2>d)\.(?P<m2>d)\.(?P<y1>y)",
    ),
    *_rules("numbers", ".", r"(?P<d1>d)\.(?P<m1>d)\.(?P<y1>d)"),  # 25.11.21
]

MONTHS = _rules(
    "calendar",
    _MONTH_LETTERS,
    rf"(?:{_before('y1')}){_MONTHS}(?:_u)?",  # 2022 жылғы мамыр айында
    rf"(?<!d_){_MONTHS}(?:_u)?{_after('y1')}",  # мае 2022 года
    rf"(?:[fF]_)?{_M1}(?:{_after('y1')})?{_TO}{_M2}{_after('y2')}",  # с мая по сентябрь 2022 года
    rf"(?:{_before('y1')}){_M1}_N_{_M2}(?:_u)?_r",
    rf"K_{_M1}_N_{_M2}{_after('y2')}",
    rf"{_M1.replace('eE', '')}(?:(?:{_DASH}|_N_){_M2})?_u",  # қазан айында, в мае месяце
    rf"(?:(?<=[PXfU]_)|(?<=X_i_))[\"]?(?P<m1>[mgl])(?:{_DASH}(?P<m2>[mgl]))?",
    r"(?P<m1>l)|(?P<m1_s>g)(?=_(?:o_)?[pw])",  # қазанда; мамырдың басында
    r"(?:(?<=[IF]_)|(?<=I-)|(?<=X_i_))(?P<m1>[eE])|(?<=V_)(?P<m1_s>e)",  # in May, mid-May, since May, by June
)

YEARS = _rules(
    "calendar",
    "y",
    rf"(?P<y1>y(?:-?s)?(?:[-_]?t(?!_G)|_?a)){_NOT_COUNTED}",  # 2022 жылы, 2022 г.
    r"(?P<y1>(?<=P_)y-?s)",  # в 2022-м
    rf"(?:(?<=[IFV]_)|(?<=I-)|(?<=X_i_))(?P<y1>y){_NOT_COUNTED}",  # in 2022, since 2015
    rf"(?:[fFK]_)?(?P<y1>y)(?:{_DASH}|/)(?P<y2>[yd](?:_A)?{_YEAR_WORD})(?:_r)?",  # 2019–2021 гг., 2021/22 оқу жылы
    rf"(?:(?<=[PIA]_)|(?<=A_t_))(?P<y1>y)(?:{_DASH}|/)(?P<y2>[yd])",
    rf"f_(?P<y1>y{_YEAR_WORD}?)_[TU]_(?P<y2>y{_YEAR_WORD})",
    r"F_(?P<y1>y)_[TV]_(?P<y2>y)|K_(?P<y1_k>y)_N_(?P<y2_k>y)",
    r"(?P<y1>y_t)_(?P<y2>y_t)_j",  # 2019 жылдан 2023 жылға дейін
    r"(?P<y1>y)(?=(?:,_y){0,3},?_N_y_?[tYa])",  # «2019» и 2021 годах
) + _rules("years", "y", r"(?P<y1>y_?Y)")

PARTS_OF_YEARS = _rules(
    "part",
    "qQH",
    rf"(?:{_before('y1')})?(?P<n>v|o|d(?:-?s)?)(?:[-_]|_-_)(?P<part>q)(?(y1)|(?:{_after('y2')})?)",
    r"(?P<part>Q)(?P<n>d)(?:(?:,?_|[-/])(?P<y1>y))?",
    rf"(?P<n>o)_(?P<part>H){_after('y1')}",
) + _rules("season", "S", rf"(?:{_before('y1')})S", rf"S{_after('y1')}", r"(?P<which>R)_S")

RELATIVE = (
    _rules("unit", "RB", r"(?P<which>R)_(?P<unit>[tuw])", r"(?P<which>B)(?:_(?:t))?")
    + _rules("ago", "G", r"(?<!H_)(?<!\._)(?P<n>[dk])_(?P<unit>[DwutY])_G", r"(?P<unit>[Dwut])_G")
    + _rules("near_day", "hJO", r"(?P<which>h)", r"(?P<which>J)(?!_D)", r"(?P<which>O)")
    + _rules("near_month", "R", r"(?P<which>R)_(?P<m1>[mgleEM])")
    + _rules(
        "weekday",
        "WLZ",
        r"(?<=[PU]_)(?P<day>W)",
        r"(?P<day>W)(?=_D)|(?P<day_l>L)",
        r"(?<=[PIFV]_)(?P<day>Z)|(?P<day_z>Z)(?=[.,]|_[PI])",
        r"(?P<which>R)_(?P<day>[WLZ])",
    )
)

RULES: tuple[Rule, ...] = (*DAYS, *NUMBERS, *MONTHS, *YEARS, *PARTS_OF_YEARS, *RELATIVE)

#: What around a single date leaves one of its ends open: «до», "until", «дейін»; «с», "since", «бері».
OPEN_START = (re.compile(r"[UV]_(?:X_(?:i_)?)?$"), re.compile(r"_(?:p_)?j"))
OPEN_END = (re.compile(r"[fF]_(?:X_(?:i_)?)?$"), re.compile(r"_(?:p_)?b"))
