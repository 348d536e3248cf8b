"""Names read aloud two by two: one thing or two, and why."""

from __future__ import annotations

from types import ModuleType

import pytest
from seriktes.identity.contradictions import forbids
from seriktes.identity.evidence import ENOUGH, compare
from seriktes.identity.explain import explain_profiles

ORG, PERSON = "Organization", "Person"

SAME = [
    (
        ORG,
        "Орталық Азия өңірлік экологиялық орталығы",
        "kk",
        "Региональный экологический центр Центральной Азии",
        "ru",
        "INT",
    ),
    (
        ORG,
        "Орталық Азия өңірлік экологиялық орталығы",
        "kk",
        "Regional Environmental Centre for Central Asia",
        "en",
        "INT",
    ),
    (ORG, "Қазақстан Республикасының Сыртқы істер министрлігі", "kk", "МИД РК", "ru", "KZ"),
    (ORG, "Қазақстан Республикасының Сыртқы істер министрлігі", "kk", "MFA of Kazakhstan", "en", "KZ"),
    (ORG, "Қазақстан халқы Ассамблеясы", "kk", "АНК", "ru", "KZ"),
    (ORG, "Халықаралық Аралды құтқару қоры", "kk", "МФСА", "ru", "INT"),
    (
        ORG,
        "«Терроризмге қарсы комитет» республикалық қоғамдық бірлестігі",
        "kk",
        "Counter-Terrorism Committee",
        "en",
        "KZ",
    ),
    (ORG, "“Сорос-Қазақстан” қоры", "kk", "Soros Foundation-Kazakhstan", "en", "KZ"),
    (ORG, "British Embassy Astana", "en", "Посольство Великобритании в Казахстане", "ru", "GB"),
    (ORG, "Британдық Кеңестің Қазақстандағы кеңсесі", "kk", "British Council in Kazakhstan", "en", "KZ"),
    (ORG, "Мемлекеттiк қызмет академиясы", "kk", "Академия государственной службы", "ru", "KZ"),  # a Latin i
    (PERSON, "Болат Тілепов", "kk", "Болат Тилепов", "ru", "KZ"),
    (PERSON, "Болат Тілепов", "kk", "Bolat Tilepov", "en", "KZ"),
    (PERSON, "Гаухар Толеповой", "ru", "Гаухар Толепова", "ru", "KZ"),
    (PERSON, "Толепова Гаухар Ивановна", "ru", "Гаухар Толепова", "ru", "KZ"),
    (PERSON, "Қасым-Жомарт Тоқаев", "kk", "Kassym-Jomart Tokayev", "en", "KZ"),
    (PERSON, "Константин\u00a0Погорельский", "ru", "Konstantin Pogorelsky", "en", "RU"),
]

DIFFERENT = [
    (
        ORG,
        "ҚР Президенті Әкімшілігі",
        "kk",
        "KZ",
        "РФ Президенті Әкімшілігі",
        "kk",
        "RU",
        "one is of KZ, the other of RU",
    ),
    (
        ORG,
        "Қазақстанның Азаматтық альянсы",
        "kk",
        "KZ",
        "Civic Alliance of East Kazakhstan Region",
        "en",
        "KZ",
        "only one is of",
    ),
    (
        ORG,
        "АНК Жамбылской области",
        "ru",
        "KZ",
        "Қазақстан халқы Ассамблеясы",
        "kk",
        "KZ",
        "only one is of zhambyl-region",
    ),
    (ORG, "МИД Узбекистана", "ru", "UZ", "ҚР СІМ", "kk", "KZ", "one is of UZ"),
    (ORG, "Департамент Европы МИД РК", "ru", "KZ", "МИД РК", "ru", "KZ", "only one is a department of the body"),
    (
        ORG,
        "Секретариат ШОС",
        "ru",
        "INT",
        "Шанхайская организация сотрудничества",
        "ru",
        "INT",
        "only one is a secretariat",
    ),
    (ORG, "Қазақстандағы БҰҰДБ", "kk", "KZ", "БҰҰДБ", "kk", "INT", "a country office (KZ) and the body itself"),
    (
        ORG,
        "Посольство Казахстана в Великобритании",
        "ru",
        "KZ",
        "Ұлыбританияның Қазақстандағы елшілігі",
        "kk",
        "GB",
        "one is of",
    ),
    (PERSON, "Ерлан Сыдықов", "kk", "KZ", "Ержан Сыдыков", "ru", "KZ", "other names"),
    (PERSON, "Сергей Петрович Иванов", "ru", "RU", "Сергей Андреевич Иванов", "ru", "RU", "other patronymics"),
    (PERSON, "Андрей Ким", "ru", "RU", "Андрей Ким", "ru", "KZ", "one is of RU, the other of KZ"),
]


