"""Due dates as screens list them: explained, with a short state beside each."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.i18n import tr
from iro_desktop.services.explaining import Explanation
from iro_desktop.ui.words.due_dates import explained, how_soon, urgency
from iro_desktop.ui.words.tones import Tone, icon_of, tone_of


@dataclass(frozen=True, slots=True)
class State:
    """A short state for a pill; colour and icon only repeat the words."""

    text: str
    tone: Tone
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due date that explains itself. `note` says what it supposes, empty where nothing."""

    explanation: Explanation
    state: State
    note: str = ""


def deadline(due: Explained, today: dt.date, note: str = "") -> Deadline:
    """A due date and how soon it is, or that its clock stops before."""
    return Deadline(explained(due), _state(due, today), note)


def _state(due: Explained, today: dt.date) -> State:
    if due.stops_on is not None:
        return State(tr("the clock stops first"), "plain", "info")
    pressing = urgency(due.on, today)
    return State(how_soon(due.on, today), tone_of(pressing), icon_of(pressing))
