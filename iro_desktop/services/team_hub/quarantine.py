"""Work of people who may no longer write, which waits at the hub for the manager's decision."""

from iro_desktop.services.faults import ReasonMissing
from iro_desktop.services.team_hub.port import Hub
from iro_desktop.wire.quarantine import Quarantined, QuarantineDecision


def waiting_for_decision(hub: Hub) -> tuple[Quarantined, ...]:
    """What waits for the caller, oldest first. Raises what `Hub` raises."""
    return hub.quarantine().bundles


def release(hub: Hub, bundle: str, reason: str) -> None:
    """Let it join the record, as the work of whoever wrote it.

    Raises:
        ReasonMissing: it is not said why.
    """
    _decide(hub, bundle, "release", reason)


def set_aside(hub: Hub, bundle: str, reason: str) -> None:
    """Keep it out of the record, at the hub, where an audit finds it. Raises as `release`."""
    _decide(hub, bundle, "set_aside", reason)


def _decide(hub: Hub, bundle: str, decision: str, reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing
    hub.decide_quarantine(bundle, QuarantineDecision(decision, reason.strip()))
