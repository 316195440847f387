"""How much of a child's record this laptop has, and what may be done with it, in a sentence."""

import datetime as dt

from iro_desktop.i18n import screen, tr
from iro_desktop.services.rights import Allowed


def access_in_words(allowed: Allowed, now: dt.datetime) -> str:
    """Nothing where there is nothing to say: the child is one's own, or there is no hub."""
    access = allowed.access
    if access is not None and access.access == "cover" and access.until and not access.is_over(now):
        return tr("You cover for this child until {day}.", day=screen().date(access.until))
    return why_to_read(allowed, now)


def why_to_read(allowed: Allowed, now: dt.datetime) -> str:
    """Why a child's record, or most of it, can only be read; nothing where it can be written."""
    access = allowed.access
    if allowed.writes("review"):
        return ""
    if access is None:
        return tr("At the hub, this child’s record is not yours to write.")
    if access.until is not None and access.is_over(now):
        return tr(
            "Your time with this child’s record ended on {day}. It can only be read now, and is "
            "taken off this laptop with the next sync.",
            day=screen().date(access.until),
        )
    if not access.is_part:
        return tr("This child’s record is yours to read. The child’s IRO writes it.")
    return " ".join((_part(), _share(allowed)))


def _part() -> str:
    return tr(
        "Only your part of this child’s record is on this laptop. What is missing here may well be "
        "known to the child’s IRO."
    )


def _share(allowed: Allowed) -> str:
    """What of a part is theirs to write."""
    if allowed.writes("decision"):
        return tr("Yours to write are the decisions, and what became of them.")
    if allowed.writes("sending"):
        return tr("Yours to write is which documents were sent, and to whom.")
    return ""
