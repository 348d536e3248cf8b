"""Records that a text makes by the ten thousand, and what one of them tells that is worked out once: both without what slows them.

For the type checker a :func:`record` is a frozen dataclass and :class:`told_once` a ``functools.cached_property``. While the
program runs, a record does not ask ``object.__setattr__`` for each field (three times as fast to make), and what is told once is
not worked out under a lock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from functools import cached_property as told_once
else:
    _Class = TypeVar("_Class", bound=type)

    def record(*, frozen: bool, eq: bool = True, **how: bool) -> Callable[[_Class], _Class]:
        """A dataclass that is compared and hashed as a frozen one; that nothing sets its fields is held by the type checker."""
        if not frozen:
            raise TypeError("a record is frozen: write @record(frozen=True)")
        return dataclass(eq=eq, unsafe_hash=eq, **how)

    class told_once:
        """A property of an object that is worked out when first asked for, and then is an attribute of it.

        >>> class Text:
        ...     @told_once
        ...     def words(self) -> list[str]:
        ...         return "a b".split()
        >>> text = Text()
        >>> text.words is text.words
        True
        """

        def __init__(self, ask: Callable[[Any], Any]) -> None:
            self._ask = ask
            self.__doc__ = ask.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            told = instance.__dict__[self._name] = self._ask(instance)
            return told


_Key = TypeVar("_Key")
_Told = TypeVar("_Told")


class Kept(dict[_Key, _Told]):
    """What a function tells of each key, worked out when first looked up; begun anew when so many are kept.

    Many keys are looked up at once by ``map(kept.__getitem__, keys)``, five times as fast as calls of an ``lru_cache``.

    >>> lengths = Kept(len, 1000)
    >>> list(map(lengths.__getitem__, ["a", "bc"])), dict(lengths)
    ([1, 2], {'a': 1, 'bc': 2})
    """

    __slots__ = ("_most", "_tell")

    def __init__(self, tell: Callable[[_Key], _Told], most: int = 50_000) -> None:
        super().__init__()
        self._tell, self._most = tell, most

    def __missing__(self, key: _Key) -> _Told:
        told = self._tell(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = told
        return told


class _KeptOf(Kept[str, _Told]):
    """The same of the words of one language."""

    __slots__ = ("_language", "_tell_in")

    def __init__(self, tell: Callable[[str, Any], _Told], most: int, language: str) -> None:
        super().__init__(lambda word: tell(word, language), most)
        self._tell_in, self._language = tell, language

    def __missing__(self, key: str) -> _Told:
        told = self._tell_in(key, self._language)  # a call less than by the function above
        if len(self) >= self._most:
            self.clear()
        self[key] = told
        return told


class KeptIn(dict[str, Kept[str, _Told]]):
    """The same of words that mean another thing in another language: a table for each language that is asked for.

    >>> plural = KeptIn(lambda word, language: word + {"en": "s", "kk": "дар"}[language])
    >>> plural["en"]["bond"], plural["kk"]["адам"], plural["en"]["pact"]
    ('bonds', 'адамдар', 'pacts')
    """

    __slots__ = ("_most", "_tell")

    def __init__(self, tell: Callable[[str, Any], _Told], most: int = 50_000) -> None:
        super().__init__()
        self._tell, self._most = tell, most

    def __missing__(self, language: str) -> Kept[str, _Told]:
        return self.setdefault(language, _KeptOf(self._tell, self._most, language))


__all__ = ["Kept", "KeptIn", "record", "told_once"]
