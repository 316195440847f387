"""What managers said to a review's decisions."""

from iro_desktop.documents.blocks import Block, Row, Spans, Table, authored, plain
from iro_desktop.domain.document_versions import ManagersConfirmation
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n.translator import Translator

_WIDTHS = (0.2, 0.25, 0.2, 0.35)


def confirmations(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """Who answered when, whether they agree, and what they remarked; nothing without an answer."""
    rows = tuple(_row(one, tr) for one in sorted(record.confirmations, key=lambda one: one.on))
    header = (tr("Date"), tr("Manager"), tr("Agrees"), tr("Remarks"))
    caption = plain(tr("The manager’s answer to the decisions"))
    return (Table(caption, header, rows, _WIDTHS),) if rows else ()


def _row(one: ManagersConfirmation, tr: Translator) -> Row:
    cells: tuple[Spans, ...] = (
        plain(tr.date(one.on)),
        plain(one.by.strip()),
        plain(tr("Yes") if one.agrees else tr("No")),
        authored(one.remarks.strip()),
    )
    return Row(cells)
