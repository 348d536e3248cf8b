"""English bodies cut as the guidelines want them: whole with whose they are, and without the office of a person named beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seriktes.authority.matching import records_named
from seriktes.mentions.lexicon import word_class
from seriktes.mentions.lists import lists_of
from seriktes.model import Document, Mention

#: The unit that a genitive owns: "NU's Water Policy Unit", of which no list knows the name.
_UNIT = re.compile(
    r" (?:[A-Z][\w-]+ (?:(?:and|of|for) )?){1,5}?(?:Unit|Team|Division|Section|Department|Office|School|Faculty|Centre|Center|Institute|"
    r"Directorate|Secretariat|Laboratory|Bureau)\b(?: of [A-Z]\w+(?: and [A-Z]\w+)?)?"
)
_ADMINISTRATION = re.compile(
    r"(?: (?:[Rr]egion|[Rr]egional|[Cc]ity|[Dd]istrict|[Rr]ayon|[Oo]blast)){0,2} (?:[Aa]dministration|[Aa]kimat|[Mm]unicipality|[Kk]?[Hh]okimi?yat|"
    r"[Mm]ayor['’]s [Oo]ffice)\b"
)
_OFFICE = re.compile(
    r"([A-Z]{2,7}) (?:(?:High|Special|Resident|Permanent|Regional|Deputy) )?(?:Representative|Commissioner|Coordinator|Rapporteur|Envoy)\b"
)
_MINISTER = re.compile(r" (?:Vice[ -]|Deputy )?Minister\b")
_DESCRIBED = re.compile(r" (?:Country|Regional|Deputy|Executive|Managing|General|Acting|Programme|Project)$")
_TODAY = re.compile(r" (?:Today|Yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$")  # "KAZINFORM Today, the Minister …"
_POST = re.compile(r" (?:Director|Manager|Representative|Coordinator|Co-ordinator|Officer|Head|Secretary|Adviser|Advisor)\b")
#: Degrees, and words that only describe a post: "Acting Mission | Director".
_NO_BODY = re.compile(
    r"(?:Doctor|Candidate|Master|Bachelor) of |(?:Acting|Deputy|Regional|Country) (?:Mission|Country|Programme?|Project)$"
)
_ABSTRACT = re.compile(r"(?:tion|ment|ness|ship|ology|enc(?:y|ies)|anc(?:e|y))$|^(?:Media|Nation|Zoom|Covid)$")
_NOBODY = frozenset(
    ("head of state", "heads of state", "heads of government", "heads of state and government", "head of the state")
)
_GENITIVE = ("'s", "’s")


def whole_bodies(document: Document, names: Sequence[Mention]) -> Iterator[Mention]:
    """The names of an English document, a body's genitive joined to the unit of it that follows: "the OSCE Secretariat's Conflict Prevention Centre".

    An office that a list takes for a body ("EU Special Representative for Central Asia") gives way to the body where its holder
    is named beside it.
    """
    place = 0
    while place < len(names):
        mention = names[place]
        following = names[place + 1] if place + 1 < len(names) else None
        before = names[place - 1] if place else None
        place += 1
        if mention.type != "Organization":
            if not _no_place(mention):
                yield _administration(document, mention, following) or mention
            continue
        if mention.authority is None and mention.rule.startswith("model:") and _MINISTER.match(document.text, mention.end):
            continue  # "Kazakh Science and Higher Education Minister X": the words of a title before its noun
        if mention.rule.startswith("model:") and mention.text[0] == "‘" and "’" not in mention.text:
            continue  # half of what stands in quotes
        if mention.text.lower() in _NOBODY or (mention.authority is None and _NO_BODY.match(mention.text)):
            continue
        mention = _without_title(document, mention)
        joined = _with_unit(document, mention, following)
        if joined is not None:
            place += following is not None and joined.covers(following)
            yield joined
        else:
            yield _without_office(document, mention, before, following)


def _without_title(document: Document, mention: Mention) -> Mention:
    """ "British Council | Country Director X": a word that describes a post is no part of a body's name."""
    cut = _DESCRIBED.search(mention.text) if _POST.match(document.text, mention.end) else _TODAY.search(mention.text)
    if cut is None or mention.authority is not None:
        return mention
    text = mention.text[: cut.start()]
    records = [record for record in records_named(text, "en") if record.type == "Organization"]
    if not records:
        return mention
    known = records[0]
    return replace(mention, end=mention.start + len(text), text=text, kind=known.kind, country=known.country, authority=known.key)


