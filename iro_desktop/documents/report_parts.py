"""What several reports take from the record: the child, the child's own words, the decisions."""

from dataclasses import replace

from iro_desktop.documents.blocks import Block
from iro_desktop.documents.decision_rows import formal_decisions
from iro_desktop.documents.frames import say
from iro_desktop.documents.material import Material
from iro_desktop.documents.own_words import quotations, source_of
from iro_desktop.documents.parts import headed
from iro_desktop.documents.review_facts import (
    about_the_child,
    about_the_review,
    heading_of_subject,
)
from iro_desktop.domain.review import OF_THE_CASE
from iro_desktop.domain.withholding import Reader


def the_child(material: Material) -> tuple[Block, ...]:
    """Who the child is. The council's number stands in no copy that the child reads."""
    record = material.record
    if material.reader is Reader.CHILD:
        record = replace(record, child=replace(record.child, number=""))
    said = about_the_child(record, material.labels, material.tr)
    heading = heading_of_subject(record, material.tr)
    return headed("about_child", heading, (said,) if said.items else ())


def the_review(material: Material) -> tuple[Block, ...]:
    """Which review it is, when it was held and who chaired it.

    The day it was due is that of the reviews of the case: it says nothing of the kinds beside them.
    """
    record = material.record
    if record.review.kind not in OF_THE_CASE:
        record = replace(record, due=None)
    said = about_the_review(record, material.tr, material.form)
    return headed("about_review", material.tr("The review"), (said,) if said.items else ())


def shared_words(material: Material) -> tuple[Block, ...]:
    """What the child agreed to share with everyone, word for word, and how each came."""
    return quotations(material.record, lambda view: source_of(view, material.tr), material.tr)


def wishes_and_feelings(material: Material, more: tuple[Block, ...] = ()) -> tuple[Block, ...]:
    """The child's wishes and feelings, with what the IRO adds; honest where none are shared."""
    tr = material.tr
    words = shared_words(material)
    if not words and not more:
        words = (say(tr("There are no words of the child that may be shared here.")),)
    return headed("views", tr("The child’s wishes and feelings"), (*words, *more))


def decisions(material: Material) -> tuple[Block, ...]:
    """What this review decided, each decision with its id."""
    table = formal_decisions(material.record, material.tr)
    return headed("decisions", material.tr("Decisions and recommendations"), table)
