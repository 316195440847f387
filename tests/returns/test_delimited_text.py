import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from return_files import REVIEWS, codes_of, csv_of, problems_of, read_csv

from iro_desktop.returns.delimited import MOST_LINES_IN_A_ROW
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.reading import read_file

ROWS = (REVIEWS, "MADEUP1,27/03/2012,11/03/2024,PN1", "MADEUP2,09/09/2019,20/05/2022,PN0")


def rows_of(data: bytes) -> list[tuple[str, int | None]]:
    (table,) = read_file("made-up.csv", data).tables
    assert table.problems == ()
    return [(row.number, row.place.line) for row in table.rows]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
    ],
)
def test_that_every_encoding_and_line_ending_gives_the_same_rows(
    encoding: str, mark: bytes, ending: str
) -> None:
    data = mark + (ending.join(ROWS) + ending).encode(encoding)
    assert rows_of(data) == [("MADEUP1", 2), ("MADEUP2", 3)]


def test_that_windows_letters_are_read_where_it_is_not_utf_8() -> None:
    data = csv_of(HEADING_WITH_UPN, "").replace(b"\n\n", b"\n")
    data += "MADEUP1,2,27/03/2012,WBRI,CAFÉ,,\n".encode("cp1252")
    (row,) = read_file("made-up.csv", data).tables[0].rows
    assert getattr(row, "upn", None) == "CAFÉ"


HEADING_WITH_UPN = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_that_every_delimiter_gives_the_same_rows(delimiter: str) -> None:
    data = "\n".join(ROWS).replace(",", delimiter).encode()
    assert rows_of(data) == [("MADEUP1", 2), ("MADEUP2", 3)]


def test_that_excels_hint_of_the_delimiter_is_no_row() -> None:
    data = ("sep=;\n" + "\n".join(ROWS).replace(",", ";")).encode()
    assert rows_of(data) == [("MADEUP1", 3), ("MADEUP2", 4)]


def test_that_quoted_cells_may_hold_delimiters_quotes_and_line_breaks() -> None:
    data = csv_of(
        f"NOTE,{REVIEWS}",
        '"one, ""two""\nthree","MADEUP1","27/03/2012","11/03/2024","PN1"',
        ",MADEUP2,09/09/2019,20/05/2022,PN0",
    )
    (table,) = read_file("made-up.csv", data).tables
    assert [(row.number, row.place.line) for row in table.rows] == [("MADEUP1", 2), ("MADEUP2", 4)]


def test_that_blank_lines_count_as_lines_and_not_as_rows() -> None:
    data = csv_of(ROWS[0], "", ",,,", ROWS[1])
    assert rows_of(data) == [("MADEUP1", 4)]


def test_that_a_quotation_mark_never_closed_costs_its_own_row_alone() -> None:
    many = [f"MADEUP{n},09/09/2019,20/05/2022,PN0" for n in range(2 * MOST_LINES_IN_A_ROW)]
    file = read_csv(REVIEWS, 'MADEUPX,27/03/2012,11/03/2024,"PN1', *many)
    (problem,) = problems_of(file)
    assert (problem.code, problem.place.line) == (Finding.OPEN_QUOTATION_MARK, 2)
    assert len(file.tables[0].rows) == len(many)


def test_that_a_quotation_mark_never_closed_on_the_last_line_is_told() -> None:
    file = read_csv(*ROWS, '"MADEUP3,27/03/2012,11/03/2024,PN1')
    assert codes_of(file) == [Finding.OPEN_QUOTATION_MARK]
    assert len(file.tables[0].rows) == 2


def test_that_a_row_with_a_nul_is_left_out_and_the_others_are_taken() -> None:
    file = read_csv(ROWS[0], "MADEUP3,27/03/2012,11/0\0003/2024,PN1", ROWS[1])
    assert codes_of(file) == [Finding.NUL_IN_ROW]
    assert [row.number for row in file.tables[0].rows] == ["MADEUP1"]


def test_that_a_row_with_more_cells_than_headings_is_left_out() -> None:
    file = read_csv(ROWS[0], "MADEUP3,27/03/2012,11/03/2024,PN1,PN2", f"{ROWS[1]},,")
    (problem,) = problems_of(file)
    assert (problem.code, problem.place.line) == (Finding.TOO_MANY_CELLS, 2)
    assert [row.number for row in file.tables[0].rows] == ["MADEUP1"]


def test_that_a_row_cut_short_is_read_as_far_as_it_goes() -> None:
    file = read_csv(ROWS[0], "MADEUP3,27/03/2012,11/03/2024")
    assert codes_of(file) == [Finding.PARTICIPATION_CODE]
    assert len(file.tables[0].rows) == 1


@given(st.binary())
def test_that_any_bytes_give_rows_or_problems(data: bytes) -> None:
    file = read_file("made-up.csv", data)
    assert any(table.rows or table.problems for table in file.tables)


@given(st.text())
def test_that_any_text_under_the_right_headings_is_taken_or_told(text: str) -> None:
    (table,) = read_file("made-up.csv", f"{REVIEWS}\n{text}\n".encode("utf-8", "replace")).tables
    refused = table.read - len(table.rows)
    told = {problem.place.line for problem in table.problems}
    assert len(told) >= min(refused, 1)
    assert table.read == 0 or table.rows or refused == table.read


@given(st.lists(st.sampled_from(['"', ",", "\n", "a", "\0", "MADEUP1,,01/01/2024,PN1\n"])))
def test_that_quotes_anywhere_never_lose_a_row_without_a_word(parts: list[str]) -> None:
    (table,) = read_file("made-up.csv", (REVIEWS + "\n" + "".join(parts)).encode()).tables
    refusals = {problem.place.line for problem in table.problems if problem.subject != "MADEUP1"}
    assert table.read - len(table.rows) <= len(refusals)
