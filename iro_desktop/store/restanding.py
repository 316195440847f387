"""Make things stand as their revisions say, after some came in from elsewhere."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, delete, literal, select
from sqlalchemy.dialects.sqlite import insert

from iro_desktop.domain.closing_seal import FIXED_WITH_REVIEW
from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.services.faults import NewerStore, UnreadableFile
from iro_desktop.services.history_port import Revision
from iro_desktop.store.kinds import CLOSING_SEAL, DOCUMENT_VERSION, KINDS, REVIEW, E, Kind
from iro_desktop.store.ledger_part import among, parents_of
from iro_desktop.store.ledger_tables import closing_seal, without_row
from iro_desktop.store.revision_rows import revision_of
from iro_desktop.store.revisions import in_chunks
from iro_desktop.store.rows import write_rows
from iro_desktop.store.seals_that_count import seal_that_counts
from iro_desktop.store.signed_versions import check_signed
from iro_desktop.store.standing import standing_of, standing_under_seal
from iro_desktop.store.tables import revision

_BY_NAME: Mapping[str, Kind[Any]] = {kind.name: kind for kind in KINDS}  # Any: each its own
_BIGGEST = 2**63 - 1  # what a column has room for
_FIRST_YEAR, _LAST_YEAR = 150, 9850  # a screen that reckons from any other day would fail
_SEALABLE = FIXED_WITH_REVIEW | {REVIEW.name}
_Row = dict[str, object]


def let_stand(connection: Connection, new: Sequence[Revision]) -> None:
    """Bring the row of every thing that `new`, out of a file, is about to what it now says.

    Raises:
        NewerStore: a kind of thing that this version of the program does not know.
        SignedVersion: one of them would change a version that is signed here.
        UnreadableFile: fields that are not those of their kind.
    """
    if {each.kind for each in new} - _BY_NAME.keys():
        raise NewerStore
    things = Restanding(connection, None)
    for kind, entities in _by_kind((each.kind, each.entity) for each in new):
        rows = things.rows(kind, entities)
        if kind.name == DOCUMENT_VERSION.name:
            _check_signed(connection, rows)
            rows = things.versions(entities)  # of several, what was signed stands
        write_rows(connection, kind, rows)
    things.follow_seals(new)


def let_stand_as_synced(connection: Connection, new: Sequence[Revision], device: str) -> None:
    """The same for what came from the hub or was merged: nothing in it is refused.

    A version that is signed here stays as it was signed. A thing whose row refers to something that
    did not come yet gets its row together with that.
    """
    things = Restanding(connection, device)
    wanted = (*new, *_waiting_for_others(connection, {each.child for each in new}))
    for kind, entities in _by_kind((each.kind, each.entity) for each in wanted):
        is_version = kind.name == DOCUMENT_VERSION.name
        rows = things.versions(entities) if is_version else things.rows(kind, entities)
        _write_those_at_home(connection, kind, rows)
    things.follow_seals(new)


def _by_kind(things: Iterable[tuple[str, str]]) -> Iterator[tuple[Kind[Any], list[str]]]:
    """Things, each a kind's name and its own, kind by kind: what others refer to comes first."""
    wanted: dict[str, dict[str, None]] = {}
    for kind_name, entity in things:
        wanted.setdefault(kind_name, {})[entity] = None
    for kind in KINDS:
        if kind.name in wanted:
            yield kind, list(wanted[kind.name])


