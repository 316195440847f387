"""Find a Python that the project runs on."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from workbench.programs import succeeds
from workbench.words import CannotGoOn

OLDEST, FIRST_TOO_NEW = (3, 11), (3, 15)
_MINORS = range(OLDEST[1], FIRST_TOO_NEW[1])


def find_python() -> list[str]:
    """The command that starts a fitting Python; 3.11 before all others, as it is tested most."""
    for command in _candidates():
        if succeeds([*command, "-c", _QUESTION]):
            return command
    raise CannotGoOn(
        "No Python from 3.11 to 3.14 was found. Debian 12: apt install python3.11. Ubuntu 24.04:"
        " apt install python3. Windows and macOS: the installer from python.org."
    )


_QUESTION = f"import sys; sys.exit(not {OLDEST} <= sys.version_info[:2] < {FIRST_TOO_NEW})"


def _candidates() -> Iterator[list[str]]:
    for minor in _MINORS:
        yield [f"python3.{minor}"]
        if sys.platform == "win32":
            yield ["py", f"-3.{minor}"]
    yield [sys.executable]
    yield ["python3"]
