"""The diary as a calendar file, which says of children only what the IRO chose to say."""

import datetime as dt
from collections.abc import Iterable

from iro_desktop.calendars.appointments import Appointment, AppointmentStatus
from iro_desktop.documents import phrases
from iro_desktop.i18n import Translator
from iro_desktop.services.case_references import References, references
from iro_desktop.services.diary import DiaryEntry, Standing
from iro_desktop.services.ports import UnitOfWorkFactory

_PROGRAM = "IRO Desktop"  # lets all that came from here be found in a calendar, and removed


def calendar_file(
    uow_factory: UnitOfWorkFactory,
    entries: Iterable[DiaryEntry],
    tr: Translator,
    made_at: dt.datetime,
    *,
    with_names: bool = False,
) -> bytes:
    """Entries of the diary as an .ics file. A later one moves what an earlier one brought."""
    from iro_desktop.calendars.ics_writer import calendar_bytes  # noqa: PLC0415 - 0.1 s to load

    named = references(uow_factory)
    return calendar_bytes(appointments_of(entries, tr, named, with_names=with_names), made_at)


def appointments_of(
    entries: Iterable[DiaryEntry],
    tr: Translator,
    references: References,
    *,
    with_names: bool = False,
) -> tuple[Appointment, ...]:
    """Entries of the diary as a calendar has them, in their order.

    Without `with_names` no child's name, initials or number, no place and no kind of review
    stands in them, only a reference. A day on which a review is due takes up no time.
    """
    return tuple(
        _appointment(entry, _uid(entry, references), tr, references, with_names=with_names)
        for entry in entries
    )


def _uid(entry: DiaryEntry, references: References) -> str:
    """What calendars call it: the same when it moves, and on every day of a review another."""
    review = entry.review
    if entry.standing is Standing.DUE or review is None:
        return references.uid("due", entry.child.id, entry.kind.value, str(entry.number))
    return references.uid("review", review.id, *([str(entry.number)] if entry.number else ()))


def reference_of(entry: DiaryEntry, references: References) -> str:
    """What stands for an entry in files: the child's while the review is due, then the review's."""
    review = None if entry.standing is Standing.DUE else entry.review
    return references.of(entry.child, review)


def _appointment(
    entry: DiaryEntry, uid: str, tr: Translator, references: References, *, with_names: bool
) -> Appointment:
    what = f"{_title(entry.standing, tr)} {reference_of(entry, references)}"
    categories = [_PROGRAM]
    place = ""
    if with_names:
        child = entry.child
        name = " ".join(f"{child.known_as} {child.family_name}".split())
        what = tr("{what}: {name}", what=what, name=name) if name else what
        categories.append(phrases.review_kind(entry.kind, tr))
        place = entry.review.planned_at if entry.review else ""
    cancelled = entry.standing is Standing.CANCELLED
    return Appointment(
        uid=uid,
        day=entry.day,
        starts_at=None if entry.standing is Standing.DUE else entry.starts_at,
        minutes=entry.minutes,
        title=what,
        place="" if entry.standing is Standing.DUE else place,
        categories=tuple(categories),
        status=AppointmentStatus.CANCELLED if cancelled else AppointmentStatus.CONFIRMED,
    )


def _title(standing: Standing, tr: Translator) -> str:
    return {
        Standing.DUE: tr("Review due"),
        Standing.BOOKED: tr("Review booked"),
        Standing.HELD: tr("Review held"),
        Standing.CANCELLED: tr("Review cancelled"),
    }[standing]
