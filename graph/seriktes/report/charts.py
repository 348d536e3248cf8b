"""The pictures of the report as SVG: by matplotlib where it is installed, else plain bars."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from importlib.util import find_spec
from xml.sax.saxutils import escape

_COLOUR = (0, 107, 125)
_INK, _SOFT, _LINE = "#1b2326", "#566167", "#dfe3e1"
#: Bars have room for so many letters of a name.
_LETTERS = 52
_ROW, _NAMES, _WIDTH = 26, 330, 860


@dataclass(frozen=True, slots=True)
class Bar:
    """A value under its name; ``between`` are the bounds of a rank."""

    name: str
    value: int
    colour: tuple[int, int, int] = _COLOUR
    between: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under a title; with ``ranks``, places on a line from the first, with their bounds."""

    title: str
    bars: tuple[Bar, ...]
    ranks: bool = False


def matplotlib_is_there() -> bool:
    """Whether full plots can be drawn."""
    return find_spec("matplotlib") is not None


def plain_svg(chart: Chart) -> str:
    """The chart as plain bars; the same everywhere."""
    most = max((max(bar.value, *(bar.between or (0,))) for bar in chart.bars), default=1) or 1
    room, height = _WIDTH - _NAMES - 60, _ROW * len(chart.bars) + 8
    lines = [_head(height, chart.title)]
    for row, bar in enumerate(chart.bars):
        y = _ROW * row + 4
        lines.append(f'<text x="{_NAMES - 10}" y="{y + 15}" text-anchor="end" fill="{_INK}">{escape(_short(bar.name))}</text>')
        if bar.between:
            low, high, at = (_NAMES + room * (rank - 0.5) / most for rank in (*bar.between, bar.value))
            lines.append(
                f'<line x1="{low:.1f}" y1="{y + 10}" x2="{high:.1f}" y2="{y + 10}" stroke="{_hex(bar)}" '
                f'stroke-width="4" stroke-opacity="0.35"/><circle cx="{at:.1f}" cy="{y + 10}" r="6" fill="{_hex(bar)}"/>'
            )
            told, end = f"{bar.value} ({bar.between[0]}–{bar.between[1]})", max(high, at) + 8
        else:
            end = _NAMES + max(2.0, room * bar.value / most)
            lines.append(f'<rect x="{_NAMES}" y="{y}" width="{end - _NAMES:.1f}" height="18" rx="2" fill="{_hex(bar)}"/>')
            told, end = str(bar.value), end + 8
        lines.append(f'<text x="{end:.1f}" y="{y + 15}" fill="{_SOFT}">{told}</text>')
    return "".join(lines) + "</svg>"


def plot_svg(chart: Chart) -> str:
    """The chart drawn by matplotlib, as SVG with text as text; the same bytes with the same matplotlib.

    Raises ImportError where matplotlib is missing.
    """
    import matplotlib

    settings = {
        "svg.fonttype": "none",
        "svg.hashsalt": "seriktes",
        "font.family": ["sans-serif"],
        "font.sans-serif": ["DejaVu Sans"],
        "font.size": 11,
        "text.parse_math": False,
        "text.color": _INK,
        "xtick.color": _SOFT,
        "ytick.color": _INK,
        "axes.edgecolor": _LINE,
    }
    with matplotlib.rc_context(settings), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of letters that its own font lacks: the reader's font draws them
        text = _drawn(chart)
    svg = text[text.index("<svg") :]
    # Two pictures stand in one page: their ids must differ, and a page's styles must not be told by one of them.
    salt = f"p{len(chart.title)}-{len(chart.bars)}-"
    svg = re.sub(r'(id="|href="#|url\(#)', rf"\g<1>{salt}", svg)
    svg = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", svg, count=1, flags=re.DOTALL)
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, count=1, flags=re.DOTALL)
    return svg.strip()


def _drawn(chart: Chart) -> str:
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    figure = Figure(facecolor="none", figsize=(8.9, 0.6 + 0.3 * max(2, len(chart.bars))), layout="constrained")
    axes = figure.subplots()
    axes.set_facecolor("none")
    rows = range(len(chart.bars))
    colours = [_hex(bar) for bar in chart.bars]
    if chart.ranks:
        for row, bar in enumerate(chart.bars):
            low, high = bar.between or (bar.value, bar.value)
            axes.plot([low, high], [row, row], color=_hex(bar), linewidth=4, alpha=0.35, solid_capstyle="round")
        axes.scatter([bar.value for bar in chart.bars], list(rows), color=colours, s=48, zorder=3)
        last = max(max(bar.between or (bar.value,)) for bar in chart.bars)
        step = max(1, round(last / 8))
        axes.set_xticks(sorted({1, *range(step, last + 1, step)}))
        axes.grid(axis="x", color=_LINE)
    else:
        drawn = axes.barh(list(rows), [bar.value for bar in chart.bars], color=colours, height=0.68)
        axes.bar_label(drawn, padding=4, color=_SOFT, fontsize=10)
        axes.margins(x=0.08)
        axes.xaxis.set_major_locator(MaxNLocator(nbins=8, integer=True))
    axes.set_axisbelow(True)
    axes.set_yticks(list(rows), [_short(bar.name) for bar in chart.bars])
    axes.invert_yaxis()
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    return out.getvalue()


def _head(height: int, title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" font-size="13">'
        f"<title>{escape(title)}</title>"
    )


def _short(name: str) -> str:
    """A name that fits beside its bar."""
    line = " ".join(name.split())
    return line if len(line) <= _LETTERS else line[: _LETTERS - 1] + "…"


def _hex(bar: Bar) -> str:
    return "#{:02x}{:02x}{:02x}".format(*bar.colour)
