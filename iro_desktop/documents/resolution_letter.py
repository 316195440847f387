"""The letter that raises a concern formally: what it is, why it matters, and what is asked.

IRO Handbook (2010), chapter 6: the local resolution process takes no more than 20 working days in
all, and the IRO may pass over any stage. SI 2010/959, regulation 45(3): when the IRO has to
consider a referral to Cafcass. Children Act 1989, section 25B(3): the IRO may refer where they
consider it appropriate.
"""

from iro_desktop.documents.blocks import Block, Document, ListItems, plain
from iro_desktop.documents.frames import lead_in, letter_to_an_adult, reference_of, say
from iro_desktop.documents.material import Material
from iro_desktop.documents.parts import headed
from iro_desktop.documents.report_parts import shared_words
from iro_desktop.documents.written_text import Written
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.timescales.rule import Unit


def build_resolution_letter(material: Material) -> Document:
    """The letter to those who can put it right. It names the child by reference alone."""
    tr = material.tr
    written = Written(material, DocumentKind.RESOLUTION)
    return letter_to_an_adult(
        material,
        tr("A concern that I raise formally"),
        (
            say(
                tr(
                    "I write as the independent reviewing officer of the child whose review has "
                    "the reference {reference}.",
                    reference=reference_of(material),
                )
            ),
            *written.section("concern"),
            *written.section("matters"),
            *headed("views", tr("What the child says"), shared_words(material)),
            *written.section("tried"),
            *written.section("ask"),
            *written.section("stage"),
            *headed("by_when", tr("By when"), _by_when(material)),
            *headed("cafcass", tr("Referral to Cafcass"), _cafcass(material)),
            say(tr("Please talk with me. I would rather settle this together, and soon.")),
        ),
    )


def _by_when(material: Material) -> tuple[Block, ...]:
    tr, due = material.tr, material.resolution
    if due is None or due.rule.length.unit is not Unit.WORKING_DAYS:
        always = tr(
            "All stages together are to take no more than 20 working days from the day on which "
            "the concern is raised formally (IRO Handbook 2010, chapter 6)."
        )
        return (say(always),)
    days = tr.count(
        "All stages together are to take no more than {number} working day ({law}).",
        "All stages together are to take no more than {number} working days ({law}).",
        due.rule.length.number,
        law=due.rule.law,
    )
    raised = tr(
        "I raised this formally on {raised}. It is to be resolved by {due}.",
        raised=tr.date(due.counted_from),
        due=tr.weekday_date(due.on),
    )
    return (say(raised), say(days))


def _cafcass(material: Material) -> tuple[Block, ...]:
    tr = material.tr
    failures = (
        tr("The council has failed in a significant respect to prepare the care plan."),
        tr("The council has failed in a significant respect to review the child’s case."),
        tr("The council has failed in a significant respect to carry out a review’s decision."),
        tr("The council is in breach of its duties to the child in another material way."),
    )
    return (
        say(
            tr(
                "I may refer the child’s case to Cafcass if I consider it appropriate "
                "(Children Act 1989, section 25B(3))."
            )
        ),
        lead_in(
            tr(
                "I have to consider it where, in my view, one of these is so, I have raised it at "
                "the right level, and it was not put right in a reasonable time "
                "(SI 2010/959, regulation 45(3)):"
            )
        ),
        ListItems(tuple(plain(failure) for failure in failures)),
    )
