"""The entries and days of the diary, put into words."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import OF_THE_CASE, ReviewStatus
from iro_desktop.domain.timescales.explained import Holidays
from iro_desktop.domain.working_days import is_working_day
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.diary import DiaryEntry, Standing, blocks
from iro_desktop.services.meetings_due import ADJOURNED
from iro_desktop.ui.diary.busy_hours import BusyHours
from iro_desktop.ui.diary.page import DayCell, EntryLine
from iro_desktop.ui.words.children import name_of
from iro_desktop.ui.words.due_dates import Urgency, urgency, which_review, why
from iro_desktop.ui.words.reviews import kind_of_review
from iro_desktop.ui.words.tones import Tone, icon_of, tone_of

_WITH_A_RECORD = frozenset({ReviewStatus.PREPARING, ReviewStatus.OPEN, ReviewStatus.CLOSED})


@dataclass(frozen=True, slots=True)
class LineMaker:
    """Words things as of `today`. `me` is the owner of the laptop, whose name is not repeated.

    `may_invite` says whether people are asked to a child's meetings from this laptop.
    """

    today: dt.date
    holidays: Holidays
    me: str
    marks_made_up: bool
    may_invite: Callable[[str], bool] = lambda _child: True

    def day(
        self,
        day: dt.date,
        entries: Sequence[DiaryEntry],
        busy: tuple[BusyHours, ...] = (),
        *,
        is_in_month: bool,
    ) -> DayCell:
        """One day with all that stands on it."""
        lines = tuple(map(self._block, blocks(entries)))
        holiday = self._holiday(day)
        return DayCell(
            day=day,
            number=screen().number(day.day),
            heading=screen().weekday_date(day),
            short_heading=screen().weekday_and_day(day),
            is_in_month=is_in_month,
            is_today=day == self.today,
            is_closed=not is_working_day(day, self.holidays),
            holiday=holiday,
            entries=lines,
            said=self._day_said(day, holiday, lines, busy),
            busy=busy,
        )

    def _block(self, entries: Sequence[DiaryEntry]) -> EntryLine:
        """One meeting, whosever it is: several children by their names, several kinds by theirs."""
        first, *others = lines = tuple(map(self.entry, entries))
        if not others:
            return first
        names, kinds = (dict.fromkeys(found) for found in zip(*map(_named, lines), strict=True))
        name, kind = ", ".join(names), " + ".join(kinds)
        said = ", ".join(part for part in (first.word, first.time, name, kind) if part)
        return replace(first, name=name, kind=kind, said=said, together=lines)

    def entry(self, entry: DiaryEntry) -> EntryLine:
        """One entry."""
        word, icon, tone = self._standing(entry)
        name, about = name_of(entry.child), self._about(entry)
        time = _time(entry)
        said = ", ".join(part for part in (word, time, name, about) if part)
        return EntryLine(
            child=entry.child.id,
            review=entry.review.id if entry.review and _has_record(entry) else None,
            day=entry.day,
            standing=entry.standing,
            name=name,
            word=word,
            icon=icon,
            tone=tone,
            starts=screen().time(entry.starts_at) if entry.starts_at else "",
            starts_at=entry.starts_at,
            time=time,
            kind=_kind(entry),
            which=_which(entry),
            about=about,
            why=_why(entry),
            due=entry.due,
            made_up=entry.child.made_up and self.marks_made_up,
            said=said,
            invites_to=_invites_to(entry),
            may_invite=self.may_invite(entry.child.id),
        )

    def _standing(self, entry: DiaryEntry) -> tuple[str, str, Tone]:
        match entry.standing:
            case Standing.DUE:
                return self._due(entry)
            case Standing.BOOKED:
                return tr("Booked"), "calendar-days", "info"
            case Standing.HELD:
                if entry.review and entry.review.is_adjourned:
                    return tr("Adjourned"), "circle-dot", "plain"
                return tr("Held"), "circle-check", "plain"
            case Standing.CANCELLED:
                return tr("Cancelled"), "x", "plain"

    def _due(self, entry: DiaryEntry) -> tuple[str, str, Tone]:
        pressing = urgency(entry.day, self.today)
        if pressing is Urgency.OVERDUE:
            return tr("Overdue"), icon_of(pressing), tone_of(pressing)
        planned = entry.review.planned_for if entry.review else None
        if planned is not None and self.today <= planned <= entry.day:
            return tr("Due, booked"), "calendar", "plain"
        return tr("Due"), "calendar-clock", tone_of(pressing)

    def _about(self, entry: DiaryEntry) -> str:
        is_due = entry.standing is Standing.DUE
        parts = (
            _kind(entry),
            entry.review.planned_at if entry.review and not is_due else "",
            entry.area,
            entry.iro if entry.iro != self.me else "",
        )
        return " · ".join(part for part in parts if part)

    def _holiday(self, day: dt.date) -> str:
        name = self.holidays.get(day, "")
        return tr(name) if name else ""

    def _day_said(
        self,
        day: dt.date,
        holiday: str,
        lines: Sequence[EntryLine],
        busy: Sequence[BusyHours],
    ) -> str:
        head = [screen().weekday_date(day), tr("today") if day == self.today else "", holiday]
        head += [tr("busy {hours}", hours=hours.words) for hours in busy]
        said = ", ".join(part for part in head if part)
        if not lines:
            return tr("{day}: nothing in the diary", day=said)
        return tr(
            "{day}, {number}: {entries}",
            day=said,
            number=ntr("{number} entry", "{number} entries", len(lines)),
            entries="; ".join(line.said for line in lines),
        )


def _named(line: EntryLine) -> tuple[str, str]:
    return line.name, line.kind


def _kind(entry: DiaryEntry) -> str:
    """Of a limit, which review of its cycle; of a meeting, what it is held under."""
    if _is_to_be_completed(entry):
        kind = kind_of_review(entry.kind)
        return tr("{kind}, adjourned: to be completed by this day", kind=kind)
    if entry.standing is Standing.DUE and entry.due is not None:
        return which_review(entry.due)
    return kind_of_review(entry.kind)


def _which(entry: DiaryEntry) -> str:
    if _is_to_be_completed(entry):
        return tr("Adjourned")
    return "" if entry.kind in OF_THE_CASE else kind_of_review(entry.kind)


def _is_to_be_completed(entry: DiaryEntry) -> bool:
    """Whether it is the last day on which an adjourned review can be completed."""
    if entry.standing is not Standing.DUE or entry.due is None:
        return False
    return entry.due.rule.id == ADJOURNED


def _has_record(entry: DiaryEntry) -> bool:
    """Whether there is more to see of the review than its day: work on it was begun here."""
    review = entry.review
    return (
        review is not None
        and (entry.standing in {Standing.BOOKED, Standing.HELD} or _is_to_be_completed(entry))
        and review.status in _WITH_A_RECORD
    )


def _invites_to(entry: DiaryEntry) -> ReviewId | None:
    return entry.review.id if entry.review and entry.standing is Standing.BOOKED else None


def _time(entry: DiaryEntry) -> str:
    if entry.starts_at is None or entry.ends_at is None:
        return ""
    return tr(
        "{start}–{end}", start=screen().time(entry.starts_at), end=screen().time(entry.ends_at)
    )


def _why(entry: DiaryEntry) -> str:
    """Why a limit is that day; a meeting says by when it has to be held, and why."""
    if entry.due is None:
        return ""
    reason = why(entry.due)
    if entry.standing is Standing.DUE:
        return reason
    return tr("Due by {day}: {why}", day=screen().weekday_date(entry.due.on), why=reason)


def summary_of(entries: Sequence[DiaryEntry]) -> str:
    """How many are due, booked, held and cancelled."""
    number = {each: sum(one.standing is each for one in entries) for each in Standing}
    counted = (
        (Standing.DUE, tr("{number} due", number=screen().number(number[Standing.DUE]))),
        (Standing.BOOKED, tr("{number} booked", number=screen().number(number[Standing.BOOKED]))),
        (Standing.HELD, tr("{number} held", number=screen().number(number[Standing.HELD]))),
        (
            Standing.CANCELLED,
            tr("{number} cancelled", number=screen().number(number[Standing.CANCELLED])),
        ),
    )
    said = [words for standing, words in counted if number[standing]]
    return " · ".join(said) or tr("Nothing in the diary")
