"""Organisations of one document: full, short and acronym names brought together; offices and branches kept apart."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from seriktes.authority.records import load_authority
from seriktes.coreference.candidates import Candidates
from seriktes.coreference.forms import Form, form_of
from seriktes.coreference.likeness import MINISTRY, likeness, spells
from seriktes.model import Document, Language, Mention

#: «… университетінің (мажарша – Magyar Egyetem, ME)»: the name in another language goes before the short one.
_TRANSLATED = re.compile(r"^\s*\([^()\n]{3,90},\s*$")
_BRACKET = re.compile(r"^[»”\"]?\s*\(\s*(?:[^()\n]{0,30}?[–—-]\s*)?[«“\"]?$")


@dataclass(slots=True)
class _Body:
    """An organisation in the making: its mentions, where they start, and each different form once, with its country."""

    mentions: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    forms: dict[tuple[Form, str | None], None] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)

    def add(self, mention: Mention, form: Form) -> None:
        self.mentions.append(mention)
        insort(self.starts, mention.start)
        self.forms[form, mention.country] = None
        if mention.authority:
            self.keys.add(mention.authority)


#: Kinds of bodies whose names of several words are theirs alone; chambers and departments are in every town.
_NAMED_KINDS = frozenset({"education_research", "media", "company", "foundation"})


class _Bodies:
    """The organisations of a document in the making, first named first."""

    def __init__(self, forms: Iterable[Form], language: Language) -> None:
        self._language = language
        self.all: list[_Body] = []
        self._numbers: dict[int, int] = {}
        self._candidates = Candidates(forms)

    def add(self, owner: _Body | None, mention: Mention, form: Form) -> _Body:
        """Give a mention to its body, or to a new one."""
        if owner is None:
            owner = _Body()
            self._numbers[id(owner)] = len(self.all)
            self.all.append(owner)
        if (form, mention.country) not in owner.forms or mention.authority:
            self._candidates.add(self._numbers[id(owner)], form, mention.authority)
        owner.add(mention, form)
        return owner

    def best(self, mention: Mention, form: Form) -> _Body | None:
        """The body that fits best, of equal ones the nearest before the mention."""
        scored = [
            (score, body)
            for number in self._candidates.of(form, mention.authority)
            if (score := _fit(body := self.all[number], mention, form)) > 0 and not _contradicts(body, mention, form)
        ]
        top = max((score for score, _ in scored), default=0)
        equal = [body for score, body in scored if score == top]
        # The Kazakh press names the state of every ministry but its own.
        ministry = mention.kind == "government" and (mention.rule == "pattern:title" or not MINISTRY.isdisjoint(form.spelled))
        ours = ministry and self._language == "kk" and not form.countries
        home = [body for body in equal if ours and any(country == "KZ" for _, country in body.forms)]
        return max(home or equal, key=lambda body: _nearness(body, mention), default=None)


def group_organizations(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions of each organisation.

    Full names come first, then acronyms, then short references; each joins the body that fits it best and contradicts
    it in nothing: another listed body, another country, another place of office.
    """
    language = document.language
    full = {(m.authority, m.country, f): None for m in mentions if not (f := form_of(m, language)).acronym and len(f.spelled) > 2}
    own = _own_acronyms(document, mentions)
    mentions = [_of_this_text(mention, tuple(full), language, own) for mention in mentions]
    definitions = dict(_definitions(document, mentions))
    bodies = _Bodies((form_of(mention, language) for mention in mentions), language)
    home: dict[Mention, _Body] = {}
    for mention in sorted(mentions, key=lambda m: (_shortness(m, form_of(m, language)), m.start)):
        form = form_of(mention, language)
        owner = home.get(definitions[mention]) if mention in definitions else None
        if owner is None or _contradicts(owner, mention, form, defined=True):
            owner = bodies.best(mention, form)
        home[mention] = bodies.add(owner, mention, form)
    return [body.mentions for body in _with_listed(bodies.all, language)]


def _with_listed(bodies: Sequence[_Body], language: Language) -> list[_Body]:
    """«Ассамблея» beside «ҚХА»: a short reference to no full name joins the one listed body whose full name ends in that word."""
    kept = list(bodies)
    for body in bodies:
        if any(mention.rule != "pattern:short-reference" for mention in body.mentions):
            continue
        words = {form.core[-1] for form, _ in body.forms if form.core}
        meant = [other for other in kept if other is not body and words & _last_words(other, language)]
        if len(meant) == 1:
            meant[0].mentions.extend(body.mentions)
            kept.remove(body)
    return kept


def _last_words(body: _Body, language: Language) -> set[str]:
    """The type words that the full names of a listed body end in, where the text calls it by its acronym alone."""
    if not body.keys or not all(form.acronym for form, _ in body.forms):
        return set()
    records = (load_authority().get(key) for key in body.keys)
    names = (name for record in records if record is not None for name in record.names[language])
    forms = (form_of(replace(body.mentions[0], text=name), language) for name in names)
    return {form.core[-1] for form in forms if form.core and not form.acronym}


