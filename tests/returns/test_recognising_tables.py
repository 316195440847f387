from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from return_files import REVIEWS, codes_of, problems_of, read_csv

from iro_desktop.returns.findings import Finding
from iro_desktop.returns.headings import Shape, key
from iro_desktop.returns.opening import SHAPES
from iro_desktop.returns.reading import read_file


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_that_every_table_is_known_by_its_own_headings(shape: Shape) -> None:
    headings = ",".join(f'"{column.heading}"' for column in shape.columns)
    (table,) = read_csv(headings, "x").tables
    assert table.table == shape.name


@given(
    order=st.permutations(REVIEWS.split(",")),
    case=st.sampled_from([str.upper, str.lower, str.title]),
    space=st.sampled_from(["", " ", "  ", "\u00a0"]),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_that_order_case_space_and_a_byte_order_mark_do_not_matter(
    order: list[str], case: Callable[[str], str], space: str, mark: str
) -> None:
    values = dict(
        zip(REVIEWS.split(","), ["MADEUP1", "27/03/2012", "11/03/2024", "PN1"], strict=True)
    )
    headings = ",".join(space + case(name) + space for name in order)
    row = ",".join(values[name] for name in order)
    text = f"{mark}{headings}\n{row}\n"
    (table,) = read_file("whatever.dat", text.encode()).tables
    assert (table.table, len(table.rows), table.problems) == ("Reviews", 1, ())


def test_that_columns_too_many_are_passed_over_with_a_note() -> None:
    file = read_csv(f"WORKER,{REVIEWS},TEAM", "A,MADEUP1,27/03/2012,11/03/2024,PN1,B")
    (problem,) = problems_of(file)
    assert problem.code is Finding.COLUMNS_PASSED_OVER
    assert problem.data["columns"] == "WORKER, TEAM"
    assert len(file.tables[0].rows) == 1


def test_that_a_table_that_lacks_a_column_is_named_with_what_it_lacks() -> None:
    (problem,) = problems_of(read_csv("CHILD,DOB,REVIEW", "MADEUP1,27/03/2012,11/03/2024"))
    assert problem.code is Finding.NOT_RECOGNISED
    assert problem.data == {"nearest": "Reviews", "missing": "REVIEW_CODE"}


def test_that_a_file_of_something_else_is_said_to_be_that() -> None:
    assert codes_of(read_csv("Name,Colour", "A,Blue")) == [Finding.NO_KNOWN_HEADING]


def test_that_title_lines_before_the_headings_are_stepped_over() -> None:
    file = read_csv("Reviews of the year", "", REVIEWS, "MADEUP1,27/03/2012,11/03/2024,PN1")
    (row,) = file.tables[0].rows
    assert row.place.line == 4


def test_that_a_heading_twice_is_told_and_the_first_is_read() -> None:
    file = read_csv(f"{REVIEWS},REVIEW", "MADEUP1,27/03/2012,11/03/2024,PN1,never")
    assert codes_of(file) == [Finding.SAME_HEADING_TWICE]
    assert len(file.tables[0].rows) == 1


def test_that_curly_quotes_and_brackets_too_many_do_not_hide_a_heading() -> None:
    assert key("‘Missing’ (Y/N))") == key("'missing' (Y/N)")


def test_that_a_table_nothing_is_needed_of_is_counted_and_named() -> None:
    file = read_csv("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "MADEUP9,30/03/2003,YES,F1,K1")
    (table,) = file.tables
    assert (table.table, table.needed, table.read, table.rows) == ("OC3", False, 1, ())
    assert codes_of(file) == [Finding.NOT_NEEDED]
