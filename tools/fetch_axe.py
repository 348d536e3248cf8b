"""Get axe-core, which looks pages over for barriers, for the browser tests: one file of one pinned package.

Usage: python tools/fetch_axe.py
Writes node_modules/axe-core/axe.min.js, which git ignores. Ends with 1, and a line, where the registry cannot be reached.
"""

from __future__ import annotations

import base64
import hashlib
import io
import sys
import tarfile
from pathlib import Path
from urllib.request import urlopen

VERSION = "4.14.1"
URL = f"https://registry.npmjs.org/axe-core/-/axe-core-{VERSION}.tgz"
SHA512 = "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
PLACE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"


def main() -> int:
    """Fetch, compare, unpack."""
    try:
        with urlopen(URL, timeout=60) as answer:
            data = answer.read(20_000_000)
    except OSError as error:
        print(f"{URL}: cannot be reached ({error}); the search for barriers will be skipped")
        return 1
    if base64.b64encode(hashlib.sha512(data).digest()).decode("ascii") != SHA512:
        print(f"{URL}: is not the package that was pinned; nothing is written")
        return 1
    with tarfile.open(fileobj=io.BytesIO(data)) as package:
        script = package.extractfile("package/axe.min.js")
        assert script is not None
        PLACE.parent.mkdir(parents=True, exist_ok=True)
        PLACE.write_bytes(script.read())
    print(f"axe-core {VERSION} lies in {PLACE.parent}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
