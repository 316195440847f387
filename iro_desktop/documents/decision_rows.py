"""Decisions as rows of a table: numbered, and tied to their record by the same name everywhere."""

from collections.abc import Iterable

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Block, Row, Spans, Table, authored, plain
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n.translator import Translator

_WIDTHS = (0.1, 0.22, 0.14, 0.2, 0.22, 0.12)
_WIDTHS_OF_HOUSEHOLD = (0.1, 0.4, 0.18, 0.2, 0.12)


def anchor_of(decision: Decision) -> str:
    """The name of a decision's row, the same in every document."""
    return f"decision-{decision.id}"


def numbered(decisions: Iterable[Decision]) -> tuple[tuple[str, Decision], ...]:
    """The decisions that say something, in order, each with its number from 1.

    All documents number alike, so that "number 3" means the same to everyone.
    """
    written = [decision for decision in decisions if not decision.is_blank]
    in_order = sorted(written, key=lambda decision: decision.position)
    return tuple((str(number), decision) for number, decision in enumerate(in_order, start=1))


def for_the_child(decision: Decision) -> Spans:
    """The decision as the child is told it."""
    return authored(decision.words_for_child.strip() or decision.what.strip())


def for_the_file(decision: Decision) -> Spans:
    """The decision as the file has it."""
    return authored(decision.what.strip() or decision.words_for_child.strip())


def formal_decisions(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """A review's decisions for the file, each row anchored; nothing where none was made.

    How the child is told stands in it, but of a household, where the decisions are about no child.
    """
    tells_child = not record.child.is_household
    rows = tuple(
        _formal(number, decision, tr, tells_child=tells_child)
        for number, decision in numbered(record.decisions)
    )
    header = (
        tr("Number"),
        tr("Decision or recommendation"),
        tr("Who"),
        tr("By when"),
        *((tr("How the child is told"),) if tells_child else ()),
        tr("Reference"),
    )
    caption = plain(tr("Decisions of this review"))
    widths = _WIDTHS if tells_child else _WIDTHS_OF_HOUSEHOLD
    return (Table(caption, header, rows, widths),) if rows else ()


def _formal(number: str, decision: Decision, tr: Translator, *, tells_child: bool) -> Row:
    what, told = for_the_file(decision), decision.words_for_child.strip()
    in_other_words = bool(told) and authored(told) != what
    told_as = authored(told) if in_other_words else plain(tr("In the same words"))
    cells = (
        plain(number),
        what,
        plain(decision.owner.strip() or tr("Not named")),
        phrases.by_when(decision, tr) or plain(tr("No date")),
        *((told_as,) if tells_child else ()),
        plain(decision.reference),
    )
    return Row(cells, anchor_of(decision))
