"""What a known fault says to the person: a sentence, and what to do next."""

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
        "This review is closed and can no longer be changed.",
        "Add an addendum instead.",
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
    f.NoLanguage: (
        "Nothing is written in {code} yet.",
        "Languages that are: {known}.",
    ),
}

_FILES = frozenset({"file", "file or folder"})
_CHECK_PATH = "Check how it is spelt, and which folder it is in."
_UNSAID = dict.fromkeys(
    ("wait", "least", "what", "backup", "kind", "name", "count", "why", "code", "known"), "…"
)
_ANY = ("Something went wrong.", "Nothing that was saved is lost.")


def words_for(fault: f.KnownFault, tr: Translator) -> Words:
    """A fault's sentence and next step in one language."""
    sentence, next_step = _WORDS.get(type(fault), _ANY)
    if isinstance(fault, f.NoSuchThing) and fault.data.get("kind") in _FILES:
        next_step = _CHECK_PATH
    data = _UNSAID | fault.data
    return Words(tr(sentence, **data), tr(next_step, **data))
