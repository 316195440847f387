"""The last resort, in a process of its own: it takes hooks that the tests need."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from iro_desktop.ui.application import MOST_REPORTS, LastResort, Report

SECRET = "Ash Made-up lives in Example Street"
PROGRAM = """
import datetime as dt, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer, qCritical
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.application import LastResort, make_application

way, folder, secret = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
app = make_application([], Appearance(scheme="light"))
now = lambda: dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC)
told = []
rescue = lambda: told.append("rescued")
resort = LastResort(folder, now, lambda file: told.append(file.name), rescue)
resort.install()

def fail():
    raise ValueError(secret)

class Dying:
    def __del__(self):
        fail()

if way == "slot":
    QTimer.singleShot(0, fail)
elif way == "thread":
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
elif way == "unraisable":
    Dying()
elif way == "qt":
    qCritical(secret)
QTimer.singleShot(20, app.quit)
app.exec()
resort.uninstall()
print("went on", *told)
"""


@pytest.mark.parametrize("way", ["slot", "thread", "unraisable", "qt"])
def test_that_a_bug_anywhere_leaves_a_report_without_values_and_the_program_goes_on(
    tmp_path: Path, way: str
) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, way, str(tmp_path), SECRET],
        capture_output=True,
        text=True,
        check=True,
    )
    reports = list(tmp_path.glob("fault-*.txt"))
    assert ran.stdout.split() == ["went", "on", "rescued", reports[0].name]
    text = reports[0].read_text(encoding="utf-8")
    assert SECRET not in text + ran.stdout + ran.stderr
    assert "Ash" not in text
    assert ("builtins.ValueError" in text) == (way != "qt")


def test_that_a_report_says_where_in_the_program(tmp_path: Path) -> None:
    try:
        raise KeyError(SECRET)
    except KeyError as fault:
        report = Report.of(type(fault), fault.__traceback__)
    text = report.text(dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    assert "test_application.test_that_a_report_says_where_in_the_program:" in text
    assert "builtins.KeyError" in text
    assert SECRET not in text


def test_that_only_the_latest_reports_are_kept(tmp_path: Path) -> None:
    moments = iter(
        dt.datetime(2026, 11, 22, tzinfo=dt.UTC) + dt.timedelta(minutes=minute)
        for minute in range(MOST_REPORTS + 5)
    )
    resort = LastResort(tmp_path, lambda: next(moments), lambda _file: None)
    for _number in range(MOST_REPORTS + 5):
        resort.report(Report("builtins.ValueError", ()))
    names = sorted(file.name for file in tmp_path.iterdir())
    assert len(names) == MOST_REPORTS
    assert "0024" in names[-1]
