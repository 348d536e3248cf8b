"""One piece of what speaks for two entities being one."""

from __future__ import annotations

from dataclasses import dataclass

from seriktes.identity.reasons import Reason


@dataclass(frozen=True, slots=True)
class Evidence:
    """How far a comparison speaks for the two being one, and why."""

    score: float
    reason: Reason


NOTHING = Evidence(0.0, Reason("nothing"))
