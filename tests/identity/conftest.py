"""The two helpers beside these tests, loaded by path: the importlib mode of pytest leaves folders out of the path."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def _load(name: str) -> ModuleType:
    full = f"seriktes_tests_identity_{name}"
    if full not in sys.modules:
        spec = importlib.util.spec_from_file_location(full, Path(__file__).parent / f"{name}.py")
        assert spec is not None and spec.loader is not None
        sys.modules[full] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[full])
    return sys.modules[full]


@pytest.fixture(scope="session")
def bench() -> ModuleType:
    return _load("bench")


@pytest.fixture(scope="session")
def synthetic() -> ModuleType:
    return _load("synthetic")
