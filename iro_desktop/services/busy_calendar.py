"""When the IRO is taken elsewhere, as their own calendar program says; kept as bare intervals."""

import datetime as dt
from pathlib import Path

from iro_desktop.calendars.appointments import Busy
from iro_desktop.calendars.content_lines import LARGEST
from iro_desktop.calendars.refusals import CalendarRefused, Refusal
from iro_desktop.services.busy_times import BusyTime
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import UnreadableFile
from iro_desktop.services.ports import Settings, UnitOfWorkFactory

_SETTING = "busy_times"
_WRITTEN = "%Y%m%dT%H%M"
_AHEAD = dt.timedelta(days=730)
_MINUTE = dt.timedelta(minutes=1)

_WHY = {
    Refusal.TOO_LARGE: "it is far too large for a calendar",
    Refusal.NOT_A_CALENDAR: "it is not a calendar file (.ics)",
    Refusal.TOO_OFTEN: "something in it repeats within the hour, as no meeting does",
    Refusal.TOO_MANY: "what repeats in it has no end to speak of",
}


def take_in_file(uow_factory: UnitOfWorkFactory, path: Path, today: dt.date) -> Changed:
    """As `take_in`, from a file. Raises UnreadableFile."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as fault:
        why = fault.strerror or "it cannot be opened"
        raise UnreadableFile(name=path.name, why=why) from fault
    return take_in(uow_factory, content, path.name, today)


def take_in(uow_factory: UnitOfWorkFactory, content: bytes, name: str, today: dt.date) -> Changed:
    """Keep when a calendar file says the IRO is taken, from today for two years.

    What an earlier file said is replaced. Of what the times are for nothing is kept.

    Raises:
        UnreadableFile: no calendar, or one that is too large or repeats without end.
    """
    from iro_desktop.calendars.ics_reader import busy_times  # noqa: PLC0415 - 0.1 s to load

    try:
        busy = busy_times(content, today, today + _AHEAD)
    except CalendarRefused as refused:
        why = _WHY[Refusal(refused.problem.code)]
        raise UnreadableFile(name=name, why=why) from refused
    return _keep(uow_factory, " ".join(_as_text(one) for one in busy))


def read(settings: Settings) -> tuple[BusyTime, ...]:
    """When the IRO is taken, in order and in UTC; empty where no calendar was taken in."""
    return tuple(_from_text(text) for text in settings.get(_SETTING).split())


def forget(uow_factory: UnitOfWorkFactory) -> Changed:
    """Keep nothing of any calendar any more."""
    return _keep(uow_factory, "")


def _keep(uow_factory: UnitOfWorkFactory, text: str) -> Changed:
    with uow_factory() as uow:
        if uow.settings.get(_SETTING) == text:
            return Changed()
        uow.settings.set(_SETTING, text)
    return Changed(frozenset({Topic.CASELOAD}))


def _as_text(busy: Busy) -> str:
    """A start and how many minutes: `20260501T0900/60`. Minutes begun count whole."""
    start = busy.start.replace(second=0, microsecond=0)
    minutes = -(-(busy.end - start) // _MINUTE)
    return f"{start.strftime(_WRITTEN)}/{minutes}"


def _from_text(text: str) -> BusyTime:
    start, minutes = text.split("/")
    begun = dt.datetime.strptime(start, _WRITTEN).replace(tzinfo=dt.UTC)
    return begun, begun + int(minutes) * _MINUTE
