"""The other commands, help and version, and what a shell sees."""

import json
import subprocess
import sys
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest
from typer.testing import CliRunner

from comity import __version__
from comity.cli.app import app
from comity.codebook import load

COMITY = (sys.executable, "-c", "import sys; from comity.cli import main; sys.exit(main())")


def test_version(comity_command: Callable[..., object]) -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"comity {__version__}\n")


@pytest.mark.parametrize(
    ("command", "mentions"),
    [
        ([], ["code", "codebook", "catalogue", "--version"]),
        (["code"], ["PATH", "--format", "--output", "-o", "--issuer", "--date", "Exit code"]),
        (["codebook"], ["--format", "markdown"]),
        (["catalogue"], ["find"]),
        (["catalogue", "find"], ["NAME", "--format"]),
    ],
)
def test_help_names_every_option(command: list[str], mentions: list[str]) -> None:
    result = CliRunner().invoke(app, [*command, "--help"])
    assert result.exit_code == 0
    assert all(mention in result.stdout for mention in mentions)


def test_codebook_as_json_lines(comity_command: Callable[..., CompletedProcess[str]]) -> None:
    done = comity_command("codebook")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert {row["table"] for row in rows} == {"acts", "kinds", "forces", "topics"}
    assert [row["id"] for row in rows if row["table"] == "acts"] == list(load().acts)


def test_codebook_as_table(comity_command: Callable[..., CompletedProcess[str]]) -> None:
    done = comity_command("codebook", "--format", "table")
    assert done.stdout.startswith(f"Codebook {load().version}\n")
    assert "strengthen" in done.stdout


def test_find_in_the_catalogue(comity_command: Callable[..., CompletedProcess[str]]) -> None:
    done = comity_command("catalogue", "find", "Beijing")
    assert json.loads(done.stdout.splitlines()[0])["id"] == "CHN"
    assert "People's Republic of China" in comity_command("catalogue", "find", "CHN", "--format", "table").stdout


def test_what_the_catalogue_does_not_have(comity_command: Callable[..., CompletedProcess[str]]) -> None:
    done = comity_command("catalogue", "find", "Chinna\x1b")
    assert done.returncode == 1
    assert "did you mean China" in done.stderr
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["code"], ["catalogue"], ["catalogue", "find"]])
def test_faults_of_use_exit_with_one(arguments: list[str]) -> None:
    done = subprocess.run([*COMITY, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_reader_that_has_enough_is_no_fault() -> None:
    with subprocess.Popen([*COMITY, "codebook"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_help_loads_nothing_heavy() -> None:
    script = "import sys; from comity.cli import main; main(['--help']); print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    modules = {
        name for name in ("rich", "pyarrow", "spacy", "yaml", "numpy", "ahocorasick_rs") if f"'{name}'" in loaded
    }
    assert modules == set()
