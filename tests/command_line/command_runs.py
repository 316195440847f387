"""Commands as they are run: in a process of their own, or in this one where that shows as much."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from iro_desktop import bootstrap
from iro_desktop.command_line.means import Means
from iro_desktop.command_line.run import run
from iro_desktop.domain.child import Child
from iro_desktop.services import access

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "returns" / "samples" / "small"
PASSPHRASE = "made-up plum, tin kettle £"


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    def is_refused(self, *words: str) -> bool:
        """Whether it said in a line of words why not, and nothing else."""
        assert "Traceback" not in self.err
        assert self.code == 1, self
        assert self.out == ""
        assert self.err.count("\n") == 1
        return all(word in self.err for word in words)

    def is_done(self) -> bool:
        assert (self.code, self.err) == (0, "")
        return True


Here = Callable[..., Ran]
"""Runs a command in this process, and says how it ended."""


@dataclass(frozen=True)
class Shop:
    """A store with its passphrase beside it."""

    store: Path
    passphrase_file: Path

    @property
    def options(self) -> tuple[str, ...]:
        return ("--store", str(self.store), "--passphrase-file", str(self.passphrase_file))

    def command(self, *words: object, **environment: str) -> Ran:
        """Run in a process of its own."""
        return in_process(*self.options, *words, **environment)

    def put(self, child: Child) -> None:
        """Keep a child."""
        store = access.unlock(bootstrap.laptop(self.store), PASSPHRASE)
        with closing(store), store.unit_of_work() as uow:
            uow.children.put(child)

    def copied_to(self, folder: Path) -> "Shop":
        """The same store in a place where it may be broken."""
        shutil.copytree(self.store, folder / "store")
        return Shop(folder / "store", self.passphrase_file)


def in_process(*words: object, **environment: str) -> Ran:
    ended = subprocess.run(  # our own program
        [sys.executable, "-m", "iro_desktop", *map(str, words)],
        check=False,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
    )
    return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def means() -> Means:
    """What the program itself hands to its commands, without its windows."""
    return Means(
        laptop=bootstrap.laptop,
        restore=bootstrap.restore,
        catalogue=bootstrap.catalogue,
        clock=bootstrap.CLOCK,
        start_application=_no_window,
        play_main_job=_no_window,
        has_display=lambda: False,
        roads=bootstrap.roads,
    )


def _no_window(*_given: object) -> NoReturn:
    message = "these tests open no window"
    raise AssertionError(message)


def run_here(*words: object) -> int:
    """Run in this process, which is quicker. Output goes where pytest captures it."""
    return run([str(word) for word in words], means())
