"""Posts: a title's place in the scheme of post roles, and the node of a post at an organisation.

The scheme in ``ontology/schemes.ttl`` is the one place for the words: the hidden labels of a role are the beginnings of
the words that its titles are made of, in their order («төраға орынбасар» is in «төрағасының орынбасары»).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from pyoxigraph import Literal, NamedNode

from seriktes.rdf import terms as t
from seriktes.rdf.iris import post_iri
from seriktes.rdf.ontology import schemes

_SCHEME = f"{t.BASE}scheme/post-role/"


@dataclass(frozen=True, slots=True)
class Post:
    """A post at an organisation, with its role in the scheme where the title tells it."""

    iri: NamedNode
    role: NamedNode | None


@cache
def _beginnings() -> tuple[tuple[tuple[str, ...], NamedNode], ...]:
    """Word beginnings with their role, the most telling first."""
    found = []
    for quad in schemes():
        role, words = quad.subject, quad.object
        if quad.predicate != t.HIDDEN_LABEL or not isinstance(role, NamedNode) or not isinstance(words, Literal):
            continue
        if role.value.startswith(_SCHEME):
            found.append((tuple(words.value.casefold().split()), role))
    return tuple(sorted(found, key=lambda item: (-len(item[0]), -sum(map(len, item[0])), item[0], item[1].value)))


def _in_order(beginnings: tuple[str, ...], words: list[str]) -> bool:
    rest = iter(words)
    return all(any(word.startswith(beginning) for word in rest) for beginning in beginnings)


@lru_cache(maxsize=4096)
def role_of(title: str) -> NamedNode | None:
    """The role a title names, whatever its case endings.

    >>> [role_of(title).value.rsplit("/")[-1] for title in ("төрағасының орынбасары", "председателя", "Director")]
    ['deputy-chair', 'chair', 'director']
    """
    words = title.casefold().replace("-", " - ").split()
    for beginnings, role in _beginnings():
        if _in_order(beginnings, words):
            return role
    return None


def post_of(organization_key: str, title: str) -> Post | None:
    """The post a title names at an organisation; None without a title."""
    if not title:
        return None
    role = role_of(title)
    name = role.value.removeprefix(_SCHEME) if role else title.casefold()
    return Post(post_iri(organization_key, name), role)
