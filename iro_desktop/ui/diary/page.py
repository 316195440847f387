"""What stands in the diary, as plain values in the words that are shown."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.services.diary import Standing
from iro_desktop.ui.diary.busy_hours import BusyHours
from iro_desktop.ui.words.tones import Tone


class Mode(StrEnum):
    """How the diary is looked at."""

    MONTH = "month"
    WEEK = "week"
    LIST = "list"


class Whose(StrEnum):
    """Whose children it shows."""

    MINE = "mine"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry in words. `word`, `icon` and `tone` say how it stands, all three the same.

    `review` is the review to open, None where the child's page is what there is to see. `starts`
    and `time` are empty where no time is known; `why` where no limit is explained, `due` is that
    limit. `kind` is the first of what `about` says. `said` is the whole of it as one sentence for
    a screen reader. `which` is the kind in short where it is no review of the case, else empty.
    `invites_to` is the booked review that people can be asked to, by who `may_invite`. `together`
    are the reviews that are held at this one meeting, this one first; empty where it is held on its
    own.
    """

    child: ChildId
    review: ReviewId | None
    day: dt.date
    standing: Standing
    name: str
    word: str
    icon: str
    tone: Tone
    starts: str
    starts_at: dt.time | None
    time: str
    kind: str
    which: str
    about: str
    why: str
    due: Explained | None
    made_up: bool
    said: str
    invites_to: ReviewId | None = None
    together: tuple["EntryLine", ...] = ()
    may_invite: bool = True

    @property
    def key(self) -> tuple[str, str, dt.date, str]:
        """What tells it from the other entries."""
        return self.child, self.standing, self.day, self.kind


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day. `holiday` is what a bank holiday is called, empty on other days.

    `is_in_month` is False for the days of other months that fill up the weeks of a month. `busy`
    is when the IRO is taken elsewhere, in order.
    """

    day: dt.date
    number: str
    heading: str
    short_heading: str
    is_in_month: bool
    is_today: bool
    is_closed: bool
    holiday: str
    entries: tuple[EntryLine, ...]
    said: str
    busy: tuple[BusyHours, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What a filter offers, as values with their words, and what is chosen of it.

    Where nothing could be chosen there are no options.
    """

    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """What does not go together, what to do about it, and whose pages to open for that."""

    what: str
    advice: str
    icon: str
    tone: Tone
    day: dt.date
    children: tuple[tuple[ChildId, str], ...]


@dataclass(frozen=True, slots=True)
class SiblingLine:
    """One brother or sister: when the next review is due, and when it is booked.

    `earliest` and `limit` are None where no clock runs.
    """

    child: ChildId
    name: str
    due: str
    how_soon: str
    tone: Tone
    icon: str
    booked: str
    earliest: dt.date | None
    limit: dt.date | None
    booked_on: dt.date | None


@dataclass(frozen=True, slots=True)
class SiblingsLine:
    """Brothers and sisters side by side, and whether one day does for all of them."""

    lines: tuple[SiblingLine, ...]
    window: str
    tone: Tone
    icon: str
    day: dt.date | None


@dataclass(frozen=True, slots=True)
class DiaryPage:
    """The whole screen. `days` are those of the weeks or of the month shown, in order.

    `anchor` is the day one is on; `hidden` counts the entries that the filters keep back;
    `calendar` says how much is known of the IRO's own calendar, empty for nothing;
    `begins_records` whether this person may bring children in.
    """

    mode: Mode
    today: dt.date
    anchor: dt.date
    title: str
    summary: str
    weekdays: tuple[tuple[str, str], ...]
    days: tuple[DayCell, ...]
    kinds: Choice
    areas: Choice
    whose: Choice
    conflicts: tuple[ConflictLine, ...]
    siblings: tuple[SiblingsLine, ...]
    hidden: int
    has_caseload: bool
    all_made_up: bool
    calendar: str = ""
    begins_records: bool = True
