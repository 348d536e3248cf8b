"""One piece of what speaks for two entities being one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """How far a comparison speaks for the two being one, and why in words."""

    score: float
    reason: str


NOTHING = Evidence(0.0, "")
