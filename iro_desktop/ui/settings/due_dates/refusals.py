"""Why a holiday, a term or a council's file is not taken, in words."""

import datetime as dt

from iro_desktop.i18n import screen, tr
from iro_desktop.services.bank_holidays import HolidayRefusal
from iro_desktop.services.faults import (
    CouncilFormRefused,
    LocalRulesRefused,
    LocalWordsRefused,
    PracticePackRefused,
)
from iro_desktop.services.school_terms import TermFault, TermRefusal
from iro_desktop.ui.settings.due_dates.lines import Line


def refused_holiday(refusal: HolidayRefusal, day: dt.date) -> str:
    """Why a day is not added to the bank holidays."""
    words = screen().weekday_date(day)
    match refusal:
        case HolidayRefusal.AT_A_WEEKEND:
            return tr("{day} is at a weekend, and is not counted anyway.", day=words)
        case HolidayRefusal.KNOWN_ALREADY:
            return tr("{day} is a bank holiday already.", day=words)


def refused_term(refusal: TermRefusal) -> str:
    """Why a term is not taken."""
    match refusal.fault:
        case TermFault.NAMELESS:
            return tr("Name the term first, for example Autumn 2026.")
        case TermFault.ENDS_BEFORE_IT_BEGINS:
            return tr("This is before the first day. Write a later one.")
        case TermFault.OVERLAPS:
            other = refusal.other
            return tr(
                "It overlaps {term}, {first} to {last}. A day is in one term only.",
                term=other.name if other else "",
                first=screen().date(other.first) if other else "",
                last=screen().date(other.last) if other else "",
            )


def reason_lines(
    refused: LocalRulesRefused | LocalWordsRefused | CouncilFormRefused | PracticePackRefused,
) -> tuple[Line, ...]:
    """Every reason for which a council's file is refused, each with the place it stands at."""
    return tuple(map(_reason, refused.data["why"].splitlines()))


def _reason(told: str) -> Line:
    where, _, rest = told.partition("  ")
    code, _, said = rest.partition("  ")
    place = where.rsplit(":", 2)
    if not said or len(place) != _PARTS_OF_A_PLACE:
        return Line(told)
    file, line, column = place
    fields = {"file": file, "line": line, "column": column, "code": code}
    return Line(tr("{file}, line {line}, column {column} ({code})", **fields), (said,))


_PARTS_OF_A_PLACE = 3
