"""Organisations of one document: full, short and acronym names brought together; offices and branches kept apart."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from seriktes.authority.matching import is_acronym
from seriktes.authority.records import LANGUAGES, load_authority
from seriktes.coreference.forms import Form, form_of, initials_of, key_of
from seriktes.model import Document, Language, Mention
from seriktes.text.scripts import fold, in_russian_letters

_BRACKET = re.compile(r"^[»”\"]?\s*\(\s*(?:[^()\n]{0,30}?[–—-]\s*)?[«“\"]?$")
_MINISTRY = frozenset({"министрлик", "министерств", "ministry"})
#: Beginnings of words that name a part of a body.
_SUBUNIT_WORDS = """
департамент комитет отдел басқарма баскарм болим управлен секретариат хатшылык факультет институт department
committee division faculty secretariat school филиал branch хаб кеңсе кенсе офис office дирекци кеңес кенес
совет council окилдик представительств орталык центр centre center академи academy служб service пресс press
комисси commission палат кафедр delegation делегаци mission миссия миссии agency агентств programme программ
багдарлама"""
_SUBUNITS = tuple(_SUBUNIT_WORDS.split())
_LOOSE = frozenset({"республика", "республик", "republic", "елимиз"})


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


def group_organizations(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions of each organisation.

    Full names come first, then acronyms, then short references; each joins the body that fits it best and contradicts
    it in nothing: another listed body, another country, another place of office.
    """
    language = document.language
    full = {(m.authority, m.country, f): None for m in mentions if not (f := form_of(m, language)).acronym and len(f.spelled) > 2}
    mentions = [_of_this_text(mention, tuple(full), language) for mention in mentions]
    definitions = dict(_definitions(document, mentions))
    bodies: list[_Body] = []
    home: dict[Mention, _Body] = {}
    for mention in sorted(mentions, key=lambda m: (_shortness(m, form_of(m, language)), m.start)):
        form = form_of(mention, language)
        owner = home.get(definitions[mention]) if mention in definitions else None
        if owner is None or _contradicts(owner, mention, form, defined=True):
            owner = _best(bodies, mention, form, language)
        if owner is None:
            owner = _Body()
            bodies.append(owner)
        owner.add(mention, form)
        home[mention] = owner
    return [body.mentions for body in bodies]


def _of_this_text(mention: Mention, full: Sequence[tuple[str | None, str | None, Form]], language: Language) -> Mention:
    """A listed acronym of a body the text never names in full, where it spells another that the text does name: unlisted.

    «АНК» is the assembly of Kazakhstan by the list, and that of Kyrgyzstan in a text which speaks of «Ассамблея народа
    Кыргызстана» alone.
    """
    form = form_of(mention, language)
    if not mention.authority or not form.acronym or form.places or form.countries or mention.country in (None, "INT"):
        return mention
    if any(authority == mention.authority for authority, _, _ in full):
        return mention
    meant = [country for _, country, f in full if country not in (None, mention.country) and _spells(form.acronym, f)]
    return replace(mention, authority=None, country=meant[0]) if meant else mention


def _shortness(mention: Mention, form: Form) -> int:
    """0 for full names, 1 for titles and acronyms, 2 for one-word references."""
    if mention.rule == "pattern:short-reference" or (
        len(form.core) == 1 and not form.acronym and not form.places and not mention.authority
    ):
        return 2
    return 1 if form.acronym or mention.rule in ("pattern:title", "pattern:defined") else 0


