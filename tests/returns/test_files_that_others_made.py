"""Against what others made, where it lies beside the project; other tests need none of it."""

import datetime as dt
from collections import Counter

from return_files import SHARED, problems_of

from iro_desktop.problems import Severity
from iro_desktop.returns.caseload import Caseload, put_together
from iro_desktop.returns.reading import ReadFile, read_file

TODAY = dt.date(2026, 11, 22)
RETURN = SHARED / "ssda903"
ANNEX_A = SHARED / "annex-a"

# What the sector's own validator counts on these files (shared/data/README.md).
ORACLE = {"166": 0, "167": 0, "399": 967, "440": 1435, "441": 663, "1012": 3070} | {
    "INT08": 0,
    "INT17": 0,
}


def read_all(pattern: str) -> list[ReadFile]:
    return [read_file(path.name, path.read_bytes()) for path in sorted(SHARED.glob(pattern))]


def together(pattern: str) -> Caseload:
    return put_together(read_all(pattern), TODAY)


if RETURN.is_dir():

    def test_that_the_return_trips_the_rules_as_often_as_the_sectors_validator_says() -> None:
        found = Counter(str(problem.code) for problem in together("ssda903/*.csv").problems)
        assert {rule: found[f"903-{rule}"] for rule in ORACLE} == ORACLE

    def test_that_every_row_of_the_return_is_taken() -> None:
        tables = [table for file in read_all("ssda903/*.csv") for table in file.tables]
        assert all(table.table for table in tables)
        assert {table.table: (table.read, len(table.rows)) for table in tables if table.needed} == {
            "Header": (2675, 2675),
            "Episodes": (5050, 5050),
            "Reviews": (12582, 12582),
            "OC2": (2675, 2675),
            "UASC": (132, 132),
        }

    def test_that_the_return_becomes_children_episodes_and_reviews() -> None:
        found = together("ssda903/*.csv")
        assert (len(found.children), len(found.episodes)) == (2675, 5050)
        told_twice = [p for p in found.problems if p.code in {"R120", "R121"}]
        assert len(found.reviews) + len(told_twice) == 12582
        assert not any(problem.severity is Severity.ERROR for problem in found.problems)
        assert sum(child.unaccompanied for child in found.children) == 132

    def test_that_the_xml_form_is_read_whole() -> None:
        found = together("ssda903/*.xml")
        assert (len(found.children), len(found.episodes), len(found.reviews)) == (253, 459, 1206)
        assert sum(child.unaccompanied for child in found.children) == 12


if ANNEX_A.is_dir():

    def test_that_the_workbook_is_known_list_by_list() -> None:
        (book,) = read_all("annex-a/*.xlsx")
        assert [table.table for table in book.tables] == [
            f"Annex A list {number}" for number in range(1, 12)
        ]
        (wrong,) = (one for one in problems_of(book) if one.severity is Severity.ERROR)
        assert (wrong.data["value"], wrong.place.column) == ("nope", "Placement postcode")

    def test_that_the_children_in_care_of_the_workbook_are_taken() -> None:
        found = together("annex-a/*.xlsx")
        assert (len(found.children), len(found.reviews)) == (5, 5)
        assert all(child.last_iro_contact and child.social_worker for child in found.children)
        assert {child.number for child in found.children} >= {"1761444", "3623204"}
