"""Which words may stand inside a Kazakh organisation's name, to the left of its type word."""

from __future__ import annotations

from seriktes.mentions.headwords import heads_in
from seriktes.mentions.names.reading import Reading
from seriktes.text import kazakh
from seriktes.text.scripts import fold

_AND = frozenset({"және", "мен", "пен", "бен"})
PLURAL_OWNED = ("лары", "лері", "дары", "дері", "тары", "тері")
_FINITE = ("йды", "йді", "ған", "ген", "қан", "кен", "атын", "етін", "йтын", "йтін", "ып", "іп")
_BY_WHOSE = ("тапсыры", "тапсырма", "шақыру", "бастама", "шешім", "нәтиже", "қорытынды", "өтініш", "ұсыны")
#: So far behind the quotes stands the type word: «X» халықаралық қоғамдық қоры.
_TYPE_WORD = 4
_OBLIQUE = ("dat", "loc", "abl", "ins", "acc")
_PARTS = (
    "факультет",
    "кафедра",
    "департамент",
    "институт",
    "филиал",
    "өкілдіг",
    "кеңсес",
    "бөлім",
    "зертхана",
    "басқарма",
    "хатшылы",
    "алқа",
    "штаб",
)
_VERBAL_NOUN = ("у", "ю", "уы", "уі", "удың", "удің")
PLURAL = ("лар", "лер", "дар", "дер", "тар", "тер", "лары", "лері", "дары", "дері", "тары", "тері")


def fits(reading: Reading, i: int, place: int) -> bool:
    """Whether the word at ``i`` may stand inside the name that ends at ``place``."""
    word = reading.words[i]
    if i in reading.persons:
        return False
    if reading.is_organization(i) and reading.listed_at[i].end < place and _owns(reading, reading.listed_at[i].end):
        return True  # a listed owner, whatever words it is made of
    if word.shape == "mark":
        return (
            (word.text == "," and _comma_inside(reading, i, place))
            or word.text in "№"
            or (word.text == "." and reading.lower(i - 1) in ("қ", "обл"))
        )
    if word.shape == "initial":
        return True
    if word.shape == "number":
        return reading.text(i - 1) == "№" or reading.text(i + 1) == "№"
    if word.fold in _AND:
        return _and_inside(reading, i, place)
    town = word.capital and reading.is_place(i) and (i != reading.first or reading.text(i + 1) == "(")  # «Қазан», the month too
    if word.fold in reading.lists.stops and not town and not _given_name(reading, i):
        sciences = word.fold == "туралы" and reading.lower(i + 1).startswith("ғылым")  # «Өмір туралы ғылымдар университеті»
        return sciences or (word.fold == "емес" and reading.lower(i - 1).endswith(("тік", "лық", "тық")))
    if word.fold == "бойынша" and reading.lower(i - 1).startswith(_BY_WHOSE):
        return False  # «… министрлігінің тапсырысы бойынша X орталығы»
    if word.shape == "lower":
        return _lower_fits(reading, i, place)
    return _capital_fits(reading, i, place)


def _owns(reading: Reading, end: int) -> bool:
    """Whether a body that ends before a place has another: «X министрлігінің …», «X министрлігі жанындағы …»."""
    return reading.case(end - 1) == "gen" or reading.lower(end) == "жанындағы"


def _given_name(reading: Reading, i: int) -> bool:
    """«Адам Мицкевич атындағы университет»: a stop word («адам») that is here a given name."""
    return i != reading.first and reading.capital(i) and reading.capital(i + 1) and reading.lists.is_given(reading.text(i))


def _lower_fits(reading: Reading, i: int, place: int) -> bool:
    word, case = reading.words[i].fold, reading.case(i)
    if word.endswith(PLURAL_OWNED) and reading.words[i + 1].shape == "acronym":
        return False  # «Түркі ынтымақтастық ұйымдары ТҮРКПА хатшылығында жиналды»
    if word in reading.lists.extra["governors"] or word in ("атындағы", "жанындағы", "үшін"):
        return True
    if word.endswith(PLURAL_OWNED) and reading.lists.is_post(word) and _of_body(reading, i - 1):
        return False  # «X қорының өкілдері мәдени орталықпен кездесті»
    if reading.lists.is_post(word) and (not word.endswith(PLURAL) or (reading.capital(i + 1) and i + 1 < place)):
        return False
    if word.startswith("астанасы") and i + 1 < place:
        return False  # «Иранның астанасы Тегерандағы Қазақстан елшілігі»
    if case == "attr" and word.startswith(("қала", "облыс", "аудан", "ауыл")):
        return _office(reading, place)
    if _ends_before_state(reading, i, place) or (case == "nom" and _another_body(reading, i, place)):
        return False
    if case in ("nom", "attr") or word in reading.lists.extra["uninflected"]:
        return not (word.endswith(_FINITE) and len(word) > 4) or word.endswith(("лықты", "лікті"))
    if case == "gen":
        head = reading.lists.head(word)
        return head is not None or word.startswith(
            (
                "облыс",
                "қала",
                "аудан",
                "республика",
                "ауыл",
                "халық",
                "халқ",
                "мемлекет",
                "ел",
                "стипендия",
                "бағдарлама",
                "конвенция",
            )
        )
    body = reading.lists.head(word)
    if body is not None and body.kind in _BODIES_ALONE and reading.capital(i + 1):
        return False  # «X университетіне Y шығыстану институтының делегациясы келді»
    return case in ("acc", "dat") and _governed(reading, i, place)


