"""What can be wrong with a form, beside what can be wrong with any file: a code for each fault."""

from enum import StrEnum


class FormFault(StrEnum):
    """Codes of the faults. A code once given keeps its meaning; `fault_wording` has the words."""

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
