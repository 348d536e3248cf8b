"""Write requirements.lock: each library that seriktes[ingest,serve] needs, with the version and hash that pip chose here.

    pip install --dry-run --ignore-installed --report report.json ".[ingest,serve]" && python tools/lock.py report.json

The hashes are those of the files for this system and Python; another one needs a lock of its own.
"""

from __future__ import annotations

import json
import platform
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"


def lines(report: Path) -> list[str]:
    """One line a library, sorted by name."""
    found = []
    for item in json.loads(report.read_text(encoding="utf-8"))["install"]:
        about, archive = item["metadata"], item["download_info"].get("archive_info")
        if archive and about["name"].lower() != "seriktes":
            found.append(f"{about['name'].lower()}=={about['version']} --hash=sha256:{archive['hashes']['sha256']}")
    return sorted(found)


if __name__ == "__main__":
    made = lines(Path(sys.argv[1]))
    head = f"# Made by `make lock` on {platform.system()} {platform.machine()}, Python {platform.python_version()}; see tools/lock.py."
    LOCK.write_text("\n".join([head, *made]) + "\n", encoding="utf-8")
    print(f"{len(made)} libraries in {LOCK}")
