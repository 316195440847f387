from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    ListItems,
    Notice,
    PageBreak,
    Paragraph,
    Quotation,
    Row,
    Scale,
    ScoreMark,
    Signature,
    Table,
    facts,
    plain,
)
from iro_desktop.documents.plain_text import write_text


def text_of(*blocks: Block, made_up: bool = False) -> str:
    return write_text(Document("Title", "en-GB", Design.LETTER, blocks, made_up=made_up))


def test_that_every_kind_of_block_has_its_words() -> None:
    text = text_of(
        Heading(1, "Heading"),
        Paragraph(plain("Paragraph")),
        Notice(plain("Notice")),
        Quotation("Words", "who said them"),
        ListItems((plain("one"), plain("two"))),
        ListItems((plain("first"), plain("second")), numbered=True),
        facts(("Day", plain("Friday")), ("Time", plain("10:00"))),
        Table(plain("Caption"), ("What", "Who"), (Row((plain("Swim"), plain("Mum"))),)),
        Scale("How?", "bad", "good", (ScoreMark("Me", Decimal(7)),), "Me: 7 of 10"),
        PageBreak(),
        Signature(("Made-up Officer", "IRO")),
    )
    assert text.split("\n\n") == [
        *("Heading", "Paragraph", "Notice", "Words\n(who said them)", "- one\n- two"),
        *("1. first\n2. second", "Day: Friday\nTime: 10:00", "Caption\nWhat: Swim; Who: Mum"),
        *("How?\nMe: 7 of 10", "Made-up Officer\nIRO\n"),
    ]


def test_that_a_made_up_document_says_so_first() -> None:
    assert text_of(Paragraph(plain("x")), made_up=True).startswith("Made-up data")


@given(st.text())
def test_that_any_text_can_be_written(text: str) -> None:
    written = text_of(Paragraph(plain("before")), Paragraph(plain(text)), Notice(plain("after")))
    written.encode()
    assert written.startswith("before\n\n")
    assert written.endswith("\n\nafter\n")
    assert "\r" not in written
