"""Revisions to and from the rows of their table."""

import msgspec
from sqlalchemy import Row

from iro_desktop.services.history_port import Revision


def row_of(revision: Revision) -> dict[str, object]:
    """The columns of a revision."""
    return {
        "id": revision.id,
        "child_id": revision.child,
        "review_id": revision.review,
        "entity": revision.entity,
        "kind": revision.kind,
        "parents": revision.parents,
        "author": revision.author,
        "device": revision.device,
        "made_at": revision.made_at,
        "fields": msgspec.json.encode(revision.fields).decode(),
        "withdrawn": revision.withdrawn,
    }


def revision_of(row: Row[tuple[object, ...]]) -> Revision:
    """The revision in a row."""
    return Revision(
        id=row.id,
        child=row.child_id,
        review=row.review_id,
        entity=row.entity,
        kind=row.kind,
        parents=row.parents,
        author=row.author,
        device=row.device,
        made_at=row.made_at,
        fields=msgspec.json.decode(row.fields),
        withdrawn=row.withdrawn,
    )
