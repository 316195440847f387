"""What Qt and the tests want of the system: what is missing is installed, where that is allowed.

Only Debian and Ubuntu are known; elsewhere, and on Windows and macOS, nothing is missing.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from workbench.programs import ROOT, Followed, succeeds
from workbench.words import CannotGoOn, say

TO_DRAW = {
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libdbus-1.so.3": ("libdbus-1-3",),
}
"""Each library with the packages that hold it: Ubuntu 24.04 renamed one (the year 2038)."""

TO_SHOW_WINDOWS = {
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
}

UNICODE_CASES = Path("/usr/share/unicode/BidiCharacterTest.txt")

VALIDATOR = ROOT.parent / "shared" / "tools" / "VeraCheck.java"

Library = Sequence[str]


def has_display() -> bool:
    """Whether windows can be shown to someone."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def have_libraries() -> None:
    """Make sure that Qt can load, and show windows where there is a display."""
    if not sys.platform.startswith("linux"):
        return
    wanted = {**TO_DRAW, **(TO_SHOW_WINDOWS if has_display() else {})}
    have_packages([packages for library, packages in wanted.items() if not _loads(library)])


def have_unicode_cases() -> None:
    """Fetch Unicode's own test files where apt may: without them, tests take a sample of cases."""
    if not sys.platform.startswith("linux") or UNICODE_CASES.exists():
        return
    try:
        have_packages([("unicode-data",)])
    except CannotGoOn:
        say("Without the package unicode-data, tests take a sample of Unicode's cases.")


def have_java() -> None:
    """Try for the Java compiler, which the second validator of PDF files is run with.

    That validator is for those who have the programs beside the project. Without Java its tests
    are left out, and say so.
    """
    wanted = VALIDATOR.exists() and sys.platform.startswith("linux")
    if not wanted or shutil.which("javac"):
        return
    try:
        have_packages([("default-jdk-headless",)])
    except CannotGoOn as fault:
        say(f"{fault}\nGoing on without Java: tests that need veraPDF are left out.")


def have_packages(missing: Iterable[Library]) -> None:
    """Install packages with apt. Each is given by its possible names.

    Raises:
        CannotGoOn: there is no apt, no right to use it, or it failed.
    """
    wanted = list(missing)
    if not wanted:
        return
    names = " ".join(packages[-1] for packages in wanted)
    if shutil.which("apt-get") is None:
        raise CannotGoOn(f"These system libraries are missing (by their names in Debian): {names}")
    right = right_to_install()
    if right is None:
        raise CannotGoOn(
            f"Some system packages are missing. Ask for: sudo apt-get install -y {names}"
        )
    say(f"Installing system packages with apt: {names}")
    apt = [*right, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    if not succeeds([*apt, "update"]):
        say("apt could not refresh its lists; trying with those there are.")
    chosen = [_name_here(packages) for packages in wanted]
    installing = Followed([*apt, "install", "-y", "--no-install-recommends", *chosen])
    heard = list(installing.lines())
    if installing.exit_code != 0:
        for line in heard:
            say(f"  apt: {line}")
        raise CannotGoOn(
            "apt could not install them (see above). Is the network there? By hand:"
            f" sudo apt-get install -y {' '.join(chosen)}"
        )


def right_to_install() -> list[str] | None:
    """What stands before a command that root alone may run; None where we may not."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if succeeds(["sudo", "-n", "true"]) else None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _name_here(packages: Library) -> str:
    """The first of the names that this release of Debian or Ubuntu knows."""
    for name in packages:
        if succeeds(["apt-cache", "show", name]):
            return name
    return packages[-1]
