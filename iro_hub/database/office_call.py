"""One connection as the operator's role, and its refusals in words."""

from collections.abc import Sequence
from types import TracebackType
from typing import Any, LiteralString, Self, TypeVar

import psycopg
from psycopg import errors
from psycopg.rows import class_row

from iro_hub.faults import HubFault

T = TypeVar("T")

_REFUSED = "IR001"
_SENTENCES = {
    "malformed": "Something in this is not of the right form. Ids are lower-case UUIDs.",
    "no_such_team": "There is no team of that name.",
    "team_exists": "There is a team of that name already.",
    "no_such_person": "There is no such person.",
    "no_such_role": "There is no such role, or it cannot be had so.",
    "no_such_child": "The hub knows no such child. Allocate it first.",
    "no_such_device": "There is no such device.",
    "no_such_group": "There is no such group.",
    "no_such_bundle": "No such bundle waits in quarantine.",
    "other_role": "This is not for someone of that role.",
    "identity_in_use": "Another person signs in with that identity.",
    "deactivated": "That person is deactivated. Reactivate them first.",
    "different_content": "The record holds other words under one of these ids.",
    "other_version": "The version must be one more than the last.",
    "not_asked": "Nobody asked for this in the last ten minutes. Ask for it anew.",
    "not_signed": "A council setting must be signed.",
}


class Line:
    """A connection as the operator's role, for a `with`. Each call is a transaction."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._connection: psycopg.Connection | None = None

    def __enter__(self) -> Self:
        try:
            self._connection = psycopg.connect(
                self._dsn, autocommit=True, application_name="iro-hub office"
            )
        except psycopg.OperationalError:
            raise _away() from None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._connection is not None:
            self._connection.close()

    def call(self, query: LiteralString, *arguments: object) -> Any:  # noqa: ANN401  # each its own
        """The one value of a function."""
        try:
            row = self._open().execute(query, [_plain(one) for one in arguments]).fetchone()
        except psycopg.DatabaseError as problem:
            raise _named(problem) from None
        return None if row is None else row[0]

    def rows(self, shape: type[T], query: LiteralString, *arguments: object) -> Sequence[T]:
        """The rows of a list, each in its shape."""
        try:
            with self._open().cursor(row_factory=class_row(shape)) as cursor:
                return cursor.execute(query, [_plain(one) for one in arguments]).fetchall()
        except psycopg.DatabaseError as problem:
            raise _named(problem) from None

    def _open(self) -> psycopg.Connection:
        if self._connection is None:
            raise HubFault("closed", "The office is closed: use it in a `with`.")
        return self._connection


def _plain(value: object) -> object:
    return value.replace("\x00", "\ufffd") if isinstance(value, str) else value


def _named(problem: psycopg.DatabaseError) -> Exception:
    if problem.sqlstate == _REFUSED:
        code = problem.diag.message_primary or ""
        return HubFault(code, _SENTENCES.get(code, "The hub refused this."))
    if isinstance(problem, errors.DataError | errors.CheckViolation):
        return HubFault("malformed", _SENTENCES["malformed"])
    if isinstance(problem, psycopg.OperationalError):
        return _away()
    return problem


def _away() -> HubFault:
    return HubFault("unavailable", "The hub's database does not answer. Is it running?")