@pytest.mark.parametrize(("kind", "left", "left_language", "right", "right_language", "country"), SAME)
def test_same(bench: ModuleType, kind, left, left_language, right, right_language, country):
    ours = bench.profile(left, left_language, country, kind=kind)
    theirs = bench.profile(right, right_language, country, kind=kind)
    assert compare(ours, theirs)[0] >= ENOUGH, explain_profiles(ours, theirs)
    assert forbids(ours, theirs) is None


@pytest.mark.parametrize(
    ("kind", "left", "left_language", "left_country", "right", "right_language", "right_country", "why"), DIFFERENT
)
def test_different(bench: ModuleType, kind, left, left_language, left_country, right, right_language, right_country, why):
    ours = bench.profile(left, left_language, left_country, kind=kind)
    theirs = bench.profile(right, right_language, right_country, kind=kind)
    assert why in str(forbids(ours, theirs)), explain_profiles(ours, theirs)


def test_an_initial_needs_a_shared_institution(bench: ModuleType):
    """«Б. Тілепов» of one report is «Болат Тілепов» of another because both are vice-ministers of one ministry."""
    full = bench.profile("Болат Тілепов", "kk", "KZ", "ministry-information-social-development-kazakhstan", PERSON)
    short = bench.profile("Б. Тілепов", "kk", "KZ", "ministry-information-social-development-kazakhstan", PERSON)
    elsewhere = bench.profile("Б. Тілепов", "kk", "KZ", "taraz-regional-university", PERSON)
    nowhere = bench.profile("Б. Тілепов", "kk", "KZ", kind=PERSON)
    assert compare(full, short)[0] >= ENOUGH and forbids(full, short) is None
    assert "other institutions" in str(forbids(full, elsewhere))
    assert compare(full, nowhere)[0] < ENOUGH


def test_a_typo_needs_a_shared_institution(bench: ModuleType):
    """Стори / Строй: 90 % alike as strings, less than ҚР / РФ; the organisation decides."""
    names = "Микаэла Фриберг-Стори", "Микаэла Фриберг-Строй"
    together = [bench.profile(name, "ru", "INT", "united-nations", PERSON) for name in names]
    apart = [bench.profile(name, "ru", "INT", "", PERSON) for name in names]
    assert compare(*together)[0] >= ENOUGH > compare(*apart)[0]


def test_a_house_of_friendship_stands_in_every_town(bench: ModuleType):
    ours, theirs = bench.profile("Дом дружбы", "ru", "KZ", "taraz"), bench.profile("Достық үйі", "kk", "KZ", "shymkent")
    assert compare(ours, theirs)[0] < ENOUGH
    assert "too common" in explain_profiles(ours, theirs)


def test_explain_reads_like_a_table(bench: ModuleType):
    text = explain_profiles(
        bench.profile("ҚР Президенті Әкімшілігі", "kk", "KZ"), bench.profile("РФ Президенті Әкімшілігі", "kk", "RU")
    )
    assert text.splitlines()[-1].endswith("but different: one is of KZ, the other of RU")
    assert "same words" in text


def test_bench_is_precise(bench: ModuleType, capsys: pytest.CaptureFixture[str]):
    pairs = list(bench.read_pairs())
    assert len(pairs) >= 800 and 0.45 <= sum(p.same for p in pairs) / len(pairs) <= 0.55
    judged = [(pair, bench.judged_same(pair)) for pair in pairs]
    right = sum(pair.same and same for pair, same in judged)
    precision, recall = right / sum(same for _, same in judged), right / sum(pair.same for pair, _ in judged)
    translated = [(pair, same) for pair, same in judged if pair.translated and pair.same]
    of_translated = sum(same for _, same in translated) / len(translated)
    with capsys.disabled():
        print(f"\nname pairs: P {precision:.3f} R {recall:.3f}, translated organisations R {of_translated:.3f}")
    assert precision >= 0.97
    assert recall >= 0.90
    assert of_translated >= 0.85


def test_further_pairs_are_told_too(bench: ModuleType):
    judged = [(pair, bench.judged_same(pair)) for pair in bench.read_pairs(bench.FURTHER)]
    assert [(p.left, p.right) for p, same in judged if same and not p.same] == []
    found = [same for pair, same in judged if pair.same]
    assert sum(found) / len(found) >= 0.9


def test_those_that_only_sound_alike_stay_two(bench: ModuleType):
    assert [(p.left, p.right) for p in bench.read_pairs(bench.APART) if bench.judged_same(p)] == []


def test_set_phrases_are_not_seen_where_words_only_follow_each_other(bench: ModuleType):
    rights = bench.profile("Балалар құқығын қорғау комитеті", "kk", "KZ")
    assert compare(rights, bench.profile("Комитет по охране прав детей", "ru", "KZ"))[0] >= ENOUGH
    between = bench.profile("Фонд межкультурного диалога", "ru", "KZ")
    assert compare(between, bench.profile("Мәдениетаралық диалог қоры", "kk", "KZ"))[0] >= ENOUGH
    assert compare(between, bench.profile("Фонд культурного диалога", "ru", "KZ"))[0] < ENOUGH
