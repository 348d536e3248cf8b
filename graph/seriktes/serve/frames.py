"""What is around every page: words, menu, languages, links that keep the language; and the templates."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import DictLoader, Environment, StrictUndefined

from seriktes import __version__
from seriktes.model import Language
from seriktes.resources import list_files, read_text
from seriktes.serve.wire import Reply

PACKAGE = "seriktes.serve"
HTML = "text/html; charset=utf-8"
_MEDIA = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
_NAMES = (("kk", "қаз"), ("ru", "рус"), ("en", "eng"))


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The words of the pages, by language and key."""
    read: Mapping[str, Mapping[str, str]] = tomllib.loads(read_text(PACKAGE, "page/strings.toml"))
    return read


@cache
def static() -> Mapping[str, tuple[str, bytes]]:
    """The files pages load: media type and bytes by name."""
    names = (
        "page/style.css",
        "page/icon.svg",
        "page/editor.css",
        "page/editor.js",
        "vendor/yasgui.min.css",
        "vendor/yasgui.min.js",
    )
    return {name.rpartition("/")[2]: (_MEDIA[name.rpartition(".")[2]], read_text(PACKAGE, name).encode()) for name in names}


@cache
def described() -> bytes:
    """The description of the service for programs: OpenAPI, with the version of this program."""
    data = json.loads(read_text(PACKAGE, "page/openapi.json"))
    data["info"]["version"] = __version__
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


@dataclass(frozen=True, slots=True)
class Frame:
    """A page in the making: its language, its words, where it is."""

    frames: Frames
    language: Language
    explicit: bool
    here: str
    params: Sequence[tuple[str, str]]

    @property
    def words(self) -> Mapping[str, str]:
        """The words in the page's language."""
        return words()[self.language]

    def link(self, target: str, **params: str) -> str:
        """A link that keeps the language when the reader has chosen one."""
        if self.explicit and target.startswith("/"):
            params["lang"] = self.language
        path, hash_, anchor = target.partition("#")
        joined = "&" if "?" in path else "?"
        return path + (joined + urlencode(params) if params else "") + hash_ + anchor

    def switched(self, language: str) -> str:
        """This page in another language."""
        return f"{self.here}?{urlencode([*((n, v) for n, v in self.params if n != 'lang'), ('lang', language)])}"

    def render(self, template: str, status: int = 200, **values: Any) -> Reply:
        """The page."""
        menu = [(path, self.words[key]) for path, key in self.frames.menu]
        text = self.frames.environment.get_template(template).render(
            lang=self.language,
            explicit=self.explicit,
            w=self.words,
            here=self.here,
            menu=menu,
            languages=_NAMES,
            link=self.link,
            switched=self.switched,
            build=self.frames.build,
            **values,
        )
        return Reply(
            status, HTML, text.encode("utf-8", "replace"), keep=status == 200, headers={"content-language": self.language}
        )

    def error(self, status: int, text: str) -> Reply:
        """A page that says what went wrong."""
        heading = self.words.get(f"error_{status}", self.words["error_500"])
        return self.render("error.html", status, heading=heading, text=text)


class Frames:
    """The templates and what all pages of a build share."""

    def __init__(self, build: str, with_network: bool) -> None:
        self.build = build[:8]
        self.menu = [("/search", "search_page"), ("/questions", "questions"), ("/query", "sparql")]
        if with_network:
            self.menu.append(("/network.html", "network"))
        names = list_files(PACKAGE, "page", ".html")
        loader = DictLoader({name.rpartition("/")[2]: read_text(PACKAGE, name) for name in names})
        self.environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
        for name in names:  # compiled before the workers split off
            self.environment.get_template(name.rpartition("/")[2])

    def frame(self, language: Language, explicit: bool, path: str, params: Sequence[Sequence[str]]) -> Frame:
        """A page at a path in a language."""
        return Frame(self, language, explicit, quote(path, safe="/%:@!$&'()*+,;=-._~"), [(n, v) for n, v in params])
