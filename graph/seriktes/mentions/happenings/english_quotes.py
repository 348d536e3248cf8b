"""What only English shows about quotes: an event described at length before its title, and what somebody said."""

from __future__ import annotations

from seriktes.mentions.happening_words import words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.headwords import Head

#: So many words describe an event between its type word and "entitled".
_PHRASE = 16
ENTITLED = frozenset(("entitled", "titled", "called", "named", "themed", "dubbed"))


def described_at_length(line: Line, place: int) -> Head | None:
    """ "An exhibition of paintings and photographs entitled “X”": the event that an English phrase without a verb goes on from."""
    for i in range(place - 1, max(-1, place - _PHRASE), -1):
        verbs = (words("en", "quoted.verbs") | words("en", "events.held")) - {"and"}
        if not line.is_word(i) or line.words[i] in verbs:
            return None
        head = line.head_ending(i)
        if (
            head is not None
            and head.type == "Event"
            and line.word(head.end) in ("of", "on", "for")
            and line.word(head.start - 1) in ("a", "an", "the")
        ):
            return head
    return None


def says_something(line: Line, start: int, end: int) -> bool:
    """Whether English quotes hold a statement about the past, and no question: “Useful meetings were held here”."""
    told = any(line.words[i] in ("was", "were", "has", "have", "had") for i in range(start + 1, end))
    return told and line.words[start] not in ("how", "what", "why", "who", "where", "when", "which")
