"""The start page of a folder: headline findings with their proof, small pictures, and links to all files, in three languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from seriktes.analysis.claims import LANGUAGES
from seriktes.analysis.kinds import PARTNER_KINDS
from seriktes.model import ENTITY_TYPES, Language
from seriktes.resources import read_text
from seriktes.text.plurals import chosen
from seriktes.views.findings import Finding, findings
from seriktes.views.page import VIEWS_PACKAGE, country_names, environment, put_together, strings
from seriktes.views.things import Things
from seriktes.views.thumbnails import thumbnail

_SCRIPT = "page/start.js"


def render_start(things: Things, pages: Sequence[str], files: Iterable[str] = ()) -> str:
    """The page. ``pages`` are the kinds of pages beside it, ``files`` whatever else lies there, by relative path."""
    words = _Words(things)
    script = f'(function () {{\n"use strict";\n{read_text(VIEWS_PACKAGE, _SCRIPT)}\n}})();\n'
    partnerships = sum(1 for *_, data in things.links if data["kind"] in PARTNER_KINDS)
    types = [kind for _, kind in things.network.nodes(data="type")]
    return (
        environment()
        .get_template("start.html")
        .render(
            kind="start",
            parts=put_together(read_text(VIEWS_PACKAGE, "page/style.css"), "", script),
            say=words.say,
            languages=LANGUAGES,
            counts=[
                ("count_links", partnerships),
                *((f"count_{kind}", types.count(kind)) for kind in ENTITY_TYPES if kind in types),
            ],
            documents=len(things.sources),
            findings=[words.finding(found) for found in findings(things)],
            pages=[(kind, thumbnail(things, kind)) for kind in pages],
            files=_listed(set(files) - {f"{kind}.html" for kind in pages}),
        )
    )


def _listed(files: Iterable[str]) -> list[tuple[str, int, str]]:
    """Files by name, those of a folder told together: the name, how many, the key of its words."""
    counts = Counter(name.partition("/")[0] + name.partition("/")[1] for name in map(_valid, files))
    return [(name, counts[name], _described(name)) for name in sorted(counts)]


def _described(name: str) -> str:
    """The key of the words for a file or folder: of its own, or of its ending."""
    keys = (f"file_{name}", f"file_*{PurePosixPath(name).suffix}")
    return next((key for key in keys if key in strings()["en"]), "")


class _Words:
    """Texts in three languages side by side, of which the page shows one."""

    def __init__(self, things: Things) -> None:
        self._things = things
        self._countries = country_names({code for _, code in things.network.nodes(data="country") if code})

    def say(self, key: str, **values: object) -> Markup:
        """The words of a key, once a language; ``values`` fill their gaps, a mapping by language."""
        return Markup("").join(
            Markup('<span class="said" lang="{}">{}</span>').format(language, self._one(key, language, values))
            for language in LANGUAGES
        )

    def _one(self, key: str, language: Language, values: Mapping[str, Any]) -> Markup:
        filled = {name: value[language] if isinstance(value, Mapping) else value for name, value in values.items()}
        number = next((value for value in filled.values() if isinstance(value, int)), 0)
        return escape(chosen(number, strings()[language][key], language)).format(**filled)

    def finding(self, found: Finding) -> dict[str, Any]:
        """What the template needs of a finding: its sentence, where it leads, its proofs."""
        gaps: dict[str, Any] = {gap: self._name(node) for gap, node in found.names.items()}
        gaps |= {name: Markup("<b>{}</b>").format(value) for name, value in found.counts.items()}
        field, _, value = found.chosen.partition("=")
        return {
            "text": self.say(found.words, **gaps),
            "page": found.page,
            "chosen": f"{field}={quote(value.encode('utf-8', 'replace'))}",
            "proofs": [(self._quoted(item.quote, marks), _valid(item.file)) for item, marks in found.proofs],
        }

    def _name(self, node: str) -> Mapping[str, Markup]:
        if node.startswith("country:") and node not in self._things.network:
            names = self._countries.get(node[8:], [node[8:]] * 3)
        else:
            data = self._things.network.nodes[node]
            names = [data[f"name_{language}"] or data["label"] for language in LANGUAGES]
        return {language: Markup("<bdi>{}</bdi>").format(_valid(name)) for language, name in zip(LANGUAGES, names, strict=True)}

    @staticmethod
    def _quoted(text: str, marks: Sequence[tuple[int, int, int]]) -> Markup:
        parts, place = [], 0
        for start, end, whose in marks:
            parts.append(escape(_valid(text[place:start])))
            parts.append(Markup('<mark class="m{}">{}</mark>').format(whose, _valid(text[start:end])))
            place = end
        return Markup("").join([*parts, escape(_valid(text[place:]))])


def _valid(text: str) -> str:
    """The text without halves of surrogate pairs and control characters, which no page can hold."""
    return "".join(c if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff") else "\ufffd" for c in text)
