"""A revision as it travels, and as it is kept."""

from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.services.history_port import Revision
from iro_desktop.wire.revisions import WireRevision


def sent(revision: Revision) -> WireRevision:
    """As it travels in the open."""
    return WireRevision(
        id=revision.id,
        child=revision.child,
        review=revision.review,
        entity=revision.entity,
        kind=revision.kind,
        parents=revision.parents,
        author=revision.author,
        device=revision.device,
        made_at=revision.made_at,
        fields=revision.fields,
        withdrawn=revision.withdrawn,
    )


def received(wire: WireRevision, fields: dict[str, object]) -> Revision:
    """As it is kept, with what it says: its own fields, or those out of its box."""
    return Revision(
        id=wire.id,
        child=ChildId(wire.child),
        review=None if wire.review is None else ReviewId(wire.review),
        entity=wire.entity,
        kind=wire.kind,
        parents=wire.parents,
        author=wire.author,
        device=wire.device,
        made_at=wire.made_at,
        fields=fields,
        withdrawn=wire.withdrawn,
    )
