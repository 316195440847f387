"""The decisions of a review on a sheet of their own: out within five working days.

IRO Handbook (2010): the decisions go to the council within five working days of the review, and
its manager then has five to say that they are not agreed. The sheet has the child's number and no
name, for it goes through many hands.
"""

from iro_desktop.documents.blocks import (
    Block,
    Choices,
    Document,
    WritingSpace,
    facts,
    plain,
)
from iro_desktop.documents.confirmations import confirmations
from iro_desktop.documents.decision_rows import formal_decisions
from iro_desktop.documents.frames import report, say, signature
from iro_desktop.documents.material import Material
from iro_desktop.documents.parts import headed
from iro_desktop.documents.review_facts import kind_title, within
from iro_desktop.documents.written_text import Written
from iro_desktop.domain.correspondence import DocumentKind

_LINES_FOR_REMARKS = 3


def build_decisions_sheet(material: Material) -> Document:
    """The sheet as a neutral document. Every decision stands in it once, its row anchored."""
    tr, record = material.tr, material.record
    decided = formal_decisions(record, tr) or (say(tr("No decision was recorded.")),)
    note = Written(material, DocumentKind.DECISIONS).words("note")
    iro = record.iro
    signed = signature(
        iro.name, tr("Independent reviewing officer"), iro.authority, iro.telephone, iro.email
    )
    return report(
        material,
        tr("Decisions of a review"),
        (
            _about(material),
            *headed("decisions", tr("Decisions and recommendations"), (*decided, *note, signed)),
            *headed("answer", tr("The manager’s answer"), _answer(material)),
        ),
        (),
    )


def _about(material: Material) -> Block:
    tr, record = material.tr, material.record
    held, is_household = record.review.held_on, record.child.is_household
    care_plan = within(material.deadlines.care_plan_updated, tr)
    return facts(
        (tr("Council's number"), plain(record.child.number)),
        (tr("Which review"), plain(kind_title(record, tr, material.form))),
        (tr("Held on"), plain(tr.weekday_date(held) if held else "")),
        (tr("Chaired by"), plain(record.iro.name.strip())),
        (tr("To be sent"), plain(within(material.deadlines.decisions_written, tr))),
        (tr("Care plan updated"), plain("" if is_household else care_plan)),
    )


def _answer(material: Material) -> tuple[Block, ...]:
    tr = material.tr
    given = confirmations(material.record, tr)
    if given:
        return given
    return (
        say(
            tr(
                "The manager has 5 working days from the day this sheet arrives to say which "
                "decisions are not agreed, and why. If nothing is said by then, they stand "
                "(IRO Handbook 2010)."
            )
        ),
        Choices(
            plain(tr("The manager")),
            (plain(tr("agrees to all decisions")), plain(tr("does not agree to these:"))),
        ),
        WritingSpace(plain(tr("Remarks")), _LINES_FOR_REMARKS),
        WritingSpace(plain(tr("Name, date and signature")), 1),
    )
