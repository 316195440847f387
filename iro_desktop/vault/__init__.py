"""The store's key: made here, wrapped under what its owner knows, and never kept bare."""

from iro_desktop.vault.key_envelope import ENVELOPE_NAME, KeyEnvelope
from iro_desktop.vault.recovery_key import recovery_group_matches

__all__ = ["ENVELOPE_NAME", "KeyEnvelope", "recovery_group_matches"]
