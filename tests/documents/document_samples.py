"""Made-up blocks of every kind, documents around them, and random ones."""

import datetime as dt
from decimal import Decimal
from io import BytesIO

from hypothesis import strategies as st
from PIL import Image, ImageDraw

from iro_desktop.documents.blocks import (
    Block,
    Choices,
    Design,
    Document,
    Facts,
    Heading,
    ListItems,
    Notice,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Picture,
    Pictured,
    Quotation,
    Row,
    Scale,
    ScoreMark,
    Signature,
    Span,
    Spans,
    Table,
    Timeline,
    TimelineStep,
    WritingSpace,
    authored,
    facts,
    plain,
)
from iro_desktop.domain.reading import ReadingStyle


def _a_picture() -> bytes:
    file = BytesIO()
    image = Image.new("RGB", (60, 40), "#FFFFFF")
    ImageDraw.Draw(image).ellipse((5, 5, 55, 35), outline="#0B6468", width=3)
    image.save(file, "PNG")
    return file.getvalue()


A_PICTURE = _a_picture()
ONE_OF_EACH: dict[type, Block] = {
    Heading: Heading(1, "Heading words"),
    Paragraph: Paragraph((Span("Paragraph "), Span("words", bold=True), Span("!", italic=True))),
    Quotation: Quotation("Quoted words <3 & more", "Said by a made-up child"),
    ListItems: ListItems((plain("First item"), plain("Second item")), numbered=True),
    Table: Table(
        plain("Caption words"),
        ("Column one", "Column two"),
        (
            Row((plain("Cell one"), plain("Cell two")), "decision-1"),
            Row((plain("Cell three"), plain("Cell four")), "decision-2"),
        ),
        (0.4, 0.6),
    ),
    Facts: facts(("Label one", plain("Value one")), ("Label two", authored("Value two"))),
    Scale: Scale(
        "Question words?",
        "The worst",
        "The best",
        (ScoreMark("Maya", Decimal("6.5")), ScoreMark("Priya", Decimal(6))),
        "Maya gave 6.5, Priya gave 6.",
    ),
    Timeline: Timeline(
        (
            TimelineStep(authored("Step one"), dt.date(2026, 1, 5), dt.date(2026, 3, 2)),
            TimelineStep(authored("Step two"), dt.date(2026, 2, 2), None, dt.date(2026, 2, 9)),
            TimelineStep(authored("Step three")),
        ),
        ((dt.date(2026, 1, 1), "January 2026"), (dt.date(2026, 4, 1), "April 2026")),
        ("Planned first", "Planned now", "Done"),
        "Step one is 56 days late.",
    ),
    Picture: Picture(A_PICTURE, "A made-up dog, drawn", plain("Picture caption"), 0.3),
    Pictured: Pictured("people-meeting", "People at a table", plain("Pictured sentence.")),
    WritingSpace: WritingSpace(plain("Room to write?"), 3),
    Choices: Choices(plain("Choose some?"), (plain("First choice"), plain("Second choice"))),
    Notice: Notice(plain("Notice words")),
    Signature: Signature(("Signing words", "Made-up Officer")),
    PageBreak: PageBreak(),
}


def a_document(
    *blocks: Block,
    design: Design = Design.MINUTES,
    title: str = "A made-up document",
    right_to_left: bool = False,
    made_up: bool = False,
) -> Document:
    """A document of these blocks."""
    return Document(
        title,
        "en-GB",
        design,
        blocks,
        right_to_left=right_to_left,
        running_title="Running title",
        author="Made-up Officer",
        made_up=made_up,
    )


def everything(design: Design, *, right_to_left: bool = False) -> Document:
    """A document with a block of every kind."""
    return a_document(*ONE_OF_EACH.values(), design=design, right_to_left=right_to_left)


LATIN = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc", "Cf"])
)
AWKWARD = st.sampled_from(
    (
        "",
        " ",
        "\n\n",
        "\x00\x01\x0b\x0c\x1b\x7f\x85\ufffe\uffff",
        "\ud83d",
        "\u202eright to left override\u202c \u200f\u061c",
        "😀👩\u200d👧\ufe0f☃✓",
        "漢字 עברית العربية हिन्दी",
        "<b>&{{x}}</b><script>%(a)s{0}</script>&#0;]]>",
        "x" * 3000,
        "a\u0301\u0301\u0301\u0302",
        "two  spaces,\na line and\ttab",
    )
)
ANY_TEXT = st.one_of(st.text(st.characters(exclude_categories=()), max_size=60), AWKWARD, LATIN)


def any_blocks(text: st.SearchStrategy[str] = ANY_TEXT) -> st.SearchStrategy[Block]:
    """Blocks of every kind, filled with text of this kind."""
    spans: st.SearchStrategy[Spans] = st.lists(
        st.builds(
            Span,
            text,
            st.booleans(),
            st.booleans(),
            st.sampled_from(("", "", "fr", "ur")),
            st.booleans(),
            st.sampled_from(("", "", "mailto:made-up@example.org")),
        ),
        max_size=3,
    ).map(tuple)
    few = st.integers(0, 4)
    rows = st.lists(st.builds(Row, st.lists(spans, max_size=5).map(tuple), text), max_size=6).map(
        tuple
    )
    marks = st.lists(
        st.builds(ScoreMark, text, st.decimals(-1, 11, places=1, allow_nan=False)), max_size=8
    ).map(tuple)
    lines = st.lists(text, max_size=4).map(tuple)
    day = st.none() | st.dates()
    widths = st.lists(st.floats(0, 1), max_size=5).map(tuple)
    return st.one_of(
        st.builds(Heading, st.integers(-1, 8), text),
        st.builds(Paragraph, spans, st.sampled_from(ParagraphStyle), st.booleans()),
        st.builds(Quotation, text, text, st.sampled_from(("", "pl")), text),
        st.builds(Picture, st.just(A_PICTURE), text, spans, st.floats(0.1, 1)),
        st.builds(Pictured, st.just("people-meeting"), text, spans),
        st.builds(WritingSpace, spans, st.integers(0, 60)),
        st.builds(Choices, spans, st.lists(spans, max_size=4).map(tuple)),
        st.builds(ListItems, st.lists(spans, max_size=4).map(tuple), st.booleans()),
        st.builds(Table, spans, lines, rows, widths),
        st.builds(Facts, st.lists(st.tuples(text, spans), max_size=4).map(tuple)),
        st.builds(Scale, text, text, text, marks, text),
        st.builds(Notice, spans),
        st.builds(
            Timeline,
            st.lists(st.builds(TimelineStep, spans, day, day, day), max_size=3).map(tuple),
            st.lists(st.tuples(st.dates(), text), max_size=3).map(tuple),
            st.tuples(text, text, text),
            text,
        ),
        st.builds(Signature, lines),
        st.just(PageBreak()),
        few.map(lambda count: Table((), ("Many",), (Row((plain("row"),)),) * (count * 40))),
    )


def any_document(text: st.SearchStrategy[str] = ANY_TEXT) -> st.SearchStrategy[Document]:
    """Documents of such blocks, in either design and direction."""
    return st.builds(
        Document,
        title=text,
        language=st.sampled_from(("en-GB", "en-XA", "ar-XB", "cy")),
        design=st.sampled_from(Design),
        blocks=st.lists(any_blocks(text), max_size=6).map(tuple),
        right_to_left=st.booleans(),
        running_title=text,
        author=text,
        made_up=st.booleans(),
        style=st.sampled_from(ReadingStyle),
    )
