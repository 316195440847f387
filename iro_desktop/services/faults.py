"""Faults that a person can do something about: raised by store and vault, worded by `wording`.

Anything that is not here and not a Problem is a bug, and goes to the last-resort hook.
"""


class KnownFault(Exception):
    """A fault with a sentence and a next step. `data` fills the sentence; it holds no case data."""

    def __init__(self, **data: str) -> None:
        super().__init__(type(self).__name__)
        self.data = data


class NoStore(KnownFault):
    """There is no store in this folder yet."""


class StoreExists(KnownFault):
    """There is a store in this folder already."""


class WrongPassphrase(KnownFault):
    """The passphrase or recovery key is not right. `data["wait"]`: seconds until the next try."""


class TooSoon(KnownFault):
    """Tried again before the delay ran out. `data["wait"]`: seconds left."""


class WeakPassphrase(KnownFault):
    """The passphrase is too short. `data["least"]`: fewest characters."""


class DamagedEnvelope(KnownFault):
    """The file that holds the wrapped key cannot be read."""


class DamagedStore(KnownFault):
    """The key is right, but the store's file is not whole."""


class NewerStore(KnownFault):
    """The store was written by a newer version of the program."""


class LockedStore(KnownFault):
    """Another window or process holds the store."""


class NoSpace(KnownFault):
    """The disk is full. What was saved before stands."""


class NotWritable(KnownFault):
    """The folder or file cannot be written. `data["what"]`: its name."""


class NotABackup(KnownFault):
    """The file given is not a backup of a store."""


class UpgradeFailed(KnownFault):
    """The store could not be brought to this version; it stands as it was. `data["backup"]`."""


class NoSuchThing(KnownFault):
    """Nothing has the name given. `data["kind"]`, `data["name"]`."""


class FixedReview(KnownFault):
    """The review is closed and takes addenda only."""


class NotYoursToWrite(KnownFault):
    """The hub lets this person read that part of a child's record, and add nothing to it."""


class AccessOver(KnownFault):
    """The last day of this person's access to the child is past. `data["day"]`, ISO."""


class PartOfTheRecord(KnownFault):
    """Only a part of the child's record comes to this laptop, and the whole of it is needed."""


class SignedVersion(KnownFault):
    """This version of a document is signed and never changes; it can be corrected by a new one."""


class NotSigned(KnownFault):
    """This version of a document is not signed, so it is neither sent nor corrected."""


class NotChecked(KnownFault):
    """Nobody has checked this version of a document as it stands."""


class NameMissing(KnownFault):
    """It must be said who does this, and no name was given."""


class WordsMissing(KnownFault):
    """What someone said is to be kept, and no words were given."""


class DescriptionMissing(KnownFault):
    """A picture is to be kept, and nobody has said what is seen in it."""


class NotAPicture(KnownFault):
    """A file cannot be shown in a document. `data["why"]`: a code of `documents.pictures`."""


class NoVoice(KnownFault):
    """No voice of this computer speaks a language. `data["code"]`."""


class SpeechFailed(KnownFault):
    """The program that speaks gave no sound back."""


class StillADraft(KnownFault):
    """The document tells of a record that may still change, or says itself that it is a draft."""


class NotTranslated(KnownFault):
    """Parts of the document stand in another language still. `data["count"]`: how many."""


class VersionDamaged(KnownFault):
    """A signed version is no longer what was signed: its digest does not match."""


class ReviewAdjourned(KnownFault):
    """The review is adjourned: nothing of it is closed or carried out before it is complete."""


class AlreadyAdjourned(KnownFault):
    """The review was adjourned once, and may not be again."""


class NotAdjourned(KnownFault):
    """The review is not adjourned, so it cannot be resumed."""


class NotComplete(KnownFault):
    """The review is held at several meetings, and is not complete yet."""


class AlreadyComplete(KnownFault):
    """The review is complete, and can no longer be adjourned."""


class AlreadyHeld(KnownFault):
    """The review was held, or has begun, and cannot be cancelled."""


class NotADayOfReview(KnownFault):
    """The review did not sit on the day given."""


class ReasonMissing(KnownFault):
    """What is to be done needs a reason, and none was given."""