def _own_acronyms(document: Document, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Listed acronyms that the text itself gives to another body, «Молодежная организация Туркменистана (МОТ)»: its full name."""
    found: dict[str, Mention] = {}
    for short, full in _definitions(document, mentions):
        letters = form_of(short, document.language).acronym
        another = short.authority and short.authority != full.authority and full.rule != "pattern:title"
        if another and letters and spells(letters, form_of(full, document.language)):
            found[letters] = full
    return found


def _of_this_text(
    mention: Mention, full: Sequence[tuple[str | None, str | None, Form]], language: Language, own: dict[str, Mention]
) -> Mention:
    """A listed acronym of a body the text never names in full, where it spells another that the text does name: unlisted.

    «АНК» is the assembly of Kazakhstan by the list, and that of Kyrgyzstan in a text which speaks of «Ассамблея народа
    Кыргызстана» alone.
    """
    form = form_of(mention, language)
    if mention.authority and form.acronym in own and not form.places and not form.countries:
        return replace(mention, authority=None, country=own[form.acronym].country, kind=own[form.acronym].kind)
    if not mention.authority or not form.acronym or form.places or form.countries or mention.country in (None, "INT"):
        return mention
    if any(authority == mention.authority for authority, _, _ in full):
        return mention
    meant = [country for _, country, f in full if country not in (None, mention.country) and spells(form.acronym, f)]
    return replace(mention, authority=None, country=meant[0]) if meant else mention


def _shortness(mention: Mention, form: Form) -> int:
    """0 for full names, 1 for titles, acronyms and «Атырау университеті», 2 for one-word references."""
    if mention.rule == "pattern:short-reference" or (
        len(form.core) == 1 and not form.acronym and not form.places and not mention.authority
    ):
        return 2
    of_a_town = len(form.core) == 1 and not mention.authority
    return 1 if form.acronym or of_a_town or mention.rule in ("pattern:title", "pattern:defined") else 0


def _definitions(document: Document, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Short names set in brackets right after a full one: (short, full)."""
    ordered = sorted(mentions)
    return [
        (short, full)
        for full, short in itertools.pairwise(ordered)
        if _defines(document.text[full.end : short.start], short) and len(short.text) < len(full.text)
    ]


def _defines(between: str, short: Mention) -> bool:
    """Whether what stands between a full name and a short one sets the short one in brackets."""
    if len(between) < 40 and _BRACKET.match(between):
        return True
    return short.rule == "pattern:defined" and len(between) < 100 and _TRANSLATED.match(between) is not None


def _nearness(body: _Body, mention: Mention) -> tuple[int, int]:
    before = bisect_right(body.starts, mention.start)
    return (1, body.starts[before - 1]) if before else (0, -body.starts[0])


def _ministry_against_other(body: _Body, mention: Mention) -> bool:
    """The ministry that "Minister of Industry" names is no Chamber of Commerce and Industry."""
    titles = [m.rule == "pattern:title" for m in (*body.mentions, mention)]
    others = [m.kind for m, title in zip((*body.mentions, mention), titles, strict=True) if not title]
    return any(titles) and bool(others) and all(kind not in ("government", "other", None) for kind in others)


def _contradicts(body: _Body, mention: Mention, form: Form, defined: bool = False) -> bool:
    """Whether something speaks against the mention being this body."""
    if mention.authority and body.keys and mention.authority not in body.keys:
        return True
    if _ministry_against_other(body, mention):
        return True
    office = form.office or any(other.office for other, _ in body.forms)
    if mention.authority in body.keys and office and mention.country not in (None, "INT"):
        return False  # a country office is listed under all its names
    single = (len(form.core) == 1 and not form.acronym) or _loose(mention, form)
    for other, country in body.forms:
        inside = set(form.spelled) <= set(other.spelled)
        mission = mention.kind == "diplomatic_mission" and not (form.office and other.office)
        if form.office != other.office and not single and not mission and not (other.whole and inside):
            if defined and other.office and not mention.authority:
                continue
            return True
        if not defined and not mention.authority and _of_another_town(mention, form, other):
            return True
        mine, theirs = _countries(mention.country, form), _countries(country, other)
        if mine and theirs and not mine & theirs:
            return True
        if (other.whole and inside) or (form.whole and set(other.spelled) <= set(form.spelled)):
            continue
        if form.core == other.core and len(form.core) > 2 and mention.kind in _NAMED_KINDS and not (form.places and other.places):
            continue  # «Хажы Байрам Вели университеті» is that of Ankara
        inner, outer = _regions(form), _regions(other)
        if mission and not (inner and outer):
            continue  # "the Consulate General of Poland" is that in Almaty named before
        if inner and not outer and len(form.core) == 1 and not inner & set(other.spelled):
            return True  # "University of Bologna" is no short name of another university
        if (inner != outer and inner and outer) or (
            bool(inner) != bool(outer) and not single and not form.quoted and not defined
        ):
            return True
    return False


def _of_another_town(mention: Mention, form: Form, other: Form) -> bool:
    """«Лодзь университеті» is not «Варшава университеті», nor the only other university of the report."""
    if not form.places or not form.places.isdisjoint(other.places):
        return False
    own = set(form.spelled) - set(form.core)
    stated = bool(form.countries) and mention.kind != "education_research"  # «Қазақстан министрлігі» may be any of them
    bare = len(form.core) == 1 and not form.acronym and not stated and own.isdisjoint(other.spelled)
    return bare or bool(other.places)


def _loose(mention: Mention, form: Form) -> bool:
    """A short reference that leaves the place out: "the Programme Office"."""
    return (
        not form.places
        and not form.acronyms
        and not mention.authority
        and len(form.core) <= 2
        and not form.quoted
        and not any(word.startswith("@") for word in form.core)
    )


def _countries(country: str | None, form: Form) -> frozenset[str]:
    if form.office:
        return form.countries
    return form.countries | {told for told in (country, form.nation) if told}


def _regions(form: Form) -> frozenset[str]:
    """Places inside the name that are no country: «АНК Жамбылской области» is not «АНК»."""
    if form.quoted:
        return frozenset()
    return frozenset(p for p in form.places if p != form.office and not (form.countries and len(form.places) == 1))


def _fit(body: _Body, mention: Mention, form: Form) -> float:
    """How well a mention fits a body, 0 for not at all."""
    if mention.authority and mention.authority in body.keys:
        return 10.0
    return max(likeness(form, other) for other, _ in body.forms)
