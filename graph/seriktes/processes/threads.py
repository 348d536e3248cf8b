"""Number crunching in one thread: for products as small as those of reading, one a core costs twice the processor time and saves nothing."""

from __future__ import annotations

import os

_NAMES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def with_one_thread() -> None:
    """Have numpy, if it is not loaded yet, and processes that begin from now on, use one thread; what the user has set holds."""
    for name in _NAMES:
        os.environ.setdefault(name, "1")
