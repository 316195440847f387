from dataclasses import replace

import pytest
from document_samples import a_document
from document_text import text_of_document
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Signature,
    Span,
    plain,
)
from iro_desktop.documents.document_parts import parts_of
from iro_desktop.documents.formats import Format
from iro_desktop.documents.templates.checking import checked_template
from iro_desktop.documents.templates.faults import TemplateFault, line_of
from iro_desktop.documents.templates.fields import FIELDS
from iro_desktop.documents.templates.filling import filled_document
from iro_desktop.documents.templates.reader import read_template
from iro_desktop.documents.writers import write


def a_letter(*blocks: Block) -> Document:
    return replace(a_document(*blocks), design=Design.LETTER)


PARTS = frozenset({"decisions", "views", "signature"})
BUILT = a_letter(
    Heading(1, "Its own title"),
    Notice(plain("Draft.")),
    Paragraph(plain("Its own greeting")),
    Heading(2, "Promises", part="decisions"),
    Paragraph(plain("We promise.")),
    Heading(2, "Your words", part="views"),
    Paragraph(plain("You said.")),
    Paragraph(plain("With best wishes,")),
    Signature(("Made-up Officer",)),
)
VALUES = {"child": "Wren", "iro": "", "review_day": "Monday"}


def filled(text: str, values: dict[str, str] | None = None) -> Document:
    reading = read_template(text, FIELDS, PARTS)
    assert reading.problems == ()
    return filled_document(reading.pieces, BUILT, parts_of(BUILT), VALUES | (values or {}))


def faults(text: str, never_left_out: frozenset[str] = frozenset()) -> list[tuple[str, int | None]]:
    problems = checked_template(text, PARTS, never_left_out).problems
    for problem in problems:
        assert problem.subject in line_of(problem)
        assert "{subject}" not in line_of(problem)
    return [(problem.code, problem.place.line) for problem in problems]


def test_that_a_document_takes_the_wording_and_the_order_of_a_template() -> None:
    document = filled(
        "# Hello {{ child }}\n\nWe met on **{{review_day}}**.\n\n{{views}}\n\n{{decisions}}\n\n"
        "- Ring me\n- [Write](mailto:made-up@example.org)\n\n> Keep this.\n\n{{signature}}"
    )
    assert document.title == "Hello Wren"
    assert text_of_document(document).split("\n\n")[1:] == [
        "# Hello Wren",
        "[!] Draft.",
        "We met on Monday.",
        "## Your words",
        "You said.",
        "## Promises",
        "We promise.",
        "- Ring me\n- Write",
        "[!] Keep this.",
        "With best wishes,",
        "Made-up Officer\n",
    ]
    paragraph = document.blocks[2]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.spans[1] == Span("Monday", bold=True)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# T\n{% if child %}\nyes\n{% else %}\nno\n{% end %}", "yes"),
        ("# T\n{% if iro %}\nyes\n{% else %}\nno\n{% end %}", "no"),
        ("# T\n{% if not iro %}\nyes\n{% end %}", "yes"),
        ("# T\n{% if decisions %}\nyes\n{% end %}", "yes"),
        ("# T\n{% if child %}\n{% if iro %}\nno\n{% else %}\nyes\n{% end %}\n{% end %}", "yes"),
    ],
)
def test_that_a_condition_asks_whether_the_record_says_something(text: str, shown: str) -> None:
    assert [
        block.spans[0].text for block in filled(text).blocks if isinstance(block, Paragraph)
    ] == [shown]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("# T\n\nDear {{childs_name}}", TemplateFault.NO_SUCH_FIELD, 3),
        ("# T\n\n{{promises}}", TemplateFault.NO_SUCH_PART, 3),
        ("# T\n\nHere: {{decisions}}", TemplateFault.PART_INSIDE_TEXT, 3),
        ("# T\n{% if child %}\nx", TemplateFault.NEVER_ENDED, 2),
        ("# T\n\n{% end %}", TemplateFault.NOTHING_BEGUN, 3),
        ("# T\n{% if child and iro %}\n{% end %}", TemplateFault.NOT_A_CONDITION, 2),
        ("# T\n\n<b>x</b>", TemplateFault.NOT_TAKEN, 3),
        ("# T\n\n[x](http://example.org)", TemplateFault.NOT_TAKEN, 3),
        ("# T\n\n```\nx\n```", TemplateFault.NOT_TAKEN, 3),
        ("# T\n\n{{views}}\n\n{{views}}", TemplateFault.PART_TWICE, 3),
        ("Dear\n\n# T", TemplateFault.TITLE_FIRST, 3),
        ("", TemplateFault.TITLE_FIRST, 1),
    ],
)
def test_that_a_fault_is_found_in_its_line(text: str, code: TemplateFault, line: int) -> None:
    assert (code, line) in faults(text)


