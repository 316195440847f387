"""The due dates that moved, as a list to read, to copy and to print."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.rule import Rule
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.explaining import length_in_words
from iro_desktop.services.moved_dates import MovedDate
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.words.children import name_of


@dataclass(frozen=True, slots=True)
class MovedList:
    """How many moved, in words, and each of them."""

    title: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The whole list as plain text, a due date a line."""
        return "\n".join((self.title, "", *(line.spoken for line in self.lines))) + "\n"


def moved_list(found: Sequence[MovedDate]) -> MovedList:
    """What moved, in words; without lines where nothing did."""
    if not found:
        return MovedList(tr("No due date moved."), ())
    title = ntr("{number} due date moved.", "{number} due dates moved.", len(found))
    return MovedList(title, tuple(_line(one) for one in found))


def _line(one: MovedDate) -> Line:
    was, now = one.before, one.after
    fields = {"what": tr(now.rule.title)}
    if one.is_limit_moved:
        fields |= {"before": _day(was.on), "after": _day(now.on)}
        moved = tr("{what}: {before} → {after}", **fields)
    else:
        fields |= {"before": _day(was.last_working_day), "after": _day(now.last_working_day)}
        moved = tr("{what}, last practical day: {before} → {after}", **fields)
    details = (moved, _practical_day(one), _why(was, now))
    return Line(name_of(one.child), tuple(text for text in details if text))


def _practical_day(one: MovedDate) -> str:
    now = one.after
    if not one.is_limit_moved:
        return tr("The limit itself stays: {day}.", day=screen().weekday_date(now.on))
    if now.is_on_closed_day:
        return tr("Last practical day: {day}.", day=screen().weekday_date(now.last_working_day))
    return ""


def _why(was: Explained, now: Explained) -> str:
    if (was.rule.length, was.rule.law) != (now.rule.length, now.rule.law):
        return tr("Now {now}, before that {before}.", now=_of(now.rule), before=_of(was.rule))
    closed, opened = _new_holidays(was, now), _new_holidays(now, was)
    if closed:
        return tr("Now a bank holiday: {days}.", days=screen().list(closed))
    if opened:
        return tr("No longer a bank holiday: {days}.", days=screen().list(opened))
    return tr("It is counted from {day} now.", day=screen().weekday_date(now.counted_from))


def _of(rule: Rule) -> str:
    length = length_in_words(rule.length, screen())
    return tr("{length} ({law})", length=length, law=rule.law)


def _new_holidays(was: Explained, now: Explained) -> list[str]:
    """The days that the second reckons as holidays and the first does not, as far as they count."""
    days = [day for due in (was, now) for day in (due.counted_from, due.on, due.last_working_day)]
    first, last = min(days), max(days)
    new = sorted(now.holidays.keys() - was.holidays.keys())
    return [
        tr("{day} ({name})", day=screen().weekday_date(day), name=now.holidays[day])
        for day in new
        if first <= day <= last
    ]


def _day(day: dt.date) -> str:
    return screen().short_weekday_date(day)