def _with_unit(document: Document, owner: Mention, following: Mention | None) -> Mention | None:
    """The owner and its unit as one mention."""
    if not owner.text.endswith(_GENITIVE):
        return None
    if following is not None and following.start == owner.end + 1:
        if following.type != "Organization" or following.authority is not None or document.text[owner.end] != " ":
            return None
        return _joined(document, owner, following.end, following.kind)
    unit = _UNIT.match(document.text, owner.end)
    if unit is None or (following is not None and following.start < unit.end()):
        return None
    return _joined(document, owner, unit.end(), owner.kind)


def _joined(document: Document, owner: Mention, end: int, kind: str | None) -> Mention:
    text = document.text[owner.start : end]
    return Mention(owner.start, end, text, "Organization", kind, owner.country, None, "pattern:unit-of", 0.85)


def _without_office(document: Document, mention: Mention, before: Mention | None, following: Mention | None) -> Mention:
    office = _OFFICE.match(mention.text)
    if office is None:
        return mention
    behind = document.text[mention.end : following.start] if following is not None and following.type == "Person" else None
    ahead = document.text[before.end : mention.start] if before is not None and before.type == "Person" else None
    body = office.group(1)
    records = [record for record in records_named(body, "en") if record.type == "Organization"]
    if not records or not (behind in (" ", ", ") or ahead in (", ", ", the ")):
        return mention
    known = records[0]
    return replace(mention, end=mention.start + len(body), text=body, kind=known.kind, country=known.country, authority=known.key)


def _administration(document: Document, place: Mention, following: Mention | None) -> Mention | None:
    """ "The Vakhsh District | administration", "the Issyk-Kul | regional administration": the office of a region or town."""
    office = _ADMINISTRATION.match(document.text, place.end) if place.type == "Place" else None
    if office is None or place.kind not in ("region", "settlement", "macroregion"):
        return None
    if following is not None and following.start < office.end():
        return None
    text = document.text[place.start : office.end()]
    return Mention(place.start, office.end(), text, "Organization", "government", place.country, None, "pattern:type-word", 0.85)


def _no_place(mention: Mention) -> bool:
    """Whether what a model took for a place is called like a thing: "Dual Education", "Emergencies"."""
    return mention.type == "Place" and mention.rule.startswith("model:") and _ABSTRACT.search(mention.text) is not None


def no_person(mention: Mention) -> bool:
    """Whether what was taken for a person is called like a thing: "Terrorism Unit", "PechaKucha Night", "LIVE Initiative"."""
    if mention.type == "Person" and mention.text.startswith("U.S. "):
        return True  # "U.S. Chargé d'Affaires"
    if mention.type != "Person" or not mention.rule.startswith(("model:", "pattern:surname-again", "pattern:post-follows")):
        return False
    words = mention.text.split()
    if not words[0][:1].isalpha():
        return True
    given = any(lists_of("en").is_given(word) for word in words)
    last = words[-1].lower()
    if len(words) == 2 and last in _TIMES:
        return True  # "Abay Day"
    return not given and (last in _THINGS or word_class(last, "en") in ("org", "project", "event"))


_TIMES = frozenset(("day", "week", "hour", "night", "year"))
_THINGS = frozenset("unit night café cafe team initiative identity alliance networks partners solutions group holding".split())
