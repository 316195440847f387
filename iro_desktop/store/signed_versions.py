"""A signed version of a document never changes and is never taken away: the store's own lock.

Services refuse first. Triggers (migrations/versions/0003_documents.py) are the third lock.
"""

from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.services.faults import SignedVersion


def check_signed(before: object, after: object) -> None:
    """Let a change pass, or raise SignedVersion. `after` None takes the thing away."""
    if isinstance(before, DocumentVersion) and before.is_signed and after != before:
        raise SignedVersion
