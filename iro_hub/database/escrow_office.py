"""The functions of the database that bring sealed pages to the council's own key, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from iro_desktop.wire.people import Grant
from iro_hub.database.office_call import Line
from iro_hub.database.office_rows import EscrowRow


@dataclass(frozen=True, slots=True)
class _Asked:
    opening: int
    pages: int


@dataclass(frozen=True, slots=True)
class _Text:
    sealed_pages: str


@dataclass(frozen=True, slots=True)
class _Reader:
    device: str
    key: str


class EscrowOffice(Line):
    """The operator's calls about escrow. They give boxes and take keys, and see no words.

    Raises (every call):
        HubFault: the database refused, and why.
    """

    def ask(self, purpose: str, child: str, review: str, named: str, reason: str) -> int:
        """Write down who asks for a child's sealed pages, and why, for good. The opening's number.

        Args:
            purpose: "open" or "grant".
            child: the child's id.
            review: one review's id, or empty for all.
            named: who asks, as they say.
            reason: why, in words that any reader of the audit may read.
        """
        (row,) = self.rows(
            _Asked,
            "SELECT * FROM hub_office.ask_escrow(%s, %s, %s, %s, %s)",
            purpose,
            child,
            review,
            named,
            reason,
        )
        return row.opening

    def pages(self, opening: int) -> Sequence[str]:
        """The sealed pages that were asked for, oldest first, each as JSON."""
        rows = self.rows(_Text, "SELECT hub_office.sealed_pages(%s)", opening)
        return [row.sealed_pages for row in rows]

    def readers(self, child: str) -> Mapping[str, str]:
        """The devices of the child's own IRO, with their public keys."""
        rows = self.rows(_Reader, "SELECT * FROM hub_office.readers_of(%s)", child)
        return {row.device: row.key for row in rows}

    def give(self, opening: int, grants: Sequence[Grant]) -> int:
        """Keys of sealed pages for devices of the child's own IRO. How many were given."""
        told = msgspec.json.encode(grants).decode()
        return int(self.call("SELECT hub_office.give_keys(%s, %s)", opening, told))

    def openings(self) -> Sequence[EscrowRow]:
        """Everything that was ever asked for, oldest first."""
        return self.rows(EscrowRow, "SELECT * FROM hub_office.escrow_openings ORDER BY id")
