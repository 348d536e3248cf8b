"""Importing this makes a process ready to read: models, lists and code of all three languages are loaded by reading a sentence of each.

Processes that are split off from one that is ready share what it has loaded (engines.py).
"""

from __future__ import annotations

from seriktes.documents import read_text
from seriktes.pipeline import annotate

_SENTENCES = (
    "Қазақстан Сыртқы істер министрлігі мен «Тірек» қоры 2024 жылғы 16 мамырда Астанада меморандумға қол қойды.",
    "Министерство иностранных дел Казахстана и фонд «Тірек» 16 мая 2024 года подписали в Астане меморандум.",
    "The Ministry of Foreign Affairs of Kazakhstan and the Tirek Foundation signed a memorandum in Astana on 16 May 2024.",
)

for _sentence in _SENTENCES:
    annotate(read_text(_sentence.encode(), "sentence", "sentence"))
