import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.independence import PanelMember, iro_conflicts, panel_problems

IRO = "Made-up Officer"


def member(name: str, **said: bool) -> PanelMember:
    return PanelMember(
        id=EntityId(name), child_id=ChildId("c"), review_id=ReviewId("r"), name=name, **said
    )


CHAIR = member("Ada Madeup", is_chair=True)
OFFICER = member("Ben Madeup")
STRANGER = member("Cy Madeup", is_member_or_officer=False)
LAWFUL = (CHAIR, OFFICER, STRANGER)


def codes(*members: PanelMember, iro: str = IRO, days: tuple[str, str] | None = None) -> list[str]:
    criteria, looked_after = map(dt.date.fromisoformat, days) if days else (None, None)
    return [one.code for one in panel_problems(members, iro, criteria, looked_after)]


def test_that_three_people_one_of_them_a_stranger_to_the_authority_are_a_panel() -> None:
    assert codes(*LAWFUL) == []


def test_that_nobody_yet_is_no_panel() -> None:
    assert codes() == ["panel_too_small", "panel_without_independent", "panel_without_chair"]


@pytest.mark.parametrize("second", ["", "  ", "cy  MADEUP"])
def test_that_a_nameless_member_or_one_named_twice_makes_no_third(second: str) -> None:
    assert codes(CHAIR, STRANGER, replace(STRANGER, name=second)) == ["panel_too_small"]


def test_that_one_is_neither_member_nor_officer_nor_of_the_home() -> None:
    of_the_home = replace(STRANGER, works_for_the_home=True)
    assert codes(CHAIR, OFFICER, of_the_home) == ["panel_without_independent"]
    assert codes(CHAIR, OFFICER, member("Di Madeup")) == ["panel_without_independent"]


def test_that_a_panel_has_exactly_one_chair() -> None:
    assert codes(replace(CHAIR, is_chair=False), OFFICER, STRANGER) == ["panel_without_chair"]
    assert codes(CHAIR, replace(OFFICER, is_chair=True), STRANGER) == ["panel_with_two_chairs"]


@pytest.mark.parametrize("iro", ["Ada Madeup", " ada   madeup ", "ADA MADEUP"])
def test_that_the_childs_own_iro_is_not_the_chair(iro: str) -> None:
    assert codes(*LAWFUL, iro=iro) == ["panel_chair_is_iro"]
    assert codes(CHAIR, member(iro), OFFICER, STRANGER, iro="Someone Else") == []


def test_that_a_child_without_an_iro_has_no_conflict() -> None:
    assert codes(*LAWFUL, iro="") == []


def test_that_the_criteria_are_reviewed_before_the_looked_after_review() -> None:
    assert codes(*LAWFUL, days=("2021-04-15", "2021-04-14")) == ["criteria_review_too_late"]
    assert codes(*LAWFUL, days=("2021-04-15", "2021-04-15")) == []
    assert codes(*LAWFUL, days=("2021-04-14", "2021-04-15")) == []


@given(st.permutations(LAWFUL), st.lists(st.sampled_from("DEFGH"), unique=True))
def test_that_neither_order_nor_further_officers_make_a_lawful_panel_unlawful(
    panel: list[PanelMember], more: list[str]
) -> None:
    assert codes(*panel, *map(member, more)) == []


@given(
    st.lists(
        st.builds(
            member,
            st.sampled_from(["", "A", "a ", "B", "C", "D"]),
            is_chair=st.booleans(),
            is_member_or_officer=st.booleans(),
            works_for_the_home=st.booleans(),
        )
    )
)
def test_that_a_panel_that_passes_has_all_that_the_regulation_asks(
    panel: list[PanelMember],
) -> None:
    if codes(*panel, iro="D"):
        return
    names = {one.name.strip().casefold() for one in panel} - {""}
    assert len(names) >= 3
    assert any(one.is_independent and one.name for one in panel)
    chairs = {one.name.strip().casefold() for one in panel if one.is_chair} - {""}
    assert len(chairs) == 1
    assert "d" not in chairs


def a_child(name: str, iro: str, parent: str | None = None) -> Child:
    return Child(
        id=ChildId(name),
        number=name,
        date_of_birth=dt.date(2010, 1, 1),
        iro_name=iro,
        parent_id=ChildId(parent) if parent else None,
    )


def test_that_a_parent_and_child_who_are_both_looked_after_have_different_iros() -> None:
    parent, child = a_child("p", "Ada  Madeup"), a_child("c", "ada madeup", "p")
    family = [parent, child, a_child("x", "Ada Madeup")]
    assert [(one.code, one.subject) for one in iro_conflicts(child, family)] == [
        ("same_iro_as_parent", "p")
    ]
    assert [(one.code, one.subject) for one in iro_conflicts(parent, family)] == [
        ("same_iro_as_own_child", "c")
    ]
    assert iro_conflicts(a_child("c", "Ben Madeup", "p"), family) == ()


def test_that_brothers_and_sisters_may_share_an_iro() -> None:
    one, other = a_child("a", IRO, "p"), a_child("b", IRO, "p")
    assert iro_conflicts(one, [one, other]) == ()


def test_that_nobody_named_conflicts_with_nobody() -> None:
    assert iro_conflicts(a_child("c", " ", "p"), [a_child("p", "")]) == ()


def test_that_the_child_as_it_was_does_not_conflict_with_the_child_as_it_is() -> None:
    child = a_child("c", IRO, "c")
    assert iro_conflicts(child, [child]) == ()
