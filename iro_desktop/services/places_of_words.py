"""How often words stand in what is on record about a child, in whichever spacing and case."""

import datetime as dt
from dataclasses import replace

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, EntityId
from iro_desktop.domain.redaction import Redaction
from iro_desktop.domain.withholding import ConfidentialDetail
from iro_desktop.services import reading_at_25, review_records
from iro_desktop.services.child_file import require_child
from iro_desktop.services.ports import UnitOfWorkFactory

_SHORTEST = 3


def places_of_words(
    uow_factory: UnitOfWorkFactory, child_id: ChildId, words: str, today: dt.date
) -> int:
    """In how many places these words would be cut; 0 of fewer than three characters.

    Raises:
        NoSuchThing: there is no such child.
    """
    if len(words.strip()) < _SHORTEST:
        return 0
    with uow_factory() as uow:
        child = require_child(uow, child_id)
        people = tuple(uow.people.of_child(child_id))
        life = reading_at_25.gather(uow, child_id, today)
        records = [
            review_records.gather(uow, review, today) for review in uow.reviews.of_child(child_id)
        ]
    # What stands in every record of the child counts once, and what is kept already not at all.
    nobody = Child(id=child_id, number="", date_of_birth=child.date_of_birth)
    own = [
        replace(
            one,
            child=nobody,
            people=(),
            episodes=(),
            last_decisions=(),
            promise_trails=(),
            earlier_scale_answers=(),
            earlier_tools=(),
            scaling_questions=(),
            withheld=(),
            confidential=(),
        )
        for one in records
    ]
    of_child = records[0].episodes if records else ()
    asked = records[0].scaling_questions if records else ()
    detail = ConfidentialDetail(id=EntityId(""), child_id=child_id, words=words, kept_from=())
    redaction = Redaction((), (detail,))
    redaction.of((child, people, of_child, asked, replace(life, reviews=()), *own))
    return sum(redaction.cuts.values())
