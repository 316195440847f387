"""The project's own Python environment in `.venv`, made from requirements.lock and kept in step."""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

from workbench.programs import ROOT, Followed, run, succeeds
from workbench.pythons import find_python
from workbench.system_libraries import have_packages
from workbench.words import CannotGoOn, say

VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "made-from"
_BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = _BIN / ("python.exe" if sys.platform == "win32" else "python")
_LINES_OF_A_FAULT = 12

_HASHES = (
    "A package differs from the one the project was tested with, so it was not installed. A proxy"
    " or mirror may have changed it. If the lock file itself is at fault, run: make lock"
)
_FULL = "The disk is full. The packages take about 700 MB."
_NETWORK = (
    "The package index could not be reached. Is the network there, and does pip know the proxy or"
    " mirror to use (pip config list)?"
)
_NONE_FITS = (
    "The package index has no fitting package (see above). Is the network there? Supported: Linux"
    " with glibc 2.34 or newer, Windows, macOS; Python 3.11 to 3.14."
)
_FAULTS = (
    ("DO NOT MATCH THE HASHES", _HASHES),
    ("hashes are required", _HASHES),
    ("No space left", _FULL),
    ("Connection", _NETWORK),
    ("name resolution", _NETWORK),
    ("unreachable", _NETWORK),
    ("timed out", _NETWORK),
    ("SSLError", _NETWORK),
    ("No matching distribution", _NONE_FITS),
)
"""What pip says when it fails, and what is meant."""


def have_environment() -> None:
    """Make `.venv`, or bring it in step with requirements.lock. Quick where nothing changed."""
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == _wanted() and PYTHON.exists():
        return
    python = find_python()
    _make_venv(python)
    _install()
    STAMP.write_text(_wanted(), encoding="utf-8")


def _wanted() -> str:
    """What the environment is made from: the lock file, and where the project lies."""
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{lock} {ROOT}\n"


def _make_venv(python: list[str]) -> None:
    if not succeeds([*python, "-c", "import ensurepip, venv"]):
        _have_venv_module(python)
    say("Making .venv")
    if run([*python, "-m", "venv", "--clear", str(VENV)]) != 0:
        raise CannotGoOn("The Python environment in .venv could not be made (see above).")


def _have_venv_module(python: list[str]) -> None:
    """Debian and Ubuntu ship the `venv` module in a package of its own."""
    if shutil.which("apt-get") is None:
        raise CannotGoOn("This Python has no venv module. Install it, or another Python.")
    name = Path(python[0]).name
    have_packages([(f"{name}-venv" if name.startswith("python3") else "python3-venv",)])


def _install() -> None:
    names = [line.split("==")[0] for line in _lock_lines() if "==" in line]
    say(f"Installing up to {len(names)} packages from requirements.lock (once; some minutes)")
    _pip("--only-binary", ":all:", "--require-hashes", "-r", str(LOCK))
    say("Putting the project itself in, as it lies")
    _pip("--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT))


def _pip(*words: str) -> None:
    quietly = ("--disable-pip-version-check", "--no-input", "--progress-bar", "off")
    pip = Followed([str(PYTHON), "-m", "pip", "install", *quietly, *words])
    heard: list[str] = []
    for line in pip.lines():
        heard.append(line)
        if line.startswith("Collecting "):
            say(f"  {line.split()[1].split('==')[0]}")
        elif line.startswith("Installing collected packages"):
            say("  all are here; unpacking")
    if pip.exit_code != 0:
        for line in heard[-_LINES_OF_A_FAULT:]:
            say(f"  pip: {line}")
        raise CannotGoOn(what_went_wrong("\n".join(heard)))


def _lock_lines() -> list[str]:
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith(("#", " "))]


def what_went_wrong(output: str) -> str:
    """What pip's words come to, and what to do about it."""
    for sign, sentence in _FAULTS:
        if sign in output:
            return sentence
    return "The packages could not be installed (see above)."
