"""The engine as a store has it: the law, and what the council laid over it."""

import datetime as dt

import pytest

from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.services.bank_holidays import add_holiday, remove_holiday
from iro_desktop.services.changed import Topic
from iro_desktop.services.faults import LocalRulesRefused
from iro_desktop.services.reckoning import (
    council_of,
    drop_local_rules,
    lawful,
    reckoner_of,
    take_local_rules,
)
from iro_desktop.services.workspace import Workspace

MARCH = dt.date(2026, 3, 10)
SECURE = """\
council: Madeupshire
rules:
  - rule: secure_first_review
    within: 28 days
    source: Madeupshire Secure Accommodation Procedure, 2024
    from: 2024-04-01
"""
LOOSER = SECURE.replace("28 days", "5 weeks")


def due(
    workspace: Workspace, rule: str = "secure_first_review", start: dt.date = MARCH
) -> Explained:
    with workspace.uow_factory() as uow:
        return reckoner_of(uow.settings).due(rule, start)


def council(workspace: Workspace) -> str:
    with workspace.uow_factory() as uow:
        return council_of(uow.settings)


def test_that_a_new_store_reckons_with_the_law_alone(workspace: Workspace) -> None:
    assert council(workspace) == ""
    assert due(workspace) == lawful().due("secure_first_review", MARCH)
    assert due(workspace).on == dt.date(2026, 4, 10)


def test_that_a_councils_rules_are_kept_and_reckoned_with(workspace: Workspace) -> None:
    assert take_local_rules(workspace.uow_factory, SECURE, "ours.yaml").topics == {Topic.CASELOAD}
    assert council(workspace) == "Madeupshire"
    found = due(workspace)
    assert (found.on, found.law_allows) == (dt.date(2026, 4, 7), dt.date(2026, 4, 10))
    assert found.rule.law == "Madeupshire Secure Accommodation Procedure, 2024"


def test_that_taking_the_same_rules_again_changes_nothing(workspace: Workspace) -> None:
    take_local_rules(workspace.uow_factory, SECURE, "ours.yaml")
    assert not take_local_rules(workspace.uow_factory, SECURE, "a copy of ours.yaml")


def test_that_other_rules_take_the_place_of_those_in_use(workspace: Workspace) -> None:
    take_local_rules(workspace.uow_factory, SECURE, "ours.yaml")
    newer = SECURE.replace("28 days", "21 days").replace("Madeupshire\n", "New Madeupshire\n")
    assert take_local_rules(workspace.uow_factory, newer, "ours.yaml").topics == {Topic.CASELOAD}
    assert council(workspace) == "New Madeupshire"
    assert due(workspace).on == dt.date(2026, 3, 31)


@pytest.mark.parametrize("before", ["", SECURE])
def test_that_rules_that_are_refused_change_nothing(workspace: Workspace, before: str) -> None:
    if before:
        take_local_rules(workspace.uow_factory, before, "ours.yaml")
    known, reckoned = council(workspace), due(workspace)
    with pytest.raises(LocalRulesRefused) as refused:
        take_local_rules(workspace.uow_factory, LOOSER, "theirs.yaml")
    assert refused.value.data["why"].startswith("theirs.yaml:4:5  T007  ")
    assert (council(workspace), due(workspace)) == (known, reckoned)


def test_that_every_reason_is_told(workspace: Workspace) -> None:
    text = LOOSER.replace("council: Madeupshire\n", "").replace("rule: s", "rule: z")
    with pytest.raises(LocalRulesRefused) as refused:
        take_local_rules(workspace.uow_factory, text, "theirs.yaml")
    codes = [line.split("  ")[1] for line in refused.value.data["why"].splitlines()]
    assert codes == ["F013", "T006"]


def test_that_a_councils_rules_can_be_dropped_again(workspace: Workspace) -> None:
    take_local_rules(workspace.uow_factory, SECURE, "ours.yaml")
    assert drop_local_rules(workspace.uow_factory).topics == {Topic.CASELOAD}
    assert not drop_local_rules(workspace.uow_factory)
    assert council(workspace) == ""
    assert due(workspace) == lawful().due("secure_first_review", MARCH)


def test_that_a_day_added_to_the_store_counts_for_local_rules_too(workspace: Workspace) -> None:
    text = SECURE.replace("secure_first_review", "cla_first_review").replace(
        "28 days", "15 working days"
    )
    take_local_rules(workspace.uow_factory, text, "ours.yaml")
    start, proclaimed = dt.date(2027, 5, 20), dt.date(2027, 6, 7)
    before = due(workspace, "cla_first_review", start).on
    add_holiday(workspace.uow_factory, proclaimed)
    assert (before, due(workspace, "cla_first_review", start).on) == (
        dt.date(2027, 6, 11),
        dt.date(2027, 6, 14),
    )
    remove_holiday(workspace.uow_factory, proclaimed)
    assert due(workspace, "cla_first_review", start).on == before


def test_that_rules_given_without_a_store_are_reckoned_with_or_refused() -> None:
    assert lawful(SECURE).due("secure_first_review", MARCH).on == dt.date(2026, 4, 7)
    with pytest.raises(LocalRulesRefused):
        lawful(LOOSER, "theirs.yaml")


def test_that_stored_rules_which_are_refused_later_leave_the_law_to_hold(
    workspace: Workspace,
) -> None:
    with workspace.uow_factory() as uow:
        uow.settings.set("local_timescales", "council: Once lawful\nrules: nonsense\n")
        reckoner = reckoner_of(uow.settings)
    assert reckoner.rules is lawful().rules
