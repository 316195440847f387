"""Connections of the gateway to the hub's database, kept open and lent out for one call each."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import psycopg
from psycopg import errors
from psycopg_pool import ConnectionPool, PoolTimeout

from iro_hub.faults import HubFault

_MOST = 8
_SECONDS_TO_WAIT = 5.0
_REFUSED = "IR001"
_SETTINGS = {
    "client_encoding": "UTF8",
    "datestyle": "ISO",
    "default_transaction_deferrable": "off",
    "default_transaction_isolation": "read\\ committed",
    "default_transaction_read_only": "off",
    "idle_session_timeout": "0",
    "synchronous_commit": "on",
}
_OPTIONS = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
"""A role may change how its own sessions begin: whoever once had the password could have made an
acknowledged word one that is lost with the power. What a client says at the start goes before."""
_SENTENCES = {
    "unauthenticated": "The hub does not know this token or code. Sign in again.",
    "expired": "This sign-in has expired. Sign in again.",
    "revoked": "This device may no longer use the hub. Hand over what is unsent and wipe its copy.",
    "deactivated": "This person may no longer use the hub. Hand over what is unsent, and wipe.",
    "not_yours": "This is not yours to see, or there is no such thing.",
    "not_your_role": "Your role may not do this.",
    "anothers_laptop": "This laptop is another person's here.",
    "not_found": "There is no such thing.",
    "other_history": "The hub holds another history of this record than this device.",
    "different_content": "The hub holds something else under this name.",
    "too_large": "This is larger than the hub takes.",
    "too_many": "The hub keeps no more of these from this device.",
    "malformed": "The hub cannot read this.",
    "too_many_tries": "Too many wrong codes. Try again in ten minutes.",
    "unavailable": "The hub's database does not answer at the moment. Try again later.",
}


class Pools:
    """The gateway's connections, and those of the sign-in role, which the gateway cannot be.

    Calls are synchronous and meant for a thread pool: each lends a connection, is one transaction,
    and gives it back. `most` bounds the connections of the gateway role, and so the calls at once.
    """

    def __init__(self, gateway_dsn: str, sign_in_dsn: str = "", *, most: int = _MOST) -> None:
        self._gateway = _pool(gateway_dsn, most)
        self._sign_in = _pool(sign_in_dsn, 1) if sign_in_dsn else None

    def open(self) -> None:
        """Start to connect. A database that is away is met at the first call."""
        self._gateway.open()
        if self._sign_in is not None:
            self._sign_in.open()

    def close(self) -> None:
        """Give all connections back."""
        self._gateway.close()
        if self._sign_in is not None:
            self._sign_in.close()

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def gateway(self) -> Iterator[psycopg.Connection]:
        """One transaction as the gateway's role.

        Raises:
            HubFault: the database refused, or is away.
        """
        with _faults_named(), self._gateway.connection() as connection:
            yield connection

    @contextmanager
    def sign_in(self) -> Iterator[psycopg.Connection]:
        """One transaction as the role that may sign people in.

        Raises:
            HubFault: the database refused, or is away, or this hub has no such role set up.
        """
        if self._sign_in is None:
            raise fault("unavailable")
        with _faults_named(), self._sign_in.connection() as connection:
            yield connection


def fault(code: str) -> HubFault:
    """The fault of a code."""
    return HubFault(code, _SENTENCES.get(code, _SENTENCES["unavailable"]))


@contextmanager
def _faults_named() -> Iterator[None]:
    """Turn the database's refusals into HubFaults. Nothing of the request goes into them."""
    try:
        yield
    except psycopg.DatabaseError as problem:
        if problem.sqlstate == _REFUSED:
            raise fault(problem.diag.message_primary or "") from None
        if isinstance(problem, errors.DataError):
            raise fault("malformed") from None
        if isinstance(problem, psycopg.OperationalError | errors.QueryCanceled):
            raise fault("unavailable") from None
        raise
    except (psycopg.InterfaceError, PoolTimeout):
        raise fault("unavailable") from None


def _pool(dsn: str, most: int) -> ConnectionPool[psycopg.Connection]:
    return ConnectionPool(
        dsn,
        min_size=1,
        max_size=most,
        open=False,
        timeout=_SECONDS_TO_WAIT,
        configure=_prepare_at_once,
        kwargs={"application_name": "iro-hub", "options": _OPTIONS},
    )


def _prepare_at_once(connection: psycopg.Connection) -> None:
    """Every statement here is one of a few dozen: keep each prepared from its first use."""
    connection.prepare_threshold = 0
