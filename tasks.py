"""Everything one does with the project: `python tasks.py`, or `make`, followed by a task's name.

Needs nothing but Python: each task first gets the machine ready, and says what it does. Runs on
any Python 3, so that one that is too old can be told so.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from workbench.environment import LOCK, PYTHON, have_environment
from workbench.postgresql import have_postgresql
from workbench.programs import ROOT, run
from workbench.sizes import say_sizes
from workbench.system_libraries import has_display, have_java, have_libraries, have_unicode_cases
from workbench.words import CannotGoOn, say

HUB_LOCK = ROOT / "iro_hub" / "requirements.lock"
"""What the council's server installs."""

PURE = ("architecture", "demonstration", "domain", "form_engine", "forms", "i18n", "source_files")
"""Tests that need neither Qt nor a store."""

CHECKS = (
    ("ruff", ["-m", "ruff", "check", "."]),
    ("format", ["-m", "ruff", "format", "--check", "--quiet", "."]),
    ("types", ["-m", "mypy"]),
    ("types of the tools", ["-m", "mypy", "tasks.py", "workbench", "benches"]),
    ("imports", ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"]),
)
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def show_help(_words: list[str]) -> int:
    """Say what can be done."""
    say("python tasks.py TASK, or make TASK\n")
    for name, task in TASKS.items():
        say(f"  {name:9} {(task.__doc__ or '').splitlines()[0]}")
    return 0


def demo(words: list[str]) -> int:
    """Open the application on a made-up caseload; letters, minutes and pictures in demo-output."""
    have_libraries()
    have_environment()
    headless = [] if has_display() else ["--headless"]
    return _python("-m", "iro_desktop", "demo", "--out", "demo-output", *headless, *words)


def hub_demo(words: list[str]) -> int:
    """Start a made-up team's hub with two IROs' laptops and a manager's, and let them sync."""
    have_libraries()
    have_postgresql()
    have_environment()
    return _python("-m", "workbench.hub_demo", *words, more=OFFSCREEN)


def test(words: list[str]) -> int:
    """Run all that must hold: the checks, then every test."""
    have_libraries()
    have_postgresql()
    have_unicode_cases()
    have_environment()
    faulty = _faulty_checks()
    code = _python("-m", "pytest", *(words or ["-n", "2"]), more=OFFSCREEN)
    if faulty:
        sys.stderr.write(f"Checks that did not pass: {', '.join(faulty)}\n")
    return code or bool(faulty)


def check(_words: list[str]) -> int:
    """Run lint, format, types and import contracts; show the largest files."""
    have_environment()
    return bool(_faulty_checks())


def quick(words: list[str]) -> int:
    """Run the tests of the pure layers, in seconds."""
    have_environment()
    folders = [f"tests/{name}" for name in PURE if (ROOT / "tests" / name).is_dir()]
    return _python("-m", "pytest", "-q", *(words or folders))


def bench(words: list[str]) -> int:
    """Measure what must be quick, and set each figure beside its limit."""
    have_libraries()
    have_postgresql()
    have_environment()
    return _python("-m", "benches", *words, more=OFFSCREEN)


def texts(_words: list[str]) -> int:
    """Gather every text that can be translated, and bring each language's catalogue to it."""
    have_environment()
    return _python("-m", "workbench.texts")


def golden(words: list[str]) -> int:
    """Write the golden files anew; then read the difference before you commit it."""
    have_libraries()
    have_environment()
    return _python("-m", "pytest", "-q", "--update-golden", *(words or ["tests/documents"]))


def documents(words: list[str]) -> int:
    """Write many random documents as PDF; both validators look at every one."""
    have_libraries()
    have_environment()
    have_java()
    return _python("tests/documents/pdf/many_documents.py", *words)


def run_application(words: list[str]) -> int:
    """Start the application from the source tree."""
    have_libraries()
    have_environment()
    return _python("-m", "iro_desktop", *words)


def bundle(_words: list[str]) -> int:
    """Make a folder in dist/ that runs without Python installed."""
    have_libraries()
    have_environment()
    words = ["--noconfirm", "--clean", "--log-level", "WARN", "--distpath", "dist"]
    return _python("-m", "PyInstaller", *words, "--workpath", "build", "installer.spec")


def lock(_words: list[str]) -> int:
    """Write requirements.lock anew from pyproject.toml; needs the program uv."""
    uv = shutil.which("uv")
    if uv is None:
        raise CannotGoOn("The program uv writes the lock file, and it is not here: pip install uv")
    everything = ["pyproject.toml", "--group", "dev", "--group", "hub"]
    return _lock(uv, LOCK, everything) or _lock(uv, HUB_LOCK, ["--group", "hub"])


def _lock(uv: str, file: Path, of: list[str]) -> int:
    words = ["pip", "compile", *of, "--universal"]
    words += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--quiet"]
    words += ["--custom-compile-command", "make lock", "--output-file", str(file.relative_to(ROOT))]
    code = run([uv, *words])
    if re.search(r"https?://|file://", file.read_text(encoding="utf-8")):
        raise CannotGoOn(f"An address stands in {file.name}. Take it out before you commit.")
    return code


def _python(*words: str, more: dict[str, str] | None = None) -> int:
    return run([PYTHON, *words], more)


def _faulty_checks() -> list[str]:
    faulty = []
    for name, words in CHECKS:
        say(f"check: {name}")
        if _python(*words) != 0:
            faulty.append(name)
    say_sizes()
    say(f"Checks that did not pass: {', '.join(faulty)}" if faulty else "All checks passed.")
    return faulty


TASKS: dict[str, Callable[[list[str]], int]] = {
    "help": show_help,
    "demo": demo,
    "hub-demo": hub_demo,
    "test": test,
    "check": check,
    "quick": quick,
    "bench": bench,
    "texts": texts,
    "golden": golden,
    "documents": documents,
    "run": run_application,
    "bundle": bundle,
    "lock": lock,
}


def main(words: list[str]) -> int:
    """Do the task named first; what follows is handed on to it."""
    name, rest = (words[0], words[1:]) if words else ("help", [])
    task = TASKS.get(name)
    if task is None:
        say(f"There is no task {name!r}.")
        show_help([])
        return 2
    try:
        return task(rest)
    except CannotGoOn as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
