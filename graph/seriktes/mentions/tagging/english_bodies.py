"""English bodies put right after the tagger: a listed country is none, and a short form in brackets behind one is one."""

from __future__ import annotations

from collections.abc import Sequence

from seriktes.mentions.lexicon import key_of, lexicon
from seriktes.mentions.tagging.named import Named
from seriktes.model import Token

_LONGEST_COUNTRY = 5
#: As probable as a name is that its surroundings tell.
_SURE = 0.75


def put_right(tokens: Sequence[Token], names: Sequence[Named]) -> list[Named]:
    """The names of a piece of a sentence, its bodies put right, leftmost first.

    >>> from seriktes.text.tokens import tokenize
    >>> put_right(tokenize("Norway agreed."), [Named(0, 1, "Organization", 0.6)])
    [Named(start=0, end=1, label='Place', score=0.6)]
    """
    words = [token.text for token in tokens]
    kept = [name._replace(label="Place") if _is_country(words, name) else name for name in names]
    if "(" in words:
        _add_bracketed(words, kept)
    return sorted(kept)


def _is_country(words: Sequence[str], name: Named) -> bool:
    """Whether what was taken for a body is a listed country: "Norway", "the United States"."""
    if name.label != "Organization" or name.end - name.start > _LONGEST_COUNTRY:
        return False
    inside = words[name.start : name.end]
    if len(inside) == 1:
        return lexicon("en").classes_of(inside[0]) in (("country",), ("country", "place"))
    return (0, len(inside), "country") in list(lexicon("en").matches([key_of(word, "en") for word in inside]))


def _add_bracketed(words: Sequence[str], names: list[Named]) -> None:
    """Make a body of a short form that stands alone in brackets behind one, and is in no name: "… Consortium (ECPR)"."""
    for start, end in [(name.start, name.end) for name in names if name.label == "Organization"]:
        alone = words[end : end + 1] == ["("] and words[end + 2 : end + 3] in ([")"], [","], [";"])
        if not alone or not _is_short_form(words[end + 1]) or _is_of_post(words, start, words[end + 1]):
            continue
        if not any(name.start <= end + 1 < name.end for name in names):
            names.append(Named(end + 1, end + 2, "Organization", _SURE))


def _is_short_form(word: str) -> bool:
    """Two capitals or more, and no country: "ECPR", "LiF", not "US"."""
    return sum(map(str.isupper, word)) > 1 and word.replace("-", "").isalpha() and "country" not in lexicon("en").classes_of(word)


def _is_of_post(words: Sequence[str], start: int, short: str) -> bool:
    """Whether, as in "Member of Parliament (MP)", the short form begins like the post before the body and not like the body."""
    place = start - 1 - (start > 0 and words[start - 1] == "the")
    return place > 0 and words[place] == "of" and words[place - 1][0] == short[0] != words[start][0]
