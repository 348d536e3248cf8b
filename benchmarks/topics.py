"""Which agreements and events get a topic, and which do not: a list to read, and the counts.

Usage: python benchmarks/topics.py [FILE …]
Without files: the five documents of seeds/ and the development documents of tests/documents/kk, ru and en.
"""

from __future__ import annotations

import sys
from pathlib import Path

from seriktes.documents import read_text
from seriktes.pipeline import annotate
from seriktes.rdf.topics import stated_topics
from seriktes.resources import seed_documents

DOCUMENTS = Path(__file__).resolve().parents[1] / "tests" / "documents"


def main(files: list[Path]) -> None:
    """Print a line for each agreement and event with a topic, then those without one, then the counts."""
    without: list[str] = []
    count = 0
    for file in files:
        annotation = annotate(read_text(file.read_bytes(), file.stem, file.name))
        topics: dict[str, list[str]] = {}
        for entity, topic, _ in stated_topics(annotation):
            topics.setdefault(entity.id, []).append(topic.value.rpartition("/")[2])
        for entity in annotation.entities:
            if entity.id in topics:
                count += 1
                print(f"{', '.join(topics[entity.id]):40} {entity.name}  ({file.name})")
            elif entity.type in ("Agreement", "Event"):
                without.append(f"{'-':40} {entity.name}  ({file.name})")
    print("\n".join(without))
    print(f"{count} of {count + len(without)} agreements and events have a topic")


if __name__ == "__main__":
    given = [Path(name) for name in sys.argv[1:]]
    main(given or [*seed_documents(), *(f for lang in ("kk", "ru", "en") for f in sorted((DOCUMENTS / lang).glob("*.txt")))])
