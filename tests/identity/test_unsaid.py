"""Bodies whose names leave out where or whose they are: told apart, and brought together, by what their documents say. Own sentences."""

from __future__ import annotations

from seriktes.documents.reading import read_text
from seriktes.identity.resolve import resolve
from seriktes.model import Annotation, Document, Entity, Fact, Mention, Span
from seriktes.pipeline import annotate


def named(name: str, *texts: str) -> list[str]:
    """The key in each text of the body of that name, whatever the order of the texts."""
    read = [annotate(read_text(text.encode(), str(n), f"{n}.txt")) for n, text in enumerate(texts)]
    found, backwards = (
        [e.key or "" for a in sorted(resolve(given), key=lambda a: a.document.id) for e in a.entities if e.name == name]
        for given in (read, read[::-1])
    )
    assert found == backwards
    return found


def test_embassies_of_one_state_in_two_are_two() -> None:
    riga = "Рига, 3 мая 2024 года. Встреча деловых кругов прошла в Риге. Компании Латвии пригласило Посольство Узбекистана."
    bonn = "Берлин, 5 мая 2024 года. Концерт прошёл в Берлине. Гостей из Германии пригласило Посольство Узбекистана."
    first, second, third = named("Посольство Узбекистана", riga, bonn, riga.replace("Рига", "Вентспилс"))
    assert first == third == "posolstvo-uzbekistana-latvia" and second == "posolstvo-uzbekistana-germany"


def test_a_delegation_is_the_listed_one_of_the_state_it_is_in() -> None:
    text = "The European Union Delegation held a seminar in Khujand. Journalists from Khujand and Dushanbe took part."
    assert named("European Union Delegation", text) == ["eu-delegation-tajikistan"]


def test_what_every_region_has_is_that_of_the_region_told_of() -> None:
    here = "Атырау қаласында жиын өтті. Оған Атырау облысының жастары келді. Жиынды Жастар ресурстық орталығы өткізді."
    there = "Көкшетауда жиын өтті. Оған Ақмола облысының жастары келді. Жиынды Жастар ресурстық орталығы өткізді."
    first, second, third = named("Жастар ресурстық орталығы", here, there, here.replace("жиын", "кеңес"))
    assert first == third != second


def department(id_: str, owner: str, department: str = "Департамент Европы") -> Annotation:
    def body(id_: str, name: str) -> Entity:
        return Entity(id_, "Organization", name, (Mention(0, 1, "x", "Organization"),), country="KZ", kind="government")

    part = Fact("part_of", {"part": "d", "whole": "o"}, Span(0, 1))
    return Annotation(Document(id_, f"{id_}.txt", "x", "ru", ()), (body("d", department), body("o", owner)), (part,))


def test_a_department_is_that_of_the_ministry_it_is_a_part_of() -> None:
    told = [
        department("a", "Министерство иностранных дел"),
        department("b", "Министерство культуры"),
        department("c", "Министерство транспорта", "Департамент Европы Министерства иностранных дел"),
    ]
    first, second, third = (a.entities[0].key for a in resolve(told))
    assert first == third != second
