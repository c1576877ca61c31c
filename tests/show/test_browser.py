"""The page in a real browser: its script runs under its own policy, and nothing is complained about."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from comity.model import Document, Statement
from comity.show import report

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
    "--enable-logging=stderr", "--dump-dom",
)  # fmt: skip

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")


def _dom(page: str, folder: Path, fragment: str = "") -> tuple[str, list[str]]:
    """Return the document as the browser has it after loading, and the lines of its console."""
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    command = [str(BROWSER), *FLAGS, f"--user-data-dir={folder / 'profile'}", path.as_uri() + fragment]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def test_the_script_runs_and_shows_the_statement_of_the_address(
    document: Document, statements: list[Statement], tmp_path: Path
) -> None:
    dom, console = _dom(report(document, statements), tmp_path, f"#s-{statements[2].id}")
    assert console == []
    assert re.search(r'<html[^>]* class="js picked"', dom)
    panel = dom[dom.index('id="panel"') :]
    assert panel.count('class="card"') == 1
    assert "Lantern Forum" in panel
    assert f'class="u l1 commissive firm on" data-s="{statements[2].id}"' in dom
    assert '<form id="filter" class="bar-top" aria-label="Pick statements">' in dom


def test_a_page_without_statements(document: Document, tmp_path: Path) -> None:
    dom, console = _dom(report(document, []), tmp_path)
    assert console == []
    assert 'class="js"' in dom
