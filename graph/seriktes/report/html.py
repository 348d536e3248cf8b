"""The report as one HTML page that asks for nothing: no script, no request, good on paper."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import DictLoader, Environment
from markupsafe import Markup

from seriktes.report.charts import Chart, matplotlib_is_there, plain_svg, plot_svg
from seriktes.report.contents import Contents
from seriktes.report.words import PACKAGE
from seriktes.resources import read_text

#: Halves of pairs and control characters, which no page may hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def html(report: Contents, plain: bool = False) -> str:
    """The page; ``plain`` draws bars even where matplotlib is installed. Same report, same page."""
    simple = plain or not matplotlib_is_there()
    draw = plain_svg if simple else plot_svg
    style = read_text(PACKAGE, "style.css")
    charts = [(chart.title, Markup(_styled(draw(_cleaned(chart))))) for chart in report.charts]  # escaped by charts.py
    text = (
        _environment()
        .get_template("template.html")
        .render(
            report=report,
            words=report.words,
            charts=charts,
            simple=simple and not plain,
            style=Markup(style),
            policy=f"default-src 'none'; style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'",
        )
    )
    return _FORBIDDEN.sub("\ufffd", text)


def _styled(svg: str) -> str:
    """The policy allows no style attribute: each becomes attributes of its own."""

    def told(found: re.Match[str]) -> str:
        rules = (rule.partition(":") for rule in found[1].split(";") if ":" in rule)
        return " ".join(f'{name.strip()}="{value.strip()}"' for name, _, value in rules if name.strip() != "font")

    return re.sub(r'style="([^"]*)"', told, svg)


def _cleaned(chart: Chart) -> Chart:
    bars = tuple(type(bar)(_FORBIDDEN.sub("\ufffd", bar.name), bar.value, bar.colour, bar.between) for bar in chart.bars)
    return Chart(chart.title, bars, chart.ranks)


@cache
def _environment() -> Environment:
    return Environment(
        loader=DictLoader({"template.html": read_text(PACKAGE, "template.html")}), autoescape=True, keep_trailing_newline=True
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
