"""What can be wrong with a form's file: a code for each fault, and where faults are gathered."""

from enum import StrEnum

from iro_desktop.form_engine.source_tree import Spot
from iro_desktop.problems import Place, Problem


class FormFault(StrEnum):
    """Codes of the faults. A code once given keeps its meaning; `fault_wording` has the words."""

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
    KEY_NOT_FOR_KIND = "F022"
    NO_OPTIONS = "F023"
    OPTION_TWICE = "F024"
    NO_SUCH_QUESTION = "F025"
    LOOKS_FORWARD = "F026"
    ASKS_INTO_GROUP = "F027"
    OPERATOR_NOT_FOR_KIND = "F028"
    VALUE_NOT_AN_OPTION = "F029"
    VALUE_NOT_FOR_KIND = "F030"
    NOT_ONE_OPERATOR = "F031"
    NO_SUCH_PART = "F032"
    BAD_LIMITS = "F033"
    RECORDS_NOT_SHOWN = "F034"
    RECORDS_TWICE = "F035"
    GROUP_IN_GROUP = "F036"
    NOTHING_IN_IT = "F037"
    NOT_ITS_NAME = "F038"
    BAD_LEAD_IN = "F039"


class Faults:
    """Faults of one file as they are met; all of them, not the first."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: list[tuple[Spot, Problem]] = []

    def add(self, fault: FormFault, spot: Spot, subject: str = "", **data: str) -> None:
        """Note one fault. `subject` is the word that is wrong; `data` fills the sentence."""
        place = Place(self._source, spot.line, spot.column)
        self._found.append((spot, Problem(fault, subject, place, data)))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._found)

    def in_order(self) -> tuple[Problem, ...]:
        """The faults as they stand in the file, from the top."""
        return tuple(problem for _, problem in sorted(self._found, key=lambda found: found[0]))
