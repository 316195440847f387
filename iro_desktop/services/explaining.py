"""A due date in words: what it is, how it was come by, who says so, and what would change it.

Words for a manager or a judge: no child's name stands in them, so they may be printed or shown
on the command line as they are.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from iro_desktop.domain.timescales.explained import Explained, Skipped
from iro_desktop.domain.timescales.rule import Checked, Duty, Length, Rule, Unit
from iro_desktop.i18n import Translator


@dataclass(frozen=True, slots=True)
class Explanation:
    """A due date in words. `passed_over` has a line for each day that was not counted.

    `why` is one sentence that stands for itself; `caveats` are what else to know of the day.
    """

    title: str
    day: str
    why: str
    counting: tuple[str, ...]
    passed_over: tuple[str, ...]
    caveats: tuple[str, ...]
    law: tuple[str, ...]
    changes: tuple[str, ...]

    @property
    def short(self) -> str:
        """The reason and what else to know, in one paragraph."""
        return " ".join((self.why, *self.caveats))

    @property
    def whole(self) -> str:
        """All but the single days passed over, in one paragraph, as a screen reader says it."""
        head = f"{self.title}: {self.day}."
        parts = (head, self.why, *self.counting, *self.caveats, *self.law, *self.changes)
        return " ".join(parts)


def explanation_of(due: Explained, tr: Translator) -> Explanation:
    """The words for a due date, in the translator's language."""
    return Explanation(
        title=tr(due.rule.title),
        day=tr.weekday_date(due.on),
        why=_why(due, tr),
        counting=_counting(due, tr),
        passed_over=tuple(
            tr("{day}: {reason}", day=tr.weekday_date(one.day), reason=_reason(one, tr))
            for one in due.skipped
        ),
        caveats=_caveats(due, tr),
        law=_law(due.rule, tr),
        changes=tuple(tr(text) for text in due.rule.what_changes),
    )


def length_in_words(length: Length, tr: Translator) -> str:
    """A length as it is said: 20 working days."""
    number = length.number
    match length.unit:
        case Unit.WORKING_DAYS:
            return tr.count("{number} working day", "{number} working days", number)
        case Unit.DAYS:
            return tr.count("{number} day", "{number} days", number)
        case Unit.WEEKS:
            return tr.count("{number} week", "{number} weeks", number)
        case Unit.MONTHS:
            return tr.count("{number} month", "{number} months", number)
        case Unit.YEARS:
            return tr.count("{number} year", "{number} years", number)
        case Unit.TERMS:
            return tr.count("{number} term", "{number} terms", number)


def duty_in_words(duty: Duty, tr: Translator) -> str:
    """Who asks for it."""
    return {
        Duty.STATUTE: tr("a duty in law"),
        Duty.GUIDANCE: tr("statutory guidance"),
        Duty.LOCAL: tr("local practice"),
    }[duty]


def checked_in_words(checked: Checked, tr: Translator) -> str:
    """How sure we are of it; empty where it was read at its source."""
    return {
        Checked.READ: "",
        Checked.REPORTED: tr(
            "This was taken from published procedures, and not checked against its source."
        ),
        Checked.UNCONFIRMED: tr("This is not confirmed: check it before relying on it."),
    }[checked]


def in_force_in_words(rule: Rule, tr: Translator) -> str:
    """Since when the rule is as it is, and until when it was."""
    first, last = rule.in_force.first, rule.in_force.last
    if first == dt.date.min:
        return tr("whatever the date")
    if last is None:
        return tr("in force since {first}", first=tr.date(first))
    return tr("in force from {first} to {last}", first=tr.date(first), last=tr.date(last))