def test_that_a_part_that_may_never_be_left_out_is_missed() -> None:
    never = frozenset({"decisions"})
    missing = (TemplateFault.PART_MISSING, 1)
    assert missing in faults("# T", never)
    assert missing in faults("# T\n{% if child %}\n{{decisions}}\n{% end %}", never)
    assert missing not in faults("# T\n{% if decisions %}\n{{decisions}}\n{% end %}", never)
    assert missing not in faults("# T\n\n{{decisions}}", never)
    either = "# T\n{% if child %}\n{{decisions}}\n{% else %}\n{{decisions}}\n{% end %}"
    assert faults(either, never) == []
    both = frozenset({"decisions", "signature"})
    under_another = "# T\n{% if views %}\n{{decisions}}\n\n{{signature}}\n{% end %}"
    assert len(faults(under_another, both)) == 2


def test_that_a_part_that_may_come_twice_is_refused() -> None:
    perhaps = "# T\n\n{{views}}\n{% if child %}\n{{views}}\n{% end %}"
    assert faults(perhaps) == [(TemplateFault.PART_TWICE, 3)]


def test_that_what_says_nothing_leaves_no_empty_line_or_heading() -> None:
    document = filled("# {{iro}}\n\n## {{iro}}\n\n- {{iro}}\n\n> {{iro}}\n\n{{iro}}\n\n### Deep")
    assert document.title == BUILT.title
    assert document.blocks == (
        Heading(1, BUILT.title),
        Notice(plain("Draft.")),
        Heading(2, "Deep"),
    )


def test_that_a_part_takes_the_new_page_along_that_it_begins_on() -> None:
    blocks = (Heading(1, "T"), Heading(2, "A", part="a"), PageBreak(), Heading(2, "B", part="b"))
    parts = parts_of(a_letter(*blocks))
    assert parts == {"a": blocks[1:2], "b": blocks[2:]}


def test_that_what_stands_above_the_title_stays_there() -> None:
    above = Paragraph(plain("Madeupshire"))
    letter = a_letter(above, *BUILT.blocks)
    reading = read_template("# T\n\n{{head}}", FIELDS, PARTS | {"head"})
    document = filled_document(reading.pieces, letter, parts_of(letter), VALUES)
    assert document.blocks[:2] == (above, Heading(1, "T"))
    assert document.blocks.count(above) == 1


@given(st.text())
def test_that_what_stands_in_the_record_is_never_read_as_a_template(said: str) -> None:
    document = filled("# T\n\nYou said {{child}}.", {"child": said})
    paragraph = document.blocks[2]
    assert isinstance(paragraph, Paragraph)
    assert "".join(span.text for span in paragraph.spans) == f"You said {said}."
    assert len(document.blocks) == 3


def test_that_a_childs_marks_and_braces_stay_as_they_are() -> None:
    said = "**# <b>cats</b> | {{iro}} {% if x %}\n- and\n\n> more"
    paragraph = filled("# T\n\n{{child}}", {"child": said}).blocks[2]
    assert paragraph == Paragraph((Span(said),))


@given(st.text(alphabet="#{}%- >ifend\nchild*[]()`<|"))
def test_that_no_text_whatever_breaks_the_reader(text: str) -> None:
    reading = checked_template(text, PARTS, frozenset({"decisions"}))
    document = filled_document(reading.pieces, BUILT, parts_of(BUILT), VALUES)
    assert b"<html" in write(document, Format.HTML).data


def test_that_parts_are_known_by_their_names() -> None:
    parts = parts_of(BUILT)
    assert list(parts) == ["head", "decisions", "views", "signature"]
    assert parts["head"] == (Paragraph(plain("Its own greeting")),)
    assert len(parts["signature"]) == 2
