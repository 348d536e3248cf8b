"""How alike two names of organisations of one document are, by their words alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from seriktes.authority.keys import is_acronym
from seriktes.authority.records import LANGUAGES, load_authority
from seriktes.coreference.data import listed
from seriktes.coreference.forms import Form, initials_of, key_of
from seriktes.text.scripts import fold, in_russian_letters

MINISTRY = frozenset(listed("ministries"))
#: Beginnings of words that name a part of a body.
_SUBUNITS = listed("subunits")
_STATE_BODIES = listed("state_bodies")
_LOOSE = frozenset(listed("loose"))


def likeness(form: Form, other: Form) -> float:
    """How surely two names are one body's by their words alone, 0 for not at all."""
    mine, theirs = plain(form.core), plain(other.core)
    if not (mine and theirs):
        return 0.0  # a name of nothing that tells: no other name is alike
    if mine == theirs:
        return 9.0 if form.places == other.places else 8.0
    if mine == other.quoted or theirs == form.quoted:
        return 7.0
    if (len(mine) > 1 and mine == other.quoted[-len(mine) :]) or (len(theirs) > 1 and theirs == form.quoted[-len(theirs) :]):
        return 6.5  # «Азаматтық альянс» of ««Абай облысының Азаматтық альянсы» ЗТБ»
    if form.quoted and form.quoted == other.quoted and _same_head(form, other):
        return 7.0
    if (form.acronym and spells(form.acronym, other)) or (other.acronym and spells(other.acronym, form)):
        return 6.0
    if mine == form.core and len(mine) == 1 and mine[0] in MINISTRY and mine[0] in other.core:
        return 5.0
    if _abbreviated(form, other) or _abbreviated(other, form) or _ministry(form, other) or _ministry(other, form):
        return 6.0
    if len(mine) == 1 and not form.acronym and mine[0] in theirs and not _part_of(mine[0], theirs):
        return 5.0 if mine[0] in (theirs[0], theirs[-1]) else 2.0
    if len(mine) == 1 and mine[0] in other.called:
        return 4.0  # «Фонд» of «ОФ «Тірек»»
    short, long = (form, other) if len(form.spelled) <= len(other.spelled) else (other, form)
    return 3.0 if _says_less(short, long) else 0.0


def _part_of(whole: str, name: tuple[str, ...]) -> bool:
    """Whether a name says which part of a parliament or government it is: «Аппарат Сената», «Үкімет Аппараты» is neither."""
    return whole.startswith(_STATE_BODIES) and any(word.startswith(_SUBUNITS) for word in (name[0], name[-1]) if word != whole)


@lru_cache(maxsize=20_000)
def plain(core: tuple[str, ...]) -> tuple[str, ...]:
    """The core words without the ministry's own word, which either side may lack."""
    return tuple(word for word in core if word not in MINISTRY and word not in _LOOSE) or core


def _same_head(form: Form, other: Form) -> bool:
    """The same outer type word, or none on one side: «отдел … КГУ «X»» is not «КГУ «X»»."""
    a = tuple(w for w in form.core if w not in form.quoted)
    b = tuple(w for w in other.core if w not in other.quoted)
    if not a or not b or a[0] == b[0] or a[-1] == b[-1]:
        return True
    return any(len(words) == 1 and is_acronym(words[0]) for words in (a, b))


def spells(acronym: str, full: Form) -> bool:
    """Whether an acronym is made of the first letters of a name, one letter more or less."""
    letters = in_russian_letters(acronym.lower())
    if len(full.spelled) < 2 or len(letters) < 3:
        return False
    initials = initials_of(full.spelled)
    parts = tuple(part for word in full.spelled for part in word.split("-") if part)
    if letters in (initials, initials_of(full.core)) or (
        len(parts) > len(full.spelled) and initials_of(parts).startswith(letters)
    ):
        return True  # «ТПП» of «Торгово-промышленная палата Кыргызской Республики»
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
    if not short.startswith("мин") or len(stem) < 3 or len(form.core) > 2 or not MINISTRY & set(full.spelled):
        return False
    first = next((word for word in full.spelled if word not in MINISTRY), "")
    return first.startswith(stem)


def _says_less(short: Form, long: Form) -> bool:
    """Whether one name is the other with words left out, and none of those left out names a part of the body.

    «Ясауи университеті» of «Қожа Ахмет Ясауи атындағы Халықаралық қазақ-түрік университеті», "EU Delegation" of
    "Delegation of the European Union to Kazakhstan"; not «Министерство» of «Департамент … Министерства».
    """
    if len(plain(short.core)) < 2 or short.quoted or long.quoted:
        return False
    rest = list(long.spelled)
    for key in plain(short.core):
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
