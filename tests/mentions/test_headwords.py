"""Type words are taken in as texts show their first letters, so that each must be found by those of its key."""

from __future__ import annotations

import pytest
from seriktes.mentions.happening_words import phrase_key, word_file
from seriktes.mentions.headwords import heads_in
from seriktes.model import Language
from seriktes.resources import ONTOLOGY, read_csv
from seriktes.text.scripts import fold


def listed(language: Language) -> list[str]:
    own = [phrase for phrases in word_file()[language]["kinds"].values() for phrase in phrases.split("|")]
    shared = (row for row in read_csv(ONTOLOGY, "names/type_words.csv") if row["language"] == language)
    return [*own, *(row["word"] for row in shared if row["type"] != "Agreement" or " " not in row["word"].strip())]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_listed_phrase_is_found(language: Language) -> None:
    missed = []
    for phrase in listed(language):
        words = phrase_key(phrase, language).split() if language == "ru" else [fold(word) for word in phrase.split()]
        head = next(iter(heads_in(words, language)), None)
        if head is None or head.start or head.end < len(words):
            missed.append(phrase)
    assert missed == []
