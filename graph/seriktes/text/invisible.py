"""Characters that only hide in a name: they turn it, split it, or make two that look alike two."""

from __future__ import annotations

import re

#: Bidirectional controls, zero-width spaces and marks, as the inside of a class of a regular expression.
INVISIBLE = "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
#: Joiners are letters' business in other scripts; the three languages have none.
_JOINERS = "\u200c\u200d"
_HIDING = re.compile(f"[{INVISIBLE}{_JOINERS}]")


def visible(text: str) -> str:
    """A name, title or value without what cannot be seen in it; passages of documents stay as they are.

    >>> visible("Фонд «Заб\\u202eота»"), visible("со\\u00adюз")
    ('Фонд «Забота»', 'союз')
    """
    return _HIDING.sub("", text) if _HIDING.search(text) else text
