"""A sentence as the rules for events, agreements and projects read it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from seriktes.mentions.headwords import Head, heads_in
from seriktes.mentions.tagging.quote_features import quotes
from seriktes.model import Document, EntityType, Language, Mention, Sentence, Span, Token
from seriktes.records import Kept, record
from seriktes.text.scripts import fold

_BODY_LENGTH = 80
_ENDERS = '.:;!?…»”"'
_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_RUSSIAN_SMALL = frozenset(
    ("и", "в", "во", "на", "с", "со", "по", "для", "о", "об", "из", "к", "не", "что", "от", "за", "при", "как", "до", "у")
)
_SOFT = frozenset({",", "(", ")", "-", "–", "—", "/"})
_DASHES = frozenset({"-", "–", "—"})
#: A dash this early ends a dateline («АСТАНА, 9 фев –»): the capital after it is that of a sentence.
_DATELINE = 8
#: A type phrase in quotes and its quotes are no longer than this.
_LONGEST_TYPE = 4
#: A learner's guess at a name is outweighed by a type word unless it is as sure as this.
_SURE = 0.9


@record(frozen=True, slots=True, eq=False)
class Line:
    """One sentence: its words folded, its type words, quotes, and which given name each token is a part of.

    ``body`` counts the sentences of the report from 1; it is 0 in headlines.
    """

    sentence: Sentence
    language: Language
    text: str
    words: tuple[str, ...]
    heads: tuple[Head, ...]
    names: tuple[Mention | None, ...]
    quotes: tuple[tuple[int, int], ...]
    body: int
    starting: Mapping[int, Head]
    ending: Mapping[int, Head]
    inside: frozenset[int]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    @property
    def heading(self) -> bool:
        """Whether the sentence stands before the report begins."""
        return self.body == 0

    def __len__(self) -> int:
        return len(self.words)

    def word(self, place: int) -> str:
        """The folded word at a place, empty outside the sentence."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def name(self, place: int) -> Mention | None:
        """The name at a place, if any; none outside the sentence."""
        return self.names[place] if 0 <= place < len(self.names) else None

    def weak_name(self, place: int) -> bool:
        """Whether the name at a place is only a learner's guess, which a type word beside it outweighs."""
        name = self.names[place]
        return name is not None and name.authority is None and name.rule.startswith("model") and name.score < _SURE

    def unlisted(self, place: int) -> bool:
        """Whether the name at a place is no listed one, and no person's."""
        name = self.names[place]
        return name is not None and name.authority is None and name.type != "Person"

    def name_goes_on(self, place: int) -> bool:
        """Whether an organisation's name that is known for sure holds the place and reaches beyond it."""
        name = self.names[place]
        return name is not None and name.authority is not None and name.end > self.tokens[place].end

    def rule(self, place: int) -> str:
        """The rule that found the name at a place, empty where there is none."""
        name = self.name(place)
        return name.rule if name is not None else ""

    def is_word(self, place: int) -> bool:
        """Whether the token is a word or number; outside the sentence none is."""
        return 0 <= place < len(self.words) and self.words[place][0].isalnum()

    def plain(self, place: int) -> bool:
        """Whether the token is a word outside all names."""
        return self.is_word(place) and self.names[place] is None

    def capital(self, place: int) -> bool:
        """Whether the word begins with a capital letter; outside the sentence none does."""
        return 0 <= place < len(self.tokens) and self.tokens[place].text[:1].isupper()

    def opens(self, place: int) -> bool:
        """Whether the word begins a sentence or quotation, so that its capital tells nothing."""
        before = self.word(place - 1)
        if place == 0 or (place == 1 and not before[0].isalnum()) or (before in _DASHES and place <= _DATELINE):
            return True
        return not before[0].isalnum() and before not in _SOFT

    def head_at(self, place: int) -> Head | None:
        """The type word that begins at a place."""
        return self.starting.get(place)

    def head_ending(self, place: int) -> Head | None:
        """The type word that ends with the token at a place."""
        return self.ending.get(place + 1)

    def quoted(self, place: int) -> bool:
        """Whether the place lies inside quotes."""
        return place in self.inside

    def noun_place(self, head: Head) -> int:
        """Where the main noun of a type phrase stands: «стол» of «круглый стол», «план» of «план действий»."""
        parts = head.key.split()
        last = len(parts) - 1 if self.language == "kk" else 0
        return head.start + (parts.index(head.noun) if head.noun in parts else last)

    def span(self, start: int, end: int) -> Span:
        """The characters from token ``start`` to before token ``end``."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def mention(self, run: tuple[int, int], type_: EntityType, kind: str, rule: str, score: float) -> Mention:
        """A mention of the tokens from ``run[0]`` to before ``run[1]``."""
        span, base = self.span(*run), self.sentence.start
        text = self.text[span.start - base : span.end - base]
        return Mention(span.start, span.end, text, type_, kind, rule=rule, score=score)


def read_lines(document: Document, names: Sequence[Mention]) -> tuple[Line, ...]:
    """All sentences of a document as lines, photo captions left out. ``names`` do not overlap one another."""
    return tuple(_lines(document, sorted(names)))


def _lines(document: Document, names: Sequence[Mention]) -> Iterator[Line]:
    starts = [name.start for name in names]
    captions = sorted(document.captions)
    caption_starts = [caption.start for caption in captions]
    body = _first_body_paragraph(document)
    counted = 0
    for sentence in document.sentences:
        place = bisect_right(caption_starts, sentence.start) - 1
        if sentence.tokens and (place < 0 or not captions[place].covers(sentence)):
            counted += sentence.paragraph >= body
            yield _line(document, sentence, _names_in(sentence, names, starts), counted)


def _line(document: Document, sentence: Sentence, names: tuple[Mention | None, ...], body: int) -> Line:
    words, language, heads, pairs, inside = _read(tuple([t.text for t in sentence.tokens]), sentence.language, document.language)
    starting, ending = {head.start: head for head in heads}, {head.end: head for head in heads}
    return Line(sentence, language, document.slice(sentence), words, heads, names, pairs, body, starting, ending, inside)


_Read = tuple[tuple[str, ...], Language, tuple[Head, ...], tuple[tuple[int, int], ...], frozenset[int]]


@lru_cache(maxsize=500)
def _read(texts: tuple[str, ...], spoken: Language, around: Language) -> _Read:
    """Words, language, type words, quotes, and what is inside them; a document's lines are read twice, with other names."""
    words = tuple(map(_folded.__getitem__, texts))
    pairs = _quotes(texts)
    inside = frozenset(place for opening, closing in pairs for place in range(opening + 1, closing))
    language = _language(texts, spoken, inside, around)
    heads = heads_in(words, language)
    if any(_merely_called(texts, heads, *pair) for pair in pairs):
        pairs = tuple(pair for pair in pairs if not _merely_called(texts, heads, *pair))
        inside = frozenset(place for opening, closing in pairs for place in range(opening + 1, closing))
    return words, language, heads, pairs, inside


