"""Why a holiday or a term is not taken, in words."""

import datetime as dt

from iro_desktop.i18n import screen, tr
from iro_desktop.services.bank_holidays import HolidayRefusal
from iro_desktop.services.school_terms import TermFault, TermRefusal


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
