"""Authority names found in a sentence, in any inflection: a token trie per language, filled as texts ask for it.

Names stand in the lists in the nominative. Both sides are cut to keys: Kazakh words lose their case, Russian ones their
ending, English ones the 's. A key match is then checked: an acronym must be written alike, a single Russian word must
wear an ending that its nominative can take. Only those names are entered into the trie whose first word a text
shows, and only of those with its first letters is that word looked at, so a start costs the reading of the lists and no more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache

from seriktes.authority.keys import is_acronym, keys_anew, keys_of, same_acronym
from seriktes.authority.openings import SKIPPED, Openings, first_word_of, opening_of, words_of
from seriktes.authority.records import KINDS, LANGUAGES, PLACE_KINDS, SHORT, Listed, Record, load_authority
from seriktes.model import Language, Token
from seriktes.records import Kept, record
from seriktes.resources import taking_in
from seriktes.text import kazakh
from seriktes.text.endings import russian_agrees
from seriktes.text.scripts import fold, fold_anew
from seriktes.text.tokens import tokenize

_ADVERBIAL = frozenset({"loc", "dat", "abl", "ins"})
_KEPT = 50_000
_KAZAKH_LETTER = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")


@record(frozen=True, slots=True)
class Match:
    """A listed name at ``tokens[start:end]`` of a sentence; several records when the name is theirs all."""

    start: int
    end: int
    records: tuple[Record, ...]
    short: bool


#: A name of a record: the record's key, the name, whether it is a short form.
_Name = tuple[str, str, bool]


class Index:
    """The names of one language, ready to be looked up."""

    def __init__(self, records: Listed, kinds: Container[str], language: Language, changed: Callable[[], None]) -> None:
        """``changed`` is called where words that began no name may begin one."""
        self.language = language
        self._records = records
        self._changed = changed
        #: By first letters, the keys of the records that have names which begin so.
        self._waiting: dict[str, list[str]] = defaultdict(list)
        self._filled: set[str] = set()
        self._no_beginnings: set[str] = set()
        #: Names whose first letters a text has shown, by the key of their first word: they wait for that.
        self._begun: dict[str, list[_Name]] = {}
        #: Names by their keys, each behind a line's end; beginnings of names alone have none. Text alone: Python's search for garbage
        #: passes it by, and it takes half the room of a tree of objects.
        self._tree: dict[str, tuple[_Name, ...]] = {}
        self._openings = Openings(language)
        with taking_in():
            for key, cell in records.cells(kinds, language, SHORT[language]):
                for opening in set(map(self._openings.of, cell.split("|"))):
                    self._waiting[opening].append(key)

    def matches(self, tokens: Sequence[Token], start: int) -> tuple[int, list[_Name]] | None:
        """The longest listed name that begins at a token: where it ends, and whose it is."""
        word = tokens[start].text
        if word in self._no_beginnings:
            return None
        self._fill(word)
        tree = self._tree
        keys = keys_of(word, self.language)
        for key in keys:
            for name in self._begun.pop(key, ()):
                self._enter(name)
        if tree.keys().isdisjoint([f"\n{key}" for key in keys]):
            if len(self._no_beginnings) > _KEPT:
                self._no_beginnings.clear()
                self._changed()
            self._no_beginnings.add(word)
            return None
        best: tuple[int, list[_Name]] | None = None
        place, nodes = start, [""]
        while place < len(tokens) and nodes:
            word = tokens[place].text
            if word in SKIPPED and place > start:
                place += 1
                continue
            keys = keys_of(word, self.language)
            place += 1
            nodes = [child for node in nodes for key in keys if (child := f"{node}\n{key}") in tree]
            found = [name for node in nodes for name in tree[node] if self._agrees(name, tokens[start:place])]
            if found:
                best = place, found
        return best

    def begins_nothing(self, word: str) -> bool:
        """Whether a word that was looked up begins no name."""
        return word in self._no_beginnings

    def _fill(self, word: str) -> None:
        prefix = opening_of(fold(word))
        if prefix in self._filled:
            return
        self._no_beginnings.clear()
        self._changed()
        self._filled.add(prefix)
        for size in range(1, len(prefix) + 1):
            for key in dict.fromkeys(self._waiting.pop(prefix[:size], ())):
                for column in (self.language, SHORT[self.language]):
                    for name in self._records.names_of(key, column):
                        if self._openings.of(name) == prefix[:size]:
                            first, alone = first_word_of(name)
                            if first:
                                begun = self._begun.setdefault(self._listed_key(first, alone), [])
                                begun.append((key, name, column != self.language))

    def _enter(self, name: _Name) -> None:
        words = words_of(name[1])
        self._put(words, name)
        if len(words) > 2 and words[-1] == "." and len(words[-2]) == 1:  # "U.S." before a capital: its last letter keeps its dot
            self._put((*words[:-2], f"{words[-2]}."), name)

    def _put(self, words: tuple[str, ...], name: _Name) -> None:
        node = ""
        for place, word in enumerate(words):
            node = f"{node}\n{self._listed_key(word, place == len(words) - 1)}"
            self._tree.setdefault(node, ())
        self._tree[node] += (name,)

    def _listed_key(self, word: str, last: bool) -> str:
        if self.language != "kk":
            return keys_anew(word, self.language)[0]
        form = kazakh.analyse_anew(word) if not last else None
        return fold_anew(word if form is None or form.case != "gen" else form.base)

    def _agrees(self, name: _Name, tokens: Sequence[Token]) -> bool:
        text = [token.text for token in tokens if token.text not in SKIPPED]
        words = _words_of[name[1]]
        if len(words) == 1 and is_acronym(words[0]):
            return same_acronym(words[0], text[0], self.language)
        if not _capitalised(text, words[0], self._records[name[0]].type == "Organization"):
            return False
        if self.language == "kk" and any(
            kazakh.case_of(word) in _ADVERBIAL and fold(word) != fold(listed)
            for listed, word in zip(words[:-1], text[:-1], strict=False)
        ):
            return False  # «Павлодар облысында Қазақстан халқы Ассамблеясы»: where, and who
        if self.language == "ru":
            return (
                all(russian_agrees(listed, word) for listed, word in zip(words, text, strict=True))
                if len(text) == 1
                else russian_agrees(words[-1], text[-1]) or len(text) > 1
            )
        return True


#: The words of names that a text has shown.
_words_of = Kept(words_of, 5_000)


def _capitalised(text: Sequence[str], listed: str, is_body: bool) -> bool:
    """Names begin with a capital; a long official name may stand in small letters."""
    if text[0][0].isupper() or not listed[0].isupper():
        return True
    return is_body and (len(text) >= 3 or any(word[0].isupper() for word in text[1:]))


_DOUBLE = frozenset('«“„»”"')


def _with_closing_quote(tokens: Sequence[Token], start: int, end: int) -> int:
    """A quotation mark opened inside a name is closed there too: АО «Казпочта»."""
    inside = [token.text for token in tokens[start:end]]
    if _DOUBLE.isdisjoint(inside):
        return end
    opened = sum(text in "«“„" for text in inside) - sum(text in "»”" for text in inside)
    while end < len(tokens) and opened > 0 and tokens[end].text in "»”“":
        end, opened = end + 1, opened - 1
    if end < len(tokens) and tokens[end].text == '"' and inside.count('"') % 2:
        end += 1
    return end


class Matcher:
    """All languages together: a sentence is looked up in its own, Latin words in English, Kazakh words in Kazakh."""

    def __init__(self, records: Listed, kinds: Container[str] = KINDS) -> None:
        """A matcher of all records, or of those of some kinds."""
        self._records, self._kinds = records, kinds
        self._indexes: dict[Language, Index] = {}
        #: By the language of the sentence, words that begin no name of those that were entered.
        self._nothing: dict[Language, set[str]] = {language: set() for language in LANGUAGES}

    def _forget(self) -> None:
        for words in self._nothing.values():
            words.clear()

    def _index(self, language: Language) -> Index:
        if language not in self._indexes:
            self._indexes[language] = Index(self._records, self._kinds, language, self._forget)
        return self._indexes[language]

    def find(self, tokens: Sequence[Token], language: Language) -> Iterator[Match]:
        """The listed names of a sentence, left to right, the longest at each place; they do not overlap."""
        place, nothing = 0, self._nothing[language]
        while place < len(tokens):
            if tokens[place].text in nothing:
                place += 1
                continue
            found = self._at(tokens, place, language)
            if found is None:
                place += 1
                continue
            for later in range(place + 1, found.end):
                longer = self._at(tokens, later, language)
                if longer is not None and longer.end > found.end and longer.end - longer.start > found.end - found.start:
                    found = longer
                    break
            yield found
            place = found.end

    def _at(self, tokens: Sequence[Token], place: int, language: Language) -> Match | None:
        word = tokens[place].text
        best: tuple[int, list[_Name]] | None = None
        begins = False
        for index in self._indexes_for(word, language) if word[0].isalpha() else ():
            found = index.matches(tokens, place)
            begins = begins or not index.begins_nothing(word)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        if best is None:
            nothing = self._nothing[language]
            if not begins and len(nothing) < _KEPT:
                nothing.add(word)
            return None
        end, names = best
        while tokens[end - 1].text in SKIPPED:
            end -= 1
        end = _with_closing_quote(tokens, place, end)
        records = tuple([self._records[key] for key in dict.fromkeys(key for key, _, _ in names)])
        return Match(place, end, records, all(short for _, _, short in names))

    def _indexes_for(self, word: str, language: Language) -> Iterator[Index]:
        yield self._index(language)
        if language != "en" and word[0].isascii():
            yield self._index("en")
        if language == "ru" and _KAZAKH_LETTER.search(word):
            yield self._index("kk")


@cache
def matcher() -> Matcher:
    """The matcher of the shipped lists."""
    return Matcher(load_authority().records)


@cache
def place_matcher() -> Matcher:
    """A matcher of the listed places alone: it also sees the country inside a listed ministry's name."""
    return Matcher(load_authority().records, PLACE_KINDS)


def records_named(name: str, language: Language) -> tuple[Record, ...]:
    """The records that a whole string names, e.g. what is written on a signature line."""
    tokens = tokenize(name)
    found = next(matcher().find(tokens, language), None) if tokens else None
    return found.records if found is not None and found.start == 0 and found.end == len(tokens) else ()
