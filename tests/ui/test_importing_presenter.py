"""Taking files in without the screen, into the real store."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from held_jobs import HeldJobs

from fixed_clock import FixedClock
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.portable_records import export_record, forget_record
from iro_desktop.store import SqlStore
from iro_desktop.ui.importing.outcome import Outcome
from iro_desktop.ui.importing.presenter import ImportPresenter
from iro_desktop.ui.importing.problem_list import ProblemList
from iro_desktop.ui.runner import InlineRunner

SAMPLES = Path(__file__).resolve().parents[1] / "returns" / "samples"
SMALL, FAULTY = SAMPLES / "small", SAMPLES / "faulty"


@dataclass
class ListedScreen:
    """Keeps what it was asked to show."""

    starts: int = 0
    progress: list[tuple[int, int, str]] = field(default_factory=list)
    cancelling: int = 0
    outcomes: list[tuple[Outcome, ProblemList, str]] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    changes: list[Changed] = field(default_factory=list)

    def show_start(self) -> None:
        self.starts += 1

    def show_progress(self, done: int, total: int, what: str) -> None:
        self.progress.append((done, total, what))

    def show_cancelling(self) -> None:
        self.cancelling += 1

    def show_outcome(self, outcome: Outcome, problems: ProblemList, summary: str) -> None:
        self.outcomes.append((outcome, problems, summary))

    def show_message(self, text: str) -> None:
        self.messages.append(text)

    def show_fault(self, text: str) -> None:
        self.faults.append(text)

    def hand_on(self, changed: Changed) -> None:
        self.changes.append(changed)


@pytest.fixture
def seen() -> ListedScreen:
    return ListedScreen()


@pytest.fixture
def presenter(store: SqlStore, clock: FixedClock, seen: ListedScreen) -> ImportPresenter:
    made = ImportPresenter(lambda: store.unit_of_work, clock, InlineRunner())
    made.begin(seen)
    return made


def test_that_a_folder_is_taken_in_and_other_screens_hear(
    presenter: ImportPresenter, seen: ListedScreen, store: SqlStore
) -> None:
    presenter.take_in([SMALL])
    outcome, _problems, summary = seen.outcomes[-1]
    with store.unit_of_work() as uow:
        children = len(uow.children.all())
    assert children > 0
    assert outcome.totals[0].total.added == children
    assert summary.startswith(f"{children} new children are in your store.")
    assert Topic.CASELOAD in seen.changes[-1].topics


def test_that_taking_the_same_in_again_changes_nothing_and_says_so(
    presenter: ImportPresenter, seen: ListedScreen
) -> None:
    presenter.take_in([SMALL])
    presenter.take_in([SMALL])
    outcome, _problems, summary = seen.outcomes[-1]
    assert outcome.totals[0].total.added == 0
    assert "nothing new" in summary
    assert len(seen.changes) == 1


def test_that_the_work_says_how_far_it_is_and_never_goes_back(
    presenter: ImportPresenter, seen: ListedScreen
) -> None:
    presenter.take_in([SMALL])
    steps = [done for done, _total, _what in seen.progress]
    assert steps == sorted(steps)
    assert steps[-1] == seen.progress[-1][1]
    assert {what for _done, _total, what in seen.progress} >= {
        "Reading the files…",
        "Keeping it in the store…",
    }


def test_that_what_is_left_out_is_counted_and_listed(
    presenter: ImportPresenter, seen: ListedScreen
) -> None:
    presenter.take_in([FAULTY])
    outcome, problems, summary = seen.outcomes[-1]
    left_out = sum(line.severity == "error" for line in outcome.problems)
    assert left_out > 1
    assert f"{left_out} things were left out" in summary
    assert problems.total == len(outcome.problems)
    assert all(line.sentence and line.file for line in outcome.problems)


def test_that_a_record_goes_out_and_comes_in_as_it_was(
    presenter: ImportPresenter, seen: ListedScreen, store: SqlStore, tmp_path: Path
) -> None:
    presenter.take_in([SMALL])
    with store.unit_of_work() as uow:
        review = uow.reviews.all()[0]
    file = tmp_path / "made-up.json"
    file.write_bytes(export_record(store.unit_of_work, review.id))
    presenter.take_in([file])
    assert seen.outcomes[-1][0].files[0].became == "Held already, and the same"
    forget_record(store.unit_of_work, review.id, file)
    presenter.take_in([file])
    outcome, _problems, summary = seen.outcomes[-1]
    assert outcome.files[0].became == "Taken in"
    assert summary == "Your store is up to date."
    assert export_record(store.unit_of_work, review.id) == file.read_bytes()


def test_that_a_spoilt_record_is_left_out_and_the_rest_goes_in(
    presenter: ImportPresenter, seen: ListedScreen, tmp_path: Path
) -> None:
    spoilt = tmp_path / "spoilt.json"
    spoilt.write_text("{}")
    presenter.take_in([spoilt, SMALL])
    outcome, _problems, _summary = seen.outcomes[-1]
    assert outcome.problems[0].file == "spoilt.json"
    assert "not a review record" in outcome.problems[0].sentence
    assert outcome.totals[0].total.added > 0


def test_that_a_file_that_is_gone_is_worded_and_the_way_in_comes_back(
    presenter: ImportPresenter, seen: ListedScreen, tmp_path: Path
) -> None:
    presenter.take_in([tmp_path / "gone.csv"])
    assert seen.starts == 2
    assert "gone.csv" in seen.faults[-1]
    assert not presenter.is_working


def test_that_one_import_runs_at_a_time_and_can_be_stopped(
    store: SqlStore, clock: FixedClock, seen: ListedScreen
) -> None:
    jobs = HeldJobs()
    presenter = ImportPresenter(lambda: store.unit_of_work, clock, jobs)
    presenter.begin(seen)
    presenter.take_in([SMALL])
    presenter.take_in([SMALL])
    assert len(jobs.held) == 1
    presenter.cancel()
    presenter.cancel()
    assert seen.cancelling == 1
    jobs.let_go()
    assert seen.messages == ["Stopped. Nothing was changed."]
    assert not presenter.is_working
    with store.unit_of_work() as uow:
        assert not uow.children.all()


def test_that_nothing_given_starts_nothing(presenter: ImportPresenter, seen: ListedScreen) -> None:
    presenter.take_in([])
    assert not seen.progress


def test_that_the_list_is_saved_as_it_is_narrowed(
    presenter: ImportPresenter, seen: ListedScreen, tmp_path: Path
) -> None:
    presenter.take_in([FAULTY])
    presenter.problems.narrow("faulty-header.csv")
    presenter.save_problems(tmp_path / "problems.csv")
    saved = (tmp_path / "problems.csv").read_text("utf-8-sig")
    assert "faulty-header.csv" in saved
    assert "faulty-episodes.csv" not in saved
    assert (tmp_path / "problems.csv").stat().st_mode & 0o077 == 0
    assert "problems.csv" in seen.messages[-1]


def test_that_a_list_that_cannot_be_saved_says_so(
    presenter: ImportPresenter, seen: ListedScreen, tmp_path: Path
) -> None:
    presenter.take_in([FAULTY])
    (tmp_path / "occupied").write_text("made up")
    presenter.save_problems(tmp_path / "occupied" / "problems.csv")
    assert "cannot be written" in seen.faults[-1]


def test_that_a_bug_is_not_worded_as_a_fault(clock: FixedClock, seen: ListedScreen) -> None:
    presenter = ImportPresenter(
        lambda: _broken,  # type: ignore[arg-type, return-value]  # never begins
        clock,
        InlineRunner(),
    )
    presenter.begin(seen)
    with pytest.raises(ZeroDivisionError):
        presenter.take_in([SMALL])
    assert not seen.faults
    assert not presenter.is_working


def _broken() -> None:
    raise ZeroDivisionError
