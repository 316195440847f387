import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from iro_desktop.services import private_file
from iro_desktop.services.faults import NoSpace, NotWritable
from iro_desktop.services.private_file import write_file

DATA = b"made up \x00\xff"


no_such_modes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


@no_such_modes
def test_that_a_file_is_its_owners_alone_even_over_one_that_was_not(tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder" / "letter.pdf"
    write_file(b"before", out)
    out.chmod(0o644)
    write_file(DATA, out)
    assert out.read_bytes() == DATA
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [path.name for path in out.parent.iterdir()] == ["letter.pdf"]


def test_that_a_name_as_long_as_a_name_can_be_is_written(tmp_path: Path) -> None:
    out = tmp_path / ("x" * 255)
    write_file(DATA, out)
    assert out.read_bytes() == DATA


@no_such_modes
def test_that_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"before")
    link.symlink_to(target)
    write_file(DATA, link)
    assert link.is_symlink()
    assert target.read_bytes() == DATA


@no_such_modes
def test_that_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(DATA, pipe)
    assert os.read(reader, 100) == DATA
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("where", [".", "file/inside.pdf", "x" * 256])
def test_that_what_cannot_be_written_is_named(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    with pytest.raises(NotWritable) as fault:
        write_file(DATA, tmp_path / where)
    assert fault.value.data == {"what": (tmp_path / where).name}
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_that_a_full_disk_is_said_and_leaves_what_stood_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "made up")

    out = tmp_path / "letter.pdf"
    write_file(b"before", out)
    monkeypatch.setattr(private_file.os, "fsync", full)
    with pytest.raises(NoSpace):
        write_file(DATA, out)
    assert out.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.pdf"]
