"""The functions of the database that the gateway calls, one here for each there.

Each checks the caller's token inside the database, is one transaction, and raises HubFault where
the database says no.
"""

from iro_hub.database.entry_calls import alive, enrol, leave, myself, renew, sign_in
from iro_hub.database.file_calls import file_piece, file_state, send_piece
from iro_hub.database.other_calls import (
    council_settings,
    decide_quarantine,
    grant,
    grants,
    quarantine,
    sealing_keys,
)
from iro_hub.database.record_calls import (
    BundleTexts,
    ChangesText,
    changed,
    held_ids,
    pull,
    push,
    wiped,
)

__all__ = [
    "BundleTexts",
    "ChangesText",
    "alive",
    "changed",
    "council_settings",
    "decide_quarantine",
    "enrol",
    "file_piece",
    "file_state",
    "grant",
    "grants",
    "held_ids",
    "leave",
    "myself",
    "pull",
    "push",
    "quarantine",
    "renew",
    "sealing_keys",
    "send_piece",
    "sign_in",
    "wiped",
]
