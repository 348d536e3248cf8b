"""The networks for Russian: what is kept of words changes nothing that is told of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from seriktes.mentions.tagging.heard import Floats, Heard, Seen
from seriktes.mentions.tagging.vectors import Vocabulary
from seriktes.mentions.tagging.voice import _network, _parser

SENTENCES = [
    "Посол Петров прибыл в Астану .".split(),
    "Фонд открыл в Костанае новый центр , сообщает пресс-служба акимата .".split(),
    "Да .".split(),
]


def test_a_word_is_told_the_same_whatever_it_is_read_with() -> None:
    words = sorted({word for sentence in SENTENCES for word in sentence})
    network = _network()
    together, alone = (Heard(network.number_of, network._first_told, 768, 100) for _ in range(2))
    for word in reversed(words):
        alone.numbers([word])
    assert (together.rows(together.numbers(words)) == alone.rows(alone.numbers(words))).all()


def test_words_heard_most_are_kept_and_the_others_told_anew() -> None:
    asked: list[Seen] = []

    def weigh(words: Sequence[Seen]) -> Floats:
        asked.extend(dict.fromkeys(words))
        return np.array([[size] for size, _ in words], np.float32)

    heard = Heard(lambda word: (len(word), ord(word[0])), weigh, 1, 9)
    heard.numbers(["и", "и", "в", "в", "лес"])
    heard.numbers(["дорога", "поле", "река"])
    words = ["и", "город", "в", "гора", "лес", "горе"]
    assert heard.rows(heard.numbers(words)).ravel().tolist() == [1, 5, 1, 4, 3, 4]
    assert asked.count((1, ord("и"))) == asked.count((1, ord("в"))) == asked.count((4, ord("г"))) == 1
    many = ["о" * n for n in range(1, 40)]
    assert heard.rows(heard.numbers(many)).ravel().tolist() == list(range(1, 40))
    assert heard.rows(heard.numbers(words) * 0).ravel().tolist() == [0] * 6


@pytest.mark.parametrize("count", (1, 63, 64, 65, 128, 129, 200))
def test_each_word_of_a_list_is_found(count: int) -> None:
    listed = sorted(f"слово{n}" for n in range(count))
    words = Vocabulary("\n".join([*listed, "<unk>", "<pad>"]).encode())
    assert [words.number(word) for word in listed] == list(range(count))
    assert {words.number(word) for word in ("", "а", "слово", "яма", "<unk>", "<pad>")} == {words.unknown} == {count}
    assert words.pad == count + 1


def test_a_tree_is_the_same_beside_others() -> None:
    together = _parser().heads(SENTENCES)
    assert together[0] == ([2, 0, -1, 4, 2, 2], ["nsubj", "appos", "root", "case", "obl", "punct"])
    assert [len(heads) for heads, _ in together] == [len(sentence) for sentence in SENTENCES]
    for number in (0, 1):  # the longest of a batch is read without the mark of an end
        assert _parser().heads([SENTENCES[number], SENTENCES[1]])[0] == together[number]
