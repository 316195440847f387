import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.services import school_terms
from iro_desktop.services.changed import Topic
from iro_desktop.services.school_terms import (
    Term,
    TermFault,
    TermRefusal,
    refusal_of,
    term_of,
)
from iro_desktop.services.workspace import Workspace

AUTUMN = Term("Autumn 2026", dt.date(2026, 9, 2), dt.date(2026, 12, 18))
SPRING = Term("Spring 2027", dt.date(2027, 1, 4), dt.date(2027, 3, 25))
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))


def known(workspace: Workspace) -> tuple[Term, ...]:
    with workspace.uow_factory() as uow:
        return school_terms.read(uow.settings)


def test_that_terms_are_kept_in_the_order_of_their_days(workspace: Workspace) -> None:
    assert known(workspace) == ()
    for term in (SPRING, AUTUMN):
        assert school_terms.put(workspace.uow_factory, term).topics == {Topic.CASELOAD}
    assert known(workspace) == (AUTUMN, SPRING)


def test_that_a_term_is_changed_in_its_place(workspace: Workspace) -> None:
    school_terms.put(workspace.uow_factory, AUTUMN)
    longer = Term("Autumn term", AUTUMN.first, dt.date(2026, 12, 21))
    assert school_terms.put(workspace.uow_factory, longer, AUTUMN)
    assert not school_terms.put(workspace.uow_factory, longer, longer)
    assert known(workspace) == (longer,)


def test_that_a_term_is_taken_out(workspace: Workspace) -> None:
    school_terms.put(workspace.uow_factory, AUTUMN)
    school_terms.put(workspace.uow_factory, SPRING)
    assert school_terms.remove(workspace.uow_factory, AUTUMN).topics == {Topic.CASELOAD}
    assert not school_terms.remove(workspace.uow_factory, AUTUMN)
    assert known(workspace) == (SPRING,)


def test_that_a_name_is_kept_without_spaces_around_it(workspace: Workspace) -> None:
    school_terms.put(workspace.uow_factory, Term("  Autumn  2026 ", AUTUMN.first, AUTUMN.last))
    assert known(workspace) == (AUTUMN,)


@pytest.mark.parametrize(
    ("term", "refusal"),
    [
        (Term(" ", SPRING.first, SPRING.last), TermRefusal(TermFault.NAMELESS)),
        (
            Term("Backwards", SPRING.last, SPRING.first),
            TermRefusal(TermFault.ENDS_BEFORE_IT_BEGINS),
        ),
        (
            Term("Late", AUTUMN.last, dt.date(2027, 1, 2)),
            TermRefusal(TermFault.OVERLAPS, AUTUMN),
        ),
    ],
    ids=["nameless", "backwards", "overlapping by one day"],
)
def test_that_what_is_no_term_is_refused_and_changes_nothing(
    workspace: Workspace, term: Term, refusal: TermRefusal
) -> None:
    school_terms.put(workspace.uow_factory, AUTUMN)
    assert refusal_of(term, known(workspace)) == refusal
    assert not school_terms.put(workspace.uow_factory, term)
    assert known(workspace) == (AUTUMN,)


def test_that_a_day_is_in_the_term_that_holds_it() -> None:
    terms = (AUTUMN, SPRING)
    assert term_of(AUTUMN.last, terms) == AUTUMN
    assert term_of(SPRING.first, terms) == SPRING
    assert term_of(dt.date(2026, 12, 25), terms) is None
    assert term_of(dt.date(2026, 12, 19), terms) is None


@given(DAYS, DAYS, DAYS, DAYS)
def test_that_terms_overlap_where_a_day_is_in_both(
    one: dt.date, two: dt.date, three: dt.date, four: dt.date
) -> None:
    first = Term("One", min(one, two), max(one, two))
    second = Term("Two", min(three, four), max(three, four))
    ends = {first.first, first.last, second.first, second.last}
    shared = any(first.holds(day) and second.holds(day) for day in ends)
    assert first.overlaps(second) == second.overlaps(first) == shared
