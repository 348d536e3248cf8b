"""Made-up documents in three languages for measuring growth: the same things come back under other spellings."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from seriktes.model import Annotation, Document, Entity, Fact, Language, Mention, Span
from seriktes.text.scripts import in_latin_letters, in_russian_letters

_GIVEN = re.findall(
    r"\w+",
    """Айбек Айгүл Айдар Ақмарал Алмас Амангелді Арман Асқар Ахмет Бақыт Бауыржан Берік Болат Гүлнар Данияр
Дәурен Ержан Ерлан Жанар Жұлдыз Зарина Ильяс Кәмила Қайрат Қанат Лаура Мақсат Марат Мәдина Назым
Нұрлан Олжас Перизат Рауан Сәуле Серік Талғат Тимур Ұлан Шолпан""",
)
_SYLLABLES = re.findall(
    r"\w+",
    """ба ри қа са ды мұ ра жа ны қо ше бе кі то ле ға мә на сұ лы та ко ер ай дү ме""",
)
_FIELDS = (
    ("мәдениет", "культуры", "Culture"),
    ("денсаулық сақтау", "здравоохранения", "Health"),
    ("білім", "образования", "Education"),
    ("экология", "экологии", "Ecology"),
    ("туризм", "туризма", "Tourism"),
    ("спорт", "спорта", "Sport"),
    ("еңбек", "труда", "Labour"),
)
_TYPES = (
    ("қоры", "Фонд", "Foundation"),
    ("қауымдастығы", "Ассоциация", "Association"),
    ("орталығы", "Центр", "Centre"),
    ("институты", "Институт", "Institute"),
    ("одағы", "Союз", "Union"),
)
_LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")


def _stem(chance: random.Random, syllables: int = 3) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


def _spelled(name: str, language: Language) -> str:
    if language == "kk":
        return name
    return in_russian_letters(name) if language == "ru" else in_latin_letters(name, "kk")


def _person(chance: random.Random) -> dict[Language, str]:
    full = f"{chance.choice(_GIVEN)} {_stem(chance)}{chance.choice(('ев', 'ова', 'баев', 'ұлы'))}"
    return {language: _spelled(full, language) for language in _LANGUAGES}


def _organization(chance: random.Random) -> dict[Language, str]:
    field, kind, proper = chance.choice(_FIELDS), chance.choice(_TYPES), _stem(chance, 4)
    return {
        "kk": f"«{proper}» {field[0]} {kind[0]}",
        "ru": f"{kind[1]} {field[1]} «{_spelled(proper, 'ru')}»",
        "en": f"{_spelled(proper, 'en')} {field[2]} {kind[2]}",
    }


def documents(things: int, seed: int = 1, times: int = 2, a_document: int = 20) -> Iterator[tuple[Annotation, dict[str, int]]]:
    """Documents that name each of so many things a few times, with the number of the thing for every entity id."""
    chance = random.Random(seed)
    made = [
        ("Person", _person(chance)) if chance.random() < 0.45 else ("Organization", _organization(chance)) for _ in range(things)
    ]
    turns = [i for _ in range(times) for i in chance.sample(range(things), things)]
    for number in range(0, len(turns), a_document):
        language = _LANGUAGES[number // a_document % 3]
        some = list(dict.fromkeys(turns[number : number + a_document]))
        entities, place = [], 0
        for i in some:
            kind, names = made[i]
            entities.append(Entity(f"e{i}", kind, names[language], (Mention(place, place + 1, "x", kind),), country="KZ"))  # type: ignore[arg-type]
            place += 2
        people = [e.id for e in entities if e.type == "Person"]
        bodies = [e.id for e in entities if e.type == "Organization"]
        facts = tuple(
            Fact("post", {"person": p, "organization": o}, Span(0, 1), {"title": "төраға"})
            for p, o in zip(people, bodies, strict=False)
        )
        document = Document(
            f"d{number:07}", f"d{number:07}.txt", " " * place, language, (), published=f"20{10 + number % 15}-01-01"
        )
        yield Annotation(document, tuple(entities), facts), {e.id: i for e, i in zip(entities, some, strict=True)}
