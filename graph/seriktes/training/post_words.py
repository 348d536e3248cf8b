"""What single Russian words tell the rule for posts (``silver_posts``): who is named by a post, which adjectives belong to it."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from tomllib import loads

from seriktes.mentions.lexicon import listed_words, russian_stem
from seriktes.resources import ONTOLOGY, read_csv
from seriktes.text.russian import cases_of, parses, part_of_speech

#: pymorphy3's estimate above which a second reading of a word («премьера»: the man, not the first night) counts.
_LIKELY = 0.05
_NO_FIELDS = frozenset(
    "делу версии словам мнению поводу данным итогам поручению приглашению имени обвинению подозрению пути".split()
)


@cache
def words(name: str) -> frozenset[str]:
    """A list of ``press/posts_ru.toml``: lemmas, ё written as е."""
    listed: dict[str, str] = loads((Path(__file__).parent / "press" / "posts_ru.toml").read_text(encoding="utf-8"))
    return frozenset(listed[name].split())


@lru_cache(maxsize=20_000)
def heads_of(word: str) -> frozenset[str]:
    """The lemmas by which a word, or its part before or after a hyphen, tells who somebody is by post or profession.

    >>> heads_of("премьера"), heads_of("критики"), heads_of("вратарём-хоккеистом") == {"вратарь", "хоккеист"}
    (frozenset({'премьер'}), frozenset(), True)
    """
    readings = [p for p in parses(word) if p.score > _LIKELY]
    if not readings or readings[0].normal_form in words("no_heads"):  # «критики»: rather the reviews than their writers
        return frozenset()
    people = [p for p in readings if (p.tag.animacy == "anim" or p.tag.POS in ("ADJF", "PRTF")) and p.tag.gender != "neut"]
    own = {_folded(p.normal_form) for p in people} & _all_heads() - words("no_heads")
    if not own and "-" in word:
        return frozenset().union(*(heads_of(part) for part in word.split("-") if len(part) > 2))
    return frozenset(own)


def is_adjective(word: str) -> bool:
    """Whether a reading of the word that is not far-fetched is an adjective."""
    return any(p.tag.POS == "ADJF" for p in parses(word) if p.score > _LIKELY)


def _folded(lemma: str) -> str:
    return lemma.replace("ё", "е")


@cache
def _posts() -> frozenset[str]:
    return frozenset(map(_folded, listed_words("ru", "post")))


@cache
def _all_heads() -> frozenset[str]:
    return _posts() | frozenset(map(_folded, listed_words("ru", "profession"))) | words("heads")


def is_profession(word: str) -> bool:
    """Whether a head is what somebody does, not a post he holds."""
    return not heads_of(word) & _posts()


def agree(word: str, other: str) -> bool:
    """Whether two words can stand in the same case, the second a noun or an adjective."""
    return part_of_speech(other) in ("NOUN", "ADJF") and bool(cases_of(word) & cases_of(other))


def belongs(word: str, head: str) -> bool:
    """Whether an adjective before a head is a part of the post («генеральный директор») and does not tell of the person."""
    best = next((p for p in parses(word) if p.tag.POS == "ADJF"), None)
    if best is None or "Apro" in best.tag or word[0].isdigit() or not cases_of(word) & cases_of(head):
        return False
    base = _folded(best.normal_form)
    if base in words("of_posts") or (base == "народный" and "депутат" in heads_of(head)):
        return True
    if base in words("apart"):
        return False
    if base in words("of_professions"):
        return True
    if "Qual" in best.tag or "Supr" in best.tag:
        return False
    if russian_stem(best.normal_form) in _nations():
        return bool(heads_of(head) & words("of_nations"))
    return not is_profession(head)


@cache
def _nations() -> frozenset[str]:
    rows = read_csv(ONTOLOGY, "authority/demonyms.csv")
    return frozenset(russian_stem(form) for row in rows for form in row["ru_adjectives"].split("|"))


def is_genitive(word: str) -> bool:
    """Whether a small word may be a genitive that a post governs: a thing, or who is named by a post himself."""
    if not word[:1].isalpha() or word != word.lower():
        return False
    best = parses(word)[0]
    if best.tag.POS not in ("NOUN", "ADJF", "PRTF") or "Apro" in best.tag:
        return False
    animate = best.tag.POS == "NOUN" and best.tag.animacy == "anim"
    return "gen" in cases_of(word) and not (animate and not heads_of(word))


def is_field(word: str) -> bool:
    """Whether «по …» may tell a field of work."""
    return word[:1].islower() and "dat" in cases_of(word) and word.lower() not in _NO_FIELDS


def is_plural(word: str) -> bool:
    """Whether the likeliest reading of the word is a plural."""
    return bool(parses(word)[0].tag.number == "plur")
