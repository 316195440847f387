import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_meeting import CHILD, EPISODE, Desk, put_child

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, EpisodeId, ReviewId
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.services import diary
from iro_desktop.services.bank_holidays import england
from iro_desktop.services.days_for_review import days_for_review
from iro_desktop.services.diary import DiaryEntry, Filter, Standing
from iro_desktop.services.diary_conflicts import Clash, conflicts
from iro_desktop.services.proposing import Note
from iro_desktop.services.sibling_reviews import SiblingGroup, sibling_groups
from iro_desktop.services.workspace import Workspace

TODAY = dt.date(2026, 11, 22)  # a Sunday
ALWAYS = (dt.date(1990, 1, 1), dt.date(2100, 1, 1))
ME = "Made-up Officer"
Put = Callable[..., Child]


@pytest.fixture
def put(workspace: Workspace) -> Put:
    """Put one more child into care with a review, and perhaps something else about the child."""

    def put_one(name: str, started: dt.date, **about: str) -> Child:
        child = replace(CHILD, id=ChildId(name), number=name, known_as=name, **about)
        care = replace(EPISODE, id=EpisodeId(name), child_id=child.id, started=started)
        with workspace.uow_factory() as uow:
            put_child(uow, child, care)
        return child

    return put_one


def _review(
    child: Child, day: dt.date, status: ReviewStatus = ReviewStatus.PLANNED, at: str = ""
) -> Review:
    is_held = status is ReviewStatus.CLOSED
    return Review(
        id=ReviewId(f"{child.id}-{day}-{status}"),
        child_id=child.id,
        status=status,
        planned_for=day,
        starts_at=dt.time.fromisoformat(at) if at else None,
        held_on=day if is_held else None,
        closed_on=day if is_held else None,
    )


def _keep(workspace: Workspace, *reviews: Review) -> None:
    with workspace.uow_factory() as uow:
        uow.reviews.put_all(reviews)


def _all(workspace: Workspace) -> tuple[DiaryEntry, ...]:
    return diary.entries(workspace.uow_factory, TODAY, *ALWAYS)


# What stands in the diary


def test_that_a_booked_review_stands_on_its_day_and_on_its_limit(
    workspace: Workspace, put: Put
) -> None:
    child = put("Ash", dt.date(2026, 11, 2), team="North")
    _keep(workspace, _review(child, dt.date(2026, 11, 25), at="14:30"))
    booked, due = _all(workspace)
    assert (booked.standing, booked.day, booked.starts_at, booked.ends_at) == (
        Standing.BOOKED,
        dt.date(2026, 11, 25),
        dt.time(14, 30),
        dt.time(15, 30),
    )
    assert (due.standing, due.day) == (Standing.DUE, dt.date(2026, 11, 30))
    assert due.due is not None
    assert booked.due == due.due
    assert {entry.area for entry in (booked, due)} == {"North"}


def test_that_held_and_cancelled_reviews_stay_in_the_diary(workspace: Workspace, put: Put) -> None:
    child = put("Ash", dt.date(2026, 8, 3))
    held = _review(child, dt.date(2026, 8, 20), ReviewStatus.CLOSED)
    cancelled = _review(child, dt.date(2026, 10, 1), ReviewStatus.CANCELLED)
    _keep(workspace, held, cancelled)
    found = [(one.standing, one.day) for one in _all(workspace)]
    assert found == [
        (Standing.HELD, dt.date(2026, 8, 20)),
        (Standing.CANCELLED, dt.date(2026, 10, 1)),
        (Standing.DUE, dt.date(2026, 11, 20)),
    ]


def test_that_a_child_is_the_owners_unless_someone_else_is_named(
    workspace: Workspace, put: Put
) -> None:
    day = dt.date(2026, 11, 2)
    for name, iro in (("A", ""), ("B", "made-up officer"), ("C", "Another Officer")):
        put(name, day, iro_name=iro)
    found = {entry.child.id: entry.iro for entry in _all(workspace)}
    assert found == {"A": ME, "B": ME, "C": "Another Officer"}


def test_that_the_day_runs_from_what_has_no_time_to_what_is_latest(
    workspace: Workspace, put: Put
) -> None:
    day = dt.date(2026, 11, 25)
    for name, at in (("A", "15:00"), ("B", ""), ("C", "09:30")):
        _keep(workspace, _review(put(name, dt.date(2026, 11, 2)), day, at=at))
    assert [one.child.id for one in _all(workspace) if one.day == day] == ["B", "C", "A"]


