"""A document with every kind of block, in each language that documents are written in."""

import datetime as dt
from decimal import Decimal

from document_samples import A_PICTURE
from spoken_samples import SAMPLES

from iro_desktop.documents.blocks import (
    Block,
    Choices,
    Design,
    Document,
    Heading,
    ListItems,
    Notice,
    PageBreak,
    Paragraph,
    Picture,
    Pictured,
    Quotation,
    Row,
    Scale,
    ScoreMark,
    Signature,
    Span,
    Table,
    Timeline,
    TimelineStep,
    WritingSpace,
    facts,
    plain,
)
from iro_desktop.domain.reading import ReadingStyle
from iro_desktop.i18n.languages import LANGUAGES

ADDRESS = "mailto:made-up@example.org"


def document_in(
    language: str,
    *blocks: Block,
    design: Design = Design.LETTER,
    style: ReadingStyle = ReadingStyle.STANDARD,
) -> Document:
    """A document of these blocks in a language and its direction."""
    return Document(
        SAMPLES[language].title,
        language,
        design,
        blocks,
        right_to_left=LANGUAGES[language].right_to_left,
        running_title=SAMPLES[language].title,
        author="Made-up Officer",
        made_up=True,
        style=style,
    )


def every_block(language: str) -> tuple[Block, ...]:
    """One or more of each kind, with words of another language among them."""
    sample = SAMPLES[language]
    name, age, school, who, when = sample.words
    other = "ur" if language == "en-GB" else "en-GB"
    foreign = SAMPLES[other].quoted
    row = Row((plain(name), plain(sample.quoted), plain(sample.title)), "decision_1")
    return (
        Heading(1, sample.title),
        Paragraph(plain(sample.sentence)),
        Heading(2, school),
        Paragraph(
            (
                Span(f"{sample.sentence} "),
                Span(who, bold=True),
                Span(f" {foreign} ", language=other),
                Span(sample.quoted, italic=True),
            )
        ),
        Paragraph((Span(f"{school} "), Span("made-up@example.org", link=ADDRESS), Span("."))),
        Quotation(sample.quoted, name),
        Quotation(foreign, name, other, sample.quoted),
        ListItems((plain(sample.sentence), plain(sample.quoted))),
        ListItems((plain(name), plain(age)), numbered=True),
        facts((name, plain("Amira")), (age, plain("12"))),
        Table(plain(school), (who, when, school), (row,) * 3),
        Scale(
            sample.quoted,
            name,
            age,
            (ScoreMark("Maya", Decimal("6.5")), ScoreMark(school, Decimal(8))),
            sample.sentence,
        ),
        Timeline(
            (TimelineStep(plain(sample.quoted), dt.date(2026, 1, 5), dt.date(2026, 3, 2)),),
            ((dt.date(2026, 1, 1), age), (dt.date(2026, 4, 1), who)),
            (name, age, who),
            sample.sentence,
        ),
        Picture(A_PICTURE, sample.title, plain(sample.quoted), 0.3),
        Pictured("people-meeting", sample.title, plain(sample.sentence)),
        WritingSpace(plain(sample.quoted), 3),
        Choices(plain(who), (plain(name), plain(age))),
        Notice(plain(sample.sentence)),
        Signature((name, "Made-up Officer")),
        PageBreak(),
        Paragraph(plain(sample.long)),
    )
