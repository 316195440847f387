"""Rules of the house that contracts and linters cannot say. Each prints where it is broken."""

import ast
import sys

import pytest
from source_tree import dotted, last_name, source_files

RUNNER = "ui/runner.py"
START = "ui/start.py"
CLOCK = "services/clock.py"
PATHS = "paths.py"
HUB = "hub/"
MIGRATIONS = "store/upgrade.py"
"""Migrations lie inside the package, beside the code that runs them."""

THREADS = {
    *("Thread", "Timer", "ThreadPoolExecutor", "ProcessPoolExecutor", "Process", "Pool"),
    *("QThread", "QThreadPool", "QRunnable", "QtConcurrent", "start_new_thread"),
}
WALL_CLOCKS = {
    *("datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time"),
    *("time.localtime", "time.gmtime", "time.strftime", "QDate.currentDate"),
    *("QTime.currentTime", "QDateTime.currentDateTime", "QDateTime.currentDateTimeUtc"),
}
NETWORKS = {
    *("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc"),
    *("requests", "httpx", "aiohttp", "websockets", "urllib3", "asyncio"),
}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}


def ends_with_any(name: str, ends: set[str]) -> bool:
    return any(name == end or name.endswith(f".{end}") for end in ends)


def test_that_threads_start_in_the_runner_alone() -> None:
    faults = []
    for file in source_files():
        if file.name == RUNNER:
            continue
        faults += [file.at(call) for call in file.calls() if last_name(call.func) in THREADS]
        for node in ast.walk(file.tree):
            if isinstance(node, ast.ClassDef):
                faults += [file.at(base) for base in node.bases if last_name(base) in THREADS]
    assert faults == []


def test_that_no_dialog_runs_an_event_loop_of_its_own() -> None:
    loops = {"exec", "exec_"}
    faults = [
        file.at(call)
        for file in source_files()
        for call in file.calls()
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in loops
        and (file.name, dotted(call.func)) != (START, "app.exec")
    ]
    assert faults == []


def test_that_nobody_re_enters_the_event_loop() -> None:
    again = {"processEvents", "QEventLoop", "sendPostedEvents"}
    faults = [
        file.at(call)
        for file in source_files()
        for call in file.calls()
        if last_name(call.func) in again
    ]
    assert faults == []


def test_that_the_time_comes_from_the_clock_alone() -> None:
    faults = [
        file.at(call)
        for file in source_files()
        if file.name != CLOCK
        for call in file.calls()
        if ends_with_any(dotted(call.func), WALL_CLOCKS)
    ]
    assert faults == []


def test_that_only_the_hub_package_can_speak_to_a_network() -> None:
    faults = [
        f"{file.name} imports {name}"
        for file in source_files()
        if not file.name.startswith(HUB)
        for name in file.imported()
        if name.split(".")[0] in NETWORKS or "QtNetwork" in name or "QtWebEngine" in name
    ]
    assert faults == []


def test_that_one_module_knows_where_the_program_lies() -> None:
    faults = [
        f"{file.name}:{node.lineno}"
        for file in source_files()
        if file.name != PATHS
        for node in ast.walk(file.tree)
        if (isinstance(node, ast.Constant) and node.value == "_MEIPASS")
        or (isinstance(node, ast.Attribute) and node.attr == "_MEIPASS")
        or (isinstance(node, ast.Name) and node.id == "__file__" and file.name != MIGRATIONS)
    ]
    assert faults == []


def test_that_modules_are_named_for_their_subject() -> None:
    names = {part for file in source_files() for part in file.name[:-3].split("/")}
    assert names & VAGUE_NAMES == set()


@pytest.mark.parametrize("package", ["domain", "demonstration"])
def test_that_the_rules_and_the_made_up_caseload_need_only_python(package: str) -> None:
    allowed = ("iro_desktop.domain", "iro_desktop.problems", f"iro_desktop.{package}")
    own = {
        name
        for file in source_files(package)
        for name in file.imported()
        if name.startswith("iro_desktop")
    }
    assert {name for name in own if not name.startswith(allowed)} == set()
    outside = {
        name.split(".")[0]
        for file in source_files(package)
        for name in file.imported()
        if not name.startswith("iro_desktop")
    }
    assert outside <= sys.stdlib_module_names