def _ends_before_state(reading: Reading, i: int, place: int) -> bool:
    """«X агенттігі Қазақстанның Өзбекстандағы елшілігіне сілтеме жасап»: a body ends before the state that owns the next."""
    owned = fold(reading.text(i)).endswith(("ы", "і")) and reading.lists.head(reading.words[i].fold) is not None
    if not owned or i + 1 >= place or reading.case(i + 1) != "gen" or not reading.capital(i + 1):
        return False
    return reading.is_place(i + 1) or (reading.is_organization(i + 1) and reading.listed_at[i + 1].end > place)


def _of_body(reading: Reading, i: int) -> bool:
    """Whether the word is a body's type word in the genitive: those behind it are its people."""
    return i >= 0 and reading.case(i) == "gen" and reading.lists.head(reading.text(i)) is not None


_INNER_UNITS = ("комитеті", "департаменті", "басқармасы", "бөлімі")
_BODIES_ALONE = frozenset({"education_research", "ngo", "association", "foundation", "company", "media"})
_UNITS = ("факульт", "кафедр", "департамент", "бөлім", "филиал", "кеңсе", "орталы", "мектеб", "өкілд", "басқарма", "хатшыл")


def _another_body(reading: Reading, i: int, place: int) -> bool:
    """«Семей университеті Сеул университетінің»: a name that ends before a capital is another body's, but for units of it."""
    known = reading.listed_at.get(i) if reading.is_organization(i) else None
    units = reading.lower(place).startswith(_UNITS)  # «… партиясы Түркістан облыстық филиалы»
    town = known is not None and known.end == i + 1 < place and reading.is_place(i + 1) and reading.case(i + 1) in ("nom", "gen")
    if town and not units:
        return True  # «… офисі Маңғыстау облысының прокуратурасы»: a listed body, and one of a region after it
    if reading.lower(i) == "делегациясы" or (reading.lower(i - 1) == "баспасөз" and reading.capital(i + 1)):
        return True  # «X делегациясы Y университетіне келді», «X баспасөз қызметі Y университетімен … хабарлады»
    head = reading.lists.head(reading.words[i].fold)
    last = reading.lists.head(reading.text(place))
    if reading.lower(i).startswith(_INNER_UNITS) and i + 1 < place and reading.capital(i + 1) and last is not None:
        return last.kind not in ("government", "parliament")  # «Мәжілістің X комитеті Y қорының өкілдігімен бірлесіп»
    if head is None or head.kind not in _BODIES_ALONE or not fold(reading.text(i)).endswith(("ы", "і")):
        return False
    return i + 1 < place and reading.capital(i + 1) and not units


def _governed(reading: Reading, i: int, place: int) -> bool:
    """Whether an object stands before its verbal noun or postposition: «Аралды құтқару», «терроризмге қарсы»."""
    if reading.capital(i + 1) and i == reading.first:
        return False
    for j in range(i + 1, min(place, i + 5)):
        following = reading.words[j]
        if following.fold in reading.lists.extra["governors"] or following.fold == "үшін":
            return True
        if following.shape == "lower" and following.fold.endswith(_VERBAL_NOUN) and len(following.fold) > 3:
            return True
        if following.shape == "mark" or reading.lists.head(following.text):
            return False
    return False


