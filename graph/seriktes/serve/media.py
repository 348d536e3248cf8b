"""What a client would like to have: the Accept header against what there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

HTML = "text/html"
#: The forms of a table or a truth value, best first, and what else they are called.
TABLES: Mapping[str, tuple[str, ...]] = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
}
#: The forms of a graph, best first.
GRAPHS: Mapping[str, tuple[str, ...]] = {
    "turtle": ("text/turtle", "application/x-turtle"),
    "ntriples": ("application/n-triples", "text/plain"),
    "jsonld": ("application/ld+json", "application/json"),
    "rdfxml": ("application/rdf+xml", "application/xml"),
}


@dataclass(frozen=True, slots=True)
class _Range:
    type: str
    subtype: str
    quality: float

    def fits(self, media: str) -> int:
        """How closely the range names the media type: 3 exactly, 2 its kind, 1 anything, 0 not at all."""
        kind, _, rest = media.partition("/")
        if (self.type, self.subtype) == (kind, rest):
            return 3
        if self.type == kind and self.subtype == "*":
            return 2
        return int(self.type == "*" and self.subtype == "*")


def _ranges(accept: str) -> list[_Range]:
    ranges = []
    for part in accept.split(",")[:50]:
        media, *parameters = (piece.strip() for piece in part.split(";"))
        kind, slash, rest = media.lower().partition("/")
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                quality = _quality(value.strip())
        if slash:
            ranges.append(_Range(kind, rest, quality))
    return ranges


def _quality(value: str) -> float:
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 0.0


def best(accept: str | None, offers: Sequence[str]) -> str | None:
    """The offered media type a client likes best, the earlier one at a tie; None when it takes none of them.

    >>> best("text/turtle;q=0.5, application/ld+json", ["text/turtle", "application/ld+json"])
    'application/ld+json'
    >>> best("*/*", ["text/turtle", "text/html"]), best("image/png", ["text/turtle"]), best(None, ["text/html"])
    ('text/turtle', None, 'text/html')
    """
    ranges = _ranges(accept) if accept and accept.strip() else [_Range("*", "*", 1.0)]
    liked: str | None = None
    most = 0.0
    for offer in offers:
        fitting = [(r.fits(offer), r.quality) for r in ranges if r.fits(offer)]
        quality = max(fitting)[1] if fitting else 0.0
        if quality > most:
            liked, most = offer, quality
    return liked


def form_of(accept: str | None, forms: Mapping[str, tuple[str, ...]]) -> tuple[str, str] | None:
    """The form and the media type to answer with, or None when the client takes none of them.

    >>> form_of("application/json", TABLES), form_of("application/xml", GRAPHS)
    (('json', 'application/json'), ('rdfxml', 'application/xml'))
    """
    offers = [names[0] for names in forms.values()] + [name for names in forms.values() for name in names[1:]]
    liked = best(accept, offers)
    return next(((form, liked) for form, names in forms.items() if liked in names), None) if liked else None
