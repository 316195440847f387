import datetime as dt

import pytest

from iro_desktop.domain.timescales.explained import Holidays
from iro_desktop.domain.timescales.rule import Length, Unit
from iro_desktop.services import bank_holidays
from iro_desktop.services.bank_holidays import add_holiday, england, observed, remove_holiday
from iro_desktop.services.changed import Topic
from iro_desktop.services.workspace import Workspace


# Source: GOV.UK, bank holidays in England and Wales; those that were moved or came once.
@pytest.mark.parametrize(
    ("day", "is_one"),
    [
        ("2020-05-04", False),
        ("2020-05-08", True),
        ("2022-05-30", False),
        ("2022-06-02", True),
        ("2022-06-03", True),
        ("2022-09-19", True),
        ("2023-05-08", True),
        ("2021-12-27", True),
        ("2021-12-28", True),
        ("2022-01-03", True),
        ("2024-04-01", True),
        ("2026-04-03", True),
        ("2026-04-06", True),
        ("2026-08-03", False),
        ("2026-08-31", True),
        ("2026-12-28", True),
        ("2027-12-27", True),
        ("2027-12-28", True),
        ("2026-11-30", False),
        ("2026-03-17", False),
    ],
)
def test_that_the_days_are_englands(day: str, is_one: bool) -> None:  # noqa: FBT001  # a table's column
    assert (dt.date.fromisoformat(day) in england()) == is_one


PROCLAIMED = dt.date(2027, 6, 7)


def days(workspace: Workspace) -> Holidays:
    with workspace.uow_factory() as uow:
        return observed(uow.settings)


def test_that_a_day_just_proclaimed_can_be_added_and_taken_away(workspace: Workspace) -> None:
    factory = workspace.uow_factory
    assert PROCLAIMED not in days(workspace)
    assert add_holiday(factory, PROCLAIMED).topics == {Topic.CASELOAD}
    assert not add_holiday(factory, PROCLAIMED)
    assert PROCLAIMED in days(workspace)
    due = [
        Length(20, Unit.WORKING_DAYS).end(dt.date(2027, 5, 20), some)
        for some in (england(), days(workspace))
    ]
    assert due == [dt.date(2027, 6, 18), dt.date(2027, 6, 21)]
    assert remove_holiday(factory, PROCLAIMED).topics == {Topic.CASELOAD}
    assert not remove_holiday(factory, PROCLAIMED)
    assert days(workspace) == england()


def test_that_a_day_of_the_law_can_be_neither_added_nor_taken_away(workspace: Workspace) -> None:
    christmas = dt.date(2027, 12, 25)
    assert not add_holiday(workspace.uow_factory, christmas)
    assert not remove_holiday(workspace.uow_factory, christmas)
    with workspace.uow_factory() as uow:
        assert bank_holidays.added(uow.settings) == ()
    assert christmas in days(workspace)


def test_that_added_days_stand_in_order(workspace: Workspace) -> None:
    for day in (PROCLAIMED, dt.date(2026, 11, 25)):
        add_holiday(workspace.uow_factory, day)
    with workspace.uow_factory() as uow:
        assert bank_holidays.added(uow.settings) == (dt.date(2026, 11, 25), PROCLAIMED)
