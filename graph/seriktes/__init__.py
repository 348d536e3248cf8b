"""seriktes: who partners with whom, read from Kazakh, Russian and English texts, with the sentence behind every edge."""

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

try:
    __version__ = version("seriktes")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0+unknown"

if TYPE_CHECKING:
    from seriktes.graph import Graph

__all__ = ["Graph", "__version__"]


def __getattr__(name: str) -> Any:
    """``seriktes.Graph``, read only when it is asked for: ``import seriktes`` stays quick."""
    if name == "Graph":
        from seriktes.graph import Graph

        return Graph
    raise AttributeError(f"module 'seriktes' has no attribute {name!r}")
