"""`make hub-demo` plays through by itself where there is no terminal, and leaves nothing behind."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.programs import ROOT


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder that PostgreSQL's own user can pass through, as tests' own folders cannot be."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


def test_that_the_hubs_demonstration_plays_through_and_cleans_up(room: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "workbench.hub_demo", "--children", "2"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "TMPDIR": str(room)},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "She has 2 children" in done.stdout
    assert "brought together" in done.stdout
    assert "waits for you to decide" in done.stdout
    assert list(room.iterdir()) == []
