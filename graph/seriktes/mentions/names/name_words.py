"""Words of a person's name: what may be one by its form, its lists and its neighbours."""

from __future__ import annotations

from seriktes.mentions.lists import endings, is_place_word, lists_of
from seriktes.mentions.names.reading import Reading
from seriktes.model import Language
from seriktes.records import KeptIn, record
from seriktes.text import kazakh, russian
from seriktes.text.scripts import fold

_BEFORE_POSTS = frozenset(("regional", "deputy", "senior", "country", "special", "general", "executive", "chief"))
#: So far before the place or body it is of, in words, a post word may stand; "Ambassador of Hungary to the Republic of …" is longer.
_FROM_POST, _FROM_ENVOY = 4, 8
_LONGEST_POST = 8
_ROMAN = frozenset(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"])


def name_like(reading: Reading, index: int) -> bool:
    """Whether a word may be part of a person's name by its form alone."""
    word = reading.words[index]
    if word.text in _ROMAN:
        return index > 0 and reading.words[index - 1].shape == "title"
    if word.shape not in ("title", "caps", "acronym"):
        return False
    lists = reading.lists
    if word.shape == "acronym":
        if _no_name[reading.language][word.text]:
            return False
        return lists.is_given(word.text) or (
            len(word.text) >= 3
            and word.text.isupper()
            and (_pair_of_name(reading, index) or (len(word.text) > 4 and _surname(reading, index)))
        )
    if _names_something_else(reading, index):
        return False
    if _no_part[reading.language][word.text] and not _given_and_post(reading, index):
        return False
    if reading.language == "kk" and word.fold.endswith(kazakh.ADJECTIVE) and index + 1 < len(reading):
        following = reading.words[index + 1]
        if following.capital and lists.head(following.text) is not None:
            return False  # «… Конституциялық Сот»
    return reading.language == "en" or not (index == reading.first and _common_word(reading, index))


def _is_no_name(word: str, language: Language) -> bool:
    """Whether a word is in no name of a person, however it is written: "Samal LLP" is a company, whoever it is called after."""
    lists, base = lists_of(language), fold(word) if language != "kk" else fold(kazakh.nominative(word))
    return fold(word) in lists.not_names or base in lists.not_names or word in lists.abbreviations


def _is_no_part(word: str, language: Language) -> bool:
    """The same for a word in small letters behind its capital: type words, posts, and what stands somewhere."""
    lists = lists_of(language)
    if _no_name[language][word] or lists.is_post(word) or lists.head(word) is not None or lists.is_ministry(word):
        return True
    if language == "kk" and kazakh.case_of(word) in ("loc", "attr") and not _surnames[language][word]:
        return True
    return is_place_word(word, language) or (language == "en" and fold(word) in lists.stops and not lists.is_given(word))


_no_name, _no_part = KeptIn(_is_no_name), KeptIn(_is_no_part)


def city_as_given_name(reading: Reading, index: int) -> bool:
    """«төрағасы София Веласкес»: after a post and before an unknown capitalised word, a town's name is a given name.

    Only in its base form: in «мэр Лондона Садик Хан» the town owns the post.
    """
    match = reading.listed_at.get(index)
    if match is None or match.end - match.start != 1 or any(r.kind != "settlement" for r in match.records):
        return False
    following = reading.words[index + 1] if index + 1 < len(reading) else None
    return (
        before_is_post(reading, index)
        and any(reading.text(index) in names for record in match.records for names in record.names.values())
        and following is not None
        and not (reading.lists.is_given(following.text) and reading.capital(index + 2))
        and following.shape == "title"
        and index + 1 not in reading.listed_at
        and not is_place_word(following.text, reading.language)
        and not reading.lists.is_post(following.text)
        and reading.lists.head(following.text) is None
    )


def _names_something_else(reading: Reading, index: int) -> bool:
    """Whether a listed place or body stands here; «Дания Қыдырбаева» is a person all the same."""
    match = reading.listed_at.get(index)
    if match is None:
        return False
    if match.end - match.start > 1:
        return True
    if reading.lists.is_given(reading.text(index)) or _surname(reading, index):
        return False
    if reading.language == "en" and match.records[0].kind == "settlement" and _behind_given(reading, index):
        return False  # "Ambassador Anna Leeds"
    follows = index + 1 < len(reading) and reading.words[index + 1].shape in ("title", "caps")
    if not follows or index + 1 in reading.listed_at or match.records[0].type != "Place":
        return True
    return not (strong_surname(reading, index + 1) or city_as_given_name(reading, index))


def _behind_given(reading: Reading, index: int) -> bool:
    """Whether a given name and a post stand before a word: "British Ambassador to Kazakhstan Anna Leeds"."""
    if index < 2 or not reading.lists.is_given(reading.text(index - 1)) or index - 1 in reading.listed_at:
        return False
    return any(reading.lists.is_post(reading.text(i)) for i in range(max(0, index - 5), index - 1))


def _given_and_post(reading: Reading, index: int) -> bool:
    """«облыс әкімі Ғалым …ов»: a Kazakh given name that is a word of posts too, within a sentence before a surname."""
    word = reading.words[index]
    given = reading.language == "kk" and index != reading.first and word.shape == "title" and reading.lists.is_given(word.text)
    return given and reading.lists.is_post(word.text) and reading.capital(index + 1) and strong_surname(reading, index + 1)


def _pair_of_name(reading: Reading, index: int) -> bool:
    """A short word in capitals is a surname after a given name («Айгүл КИМ») or before it («ZHANG Ming»)."""
    if index in reading.listed_at:
        return False
    before = reading.words[index - 1] if index else None
    if before is not None and before.shape == "title" and reading.lists.is_given(before.text):
        return True
    if before is not None and reading.language == "kk" and len(reading.text(index)) > 3 and before_is_post(reading, index - 2):
        return before.shape == "title" and reading.capital(index - 2)
    if reading.language != "en" or not reading.words[index].text.isascii() or not reading.capital(index + 1):
        return False
    following = reading.words[index + 1]
    return (
        following.shape == "title"
        and not reading.capital(index + 2)
        and following.fold not in reading.lists.not_names | reading.lists.stops
        and reading.lists.head(following.text) is None
        and not reading.lists.is_post(following.text)
        and index + 1 not in reading.listed_at
        and any(c in "AEIOUY" for c in reading.text(index))
    )


def _common_word(reading: Reading, index: int) -> bool:
    """Whether a sentence's first word is an ordinary word that only its place capitalises."""
    word = reading.words[index]
    if reading.lists.is_given(word.text) or _surname(reading, index):
        return False
    if reading.language == "ru":
        first = russian.parses(word.fold)[0]
        return not any(tag in first.tag for tag in ("Name", "Surn", "Patr", "UNKN")) and first.is_known
    if reading.language == "kk":
        return kazakh.case_of(word.text) != "nom" or word.fold in reading.lists.stops
    return False


def strong_surname(reading: Reading, index: int) -> bool:
    """An ending that hardly any other capitalised word wears: «-баева», "-bekov", "-yev"."""
    return _strong[reading.language][reading.words[index].text]


def _ends_strongly(text: str, language: Language) -> bool:
    word = fold(text).removesuffix("'s")
    bases = (word, fold(kazakh.nominative(text))) if language == "kk" else (word,)
    if language == "ru" and russian.parses(word)[0].is_known and not any("Surn" in p.tag for p in russian.parses(word)):
        return False
    return len(word) >= 5 and any(endings("strong").match(base) for base in bases)


_strong = KeptIn(_ends_strongly)


def _surname(reading: Reading, index: int) -> bool:
    """Whether a word ends like a surname, its case ending taken off."""
    return _surnames[reading.language][reading.words[index].text]


def _ends_like_surname(text: str, language: Language) -> bool:
    word = fold(text)
    if word.isascii() and word.isalpha():
        return bool(endings("latin").match(word.removesuffix("'s")))
    bases = {word}
    if language == "kk":
        bases.add(fold(kazakh.nominative(text)))
    return any(endings("cyrillic").match(base) for base in bases)


_surnames = KeptIn(_ends_like_surname)


@record(frozen=True, slots=True)
class Part:
    """What a word of a run may be in a name."""

    initial: bool
    given: bool
    surname: bool
    patronymic: bool
    inflected: bool
    caps: bool


def part_of(reading: Reading, index: int) -> Part:
    """What a word of a run may be in a name."""
    word = reading.words[index]
    initial = word.shape == "initial" or (
        len(word.text) == 1
        and word.text.isupper()
        and (reading.text(index + 1) == "." or (word.text.isascii() and index > 0 and reading.capital(index - 1)))
    )
    given = not initial and (reading.lists.is_given(word.text) or (reading.language == "ru" and _russian_given(word.fold)))
    if given and reading.language == "en" and reading.lists.is_demonym(word.text):
        given = not reading.titled and _surname(reading, index + 1)  # "German Parliaments Seek", "German Sergeyev"
    patronymic = bool(
        endings("patronymic").match(fold(kazakh.nominative(word.text)) if reading.language == "kk" else word.fold)
    ) or (reading.language == "ru" and any("Patr" in p.tag for p in russian.parses(word.fold)[:2]))
    inflected = (reading.language == "kk" and kazakh.case_of(word.text) not in ("nom",) and not given) or (
        reading.language == "en" and word.fold.endswith("'s")
    )
    return Part(
        initial,
        given,
        not initial and _surname(reading, index),
        patronymic,
        inflected,
        word.text.isupper() and len(word.text) > 2,
    )


def _russian_given(word: str) -> bool:
    return any("Name" in p.tag and p.score > 0.1 for p in russian.parses(word)[:3])


def lone_surname(reading: Reading, index: int) -> bool:
    """«Президент Токаев», "Minister Kamilov": a capitalised post word and one unknown word with a surname's ending."""
    word = reading.words[index]
    if (
        not reading.capital(index - 1)
        or reading.lists.is_given(word.text)
        or index in reading.listed_at
        or reading.capital(index + 1)
    ):
        return False
    if reading.language == "ru":
        return any("Surn" in p.tag for p in russian.parses(word.fold)) and not reading.lists.is_demonym(word.text)
    return _surname(reading, index) and not reading.lists.is_demonym(word.text) and word.fold not in reading.lists.stops


def before_is_post(reading: Reading, start: int) -> bool:
    """Whether a post word stands directly before; in Kazakh one in the third person («төрағасы»)."""
    if start == 0:
        return False
    word = reading.words[start - 1]
    match = reading.listed_at.get(start - 1)
    if match is not None and reading.language != "kk":
        if reading.is_organization(start - 1) and _post_of(reading, match.start):
            return True
        sent = reading.language == "en" and "to" in (reading.lower(i) for i in range(max(0, match.start - 4), match.start))
        far = _FROM_ENVOY if sent else _FROM_POST
        return any(reading.lists.is_post(reading.text(i)) for i in range(max(0, match.start - far), match.start)) and not any(
            reading.words[i].shape == "mark" for i in range(max(0, match.start - far + 2), match.start)
        )
    if word.shape == "mark" or not reading.lists.is_post(word.text):
        return False
    return reading.language != "kk" or kazakh.case_of(word.text) == "nom"


def _post_of(reading: Reading, place: int) -> bool:
    """ "The Chairman of the Board of the AIR Center": a post, and nothing but "of the" and capitals up to the body."""
    if reading.language != "en" or reading.lower(place - 1) not in ("of", "the"):
        return False
    for i in range(place - 1, max(-1, place - _LONGEST_POST), -1):
        if reading.words[i].shape == "mark" or not (reading.capital(i) or reading.lower(i) in ("of", "the", "for", "and")):
            return False
        if reading.lists.is_post(reading.text(i)):
            return True
    return False


def english_post_follows(reading: Reading, index: int) -> bool:
    """Whether a post stands at the index, as after "Rachel Osborne, Chief Executive of"."""
    while reading.lower(index) in ("the", "a", "an", "first", "senior", "acting", "former", "regional", "country"):
        index += 1
    if reading.is_organization(index):  # "Kaori Ishikawa, the UN Women country representative"
        index = reading.listed_at[index].end
        while reading.lower(index) in _BEFORE_POSTS:
            index += 1
        return index < len(reading) and reading.lists.is_post(reading.text(index))
    for _ in range(3):  # "Yasuko Oda, UNHCR Regional Representative", "X, UK Trade Envoy"
        if (
            (reading.words[index].shape == "acronym" if index < len(reading) else False)
            or index < len(reading)
            and (reading.lists.is_demonym(reading.text(index)) or reading.lower(index) in _BEFORE_POSTS)
        ):
            index += 1
    return reading.lower(index) in reading.lists.after or (
        index < len(reading) and reading.capital(index) and reading.lists.is_post(reading.text(index))
    )
