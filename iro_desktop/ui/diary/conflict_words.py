"""What does not go together in the diary, in words, with what to do about it."""

import datetime as dt

from iro_desktop.domain.review import OF_THE_CASE
from iro_desktop.i18n import screen, tr
from iro_desktop.services.diary import DiaryEntry
from iro_desktop.services.diary_conflicts import Clash, Conflict
from iro_desktop.ui.diary.page import ConflictLine
from iro_desktop.ui.words.children import name_of
from iro_desktop.ui.words.reviews import kind_of_review
from iro_desktop.ui.words.tones import Tone


def conflict_line(conflict: Conflict, today: dt.date) -> ConflictLine:
    """One conflict. Where a time is missing it may be none, and it is said in a weaker word."""
    what, advice = _words(conflict, today)
    tone, icon = _weight(conflict)
    children = {entry.child.id: name_of(entry.child) for entry in conflict.entries}
    return ConflictLine(what, advice, icon, tone, conflict.day, tuple(children.items()))


def _weight(conflict: Conflict) -> tuple[Tone, str]:
    if conflict.clash is Clash.SIBLINGS_APART:
        return "info", "info"
    if not conflict.is_certain:
        return "warning", "circle-help"
    return ("danger", "circle-alert") if conflict.clash in _WORST else ("warning", "triangle-alert")


_WORST = frozenset({Clash.AFTER_LIMIT, Clash.OVERLAP})


def _words(conflict: Conflict, today: dt.date) -> tuple[str, str]:
    one, other = conflict.entries[0], conflict.entries[-1]
    match conflict.clash:
        case Clash.AFTER_LIMIT:
            return _after_limit(one, today)
        case Clash.OVERLAP:
            return _overlap(one, other, is_certain=conflict.is_certain)
        case Clash.BUSY:
            return _busy(one, is_certain=conflict.is_certain)
        case Clash.CLOSED_DAY:
            what = tr(
                "{name} is booked for {day}, which is not a working day.",
                name=_who(one),
                day=screen().weekday_date(one.day),
            )
            return what, tr("Book a working day, or make sure that people can come.")
        case Clash.SIBLINGS_APART:
            return _siblings_apart(one, other)


def _who(entry: DiaryEntry) -> str:
    """Whose meeting it is, and which, where it is no review of the case."""
    name = name_of(entry.child)
    if entry.kind in OF_THE_CASE:
        return name
    return tr("{name} ({kind})", name=name, kind=kind_of_review(entry.kind))


def _after_limit(entry: DiaryEntry, today: dt.date) -> tuple[str, str]:
    limit = screen().weekday_date(entry.due.on) if entry.due else ""
    what = tr(
        "{name} is booked for {day}, after the last day in time, {limit}.",
        name=_who(entry),
        day=screen().weekday_date(entry.day),
        limit=limit,
    )
    if entry.due and entry.due.on < today:
        return what, tr("No day is left in time: keep this one, and note why it is late.")
    return what, tr("Book an earlier day, or note why it will be late.")


def _overlap(one: DiaryEntry, other: DiaryEntry, *, is_certain: bool) -> tuple[str, str]:
    fields = {
        "one": _who(one),
        "other": _who(other),
        "day": screen().weekday_date(one.day),
    }
    if not is_certain:
        what = tr("{one} and {other} are both booked for {day} and may overlap.", **fields)
        return what, tr("Give both a time of day.")
    what = tr(
        "{one} at {start} and {other} at {later} overlap on {day}.",
        start=screen().time(one.starts_at) if one.starts_at else "",
        later=screen().time(other.starts_at) if other.starts_at else "",
        **fields,
    )
    return what, tr("Move one of them.")


def _busy(entry: DiaryEntry, *, is_certain: bool) -> tuple[str, str]:
    fields = {"name": _who(entry), "day": screen().weekday_date(entry.day)}
    if not is_certain:
        what = tr("{name} is booked for {day}, when you are busy for a part of the day.", **fields)
        return what, tr("Give the meeting a time of day.")
    what = tr("{name} is booked for {day} at a time when you are busy.", **fields)
    return what, tr("Move the meeting, or free the time in your calendar.")


def _siblings_apart(one: DiaryEntry, other: DiaryEntry) -> tuple[str, str]:
    what = tr(
        "{one} is booked for {day} and {other}, of the same family, for {later}.",
        one=name_of(one.child),
        other=name_of(other.child),
        day=screen().weekday_date(one.day),
        later=screen().weekday_date(other.day),
    )
    return what, tr("Could one day do for both?")
