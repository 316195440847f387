"""Another day for a review, as it is said, without the screen."""

import datetime as dt
from dataclasses import replace

import pytest
from small_caseload import ASH, BIRCH, CEDAR, ELDER, workspace_of

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services import preparing, school_terms
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.school_terms import Term
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.what_if.page import WhatIfPage
from iro_desktop.ui.what_if.presenter import WhatIfPresenter


class Seen:
    def __init__(self) -> None:
        self.pages: list[WhatIfPage] = []

    def show_page(self, page: WhatIfPage) -> None:
        self.pages.append(page)

    @property
    def last(self) -> WhatIfPage:
        return self.pages[-1]


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def told() -> list[Changed]:
    return []


@pytest.fixture
def presenter(workspace: Workspace, seen: Seen, told: list[Changed]) -> WhatIfPresenter:
    made = WhatIfPresenter(workspace, told.append)
    made.show_on(seen)
    return made


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def born(workspace: Workspace, child_id: ChildId, on: str) -> None:
    with workspace.uow_factory() as uow:
        child = uow.children.find(child_id)
        assert child is not None
        uow.children.put(replace(child, date_of_birth=day(on)))


@pytest.mark.parametrize(
    ("on", "verdict", "tone"),
    [
        ("2026-11-25", "In time, 3 working days in hand", "success"),
        ("2026-11-27", "In time, 1 working day in hand", "success"),
        ("2026-11-30", "In time, on the last working day", "warning"),
        ("2026-12-01", "1 working day late", "danger"),
        ("2026-12-07", "5 working days late", "danger"),
    ],
)
def test_that_the_verdict_says_how_much_is_left_or_how_late(
    presenter: WhatIfPresenter, seen: Seen, on: str, verdict: str, tone: str
) -> None:
    presenter.open(ASH)
    presenter.try_day(day(on))
    assert (seen.last.verdict.text, seen.last.verdict.tone) == (verdict, tone)
    assert seen.last.deadlines[0].state.text == verdict


def test_that_late_over_a_weekend_is_late_by_no_working_day(
    presenter: WhatIfPresenter, seen: Seen, workspace: Workspace
) -> None:
    presenter.open(ChildId("fern"))  # due on Saturday 20 February 2027
    presenter.try_day(day("2027-02-21"))
    assert seen.last.verdict.text == "late, by no working day"


def test_that_three_deadlines_are_explained_and_say_what_they_suppose(
    presenter: WhatIfPresenter, seen: Seen
) -> None:
    presenter.open(ASH)
    presenter.try_day(day("2026-11-26"))
    assert [(one.explanation.title, one.explanation.day) for one in seen.last.deadlines] == [
        ("First review", "Monday 30 November 2026"),
        ("Second review", "Friday 26 February 2027"),
        ("Later review", "Thursday 26 August 2027"),
    ]
    assert [bool(one.note) for one in seen.last.deadlines] == [False, True, True]


def test_that_a_paper_whose_day_has_gone_says_so(presenter: WhatIfPresenter, seen: Seen) -> None:
    presenter.open(ASH)
    presenter.try_day(day("2026-11-26"))
    assert [one.state.text for one in seen.last.before] == [
        "gone already",
        "gone already",
        "tomorrow",
    ]


def test_that_moving_goes_by_days_and_never_back_before_today(
    presenter: WhatIfPresenter, seen: Seen
) -> None:
    presenter.open(ASH)
    begun = presenter.day
    assert begun == day("2026-11-23")
    presenter.move(7)
    assert seen.last.day == day("2026-11-30")
    presenter.move(-70)
    assert seen.last.day == day("2026-11-22")


def test_that_moving_stops_on_the_day_before_the_child_is_eighteen(
    presenter: WhatIfPresenter, seen: Seen, workspace: Workspace
) -> None:
    born(workspace, ASH, "2008-12-01")
    presenter.open(ASH)
    presenter.move(70)
    assert seen.last.day == day("2026-11-30")
    assert not seen.last.problem


