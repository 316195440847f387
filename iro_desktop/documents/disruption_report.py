"""The report on why living in a home came to an unplanned end, so that others can learn from it.

No law asks for it; good practice holds the meeting soon and lets it plan nothing. It is never the
fault of one or two people, so the report blames nobody.
"""

from iro_desktop.documents.blocks import Block, Document
from iro_desktop.documents.chronology import Labels, chronology, chronology_table
from iro_desktop.documents.frames import report, say, signature
from iro_desktop.documents.material import Material
from iro_desktop.documents.parts import headed
from iro_desktop.documents.report_parts import (
    decisions,
    the_child,
    the_review,
    wishes_and_feelings,
)
from iro_desktop.documents.taking_part import attendance_table
from iro_desktop.documents.written_text import Written
from iro_desktop.domain.correspondence import DocumentKind


def build_disruption_report(material: Material) -> Document:
    """What happened, in order; what each said; what can be learned; what happens next."""
    tr, iro = material.tr, material.record.iro
    written = Written(material, DocumentKind.DISRUPTION_REPORT, takes_answers=True)
    aim = tr(
        "This report says what happened when living in this home came to an end, and what can be "
        "learned from it. A home seldom ends because of one person, and the report blames nobody."
    )
    return report(
        material,
        tr("Disruption report"),
        (
            *headed("aim", tr("What this report is for"), (say(aim), *written.answers("aim"))),
            *the_child(material),
            *the_review(material),
            *headed("attendance", tr("Who was there"), attendance_table(material.record, tr)),
            *written.section("good_times"),
            *written.section("what_happened"),
            *headed("chronology", tr("The time in care so far"), _in_order(material)),
            *written.answered_section("matching"),
            *written.answered_section("introductions"),
            *written.section("support"),
            *wishes_and_feelings(material),
            *written.section("said"),
            *written.section("learning"),
            *written.section("next"),
            *decisions(material),
        ),
        (signature(iro.name, tr("Independent reviewing officer"), iro.authority),),
    )


def _in_order(material: Material) -> tuple[Block, ...]:
    labels = Labels(material.labels, material.reasons)
    events = chronology(material.record.episodes, (), material.happenings, labels, material.tr)
    return chronology_table(events, material.tr)
