"""A review held at several sittings, adjourned or cancelled: what may follow, which day counts.

Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulations 33 to
38, and the IRO Handbook (2010). No law says which day of a series counts: the day on which it was
completed does, as the Handbook's clocks run from completion, unless the IRO says otherwise and why.
"""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One meeting of a review that is held as a series of them."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    on: dt.date
    with_whom: str = ""
    note: str = ""
    position: int = 0
