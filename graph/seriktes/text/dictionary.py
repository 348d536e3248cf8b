"""Words that stand in pymorphy3's dictionary, read in a third of its time: what a place in a paradigm tells is worked out once.

A paradigm is a list of endings with tags that many words share, and most words of a text stand in one of few places of few paradigms.
pymorphy3 puts each reading together anew, asks for its rules of unknown words, and goes through a whole paradigm to inflect a word.
"""

from __future__ import annotations

from collections.abc import Collection
from sys import intern
from typing import Any, ClassVar, NamedTuple

from seriktes.records import Kept


class Tag:
    """What a reading says of the form, in pymorphy3's words: ``tag.case == "gent"``, ``"Name" in tag``. One serves all words with it.

    They are plain text: pymorphy3's own are looked up each time they are asked for, and again when they are compared.
    """

    __slots__ = ("POS", "_all", "animacy", "case", "gender", "number", "tense", "transitivity")
    #: What is told by name.
    NAMED: ClassVar = ("POS", "animacy", "case", "gender", "number", "tense", "transitivity")

    def __init__(self, told: Any) -> None:
        self._all: frozenset[str] = told.grammemes
        named = (None if kind is None else intern(str(kind)) for kind in (getattr(told, name) for name in self.NAMED))
        self.POS, self.animacy, self.case, self.gender, self.number, self.tense, self.transitivity = named

    def __contains__(self, grammeme: str) -> bool:
        return grammeme in self._all


#: The number of a paradigm, and of a form in it.
Place = tuple[int, int]


class Form(NamedTuple):
    """A form of a paradigm: its tag, and what is cut off at both ends of a word and put there to have the dictionary form."""

    place: Place
    tag: Tag
    told: str
    cut: tuple[int, int]
    put: tuple[str, str]

    def stem(self, word: str) -> str:
        """What all forms of the word have."""
        before, behind = self.cut
        return word[before : len(word) - behind]

    def normal_form(self, word: str) -> str:
        """The dictionary form of a word that has this form."""
        return word if self.place[1] == 0 else self.put[0] + self.stem(word) + self.put[1]


class KnownWords:
    """The dictionary of an analyzer of pymorphy3."""

    def __init__(self, analyzer: Any) -> None:
        self._analyzer = analyzer
        self._dictionary = analyzer.dictionary
        self._words, self._replaced = analyzer.dictionary.words, analyzer.char_substitutes
        self._likely = analyzer.prob_estimator.p_t_given_w
        self._tags: dict[str, Tag] = {}
        self._forms: Kept[Place, Form] = Kept(self._form, 20_000)
        self._turned: Kept[tuple[Place, frozenset[str]], tuple[str, str] | None] = Kept(self._turn, 20_000)

    def tag(self, told: Any) -> Tag:
        """A tag of pymorphy3 as plain text; equal ones are one."""
        name = str(told)
        return self._tags.get(name) or self._tags.setdefault(name, Tag(told))

    def readings(self, word: str) -> list[tuple[str, Form, float]]:
        """The forms a word in small letters may be, the likeliest first, with the word as the dictionary spells it, and how likely it
        is (0 to 1); none for a word that is not in the dictionary.
        """
        found = [
            (spelled, self._forms[place])
            for spelled, places in self._words.similar_items(word, self._replaced)
            for place in places
        ]
        scores = [self._likely.prob(word, form.told) for _, form in found]
        if not any(scores):
            return [(spelled, form, 1.0 / len(found)) for spelled, form in found]
        told = [(spelled, form, score) for (spelled, form), score in zip(found, scores, strict=True)]
        return sorted(told, key=lambda reading: reading[2], reverse=True)

    def inflected(self, word: str, form: Form, wanted: Collection[str]) -> str | None:
        """The word of a form, in the form with these grammemes; None where there is none."""
        ends = self._turned[form.place, frozenset(wanted)]
        return None if ends is None else ends[0] + form.stem(word) + ends[1]

    def _form(self, place: Place) -> Form:
        dictionary, (paradigm, number) = self._dictionary, place
        told = dictionary.build_tag_info(paradigm, number)
        row = dictionary.paradigms[paradigm]  # the numbers of endings, of tags, of beginnings of all forms
        begins = 2 * len(row) // 3
        prefixes, suffixes = dictionary.paradigm_prefixes, dictionary.suffixes
        cut = len(prefixes[row[begins + number]]), len(suffixes[row[number]])
        return Form(place, self.tag(told), str(told), cut, (prefixes[row[begins]], suffixes[row[0]]))

    def _paradigm(self, number: int) -> list[tuple[str, Any, str]]:
        """What each form begins with, its tag, and what it ends in."""
        forms: list[tuple[str, Any, str]] = self._dictionary.build_paradigm_info(number)
        return forms

    def _turn(self, asked: tuple[Place, frozenset[str]]) -> tuple[str, str] | None:
        """What the form with some grammemes that is likest to another begins with and ends in, as pymorphy3 chooses it."""
        (paradigm, place), wanted = asked
        forms = self._paradigm(paradigm)
        able = [form for form in forms if wanted <= form[1].grammemes]
        if not able:
            wanted = self._analyzer.TagClass.fix_rare_cases(wanted)
            able = [form for form in forms if wanted <= form[1].grammemes]
        own = forms[place][1].updated_grammemes(wanted)

        def likeness(form: tuple[str, Any, str]) -> float:
            return len(own & form[1].grammemes) - 0.1 * len(own ^ form[1].grammemes)

        best = max(able, key=likeness, default=None)
        return None if best is None else (best[0], best[2])
