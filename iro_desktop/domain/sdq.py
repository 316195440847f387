"""Strengths and Difficulties Questionnaire: total scores over time, with their bands.

Bands as councils publish them for the carer's form: 0 to 13 close to average, 14 to 16 borderline,
17 to 40 a cause for concern.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId

LOWEST, HIGHEST = 0, 40
_BORDERLINE, _CONCERN = 14, 17


class SdqBand(StrEnum):
    """Where a total lies."""

    NORMAL = "normal"
    BORDERLINE = "borderline"
    CONCERN = "concern"


class NotAnSdqTotal(ValueError):
    """A total that is not 0 to 40."""


OF_RETURN = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class SdqScore:
    """One questionnaire. `reason` is the return's code where there is no total (SDQ1 to SDQ5).

    `source` is who wrote it down; `OF_RETURN` where the council's data told it, which comes without
    the day of the questionnaire: `on` is then the day on which the data was taken in.
    """

    id: EntityId
    child_id: ChildId
    on: dt.date
    total: int | None = None
    reason: str = ""
    source: str = ""

    @property
    def is_of_return(self) -> bool:
        """Whether the council's data told it."""
        return self.source == OF_RETURN


def band_of(total: int) -> SdqBand:
    """The band of a total. Raises NotAnSdqTotal."""
    if not LOWEST <= total <= HIGHEST:
        raise NotAnSdqTotal(str(total))
    if total < _BORDERLINE:
        return SdqBand.NORMAL
    return SdqBand.BORDERLINE if total < _CONCERN else SdqBand.CONCERN
