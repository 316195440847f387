"""Meetings of every kind, and the households some are about, out of plain tables."""

import datetime as dt
from pathlib import Path

import pytest

from fixed_clock import FixedClock
from iro_desktop.domain.child import Subject
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.services.importing.report import ImportReport
from iro_desktop.services.importing.tables import import_paths
from iro_desktop.store import SqlStore

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN\n471108,1,01/02/2014,WBRI,A123\n"
HOUSEHOLDS = "HOUSEHOLD,HOUSEHOLD_NAME,APPROVED\nF7,The made-up Plovers,04/03/2024\n"
HEADINGS = "CHILD,KIND,DAY,TIME,MINUTES,PLACE\n"


@pytest.fixture
def take_in(store: SqlStore, clock: FixedClock, tmp_path: Path) -> "TakeIn":
    return TakeIn(store, clock, tmp_path)


class TakeIn:
    def __init__(self, store: SqlStore, clock: FixedClock, folder: Path) -> None:
        self.store, self._clock, self._folder = store, clock, folder

    def __call__(self, *tables: str) -> ImportReport:
        paths = []
        for number, table in enumerate(tables):
            path = self._folder / f"table-{number}.csv"
            path.write_text(table, encoding="utf-8")
            paths.append(path)
        return import_paths(self.store.unit_of_work, paths, self._clock)

    def reviews(self) -> list[Review]:
        with self.store.unit_of_work() as uow:
            return list(uow.reviews.all())


def every_kind() -> str:
    rows = [
        f"{'F7' if kind is ReviewKind.FOSTER_CARER else '471108'},{kind.value},"
        f"{day:02}/12/2026,14:30,90,The made-up library\n"
        for day, kind in enumerate(ReviewKind, start=1)
    ]
    return HEADINGS + "".join(rows)


def test_that_a_meeting_of_every_kind_is_booked_for_its_day_hour_and_place(
    take_in: TakeIn,
) -> None:
    report = take_in(HEADER, HOUSEHOLDS, every_kind())
    assert not [problem for problem in report.problems if problem.code.startswith("R")]
    booked = {review.kind: review for review in take_in.reviews()}
    assert set(booked) == set(ReviewKind)
    for review in booked.values():
        assert (review.status, review.starts_at) == (ReviewStatus.PLANNED, dt.time(14, 30))
        assert (review.lasts_minutes, review.planned_at) == (90, "The made-up library")
        assert review.planned_for is not None
    with take_in.store.unit_of_work() as uow:
        files = {child.subject: child for child in uow.children.all()}
    household = files[Subject.HOUSEHOLD]
    assert household.date_of_birth == dt.date(2024, 3, 4)
    assert booked[ReviewKind.FOSTER_CARER].child_id == household.id
    assert booked[ReviewKind.SECURE].child_id == files[Subject.CHILD].id


def test_that_the_same_tables_again_change_nothing(take_in: TakeIn) -> None:
    take_in(HEADER, HOUSEHOLDS, every_kind())
    again = take_in(HEADER, HOUSEHOLDS, every_kind())
    assert not again.changed
    assert len(take_in.reviews()) == len(ReviewKind)


def test_that_meetings_of_children_held_already_need_no_header(take_in: TakeIn) -> None:
    take_in(HEADER)
    take_in(HEADINGS + "471108,ICPC,01/12/2026,9.05,,\n471108,midway check,,,,\n")
    (review,) = take_in.reviews()
    assert (review.kind, review.starts_at) == (
        ReviewKind.CHILD_PROTECTION_INITIAL,
        dt.time(9, 5),
    )


def test_that_one_that_is_over_counts_as_held(take_in: TakeIn) -> None:
    take_in(HEADER, HEADINGS + "471108,private_fostering,01/05/2026,,,\n")
    (review,) = take_in.reviews()
    assert (review.status, review.held_on) == (ReviewStatus.CLOSED, dt.date(2026, 5, 1))


def test_that_a_row_that_cannot_go_in_says_why(take_in: TakeIn) -> None:
    report = take_in(
        HEADER,
        HEADINGS + "471108,tea party,01/12/2026,,,\nF9,foster_carer,01/12/2026,,,\n",
    )
    assert take_in.reviews() == []
    found = {problem.code: problem.data.get("value") for problem in report.problems}
    assert found["R127"] == "tea party"
    assert found["R128"] == "F9"
