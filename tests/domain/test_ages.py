import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_samples import day
from iro_desktop.domain.child import age_on, birthday

BIRTHS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))


@given(BIRTHS, st.integers(0, 25))
def test_that_someone_is_of_an_age_from_that_birthday_on(born: dt.date, age: int) -> None:
    day_of_it = birthday(born, age)
    assert age_on(born, day_of_it) == age
    assert age_on(born, day_of_it - dt.timedelta(days=1)) == age - 1


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2020-02-29", "2021-02-28", 0),
        ("2020-02-29", "2021-03-01", 1),
        ("2020-02-29", "2024-02-28", 3),
        ("2020-02-29", "2024-02-29", 4),
        ("2012-12-31", "2026-12-30", 13),
        ("2012-12-31", "2026-12-31", 14),
    ],
)
def test_that_a_child_of_a_leap_day_grows_older_on_1_march(born: str, on: str, age: int) -> None:
    assert age_on(day(born), day(on)) == age


def test_that_the_birthday_of_a_leap_day_is_1_march_in_a_common_year() -> None:
    assert birthday(day("2020-02-29"), 4) == day("2024-02-29")
    assert birthday(day("2020-02-29"), 18) == day("2038-03-01")
