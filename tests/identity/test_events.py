"""Events told in several languages under names no list translates; bodies whose initials only happen to be the same."""

from __future__ import annotations

import pytest
from seriktes.identity.resolve import resolve
from seriktes.model import Annotation, Document, Entity, Fact, Mention, Span


def entity(id_: str, type_: str, name: str, **more: str) -> Entity:
    return Entity(id_, type_, name, (Mention(0, 1, "x", type_),), **more)  # type: ignore[arg-type]


def fact(type_: str, values: dict[str, str] | None = None, **arguments: str) -> Fact:
    return Fact(type_, arguments, Span(0, 1), values or {})  # type: ignore[arg-type]


def report(id_: str, language: str, event: str, people: list[str], day: str, kind: str = "meeting") -> Annotation:
    persons = [entity(f"p{n}", "Person", name) for n, name in enumerate(people)]
    entities = (entity("e", "Event", event, kind=kind), *persons)
    facts = [fact("dated", {"start": day, "end": day}, subject="e")]
    facts += [fact("participation", {"role": "speaker"}, agent=p.id, event="e") for p in persons]
    return Annotation(Document(id_, f"{id_}.txt", "x", language, (), published=day), entities, tuple(facts))  # type: ignore[arg-type]


def events(*annotations: Annotation) -> set[str]:
    return {e.key for a in resolve(annotations) for e in a.entities if e.type == "Event"}


RUSSIAN = ["Саид Рустамов", "Суат Бейлан", "Гульнара Каримбек"]
ENGLISH = ["Said Rustamov", "Suat Beylan", "Gulnara Karimbek"]


def test_one_day_and_the_same_people_make_one_event_of_two_names() -> None:
    first = report("a", "ru", "Средний коридор: обещания и практика", RUSSIAN, "2023-11-21")
    assert len(events(first, report("b", "en", "The Middle Corridor: promise and practice", ENGLISH, "2023-11-21"))) == 1


@pytest.mark.parametrize(
    ("people", "day", "kind"),
    [
        (ENGLISH, "2023-11-22", "meeting"),
        (ENGLISH, "2023-11", "meeting"),
        (ENGLISH[:2], "2023-11-21", "meeting"),
        ([*ENGLISH[:1], "Mark Elton", "Anna Kerr", "Paul Reed"], "2023-11-21", "meeting"),
        (ENGLISH, "2023-11-21", "festival"),
    ],
)
def test_another_day_other_people_or_another_kind_make_two(people: list[str], day: str, kind: str) -> None:
    first = report("a", "ru", "Средний коридор: обещания и практика", RUSSIAN, "2023-11-21")
    assert len(events(first, report("b", "en", "The Middle Corridor: promise and practice", people, day, kind))) == 2


def test_two_full_names_with_the_same_initials_are_two_bodies() -> None:
    def told(id_: str, name: str) -> Annotation:
        body = entity("e", "Organization", name, country="KZ", kind="education_research")
        return Annotation(Document(id_, f"{id_}.txt", "x", "en", ()), (body,), ())

    found = resolve((told("a", "Eurasian Research Institute"), told("b", "JSC Economic Research Institute")))
    assert len({a.entities[0].key for a in found}) == 2


def visit(id_: str, guest: str, day: str | None, town: str = "Tashkent") -> Annotation:
    guest_, place = entity("p", "Person", guest), entity("t", "Place", town, country="UZ", kind="settlement")
    facts = [fact("participation", {"role": "participant"}, agent="p", event="e"), fact("located", subject="e", place="t")]
    facts += [fact("dated", {"start": day, "end": day}, subject="e")] if day else []
    return Annotation(
        Document(id_, f"{id_}.txt", "x", "en", (), published="2024-04-20"),
        (entity("e", "Event", "Official visit", kind="other", country="UZ"), guest_, place),
        tuple(facts),
    )


def test_two_visits_of_one_month_are_two_unless_the_guest_is_one() -> None:
    assert len(events(visit("a", "Egils Brants", "2024-04"), visit("b", "Marat Seitov", "2024-04"))) == 2
    assert len(events(visit("a", "Egils Brants", "2024-04"), visit("b", "Egils Brants", "2024-04"))) == 1
