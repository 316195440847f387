"""Start other programs: the one place that does. What is started never comes from outside."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(command: Sequence[str | Path], more: Mapping[str, str] | None = None) -> int:
    """Run a program in the project's folder, its words going to the terminal. Its exit code.

    The terminal sends Ctrl-C to the program as well, which may have something to put away.
    """
    environment = {**os.environ, **(more or {})}
    words = [str(word) for word in command]
    with subprocess.Popen(words, cwd=ROOT, env=environment) as program:  # noqa: S603  see the top
        while True:
            with suppress(KeyboardInterrupt):
                return program.wait()


def succeeds(command: Sequence[str | Path]) -> bool:
    """Whether a program can be started and ends well. Its words are thrown away."""
    try:
        done = subprocess.run(  # noqa: S603  see the top
            [str(word) for word in command],
            cwd=ROOT,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return False
    return done.returncode == 0


class Followed:
    """A program whose lines are read as they come. `exit_code` is there once they are all read."""

    def __init__(self, command: Sequence[str | Path]) -> None:
        self._command = [str(word) for word in command]
        self.exit_code = 0

    def lines(self) -> Iterator[str]:
        """Its output and error lines, mixed, without line ends."""
        with subprocess.Popen(  # noqa: S603  see the top
            self._command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as program:
            assert program.stdout is not None  # noqa: S101  a pipe was asked for
            for line in program.stdout:
                yield line.rstrip()
        self.exit_code = program.returncode
