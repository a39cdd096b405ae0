"""report.html in a headless browser: axe-core finds nothing, and scripts change no word.

Both are fetched by `.ci/run`; where they are missing, pytest says that this was not run. By night
every page is looked at.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import NIGHTLY
from html_pages import LANGUAGES, PAGES, found, read, text_of, words
from innobudget.domain.scenario import Language

CHROMIUM = shutil.which("chromium") or ""
AXE = Path(os.environ.get("INNOBUDGET_AXE", ""))
SHOWN = PAGES if NIGHTLY else ("odense", "odense-followup", "compared", "chosen")
STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
RUN = """
axe.run({runOnly: %s}).then((found) => {
  const told = found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)]);
  document.body.innerHTML = "<pre id='axe'></pre>";
  document.getElementById("axe").textContent = JSON.stringify([found.passes.length, told]);
});
"""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no chromium: not run")


def dumped(page: Path, width: int = 1366) -> str:
    """Return what a browser of some width makes of a page, its scripts run."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=30000"]
    profile = f"--user-data-dir={page.parent / 'profile'}"
    done = subprocess.run(
        [CHROMIUM, *options, profile, f"--window-size={width},900", "--dump-dom", page.as_uri()],
        capture_output=True,
        check=True,
        timeout=120,
    )
    return done.stdout.decode()


@pytest.mark.skipif(not AXE.is_file(), reason="no axe-core: not run")
@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(name: str, language: Language, tmp_path: Path) -> None:
    text = POLICY.sub("", text_of(name, language)).replace("<details>", "<details open>")
    script = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
    tests = f"<script>{script}</script><script>{RUN % json.dumps(STANDARDS)}</script>"
    page = tmp_path / "page.html"
    page.write_text(text.replace("</body>", f"{tests}</body>"), encoding="utf-8")
    (told,) = re.findall(r'<pre id="axe">(.*?)</pre>', dumped(page), re.DOTALL)
    passed, violations = json.loads(words(next(found(read(f"<!DOCTYPE html><p>{told}"), "p"))))
    assert passed > 20
    assert violations == []


@pytest.mark.parametrize("name", SHOWN)
def test_scripts_change_no_word(name: str, tmp_path: Path) -> None:
    text = text_of(name, "da")
    page = tmp_path / "page.html"
    page.write_text(text, encoding="utf-8")
    shown = read(dumped(page))
    assert words(next(found(shown, "main"))) == words(next(found(read(text), "main")))
    tools = [element for element in shown.iter() if element.get("class") == "tool"]
    assert all("hidden" not in tool.attrib for tool in tools)  # the policy lets the script run


@pytest.mark.parametrize("name", SHOWN)
def test_nothing_leaves_a_narrow_screen(name: str, tmp_path: Path) -> None:
    measure = "document.title = [innerWidth, document.documentElement.scrollWidth].join()"
    text = POLICY.sub("", text_of(name, "da")).replace("<details>", "<details open>")
    page = tmp_path / "page.html"
    page.write_text(text.replace("</body>", f"<script>{measure}</script></body>"), encoding="utf-8")
    width, needed = map(int, words(next(found(read(dumped(page, 320)), "title"))).split(","))
    assert width <= 500  # some browsers are no narrower
    assert needed <= width
