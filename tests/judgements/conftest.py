"""Made-up reports about a fund that stands in three languages, a namesake of it, two persons and a memorandum."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from seriktes.model import Annotation, Document, Entity, Fact, Mention, Span

TEXTS = {
    "kazakh": (
        "kk",
        "2024-05-16",
        "«Қамқор» қоры мен «Жасыл дала» бірлестігі меморандумға қол қойды. Асель Омарова сөз сөйледі.",
        [
            ("e1", "Organization", "«Қамқор» қоры", "foundation"),
            ("e2", "Organization", "«Жасыл дала» бірлестігі", "association"),
            ("e3", "Agreement", "меморандум", "memorandum"),
            ("e4", "Person", "Асель Омарова", "person"),
        ],
        [("party", {"agent": "e1", "agreement": "e3"}), ("party", {"agent": "e2", "agreement": "e3"})],
    ),
    "russian": (
        "ru",
        "2024-05-17",
        "Фонд «Камкор» и ассоциация «Мост» провели форум. Асель Омарова, директор фонда «Камкор», открыла форум.",
        [
            ("e1", "Organization", "Фонд «Камкор»", "foundation"),
            ("e2", "Organization", "Ассоциация «Мост»", "association"),
            ("e3", "Event", "Форум", "forum"),
            ("e4", "Person", "Асель Омарова", "person"),
        ],
        [
            ("participation", {"agent": "e1", "event": "e3"}, {"role": "organizer"}),
            ("participation", {"agent": "e2", "event": "e3"}, {"role": "organizer"}),
            ("post", {"person": "e4", "organization": "e1"}, {"title": "директор"}),
        ],
    ),
    "english": (
        "en",
        "2024-05-18",
        "The Kamkor Foundation works together with the Bridge Association. A. Omarova leads the foundation.",
        [
            ("e1", "Organization", "Kamkor Foundation", "foundation"),
            ("e2", "Organization", "Bridge Association", "association"),
            ("e3", "Person", "A. Omarova", "person"),
        ],
        [
            ("cooperation", {"a": "e1", "b": "e2"}),
            ("post", {"person": "e3", "organization": "e1"}, {"title": "leader"}),
        ],
    ),
    "ministry": (
        "ru",
        "2024-05-19",
        "Министерство иностранных дел Казахстана приняло гостей. МИД РК сообщил об этом.",
        [
            ("e1", "Organization", "Министерство иностранных дел Казахстана", "government", "mfa-kazakhstan"),
            ("e2", "Organization", "Наше министерство", "government"),
        ],
        [],
    ),
}


def made_up(names: Sequence[str] = tuple(TEXTS)) -> list[Annotation]:
    """The reports of some names, in that order; keys are not set."""
    found = []
    for name in names:
        language, published, text, entities, facts = TEXTS[name]
        made = tuple(
            Entity(i, t, n, (Mention(0, 4, text[:4], t),), k, "KZ", None, *more)  # type: ignore[arg-type]
            for i, t, n, k, *more in entities
        )
        stated = tuple(Fact(f, a, Span(0, text.index(".") + 1), *values) for f, a, *values in facts)  # type: ignore[arg-type]
        found.append(Annotation(Document(name, f"{name}.txt", text, language, (), published=published), made, stated))  # type: ignore[arg-type]
    return found


@pytest.fixture
def reports() -> list[Annotation]:
    return made_up()


@pytest.fixture
def some_reports():
    """The reports of given names: ``some_reports("russian", "kazakh")``."""
    return lambda *names: made_up(names)
