"""Promises in the letter: what became of the last ones, and what was decided now."""

from iro_desktop.documents import letter_wording as wording
from iro_desktop.documents import phrases
from iro_desktop.documents.age_bands import AgeBand
from iro_desktop.documents.blocks import (
    Block,
    Paragraph,
    ParagraphStyle,
    Row,
    Span,
    Spans,
    Table,
    authored,
    plain,
)
from iro_desktop.documents.decision_rows import anchor_of, for_the_child, numbered
from iro_desktop.documents.filled import filled
from iro_desktop.documents.looking_back import ended, in_their_order, made_earlier
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n.translator import Translator

_LAST_WIDTHS = (0.44, 0.2, 0.36)
_WIDTHS = (0.45, 0.25, 0.3)


def last_promises(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """Each promise of the last meeting, who gave it, and honestly what came of it."""
    rows = tuple(
        Row(
            (
                _promised(decision, record, tr),
                plain(decision.owner.strip()),
                _became_of(decision, tr),
            )
        )
        for decision in in_their_order(record.last_decisions)
    )
    header = (tr("What we promised last time"), tr("Who promised it"), tr("What happened"))
    caption = plain(tr("The promises of your last meeting"))
    return (Table(caption, header, rows, _LAST_WIDTHS),) if rows else ()


def _promised(decision: Decision, record: ReviewRecord, tr: Translator) -> Spans:
    """The promise as the child is told it; of one that is still owed, since when."""
    what, trail = for_the_child(decision), made_earlier(decision, record)
    if trail is None or trail.made_on is None:
        return what
    owed = tr("We promised this on {day}.", day=tr.date(trail.made_on))
    return filled(tr("{promise} {owed}"), promise=ended(what, tr), owed=plain(owed))


def _became_of(decision: Decision, tr: Translator) -> Spans:
    said, words = wording.became_of(decision, tr), decision.kept_words.strip()
    if not words:
        return said
    return filled(tr("{said} You said: “{words}”"), said=ended(said, tr), words=authored(words))


def promises(
    record: ReviewRecord, band: AgeBand, tr: Translator, *, led_in: bool = True
) -> tuple[Block, ...]:
    """What will happen, who will do it, by when; and how other papers call it."""
    decided = numbered(record.decisions)
    if not decided:
        return ()
    rows = tuple(_promise(number, decision, tr) for number, decision in decided)
    header = (tr("What will happen"), tr("Who will do it"), tr("By when"))
    marks = [f"{number}: {decision.reference}" for number, decision in decided]
    lead_in = Paragraph(plain(wording.promises(band, tr)), keep_with_next=True)
    return (
        *((lead_in,) if led_in else ()),
        Table(plain(tr("Our promises to you")), header, rows, _WIDTHS),
        Paragraph(plain(wording.reference_marks(band, marks, tr)), ParagraphStyle.SMALL),
    )


def _promise(number: str, decision: Decision, tr: Translator) -> Row:
    owner = decision.owner.strip() or tr("We still have to find out who.")
    when = phrases.by_when(decision, tr) or plain(tr("We still have to agree a day."))
    what = (Span(f"{number}. "), *for_the_child(decision))
    return Row((what, plain(owner), when), anchor_of(decision))
