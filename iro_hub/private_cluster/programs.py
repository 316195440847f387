"""Where PostgreSQL's programs lie on this machine."""

import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from iro_hub.faults import HubFault

_OLDEST = 15
_WHERE_PROGRAMS_LIE = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)


@lru_cache
def program(name: str) -> str:
    """Where one of PostgreSQL's programs lies, in a version that the hub can use.

    Raises:
        HubFault: it is not there.
    """
    found = [folder / name for folder in _folders_of_programs() if (folder / name).is_file()]
    newest = max(found, key=_version_of, default=None)
    if newest is None or _version_of(newest) < _OLDEST:
        raise HubFault(
            "no_postgresql",
            f"PostgreSQL {_OLDEST} or later is not installed here ({name} was not found)."
            f" Debian 12: apt install postgresql-15; macOS: brew install postgresql@{_OLDEST}.",
        )
    return str(newest)


def _folders_of_programs() -> Iterator[Path]:
    for pattern in _WHERE_PROGRAMS_LIE:
        yield from Path("/").glob(pattern[1:])
    for found in (shutil.which("postgres"), shutil.which("pg_dump")):
        if found is not None:
            yield Path(found).parent


@lru_cache
def _version_of(file: Path) -> int:
    """The major version, as the program itself says: "initdb (PostgreSQL) 15.18"; 0 for none."""
    try:
        said = subprocess.run(  # noqa: S603 - our own words, and no shell
            [str(file), "--version"], check=False, capture_output=True, text=True
        )
    except OSError:
        return 0
    version = said.stdout.split()[2:3]
    number = version[0].split(".")[0] if version else ""
    return int(number) if number.isdigit() else 0
