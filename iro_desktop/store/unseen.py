"""What came in from others that was not on screen yet, and what had been seen instead."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from iro_desktop.services.ports import Revision
from iro_desktop.store.revision_rows import revision_of
from iro_desktop.store.standing import standing_of
from iro_desktop.store.tables import revision


def seen_heads(
    connection: Connection, heads: Sequence[str], upto: int, device: str
) -> Mapping[str, str | None]:
    """For each of these heads that came in unseen: what its thing stood at as far as was seen.

    None where nothing of the thing had been seen. Heads that were seen are left out.
    """
    is_seen = (revision.c.serial <= upto) | (revision.c.device == device)
    unseen = select(revision.c.id, revision.c.entity).where(revision.c.id.in_(heads), ~is_seen)
    head_of = {row.entity: row.id for row in connection.execute(unseen)}
    if not head_of:
        return {}
    wanted = select(revision).where(revision.c.entity.in_(list(head_of)), is_seen)
    seen: dict[str, list[Revision]] = {}
    for row in connection.execute(wanted.order_by(revision.c.serial)):
        seen.setdefault(row.entity, []).append(revision_of(row))
    return {
        head: standing_of(seen[entity], device).id if entity in seen else None
        for entity, head in head_of.items()
    }
