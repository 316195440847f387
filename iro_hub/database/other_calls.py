"""Sealing, the council's settings and quarantine."""

from collections.abc import Sequence

import msgspec

from iro_desktop.wire.council_settings import CouncilSettings
from iro_desktop.wire.people import Grant, Grants, SealingKeys
from iro_desktop.wire.quarantine import QuarantineDecision, QuarantineList
from iro_hub.database.calling import plain, text_of
from iro_hub.database.pool import Pools


def sealing_keys(pools: Pools, token: str, child: str) -> SealingKeys:
    """For whom to seal what only a child's IRO may read."""
    told = text_of(pools, "SELECT hub.sealing_keys(%s, %s)", plain(token), plain(child))
    return msgspec.json.decode(told, type=SealingKeys)


def grant(pools: Pools, token: str, child: str, grants: Sequence[Grant]) -> None:
    """Keep keys of sealed revisions for another device of the same IRO."""
    with pools.gateway() as connection:
        connection.execute(
            "SELECT hub.grant(%s, %s, %s)",
            [plain(token), plain(child), msgspec.json.encode(grants).decode()],
        )


def grants(pools: Pools, token: str, child: str) -> Grants:
    """Keys that another device gave to the calling one."""
    told = text_of(pools, "SELECT hub.grants(%s, %s)", plain(token), plain(child))
    return msgspec.json.decode(told, type=Grants)


def council_settings(pools: Pools, token: str) -> CouncilSettings:
    """What the council decided for its laptops, as it was published."""
    told = text_of(pools, "SELECT hub.council_settings(%s)", plain(token))
    return msgspec.json.decode(told, type=CouncilSettings)


def quarantine(pools: Pools, token: str) -> QuarantineList:
    """What waits for the calling manager."""
    told = text_of(pools, "SELECT hub.quarantine(%s)", plain(token))
    return msgspec.json.decode(told, type=QuarantineList)


def decide_quarantine(pools: Pools, token: str, bundle: str, decision: QuarantineDecision) -> None:
    """A manager's decision about a bundle in quarantine."""
    with pools.gateway() as connection:
        connection.execute(
            "SELECT hub.decide_quarantine(%s, %s, %s, %s)",
            [plain(token), plain(bundle), plain(decision.decision), plain(decision.reason)],
        )