@pytest.mark.parametrize(
    ("on", "problem"),
    [
        (None, "Type a day, or choose one from the calendar."),
        ("2026-11-21", "That day has gone."),
        ("2030-12-01", "On 1 December 2030 the child is 18, and no review is due."),
    ],
)
def test_that_a_day_that_cannot_be_tried_says_why_and_shows_nothing(
    presenter: WhatIfPresenter, seen: Seen, on: str | None, problem: str
) -> None:
    presenter.open(ASH)
    presenter.try_day(day(on) if on else None)
    assert seen.last.problem == problem
    assert seen.last.spoken == problem
    assert not seen.last.deadlines
    assert not seen.last.clashes


def test_that_clashes_are_said_in_sentences(
    presenter: WhatIfPresenter, seen: Seen, workspace: Workspace
) -> None:
    today, uow = workspace.clock.today(), workspace.uow_factory
    preparing.book(uow, CEDAR, day("2026-11-28"), "", today)
    preparing.book(uow, BIRCH, day("2026-11-28"), "", today)
    school_terms.put(uow, Term("Autumn term", day("2026-09-01"), day("2026-11-20")))
    school_terms.put(uow, Term("Spring term", day("2027-01-04"), day("2027-03-25")))
    presenter.open(ASH)
    presenter.try_day(day("2026-11-28"))
    assert [remark.text for remark in seen.last.clashes] == [
        "It is not a working day: a weekend.",
        "That day there is also the review of Cedar, no time given.",
        (
            "Zoë Alder, no time given, a brother or sister, is reviewed that day: "
            "it could be one journey."
        ),
        "School is out: teachers may not be able to come.",
    ]
    assert "It is not a working day" in seen.last.spoken


@pytest.mark.parametrize(
    ("born_on", "said"),
    [
        ("2023-02-01", "4. From then on, how the child took part has a code"),
        ("2022-02-01", "5. From then on, health is assessed yearly"),
        ("2011-02-01", "16. From then on, needs are assessed for a pathway plan."),
        ("2010-02-01", "17. From then on, no SDQ is asked for."),
        ("2009-02-01", "18. No longer looked after: every clock stops."),
    ],
)
def test_that_a_birthday_says_which_rules_it_changes(
    presenter: WhatIfPresenter, seen: Seen, workspace: Workspace, born_on: str, said: str
) -> None:
    born(workspace, ASH, born_on)
    presenter.open(ASH)
    (remark,) = seen.last.birthdays
    assert remark.text.startswith(f"Monday 1 February 2027: turns {said}")
    assert remark.state.text == "after the review"


def test_that_a_birthday_by_the_day_of_the_review_counts_for_it(
    presenter: WhatIfPresenter, seen: Seen, workspace: Workspace
) -> None:
    born(workspace, ASH, "2010-11-27")
    presenter.open(ASH)
    presenter.try_day(day("2026-11-27"))
    assert seen.last.birthdays[0].state.text == "by the review"


def test_that_booking_keeps_the_place_and_tells_of_the_change(
    presenter: WhatIfPresenter, workspace: Workspace, told: list[Changed]
) -> None:
    preparing.book(workspace.uow_factory, ASH, day("2026-11-25"), "Library", presenter.today)
    presenter.open(ASH)
    presenter.move(1)
    presenter.book()
    with workspace.uow_factory() as uow:
        (review,) = uow.reviews.of_child(ASH)
    assert (review.planned_for, review.planned_at) == (day("2026-11-26"), "Library")
    assert told[0].children == {ASH}
    assert Topic.CASELOAD in told[0].topics


def test_that_for_a_child_no_longer_in_care_no_review_is_due(
    presenter: WhatIfPresenter, seen: Seen, workspace: Workspace
) -> None:
    born(workspace, ELDER, "2012-01-01")
    presenter.open(ELDER)
    assert seen.last.verdict.text == "No review is due"
    assert seen.last.deadlines == ()
