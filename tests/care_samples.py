"""Made-up episodes of care, from the few words a test is about."""

import datetime as dt

from iro_desktop.domain.care import CONTINUES, Episode
from iro_desktop.domain.identifiers import ChildId, episode_id
from iro_desktop.services.reckoning import lawful

RECKONER = lawful()
HOLIDAYS = RECKONER.holidays
CHILD = ChildId("made-up-child")


def day(text: str) -> dt.date:
    """A day from ISO text."""
    return dt.date.fromisoformat(text)


def episode(started: str, ended: str = "", reason_ended: str = "", **more: str) -> Episode:
    """An episode; one that ended without a reason went on with another (X1)."""
    return Episode(
        id=episode_id(CHILD, day(started)),
        child_id=CHILD,
        started=day(started),
        ended=day(ended) if ended else None,
        reason_ended=(reason_ended or CONTINUES) if ended else "",
        **{"legal_status": "C2", "placement": "U6", **more},
    )
