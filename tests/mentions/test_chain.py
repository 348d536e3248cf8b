"""The chains answer as CRFsuite's own tagger does, whatever was read before and however much is kept."""

from pathlib import Path

import pycrfsuite
import pytest
from seriktes.mentions.tagging import chain, tagger
from seriktes.mentions.tagging.chain import Chain
from seriktes.mentions.tagging.features import sentence_features
from seriktes.mentions.tagging.voice import voice_tags
from seriktes.model import Language
from seriktes.text.tokens import tokenize

MODELS = Path(tagger.__file__).parents[2] / "models"
TEXTS: dict[Language, tuple[str, ...]] = {
    "kk": (
        "Қазақстан Сыртқы істер министрі Мұрат Нұртілеу «Тірек» қорының өкілдерімен Астанада кездесті.",
        "Иә.",
        "«Жас өркен» қоғамдық бірлестігі, Қостанай өңірлік университеті және БҰҰДБ бірлескен жоспарға қол қойды.",
    ),
    "ru": (
        "Посол А. Петров и фонд «Тирек» подписали в Алматы меморандум с Евразийским национальным университетом.",
        "Да.",
    ),
    "en": (
        "The Ministry of Foreign Affairs of Kazakhstan and the Tirek Foundation met Jane Doe in Bishkek.",
        "Yes.",
    ),
}
LANGUAGES = tuple(TEXTS)


def asked_of_crfsuite(language: Language) -> list[tuple[list[str], list[float]]]:
    """Labels and their probabilities of the texts, by the tagger of the library."""
    own = pycrfsuite.Tagger()
    own.open(str(MODELS / f"{language}.names.crfsuite"))
    sentences = [tokenize(text) for text in TEXTS[language]]
    voices = voice_tags(sentences) if language == "ru" else [[] for _ in sentences]
    found = []
    for tokens, voice in zip(sentences, voices, strict=True):
        labels = own.tag(sentence_features(tokens, language, voice))
        found.append((labels, [own.marginal(label, place) for place, label in enumerate(labels)]))
    return found


def read(language: Language) -> list[tuple[list[str], list[float]]]:
    sentences = [tokenize(text) for text in TEXTS[language]]
    own = Chain(MODELS / f"{language}.names.crfsuite", language)
    return own.read(sentences, voice_tags(sentences) if language == "ru" else ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_and_probabilities_are_those_of_crfsuite(language: Language) -> None:
    found = read(language)
    for (labels, sure), (wanted, probable) in zip(found, asked_of_crfsuite(language), strict=True):
        assert labels == wanted
        assert sure == pytest.approx(probable, abs=1e-9)
    assert any(label != "O" for label in found[0][0])


def test_nothing_depends_on_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Room for few words, one sentence at a time: the same to all that is told."""
    kept = read("kk")
    monkeypatch.setattr(chain, "_KEPT", 3)
    monkeypatch.setattr(chain, "_BATCH", 1)
    for (labels, sure), (wanted, probable) in zip(read("kk"), kept, strict=True):
        assert labels == wanted
        assert sure == pytest.approx(probable, abs=1e-9)


def test_probabilities_of_a_long_sentence_stay_numbers() -> None:
    tokens = tokenize("«Ақ ниет» қоры, Т. Оразалин! " * 40)
    ((labels, sure),) = Chain(MODELS / "kk.names.crfsuite", "kk").read([tokens])
    assert len(labels) == len(tokens)
    assert all(0 < probability <= 1 for probability in sure)
