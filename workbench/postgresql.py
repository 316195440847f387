"""PostgreSQL for the tests and the hub's demonstration: its programs alone, no service."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.programs import succeeds
from workbench.system_libraries import have_packages, right_to_install

OLDEST = 15
PACKAGES = ("postgresql-17", "postgresql-16", "postgresql-15")
"""By the names in Debian and Ubuntu: each release has one of them or two."""

_PROGRAMS = Path("/usr/lib/postgresql")
_ASIDE = "/etc/postgresql-common/createcluster.d/iro-desktop.conf"
"""Read by Debian's package before it makes a cluster of its own and starts it as a service."""


def have_postgresql() -> None:
    """Install PostgreSQL where apt may and it is missing. The tests start it themselves.

    Elsewhere than on Debian and Ubuntu nothing is done: what needs it says that it is missing.

    Raises:
        CannotGoOn: there is no apt, no right to use it, or it failed.
    """
    if not sys.platform.startswith("linux") or has_postgresql():
        return
    with _without_a_service():
        have_packages([PACKAGES])


def has_postgresql() -> bool:
    """Whether a server is installed that is new enough."""
    versions = [folder.parents[1].name for folder in _PROGRAMS.glob("*/bin/postgres")]
    if any(version.isdigit() and int(version) >= OLDEST for version in versions):
        return True
    return bool(shutil.which("postgres") and shutil.which("initdb"))


@contextmanager
def _without_a_service() -> Iterator[None]:
    """No cluster of the system's own is made meanwhile. Where this fails, one is: no harm done."""
    right = right_to_install()
    if right is None:
        yield
        return
    folder = str(Path(_ASIDE).parent)
    words = f"mkdir -p {folder} && echo create_main_cluster = false > {_ASIDE}"
    succeeds([*right, "sh", "-c", words])
    try:
        yield
    finally:
        succeeds([*right, "rm", "-f", _ASIDE])
