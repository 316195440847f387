"""What is kept from whom, and why: passages of the record, and details such as an address.

A copy for someone leaves these out and says honestly that something was left out. UK GDPR article
15(4) and the Data Protection Act 2018, schedules 2 and 3, say what may be withheld from whom.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId


class Reader(StrEnum):
    """For whom a copy is. The file holds everything."""

    CHILD = "child"
    PARENT = "parent"
    FAMILY = "family"
    CARER = "carer"
    SOCIAL_WORKER = "social_worker"
    SCHOOL = "school"
    HEALTH = "health"
    ADVOCATE = "advocate"
    COURT = "court"
    OTHER = "other"
    FILE = "file"


class WithheldBecause(StrEnum):
    """Why a passage is kept from a reader. What is kept out is the child's own choice."""

    THIRD_PARTY = "third_party"
    SERIOUS_HARM = "serious_harm"
    CONFIDENTIAL_ADDRESS = "confidential_address"
    KEEP_OUT = "keep_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldPassage:
    """A passage of one field of one thing in a review's record.

    `thing` is the id of an answer, a decision, a view, a scale answer, an addendum, a picture or a
    document text, `field` the name of its field. `words` are the passage as it stands there; empty
    means the whole field. `why` and who decided never print.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    thing: str
    field: str
    words: str
    because: WithheldBecause
    kept_from: tuple[Reader, ...]
    why: str = ""
    decided_by: str = ""
    decided_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidentialDetail:
    """Words that print on no copy for those they are kept from: an address, a home, a number.

    Every way of writing it is one detail of its own. `until` is the last day it is kept from them;
    None is for good.
    """

    id: EntityId
    child_id: ChildId
    words: str
    kept_from: tuple[Reader, ...]
    why: str = ""
    until: dt.date | None = None
    recorded_by: str = ""
    recorded_on: dt.date | None = None
