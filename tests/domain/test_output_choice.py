import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.output_choice import (
    LESS_THAN_TWO_YEARS,
    OVER_TWO_YEARS,
    PERMANENTLY_MATCHED,
    Proposal,
    propose,
)
from iro_desktop.domain.review import Output

days = st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31))


@given(held=days, since=st.none() | days)
def test_that_a_permanently_matched_child_gets_a_letter(
    held: dt.date, since: dt.date | None
) -> None:
    proposed = propose(permanently_matched=True, in_home_since=since, held=held)
    assert proposed == Proposal(Output.LETTER, PERMANENTLY_MATCHED)


def test_that_two_years_to_the_day_are_not_over_two_years() -> None:
    since = dt.date(2024, 5, 4)
    on_the_day = propose(permanently_matched=False, in_home_since=since, held=dt.date(2026, 5, 4))
    a_day_later = propose(permanently_matched=False, in_home_since=since, held=dt.date(2026, 5, 5))
    assert on_the_day == Proposal(Output.MINUTES, LESS_THAN_TWO_YEARS)
    assert a_day_later == Proposal(Output.LETTER, OVER_TWO_YEARS)


def test_that_two_years_from_a_leap_day_end_on_the_last_of_february() -> None:
    since = dt.date(2024, 2, 29)
    last = propose(permanently_matched=False, in_home_since=since, held=dt.date(2026, 2, 28))
    over = propose(permanently_matched=False, in_home_since=since, held=dt.date(2026, 3, 1))
    assert (last.output, over.output) == (Output.MINUTES, Output.LETTER)


@given(held=days)
def test_that_minutes_are_proposed_while_nobody_knows_since_when_the_child_lives_there(
    held: dt.date,
) -> None:
    proposed = propose(permanently_matched=False, in_home_since=None, held=held)
    assert proposed == Proposal(Output.MINUTES, LESS_THAN_TWO_YEARS)


@given(held=days, since=days, longer=st.integers(0, 3650))
def test_that_living_longer_in_a_home_never_takes_the_letter_away(
    held: dt.date, since: dt.date, longer: int
) -> None:
    before = propose(permanently_matched=False, in_home_since=since, held=held)
    after = propose(
        permanently_matched=False, in_home_since=since, held=held + dt.timedelta(days=longer)
    )
    assert not (before.output is Output.LETTER and after.output is Output.MINUTES)
