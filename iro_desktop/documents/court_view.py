"""The IRO's view for a court that decides about the child.

Children Act 1989, section 25A: the council appoints an IRO for the child. Section 25B(1): the IRO
monitors how the council carries out its functions in the child's case, takes part in the reviews,
and sees that the child's wishes and feelings are given due consideration. Facts, the child's words
and the IRO's view are kept apart.
"""

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Block, Document, Row, Table, plain
from iro_desktop.documents.frames import report, say, signature
from iro_desktop.documents.looking_back import in_their_order, outcome_and_why, what_and_whence
from iro_desktop.documents.material import Material
from iro_desktop.documents.parts import headed
from iro_desktop.documents.report_parts import (
    decisions,
    the_child,
    the_review,
    wishes_and_feelings,
)
from iro_desktop.documents.written_text import Written
from iro_desktop.domain.correspondence import DocumentKind


def build_court_view(material: Material) -> Document:
    """The view. Of the child's words it holds only those that the child agreed to share."""
    tr, iro = material.tr, material.record.iro
    written = Written(material, DocumentKind.COURT_VIEW)
    return report(
        material,
        tr("The IRO’s view for the court"),
        (
            *headed("my_part", tr("Who writes, and what for"), _my_part(material)),
            *written.section("proceedings"),
            *the_child(material),
            *the_review(material),
            *written.section("care_plan"),
            *_promised_before(material),
            *decisions(material),
            *wishes_and_feelings(material, written.words("wishes")),
            *written.section("view"),
        ),
        (
            signature(
                iro.name,
                tr("Independent reviewing officer"),
                iro.authority,
                iro.telephone,
                iro.email,
            ),
        ),
    )


def _my_part(material: Material) -> tuple[Block, ...]:
    tr = material.tr
    return (
        say(
            tr(
                "I am the child’s independent reviewing officer (Children Act 1989, section 25A). "
                "I monitor how the council carries out its functions in the child’s case, take "
                "part in the reviews, and see that the child’s wishes and feelings are given due "
                "consideration (section 25B(1))."
            )
        ),
        say(tr("The facts here come from the record of the review. My own view stands last.")),
    )


def _promised_before(material: Material) -> tuple[Block, ...]:
    """What the review before decided, and what became of it."""
    tr = material.tr
    rows = tuple(
        Row(
            (
                what_and_whence(decision, material.record, tr),
                plain(decision.owner.strip()),
                phrases.by_when(decision, tr),
                outcome_and_why(decision, tr),
            )
        )
        for decision in in_their_order(material.record.last_decisions)
    )
    header = (tr("Decision"), tr("Who"), tr("By when"), tr("Outcome"))
    caption = tr("Decisions of the last review and their outcome")
    table = Table(plain(caption), header, rows, (0.36, 0.18, 0.2, 0.26))
    return headed("last_decisions", tr("Decisions of the last review"), (table,) if rows else ())
