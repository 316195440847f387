"""A page for the adult that the child will be: who decided what, why, and under which law."""

from iro_desktop.documents import letter_wording as wording
from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Block, Paragraph, Row, Table, plain
from iro_desktop.documents.decision_rows import for_the_file, numbered
from iro_desktop.documents.material import Material
from iro_desktop.documents.review_facts import about_care, about_the_review

_WIDTHS = (0.14, 0.28, 0.17, 0.23, 0.18)


def when_older(material: Material, written: tuple[Block, ...]) -> tuple[Block, ...]:
    """What the IRO wrote for later, then the law, the people and the decisions in formal words.

    Nothing at all where there is neither anything written nor a decision. The council's number is
    not in it, and no row is anchored: a decision's own place is the table of promises.
    """
    tr, record = material.tr, material.record
    rows = tuple(
        Row(
            (
                plain(number),
                for_the_file(decision),
                plain(decision.owner.strip() or tr("Not named")),
                phrases.by_when(decision, tr) or plain(tr("No date")),
                plain(decision.reference),
            )
        )
        for number, decision in numbered(record.decisions)
    )
    if not (rows or written):
        return ()
    header = (
        tr("Number"),
        tr("Decision or recommendation"),
        tr("Who"),
        tr("By when"),
        tr("Reference"),
    )
    caption = plain(tr("The decisions, in the words of the file"))
    care = about_care(record, material.labels, tr)
    return (
        Paragraph(plain(wording.for_later(tr))),
        *written,
        about_the_review(record, tr),
        *((care,) if care.items else ()),
        *((Table(caption, header, rows, _WIDTHS),) if rows else ()),
    )
