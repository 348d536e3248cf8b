"""Sentences that look back at something older than the report."""

from __future__ import annotations

from seriktes.facts.frames import word_pattern
from seriktes.facts.view import View


def is_background(view: View) -> bool:
    """Whether the sentence looks back at something older than the report: «бұған дейін», «ранее», "earlier this year"."""
    return word_pattern(view.language, "background").search(view.row[0]) is not None
