"""Take a picture of a built page in headless Chromium, as the README shows it.

Usage: python tools/picture.py exports/partners.html docs/network.png ["lang=en"]
Needs playwright and /usr/bin/chromium; makes the file small with pngquant where that is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def main(page: str, picture: str, state: str = "lang=en") -> None:
    """Open the page without a network at 1440 × 900 and save what is seen."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
        tab.goto(f"{Path(page).resolve().as_uri()}#{state}")
        tab.wait_for_function("() => window.seriktes && window.seriktes.ready")
        tab.wait_for_timeout(500)
        tab.screenshot(path=picture)
        browser.close()
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--output", picture, "128", picture], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
