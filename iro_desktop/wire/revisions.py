"""Revisions, and the bundles in which they travel (docs/decisions/0004 and 0012)."""

import datetime as dt

import msgspec

REVISIONS_IN_A_BUNDLE = 100
"""The most revisions in one bundle. A laptop freezes them so; the hub refuses more."""

BUNDLE_BYTES = 4 * 1024 * 1024
"""The most bytes of one bundle. What is larger inside a revision travels as a file."""

PUSH_BYTES = 8 * 1024 * 1024
"""The most bytes of one push. The hub answers 413 to more, before it has read them."""

BUNDLES_IN_A_PUSH = 200
"""The most bundles in one push. The hub answers 413 to more."""

REVISIONS_IN_A_PAGE = 1_000
"""The most revisions in one page."""


class Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Fields that only some devices can read.

    `box` is the fields' JSON in a secret box, base64. `keys` holds the box's key for each reader:
    by device (or "escrow"), in a sealed box for that device's public key, base64.
    """

    box: str
    keys: dict[str, str]


class Inside(msgspec.Struct, frozen=True):
    """What a box holds, as JSON. All but `fields` stands outside as well: it binds the box."""

    id: str
    child: str
    entity: str
    kind: str
    fields: dict[str, object]

    @property
    def about(self) -> tuple[str, str, str, str]:
        """What stands outside: its id, child, entity and kind."""
        return self.id, self.child, self.entity, self.kind


class WireRevision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a thing was from `made_at` on. The id is made on the laptop and never changes.

    `fields` is the whole thing as plain JSON, and empty where `sealed` holds it. A field that is
    `{"file": sha256, "bytes": n}` is kept as a file of the child.
    """

    id: str
    child: str
    review: str | None
    entity: str
    kind: str
    parents: tuple[str, ...]
    author: str
    device: str
    made_at: dt.datetime
    fields: dict[str, object]
    withdrawn: bool = False
    sealed: Sealed | None = None


class Bundle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Revisions of one child, frozen together before the first try, oldest first.

    `carried` says that some were made by another author or device than the one that sends: out of
    a file, or from before the laptop was enrolled. The hub takes those only so, and says to every
    reader who brought them.
    """

    id: str
    child: str
    revisions: tuple[WireRevision, ...]
    carried: bool = False


class Push(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bundles, each of one child, in the order in which they are to be kept."""

    bundles: tuple[Bundle, ...]


class BundleOutcome(msgspec.Struct, frozen=True):
    """What became of one bundle: taken whole or not at all.

    `outcome` is "accepted" (also when it was held already), "quarantined" (kept for the manager:
    the person or device may no longer write) or "refused" with a code in `why`: one of
    "not_yours", "read_only", "kind_not_yours", "forged_author", "different_content",
    "other_bundle", "malformed", "too_many". Its revisions have the numbers `first_seq` onwards
    where none was held before, else `first_seq` is 0. `last_seq` and `chain` are the child's after
    it, `chain_before` the child's before it (empty for its first): a laptop that holds that one
    need not fetch its own words again, and one that holds another sees that the hub was restored.
    `received_at` is when the hub took it, by its own clock, ISO in UTC; empty where it did not.
    """

    id: str
    outcome: str
    why: str = ""
    first_seq: int = 0
    last_seq: int = 0
    chain: str = ""
    chain_before: str = ""
    received_at: str = ""


class PushAnswer(msgspec.Struct, frozen=True):
    """One outcome for each bundle, in their order. Bundles after a fault are still tried."""

    bundles: tuple[BundleOutcome, ...]


class Received(msgspec.Struct, frozen=True):
    """A revision as the hub holds it: numbered within its child from 1 without gaps.

    `by` and `by_name` say who sent it and `from_device` from where, as the hub itself knows them,
    whatever the revision says of its author.
    """

    seq: int
    by: str
    by_name: str
    from_device: str
    received_at: dt.datetime
    carried: bool
    revision: WireRevision


class Page(msgspec.Struct, frozen=True):
    """Revisions of a child after a number, oldest first.

    `more` says that another page follows. `last_seq` is the number up to which this page reaches
    (past its last revision where the caller may not read what follows) and `chain` the child's
    chain there (hex of a SHA-256 over all revisions so far); a laptop that holds another chain for
    that number holds another history, and compares ids.
    """

    child: str
    revisions: tuple[Received, ...]
    more: bool
    last_seq: int
    chain: str


class HeldIds(msgspec.Struct, frozen=True):
    """Every revision of a child that the hub holds and the caller may read, by number."""

    child: str
    ids: tuple[tuple[int, str], ...]
    chain: str
