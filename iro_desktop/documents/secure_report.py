"""The report of the panel that reviews whether a child stays in secure accommodation.

Children (Secure Accommodation) Regulations 1991 (SI 1991/1505). Regulation 15: at least three
persons, one of them neither member nor officer of the child's authority. Regulation 16: whether the
criteria still apply, whether the placement is still necessary, whether other accommodation would be
appropriate; the wishes and feelings of the child, the parents and others are taken into account,
and they are told the outcome. The panel recommends; it does not release.
"""

from iro_desktop.documents.blocks import (
    Block,
    Document,
    Notice,
    authored,
    facts,
    plain,
)
from iro_desktop.documents.frames import report, say, signature
from iro_desktop.documents.material import Material
from iro_desktop.documents.parts import headed
from iro_desktop.documents.report_parts import (
    decisions,
    the_child,
    wishes_and_feelings,
)
from iro_desktop.documents.secure_panel import panel_table
from iro_desktop.documents.taking_part import attendance_table
from iro_desktop.documents.written_text import Written
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.independence import panel_problems


def build_secure_report(material: Material) -> Document:
    """The report, signed by whoever chairs the panel."""
    tr = material.tr
    written = Written(material, DocumentKind.SECURE_REPORT, takes_answers=True)
    asked = tr(
        "The panel looked at three questions, as regulation 16 of the Children (Secure "
        "Accommodation) Regulations 1991 asks, with the child’s welfare in mind."
    )
    return report(
        material,
        tr("Report of the secure panel"),
        (
            *_not_lawful(material),
            *the_child(material),
            *headed("about_review", tr("The review"), _the_review(material)),
            *panel_table(material.panel, tr),
            *headed("attendance", tr("Who was there"), attendance_table(material.record, tr)),
            *written.answered_section("order"),
            *headed("questions", tr("What the panel looked at"), (say(asked),)),
            *written.section("criteria"),
            *written.section("necessary"),
            *written.section("alternatives"),
            *wishes_and_feelings(material),
            *written.section("views_of_others"),
            *written.section("recommendation"),
            *decisions(material),
            *written.section("action"),
            *headed("told", tr("Who is told"), (_told(material), *written.answers("told"))),
        ),
        (_signature(material),),
    )


def _not_lawful(material: Material) -> tuple[Block, ...]:
    """A warning in a draft, where the panel may not sit."""
    child = material.record.child
    if not material.draft or not panel_problems(material.panel, child.iro_name):
        return ()
    words = material.tr(
        "This panel may not sit yet. It needs at least three people, one of them independent of "
        "the council and of the home, and one chair who is not the child’s own independent "
        "reviewing officer."
    )
    return (Notice(plain(words)),)


def _the_review(material: Material) -> tuple[Block, ...]:
    """When and where; who chairs stands in the panel's own table."""
    tr, review = material.tr, material.record.review
    held, closed = review.held_on, review.closed_on
    said = facts(
        (tr("Held on"), plain(tr.weekday_date(held) if held else "")),
        (tr("Planned place"), authored(review.planned_at.strip())),
        (tr("Closed on"), plain(tr.date(closed) if closed else "")),
    )
    return (said,) if said.items else ()


def _told(material: Material) -> Block:
    return say(
        material.tr(
            "The council tells the child, the parents and everyone else whose views were asked "
            "for what the outcome is, why, and what it means to do about it."
        )
    )


def _signature(material: Material) -> Block:
    tr = material.tr
    chairs = [member.name for member in material.panel if member.is_chair and member.name.strip()]
    if len(chairs) == 1:
        return signature(chairs[0], tr("Chair of the panel"))
    iro = material.record.iro
    return signature(iro.name, tr("Independent reviewing officer"), iro.authority)
