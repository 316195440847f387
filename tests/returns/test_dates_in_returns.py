import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.returns.dates import as_returned, read_date
from iro_desktop.returns.findings import Finding

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
EXCEL_DAYS = st.dates(dt.date(1901, 1, 1), dt.date(2100, 12, 31))


@given(DAYS)
def test_that_a_date_as_the_return_writes_it_is_read_back_without_a_word(day: dt.date) -> None:
    assert read_date(as_returned(day)) == (day, None)
    assert read_date(f"{day.day}/{day.month}/{day.year}") == (day, None)
    assert read_date(day) == (day, None)
    assert read_date(dt.datetime.combine(day, dt.time(9, 30))) == (day, None)


@given(DAYS)
def test_that_other_ways_that_leave_no_doubt_are_taken_with_a_note(day: dt.date) -> None:
    for text in (
        day.isoformat(),
        f"{day.isoformat()}T00:00:00",
        f"{as_returned(day)} 00:00:00",
        f"{day.day}-{day.month}-{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
    ):
        assert read_date(text) == (day, Finding.DATE_READ_AS)


@given(EXCEL_DAYS)
def test_that_a_bare_number_in_a_workbook_is_excels_count_of_days(day: dt.date) -> None:
    count = (day - dt.date(1899, 12, 30)).days
    assert read_date(count) == (day, Finding.DATE_READ_AS)
    assert read_date(float(count)) == (day, Finding.DATE_READ_AS)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 Sep 2024", dt.date(2024, 9, 3)),
        ("3-Sept-2024", dt.date(2024, 9, 3)),
        ("03 September 2024", dt.date(2024, 9, 3)),
    ],
)
def test_that_a_month_by_name_is_understood(text: str, day: dt.date) -> None:
    assert read_date(text) == (day, Finding.DATE_READ_AS)


@pytest.mark.parametrize("text", ["01/02/24", "1-2-24", "3-Sep-24", "01/02/24 00:00"])
def test_that_a_year_of_two_digits_is_refused_by_its_own_name(text: str) -> None:
    assert read_date(text) == (None, Finding.TWO_DIGIT_YEAR)


@pytest.mark.parametrize(
    "cell",
    [
        *("31/02/2024", "29/02/2023", "12/31/2024", "00/01/2024", "soon", "3 Foo 2024", "44208"),
        *("２０２４-01-01", "1/1/20245", -5, 10_000_000, float("nan"), float("inf"), 45000.5, True),
    ],
)
def test_that_what_is_no_date_is_refused(cell: object) -> None:
    assert read_date(cell) == (None, Finding.NOT_A_DATE)  # type: ignore[arg-type]  # odd on purpose


@pytest.mark.parametrize("text", ["01/01/1899", "01/01/2101", "15/02/2924", "0024-01-01"])
def test_that_a_year_no_child_can_have_is_refused(text: str) -> None:
    assert read_date(text) == (None, Finding.YEAR_OUT_OF_RANGE)


@pytest.mark.parametrize("cell", ["", "  ", None])
def test_that_an_empty_cell_is_no_fault(cell: str | None) -> None:
    assert read_date(cell) == (None, None)


@given(st.text())
def test_that_any_text_gives_a_day_or_a_reason(text: str) -> None:
    day, finding = read_date(text)
    assert day is not None or finding is not None or not text.strip()
