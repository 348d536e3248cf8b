"""Which pairs are worth comparing: those that share a rare word, a surname or an acronym. Never all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from seriktes.identity.names import consonants
from seriktes.identity.profiles import Profile
from seriktes.identity.sounding import sounding_keys
from seriktes.identity.spelled import lines_of
from seriktes.identity.translate import Reading

#: A block larger than this is cut into windows of neighbours by name: so many on either side.
LARGEST = 40
WINDOW = 6
_RAREST = 3
#: The sorts of words that a name keeps when it is transliterated and not translated.
_TELLING = ("field", "name", "eponym")


def candidate_pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of places in the sequence, each once, the lower first, in order."""
    found: list[list[list[int]]] = [[] for _ in profiles]
    for members in _blocks(profiles).values():
        members = sorted(set(members))
        if len(members) <= LARGEST:
            for one in members[:-1]:
                found[one].append(members)
            continue
        members.sort(key=lambda i: (profiles[i].names, i))
        for place, one in enumerate(members):
            found[one].append(members[max(0, place - WINDOW) : place + 1 + WINDOW])
    for one, neighbours in enumerate(found):
        found[one] = []  # what is dealt with need not be kept
        yield from ((one, other) for other in sorted({i for members in neighbours for i in members if i > one}))


def _blocks(profiles: Sequence[Profile]) -> dict[str, list[int]]:
    words = Counter(word for p in profiles for word in words_in(p))
    first: dict[str, int] = {}  # most keys are those of one thing alone: no list is made for them
    blocks: dict[str, list[int]] = {}
    for number, profile in enumerate(profiles):
        for key in keys_in_blocks(profile, words):
            if first.setdefault(key, number) != number:
                blocks.setdefault(key, [first[key]]).append(number)
    return blocks


def words_in(profile: Profile) -> set[str]:
    """The words of the names of a profile, as they are counted."""
    return {word for reading in profile.readings for word in _words(reading)}


def keys_in_blocks(profile: Profile, words: Mapping[str, int]) -> set[str]:
    """The keys of the blocks a profile stands in; ``words`` counts in how many profiles each word stands."""
    keys = {f"a:{profile.authority}"} if profile.authority else set()
    for person in profile.persons:
        keys |= {f"p:{consonants(person.surname)}:{person.given[:1].translate(_INITIALS)}"}
        keys.update(sounding_keys(person.given, person.surname))
        keys |= {f"e:{number}:{person.given[:1].translate(_INITIALS)}" for number in lines_of(person.surname)}
        if len(person.given) > 1:
            keys |= {f"g:{consonants(person.given)}:{consonants(person.surname)[:2]}"}
    for reading in profile.readings:
        keys |= set(_reading_keys(reading, words))
        if profile.type == "Organization" and profile.country:
            keys |= set(_state_keys(reading, profile.country, words))
    if profile.type in ("Agreement", "Event"):
        keys |= {f"y:{party}" for party in profile.parties} | {
            f"d:{profile.dates[0]}:{c}" for c in profile.context if profile.dates
        }
    return keys


_INITIALS = str.maketrans("eiuk", "iiik")


def _reading_keys(reading: Reading, words: Mapping[str, int]) -> Iterator[str]:
    """The rarest words of a name, in pairs where they are common; its acronym and its initials."""
    rarest = _rarest(reading, words)
    for place, word in enumerate(rarest):
        if words[word] <= LARGEST or len(rarest) == 1:
            yield f"w:{word}"
        yield from (f"w:{word}+{other}" for other in rarest[place + 1 :])
    if len(rarest) == _RAREST and all(words[word] > LARGEST for word in rarest):  # «Посольство США в Казахстане»
        yield f"w:{'+'.join(rarest)}"
    yield from _spelled_keys(reading)
    if reading.acronym:
        yield f"i:{reading.acronym}"
    yield from (f"i:{initials}" for initials in reading.initials)


def _state_keys(reading: Reading, country: str, words: Mapping[str, int]) -> Iterator[str]:
    """What every state has, «Сыртқы істер министрлігі», stands among those of its own: no proper name tells it apart."""
    if any(word.sort in ("name", "eponym") for word in reading.words):
        return
    common = [word.concept for word in reading.words if word.sort in ("field", "whole", "unit", "mission")]
    yield from (f"c:{country}:{word}" for word in sorted(common, key=lambda w: (words[w], w))[:1])


def _rarest(reading: Reading, words: Mapping[str, int]) -> list[str]:
    return sorted(set(_words(reading)), key=lambda w: (words[w], w))[:_RAREST]


def _spelled_keys(reading: Reading) -> Iterator[str]:
    """How all that is told beside the type is spelled, whatever it means: «Таза су», whose words a list translates, and
    "Taza Su", which no list knows, share no concept. Once with words like «қоғамдық», once without.
    """
    for sorts in (_TELLING, (*_TELLING, "generic")):
        spelled = sorted({consonants(word.skeleton) or word.skeleton for word in reading.words if word.sort in sorts})
        if len("".join(spelled)) > 2:
            yield f"s:{'+'.join(spelled)}"


def _words(reading: Reading) -> Iterator[str]:
    """Concepts, and for what no list knows the consonants: spellings differ in vowels most."""
    for word in reading.words:
        if word.sort == "light":
            continue
        yield word.concept if word.sort not in ("name", "eponym") else "~" + consonants(word.skeleton)[:5]
