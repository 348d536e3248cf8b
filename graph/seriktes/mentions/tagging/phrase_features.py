"""How a token is joined to the next type word on its right: by which word, in which form, and over what.

What makes «Денсаулық сақтау министрлігінің» one name is the possessive ending of its last word and what stands before its first;
measured on KazNERD, these features are worth a point of all names and two of organisations (docs/decisions/0022).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from seriktes.mentions.lexicon import key_of
from seriktes.model import Language
from seriktes.records import KeptIn
from seriktes.text import kazakh

#: How far from its type word a name may begin, in tokens.
_REACH = 6
_STOPS = frozenset(";:.!?()[]…")
_QUOTES = frozenset('«»“”„‹›"')
#: Type words that end a name; posts are another layer's.
_NOT_HEADS = frozenset({"", "post", "profession"})
_Looked = TypeVar("_Looked")


def add_phrases(
    rows: list[list[_Looked]],
    words: Sequence[str],
    classes: Sequence[str],
    language: Language,
    look_up: Callable[[tuple[Any, ...]], _Looked],
) -> None:
    """Add to the groups of features of each token what joins it to each type word after it; ``classes``: see ``word_class``.

    >>> rows = [[], []]
    >>> add_phrases(rows, ["Денсаулық", "министрлігі"], ["", "org"], "kk", lambda group: PHRASE_WRITERS[group[0]](*group[1:]))
    >>> rows[0]
    [('>h=министрлік', '>o=orgpX', '>m=orgxX')]
    """
    marks: list[str] | None = None
    for head, class_ in enumerate(classes):
        if class_ in _NOT_HEADS:
            continue
        marks = marks or list(map(_marks[language].__getitem__, words))
        key, form = _head(words[head], class_, language)
        rows[head].append(look_up(("phrase ends", form, marks[head])))
        between = marks[head]
        for i in range(head - 1, max(-1, head - _REACH - 1), -1):
            if words[i] in _STOPS:
                break
            rows[i].append(look_up(("phrase", key, form, class_, between[:3], marks[i], marks[i - 1] if i else None)))
            if not between.startswith(marks[i]):
                between = marks[i] + between
            if classes[i] == class_:
                break


def _last(form: str, own: str) -> tuple[str, ...]:
    return (f">o={form}{own}0",)


def _joined(key: str, form: str, class_: str, between: str, own: str, before: str | None) -> tuple[str, ...]:
    """What joins a token to one type word; ``before`` is the mark of the token before it."""
    found = key, f">o={form}{own}", f">m={class_}{between}{own}"
    return found if before is None else (*found, f">b={form}{before}{own}")


#: The writers of these groups of features by their names.
PHRASE_WRITERS: Mapping[str, Callable[..., tuple[str, ...]]] = {"phrase ends": _last, "phrase": _joined}


@lru_cache(maxsize=10_000)
def _head(word: str, class_: str, language: Language) -> tuple[str, str]:
    """The type word without endings, as a feature; its class, and whether it ends in a possessive (p) or not (b)."""
    possessive = language == "en" or kazakh.nominative(word).lower().endswith(("ы", "і"))
    return f">h={key_of(word, language)}", class_ + ("p" if possessive else "b")


def _mark(word: str, language: Language) -> str:
    """A word by its letters (small, capital, all capitals) and, in Kazakh, whether it is a genitive (g) or another case (c)."""
    first = word[0]
    if not first.isalpha():
        return "," if word == "," else "q" if word in _QUOTES else "0"
    kind = "A" if len(word) > 1 and word.isupper() else "X" if first.isupper() else "x"
    case = kazakh.case_of(word) if language == "kk" else "nom"
    return kind + {"nom": "", "gen": "g"}.get(case, "c")


_marks = KeptIn(_mark)
