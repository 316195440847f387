"""What a calendar holds for us: appointments to write out, and busy times that were read."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


class AppointmentStatus(StrEnum):
    """As RFC 5545, 3.8.1.11 has it. A cancelled one takes back what an earlier file said."""

    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry of a calendar. `starts_at` is London's time; None is a whole day.

    `uid` stays the same from one file to the next, so that a calendar which takes both in moves
    the entry and does not hold it twice. `minutes` counts only where there is a time.
    """

    uid: str
    day: dt.date
    starts_at: dt.time | None
    minutes: int
    title: str
    place: str = ""
    categories: tuple[str, ...] = ()
    status: AppointmentStatus = AppointmentStatus.CONFIRMED

    @property
    def takes_time(self) -> bool:
        """Whether it makes anybody busy: a day without an hour does not fill the day."""
        return self.starts_at is not None and self.status is not AppointmentStatus.CANCELLED


@dataclass(frozen=True, slots=True, order=True)
class Busy:
    """Time that is taken, and nothing about by what. Both ends are aware and in UTC."""

    start: dt.datetime
    end: dt.datetime
