"""A Russian sentence as a tree of items: on which item each one depends, and how (labels of Universal Dependencies)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from seriktes.facts.posts.title_words import DASHES, is_post_word
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.mentions.tagging.voice import dependencies
from seriktes.model import Span
from seriktes.records import record, told_once
from seriktes.text import russian

#: Sentences of more words are lists and tables.
_LONGEST = 120
_DEEPEST = 8
#: In how many items a dateline ends, and how many words a sentence has behind it.
_DATELINE, _LEAST = 12, 3
VERBS = frozenset(("VERB", "INFN", "GRND", "PRTS", "PRTF"))


@record(frozen=True)
class Tree:
    """The items of a view with their heads (-1: none), labels, and the word of each item that stands for it."""

    view: View
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    words: tuple[str, ...]

    @told_once
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The items that depend on each item, in order."""
        found: list[list[int]] = [[] for _ in self.heads]
        for item, head in enumerate(self.heads):
            if head >= 0:
                found[head].append(item)
        return tuple(map(tuple, found))

    def part(self, index: int) -> str:
        """The part of speech of an item's word, as pymorphy3 names it."""
        return russian.part_of_speech(self.words[index])

    def governed(self, index: int) -> str:
        """The preposition of an item, '' without one; «во время», «в ходе» are those of the noun they were."""
        return next((self.view.word(i) for i in self.children[index] if self.labels[i] == "case" and i < index), "")

    def items_of(self, span: Span) -> range:
        """The items a span of the text covers; at least the one it begins in."""
        starts = [item.start for item in self.view.items]
        first = max(bisect_right(starts, span.start) - 1, 0)
        return range(first, max(bisect_left(starts, span.end), first + 1))

    def owned(self, index: int) -> bool:
        """Whether a name hangs as a genitive on a word that is no post: «книга X», not «директор X»."""
        for _ in range(_DEEPEST):  # joining words to items may close a circle
            if self.heads[index] < 0 or self.labels[index] not in ("flat", "flat:name", "flat:foreign", "conj"):
                break
            index = self.heads[index]
        head = self.heads[index]
        if head < 0 or self.labels[index] != "nmod" or self.governed(index) or self.view.items[head].entity:
            return False
        return self.part(head) == "NOUN" and not is_post_word(self.view.word(head), "ru")

    def top(self, span: Span) -> int | None:
        """The item of a span that depends on something outside it."""
        own = self.items_of(span)
        return next((i for i in own if self.heads[i] not in own and self.labels[i] not in ("punct", "case")), None)


def make_trees(views: Sequence[View]) -> dict[int, Tree]:
    """The trees of those sentences that are Russian, by their number; all are read at once."""
    fitting = [v for v in views if v.language == "ru" and 2 < len(v.sentence.tokens) <= _LONGEST]
    heads = [_dateline(v) for v in fitting]  # a dateline is no part of the sentence, and misleads the parser
    arcs = dependencies([v.sentence.tokens[skip:] for v, skip in zip(fitting, heads, strict=True)]) if fitting else []
    return {v.number: _tree(v, _behind(own, skip)) for v, own, skip in zip(fitting, arcs, heads, strict=True)}


def _dateline(view: View) -> int:
    """How many tokens a sentence opens with that only say where and when it was written: «Астана, 12 марта –»."""
    if not view.items[0].entity:
        return 0
    for place, item in enumerate(view.items[:_DATELINE]):
        if item.text in DASHES:
            skip = sum(token.start <= item.start for token in view.sentence.tokens)
            return skip if place > 1 and len(view.sentence.tokens) - skip > _LEAST else 0
        when = item.text.isdigit() or item.lower in words("ru", "months") or item.text in ".,"
        if not when and item.type not in ("Place", "Organization"):
            return 0
    return 0


def _behind(arcs: Sequence[tuple[int, str]], skip: int) -> list[tuple[int, str]]:
    """The arcs of the words behind a dateline, with those of the dateline itself, which hang on nothing."""
    return [(-1, "dep")] * skip + [(head + skip if head >= 0 else -1, label) for head, label in arcs]


def _tree(view: View, arcs: Sequence[tuple[int, str]]) -> Tree:
    tokens = view.sentence.tokens
    starts = [item.start for item in view.items]
    owner = [max(bisect_right(starts, token.start) - 1, 0) for token in tokens]
    heads, labels, words = [-1] * len(starts), ["dep"] * len(starts), [item.text for item in view.items]
    seen: set[int] = set()
    for number, (head, label) in enumerate(arcs):
        item = owner[number]
        outside = head < 0 or owner[head] != item
        if outside and (item not in seen or labels[item] in ("punct", "case")):
            seen.add(item)
            heads[item], labels[item], words[item] = (owner[head] if head >= 0 else -1), label, tokens[number].text
    return Tree(view, tuple(heads), tuple(labels), tuple(words))
