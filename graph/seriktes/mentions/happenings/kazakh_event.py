"""What the Kazakh words around a type word tell of the event: who came to it, that a visit arrives, that it is only «шара»."""

from __future__ import annotations

from collections.abc import Sequence

from seriktes.mentions.happening_words import in_starts, phrases, words
from seriktes.mentions.happenings.lines import Line
from seriktes.mentions.headwords import Head
from seriktes.model import Mention
from seriktes.text import kazakh

_COMPOUNDS = ("форум", "конференция", "семинар", "тренинг", "кездесу", "көрме", "сессия", "концерт")
_OBJECT = ("ға", "ге", "қа", "ке", "на", "не", "ды", "ді", "ты", "ті", "ны", "ні", "ын", "ін")
_NOT_OWNED = ("ды", "ді", "ты", "ті", "ны", "ні", "ға", "ге", "қа", "ке")
_LOCATIVE = ("да", "де", "та", "те")
_CLOSING = ("өтті", "өткізілді", "ұйымдастырылды", "басталды", "аяқталды", "өтуде")
_ACCUSATIVE = ("ны", "ні", "ды", "ді")


def _last(line: Line, head: Head) -> str:
    return line.words[head.end - 1] if line.language == "kk" else ""


def is_compound(line: Line, head: Head) -> bool:
    """«Медиафорум», «онлайн-семинар»: a noun that ends in one of the nouns events are known by."""
    return line.language == "kk" and head.noun.rsplit("-", 1)[-1].endswith(_COMPOUNDS)


def is_attended(line: Line, head: Head, stop: int) -> bool:
    """«Кездесуге … X қатысты»: who came is told between the event and its verb, however long the list is."""
    last = _last(line, head)
    if not last.endswith(_OBJECT) or last == head.noun:
        return False
    return any(in_starts(line.words[i], "kk", "events.attended") for i in range(head.end, stop))


def is_held_at_last(line: Line, head: Head, stop: int) -> bool:
    """«Алғашқы тренинг X, Y қалаларынан … қатысуымен өтті»: the subject and, however far, the verb that ends the sentence."""
    last = _last(line, head)
    if last not in (head.noun, *(head.noun + ending for ending in ("ы", "і", "сы", "сі"))):
        return False
    final = next((i for i in range(len(line) - 1, -1, -1) if line.is_word(i)), -1)
    return head.end <= final < stop and line.words[final] in _CLOSING


def is_within(line: Line, head: Head) -> bool:
    """«Жиында X … айтты»: in its course, by the locative."""
    last = _last(line, head)
    return last.endswith(_LOCATIVE) and last != head.noun


def arrives(line: Line, head: Head) -> bool:
    """«… сапарымен келді»: a visit by what follows."""
    if head.noun not in words("kk", "events.trips") or not _last(line, head).endswith("мен"):
        return False
    return any(word in words("kk", "events.arriving") for word in line.words[head.end : head.end + 3])


def is_generic(line: Line, head: Head) -> bool:
    """«Шара», «басқосу», «сапар»: what an event is called when nothing else names it."""
    known = phrases(line.language, "events.generic")
    return not known.isdisjoint({head.key, head.noun}) and not _last(line, head).endswith(_ACCUSATIVE)


def is_told_again(line: Line, head: Head, visits: Sequence[Mention]) -> bool:
    """«Сапар барысында» of a visit that was told before."""
    known = phrases(line.language, "events.generic")
    return head.noun in known and not any(visit.overlaps(line.span(head.start, head.end)) for visit in visits)


def another_thing(line: Line, closing: int, head: Head) -> bool:
    """«X қоры» құрылтайды ұйымдастырды: an object right behind quotes, without a possessive, is not what they name."""
    last = line.words[head.end - 1]
    return line.language == "kk" and head.start == closing + 1 and any(last == head.noun + ending for ending in _NOT_OWNED)


def describes(line: Line, place: int) -> bool:
    """Kazakh: «X» атты жылжымалы емхана жобасы: a bare noun right before the type word that owns it."""
    head = line.head_at(place + 1)
    owned = line.language == "kk" and head is not None and head.type == "Project" and line.words[head.end - 1] != head.noun
    return owned and not line.words[place].endswith(("ы", "і", "сын", "сін"))


def some(line: Line, place: int) -> bool:
    """Kazakh: «X жаңа зертхана ашады»: some laboratory and no name, for it is owned by none and in no quotes."""
    quoted = line.word(place - 1) in "»”" or line.word(place + 1) in "«“"
    return line.language == "kk" and not quoted and not kazakh.nominative(line.words[place]).endswith(("ы", "і"))
