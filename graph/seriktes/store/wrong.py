"""What is wrong with a query, in one line for a person: the place, the words there, and what would be right.

The engine names a place and every character that could follow; of those only what a person writes is told.
"""

from __future__ import annotations

import re

_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
#: A class of characters: ['0'..='9'], ['A' ..= 'Z' | '\u{C0}'..='\u{D6}'].
_CLASS = re.compile(r"\[(?:'(?:\\?u\{[0-9A-Fa-f]+\}|\\.|[^'])'|[\s.=|]|\^)*\]")
_A_NUMBER = '"a number"'
_DIGITS = re.compile(r"\['0' ?\.\.= ?'9'\]")
_WORD = re.compile(r'"[^"]*"|[A-Z][A-Z ]+[A-Z]|[A-Z]{2,}')
_PREFIXED = re.compile(r"([^\W\d_][\w.-]*)?:[\w:.%-]*$")
#: A prefix and its name are sought in so many characters before the place: the search takes the square of it.
_NEAR = 200
_MOST = 6
_LONGEST = 40
_MEANINGS = {
    "Prefix not found": "the prefix {prefix}: is not declared; begin the query with PREFIX {prefix}: <…>",
    "The SELECT contains a variable that is unbound": "SELECT asks for a variable that neither the pattern nor GROUP BY gives",
}


def told(query: str, error: str) -> str:
    """The engine's error about a query, in words.

    >>> told("ASK { ?a foo:b ?c }", "error at 1:15: expected one of Prefix not found, ['%'], [':']")
    'line 1, column 15: the prefix foo: is not declared; begin the query with PREFIX foo: <…>'
    >>> told("SELECT * { ?a ?b }", "error at 1:18: expected one of \\"(\\", \\"?\\", ['0'..='9'], ['_']")
    'line 1, column 18, at “}”: expected "(", "?" or a number'
    """
    found = _PLACE.match(error)
    if found is None:
        return " ".join(error.split())
    number, column = int(found[1]), int(found[2])
    lines = query.split("\n")
    line = lines[number - 1] if number <= len(lines) else ""
    before, after = line[: column - 1], line[column - 1 :].strip()
    place = f"line {number}, column {column}"
    for sentence, meaning in _MEANINGS.items():
        if sentence in found[3]:
            prefix = _PREFIXED.search(before.rstrip()[-_NEAR:])
            return f"{place}: {meaning.format(prefix=(prefix[1] or '') if prefix else '…')}"
    wanted = list(dict.fromkeys(_WORD.findall(_CLASS.sub(_number, found[3]))))
    where = f"{place}, at “{after[:_LONGEST]}”" if after else f"{place}, at the end of the line"
    if not any(word.startswith('"') for word in wanted):  # keywords alone mislead: names and values are what was expected too
        return f"{where}: this cannot stand here"
    shown = [word.replace(_A_NUMBER, "a number") for word in wanted[:_MOST]]
    more = " and others" if len(wanted) > _MOST else ""
    return f"{where}: expected {' or '.join(filter(None, [', '.join(shown[:-1]), shown[-1]]))}{more}"


def _number(characters: re.Match[str]) -> str:
    return f" {_A_NUMBER} " if _DIGITS.fullmatch(characters[0]) else ""
