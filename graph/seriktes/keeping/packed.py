"""What was read of a document as bytes and back, exactly: for keeping it and for sending it between processes.

Unlike the annotation file, which is for people, this loses nothing that later steps ask for. What only the reader of the
document needs is left out: the tokens of sentences, and the text in other letters.
"""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from seriktes.errors import DataError
from seriktes.model import Annotation, Document

_Maker = Callable[[Any], Any]
_NOTHING: Mapping[str, Any] = {}
#: Longer texts hardly come twice.
_SHORT = 80


def slim(document: Document) -> Document:
    """A document without what only its reader needs."""
    return replace(document, sentences=tuple(replace(s, tokens=()) for s in document.sentences), respelled=None)


def pack(annotation: Annotation) -> bytes:
    """An annotation as bytes; the same annotation gives the same bytes."""
    return json.dumps(_plain(replace(annotation, document=slim(annotation.document))), separators=(",", ":")).encode("ascii")


def unpack(data: bytes) -> Annotation:
    """The annotation that was packed. Raises DataError for other bytes."""
    try:
        made: Annotation = _maker(Annotation)(json.loads(data))
    except (ValueError, TypeError, IndexError, KeyError, AttributeError) as error:
        raise DataError(f"a kept annotation cannot be read ({error})") from error
    return made


def _plain(value: Any) -> Any:
    """Records as lists of their fields, all the way down."""
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, name)) for name in _names(value.__class__)]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return dict(value) if isinstance(value, Mapping) else value


@cache
def _names(record: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


@cache
def _maker(kind: Any) -> _Maker:
    """What makes a value of a type from its plain form; None where the plain form is the value."""
    if is_dataclass(kind) and isinstance(kind, type):
        return lambda values: kind(*_filled(kind, values))
    arguments = get_args(kind)
    if kind is str or get_origin(kind) is Literal:
        return _shared
    if get_origin(kind) is Mapping:
        return _shared_mapping
    if get_origin(kind) is tuple:
        make = _maker(arguments[0])
        return tuple if make is _same else lambda items: tuple([make(item) for item in items])
    if get_origin(kind) in (Union, types.UnionType):
        makers = {_maker(argument) for argument in arguments if argument is not type(None)} - {_same}
        if makers:
            (make,) = makers
            return make if make is _shared else lambda value: None if value is None else make(value)
    return _same


def _filled(kind: Any, values: list[Any]) -> list[Any]:
    for number, make in _makers(kind):
        values[number] = make(values[number])
    return values


@cache
def _makers(kind: Any) -> tuple[tuple[int, _Maker], ...]:
    """The places of a record's fields whose plain form is not the value, with what makes them; records may nest."""
    hints = get_type_hints(kind)
    makers = [_maker(hints[name]) for name in _names(kind)]
    return tuple((number, make) for number, make in enumerate(makers) if make is not _same)


def _same(value: Any) -> Any:
    return value


def _shared(value: Any) -> Any:
    """A short text as the one object that all records have of it: names, rules and kinds come again and again."""
    return sys.intern(value) if type(value) is str and len(value) < _SHORT else value


def _shared_mapping(values: dict[str, Any]) -> Mapping[str, Any]:
    return _one_mapping(tuple(values.items())) if values else _NOTHING


@lru_cache(maxsize=1 << 16)
def _one_mapping(items: tuple[tuple[str, Any], ...]) -> Mapping[str, Any]:
    """One mapping for all records that say the same: "e1" and "e2" are parties in every second document."""
    return {_shared(name): _shared(value) for name, value in items}
