"""Is the record still what was sent? Everything is computed again from the bodies themselves.

Reads the tables, so it needs the owner's connection, not the gateway's or the operator's.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec
import psycopg
from psycopg.rows import class_row

from iro_hub.database import servers

_GUARDED = ("audit", "bundle", "council_setting", "escrow_opening", "revision")
_BUNDLE = """
SELECT serial, id::text, child::text, person::text, person_name, device, carried, revisions,
       first_seq, chain_before, digest, hub.iso(received_at) AS received_at,
       coalesce(released_by::text, '') AS released_by, coalesce(released_as, '') AS released_as
  FROM hub.bundle WHERE child = %s
"""
_REVISION = """
SELECT seq, id::text, review::text, entity, kind, withdrawn, bundle, bytes AS size, chain, body
  FROM hub.revision WHERE child = %s ORDER BY seq
"""
_UNGUARDED = """
SELECT g.name FROM unnest(%s::text[]) AS g (name)
 WHERE NOT EXISTS (
   SELECT FROM pg_trigger t
    WHERE t.tgrelid = to_regclass('hub.' || g.name) AND t.tgname = 'stays_as_it_is'
      AND t.tgenabled IN ('O', 'A')
 )
"""
_RIGHTS = """
SELECT DISTINCT table_schema || '.' || table_name
  FROM information_schema.table_privileges
 WHERE grantee IN ('iro_gateway', 'iro_sign_in', 'PUBLIC') AND table_schema LIKE 'hub%'
"""
_OF_ROLES = """
SELECT rolname, 'may do more than it was made for' FROM pg_roles
 WHERE rolname = ANY (%(roles)s)
   AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)
UNION ALL
SELECT m.member::regrole::text, 'may act as ' || m.roleid::regrole
  FROM pg_auth_members m WHERE m.member::regrole::text = ANY (%(roles)s)
UNION ALL
SELECT s.setrole::regrole::text, 'begins with ' || split_part(c.setting, '=', 1) || ' set'
  FROM pg_db_role_setting s, unnest(s.setconfig) AS c (setting)
 WHERE s.setrole::regrole::text = ANY (%(roles)s) AND NOT c.setting = ANY (%(settings)s)
   AND s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
"""
_SKIPPED = """
SELECT coalesce(sum(serial - before - 1), 0)::bigint, max(at) FROM (
  SELECT serial, at, lag(serial) OVER (ORDER BY serial) AS before FROM hub.audit
) AS one WHERE serial > before + 1
"""
_BROKEN_FILES = """
SELECT child::text, sha256 FROM hub.file
 WHERE is_whole AND hub.hash_of_file(child, sha256) <> sha256
"""
_STRAY = """
SELECT DISTINCT r.child::text FROM hub.revision r
 WHERE NOT EXISTS (SELECT FROM hub.child c WHERE c.id = r.child)
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not as it was written. `child` and `seq` are empty and 0 where it is no child's."""

    child: str
    seq: int
    what: str


class _Body(msgspec.Struct, frozen=True):
    id: str
    child: str
    review: str | None
    entity: str
    kind: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class _Bundle:
    serial: int
    id: str
    child: str
    person: str
    person_name: str
    device: str
    carried: bool
    revisions: int
    first_seq: int
    chain_before: bytes
    digest: bytes
    received_at: str
    released_by: str
    released_as: str

    def line(self) -> bytes:
        """As hub.bundle_line says it."""
        return "\x1f".join(
            (
                self.id,
                self.child,
                self.person,
                self.person_name,
                self.device,
                "true" if self.carried else "false",
                self.received_at,
                self.digest.hex(),
                self.released_by,
                self.released_as,
            )
        ).encode()


@dataclass(frozen=True, slots=True)
class _Revision:
    seq: int
    id: str
    review: str | None
    entity: str
    kind: str
    withdrawn: bool
    bundle: int
    size: int
    chain: bytes
    body: str


