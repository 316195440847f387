import signal
import subprocess
import sys
from pathlib import Path

import pytest
from store_samples import CHILD, REVIEW

from fixed_clock import FixedClock
from iro_desktop.store import SqlStore, open_store

# Types answers one after the other, and says each once the store has said that it is kept.
TYPIST = """
import dataclasses, pathlib, sys
folder = pathlib.Path(sys.argv[2])
sys.path[:0] = [str(folder), str(folder.parent)]
from store_samples import ANSWER
from iro_desktop.services.clock import SystemClock
from iro_desktop.store import open_store
store = open_store(pathlib.Path(sys.argv[1]), bytes(range(32)), clock=SystemClock(), author="x")
number = int(sys.argv[3])
while True:
    number += 1
    with store.unit_of_work() as uow:
        uow.answers.put(dataclasses.replace(ANSWER, id=f"answer-{number % 7}", value=str(number)))
        uow.answers.put(dataclasses.replace(ANSWER, id=f"long-{number}", value="x" * number * 50))
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_that_a_killed_program_loses_nothing_it_said_was_kept(
    store: SqlStore, folder: Path, key: bytes, clock: FixedClock
) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(CHILD)
        uow.reviews.put(REVIEW)
    store.close()
    last = 0
    for acknowledged in (1, 20, 45):
        last = _type_until_killed(folder, last, acknowledged)
        survived = open_store(folder, key, clock=clock)
        survived.verify()
        with survived.unit_of_work() as uow:
            answers = {answer.id: answer.value for answer in uow.answers.all()}
            unsent = uow.history.unsent()
            kept = [n for n in range(1, last + 2) if f"long-{n}" in answers]
            revisions = [len(uow.history.of_entity(name)) for name in answers]
        survived.close()
        assert kept[:last] == list(range(1, last + 1))
        for number in range(max(1, last - 5), last):
            assert int(str(answers[f"answer-{number % 7}"])) >= number
        assert min(revisions) >= 1
        assert unsent == sum(revisions) + 2
        last = kept[-1]


def _type_until_killed(folder: Path, start: int, acknowledged: int) -> int:
    command = [sys.executable, "-c", TYPIST, str(folder), str(Path(__file__).parent), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        said = [int(typist.stdout.readline()) for _ in range(acknowledged)]
        typist.send_signal(signal.SIGKILL)
        said += [int(line) for line in typist.stdout if line.endswith("\n")]
    assert typist.returncode == -signal.SIGKILL
    return said[-1]