def test_that_only_the_days_asked_for_are_read(desk: Desk) -> None:
    first, last = dt.date(2026, 11, 1), dt.date(2026, 11, 30)
    everything = diary.entries(desk.store.unit_of_work, TODAY, *ALWAYS)
    found = diary.entries(desk.store.unit_of_work, TODAY, first, last)
    assert found == tuple(one for one in everything if first <= one.day <= last)
    assert found
    assert [one.day for one in everything] == sorted(one.day for one in everything)


def test_that_a_filter_lets_through_what_is_in_each_of_its_sets(
    workspace: Workspace, put: Put
) -> None:
    for name, team, iro in (("A", "North", ""), ("B", "South", ""), ("C", "North", "Other")):
        put(name, dt.date(2026, 11, 2), team=team, iro_name=iro)
    everything = _all(workspace)

    def through(which: Filter) -> str:
        return "".join(entry.child.id for entry in everything if which.passes(entry))

    assert through(Filter()) == "ABC"
    assert through(Filter(areas={"North"})) == "AC"
    assert through(Filter(areas={"North"}, iros={ME})) == "A"
    assert through(Filter(kinds={ReviewKind.LOOKED_AFTER})) == "ABC"
    assert through(Filter(kinds={ReviewKind.SHORT_BREAKS})) == ""


# What does not go together


def _booked(name: str, day: dt.date, at: str = "", **about: str) -> DiaryEntry:
    child = replace(CHILD, id=ChildId(name), number=name, **about)
    review = _review(child, day, at=at)
    return DiaryEntry(
        child=child,
        review=review,
        kind=review.kind,
        standing=Standing.BOOKED,
        day=day,
        starts_at=review.starts_at,
        iro=ME,
    )


MONDAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("09:00", "09:30", [True]),
        ("09:00", "10:00", []),
        ("09:00", "", [False]),
        ("", "", [False]),
    ],
)
def test_that_meetings_of_one_iro_clash_and_may_clash_where_no_time_is_known(
    one: str, other: str, found: list[bool]
) -> None:
    meetings = [_booked("A", MONDAY, one), _booked("B", MONDAY, other)]
    assert [clash.is_certain for clash in conflicts(meetings)] == found
    with_another = [meetings[0], replace(meetings[1], iro="Another Officer")]
    assert conflicts(with_another) == ()


def test_that_a_meeting_on_a_closed_day_and_one_after_the_limit_are_found(
    workspace: Workspace, put: Put
) -> None:
    christmas = dt.date(2026, 12, 25)
    child = put("Ash", dt.date(2026, 11, 2))  # due on 30 November
    _keep(workspace, _review(child, christmas))
    found = conflicts(_all(workspace), holidays=england())
    assert [one.clash for one in found] == [Clash.AFTER_LIMIT, Clash.CLOSED_DAY]
    assert {one.day for one in found} == {christmas}


def test_that_busy_times_are_those_of_one_iro() -> None:
    busy = [(dt.datetime.combine(MONDAY, dt.time(9)), dt.datetime.combine(MONDAY, dt.time(11)))]
    timed, untimed = _booked("A", MONDAY, "10:00"), _booked("B", MONDAY)
    found = conflicts([timed], busy)
    assert [(one.clash, one.is_certain) for one in found] == [(Clash.BUSY, True)]
    found = conflicts([untimed], busy, busy_iro=ME)
    assert [(one.clash, one.is_certain) for one in found] == [(Clash.BUSY, False)]
    assert conflicts([timed], busy, busy_iro="Another Officer") == ()


@pytest.mark.parametrize(("apart", "hint"), [(0, False), (1, True), (14, True), (15, False)])
def test_that_brothers_and_sisters_within_two_weeks_are_a_hint(
    apart: int,
    hint: bool,  # noqa: FBT001 - an example
) -> None:
    other = MONDAY + dt.timedelta(days=apart)
    meetings = [
        _booked("A", MONDAY, "09:00", sibling_group="owls"),
        _booked("B", other, "11:00", sibling_group="owls"),
    ]
    assert [one.clash for one in conflicts(meetings)] == [Clash.SIBLINGS_APART] * hint


