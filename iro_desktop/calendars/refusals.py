"""Why a calendar file is not taken in."""

from enum import StrEnum

from iro_desktop.problems import Problem


class Refusal(StrEnum):
    """What is wrong with a file as a whole."""

    TOO_LARGE = "calendar_too_large"
    NOT_A_CALENDAR = "not_a_calendar"
    TOO_OFTEN = "calendar_repeats_too_often"
    TOO_MANY = "calendar_repeats_too_much"


class CalendarRefused(Exception):
    """Nothing of the file was taken in. `problem` says why; it holds nothing of the file."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.problem = Problem(refusal.value)