class Restanding:
    """Rows as they are to stand on this device, in one transaction."""

    def __init__(self, connection: Connection, device: str | None) -> None:
        self._connection = connection
        self._device = device

    def rows(self, kind: Kind[E], entities: Sequence[str]) -> list[_Row]:
        """What each thing's row is to be."""
        if kind.name in _SEALABLE:
            sealed = self._in_sealed_reviews(entities)
            histories = self.histories(sorted(sealed))
            seals = self.seals_of({given[0].review for given in histories.values()})
            rows = [self._row_under(kind, given, seals) for given in histories.values()]
            entities = [name for name in entities if name not in sealed]
        else:
            rows = []
        leaves = self._candidates(kind, entities)
        return [*rows, *(_row_at(kind, self._standing(kind, each)) for each in leaves.values())]

    def versions(self, entities: Sequence[str]) -> list[_Row]:
        """What the row of each version of a document is to be: what was signed stays."""
        signed = self._signed_here(entities)
        standing = [
            self._version(given, signed.get(name))
            for name, given in self.histories(entities).items()
        ]
        return [_row_at(DOCUMENT_VERSION, each) for each in standing if each is not None]

    def follow_seals(self, new: Sequence[Revision]) -> None:
        """Let everything stand as sealed in the reviews whose closing `new` tells of."""
        sealed = {each.review for each in new if each.kind == CLOSING_SEAL.name}
        if not sealed:
            return
        wanted = (
            select(revision.c.kind, revision.c.entity)
            .where(revision.c.review_id.in_(sealed), revision.c.kind.in_(_SEALABLE))
            .distinct()
        )
        about = [(row.kind, row.entity) for row in self._connection.execute(wanted)]
        for kind, entities in _by_kind(about):
            _write_those_at_home(self._connection, kind, self.rows(kind, entities))

    def histories(self, entities: Sequence[str]) -> dict[str, list[Revision]]:
        """Every revision of each thing, as they came."""
        return self._read(select(revision), entities)

    def leaves(self, entities: Sequence[str]) -> dict[str, list[Revision]]:
        """Those of each thing that no other came from; all, where each came from another."""
        later = revision.alias("later")
        came_from = parents_of(later, among(later.c.entity, entities))
        leaves = self._read(select(revision).where(revision.c.id.not_in(came_from)), entities)
        rings = [name for name in entities if name not in leaves]
        return {**leaves, **self.histories(rings)} if rings else leaves

    def seals_of(self, reviews: Iterable[str | None]) -> dict[str, Mapping[str, str]]:
        """The sealed revision of each thing, for each of the reviews that was sealed.

        A seal that names nothing seals nothing: a closing names at least the review itself.
        """
        wanted = select(closing_seal.c.review_id, closing_seal.c.heads).where(
            closing_seal.c.review_id.in_([name for name in reviews if name]),
            closing_seal.c.withdrawn.is_(False),
        )
        found = {row.review_id: row.heads for row in self._connection.execute(wanted)}
        return {review: heads for review, heads in found.items() if heads}

    def sealed_standing(
        self, given: Sequence[Revision], heads: Mapping[str, str]
    ) -> Revision | None:
        """Where a thing stands in a sealed review; None where it was not there at its closing."""
        head = heads.get(given[0].entity)
        if head is None:
            return standing_of(given, self._device) if given[0].kind == REVIEW.name else None
        found = standing_under_seal(given, head, self._device)
        return found or standing_of(given, self._device)

    def _row_under(
        self, kind: Kind[E], given: Sequence[Revision], seals: Mapping[str, Mapping[str, str]]
    ) -> _Row:
        heads = seals.get(given[0].review or "")
        if heads is None:
            return _row_at(kind, standing_of(given, self._device))
        standing = self.sealed_standing(given, heads)
        if standing is not None:
            return _row_at(kind, standing)
        # Written after closing by someone who had not heard of it: kept, and not in the record.
        return {**_row_at(kind, standing_of(given, self._device)), "withdrawn": True}

    def _read(
        self, which: Select[tuple[object, ...]], entities: Sequence[str]
    ) -> dict[str, list[Revision]]:
        found: dict[str, list[Revision]] = {}
        wanted = which.where(among(revision.c.entity, entities)).order_by(revision.c.serial)
        for row in self._connection.execute(wanted):
            found.setdefault(row.entity, []).append(revision_of(row))
        return found

    def _in_sealed_reviews(self, entities: Sequence[str]) -> set[str]:
        wanted = select(revision.c.entity).where(
            among(revision.c.entity, entities),
            revision.c.review_id.in_(select(closing_seal.c.review_id)),
        )
        return set(self._connection.execute(wanted).scalars())

    def _candidates(self, kind: Kind[E], entities: Sequence[str]) -> dict[str, list[Revision]]:
        is_seal = kind.name == CLOSING_SEAL.name
        return self.histories(entities) if is_seal else self.leaves(entities)

    def _standing(self, kind: Kind[E], given: Sequence[Revision]) -> Revision:
        if kind.name == CLOSING_SEAL.name:
            return seal_that_counts(self._connection, given)
        return standing_of(given, self._device)

    def _signed_here(self, entities: Sequence[str]) -> dict[str, DocumentVersion]:
        table = DOCUMENT_VERSION.table
        signed: dict[str, DocumentVersion] = {}
        for some in in_chunks(entities):
            wanted = select(table).where(table.c.id.in_(some), table.c.signed_at.is_not(None))
            for row in self._connection.execute(wanted):
                signed[row.id] = DOCUMENT_VERSION.thing_of(row)
        return signed

    def _version(self, given: Sequence[Revision], held: DocumentVersion | None) -> Revision | None:
        """The newest revision that says what was signed, or where nothing was, the usual one.

        None where the row, signed, is to stay as it is.
        """
        said = {each.id: DOCUMENT_VERSION.decoded(each.fields) for each in given}
        if held is None:
            signed = [each for each in given if said[each.id].is_signed and not each.withdrawn]
            if not signed:
                return standing_of(given, self._device)
            first = min(signed, key=lambda each: (each.made_at, each.id))
            held = said[first.id]
        same = [each for each in given if said[each.id] == held and not each.withdrawn]
        return standing_of(same, self._device) if same else None


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


