"""The tasks are the same by `make` and by `python tasks.py`, and end with a sentence."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import tasks
from workbench.environment import what_went_wrong
from workbench.programs import ROOT, Followed, succeeds
from workbench.sizes import Size, sizes_of
from workbench.system_libraries import TO_DRAW, TO_SHOW_WINDOWS


def run_tasks(*words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "tasks.py", *words]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)


def test_that_make_knows_every_task() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    found = re.search(r"^TASKS := (.*)$", makefile, re.MULTILINE)
    assert found is not None
    assert found[1].split() == list(tasks.TASKS)


def test_that_help_names_every_task_with_a_sentence() -> None:
    lines = run_tasks("help").stdout.splitlines()
    for name in tasks.TASKS:
        assert any(re.fullmatch(rf"  {name} +\S.*\.", line) for line in lines), name


def test_that_an_unknown_task_is_wrong_usage() -> None:
    done = run_tasks("dance")
    assert done.returncode == 2
    assert "dance" in done.stdout


def test_that_ci_runs_make_test_and_nothing_else() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert script.rstrip().endswith("exec make test")


@pytest.mark.parametrize(
    ("pip_said", "word"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "tested"),
        ("NewConnectionError: Temporary failure in name resolution", "network"),
        ("ERROR: No matching distribution found for alembic==1.20.1", "package index"),
        ("OSError: [Errno 28] No space left on device", "disk"),
        ("something nobody foresaw", "above"),
    ],
)
def test_that_a_failed_installation_ends_with_what_to_do(pip_said: str, word: str) -> None:
    assert word in what_went_wrong(pip_said)


def test_that_every_system_library_names_the_packages_that_hold_it() -> None:
    for library, packages in {**TO_DRAW, **TO_SHOW_WINDOWS}.items():
        assert re.fullmatch(r"lib[\w.+-]+\.so\.\d+", library)
        assert packages
        assert all(name.startswith("lib") for name in packages)


def test_that_a_program_that_is_not_there_does_not_succeed() -> None:
    assert not succeeds(["no-such-program-here"])
    assert not succeeds([sys.executable, "-c", "raise SystemExit(3)"])
    assert succeeds([sys.executable, "-c", ""])


def test_that_a_followed_program_gives_its_lines_and_its_end() -> None:
    program = Followed([sys.executable, "-c", "print('one'); print('two'); raise SystemExit(4)"])
    assert list(program.lines()) == ["one", "two"]
    assert program.exit_code == 4


def test_that_sizes_count_lines_of_files_functions_and_classes(tmp_path: Path) -> None:
    file = tmp_path / "sample.py"
    file.write_text("class Cup:\n    def drink(self):\n        return 1\n\n\nx = 1\n")
    assert set(sizes_of(file, "sample.py")) == {
        Size(6, "file", "sample.py"),
        Size(3, "class", "sample.py:1 Cup"),
        Size(2, "function", "sample.py:2 drink"),
    }
