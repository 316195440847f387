"""What every kind of document is made from, about a made-up child: texts, panel, a whole life."""

import datetime as dt
from dataclasses import replace

from made_up_review import CHILD, HELD, REVIEW, a_record, an_id, made_up_rule

from iro_desktop.documents.material import Material
from iro_desktop.documents.whole_life import WholeLife
from iro_desktop.documents.written_parts import written_parts
from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import ImportantPerson
from iro_desktop.domain.copies import usual_reader
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import EpisodeId, ReviewId
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.rule import Length, Unit
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.programs_forms import programs_forms

FORM = programs_forms().get("cla-review", 1)
RESOLUTION = Explained(
    dt.date(2026, 6, 9),
    replace(
        made_up_rule("resolution_process", Length(20, Unit.WORKING_DAYS), "Resolution process"),
        law="IRO Handbook 2010 ch 6",
    ),
    dt.date(2026, 5, 11),
)
HAPPENINGS = tuple(
    RecordedHappening(
        id=an_id("happening", happening),
        child_id=CHILD,
        happening=happening,
        on=on,
        note=note,
    )
    for happening, on, note in (
        (Happening.HEALTH_ASSESSED, dt.date(2025, 3, 3), ""),
        (Happening.PLACEMENT_DISRUPTED, dt.date(2024, 2, 1), "Dana's mother was very ill."),
        (Happening.CARER_APPROVED, dt.date(2024, 1, 1), "about an adult, and not to be printed"),
    )
)
PANEL = (
    PanelMember(
        id=an_id("panel", "0"),
        child_id=CHILD,
        review_id=REVIEW,
        name="Robin Example",
        is_chair=True,
    ),
    PanelMember(
        id=an_id("panel", "1"), child_id=CHILD, review_id=REVIEW, name="Jo Example", position=1
    ),
    PanelMember(
        id=an_id("panel", "2"),
        child_id=CHILD,
        review_id=REVIEW,
        name="Ali Example",
        is_member_or_officer=False,
        position=2,
    ),
)


_MEANT = {
    "C1": "Interim care order",
    "C2": "Full care order",
    "U6": "Fostered",
    "N1": "Abuse or neglect",
    "CARPL": "The care plan was changed or carried out",
}


class LabelsInWords:
    """What the few codes of the made-up episodes mean."""

    def legal_status(self, code: str) -> str:
        return _MEANT[code]

    def placement(self, code: str) -> str:
        return _MEANT[code]

    def category_of_need(self, code: str) -> str:
        return _MEANT[code]

    def reason_for_move(self, code: str) -> str:
        return _MEANT[code]

    def reason_ended(self, code: str) -> str:
        return _MEANT[code]


def episodes() -> tuple[Episode, ...]:
    """Came into care, and moved once."""
    first = Episode(
        id=EpisodeId(an_id("episode", "first")),
        child_id=CHILD,
        started=dt.date(2023, 9, 1),
        reason_started="S",
        legal_status="C1",
        category_of_need="N1",
        placement="U6",
        ended=dt.date(2024, 2, 1),
        reason_ended="X1",
        reason_for_move="CARPL",
    )
    second = replace(
        first,
        id=EpisodeId(an_id("episode", "second")),
        started=dt.date(2024, 2, 1),
        reason_started="B",
        legal_status="C2",
        ended=None,
        reason_ended="",
        reason_for_move="",
    )
    return first, second


def a_whole_record() -> ReviewRecord:
    """The made-up review with episodes of a whole time in care."""
    friend = ImportantPerson(
        id=an_id("friend"), child_id=CHILD, name="Sasha Example", relationship="best friend"
    )
    return replace(a_record(), episodes=episodes(), people=(friend,))


def a_whole_life() -> WholeLife:
    """Two reviews, what happened, and one letter that was sent."""
    record = a_whole_record()
    before = dt.date(2025, 11, 10)
    earlier = replace(
        record,
        review=replace(record.review, id=ReviewId(an_id("earlier")), held_on=before),
        views=(),
        decisions=record.last_decisions,
        scale_answers=record.earlier_scale_answers,
        answers=(),
        addenda=(),
    )
    sent = WrittenDocument(
        id=an_id("sent"),
        child_id=CHILD,
        review_id=REVIEW,
        kind=DocumentKind.LETTER,
        written_on=HELD,
        sent_on=dt.date(2026, 5, 8),
        sent_to="Wren, read together with Dana",
    )
    return WholeLife(reviews=(earlier, record), happenings=HAPPENINGS, sent=(sent,))


def written_for(kind: DocumentKind, language: str = "en-GB") -> dict[str, str]:
    """A text for each part that is written for a kind, as a person might have typed it."""
    parts = written_parts(kind, Translator(language))
    return {part.id: f"What Avery wrote as “{part.id}”." for part in parts}


def a_material(
    kind: DocumentKind, tr: Translator | None = None, record: ReviewRecord | None = None
) -> Material:
    """All that a kind of document can be made from, for its usual reader."""
    labels = LabelsInWords()
    return Material(
        record=record or a_whole_record(),
        form=FORM,
        tr=tr or Translator(),
        reader=usual_reader(kind),
        texts=written_for(kind),
        labels=labels,
        reasons=labels,
        panel=PANEL,
        happenings=HAPPENINGS,
        resolution=RESOLUTION,
        whole_life=a_whole_life() if record is None else None,
    )
