"""Small made-up documents, the gold annotations where they are at hand, and a browser where there is one."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from seriktes.analysis.claims import Reading, claims_from_annotations
from seriktes.annotations import from_dict
from seriktes.model import Annotation, Document

#: Beside the checkout, or one folder up where the checkout is a worktree of it.
SHARED = next(
    (folder / "shared" for folder in Path(__file__).resolve().parents[2:4] if (folder / "shared").is_dir()),
    Path(__file__).resolve().parents[2] / "shared",
)
CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

TEXTS = {
    "kk1": (
        "kk",
        "2025-10-08",
        "«Ақбота» қоры мен «Bridge» ұйымы меморандумға қол қойды. Форумда Әлия Сейіт сөйледі. "
        "«Ақбота» қоры, «Bridge» ұйымы мен Білім министрлігі форумды ұйымдастырды.",
    ),
    "ru1": (
        "ru",
        None,
        "Фонд «Акбота» и организация «Bridge» подписали меморандум. Алия Сеит, директор фонда «Акбота», выступила на форуме.",
    ),
}
ENTITIES = {
    "akbota": (
        "Organization",
        "foundation",
        "KZ",
        {"kk": "«Ақбота» қоры", "ru": "Фонд «Акбота»"},
        "Aqbota Foundation",
        ["«Ақбота» қоры", "Фонд «Акбота»", "фонда «Акбота»"],
    ),
    "bridge": (
        "Organization",
        "ngo",
        "GB",
        {"kk": "«Bridge» ұйымы", "ru": "Организация «Bridge»"},
        "Bridge",
        ["«Bridge» ұйымы", "организация «Bridge»"],
    ),
    "ministry": (
        "Organization",
        "government",
        "KZ",
        {"kk": "Білім министрлігі", "ru": ""},
        "Ministry of Education",
        ["Білім министрлігі"],
    ),
    "aliya": ("Person", "person", "KZ", {"kk": "Әлия Сейіт", "ru": "Алия Сеит"}, "Aliya Seiit", ["Әлия Сейіт", "Алия Сеит"]),
    "forum": ("Event", "forum", "KZ", {"kk": "форум", "ru": "форум"}, "Forum", ["Форумда", "форуме"]),
    "memorandum": (
        "Agreement",
        "memorandum",
        None,
        {"kk": "меморандум", "ru": "меморандум"},
        "Memorandum",
        ["меморандумға", "меморандум"],
    ),
}
FACTS = {
    "kk1": [
        ({"type": "party", "agent": "akbota", "agreement": "memorandum"}, 0),
        ({"type": "party", "agent": "bridge", "agreement": "memorandum"}, 0),
        ({"type": "dated", "subject": "memorandum", "start": "2025-10-08", "end": "2025-10-08"}, 0),
        ({"type": "participation", "agent": "aliya", "event": "forum", "role": "speaker"}, 1),
        ({"type": "participation", "agent": "akbota", "event": "forum", "role": "organizer"}, 2),
        ({"type": "participation", "agent": "bridge", "event": "forum", "role": "organizer"}, 2),
        ({"type": "participation", "agent": "ministry", "event": "forum", "role": "organizer"}, 2),
    ],
    "ru1": [
        ({"type": "party", "agent": "akbota", "agreement": "memorandum"}, 0),
        ({"type": "party", "agent": "bridge", "agreement": "memorandum"}, 0),
        ({"type": "post", "person": "aliya", "organization": "akbota", "title": "директор"}, 1),
        ({"type": "participation", "agent": "aliya", "event": "forum", "role": "speaker"}, 1),
    ],
}


def made_up(rename: Callable[[str], str] = lambda name: name) -> list[Annotation]:
    """Two annotations; ``rename`` changes every text that reaches the network (names, titles, keys, quotes, files)."""
    annotations = []
    for name, (language, published, text) in TEXTS.items():
        sentences, place = [], 0
        for sentence in text.split(". "):
            sentences.append((place, place + len(sentence) + 1))
            place += len(sentence) + 2
        sentences[-1] = (sentences[-1][0], len(text))
        text = rename(text) if rename("") else text
        entities: list[dict[str, Any]] = []
        for key, (kind, sort, country, names, english, forms) in ENTITIES.items():
            mentions = [{"start": text.find(form), "end": text.find(form) + len(form)} for form in forms if form in text]
            if not mentions:
                continue
            entities.append(
                {
                    "id": key,
                    "key": rename(key),
                    "type": kind,
                    "kind": sort,
                    "country": country,
                    "name": rename(names[language] or english),
                    "name_en": rename(english),
                    "mentions": mentions,
                }
            )
        facts = [fact | {"evidence": dict(zip(("start", "end"), sentences[number], strict=True))} for fact, number in FACTS[name]]
        for fact in facts:
            if fact.get("title"):
                fact["title"] = rename(str(fact["title"]))
        document = Document(
            rename(name),
            rename(f"{name}.txt"),
            text,
            language,
            (),
            published=published,  # type: ignore[arg-type]
            publisher=rename("Баспасөз"),
        )
        annotations.append(from_dict({"entities": entities, "facts": facts}, document))
    return annotations


@pytest.fixture
def annotations() -> list[Annotation]:
    return made_up()


@pytest.fixture
def reading() -> Reading:
    return claims_from_annotations(made_up())


@pytest.fixture(scope="session")
def make() -> Callable[..., list[Annotation]]:
    return made_up


@pytest.fixture
def make_annotations() -> Callable[[Callable[[str], str]], list[Annotation]]:
    return made_up


@pytest.fixture(scope="session")
def gold() -> Reading:
    """The five documents as people annotated them; skips where they are not beside the checkout."""
    return claims_from_annotations(_gold_annotations(optional=True))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless browser without a network; skips where Chromium or playwright is missing."""
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not there (apt-get install chromium)")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        yield browser
        browser.close()


