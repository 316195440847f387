"""How much of a child's record this laptop has, and what may be done with it, in a sentence."""

import datetime as dt

from iro_desktop.i18n import screen, tr
from iro_desktop.services.rights import Access


def access_in_words(access: Access | None, now: dt.datetime) -> str:
    """Nothing where there is nothing to say: the child is one's own, or there is no hub."""
    if access is None:
        return ""
    if access.until is not None and access.is_over(now):
        return tr(
            "Your time with this child’s record ended on {day}. It can only be read now, and is "
            "taken off this laptop with the next sync.",
            day=screen().date(access.until),
        )
    if access.is_part:
        return tr(
            "Only your part of this child’s record is on this laptop. What follows from the rest, "
            "such as care and due dates, is missing here or not right."
        )
    if access.access == "cover" and access.until is not None:
        return tr("You cover for this child until {day}.", day=screen().date(access.until))
    if access.access in {"team", "sample"}:
        return tr("This child’s record is yours to read. The child’s IRO writes it.")
    return ""
