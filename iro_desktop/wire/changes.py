"""The one question of an idle laptop: which of my children changed, and may I still see them?"""

import msgspec


class ChildState(msgspec.Struct, frozen=True):
    """A child that the caller may see.

    `access` is "own", "cover", "team", "assigned", "part" or "sample" (docs/wire.md); `writes`
    says whether the caller may add to the record. `until` is the last day of access, ISO, empty
    where it has no end. `chain` and `last_seq` are those of a `Page`.
    """

    child: str
    last_seq: int
    chain: str
    access: str
    writes: bool
    until: str = ""


class WithdrawnChild(msgspec.Struct, frozen=True):
    """A child that the caller could see once and no longer may, until this device wiped its copy.

    `last_seq` and `chain` let a laptop see that the hub holds all that it once acknowledged.
    """

    child: str
    last_seq: int
    chain: str


class HubChanges(msgspec.Struct, frozen=True):
    """Where every child of the caller stands. The same answer always has the same `etag`.

    A child in neither list is one that the hub does not know, and its copy is never wiped: the hub
    may have been restored from an older backup.

    `backed_up_to` is a moment of the hub's clock, ISO in UTC: whatever it had received by then is
    in a backup that was verified. Empty where there is none.

    `hub` names the hub's own database; it is another after a hub was set up anew. `settings` holds
    the digest of each council setting in force, by its name.
    """

    etag: str
    hub: str
    children: tuple[ChildState, ...]
    withdrawn: tuple[WithdrawnChild, ...]
    settings: dict[str, str]
    backed_up_to: str = ""
