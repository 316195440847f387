"""Every kind of row that goes into a caseload, and the name of the table it stands in."""

from collections.abc import Mapping

from iro_desktop.returns.annex_a.rows import ChildInCareRow
from iro_desktop.returns.annex_a.tables import LIST_8
from iro_desktop.returns.meetings.rows import HouseholdRow, MeetingRow
from iro_desktop.returns.meetings.tables import HOUSEHOLDS, MEETINGS
from iro_desktop.returns.ssda903 import tables
from iro_desktop.returns.ssda903.rows import (
    AsylumRow,
    EpisodeRow,
    HeaderRow,
    HealthRow,
    ReviewRow,
)

Row = (
    HeaderRow
    | EpisodeRow
    | ReviewRow
    | HealthRow
    | AsylumRow
    | ChildInCareRow
    | MeetingRow
    | HouseholdRow
)

TABLE_OF: Mapping[type[Row], str] = {
    HeaderRow: tables.HEADER.name,
    EpisodeRow: tables.EPISODES.name,
    ReviewRow: tables.REVIEWS.name,
    HealthRow: tables.OC2.name,
    AsylumRow: tables.UASC.name,
    ChildInCareRow: LIST_8.name,
    MeetingRow: MEETINGS.name,
    HouseholdRow: HOUSEHOLDS.name,
}


def child_column(row: Row) -> str:
    """The heading over the child's number."""
    if isinstance(row, HouseholdRow):
        return "HOUSEHOLD"
    return "Child Unique ID" if isinstance(row, ChildInCareRow) else "CHILD"


def birth_column(row: Row) -> str:
    """The heading over the date of birth."""
    return "Date of Birth" if isinstance(row, ChildInCareRow) else "DOB"
