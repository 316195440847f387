"""Make things stand as their revisions say, after some came in from elsewhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, select

from iro_desktop.services.faults import NewerStore, UnreadableFile
from iro_desktop.services.ports import Revision
from iro_desktop.store.kinds import DOCUMENT_VERSION, KINDS, E, Kind
from iro_desktop.store.revision_rows import revision_of
from iro_desktop.store.revisions import in_chunks
from iro_desktop.store.rows import write_rows
from iro_desktop.store.signed_versions import check_signed
from iro_desktop.store.tables import revision


def newest_of(revisions: Iterable[Revision]) -> Revision:
    """The revision a thing stands at: the one no other came from.

    Where two laptops went on from the same one there are several, until someone merges them. Then
    the one that was made last stands, and by its id where the moment is the same, so that every
    laptop shows the same.
    """
    given = list(revisions)
    parents = {parent for each in given for parent in each.parents}
    leaves = [each for each in given if each.id not in parents] or given
    return max(leaves, key=lambda each: (each.made_at, each.id))


def let_stand(connection: Connection, new: Sequence[Revision]) -> None:
    """Bring the row of every thing that `new` is about to what its newest revision says.

    Raises:
        NewerStore: a kind of thing that this version of the program does not know.
        SignedVersion: one of them would change a version that is signed here.
        UnreadableFile: fields that are not those of their kind.
    """
    if {each.kind for each in new} - {kind.name for kind in KINDS}:
        raise NewerStore
    for kind in KINDS:
        entities = list(dict.fromkeys(each.entity for each in new if each.kind == kind.name))
        rows = [_row_at(kind, newest) for newest in _newest(connection, entities)]
        if kind.name == DOCUMENT_VERSION.name:
            _check_signed(connection, rows)
        write_rows(connection, kind, rows)


def _check_signed(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    table = DOCUMENT_VERSION.table
    for row in rows:
        wanted = select(table).where(table.c.id == row["id"])
        held = connection.execute(wanted).first()
        if held is not None:
            after = {name: row[name] for name in DOCUMENT_VERSION.fields}
            before = DOCUMENT_VERSION.thing_of(held)
            same = DOCUMENT_VERSION.row_of(before) == after and not row["withdrawn"]
            check_signed(before, before if same else None)


def _newest(connection: Connection, entities: Sequence[str]) -> Iterator[Revision]:
    for some in in_chunks(entities):
        wanted = select(revision).where(revision.c.entity.in_(some)).order_by(revision.c.serial)
        by_entity: dict[str, list[Revision]] = {}
        for row in connection.execute(wanted):
            by_entity.setdefault(row.entity, []).append(revision_of(row))
        for name in some:
            yield newest_of(by_entity[name])


def _row_at(kind: Kind[E], newest: Revision) -> dict[str, object]:
    try:
        thing = kind.decoded(newest.fields)
    except msgspec.ValidationError as error:
        raise UnreadableFile(name=newest.id, why=f"fields of {kind.name}") from error
    about = (thing.id, thing.child_id, kind.review_of(thing))
    if about != (newest.entity, newest.child, newest.review):
        raise UnreadableFile(name=newest.id, why=f"what {kind.name} it is")
    return {**kind.row_of(thing), "head": newest.id, "withdrawn": newest.withdrawn}
