"""The plan for permanence as each review found it: there or not, ratified by whom, why delayed.

By the second review the care plan holds a plan for permanence (IRO Handbook 2010; statutory
guidance to SI 2010/959). The codes are those of Annex A of Ofsted's inspection guidance.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId


class PermanencePlan(StrEnum):
    """What the plan is."""

    NOT_SAID = "not_said"
    REMAIN_SUPPORTED = "REMAINSUP"
    RETURN_WITHIN_1_MONTH = "RETURN1M"
    RETURN_WITHIN_6_MONTHS = "RETURN6M"
    RETURN_EVENTUALLY = "RETURNEV"
    WITH_RELATIVES = "LTRELFR"
    FOSTERING_TO_18 = "LTFOST18"
    RESIDENTIAL = "RESPLMT"
    SUPPORTED_LIVING = "SUPPLIV"
    ADOPTION = "ADOPTION"
    OTHER = "OTHERPLN"


class DelayReason(StrEnum):
    """Why a plan is not there or not ratified. No law has such codes: these are local ones."""

    NONE = "none"
    ASSESSMENTS = "assessments"
    COURT = "court"
    FAMILY = "family"
    NO_HOME_FOUND = "no_home_found"
    STAFFING = "staffing"
    PANEL = "panel"
    HEALTH = "health"
    IMMIGRATION = "immigration"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PermanenceFinding:
    """What one review found. None says that nobody has answered yet.

    `ratified_by` is the panel, the court or the manager; `parallel_plan` what happens otherwise.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    is_present: bool | None = None
    plan: PermanencePlan = PermanencePlan.NOT_SAID
    parallel_plan: str = ""
    is_ratified: bool | None = None
    ratified_by: str = ""
    ratified_on: dt.date | None = None
    delay: DelayReason = DelayReason.NONE
    delay_note: str = ""
    position: int = 0
