"""Thousands of problems, narrowed, put in order, and written out."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.problems import Severity
from iro_desktop.ui.importing.outcome import ProblemLine
from iro_desktop.ui.importing.problem_csv import problems_as_csv
from iro_desktop.ui.importing.problem_list import Column, ProblemList

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
lines = st.lists(
    st.builds(
        ProblemLine,
        st.sampled_from(Severity),
        st.sampled_from(["episodes.csv", "header.csv", "Reviews.csv"]),
        st.none() | st.integers(1, 5000),
        words,
        words,
    ),
    max_size=30,
)


@given(lines, st.sampled_from(["", "episodes.csv"]), st.none() | st.sampled_from(Severity))
def test_that_narrowing_shows_those_and_only_those(
    found: list[ProblemLine], file: str, severity: Severity | None
) -> None:
    problems = ProblemList(found)
    problems.narrow(file, severity)
    assert list(problems.shown) == [
        line for line in found if file in {"", line.file} and severity in {None, line.severity}
    ]
    problems.narrow()
    assert list(problems.shown) == found


@given(found=lines, column=st.sampled_from(Column), descending=st.booleans())
def test_that_ordering_loses_nothing_and_leaves_equals_as_they_were_found(
    *, found: list[ProblemLine], column: Column, descending: bool
) -> None:
    problems = ProblemList(found)
    problems.order_by(column, descending=descending)
    assert sorted(map(repr, problems.shown)) == sorted(map(repr, found))
    problems.order_by(column, descending=descending)
    again = problems.shown
    problems.order_by(None)
    assert list(problems.shown) == found
    problems.order_by(column, descending=descending)
    assert problems.shown == again


@given(lines)
def test_that_rows_are_ordered_as_numbers(found: list[ProblemLine]) -> None:
    problems = ProblemList(found)
    problems.order_by(Column.ROW)
    rows = [line.row or 0 for line in problems.shown]
    assert rows == sorted(rows)


@given(lines)
def test_that_what_was_left_out_comes_first_by_kind(found: list[ProblemLine]) -> None:
    problems = ProblemList(found)
    problems.order_by(Column.SEVERITY)
    kinds = [line.severity for line in problems.shown]
    left_out = problems.count(Severity.ERROR)
    assert set(kinds[:left_out]) <= {Severity.ERROR}
    assert set(kinds[left_out:]) <= {Severity.NOTE}


@given(lines)
def test_that_the_saved_list_holds_every_line(found: list[ProblemLine]) -> None:
    text = problems_as_csv(found).decode("utf-8-sig")
    heading, *rows = csv.reader(io.StringIO(text))
    assert heading[1:4] == ["File", "Row", "Column"]
    assert [row[1:3] for row in rows] == [
        [line.file, "" if line.row is None else str(line.row)] for line in found
    ]
    assert [row[4].removeprefix("'") for row in rows] == [
        line.sentence.removeprefix("'") for line in found
    ]


@given(st.sampled_from("=+-@"), words)
def test_that_no_cell_of_the_saved_list_is_taken_for_a_formula(first: str, rest: str) -> None:
    line = ProblemLine(Severity.ERROR, first + rest, 2, first + rest, first + rest)
    text = problems_as_csv([line]).decode("utf-8-sig")
    _heading, row = csv.reader(io.StringIO(text))
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
