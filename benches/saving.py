"""Saving one answer, beside what the disk itself takes to keep one row."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benches.figures import Figure, median_ms
from benches.made_up_store import KEY, made_up_workspace
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.services.recording import save_answer
from iro_desktop.store.connection import connect

TIMES = 200
LEAST_LIMIT_MS = 10.0
TIMES_A_BARE_COMMIT = 4


def figures() -> Iterator[Figure]:
    """The limit is a few bare commits on the same disk, and never less than nobody can notice."""
    bare = _bare_commit_ms()
    yield Figure(
        "one answer saved", _answer_ms(), max(LEAST_LIMIT_MS, TIMES_A_BARE_COMMIT * bare), "ms"
    )


def _bare_commit_ms() -> float:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bare.db"
        file.touch()
        connection = connect(file, KEY)
        connection.execute("CREATE TABLE answers (run INTEGER, words TEXT)")

        def keep(run: int) -> None:
            connection.execute("BEGIN")
            connection.execute("INSERT INTO answers VALUES (?, ?)", (run, "words"))
            connection.execute("COMMIT")

        middle = median_ms(keep, TIMES)
        connection.close()
    return middle


def _answer_ms() -> float:
    with made_up_workspace() as workspace:
        with workspace.uow_factory() as uow:
            review = next(one for one in uow.reviews.all() if one.status is ReviewStatus.OPEN)
        return median_ms(
            lambda run: save_answer(
                workspace.uow_factory, review, "home_notes", "", f"Notes for the {run}th time"
            ),
            TIMES,
        )
