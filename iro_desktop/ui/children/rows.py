"""One child as a row of the table: what each column says, and what it is sorted by."""

import datetime as dt
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.caseload import ChildSummary
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.ui.sync.words import state_in_words
from iro_desktop.ui.words.children import age_in_words, home_of, legal_status_of, name_of
from iro_desktop.ui.words.due_dates import Urgency, how_soon, urgency


class Column(IntEnum):
    """The columns, in their order on screen."""

    NAME = 0
    NEXT_REVIEW = 1
    AGE = 2
    HOME = 3
    LEGAL_STATUS = 4
    LAST_REVIEW = 5
    SIBLINGS = 6
    SYNCED = 7


class Filter(StrEnum):
    """Which part of the caseload is shown."""

    IN_CARE = "in_care"
    ALL = "all"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    HALF_FINISHED = "half_finished"
    UNNAMED = "unnamed"
    HOUSEHOLDS = "households"


@dataclass(frozen=True, slots=True)
class ChildRow:
    """A child, with how many brothers and sisters are in the caseload, and the words to find it.

    `synced` is where the newest words of its file are; None where the laptop belongs to no hub. Of
    a file that is here in part (`is_part`) nobody here knows the care, nor when a review is due.
    """

    summary: ChildSummary
    siblings: int
    sought_by: str
    synced: RecordState | None = None
    is_part: bool = False

    def passes(self, chosen: Filter, today: dt.date) -> bool:
        """Whether the filter lets the child through."""
        if self.summary.child.is_household or chosen is Filter.HOUSEHOLDS:
            return self.summary.child.is_household and chosen is Filter.HOUSEHOLDS
        if self.is_part and chosen is not Filter.HALF_FINISHED:
            return chosen is Filter.ALL
        return chosen is Filter.ALL or _PASSES[chosen](self.summary, today)


def _is_due(summary: ChildSummary, today: dt.date, how: Urgency) -> bool:
    due = summary.next_due
    return due is not None and urgency(due.on, today) is how


_PASSES: dict[Filter, Callable[[ChildSummary, dt.date], bool]] = {
    Filter.IN_CARE: lambda summary, _today: summary.is_looked_after,
    Filter.HALF_FINISHED: lambda summary, _today: summary.has_begun,
    Filter.UNNAMED: lambda summary, _today: summary.is_looked_after and not summary.child.is_named,
    Filter.DUE_SOON: lambda summary, today: _is_due(summary, today, Urgency.SOON),
    Filter.OVERDUE: lambda summary, today: _is_due(summary, today, Urgency.OVERDUE),
}


def row_of(
    summary: ChildSummary,
    siblings: int,
    synced: RecordState | None = None,
    *,
    is_part: bool = False,
    is_anothers: bool = False,
) -> ChildRow:
    """A row that can be found by either name or by the council's number.

    Of children who are another's to write, by the name of their IRO as well.
    """
    child = summary.child
    sought_by = plain(f"{child.known_as} {child.family_name} {child.number}")
    if is_anothers:
        sought_by += f" {plain(child.iro_name)}"
    if is_part:
        summary = replace(summary, next_due=None)
    return ChildRow(summary, siblings, sought_by, synced, is_part)


def plain(text: str) -> str:
    """Text without case or accents, so that Zoe finds Zoë."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def heading(column: Column) -> str:
    """What stands above a column."""
    return {
        Column.NAME: tr("Name"),
        Column.AGE: tr("Age"),
        Column.HOME: tr("Living in"),
        Column.LEGAL_STATUS: tr("Legal status"),
        Column.NEXT_REVIEW: tr("Next review due"),
        Column.LAST_REVIEW: tr("Last review"),
        Column.SIBLINGS: tr("Siblings"),
        Column.SYNCED: tr("The team’s hub"),
    }[column]


def short_heading(column: Column) -> str:
    """What there is room for above a column."""
    return tr("Hub") if column is Column.SYNCED else heading(column)


def cell(row: ChildRow, column: Column) -> str:
    """What a cell says; of the next review, only the date."""
    return _CELLS[column](row)


def spoken_cell(row: ChildRow, column: Column, today: dt.date) -> str:
    """What a screen reader says of a cell, where little room makes the words short."""
    summary = row.summary
    if column is Column.AGE and not summary.child.is_household:
        return age_in_words(summary.age)
    text = cell(row, column)
    if column is Column.NEXT_REVIEW and summary.next_due:
        return tr("{day}, {when}", day=text, when=how_soon(summary.next_due.on, today))
    if column is Column.SYNCED and row.synced is not None:
        said = state_in_words(row.synced)
        return tr("{word}. {sentence}", word=said.word, sentence=said.sentence)
    if column is Column.NAME and summary.child.made_up:
        return tr("{name}, made up", name=text)
    return text or tr("{heading}: nothing", heading=heading(column))


def _age(row: ChildRow) -> str:
    return "" if row.summary.child.is_household else screen().number(row.summary.age)


def _next_review(row: ChildRow) -> str:
    if row.summary.next_due:
        return screen().short_date(row.summary.next_due.on)
    if row.summary.child.is_household:
        return tr("Approval ended")
    if row.is_part:
        return tr("In part here")
    return "" if row.summary.is_looked_after else tr("Not in care now")


def _last_review(row: ChildRow) -> str:
    return screen().short_date(row.summary.last_review) if row.summary.last_review else ""


def _siblings(row: ChildRow) -> str:
    return ntr("{number} other", "{number} others", row.siblings) if row.siblings else ""


_CELLS: dict[Column, Callable[[ChildRow], str]] = {
    Column.NAME: lambda row: name_of(row.summary.child),
    Column.AGE: _age,
    Column.HOME: lambda row: home_of(row.summary.episode),
    Column.LEGAL_STATUS: lambda row: legal_status_of(row.summary.episode),
    Column.NEXT_REVIEW: _next_review,
    Column.LAST_REVIEW: _last_review,
    Column.SIBLINGS: _siblings,
    Column.SYNCED: lambda row: state_in_words(row.synced).word if row.synced else "",
}

# The least safe first.
_RANKED: dict[RecordState | None, str] = {
    state: str(place) for place, state in enumerate(RecordState)
}

SortKey = tuple[str | int, ...]


def sort_key(row: ChildRow, column: Column) -> SortKey | None:
    """What a row is sorted by in a column; None where the cell is empty, which goes last."""
    summary, child = row.summary, row.summary.child
    match column:
        case Column.NAME:
            return (plain(child.known_as), plain(child.family_name)) if child.is_named else None
        case Column.AGE:
            return (-child.date_of_birth.toordinal(),)
        case Column.NEXT_REVIEW:
            return (summary.next_due.on.toordinal(),) if summary.next_due else None
        case Column.LAST_REVIEW:
            return (summary.last_review.toordinal(),) if summary.last_review else None
        case Column.SIBLINGS:
            return (child.sibling_group,) if row.siblings else None
        case Column.HOME | Column.LEGAL_STATUS | Column.SYNCED:
            text = _RANKED.get(row.synced, "") if column is Column.SYNCED else cell(row, column)
            return (text,) if text else None
