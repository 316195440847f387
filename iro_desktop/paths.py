"""Where the program's own data lie: in the source tree, in a frozen bundle, or beside a wheel.

The only module that knows the difference. `DATA_FOLDERS` is what the installer packs.
"""

import os
import sys
from pathlib import Path

DATA_FOLDERS = ("forms", "resources")


def program_root() -> Path:
    """The folder that holds `forms/` and `resources/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    return Path(__file__).resolve().parent.parent


def forms() -> Path:
    """Form definitions."""
    return program_root() / "forms"


def resources() -> Path:
    """Fonts, icons, texts and reference data."""
    return program_root() / "resources"


def timescales() -> Path:
    """The law's timescales, a file for each family of rules."""
    return resources() / "reference" / "timescales"


def words() -> Path:
    """Lists of words for writing plainly, and the dictionary for spelling."""
    return resources() / "words"


def practice() -> Path:
    """The practice pack that the program brings."""
    return resources() / "practice"


def default_store() -> Path:
    """Where a store is kept unless told otherwise: the user's own data folder of the system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
        return base / "IRO Desktop"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "IRO Desktop"
    base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return base / "iro-desktop"
