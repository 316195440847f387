"""What one round with the hub did: counted while it runs, and said in calm, plain words."""

from dataclasses import dataclass, field
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.i18n import Translator


class Note(StrEnum):
    """Something about a round that a person may want to know."""

    HUB_RESTORED = "hub_restored"
    NEW_HUB = "new_hub"
    FILES_WAITING = "files_waiting"
    NEWER_PROGRAM = "newer_program"
    NOT_READABLE = "not_readable"
    WAITS_BEFORE_WIPING = "waits_before_wiping"
    SETTINGS = "settings"
    SETTINGS_REFUSED = "settings_refused"


_OF_A_TURN = frozenset({Note.FILES_WAITING, Note.WAITS_BEFORE_WIPING})


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What a round did.

    `sent`, `received` and `merged` are numbers of revisions, `conflicts` the things that wait for
    a person, `refused` and `quarantined` numbers of bundles. `children_received` are those whose
    record is other than before the round, the wiped ones too. `ended` is the hub's code where it
    ended this laptop's or person's access, else empty. `is_whole` says that nothing was left over.
    """

    sent: int = 0
    received: int = 0
    merged: int = 0
    children_received: frozenset[ChildId] = frozenset()
    conflicts: tuple[str, ...] = ()
    refused: int = 0
    quarantined: int = 0
    wiped: tuple[ChildId, ...] = ()
    requeued: int = 0
    notes: tuple[Note, ...] = ()
    ended: str = ""
    is_whole: bool = True


@dataclass(slots=True)
class Tally:
    """A report while it grows. `left_over` says that something of the hub's is still to be had."""

    sent: int = 0
    received: int = 0
    merged: int = 0
    changed: set[ChildId] = field(default_factory=set)
    refused: int = 0
    quarantined: int = 0
    wiped: list[ChildId] = field(default_factory=list)
    requeued: int = 0
    notes: list[Note] = field(default_factory=list)
    left_over: bool = False

    def begin_turn(self) -> None:
        """Ask and send once more: what was left over may come with it."""
        self.left_over = False
        self.notes = [note for note in self.notes if note not in _OF_A_TURN]

    def note(self, note: Note, *, instead_of: Note | None = None) -> None:
        """Say it once."""
        self.notes = [each for each in self.notes if each is not instead_of]
        if note not in self.notes:
            self.notes.append(note)

    def report(self, conflicts: tuple[str, ...], ended: str = "") -> RoundReport:
        """What was done so far."""
        return RoundReport(
            self.sent,
            self.received,
            self.merged,
            frozenset((*self.changed, *self.wiped)),
            conflicts,
            self.refused,
            self.quarantined,
            tuple(self.wiped),
            self.requeued,
            tuple(self.notes),
            ended,
            not self.left_over,
        )


def in_words(report: RoundReport, tr: Translator) -> tuple[str, ...]:
    """Sentences for whoever sits there, the most important first. Never empty."""
    sentences = [*_what_needs_someone(report, tr), *_what_moved(report, tr)]
    sentences.extend(tr(_NOTES[note]) for note in report.notes)
    return tuple(sentences) or (tr("Nothing was new on either side."),)


def _what_needs_someone(report: RoundReport, tr: Translator) -> list[str]:
    said = []
    if report.ended:
        said.append(tr(_ENDED.get(report.ended, _ENDED["revoked"])))
    if report.conflicts:
        said.append(
            tr.count(
                "{number} record was changed in two places and waits for you to decide.",
                "{number} records were changed in two places and wait for you to decide.",
                len(report.conflicts),
            )
        )
    if report.refused:
        said.append(
            tr.count(
                "The hub did not take {number} bundle of changes. It is kept here.",
                "The hub did not take {number} bundles of changes. They are kept here.",
                report.refused,
            )
        )
    if report.quarantined:
        said.append(
            tr.count(
                "{number} bundle of changes was handed to your manager to decide about.",
                "{number} bundles of changes were handed to your manager to decide about.",
                report.quarantined,
            )
        )
    if report.wiped:
        said.append(
            tr.count(
                "You no longer have access to {number} child. The copy here was removed.",
                "You no longer have access to {number} children. The copies here were removed.",
                len(report.wiped),
            )
        )
    return said


def _what_moved(report: RoundReport, tr: Translator) -> list[str]:
    said = []
    if report.sent:
        said.append(
            tr.count("{number} change was sent.", "{number} changes were sent.", report.sent)
        )
    if report.received:
        said.append(
            tr.count(
                "{number} change was received.", "{number} changes were received.", report.received
            )
        )
    if report.merged:
        said.append(
            tr.count(
                "{number} record was changed by two people and brought together.",
                "{number} records were changed by two people and brought together.",
                report.merged,
            )
        )
    if report.requeued:
        said.append(
            tr.count(
                "{number} change that the hub had lost was sent again.",
                "{number} changes that the hub had lost were sent again.",
                report.requeued,
            )
        )
    return said


_ENDED = {
    "revoked": "This laptop was taken off the hub. What was unsent was handed over first.",
    "deactivated": "Your account at the hub was ended. What was unsent was handed over first.",
}

_NOTES = {
    Note.HUB_RESTORED: "The hub was restored from a backup; what it lacked was sent again.",
    Note.NEW_HUB: "The hub was set up anew; everything was sent again.",
    Note.FILES_WAITING: "A picture or file has not come yet. It is fetched with the next sync.",
    Note.NEWER_PROGRAM: "Some of what came was written by a newer version of IRO Desktop. It is "
    "kept, and shown once this laptop has that version.",
    Note.NOT_READABLE: "Some of what came cannot be read here. It is kept as it came.",
    Note.WAITS_BEFORE_WIPING: "A child’s copy stays until what was written here is handed over.",
    Note.SETTINGS: "Your council’s settings were brought up to date.",
    Note.SETTINGS_REFUSED: "A setting from your council could not be used; the one before stays.",
}


def step_in_words(step: str, tr: Translator) -> str:
    """What a round is at; empty for a step that has no words."""
    return tr(_STEPS.get(step, ""))


# By `rounds.Step`, which knows this module.
_STEPS = {
    "sending": "Sending what was written here …",
    "asking": "Asking what is new …",
    "receiving": "Receiving what others wrote …",
    "files": "Fetching pictures and files …",
    "merging": "Bringing changes together …",
}
