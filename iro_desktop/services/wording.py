"""What a known fault says to the person: a sentence, and what to do next."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from typing_extensions import override

from iro_desktop.i18n import Translator
from iro_desktop.services import faults as f


@dataclass(frozen=True, slots=True)
class Words:
    """What happened, and the next step."""

    sentence: str
    next_step: str

    @override
    def __str__(self) -> str:
        """Both, as one line."""
        return f"{self.sentence} {self.next_step}".strip()


_WORDS: dict[type[f.KnownFault], tuple[str, str]] = {
    f.NoStore: (
        "There is no store here yet.",
        "Make one with “iro-desktop init”, or open the application and follow its first page.",
    ),
    f.StoreExists: (
        "There is a store here already.",
        "Choose another folder, so that nothing is written over.",
    ),
    f.WrongPassphrase: (
        "That does not open the store.",
        "Check capital letters and spaces, and try again; or use the recovery key you printed.",
    ),
    f.TooSoon: (
        "That was tried too often.",
        "Wait {wait} seconds and try again. Nothing has been lost.",
    ),
    f.WeakPassphrase: (
        "The passphrase is too short.",
        "Use at least {least} characters: three or four words that only you would put together.",
    ),
    f.DamagedEnvelope: (
        "The file that holds the key, vault.json, is damaged.",
        "Put back a copy of it from a backup. The store itself has not been touched.",
    ),
    f.DamagedStore: (
        "The passphrase is right, but the store's file is damaged.",
        "Restore your latest backup with “iro-desktop restore”. Keep the damaged file as it is.",
    ),
    f.NewerStore: (
        "This store was written by a newer version of IRO Desktop.",
        "Install the newer version on this laptop. Nothing has been changed.",
    ),
    f.LockedStore: (
        "The store is open in another window.",
        "Go on there, or close it first. Nothing has been changed.",
    ),
    f.NoSpace: (
        "The disk is full.",
        "Make some room, then go on: what was saved before is safe.",
    ),
    f.NotWritable: (
        "{what} cannot be written.",
        "Choose another folder, or ask your IT team for leave to write there.",
    ),
    f.NotABackup: (
        "That file is not a backup of a store.",
        "Choose a file that “iro-desktop backup” made.",
    ),
    f.UpgradeFailed: (
        "The store could not be brought to this version, and stands as it was.",
        "A backup was kept as {backup}. Ask your IT team to send us the report.",
    ),
    f.NoSuchThing: (
        "There is no {kind} called {name}.",
        "Check the name; “iro-desktop children” and “iro-desktop reviews” list what there is.",
    ),
    f.FixedReview: (
        "This review is closed or cancelled, and can no longer be changed.",
        "Add an addendum to a closed one; book another in place of a cancelled one.",
    ),
    f.NotYoursToWrite: (
        "At the hub, this part of the child’s record is yours to read, not to write.",
        "Nothing was changed. Tell the child’s IRO what should stand there.",
    ),
    f.AccessOver: (
        "Your time with this child’s record ended on {day}: nothing can be added any more.",
        "What you wrote until then still goes to the hub. Ask your manager if it should go on.",
    ),
    f.PartOfTheRecord: (
        "Only your part of this child’s record is on this laptop, so this would not be whole.",
        "Ask the child’s IRO for it: a document that is signed can be opened here as it is.",
    ),
    f.SignedVersion: (
        "This version is signed, and a signed version never changes.",
        "Write a correction: a new version that says what changed.",
    ),
    f.NotSigned: (
        "This version is not signed.",
        "Check it and sign it first; a draft can simply be written again.",
    ),
    f.NotChecked: (
        "Nobody has checked this version as it stands.",
        "Read it through and say who checked it, then sign it.",
    ),
    f.NameMissing: (
        "It is not said who does this.",
        "Give a name; the IRO’s own stands in the settings.",
    ),
    f.WordsMissing: (
        "There are no words to keep.",
        "Write down what was said, exactly as it was said.",
    ),
    f.DescriptionMissing: (
        "It is not said what is seen in the picture.",
        "Describe it in a sentence, for readers who cannot see it.",
    ),
    f.NotAPicture: (
        "This file cannot be shown in a document.",
        "Choose a photo or a drawing as a JPEG or PNG file; a phone can save its photos so.",
    ),
    f.NoVoice: (
        "This computer has no voice for the language {code}.",
        "Add one in its settings for speech, or on Linux install espeak-ng; or read it aloud.",
    ),
    f.SpeechFailed: (
        "The computer’s voice gave no sound back, and no file was written.",
        "Try again; if it fails again, ask your IT team to look at the voice.",
    ),
    f.StillADraft: (
        "This document is a draft, and a draft is not signed.",
        "Close the review it tells of, write the document again, check it and sign it.",
    ),
    f.NotTranslated: (
        "This document cannot be signed: {count} parts of it are not in the reader’s language.",
        "Send the texts to a translator and take them in, then write the document again.",
    ),
    f.VersionDamaged: (
        "This version is no longer what was signed: its digest does not match.",
        "Do not send it. Bring back a backup of the store, and tell your IT team.",
    ),
    f.ReviewAdjourned: (
        "This review is adjourned.",
        "Resume it first: until it is complete, it is not closed and nothing of it carried out.",
    ),
    f.AlreadyAdjourned: (
        "This review has been adjourned before, and a review is adjourned once only.",
        "Complete it, and book the next one early if more has to be known.",
    ),
    f.NotAdjourned: (
        "This review is not adjourned.",
        "There is nothing to resume; go on with it as it is.",
    ),
    f.NotComplete: (
        "This review is not complete yet.",
        "Add its meetings, and say on which day it was completed.",
    ),
    f.AlreadyComplete: (
        "This review is complete, so there is nothing left to adjourn.",
        "Close it, or correct the day on which it was completed.",
    ),
    f.AlreadyHeld: (
        "This review has begun, so it cannot be cancelled.",
        "Complete and close it; if it has to be broken off, adjourn it.",
    ),
    f.NotADayOfReview: (
        "There was no meeting of this review on that day.",
        "Choose a day of one of its meetings, or the day on which it was completed.",
    ),
    f.ReasonMissing: (
        "This needs a reason.",
        "Write in a few words why, then try again.",
    ),
    f.DaysOutOfOrder: (
        "That day is before another which it has to follow.",
        "Check both days: a review is adjourned after it began, resumed and completed after that.",
    ),
    f.PanelNotLawful: (
        "This panel may not review a secure placement: {why}.",
        "Put that right on the panel's list, then go on.",
    ),
    f.IroConflict: (
        "This IRO may not be named here: {why}.",
        "Name another IRO for one of the two. Nothing was changed.",
    ),
    f.NotReady: (
        "The review cannot be closed yet: {count} things are missing.",
        "They are listed, each with a link to where it belongs.",
    ),
    f.UnreadableFile: (
        "{name} cannot be read: {why}.",
        "Check that it is the right file and whole.",
    ),
    f.RecordDiffers: (
        "{what} on this laptop is not the same as in the file.",
        "Nothing was changed. Export the record held here first, and compare the two.",
    ),
    f.NoDisplay: (
        "There is no screen here to open a window on.",
        "Start it where you sit, or use the commands: “iro-desktop --help” lists them.",
    ),
    f.LocalRulesRefused: (
        "These timescales cannot be used:",
        "\n{why}\nMend the file and try again. Nothing has been changed.",
    ),
    f.CouncilWordingRefused: (
        "This wording cannot be used:",
        "\n{why}\nPut it right and keep it then. Nothing has been changed.",
    ),
    f.PracticePackRefused: (
        "This practice pack cannot be used:",
        "\n{why}\nMend the file and try again. Nothing has been changed.",
    ),
    f.CouncilFormRefused: (
        "This form cannot be used:",
        "\n{why}\nMend the file and try again. Nothing has been changed.",
    ),
    f.CouncilLookRefused: (
        "That cannot be used for documents: {why}.",
        "Choose another. Nothing has been changed.",
    ),
    f.LocalWordsRefused: (
        "This list of words cannot be used:",
        "\n{why}\nMend the file and try again. Nothing has been changed.",
    ),
    f.NoSuchTimescale: (
        "No rule is called “{name}”.",
        "“iro-desktop rules” lists them all.",
    ),
    f.TimescaleNotInForce: (
        "The rule “{name}” was not in force on {day}.",
        "It is {when}.",
    ),
    f.NotInTheText: (
        "These words do not stand in that text.",
        "Mark them in the text as it is now.",
    ),
    f.WouldLeak: (
        "This copy was not made: it would show what is kept from its reader ({places}).",
        "Mark the words there as well, or change the text, then make the copy again.",
    ),
    f.MarkLost: (
        "This copy was not made: {count} passages that are kept from its reader were changed.",
        "Open “Kept from others” and mark them anew, or give them back.",
    ),
    f.StillUnsent: (
        "{count} changes to this record were not sent to the hub yet.",
        "Sync first: what was not sent would be lost for good.",
    ),
    f.HubAway: (
        "The hub cannot be reached.",
        "Go on working: everything is kept here, and goes when the hub can be reached again.",
    ),
    f.HubUntrusted: (
        "What answers at the hub’s address has no certificate that this laptop can trust.",
        "All is kept here. Check this laptop’s date, and tell whoever looks after your hub.",
    ),
    f.HubBusy: (
        "The hub asks to be left in peace for a while.",
        "It is tried again in {wait} seconds. Nothing has been lost.",
    ),
    f.HubRefused: (
        "The hub said no ({code}).",
        "What you wrote stays here. Ask whoever looks after your hub, and tell them that word.",
    ),
    f.SignedOut: (
        "The hub no longer knows this laptop’s sign-in.",
        "Sign in again under Settings, “Team hub”. Until then everything is kept here.",
    ),
    f.AnothersLaptop: (
        "At the hub, this laptop is another person’s.",
        "Begin with a new store, or ask whoever looks after your hub to say whose it is.",
    ),
    f.AccessEnded: (
        "At the hub, this laptop’s access has ended.",
        "If you did not expect that, ask your manager before you go on.",
    ),
    f.OtherHistory: (
        "The hub’s record of a child is not the one this laptop knew.",
        "It was probably restored from a backup. Sync again: this laptop gives it what it lacks.",
    ),
    f.NotOverPlainHttp: (
        "That address is not safe: a hub is only called over HTTPS.",
        "Write it with https:// at its beginning, or ask for the hub’s right address.",
    ),
    f.NotOurHub: (
        "No team hub that this program knows answers at that address.",
        "Check how the address is spelt. If it is right, one of the two may need a newer version.",
    ),
    f.KeptUnread: (
        "No copy was made: {count} sealed details say what to leave out, and are closed here.",
        "Ask the child’s own IRO to make the copy. The copy for the file can be made here.",
    ),
    f.NotEnrolled: (
        "This laptop belongs to no hub.",
        "Join one under Settings, “Team hub”, or with “iro-desktop hub enrol”.",
    ),
    f.CodeRefused: (
        "The hub does not take that code.",
        "Check each letter. A code can be used once and for a short time: ask for a new one.",
    ),
    f.NoBrowserSignIn: (
        "At this hub one cannot sign in with the council’s account.",
        "Ask your manager for a code, and give that instead.",
    ),
    f.SignInRefused: (
        "The council’s sign-in page did not let this laptop in ({code}).",
        "Try again with your own account, or ask your IT team and tell them that word.",
    ),
    f.SignInTookTooLong: (
        "Nobody signed in at the browser, so this laptop no longer waits for it.",
        "Begin again when you have a moment. Nothing has been changed.",
    ),
    f.SignInPageAway: (
        "The council’s sign-in page cannot be reached.",
        "Check that you are online and try again, or ask your manager for a code.",
    ),
    f.NoLanguage: (
        "Nothing is written in {code} yet.",
        "Languages that are: {known}.",
    ),
}

# By the codes of domain.independence; each finishes a sentence.
_NOT_INDEPENDENT = {
    "panel_too_small": "it has fewer than three people",
    "panel_without_independent": (
        "nobody on it is independent both of the council that looks after the child and of those "
        "who run the home"
    ),
    "panel_without_chair": "nobody chairs it",
    "panel_with_two_chairs": "it has more than one chair",
    "panel_chair_is_iro": "its chair is the child's own IRO",
    "criteria_review_too_late": "the looked-after review is booked before it, and has to follow it",
    "same_iro_as_parent": (
        "the child's parent is looked after too and has the same IRO, and theirs must differ"
    ),
    "same_iro_as_own_child": (
        "this young person's own child is looked after too and has the same IRO, and theirs must "
        "differ"
    ),
}

_FILES = frozenset({"file", "file or folder"})
_CHECK_PATH = "Check how it is spelt, and which folder it is in."
_MEANT_ANOTHER = "Did you mean “{nearest}”? “iro-desktop rules” lists them all."
_UNSAID = dict.fromkeys(
    (
        *("wait", "least", "what", "backup", "kind", "name", "count", "why", "code", "known"),
        *("nearest", "day", "when", "places"),
    ),
    "…",
)
_ANY = ("Something went wrong.", "Nothing that was saved is lost.")


def words_for(fault: f.KnownFault, tr: Translator) -> Words:
    """A fault's sentence and next step in one language."""
    sentence, next_step = _WORDS.get(type(fault), _ANY)
    if isinstance(fault, f.NoSuchThing) and fault.data.get("kind") in _FILES:
        next_step = _CHECK_PATH
    if isinstance(fault, f.NoSuchTimescale) and fault.data.get("nearest"):
        next_step = _MEANT_ANOTHER
    if isinstance(fault, f.AccessOver):
        return _said(sentence, next_step, _UNSAID | _with_day(fault.data, tr), tr)
    data = _UNSAID | _reasons(fault.data, tr) | fault.data
    return _said(sentence, next_step, data, tr)


def _said(sentence: str, next_step: str, data: Mapping[str, str], tr: Translator) -> Words:
    return Words(tr(sentence, **data), tr(next_step, **data))


def _with_day(data: Mapping[str, str], tr: Translator) -> dict[str, str]:
    try:
        return {"day": tr.date(dt.date.fromisoformat(data.get("day", "")))}
    except ValueError:
        return {}


def why_not_independent(code: str, tr: Translator) -> str:
    """What a problem of `domain.independence` says, to finish a sentence; unknown ones as dots."""
    return tr(_NOT_INDEPENDENT[code]) if code in _NOT_INDEPENDENT else "…"


def _reasons(data: Mapping[str, str], tr: Translator) -> dict[str, str]:
    codes = data.get("codes", "").split()
    return {"why": "; ".join(why_not_independent(code, tr) for code in codes)} if codes else {}
