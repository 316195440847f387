"""A fault as a value: what is wrong, about what, and where. It holds no prose; a face words it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """Whether the thing was taken all the same (`NOTE`) or refused (`ERROR`)."""

    ERROR = "error"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault stands: a file's name (never its folder), a line or row from 1, a column.

    `column` is a number from 1 in a text file and a heading in a table.
    """

    source: str = ""
    line: int | None = None
    column: str | int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. `code` names its sentence, `subject` the thing; `data` fills the sentence."""

    code: str
    subject: str = ""
    place: Place = field(default_factory=Place)
    data: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
