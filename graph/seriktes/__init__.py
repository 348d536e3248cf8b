"""seriktes: who partners with whom, read from Kazakh, Russian and English texts, with the sentence behind every edge."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("seriktes")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0+unknown"
