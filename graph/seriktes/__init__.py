"""seriktes: who partners with whom, read from Kazakh, Russian and English texts, with the sentence behind every edge."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from seriktes.graph import Graph

    __version__: str

__all__ = ["Graph", "__version__"]


def __getattr__(name: str) -> Any:
    """``Graph`` and ``__version__``, looked up when they are asked for: ``import seriktes`` stays quick.

    The metadata of packages alone take longer to read than a report.
    """
    if name == "Graph":
        from seriktes.graph import Graph

        return Graph
    if name == "__version__":
        return _version()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("seriktes")
    except PackageNotFoundError:  # a source tree that was never installed
        return "0+unknown"