def _merely_called(texts: Sequence[str], heads: Sequence[Head], opening: int, closing: int) -> bool:
    """«Круглый стол» in quotes is what a thing is called, and no title of one."""
    if closing - opening > _LONGEST_TYPE or opening + 1 == closing:
        return False
    whole = any(h.start == opening + 1 and h.end == closing and h.type == "Event" for h in heads)
    return whole and (texts[opening + 1].islower() or closing > opening + 2)


def _language(texts: Sequence[str], spoken: Language, quoted: frozenset[int], around: Language) -> Language:
    """The sentence's language; Kazakh where it was taken for Russian but has a common word with a Kazakh letter.

    In a Kazakh document a sentence without such letters is Kazakh too, unless it has a Russian preposition.
    """
    if spoken != "ru":
        return spoken
    common = [text for place, text in enumerate(texts) if place not in quoted]
    if around == "kk" and not _RUSSIAN_SMALL.intersection(common):
        return "kk"
    return "kk" if any(_KAZAKH_LETTERS.intersection(word) for word in common if word[0].islower()) else "ru"


_folded: Kept[str, str] = Kept(lambda text: fold(text) or "?")


def _names_in(sentence: Sentence, names: Sequence[Mention], starts: Sequence[int]) -> tuple[Mention | None, ...]:
    """Of each token, the name that it begins in; ``starts`` are those of the names."""
    found: list[Mention | None] = [None] * len(sentence.tokens)
    for name in names[max(0, bisect_right(starts, sentence.start) - 1) : bisect_right(starts, sentence.end)]:
        first = bisect_left(sentence.tokens, name.start, key=_start)
        for place in range(first, bisect_left(sentence.tokens, name.end, first, key=_start)):
            found[place] = name
    return tuple(found)


def _start(token: Token) -> int:
    return token.start


def _quotes(texts: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Quotes that belong together; British single quotes are read as double ones."""
    if "‘" in texts:
        texts = [{"‘": "“", "’": "”"}.get(text, text) for text in texts]
    return tuple(quotes(texts))


def _first_body_paragraph(document: Document) -> int:
    """Number of the paragraph in which the report begins: the first long one that ends like a sentence, or has several."""
    ends: dict[int, tuple[int, int, int]] = {}
    for sentence in document.sentences:
        start, _, number = ends.get(sentence.paragraph, (sentence.start, 0, 0))
        ends[sentence.paragraph] = (start, sentence.end, number + 1)
    for paragraph, (start, end, number) in ends.items():
        several = number > 1 and end - start >= 2 * _BODY_LENGTH
        if end - start >= _BODY_LENGTH and (several or document.text[end - 1] in _ENDERS):
            return paragraph
    return 0
