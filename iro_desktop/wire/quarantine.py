"""Work of someone who may no longer write, kept for the manager."""

import msgspec


class Quarantined(msgspec.Struct, frozen=True):
    """A bundle in quarantine. `by` and `by_name` say who sent it; `why` is the hub's code."""

    bundle: str
    child: str
    by: str
    by_name: str
    received_at: str
    revisions: int
    why: str


class QuarantineList(msgspec.Struct, frozen=True):
    """What waits for the caller to decide, oldest first."""

    bundles: tuple[Quarantined, ...]


class QuarantineDecision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`decision` is "release" (it joins the record) or "set_aside" (kept, out of the record)."""

    decision: str
    reason: str