def _why(due: Explained, tr: Translator) -> str:
    length, start = due.rule.length, tr.weekday_date(due.counted_from)
    fields = {"start": start, "event": tr(due.rule.counted_from), "law": due.rule.law}
    fields["length"] = length_in_words(length, tr)
    if length.is_before:
        return tr("The limit is {length} before {start}, {event} ({law}).", **fields)
    if length.unit is Unit.TERMS:
        return tr.count(
            "The limit is the end of the next term after {start}, {event} ({law}).",
            "The limit is the end of the term {number} after that of {start}, {event} ({law}).",
            length.number,
            **fields,
        )
    if length.number == 0:
        return tr("The limit is {start}, {event} ({law}).", **fields)
    return tr("The limit is {length} after {start}, {event} ({law}).", **fields)


def _counting(due: Explained, tr: Translator) -> tuple[str, ...]:
    if due.rule.length.unit is not Unit.WORKING_DAYS:
        return ()
    skipped = due.skipped
    weekends = sum(one.is_weekend for one in skipped)
    said = [_not_counted(weekends, tr)]
    named = _bank_holidays(skipped, tr)
    if named:
        said.append(
            tr.count(
                "A bank holiday is not counted: {days}.",
                "Bank holidays are not counted: {days}.",
                len(named),
                days=tr.list(named),
            )
        )
    return tuple(said)


def _not_counted(weekends: int, tr: Translator) -> str:
    if not weekends:
        return tr("The day of the event is not counted.")
    return tr.count(
        "The day of the event is not counted, nor is {number} day at a weekend.",
        "The day of the event is not counted, nor are {number} days at weekends.",
        weekends,
    )


def _bank_holidays(skipped: Sequence[Skipped], tr: Translator) -> list[str]:
    return [
        tr("{holiday} on {day}", day=tr.weekday_date(one.day), holiday=_reason(one, tr))
        for one in skipped
        if not one.is_weekend
    ]


def _reason(skipped: Skipped, tr: Translator) -> str:
    if skipped.is_weekend:
        return tr("a weekend")
    return skipped.holiday or tr("a bank holiday")


def _caveats(due: Explained, tr: Translator) -> tuple[str, ...]:
    said: list[str] = []
    if due.is_clamped and not due.rule.length.keeps_longer:
        month = tr.month(due.on)
        said.append(tr("{month} has no such date, so its last day is taken.", month=month))
    elif due.is_clamped:
        said.append(tr("That month has no such date, so the day after its last is taken."))
    if due.is_on_closed_day and not due.rule.length.keeps_longer:
        said.append(
            tr(
                "That day is {reason} and not a working day. The limit does not move, so the last "
                "practical day is {day}.",
                reason=_why_closed(due.on, due, tr),
                day=tr.weekday_date(due.last_working_day),
            )
        )
    if due.law_allows is not None and due.rule.tightens is not None:
        said.append(_beside_the_law(due.law_allows, due.rule.tightens, tr))
    if due.stops_on is not None:
        day = tr.weekday_date(due.stops_on)
        said.append(tr("The child turns 18 on {day}, and the clock stops then.", day=day))
    return tuple(said)


def _beside_the_law(allowed: dt.date, law: Rule, tr: Translator) -> str:
    fields = {"law": law.law, "day": tr.weekday_date(allowed)}
    if law.length.keeps_longer:
        return tr("The council keeps it longer than {law}, which asks for {day}.", **fields)
    return tr("The council asks for it sooner than {law}, which would allow until {day}.", **fields)


def _why_closed(day: dt.date, due: Explained, tr: Translator) -> str:
    return due.holidays.get(day) or tr("a {weekday}", weekday=tr.weekday(day))


def _law(rule: Rule, tr: Translator) -> tuple[str, ...]:
    said = tr(
        "{source}: {duty}, {when}.",
        source=rule.source,
        duty=duty_in_words(rule.duty, tr),
        when=in_force_in_words(rule, tr),
    )
    # Published procedures are where a council's own practice stands: no other source is meant.
    is_at_its_source = rule.duty is Duty.LOCAL and rule.checked is Checked.REPORTED
    checked = "" if is_at_its_source else checked_in_words(rule.checked, tr)
    return tuple(part for part in (said, checked, tr(rule.note)) if part)
