"""Words that a language also writes in small letters: what a capital at the start of a sentence tells depends on it.

«Бүгін …» is no name, because the corpus has «бүгін»; «Тілләгүл …» may be one. Training collects the stems (all that the material
writes small) and writes them beside the models; a token's own capital form is never counted, so that training sees of its own
words what tagging sees of new ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from seriktes.mentions.lexicon import key_of
from seriktes.model import Language

#: The last one of a language counts; training and measuring put theirs on top.
_in_use: dict[Language, list[frozenset[str]]] = {}
_caches: list[Callable[[], None]] = []


@cache
def _shipped(language: Language) -> frozenset[str]:
    file = Path(__file__).parent.parent / "models" / f"{language}.small.txt"
    return frozenset(file.read_text(encoding="utf-8").split()) if file.is_file() else frozenset()


def seen_small(word: str, language: Language) -> str:
    """``k`` for a word that, whatever its ending, is known in small letters, ``n`` for another, nothing where no words are known.

    >>> seen_small("Бүгін", "kk"), seen_small("Тілләгүл", "kk"), seen_small("Today", "ru")
    ('k', 'n', '')
    """
    own = _in_use.get(language)
    known = own[-1] if own else _shipped(language)
    if not known:
        return ""
    return "k" if key_of(word.lower(), language) in known else "n"


def small_words(words: Iterable[str], language: Language) -> frozenset[str]:
    """The stems of the words that are written in small letters."""
    return frozenset(key_of(word, language) for word in words if word.islower() and word.isalpha())


def forgets(clear: Callable[[], None]) -> None:
    """Name a cache that depends on the words in use; it is emptied when they change."""
    _caches.append(clear)


@contextmanager
def small_words_in_use(language: Language, words: frozenset[str]) -> Iterator[None]:
    """Other words for a while: those of the material that trains."""
    _in_use.setdefault(language, []).append(words)
    for clear in _caches:
        clear()
    try:
        yield
    finally:
        _in_use[language].pop()
        for clear in _caches:
            clear()
