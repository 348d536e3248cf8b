"""The examples in docstrings give what they say."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest
import seriktes

MODULES = sorted(
    found.name for found in pkgutil.walk_packages(seriktes.__path__, "seriktes.") if not found.name.endswith("__main__")
)


@pytest.fixture(scope="module")
def examples() -> dict[str, list[doctest.DocTest]]:
    """The docstrings with examples, by module; what needs a library of an extra that is not here is left out."""
    found: dict[str, list[doctest.DocTest]] = {}
    for name in MODULES:
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        found[name] = [test for test in doctest.DocTestFinder(exclude_empty=True).find(module, name) if test.examples]
    return found


def test_examples_in_docstrings_hold(examples: dict[str, list[doctest.DocTest]]) -> None:
    failed: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)
    for tests in examples.values():
        for test in tests:
            runner.run(test, out=failed.append)
    assert runner.tries > 100
    assert failed == []
