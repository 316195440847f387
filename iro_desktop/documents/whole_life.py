"""A child's whole time in care as it is on record: what is read at 25."""

from dataclasses import dataclass
from typing import Protocol

from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.domain.happenings import RecordedHappening
from iro_desktop.domain.review_record import ReviewRecord


class LifeLabels(Protocol):
    """What the SSDA903's codes for reasons mean, in words."""

    def category_of_need(self, code: str) -> str:
        """Why a child became looked after, such as N1."""
        ...

    def reason_for_move(self, code: str) -> str:
        """Why a child moved home, such as CARPL."""
        ...

    def reason_ended(self, code: str) -> str:
        """Why a period of care ended, such as E4A."""
        ...


class BareLifeCodes:
    """The codes themselves, where no one has given their meanings."""

    def category_of_need(self, code: str) -> str:
        """The code."""
        return code

    def reason_for_move(self, code: str) -> str:
        """The code."""
        return code

    def reason_ended(self, code: str) -> str:
        """The code."""
        return code


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeLife:
    """Every review that was held, oldest first, and what happened between them.

    `sent` are the documents that went out. Episodes and people stand in each review's record.
    """

    reviews: tuple[ReviewRecord, ...] = ()
    happenings: tuple[RecordedHappening, ...] = ()
    sent: tuple[WrittenDocument, ...] = ()
