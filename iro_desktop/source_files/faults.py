"""What can be wrong with any file written by hand, and where a file's faults are gathered."""

from enum import StrEnum

from iro_desktop.problems import Place, Problem
from iro_desktop.source_files.tree import Spot


class SourceFault(StrEnum):
    """Codes that every kind of file shares. A code once given keeps its meaning.

    Each kind of file numbers faults of its own beside them; no two faults have the same code.
    """

    UNREADABLE = "F001"
    NOT_UTF8 = "F002"
    NOT_YAML = "F003"
    TAB = "F004"
    ALIAS = "F005"
    TAG = "F006"
    TOO_LARGE = "F007"
    TOO_DEEP = "F008"
    SECOND_DOCUMENT = "F009"
    EMPTY_FILE = "F010"
    KEY_TWICE = "F011"
    UNKNOWN_KEY = "F012"
    KEY_MISSING = "F013"
    NOT_TEXT = "F014"
    NOT_A_LIST = "F015"
    NOT_A_MAPPING = "F016"
    NOT_A_NUMBER = "F017"
    NOT_TRUE_OR_FALSE = "F018"
    NOT_AN_ID = "F019"
    ID_TWICE = "F020"
    UNKNOWN_WORD = "F021"
    NOT_A_DATE = "F040"


class Faults:
    """Faults of one file as they are met; all of them, not the first."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._found: list[tuple[Spot, Problem]] = []

    def add(self, fault: StrEnum, spot: Spot, subject: str = "", **data: str) -> None:
        """Note one fault. `subject` is the word that is wrong; `data` fills the sentence."""
        place = Place(self.source, spot.line, spot.column)
        self._found.append((spot, Problem(fault, subject, place, data)))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._found)

    def in_order(self) -> tuple[Problem, ...]:
        """The faults as they stand in the file, from the top."""
        return tuple(problem for _, problem in sorted(self._found, key=lambda found: found[0]))
