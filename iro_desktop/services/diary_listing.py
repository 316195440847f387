"""The diary as rows of plain values, for lists that leave the program."""

import datetime as dt

from iro_desktop.services import diary
from iro_desktop.services.case_references import References, references
from iro_desktop.services.diary import DiaryEntry
from iro_desktop.services.diary_calendar import reference_of
from iro_desktop.services.listing import Row
from iro_desktop.services.ports import UnitOfWorkFactory


def entries(
    uow_factory: UnitOfWorkFactory, today: dt.date, first: dt.date, last: dt.date
) -> list[Row]:
    """What stands in the diary from `first` to `last`, both included, in its order."""
    named = references(uow_factory)
    return [_row(entry, named) for entry in diary.entries(uow_factory, today, first, last)]


def _row(entry: DiaryEntry, named: References) -> Row:
    timed = entry.starts_at is not None
    return {
        "day": entry.day.isoformat(),
        "starts_at": entry.starts_at.isoformat("minutes") if entry.starts_at else None,
        "minutes": entry.minutes if timed else None,
        "standing": entry.standing.value,
        "kind": entry.kind.value,
        "due": entry.due.on.isoformat() if entry.due else None,
        "rule": entry.due.rule.id if entry.due else None,
        "law": entry.due.rule.law if entry.due else None,
        "reference": reference_of(entry, named),
        "review": entry.review.id if entry.review else None,
        "child": entry.child.id,
        "child_number": entry.child.number,
        "iro": entry.iro,
        "area": entry.area,
    }
