import datetime as dt

import pytest

from iro_desktop.domain.timescales.explained import Holidays
from iro_desktop.domain.timescales.rule import Length, Unit
from iro_desktop.services import bank_holidays
from iro_desktop.services.bank_holidays import (
    ADDED_NAME,
    HolidayRefusal,
    add_holiday,
    england,
    observed,
    refusal_of,
    remove_holiday,
)
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


def added(workspace: Workspace) -> dict[dt.date, str]:
    with workspace.uow_factory() as uow:
        return dict(bank_holidays.added(uow.settings))


def test_that_a_day_of_the_law_can_be_neither_added_nor_taken_away(workspace: Workspace) -> None:
    christmas = dt.date(2027, 12, 25)
    assert not add_holiday(workspace.uow_factory, christmas)
    assert not remove_holiday(workspace.uow_factory, christmas)
    assert added(workspace) == {}
    assert christmas in days(workspace)


def test_that_a_day_at_a_weekend_is_refused_and_changes_nothing(workspace: Workspace) -> None:
    saturday = dt.date(2027, 6, 5)
    assert refusal_of(saturday, days(workspace)) is HolidayRefusal.AT_A_WEEKEND
    assert not add_holiday(workspace.uow_factory, saturday, "Made-up Jubilee")
    assert added(workspace) == {}


def test_that_a_day_is_refused_once_it_is_known(workspace: Workspace) -> None:
    assert refusal_of(PROCLAIMED, days(workspace)) is None
    add_holiday(workspace.uow_factory, PROCLAIMED, "State funeral")
    assert refusal_of(PROCLAIMED, days(workspace)) is HolidayRefusal.KNOWN_ALREADY
    add_holiday(workspace.uow_factory, PROCLAIMED, "Another name")
    assert added(workspace) == {PROCLAIMED: "State funeral"}


def test_that_a_day_goes_by_the_name_it_was_given(workspace: Workspace) -> None:
    add_holiday(workspace.uow_factory, PROCLAIMED, "  State   funeral ")
    assert days(workspace)[PROCLAIMED] == "State funeral"


def test_that_a_day_without_a_name_is_said_to_be_added_by_the_council(
    workspace: Workspace,
) -> None:
    add_holiday(workspace.uow_factory, PROCLAIMED)
    assert added(workspace) == {PROCLAIMED: ""}
    assert days(workspace)[PROCLAIMED] == ADDED_NAME


def test_that_days_added_under_the_first_release_are_still_known(workspace: Workspace) -> None:
    other = dt.date(2026, 11, 25)
    with workspace.uow_factory() as uow:
        uow.settings.set("added_bank_holidays", "2026-11-25 2027-06-07")
    assert added(workspace) == {other: "", PROCLAIMED: ""}
    third = dt.date(2028, 2, 1)
    add_holiday(workspace.uow_factory, third, "State funeral")
    assert added(workspace) == {other: "", PROCLAIMED: "", third: "State funeral"}


def test_that_added_days_stand_in_order(workspace: Workspace) -> None:
    for day in (PROCLAIMED, dt.date(2026, 11, 25)):
        add_holiday(workspace.uow_factory, day)
    assert list(added(workspace)) == [dt.date(2026, 11, 25), PROCLAIMED]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-05-04", "Early May bank holiday"),
        ("2026-08-31", "Summer bank holiday"),
        ("2026-12-28", "Boxing Day (substitute day)"),
        ("2026-04-06", "Easter Monday"),
    ],
)
def test_that_holidays_are_called_as_gov_uk_calls_them(day: str, name: str) -> None:
    assert england()[dt.date.fromisoformat(day)] == name
