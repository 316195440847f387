"""How syncing is said on screen: where a record is, why the hub said no, and when it answered."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.i18n import screen, tr
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.ui.words.tones import Tone


@dataclass(frozen=True, slots=True)
class StateWords:
    """A state in a word, with its tone and icon, and as a sentence for whoever asks."""

    word: str
    sentence: str
    tone: Tone
    icon: str


def state_in_words(state: RecordState) -> StateWords:
    """Where the newest words of a record are."""
    match state:
        case RecordState.CONFLICT:
            return StateWords(
                tr("Two versions"),
                tr("Two people wrote here at the same time. Both versions are kept: decide."),
                "danger",
                "triangle-alert",
            )
        case RecordState.REFUSED:
            return StateWords(
                tr("Not taken"),
                tr("The hub did not take something of this. It is kept here, and waits for you."),
                "danger",
                "circle-alert",
            )
        case RecordState.SAVED_HERE:
            return StateWords(
                tr("Saved here"),
                tr("Kept on this laptop. It goes to the hub by itself."),
                "plain",
                "save",
            )
        case RecordState.SENT:
            return StateWords(
                tr("Sent"),
                tr("Sent to the hub, which has not answered yet. It is kept here until it does."),
                "info",
                "send",
            )
        case RecordState.ACCEPTED:
            return StateWords(
                tr("At the hub"), tr("The hub has all of this."), "success", "circle-check"
            )


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why the hub did not take something, and what helps."""

    why: str
    what_helps: str


def why_refused(code: str) -> WhyNot:
    """A refusal in words; a code of a later hub is said as it is."""
    keep = tr("Keep it here if it is not to be sent. It stays in this laptop’s history.")
    return {
        "not_yours": WhyNot(
            tr("The hub does not know this child as yours."),
            tr("Ask your manager to allocate the child to you, then try again."),
        ),
        "read_only": WhyNot(
            tr("You may read this child’s record, and add nothing to it."),
            tr("If your cover should still run, ask your manager, then try again."),
        ),
        "kind_not_yours": WhyNot(
            tr("Your role at the hub does not write this part of the record."),
            tr("Ask whoever looks after the hub about your role, then try again."),
        ),
        "forged_author": WhyNot(
            tr("It is signed with another name or laptop than the hub knows of you."),
            tr("Sign in again in the settings, then try again."),
        ),
        "different_content": WhyNot(
            tr("The hub holds something else under the same name."),
            tr("Tell whoever looks after the hub. Both versions are kept."),
        ),
        "other_bundle": WhyNot(
            tr("The hub holds part of it from an earlier sending."),
            tr("Try again. If that does not help, tell whoever looks after the hub."),
        ),
        "malformed": WhyNot(
            tr("The hub could not read it: one of the two is older than the other."),
            tr("Bring this program up to date, then try again."),
        ),
        "too_many": WhyNot(
            tr("More waits at the hub for your manager than it may keep."),
            tr("Ask your manager to look through what waits, then try again."),
        ),
        "too_large": WhyNot(tr("It is larger than the hub takes."), keep),
    }.get(code, WhyNot(tr("The hub said no ({code}).", code=code or "?"), keep))


def why_quarantined(code: str) -> str:
    """Why work waits for a manager."""
    return {
        "deactivated": tr("Whoever wrote it no longer works with this hub."),
        "revoked": tr("The laptop it came from was revoked."),
        "cover_ended": tr("Whoever wrote it covered for a time that has ended."),
        "allocation_ended": tr("The child is no longer theirs."),
        "not_yours": tr("The child is no longer theirs."),
        "read_only": tr("Whoever wrote it may only read this record now."),
    }.get(code, tr("Whoever wrote it may not add to this record now."))


def step_in_words(step: str) -> str:
    """What a round is doing; nothing of a step that has no words."""
    return {
        "asking": tr("Asking the hub what is new"),
        "sending": tr("Sending what was written here"),
        "receiving": tr("Receiving what others wrote"),
        "merging": tr("Bringing together what several wrote"),
        "files": tr("Fetching pictures and files"),
    }.get(step, "")


def moment_in_words(moment: dt.datetime, now: dt.datetime) -> str:
    """A moment where the laptop is: of today, the time alone."""
    here, today = moment.astimezone(), now.astimezone().date()
    time = screen().time(here.time())
    if here.date() == today:
        return time
    return tr("{day}, {time}", day=screen().short_date(here.date()), time=time)


def moment_of(text: str) -> dt.datetime | None:
    """A moment as the hub writes it, in UTC; None where it is no moment."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)
