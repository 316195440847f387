"""The whole child on one page, on paper: a part of the minutes, and a sheet of its own."""

import datetime as dt
from dataclasses import replace

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    Paragraph,
    ParagraphStyle,
    Row,
    Spans,
    Table,
    facts,
    plain,
)
from iro_desktop.documents.filled import filled
from iro_desktop.documents.whole_child_words import (
    Placement,
    day_in_words,
    day_of_score_in_words,
    matter_in_words,
    score_in_words,
    source_in_words,
    stale_in_words,
    state_in_words,
    value_in_words,
)
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.whole_child import Line, LineState, Matter, SdqTrend, WholeChild
from iro_desktop.i18n.translator import Translator

PART = "whole_child"
_WIDTHS = (0.19, 0.29, 0.15, 0.15, 0.22)
_SDQ_WIDTHS = (0.3, 0.7)
_SAYS_ENOUGH = frozenset({LineState.RECORDED, LineState.UP_TO_DATE})


def whole_child_blocks(
    page: WholeChild, placement: Placement, tr: Translator, at: ReviewId | None = None
) -> tuple[Block, ...]:
    """The page as a table, and every SDQ score where there are several.

    `placement` puts the return's codes of a placement into words; `at` is the review whose own
    texts may stand here.
    """
    rows = tuple(_row(line, placement, tr, at) for line in page.lines)
    header = (tr("About"), tr("What is known"), tr("Date"), tr("Stale since"), tr("Source"))
    caption = plain(tr("The whole child on {day}", day=tr.date(page.as_of)))
    note = tr(
        "“Stale since” is the first day after the time that law, guidance or local rule gives."
    )
    return (
        Table(caption, header, rows, _WIDTHS),
        Paragraph(plain(note), ParagraphStyle.SMALL),
        *_scores(page, tr),
    )


def build_whole_child(
    page: WholeChild, about: str, placement: Placement, read_on: dt.date, tr: Translator
) -> Document:
    """The page as a sheet of its own. `about` is who the child is, as the council calls them."""
    title = tr("The whole child on one page")
    known = facts(
        (tr("About"), plain(about.strip())), (tr("Read on"), plain(tr.weekday_date(read_on)))
    )
    return Document(
        title=title,
        language=tr.language.code,
        design=Design.MINUTES,
        blocks=(Heading(1, title), known, *whole_child_blocks(page, placement, tr)),
        right_to_left=tr.language.right_to_left,
        running_title=title,
    )


def _row(line: Line, placement: Placement, tr: Translator, at: ReviewId | None) -> Row:
    value = value_in_words(line, placement, tr, at)
    state = plain(state_in_words(line.state, tr))
    if not value:
        value = state
    elif line.state not in _SAYS_ENOUGH:
        value = filled(tr("{state}: {value}"), state=state, value=value)
    else:
        value = _begun(value)
    cells = (
        plain(matter_in_words(line.matter, tr)),
        value,
        plain(day_in_words(line, tr)),
        plain(stale_in_words(line, tr)),
        plain(source_in_words(line.source, tr)),
    )
    return Row(cells)


def _begun(spans: Spans) -> Spans:
    """The words as they begin a cell. What a person wrote stays as they wrote it."""
    first, *more = spans
    if first.authored:
        return spans
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *more)


def _scores(page: WholeChild, tr: Translator) -> tuple[Block, ...]:
    trend = page.line(Matter.SDQ).value
    if not isinstance(trend, SdqTrend) or len(trend.scores) <= 1:
        return ()
    rows = tuple(
        Row((plain(day_of_score_in_words(score, tr)), plain(score_in_words(score, tr))))
        for score in trend.scores
    )
    caption = plain(tr("Strengths and difficulties (SDQ) over time"))
    return (Table(caption, (tr("Date"), tr("Score")), rows, _SDQ_WIDTHS),)
