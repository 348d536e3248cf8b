"""English names of persons cut as the guidelines want them: the name alone, without the post that stands before it."""

from __future__ import annotations

from dataclasses import replace

from seriktes.mentions.lexicon import word_class
from seriktes.mentions.lists import lists_of
from seriktes.mentions.names.reading import Reading
from seriktes.model import Mention

#: What describes a post, as far as no person is called so.
_DESCRIBING = frozenset(
    """permanent associate resident deputy vice first second third senior chief executive acting general special regional country
    honorary assistant managing trade programme program project foreign prime interim principal political cultural press""".split()
)


#: What a name is followed by in Britain.
_HONOURS = frozenset(
    ("MP", "MPs", "OBE", "MBE", "CBE", "CMG", "KCMG", "DCMG", "KC", "QC", "PhD", "FRS", "MSP", "MEP", "LVO", "MVO", "CVO")
)


def without_title(mention: Mention) -> Mention:
    """ "Permanent Representative Lindqvist", "Associate Administrator Mei Lan": the name behind the words of a post."""
    words = mention.text.split(" ")
    if mention.type == "Person" and len(words) > 2 and words[-1] in _HONOURS:
        words = words[:-1]
        text = " ".join(words)
        mention = replace(mention, end=mention.start + len(text), text=text)
    if mention.type != "Person" or len(words) < 2 or not mention.text.isascii():
        return mention
    first = 0
    while first < len(words) - 1 and _of_a_post(words[first]):
        first += 1
    if not first or not any(_is_post(word) for word in words[:first]):
        return mention
    text = " ".join(words[first:])
    return replace(mention, start=mention.end - len(text), text=text)


def whole_name(reading: Reading, last: int, full: str) -> int:
    """Where an English name begins that ends with the surname of somebody known, and has the same words before it."""
    first = last
    for part in reversed(full.split()[:-1]) if reading.language == "en" else ():
        if not first or reading.text(first - 1) != part:
            break
        first -= 1
    return first


def _of_a_post(word: str) -> bool:
    return word[:1].isupper() and (word.lower() in _DESCRIBING or _is_post(word))


def _is_post(word: str) -> bool:
    """Whether a word names a post and nobody: Dean and Major are also names that people have."""
    parts = word.split("-")
    return not lists_of("en").is_given(word) and all(word_class(part.lower(), "en") == "post" for part in parts if part)