def _waiting_for_others(connection: Connection, children: set[str]) -> list[Revision]:
    """One revision of each thing of these children that has no row yet."""
    wanted = (
        select(revision)
        .join(without_row, without_row.c.entity == revision.c.entity)
        .where(without_row.c.child_id.in_(sorted(children)))
    )
    return [revision_of(row) for row in connection.execute(wanted)]


def _write_those_at_home(connection: Connection, kind: Kind[E], rows: Sequence[_Row]) -> None:
    """Write the rows whose references are there; remember the others."""
    homeless = _homeless(connection, kind, rows)
    write_rows(connection, kind, [row for row in rows if row["id"] not in homeless])
    if homeless:
        waiting = [
            {"entity": row["id"], "child_id": row.get("child_id", row["id"])}
            for row in rows
            if row["id"] in homeless
        ]
        connection.execute(insert(without_row).on_conflict_do_nothing(), waiting)
    placed = [str(row["id"]) for row in rows if row["id"] not in homeless]
    for some in in_chunks(placed):
        connection.execute(delete(without_row).where(without_row.c.entity.in_(some)))


def _homeless(connection: Connection, kind: Kind[E], rows: Sequence[_Row]) -> set[object]:
    """Those that refer to what is not here, or to what is another child's: that is never theirs."""
    found: set[object] = set()
    for key in kind.table.foreign_keys:
        named = {row[key.parent.name] for row in rows}
        whose = key.column.table.c.get("child_id", literal(None))
        there: dict[object, object] = {}
        for some in in_chunks(sorted(map(str, named))):
            wanted = select(key.column, whose).where(key.column.in_(some))
            there.update((row[0], row[1]) for row in connection.execute(wanted))
        found.update(
            row["id"]
            for row in rows
            if row[key.parent.name] not in there
            or there[row[key.parent.name]] not in {None, row.get("child_id")}
        )
    return found


def _row_at(kind: Kind[E], newest: Revision) -> _Row:
    try:
        thing = kind.decoded(newest.fields)
    except msgspec.ValidationError as error:
        raise UnreadableFile(name=newest.id, why=f"fields of {kind.name}") from error
    about = (thing.id, thing.child_id, kind.review_of(thing))
    if about != (newest.entity, newest.child, newest.review):
        raise UnreadableFile(name=newest.id, why=f"what {kind.name} it is")
    return {**kind.row_of(thing), "head": newest.id, "withdrawn": newest.withdrawn}


def is_readable(given: Revision) -> bool:
    """Whether this version of the program can make a row of it, and keep the revision."""
    kind = _BY_NAME.get(given.kind)
    if kind is None or given.made_at.tzinfo is None:
        return False
    try:
        given.made_at.astimezone(dt.UTC)
        row = _row_at(kind, given)
    except (UnreadableFile, OverflowError):
        return False
    return all(map(_has_room, (given.made_at, *row.values())))


def _has_room(value: object) -> bool:
    """Whether a column can hold it and, of a day, whether a lifetime can be counted from it."""
    if isinstance(value, dt.date):
        return _FIRST_YEAR <= value.year <= _LAST_YEAR
    return not isinstance(value, int) or abs(value) <= _BIGGEST
