"""The docs are tested: commands, options, the example, the generated page."""

import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

import comity
from comity import codebook
from comity.cli.app import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def options(command: object, name: str = "comity") -> Iterator[tuple[str, str]]:
    """Yield (command, option) for every long option there is; hidden ones and ``--help`` left out."""
    for parameter in getattr(command, "params", []):
        names = [one for one in getattr(parameter, "opts", []) if one.startswith("--") and one != "--help"]
        if names and not getattr(parameter, "hidden", False):
            yield name, names[0]
    for sub, inner in getattr(command, "commands", {}).items():
        yield from options(inner, f"{name} {sub}")


def test_every_option_stands_in_the_readme() -> None:
    found = list(options(typer.main.get_command(app)))
    assert len(found) > 5
    missing = [pair for pair in found if f"`{pair[1]}" not in README and f"`comity {pair[1]}" not in README]
    assert missing == []


def test_every_command_stands_in_the_readme() -> None:
    names = {name for name, _ in options(typer.main.get_command(app))}
    assert [name for name in names if name not in README] == []


def test_the_example_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    [example] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, "README.md", "exec"), {})
    assert printed.getvalue().count('"act": ') > 10


def test_the_codebook_page_is_what_the_data_says() -> None:
    page = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert page == codebook.to_markdown(codebook.load()), "run 'make docs'"


def test_the_changelog_knows_the_version() -> None:
    assert f"## {comity.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_document_the_readme_links_to_is_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
