import datetime as dt

import pytest
from return_files import SAMPLES, problems_of

from iro_desktop.returns.caseload import put_together
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.reading import read_file

FILE = SAMPLES / "small" / "small.xml"


def test_that_every_table_in_the_xml_is_counted() -> None:
    file = read_file(FILE.name, FILE.read_bytes())
    assert {table.table: (table.read, len(table.rows)) for table in file.tables} == {
        "Header": (2, 2),
        "UASC": (1, 1),
        "Reviews": (2, 1),
        "OC2": (1, 1),
        "Episodes": (1, 1),
        "Missing": (1, 0),
    }


@pytest.mark.parametrize("encoding", ["us-ascii", "utf-8", "utf-16", "utf-8-sig"])
def test_that_the_xml_gives_the_same_children_in_every_encoding(encoding: str) -> None:
    text = FILE.read_text("us-ascii").replace("us-ascii", encoding.removesuffix("-sig"))
    found = put_together([read_file("small.xml", text.encode(encoding))], dt.date(2026, 11, 22))
    first, second = found.children
    assert (first.number, first.unaccompanied, first.sdq_score) == ("MADEUP4", True, 14)
    assert first.asylum_seeking_until == dt.date(2028, 10, 3)
    assert (second.number, second.unaccompanied) == ("MADEUP5", False)
    assert [(one.placement, one.legal_status) for one in found.episodes] == [("U6", "V2")]
    assert [review.held_on for review in found.reviews] == [dt.date(2024, 1, 8)]


def test_that_a_fault_in_the_xml_names_its_line_its_child_and_its_element() -> None:
    (fault,) = (
        problem
        for problem in problems_of(read_file(FILE.name, FILE.read_bytes()))
        if problem.code == Finding.REVIEW_DATE
    )
    assert (fault.place.line, fault.place.column) == (8, "REVIEW")
    assert (fault.subject, fault.data["value"]) == ("MADEUP4", "31/02/2024")


def test_that_broken_xml_says_on_which_line() -> None:
    (problem,) = problems_of(read_file("x.xml", b"<EXPSSDA903>\n<CHILD>\n</EXPSSDA903>"))
    assert (problem.code, problem.place.line) == (Finding.BROKEN_XML, 3)
