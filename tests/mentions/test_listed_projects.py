"""What a list names beside a project in quotes is a project too. Own sentences."""

from __future__ import annotations

import pytest
from seriktes.documents import read_text
from seriktes.mentions.find import find_mentions

SIGNED = "«Тірек» қоры мен «Туран» орталығы {} жүзеге асыру туралы келісімге қол қойды."


@pytest.mark.parametrize(
    ("named", "projects"),
    [
        ("Атырауда Дина Нұрпейісованың музыка мектебі және «Жас домбырашы» сияқты жобаларды", 2),
        ("Ақсай ауылында Дала ойындарының мектебі мен «Жас домбырашы» секілді ортақ жобаларды", 2),
        ("музыка мектебі және «Жас домбырашы» сияқты жобаларды", 1),
        ("Дина Нұрпейісованың музыка мектебі және «Жас домбырашы» жобасын", 1),
        ("Асан Серіков және «Жас домбырашы» сияқты жобаларды", 1),
    ],
)
def test_a_list_of_such_projects(named: str, projects: int) -> None:
    found = find_mentions(read_text(SIGNED.format(named).encode(), "test", "test.txt"))
    assert len([m.text for m in found if m.type == "Project"]) == projects, found
