"""The functions of the database that `iro-hub` calls: people, devices, and who may see whom."""

import datetime as dt
import hashlib
import secrets
from types import TracebackType
from typing import Any, Self

import psycopg

from iro_hub.faults import HubFault

_REFUSED = "IR001"
_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"
_CODE_LETTERS = 24  # of 32 letters each: 120 bits


class Office:
    """A connection as the operator's role. Each call is a transaction."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._connection: psycopg.Connection | None = None

    def __enter__(self) -> Self:
        self._connection = psycopg.connect(
            self._dsn, autocommit=True, application_name="iro-hub office"
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._connection is not None:
            self._connection.close()

    def name_hub(self, name: str) -> None:
        """What laptops call this hub."""
        self._call("SELECT hub_office.name_hub(%s)", name)

    def add_team(self, name: str, within: str = "") -> str:
        """A team, perhaps within another, whose manager then reads it too. Its id."""
        return str(self._call("SELECT hub_office.add_team(%s, %s)", name, within))

    def add_person(
        self,
        name: str,
        role: str,
        team: str,
        *,
        whole_service: bool = False,
        issuer: str = "",
        subject: str = "",
    ) -> str:
        """Someone with a role in a team. Their id. `name` is what stands under their revisions."""
        return str(
            self._call(
                "SELECT hub_office.add_person(%s, %s, %s, %s, %s, %s)",
                name,
                role,
                team,
                whole_service,
                issuer,
                subject,
            )
        )

    def enrol_code(self, person: str, minutes: int = 60) -> str:
        """A code that enrols one device of a person once, within so many minutes."""
        letters = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LETTERS))
        self._call(
            "SELECT hub_office.enrol_code(%s, %s, %s)",
            person,
            hashlib.sha256(letters.encode()).digest(),
            minutes,
        )
        return "-".join(letters[place : place + 4] for place in range(0, _CODE_LETTERS, 4))

    def allocate(self, child: str, person: str, *, team: str = "") -> None:
        """Give a child to its IRO, and to their team or another. Who had it has it no longer."""
        self._call("SELECT hub_office.allocate(%s, %s, %s)", child, person, team)

    def cover(self, child: str, person: str, until: dt.date) -> None:
        """Let another IRO read and write a child's record until the end of a day."""
        self._call("SELECT hub_office.cover(%s, %s, %s)", child, person, until)

    def _call(self, query: str, *arguments: object) -> Any:  # noqa: ANN401  # each its own type
        """The one value of a call."""
        if self._connection is None:
            raise HubFault("closed", "The office is closed: use it in a `with`.")
        try:
            row = self._connection.execute(query.encode(), arguments).fetchone()
        except psycopg.DatabaseError as problem:
            if problem.sqlstate == _REFUSED:
                code = problem.diag.message_primary or ""
                raise HubFault(code, code) from None
            raise
        return None if row is None else row[0]