def _gold_annotations(optional: bool) -> list[Annotation]:
    files = sorted((SHARED / "gold" / "seeds").glob("*.json"))
    if not files:
        pytest.skip("the gold annotations (../shared/gold) are not beside this checkout")
    annotations = []
    for path in files:
        data = json.loads(path.read_text(encoding="utf-8"))
        for part in ("entities", "facts"):
            data[part] = [item for item in data[part] if optional or not item.get("optional")]
        about = data["document"]
        text = (SHARED / "seeds" / about["file"]).read_bytes().decode("utf-8")
        annotations.append(
            from_dict(
                data,
                Document(
                    about["id"],
                    about["file"],
                    text,
                    about["language"],
                    (),
                    published=about["published"],
                    publisher=about["publisher"],
                ),
            )
        )
    return annotations


@pytest.fixture(scope="session")
def gold_annotations() -> list[Annotation]:
    """The gold annotations of the five documents, with what annotators were free to leave out."""
    return _gold_annotations(optional=True)


@pytest.fixture(scope="session")
def plain_gold_annotations() -> list[Annotation]:
    """The gold annotations of the five documents, only what an annotator must find."""
    return _gold_annotations(optional=False)


def rekeyed(found: list[Annotation], gold: list[Annotation]) -> list[Annotation]:
    """Found annotations with the keys of the gold where a mention overlaps one of the gold's, type by type.

    So the same expected answers, written by key, hold for the gold and for what the program reads by itself.
    """
    by_text = {annotation.document.text: annotation for annotation in gold}
    names: dict[tuple[str, str | None], Counter[str]] = {}
    for annotation in found:
        known = by_text[annotation.document.text].entities if annotation.document.text in by_text else ()
        for entity in annotation.entities:
            for other in known:
                shared = sum(m.overlaps(n) for m in entity.mentions for n in other.mentions)
                if entity.type == other.type and shared and other.key:
                    names.setdefault((entity.type, entity.key), Counter())[other.key] += shared
    best = {place: min(counted, key=lambda key: (-counted[key], key)) for place, counted in names.items()}
    return [
        replace(annotation, entities=tuple(replace(e, key=best.get((e.type, e.key), e.key)) for e in annotation.entities))
        for annotation in found
    ]


@pytest.fixture(scope="session")
def with_gold_keys() -> Callable[[list[Annotation], list[Annotation]], list[Annotation]]:
    """Gives found annotations the keys of the gold."""
    return rekeyed


@pytest.fixture(autouse=True, scope="session")
def _no_test_ends_the_run() -> Iterator[None]:
    """A test that ends the process would end all tests with it, and look like success: here that is an error."""
    real, first = os._exit, os.getpid()

    def end(code: int) -> None:
        if os.getpid() == first:
            raise RuntimeError("a test ended the process of all tests")
        real(code)

    os._exit = end  # type: ignore[assignment]
    yield
    os._exit = real