@pytest.mark.parametrize(("other", "clashes"), [("09:00", 0), ("09:30", 1)])
def test_that_one_meeting_for_brothers_and_sisters_is_no_clash(other: str, clashes: int) -> None:
    meetings = [
        _booked("A", MONDAY, "09:00", sibling_group="owls"),
        _booked("B", MONDAY, other, sibling_group="owls"),
    ]
    assert [one.clash for one in conflicts(meetings)] == [Clash.OVERLAP] * clashes


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from(["", "09:00", "09:30"])), max_size=6))
def test_that_what_clashes_does_not_hang_on_the_order_of_the_diary(
    days: list[tuple[int, str]],
) -> None:
    meetings = [
        _booked(str(number), MONDAY + dt.timedelta(days=day), at, sibling_group="owls")
        for number, (day, at) in enumerate(days)
    ]

    def found(entries: list[DiaryEntry]) -> set[tuple[Clash, frozenset[str]]]:
        clashes = conflicts(entries, holidays=england())
        return {(one.clash, frozenset(e.child.id for e in one.entries)) for one in clashes}

    assert found(meetings) == found(meetings[::-1])


# Brothers and sisters


def _family(workspace: Workspace) -> SiblingGroup:
    (group,) = sibling_groups(_all(workspace), TODAY, england())
    return group


def test_that_one_day_does_for_brothers_and_sisters_whose_limits_are_near(
    workspace: Workspace, put: Put
) -> None:
    put("A", dt.date(2026, 11, 2), sibling_group="owls")  # due on 30 November
    put("B", dt.date(2026, 11, 9), sibling_group="owls")  # due on 7 December
    put("C", dt.date(2026, 11, 9))
    group = _family(workspace)
    assert [review.child.id for review in group.reviews] == ["A", "B"]
    assert group.window is not None
    assert (group.window.first, group.window.last) == (MONDAY, dt.date(2026, 11, 30))
    assert group.day == MONDAY
    assert not group.together


def test_that_no_day_does_where_one_limit_lies_before_the_other_can_begin(
    workspace: Workspace, put: Put
) -> None:
    put("A", dt.date(2026, 11, 2), sibling_group="owls")
    later = put("B", dt.date(2025, 1, 6), sibling_group="owls")
    for day in (dt.date(2025, 1, 30), dt.date(2025, 4, 28), dt.date(2026, 11, 16)):
        _keep(workspace, _review(later, day, ReviewStatus.CLOSED))
    group = _family(workspace)
    assert (group.window, group.day) == (None, None)


def test_that_a_family_booked_for_one_day_is_said_to_be_together(
    workspace: Workspace, put: Put
) -> None:
    day = dt.date(2026, 11, 26)
    for name in ("A", "B"):
        _keep(workspace, _review(put(name, dt.date(2026, 11, 2), sibling_group="owls"), day))
    assert _family(workspace).together


def test_that_the_day_for_a_family_keeps_every_limit(desk: Desk) -> None:
    everything = diary.entries(desk.store.unit_of_work, TODAY, *ALWAYS)
    groups = sibling_groups(everything, TODAY, england())
    assert any(group.day for group in groups)
    for group in groups:
        limits = [review.due.on for review in group.reviews if review.due]
        assert group.day is None or TODAY < group.day <= min(limits)


# Days for a review


def test_that_days_for_a_review_know_the_iros_other_meetings(
    workspace: Workspace, put: Put
) -> None:
    child = put("A", dt.date(2026, 11, 2), sibling_group="owls")
    _keep(workspace, _review(put("B", dt.date(2026, 11, 2)), MONDAY))
    other_iro = put("C", dt.date(2026, 11, 2), iro_name="Another Officer")
    _keep(workspace, _review(other_iro, dt.date(2026, 11, 24)))
    sister = put("D", dt.date(2026, 11, 2), sibling_group="owls")
    _keep(workspace, _review(sister, dt.date(2026, 11, 26)))
    due = next(entry.due for entry in _all(workspace) if entry.child.id == child.id)
    found = days_for_review(workspace.uow_factory, child, due, TODAY)
    assert [(one.day.day, one.notes) for one in found] == [
        (26, (Note.SIBLING,)),
        (24, ()),
        (25, ()),
        (27, ()),
        (30, ()),
    ]
