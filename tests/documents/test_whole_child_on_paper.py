"""The whole child, permanence, advocacy and owed promises, as minutes and letter say them."""

import datetime as dt
from dataclasses import replace

from document_text import rows_of, text_of_document
from made_up_review import CHILD, REVIEW, a_decision, a_record, an_id, material_of

from iro_desktop.documents.blocks import text_of
from iro_desktop.documents.letter_to_child import build_letter
from iro_desktop.documents.minutes import build_minutes
from iro_desktop.domain.advocacy import OfferState, SupportOffer, SupportService
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.permanence import DelayReason, PermanenceFinding, PermanencePlan
from iro_desktop.domain.promises import LookedBack, Trail
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.domain.whole_child import (
    Line,
    LineState,
    Matter,
    ReturnSays,
    SdqTrend,
    Source,
    SourceKind,
    Value,
    WholeChild,
)
from iro_desktop.services.programs_forms import programs_forms

FORMS = programs_forms()
ASKS, DOES_NOT = FORMS.get("cla-review", 2), FORMS.get("cla-review", 1)
DAY, BEFORE = dt.date(2026, 5, 11), dt.date(2025, 11, 10)
SCORES = tuple(
    SdqScore(id=an_id("sdq", str(total)), child_id=CHILD, on=on, total=total)
    for on, total in ((BEFORE, 19), (DAY, 15))
)
FINDING = PermanenceFinding(
    id=an_id("finding"),
    child_id=CHILD,
    review_id=REVIEW,
    is_present=True,
    plan=PermanencePlan.FOSTERING_TO_18,
    is_ratified=False,
    delay=DelayReason.PANEL,
    delay_note="The June panel is full",
)


def _offer(state: OfferState, review: ReviewId = REVIEW, **more: str) -> SupportOffer:
    return SupportOffer(
        id=an_id("offer", review),
        child_id=CHILD,
        review_id=review,
        service=SupportService.ADVOCATE,
        state=state,
        **more,
    )


def _page(**values: Value) -> WholeChild:
    return WholeChild(DAY, tuple(_line(matter, values.get(matter)) for matter in Matter))


def _line(matter: Matter, value: Value | None) -> Line:
    if value is None:
        return Line(matter=matter, state=LineState.NEVER_RECORDED)
    state = LineState.STALE if matter is Matter.DENTAL else LineState.RECORDED
    source = Source(SourceKind.RECORDED, "Made-up Officer", DAY)
    return Line(matter=matter, state=state, value=value, source=source)


def _minutes(record: ReviewRecord) -> str:
    return text_of_document(build_minutes(material_of(record, ASKS)))


def test_that_the_page_stands_in_the_minutes_where_the_form_asks_for_it() -> None:
    page = _page(sdq=SdqTrend(SCORES), dental=ReturnSays(is_up_to_date=False))
    record = replace(a_record(), whole_child=page)
    text = _minutes(record)
    assert "15 of 40: borderline (4 lower than before)" in text
    assert "Dental check | Out of date: so says the council's data" in text
    assert "Care plan | Not recorded" in text
    assert "Noted by Made-up Officer, 11 May 2026" in text
    assert "19 of 40: a cause for concern" in text
    older = text_of_document(build_minutes(material_of(record, DOES_NOT)))
    assert "15 of 40" not in older


def test_that_what_another_review_wrote_is_not_repeated_on_the_page() -> None:
    earlier = _offer(OfferState.HAS_ONE, ReviewId("earlier"), person="Voice (made up)")
    assert "Voice (made up)" not in _minutes(
        replace(a_record(), whole_child=_page(advocate=earlier))
    )
    own = _offer(OfferState.HAS_ONE, person="Voice (made up)")
    assert "Has one; Voice (made up)" in _minutes(
        replace(a_record(), whole_child=_page(advocate=own))
    )


def test_that_permanence_and_advocacy_have_parts_of_their_own() -> None:
    offer = _offer(OfferState.DECLINED, why="Not now")
    text = _minutes(replace(a_record(), permanence_findings=(FINDING,), support_offers=(offer,)))
    assert "Long-term foster care until 18" in text
    assert "No date with the panel: The June panel is full" in text
    assert "Advocate | Declined |  | Not now" in text


def test_that_the_child_is_told_kindly_of_the_advocate_and_hears_their_own_words() -> None:
    owed = a_decision("Find a club", "You will go swimming.", kept=Kept.NOT_KEPT)
    owed = replace(owed, kept_note="No place was free", kept_words="I waited")
    found = LookedBack(replace(owed, kept=Kept.PARTLY_KEPT), BEFORE)
    latest = a_record().last_decisions[0]
    record = replace(
        a_record(),
        last_decisions=(latest, replace(owed, review_id=ReviewId("earlier"))),
        promise_trails=(
            Trail(latest.id, BEFORE),
            Trail(owed.id, dt.date(2025, 5, 12), (found,)),
        ),
        support_offers=(_offer(OfferState.DECLINED),),
    )
    letter = build_letter(material_of(record, ASKS))
    text = text_of_document(letter)
    assert "You said no to an advocate. That is fine. You can say yes at any time." in text
    assert "You will go swimming. We promised this on 12 May 2025." in text
    assert "No place was free. You said: “I waited”" in text
    minutes = build_minutes(material_of(record, ASKS))
    every = ([text_of(cell) for cell in row.cells] for row in rows_of(minutes))
    row = next(cells for cells in every if cells[0].startswith("Find a club"))
    assert row[0] == "Find a club (decided on 12 May 2025; Partly carried out on 10 November 2025)"
    assert row[3] == "Not carried out: No place was free. The child says: “I waited”"
