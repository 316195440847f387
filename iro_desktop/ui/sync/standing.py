"""How syncing stands at this moment, as plain values: what the window's foot and the page show."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from iro_desktop.i18n import ntr, tr
from iro_desktop.services.syncing.whole_round import SyncState
from iro_desktop.ui.sync.words import moment_in_words


class Reach(StrEnum):
    """How the hub was found the last time it was tried."""

    UNTRIED = "untried"
    ANSWERED = "answered"
    AWAY = "away"
    NOT_OURS = "not_ours"
    SIGNED_OUT = "signed_out"
    ENDED = "ended"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a round is; `total` 0 where nobody can know."""

    done: int = 0
    total: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """All there is to say. `running` is None between rounds."""

    state: SyncState
    reach: Reach
    now: dt.datetime
    running: Progress | None = None
    report: tuple[str, ...] = ()
    fault: str = ""

    def goes_on_from(self, before: "Standing") -> bool:
        """Whether the same round runs still, and nothing but how far it is differs."""
        if self.running is None or before.running is None:
            return False
        return replace(before, running=self.running, now=self.now) == self


@dataclass(frozen=True, slots=True)
class ShortWords:
    """The line in the window's foot, its icon and colour, and what it means in a sentence."""

    words: str
    icon: str
    colour: str
    sentence: str


def needs_you(state: SyncState) -> int:
    """How many things wait for a person."""
    return state.conflicts + state.refused


def short_words(standing: Standing) -> ShortWords:
    """The one line; what only a person can put right comes first."""
    state = standing.state
    if state.signed_out or standing.reach is Reach.SIGNED_OUT:
        return ShortWords(
            tr("Sign in again"),
            "key-round",
            "warning",
            tr("The hub no longer knows this laptop. All you write is kept here until then."),
        )
    if standing.reach is Reach.ENDED:
        return ShortWords(
            tr("Access has ended"),
            "lock",
            "danger",
            tr("The hub ended the access of this laptop or of its person."),
        )
    if standing.running is not None:
        return ShortWords(
            tr("Syncing…"), "upload", "primary", tr("Sending and receiving. You can go on writing.")
        )
    waiting = needs_you(state)
    if waiting:
        return ShortWords(
            ntr("{number} needs you", "{number} need you", waiting),
            "triangle-alert",
            "danger",
            tr("Something waits that only a person can decide. Nothing is lost meanwhile."),
        )
    return _quiet_words(standing)


def _quiet_words(standing: Standing) -> ShortWords:
    state = standing.state
    if standing.reach is Reach.NOT_OURS:
        return ShortWords(
            tr("Not our hub"),
            "circle-alert",
            "danger",
            tr("What answers at the address is not the hub this laptop was enrolled at."),
        )
    if standing.reach is Reach.AWAY:
        return ShortWords(
            tr("Hub away: kept here"),
            "cloud-off",
            "muted",
            tr("The hub cannot be reached now. All is kept here and goes when it can."),
        )
    if standing.reach is Reach.FAULT:
        return ShortWords(
            tr("Did not finish: kept here"), "circle-alert", "warning", standing.fault
        )
    if state.waiting:
        return ShortWords(
            ntr("{number} waiting", "{number} waiting", state.waiting),
            "save",
            "muted",
            tr("Kept here, and about to go to the hub."),
        )
    if state.last is None:
        return ShortWords(
            tr("Not synced yet"), "circle-dot", "muted", tr("Nothing went to the hub so far.")
        )
    at = moment_in_words(state.last, standing.now)
    return ShortWords(
        tr("All sent, {at}", at=at),
        "circle-check",
        "success",
        tr("The hub has all that was written here."),
    )
