"""What was not signed is no agreement, who came to a signing is not bound by it, and companies are nobody's name. Own sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Фонд «Оркен» и Университет «Тирек» не стали подписывать соглашение о сотрудничестве.",
        "Меморандум о сотрудничестве между фондом «Оркен» и Университетом «Тирек» подписан не был.",
        "Фонд «Оркен» и Университет «Тирек» сорвали подписание соглашения о сотрудничестве.",
        "«Өркен» қоры «Тірек» университетімен ынтымақтастық туралы келісімге қол қоюдан бас тартты.",
        "«Өркен» қоры мен «Тірек» университеті арасындағы ынтымақтастық туралы меморандумға қол қойылмады.",
        "The Orken Foundation refused to sign the cooperation agreement with Tirek University on 12 March 2024.",
        "The memorandum of cooperation between the Orken Foundation and Tirek University was never signed.",
        "Talks between Kazakhstan and Uzbekistan ended without a signed agreement on transit.",
    ],
)
def test_what_was_not_signed_is_no_agreement(text: str, told: Any) -> None:
    entities, facts = told(text)
    assert not entities.hold("Agreement"), entities
    assert not facts.hold("party") and not facts.hold("signatory"), facts


def test_a_memorandum_that_was_never_signed_tells_of_no_cooperation(told: Any) -> None:
    text = "Memorandum of cooperation between the Orken Foundation and Tirek University was {}signed."
    assert told(text.format(""))[1].hold("party|Orken Foundation")
    assert not told(text.format("never "))[1]


def test_another_agreement_of_the_sentence_was_signed(told: Any) -> None:
    entities, facts = told(
        "Фонд «Оркен» и Университет «Тирек» не стали подписывать соглашение о сотрудничестве, хотя меморандум о взаимопонимании был "
        "подписан ими в Алматы 12 марта 2024 года."
    )
    assert not entities.hold("Agreement Соглашение")
    assert facts.hold("party|Фонд «Оркен»|Меморандум") and facts.hold("dated Меморандум|2024-03-12")


def test_who_joined_a_signing_is_not_bound_by_it(told: Any) -> None:
    entities, facts = told("The Bilim Institute and Samal Foundation joined the signing of the memorandum of cooperation.")
    assert entities.hold("Agreement Memorandum") and not facts.hold("party"), facts


def test_what_is_joined_is_the_signing_and_no_body(told: Any) -> None:
    _, facts = told(
        "The Bilim Institute joined the signing of the memorandum of cooperation between the Orken Foundation and Tirek University."
    )
    assert facts.hold("party|Orken Foundation") and facts.hold("party|Tirek University"), facts
    assert not facts.hold("Bilim Institute"), facts


def test_a_company_called_like_a_person_is_a_company(told: Any) -> None:
    entities, facts = told(
        "At the forum, the following documents were signed:\n"
        "- an agreement on joint research between the Bilim Institute and Samal LLP;\n"
        "- a contract for the supply of equipment between Qorghan JSC and Jasyl LLP.\n"
    )
    assert not entities.hold("Person"), entities
    assert facts.hold("party|Samal LLP|Agreement on joint research") and facts.hold("party|Jasyl LLP|Contract"), facts


def test_training_partners_are_no_training(told: Any) -> None:
    entities, _ = told(
        "The Orken Foundation hosted its training partners in Astana on 5 May 2024. Training partners came from Osh."
    )
    assert not entities.hold("Event"), entities


def test_a_list_below_a_colon_needs_no_bullets(told: Any) -> None:
    _, facts = told(
        "Following the talks in Astana on 12 March 2024, the following documents were signed:\n"
        "Contract for the construction of a school between Qorghan JSC and the Ministry of Education of Kazakhstan;\n"
        "Memorandum of cooperation between Jasyl LLP and Tirek University;\n"
        "Roadmap for 2024-2026.\n"
        "The Orken Foundation opened an office."
    )
    for document in ("Contract for the construction of a school", "Memorandum of cooperation", "Roadmap for 2024-2026"):
        assert facts.hold(f"concluded_at {document} > Talks"), facts
    assert facts.hold("party|Jasyl LLP|Memorandum") and not facts.hold("Orken Foundation"), facts
