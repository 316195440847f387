"""The tone and icon that repeat how pressing something is. The words always say it first."""

from typing import Literal

from iro_desktop.ui.words.due_dates import Urgency

Tone = Literal["plain", "info", "success", "warning", "danger"]

_TONES: dict[Urgency, Tone] = {
    Urgency.OVERDUE: "danger",
    Urgency.SOON: "warning",
    Urgency.LATER: "plain",
}
_ICONS = {
    Urgency.OVERDUE: "circle-alert",
    Urgency.SOON: "calendar-clock",
    Urgency.LATER: "calendar",
}


def tone_of(urgency: Urgency) -> Tone:
    """The tone of a pill."""
    return _TONES[urgency]


def icon_of(urgency: Urgency) -> str:
    """The icon in a pill."""
    return _ICONS[urgency]
