"""seriktes: who partners with whom, read from Kazakh, Russian and English texts, with the sentence behind every edge."""


def __getattr__(name: str) -> str:
    """``__version__``, looked up when it is asked for: the metadata of packages take longer to read than a report."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("seriktes")
    except PackageNotFoundError:  # a source tree that was never installed
        return "0+unknown"
