"""What came in from others that was not on screen yet, and what had been seen instead."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from iro_desktop.services.history_port import Revision
from iro_desktop.services.ports import Sight
from iro_desktop.store.revision_rows import revision_of
from iro_desktop.store.standing import standing_of
from iro_desktop.store.tables import revision

_SHOWN = (revision.c.id, revision.c.entity, revision.c.child_id, revision.c.serial)


def seen_heads(
    connection: Connection, heads: Sequence[str], sight: Sight, device: str
) -> Mapping[str, str | None]:
    """For each of these heads that came in unseen: what its thing stood at as far as was seen.

    None where nothing of the thing had been seen. Heads that were seen are left out.
    """
    others = select(*_SHOWN).where(revision.c.id.in_(heads), revision.c.device != device)
    head_of = {
        row.entity: row.id
        for row in connection.execute(others)
        if row.serial > sight.of(row.child_id)
    }
    if not head_of:
        return {}
    wanted = select(revision).where(revision.c.entity.in_(list(head_of)))
    seen: dict[str, list[Revision]] = {}
    for row in connection.execute(wanted.order_by(revision.c.serial)):
        if row.device == device or row.serial <= sight.of(row.child_id):
            seen.setdefault(row.entity, []).append(revision_of(row))
    return {
        head: standing_of(seen[entity], device).id if entity in seen else None
        for entity, head in head_of.items()
    }