class DaysOutOfOrder(KnownFault):
    """A day given lies before one that it has to follow."""


class PanelNotLawful(KnownFault):
    """The panel of a secure review may not sit. `data["codes"]`: of its problems, with spaces."""


class IroConflict(KnownFault):
    """The IRO may not be this child's. `data["codes"]`: of the problems, with spaces."""


class NotReady(KnownFault):
    """The review cannot be closed yet. `data["count"]`: how many things are missing."""


class UnreadableFile(KnownFault):
    """A file cannot be read as what it should be. `data["name"]`, `data["why"]`."""


class RecordDiffers(KnownFault):
    """A record given differs from the one held. `data["what"]`."""


class LocalRulesRefused(KnownFault):
    """A council's own timescales cannot be taken. `data["why"]`: every reason, a line each."""


class LocalWordsRefused(KnownFault):
    """A council's own list of words cannot be taken. `data["why"]`: every reason, a line each."""


class CouncilWordingRefused(KnownFault):
    """A council's own wording cannot be taken. `data["why"]`: every reason, a line each."""


class PracticePackRefused(KnownFault):
    """A council's own practice pack cannot be taken. `data["why"]`: every reason, a line each."""


class CouncilFormRefused(KnownFault):
    """A council's own form cannot be taken. `data["why"]`: every reason, a line each."""


class CouncilLookRefused(KnownFault):
    """A council's own stationery or theme cannot be taken. `data["why"]`: a clause."""


class NoSuchTimescale(KnownFault):
    """No rule has that name. `data["name"]`, `data["nearest"]`: one like it, or empty."""


class TimescaleNotInForce(KnownFault):
    """The rule was not in force that day. `data["name"]`, `data["day"]`, `data["when"]`."""


class NotInTheText(KnownFault):
    """Words to be kept from someone do not stand where they were marked."""


class WouldLeak(KnownFault):
    """A copy would show what is kept from its reader. `data["places"]`: headings and blocks."""


class MarkLost(KnownFault):
    """A text was changed where a passage was kept from someone. `data["count"]`: how many."""


class NoLanguage(KnownFault):
    """Nothing is written in this language yet. `data["code"]`, `data["known"]`."""


class NoDisplay(KnownFault):
    """There is no screen on which a window would be seen."""


class StillUnsent(KnownFault):
    """Something of what is to be wiped was not sent yet. `data["count"]`."""


class HubAway(KnownFault):
    """The hub cannot be reached. What was typed is kept here and goes when it can."""


class HubUntrusted(HubAway):
    """What answers at the hub's address cannot show that it is the hub: its certificate is none."""


class HubBusy(KnownFault):
    """The hub asks to be tried later. `data["wait"]`: seconds."""


class HubRefused(KnownFault):
    """The hub said no. `data["code"]`: its code."""


class SignedOut(KnownFault):
    """The hub no longer takes this laptop's token: sign in again. `data["code"]`."""


class AnothersLaptop(KnownFault):
    """At the hub, this laptop's store is another person's. `data["code"]`."""


class AccessEnded(KnownFault):
    """This laptop was revoked, or its person deactivated, at the hub. `data["code"]`."""


class OtherHistory(KnownFault):
    """The hub holds another history of a child than this laptop: it was restored."""


class NotOverPlainHttp(KnownFault):
    """A hub is reached over HTTPS; plain HTTP only on this very computer."""


class NotOurHub(KnownFault):
    """What answers at the address is not a hub that this version of the program can talk with."""


class KeptUnread(KnownFault):
    """What is to be kept from a reader lies here sealed for another IRO. `data["count"]`."""


class NotEnrolled(KnownFault):
    """This laptop belongs to no hub."""


class CodeRefused(KnownFault):
    """The hub does not take an enrolment code: it is another, was used, or is too old."""


class NoBrowserSignIn(KnownFault):
    """The hub's council has no accounts to sign in with: a code is needed."""


class SignInRefused(KnownFault):
    """The council's sign-in page gave no leave. `data["code"]`: why, as that page calls it."""


class SignInTookTooLong(KnownFault):
    """Nobody signed in at the browser in time."""


class SignInPageAway(KnownFault):
    """The council's sign-in service cannot be reached, or does not answer as one."""
