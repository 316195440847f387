"""What a power cut takes from someone who is typing: at most the last half second."""

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fixed_clock import FixedClock
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.store import create_store, open_store

TYPIST = Path(__file__).with_name("typist.py")
KEY = bytes(range(32))
HALF_A_SECOND = 0.5
WORDS = 150
SLACK = 0.5  # seconds that a busy machine may let an event wait; the promise is for a quiet one
CHILD, REVIEW = ChildId("11111111-0000-4000-8000-000000000001"), ReviewId("r" * 8)


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock) -> Path:
    made = tmp_path / "typed"
    store = create_store(made, KEY, clock=clock, author="Made-up Officer")
    with store.unit_of_work() as uow:
        uow.children.put(Child(id=CHILD, number="M-1", date_of_birth=dt.date(2014, 5, 4)))
        uow.reviews.put(
            Review(
                id=REVIEW,
                child_id=CHILD,
                status=ReviewStatus.OPEN,
                held_on=dt.date(2026, 11, 22),
                form="cla-review",
                form_version=1,
            )
        )
    store.close()
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_that_a_power_cut_takes_at_most_the_last_half_second(
    folder: Path, clock: FixedClock
) -> None:
    typed, cut = _type_and_cut(folder)
    store = open_store(folder, KEY, clock=clock, author="Made-up Officer")
    store.verify()
    with store.unit_of_work() as uow:
        answers = uow.answers.of_review(REVIEW)
    store.close()
    kept = str(answers[0].value).split()
    assert kept == [f"w{number}" for number in range(1, len(kept) + 1)]
    sure = [number for number, moment in typed if moment < cut - HALF_A_SECOND - SLACK]
    assert sure, "the typist was too quick for the test to say anything"
    assert len(kept) >= sure[-1]


def _type_and_cut(folder: Path) -> tuple[list[tuple[int, float]], float]:
    """How many words had been typed at which moments, and the moment of the cut."""
    typed: list[tuple[int, float]] = []
    with subprocess.Popen(
        [sys.executable, str(TYPIST), str(folder), REVIEW],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(TYPIST.parents[2])},
    ) as typist:
        assert typist.stdout is not None
        for line in typist.stdout:
            number, moment = line.split()
            typed.append((int(number), float(moment)))
            if len(typed) >= WORDS:
                break
        typist.send_signal(signal.SIGKILL)
        return typed, time.monotonic()
