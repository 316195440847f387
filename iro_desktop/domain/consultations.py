"""What someone answered on a form before the meeting: on paper, on a screen, or read out."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.participation import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationAnswer:
    """One answer of one person to one question of a consultation form, in their own words.

    `asked` is the question as it stood on their form, for the form may be another by then. What
    is `only_for_iro` prints nowhere; what a child answered prints only as the child's own words.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    form: str
    form_version: int
    person: str
    role: Role
    question: str
    asked: str
    words: str
    received_on: dt.date
    only_for_iro: bool = False
    position: int = 0

    @property
    def may_be_printed(self) -> bool:
        """Whether it may stand in a document that others read."""
        return self.role is not Role.CHILD and not self.only_for_iro
