"""Decisions as rows of a table: numbered, and tied to their record by the same name everywhere."""

from collections.abc import Iterable

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Block, Row, Spans, Table, authored, plain
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n.translator import Translator

_WIDTHS = (0.1, 0.22, 0.14, 0.2, 0.22, 0.12)


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
    """A review's decisions for the file, each row anchored; nothing where none was made."""
    rows = tuple(_formal(number, decision, tr) for number, decision in numbered(record.decisions))
    header = (
        tr("Number"),
        tr("Decision or recommendation"),
        tr("Who"),
        tr("By when"),
        tr("How the child is told"),
        tr("Reference"),
    )
    caption = plain(tr("Decisions of this review"))
    return (Table(caption, header, rows, _WIDTHS),) if rows else ()


def _formal(number: str, decision: Decision, tr: Translator) -> Row:
    what, told = for_the_file(decision), decision.words_for_child.strip()
    in_other_words = bool(told) and authored(told) != what
    cells = (
        plain(number),
        what,
        plain(decision.owner.strip() or tr("Not named")),
        phrases.by_when(decision, tr) or plain(tr("No date")),
        authored(told) if in_other_words else plain(tr("In the same words")),
        plain(decision.reference),
    )
    return Row(cells, anchor_of(decision))