def _definitions(document: Document, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Short names set in brackets right after a full one: (short, full)."""
    ordered = sorted(mentions)
    return [
        (short, full)
        for full, short in itertools.pairwise(ordered)
        if short.start - full.end < 40
        and _BRACKET.match(document.text[full.end : short.start])
        and len(short.text) < len(full.text)
    ]


def _best(bodies: Sequence[_Body], mention: Mention, form: Form, language: Language) -> _Body | None:
    scored = [
        (score, -place)
        for place, body in enumerate(bodies)
        if (score := _fit(body, mention, form)) > 0 and not _contradicts(body, mention, form)
    ]
    if not scored:
        return None
    top = max(score for score, _ in scored)
    equal = [bodies[-place] for score, place in scored if score == top]
    return max(equal, key=lambda body: _nearness(body, mention))


def _nearness(body: _Body, mention: Mention) -> tuple[int, int]:
    before = bisect_right(body.starts, mention.start)
    return (1, body.starts[before - 1]) if before else (0, -body.starts[0])


def _contradicts(body: _Body, mention: Mention, form: Form, defined: bool = False) -> bool:
    """Whether something speaks against the mention being this body."""
    if mention.authority and body.keys and mention.authority not in body.keys:
        return True
    office = form.office or any(other.office for other, _ in body.forms)
    if mention.authority in body.keys and office and mention.country not in (None, "INT"):
        return False  # a country office is listed under all its names
    single = (len(form.core) == 1 and not form.acronym) or _loose(mention, form)
    for other, country in body.forms:
        inside = set(form.spelled) <= set(other.spelled)
        if form.office != other.office and not single and not (other.whole and inside):
            if defined and other.office and not mention.authority:
                continue
            return True
        if not defined and not mention.authority and _of_another_town(form, other):
            return True
        mine, theirs = _countries(mention.country, form), _countries(country, other)
        if mine and theirs and not mine & theirs:
            return True
        if (other.whole and inside) or (form.whole and set(other.spelled) <= set(form.spelled)):
            continue
        inner, outer = _regions(form), _regions(other)
        if inner and not outer and len(form.core) == 1 and not inner & set(other.spelled):
            return True  # "University of Bologna" is no short name of another university
        if (inner != outer and inner and outer) or (
            bool(inner) != bool(outer) and not single and not form.quoted and not defined
        ):
            return True
    return False


def _of_another_town(form: Form, other: Form) -> bool:
    """«Лодзь университеті» is not «Варшава университеті», nor the only other university of the report."""
    if not form.places or not form.places.isdisjoint(other.places):
        return False
    own = set(form.spelled) - set(form.core)
    bare = len(form.core) == 1 and not form.acronym and not form.countries and own.isdisjoint(other.spelled)
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
    return form.countries | {country} if country and not form.office else form.countries


def _regions(form: Form) -> frozenset[str]:
    """Places inside the name that are no country: «АНК Жамбылской области» is not «АНК»."""
    if form.quoted:
        return frozenset()
    return frozenset(p for p in form.places if p != form.office and not (form.countries and len(form.places) == 1))


def _fit(body: _Body, mention: Mention, form: Form) -> float:
    """How well a mention fits a body, 0 for not at all."""
    if mention.authority and mention.authority in body.keys:
        return 10.0
    return max(_likeness(form, other) for other, _ in body.forms)


def _likeness(form: Form, other: Form) -> float:
    """How surely two names are one body's by their words alone, 0 for not at all."""
    mine, theirs = _plain(form.core), _plain(other.core)
    if mine == theirs:
        return 9.0 if form.places == other.places else 8.0
    if mine == other.quoted or theirs == form.quoted:
        return 7.0
    if (len(mine) > 1 and mine == other.quoted[-len(mine) :]) or (len(theirs) > 1 and theirs == form.quoted[-len(theirs) :]):
        return 6.5  # «Азаматтық альянс» of ««Абай облысының Азаматтық альянсы» ЗТБ»
    if form.quoted and form.quoted == other.quoted and _same_head(form, other):
        return 7.0
    if (form.acronym and _spells(form.acronym, other)) or (other.acronym and _spells(other.acronym, form)):
        return 6.0
    if mine == form.core and len(mine) == 1 and mine[0] in _MINISTRY and mine[0] in other.core:
        return 5.0
    if _abbreviated(form, other) or _abbreviated(other, form) or _ministry(form, other) or _ministry(other, form):
        return 6.0
    if len(mine) == 1 and not form.acronym and mine[0] in theirs:
        return 5.0 if mine[0] in (theirs[0], theirs[-1]) else 2.0
    short, long = (form, other) if len(form.spelled) <= len(other.spelled) else (other, form)
    return 3.0 if _says_less(short, long) else 0.0


@lru_cache(maxsize=20_000)
def _plain(core: tuple[str, ...]) -> tuple[str, ...]:
    """The core words without the ministry's own word, which either side may lack."""
    return tuple(word for word in core if word not in _MINISTRY and word not in _LOOSE) or core


def _same_head(form: Form, other: Form) -> bool:
    """The same outer type word, or none on one side: «отдел … КГУ «X»» is not «КГУ «X»»."""
    a = tuple(w for w in form.core if w not in form.quoted)
    b = tuple(w for w in other.core if w not in other.quoted)
    if not a or not b or a[0] == b[0] or a[-1] == b[-1]:
        return True
    return any(len(words) == 1 and is_acronym(words[0]) for words in (a, b))


def _spells(acronym: str, full: Form) -> bool:
    """Whether an acronym is made of the first letters of a name, one letter more or less."""
    letters = in_russian_letters(acronym.lower())
    if len(full.spelled) < 2 or len(letters) < 3:
        return False
    initials = initials_of(full.spelled)
    if letters in (initials, initials_of(full.core)):
        return True
    if len(initials) - len(letters) == 1 and initials.startswith(letters):
        return True
    # «ИГУ» of «… университет имени Касыма Тыныстанова», «НИСИ» of «Национальный институт … при Президенте»
    return len(letters) > 2 and len(full.core) > len(letters) and initials_of(full.core).startswith(letters) and len(initials) < 9


def _abbreviated(form: Form, full: Form) -> bool:
    """«Омская ТПП» of «Союз «Омская Торгово-промышленная палата»»: one word kept, the others in an acronym."""
    if not 2 <= len(form.core) <= 4 or len(form.acronyms) != 1 or len(full.core) <= len(form.core):
        return False
    short = next(iter(form.acronyms))
    kept = [word for word in form.core if word != short]
    if len(short) < 3 or any(word not in full.spelled for word in kept):
        return False
    rest = [part for word in full.spelled if word not in kept for part in word.split("-")]
    letters = in_russian_letters(short.lower())
    return any(initials_of(tuple(rest[skipped:])).startswith(letters) for skipped in (0, 1))


def _ministry(form: Form, full: Form) -> bool:
    """«Минэнерго РТ» of «Министерство энергетики и водных ресурсов …»."""
    short = form.core[0] if form.core else ""
    stem = short[3:7]
    if not short.startswith("мин") or len(stem) < 3 or len(form.core) > 2 or not _MINISTRY & set(full.spelled):
        return False
    first = next((word for word in full.spelled if word not in _MINISTRY), "")
    return first.startswith(stem)


def _says_less(short: Form, long: Form) -> bool:
    """Whether one name is the other with words left out, and none of those left out names a part of the body.

    «Ясауи университеті» of «Қожа Ахмет Ясауи атындағы Халықаралық қазақ-түрік университеті», "EU Delegation" of
    "Delegation of the European Union to Kazakhstan"; not «Министерство» of «Департамент … Министерства».
    """
    if len(_plain(short.core)) < 2 or short.quoted or long.quoted:
        return False
    rest = list(long.spelled)
    for key in _plain(short.core):
        words = _expansion(key, rest) if key.startswith("@") else (key,)
        if not words or any(word not in rest for word in words):
            return False
        for word in words:
            rest.remove(word)
    return len(rest) <= 5 and not any(word.startswith(_SUBUNITS) for word in rest)


def _expansion(key: str, words: Sequence[str]) -> tuple[str, ...]:
    """The words by which the other name calls a listed owner."""
    record = load_authority().get(key[1:])
    for language in LANGUAGES if record is not None else ():
        for name in (*record.names[language], *record.shorts[language]) if record is not None else ():
            keys = tuple(key_of(word, language) for word in name.split() if fold(word) not in ("of", "the", "for"))
            if keys and all(k in words for k in keys):
                return keys
    return ()
