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


class NotReady(KnownFault):
    """The review cannot be closed yet. `data["count"]`: how many things are missing."""


class UnreadableFile(KnownFault):
    """A file cannot be read as what it should be. `data["name"]`, `data["why"]`."""


class RecordDiffers(KnownFault):
    """A record given differs from the one held. `data["what"]`."""


class NoLanguage(KnownFault):
    """Nothing is written in this language yet. `data["code"]`, `data["known"]`."""


class NoDisplay(KnownFault):
    """There is no screen on which a window would be seen."""
