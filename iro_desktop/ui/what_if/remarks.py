"""Clashes and birthdays in words."""

import datetime as dt
from collections.abc import Callable

from iro_desktop.domain.timescales.what_if import Birthday
from iro_desktop.i18n import screen, tr
from iro_desktop.services.diary import DiaryEntry
from iro_desktop.services.what_if import Clash, ClashKind
from iro_desktop.ui.what_if.page import Remark
from iro_desktop.ui.words.children import name_of
from iro_desktop.ui.words.deadlines import State


def clash_remark(clash: Clash) -> Remark:
    """What speaks against a day, or is to be known of it."""
    return Remark(_words(clash), _STATES[clash.kind]())


def birthday_remark(birthday: Birthday, day: dt.date) -> Remark:
    """A birthday that changes rules, and whether the review on `day` comes before it."""
    said = tr(
        "{day}: turns {age}. {why}",
        day=screen().weekday_date(birthday.on),
        age=screen().number(birthday.age),
        why=_why(birthday.age),
    )
    if birthday.on <= day:
        return Remark(said, State(tr("by the review"), "info", "calendar-days"))
    return Remark(said, State(tr("after the review"), "plain", "calendar-days"))


_STATES: dict[ClashKind, Callable[[], State]] = {
    ClashKind.CLOSED_DAY: lambda: State(tr("closed"), "warning", "triangle-alert"),
    ClashKind.MEETING_AT_THE_TIME: lambda: State(tr("same time"), "danger", "circle-alert"),
    ClashKind.MEETING_WITHIN_THE_HOUR: lambda: State(
        tr("within the hour"), "warning", "triangle-alert"
    ),
    ClashKind.MEETING_SAME_DAY: lambda: State(tr("same day"), "plain", "calendar-days"),
    ClashKind.BUSY: lambda: State(tr("busy"), "warning", "triangle-alert"),
    ClashKind.OUTSIDE_TERM: lambda: State(tr("no school"), "warning", "triangle-alert"),
    ClashKind.IN_TERM: lambda: State(tr("school"), "plain", "info"),
    ClashKind.WITH_SIBLING: lambda: State(tr("together"), "success", "users"),
}


def _words(clash: Clash) -> str:
    if clash.meeting is not None:
        return _of_meeting(clash.kind, clash.meeting)
    match clash.kind:
        case ClashKind.BUSY:
            return tr("Your own calendar has you taken for a part of that day.")
        case ClashKind.OUTSIDE_TERM:
            return tr("School is out: teachers may not be able to come.")
        case ClashKind.IN_TERM:
            term = clash.term.name if clash.term else ""
            return tr("In term ({term}): meet outside lessons if you can.", term=term)
        case _:
            reason = clash.holiday or tr("a weekend")
            return tr("It is not a working day: {reason}.", reason=reason)


def _of_meeting(kind: ClashKind, meeting: DiaryEntry) -> str:
    who = _who(meeting)
    match kind:
        case ClashKind.WITH_SIBLING:
            return tr(
                "{who}, a brother or sister, is reviewed that day: it could be one journey.",
                who=who,
            )
        case ClashKind.MEETING_AT_THE_TIME:
            return tr("At that time there is the review of {who}.", who=who)
        case ClashKind.MEETING_WITHIN_THE_HOUR:
            return tr("Less than an hour lies between it and the review of {who}.", who=who)
        case _:
            return tr("That day there is also the review of {who}.", who=who)


def _who(meeting: DiaryEntry) -> str:
    if meeting.starts_at is None:
        return tr("{name}, no time given", name=name_of(meeting.child))
    return tr(
        "{name} at {time}", name=name_of(meeting.child), time=screen().time(meeting.starts_at)
    )


def _why(age: int) -> str:
    return {
        4: tr("From then on, how the child took part has a code, and the yearly SDQ begins."),
        5: tr("From then on, health is assessed yearly, no longer every six months."),
        16: tr("From then on, needs are assessed for a pathway plan."),
        17: tr("From then on, no SDQ is asked for."),
        18: tr("No longer looked after: every clock stops."),
    }[age]
