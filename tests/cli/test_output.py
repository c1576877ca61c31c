"""A file is there whole or not at all."""

import os
from pathlib import Path

import pytest

from comity.cli.output import as_text, opened
from comity.model import ComityError


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with opened(tmp_path / "out") as stream:
            stream.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_the_file_appears_at_the_end_with_an_ordinary_mode(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with opened(target) as stream:
        stream.write(b"whole")
        assert not target.exists()
    mask = os.umask(0)
    os.umask(mask)
    assert target.read_bytes() == b"whole"
    assert target.stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_file_that_is_replaced_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "out", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    with opened(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_devices_are_written_to_not_replaced() -> None:
    with opened(Path(os.devnull)) as stream:
        stream.write(b"x")
    assert not Path(os.devnull).is_file()


def test_places_where_no_file_can_be(tmp_path: Path) -> None:
    with pytest.raises(ComityError, match="is a folder"), opened(tmp_path):
        pass
    with pytest.raises(ComityError, match="there is no folder"), opened(tmp_path / "no" / "out"):
        pass


def test_text_is_utf_8_with_its_own_line_ends(tmp_path: Path) -> None:
    with opened(tmp_path / "out") as stream, as_text(stream) as words:
        words.write("é\r\n\ud800\n")
    assert (tmp_path / "out").read_bytes() == b"\xc3\xa9\r\n\\ud800\n"
