"""How much one file may ask for before it is left out; a hostile or broken one must not cost the batch."""

from __future__ import annotations

from seriktes.records import record


@record(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds.

    ``text`` bounds the text of one document, as UTF-8: more is a dump, not a report. ``page`` is for HTML, ``file`` for the
    other single formats; WARC and zip files may be of any size, since they are read member by member. ``entry``, ``ratio``,
    ``entries`` and ``unpacked`` are what an archive may declare of one member and of all (the last two for DOCX, where all is
    opened at once), ``members`` how many documents one archive, feed or WARC may hold. ``memory``, ``processor`` and ``wait``
    are what a document may take of a parsing process.
    """

    text: int = 1_000_000
    page: int = 20_000_000
    file: int = 50_000_000
    entry: int = 20_000_000
    ratio: int = 100
    entries: int = 2_000
    unpacked: int = 50_000_000
    members: int = 100_000
    pages: int = 2_000
    memory: int = 300_000_000
    processor: float = 10.0
    wait: float = 60.0


LIMITS = Limits()


def megabytes(size: int) -> str:
    """A size for people.

    >>> megabytes(20_000_000), megabytes(1_500_000)
    ('20 MB', '1.5 MB')
    """
    return f"{size / 1_000_000:g} MB"
