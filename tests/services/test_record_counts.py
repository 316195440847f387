"""What counts as a record that says something, where a form requires it."""

import datetime as dt

from iro_desktop.domain.advocacy import OfferState, SupportOffer, SupportService
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.record import ToolRecord
from iro_desktop.form_engine.definition import Records
from iro_desktop.services.record_counts import record_counts

CHILD, REVIEW = ChildId("made-up"), ReviewId("now")


def room(tool: Tool, state: EntryState) -> Room:
    name = EntityId(f"{tool} {state}")
    return Room(
        id=name, child_id=CHILD, review_id=REVIEW, thread=name, tool=tool, room="r", state=state
    )


def offer(state: OfferState) -> SupportOffer:
    return SupportOffer(
        id=EntityId(state.value),
        child_id=CHILD,
        review_id=REVIEW,
        service=SupportService.ADVOCATE,
        state=state,
    )


def test_that_a_blank_says_nothing_and_a_child_who_declined_says_something() -> None:
    rooms = (
        room(Tool.WIZARD, EntryState.UNANSWERED),
        room(Tool.WIZARD, EntryState.DECLINED),
        room(Tool.SAFETY_HOUSE, EntryState.ANSWERED),
    )
    record = ReviewRecord(
        child=Child(id=CHILD, number="1", date_of_birth=dt.date(2015, 1, 1)),
        review=Review(id=REVIEW, child_id=CHILD, next_on=dt.date(2026, 11, 2)),
        iro=Signatory("Made-up"),
        tools=ToolRecord(rooms=rooms),
        support_offers=(offer(OfferState.NOT_SAID), offer(OfferState.DECLINED)),
    )
    counts = record_counts(record)
    assert set(counts) == set(Records)
    assert (counts[Records.HOUSES], counts[Records.SAFETY_HOUSE], counts[Records.TOOLS]) == (
        1,
        1,
        2,
    )
    assert (counts[Records.ADVOCACY], counts[Records.NEXT_MEETING]) == (1, 1)
    assert counts[Records.DECISIONS] == counts[Records.MAP] == 0