def _capital_fits(reading: Reading, i: int, place: int) -> bool:
    word, case = reading.words[i], reading.case(i)
    if reading.lists.is_post(word.text) and not word.fold.endswith(PLURAL):
        return word.fold.startswith(("президент", "премьер-министр")) and (
            reading.lists.head(reading.text(i + 1)) is not None
            or "жанындағы" in (reading.lower(i + 1), reading.lower(i + 2))
            or reading.lower(i + 1) == "іс"
        )
    known = reading.listed_at.get(i) if reading.is_organization(i) else None
    if known is not None and known.end == i + 1 and word.shape == "title" and reading.words[i + 1].shape == "acronym":
        return False  # «ҚазАқпарат ҚР Сыртқы істер министрлігінің баспасөз қызметіне сілтеме жасап»
    if reading.is_place(i):
        match = reading.listed_at[i]
        case = reading.case(match.end - 1)
        if case == "attr":
            return _office(reading, place)
        return (
            i < match.end - 1
            or case in ("nom", "gen")
            or (case in ("acc", "dat") and _governed(reading, i, place))
            or _is_indeclinable(reading, match.end - 1)
        )
    if case == "attr":
        return _office(reading, place)  # «Эгердегі X институты» is the institute, and Eger where it is
    if case in ("nom", "gen"):
        return True
    return case in ("acc", "dat") and (_governed(reading, i, place) or _is_indeclinable(reading, i))


def _office(reading: Reading, place: int) -> bool:
    """Whether the type word is one of a branch, which may say where it is: «… Қазақстандағы өкілдігі»."""
    return (
        reading.lower(place).startswith(tuple(reading.lists.extra["offices"]))
        or fold(kazakh.stem(reading.text(place))) in reading.lists.extra["offices"]
    )


def _is_indeclinable(reading: Reading, i: int) -> bool:
    """«Алматы» looks inflected and is not."""
    match = reading.listed_at.get(i)
    return match is not None and any(fold(reading.text(i)) in fold(name) for r in match.records for name in r.names["kk"])


def _comma_inside(reading: Reading, i: int, place: int) -> bool:
    """«Сыртқы істер, Достастық және даму істері министрлігі»: a comma before a conjunction in a ministry's name."""
    if not reading.lower(place).startswith(("министр", "комитет", "департамент", "басқарма")):
        return False
    between = range(i + 1, place)
    conjunction = next((j for j in between if reading.lower(j) in _AND), None)
    before = reading.words[i - 1] if i else None
    return (
        conjunction is not None
        and conjunction - i <= 3
        and before is not None
        and before.shape in ("lower", "title")
        and reading.case(i - 1) == "nom"
        and reading.lists.head(before.text) is None
        and not reading.is_place(i - 1)
    )


def _and_inside(reading: Reading, i: int, place: int) -> bool:
    """Whether a conjunction joins two words of one name rather than two names."""
    if i == 0:
        return False
    before, after = reading.words[i - 1], reading.words[i + 1]
    if before.shape in ("mark", "number", "initial"):
        return False
    joined = any(reading.lower(j) in reading.lists.extra["join_after"] for j in range(i + 1, min(i + 4, place)))
    if reading.is_place(i - 1):
        return joined
    if before.shape == "acronym" or reading.is_organization(i - 1) or reading.lists.head(before.text) is not None:
        return False
    if reading.case(i - 1) in ("acc", "dat") and _governed(reading, i, place):
        return True
    if reading.case(i - 1) not in ("nom", "attr"):
        return False
    return not (after.capital and before.shape == "lower")


def another_behind(reading: Reading, closed: int, place: int) -> int:
    """«Достар» қоры Көкше клубымен …»: where the second body begins that ends at ``place``; 0 where there is one alone.

    ``closed`` is the quote that closes the name of the first body or of an event. Their type word ends that name, but where
    it stands in the nominative before a part of the body: «Дала» университеті Тарих факультеті».
    """
    head = next((i for i in range(closed + 1, min(place - 1, closed + _TYPE_WORD)) if _type_word(reading, i)), 0)
    owner = head + 1
    if not head or not (reading.capital(owner) or owner in reading.quotes):
        return 0
    if any(reading.words[i].shape != "lower" for i in range(closed + 1, head)):
        return 0
    if is_of_happening(reading, head) or reading.case(head) in _OBLIQUE:
        return owner
    named = reading.case(head) == "nom" and fold(reading.text(head)).endswith(("ы", "і"))
    if reading.words[owner].shape == "acronym" and reading.case(owner) == "gen":
        return owner if named else 0
    return owner if named and not is_part(reading, place) else 0


def is_of_happening(reading: Reading, i: int) -> bool:
    """Whether a word is the type word of an event, project or agreement, and of no body."""
    told = any(head.type in ("Event", "Project", "Agreement") for head in heads_in([reading.lower(i)], "kk"))
    return told and reading.lists.head(reading.text(i)) is None


def is_part(reading: Reading, place: int) -> bool:
    """Whether a type word names what is a part of some body: a faculty, a branch, an office."""
    return reading.lower(place).startswith(_PARTS)


def _type_word(reading: Reading, i: int) -> bool:
    return reading.words[i].shape == "lower" and (reading.lists.head(reading.text(i)) is not None or is_of_happening(reading, i))