def verify(dsn: str) -> tuple[Fault, ...]:
    """Every fault that is found, children in the order of their ids."""
    with psycopg.connect(dsn, application_name="iro-hub verify") as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        found = list(_of_the_whole(connection))
        children = connection.execute(
            "SELECT id::text, last_seq, chain FROM hub.child ORDER BY id"
        ).fetchall()
        for child, last_seq, chain in children:
            found.extend(_of_child(connection, child, last_seq, chain))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Numbers that the audit passed over. `last`: when the line after the last of them was made."""

    many: int
    last: dt.datetime | None


def skipped(dsn: str) -> Skipped:
    """How many lines of the audit were undone.

    A number is given out for good, also where its line is taken back with the call that it tells
    of: by a lost connection, a call that took too long, or someone who hides what they read. A
    server that was killed passes over up to 32.
    """
    with psycopg.connect(dsn, application_name="iro-hub verify") as connection:
        row = connection.execute(_SKIPPED).fetchone()
    return Skipped(*(row or (0, None)))


def _of_the_whole(connection: psycopg.Connection) -> Iterator[Fault]:
    for (table,) in connection.execute(_UNGUARDED, [list(_GUARDED)]).fetchall():
        yield Fault("", 0, f"Rows of {table} can be changed: its guard is off.")
    for (table,) in connection.execute(_RIGHTS).fetchall():
        yield Fault("", 0, f"The gateway has rights on {table}.")
    wanted = {**servers.ROLE_SETTINGS, **servers.SUPERUSERS_SETTINGS}
    settings = [f"{name}={value}" for name, value in wanted.items()]
    told = {"roles": list(servers.LOGIN_ROLES), "settings": settings}
    for role, what in connection.execute(_OF_ROLES, told).fetchall():
        yield Fault("", 0, f"The role {role} {what}.")
    for (child,) in connection.execute(_STRAY).fetchall():
        yield Fault(child, 0, "There are revisions of a child that the hub does not list.")
    for child, file in connection.execute(_BROKEN_FILES).fetchall():
        yield Fault(child, 0, f"The file {file} is not what its name says.")


def _of_child(
    connection: psycopg.Connection, child: str, last_seq: int, chain: bytes
) -> Iterator[Fault]:
    with connection.cursor(row_factory=class_row(_Bundle)) as cursor:
        bundles = {row.serial: row for row in cursor.execute(_BUNDLE, [child])}
    walk = _Walk(child, bundles)
    with connection.cursor("revisions", row_factory=class_row(_Revision)) as rows:
        for row in rows.execute(_REVISION, [child]):
            yield from walk.past(row)
    if walk.seq != last_seq or walk.chain != chain:
        yield Fault(child, last_seq, "The record does not end where it should.")
    for serial, one in bundles.items():
        if one.revisions != walk.counted[serial]:
            yield Fault(child, one.first_seq, "A bundle has more or fewer revisions than it had.")


class _Walk:
    """Along a child's revisions, with the chain as it should be so far."""

    def __init__(self, child: str, bundles: Mapping[int, _Bundle]) -> None:
        self._child = child
        self._bundles = bundles
        self._bundle = 0
        self.seq = 0
        self.chain = b""
        self.counted: Counter[int] = Counter()

    def past(self, row: _Revision) -> Iterator[Fault]:
        """What is wrong with the next one."""
        if row.seq != self.seq + 1:
            yield Fault(self._child, self.seq + 1, "A number is missing.")
        self.seq = row.seq
        self.counted[row.bundle] += 1
        bundle = self._bundles.get(row.bundle)
        if bundle is None:
            yield Fault(self._child, row.seq, "Its bundle is missing.")
        elif row.bundle != self._bundle:
            self._bundle = row.bundle
            if bundle.chain_before != self.chain:
                yield Fault(self._child, row.seq, "Its bundle went on from another history.")
            self.chain = _hash(self.chain + bundle.line())
        body = row.body.encode()
        self.chain = _hash(self.chain + _hash(body))
        if row.chain != self.chain:
            yield Fault(self._child, row.seq, "It is not what was sent, or not from whom.")
            self.chain = row.chain  # so that the next one is judged by itself
        if not _is_itself(row, self._child, body):
            yield Fault(self._child, row.seq, "It is filed as something else than it says.")


def _is_itself(row: _Revision, child: str, body: bytes) -> bool:
    try:
        said = msgspec.json.decode(body, type=_Body)
    except msgspec.MsgspecError:
        return False
    return len(body) == row.size and said == _Body(
        row.id, child, row.review, row.entity, row.kind, row.withdrawn
    )


def _hash(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
