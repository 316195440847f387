from dataclasses import replace

import pytest
from document_samples import a_document
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.documents.blocks import Design, Document, Row, Table, plain, text_of
from iro_desktop.documents.fonts import ATKINSON, LEXEND
from iro_desktop.documents.look import Look, Role, look_of
from iro_desktop.documents.stacked import one_column, stacked
from iro_desktop.documents.theme import (
    FAMILIES,
    LEAST_CONTRAST,
    Theme,
    ThemeRefused,
    contrast,
    look_in,
)
from iro_desktop.domain.reading import ReadingStyle

LEAST = {
    ReadingStyle.LARGE_PRINT: 18,
    ReadingStyle.LARGER_PRINT: 24,
    ReadingStyle.EASY_READ: 16,
    ReadingStyle.WORDS_AND_PICTURES: 16,
    ReadingStyle.DYSLEXIA_FRIENDLY: 14,
}


def document_in(style: ReadingStyle, design: Design = Design.LETTER) -> Document:
    return replace(a_document(design=design), style=style)


def look_for(style: ReadingStyle, design: Design = Design.LETTER) -> Look:
    return look_of(document_in(style, design))


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("style", LEAST)
def test_that_nothing_is_smaller_than_the_reader_asked_for(
    style: ReadingStyle, design: Design
) -> None:
    look = look_for(style, design)
    assert min(each.size for each in look.styles.values()) >= LEAST[style]
    assert (look.slants, look.underlines) == (False, False)


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("style", ReadingStyle)
def test_that_lines_never_touch_and_text_stands_out_from_its_paper(
    style: ReadingStyle, design: Design
) -> None:
    look = look_for(style, design)
    for each in look.styles.values():
        assert each.leading >= 1.2 * each.size
        assert contrast(each.colour, look.paper) >= LEAST_CONTRAST
        assert contrast(each.colour, look.ink.tint) >= LEAST_CONTRAST


@pytest.mark.parametrize("style", ReadingStyle)
def test_that_a_deeper_heading_is_never_larger(style: ReadingStyle) -> None:
    look = look_for(style)
    sizes = [look.heading(level).size for level in range(1, 6)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > look.body


def test_that_readers_with_dyslexia_get_cream_paper_and_a_face_of_their_own() -> None:
    look = look_for(ReadingStyle.DYSLEXIA_FRIENDLY)
    assert look.family == ATKINSON
    assert look.paper != "#FFFFFF"
    assert look.styles[Role.BODY].leading >= 1.5 * look.body


@pytest.mark.parametrize(("language", "least"), [("ar", 1.1), ("hi", 1.1), ("ur", 1.4)])
def test_that_taller_scripts_get_more_room(language: str, least: float) -> None:
    english = look_of(a_document())
    theirs = look_of(replace(a_document(), language=language))
    assert theirs.styles[Role.BODY].leading >= least * english.styles[Role.BODY].leading
    assert not theirs.slants


def wide_table() -> Table:
    header = ("What", "Who does it", "By when", "Responsible", "Arranged")
    cells = ("Swimming", "Grandmother", "September", "Department", "Immediately")
    row = Row(tuple(map(plain, cells)), "decision-1")
    return Table(plain("What we decided"), header, (row,), (0.2,) * 5)


def test_that_a_table_too_wide_for_large_print_is_read_downwards() -> None:
    table = wide_table()
    (small,) = stacked([table], look_for(ReadingStyle.STANDARD, Design.MINUTES), 482)
    (large,) = stacked([table], look_for(ReadingStyle.LARGER_PRINT, Design.MINUTES), 482)
    assert small == table
    assert isinstance(large, Table)
    assert large.widths == (1.0,)
    assert large.header == ("What · Who does it · By when · Responsible · Arranged",)
    assert large.rows[0].anchor == "decision-1"
    assert text_of(large.rows[0].cells[0]).split("\n")[:2] == [
        "What: Swimming",
        "Who does it: Grandmother",
    ]


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1), min_size=2, max_size=6))
def test_that_nothing_is_lost_in_a_table_read_downwards(words: list[str]) -> None:
    table = Table((), tuple(words), (Row(tuple(map(plain, words))),))
    (cell,) = one_column(table).rows[0].cells
    assert text_of(cell).split("\n") == [f"{word}: {word}" for word in words]


@given(st.from_regex(r"#[0-9A-F]{6}", fullmatch=True))
def test_that_a_theme_is_readable_or_refused(accent: str) -> None:
    if contrast(accent, "#FFFFFF") < LEAST_CONTRAST:
        with pytest.raises(ThemeRefused):
            look_in(a_document(), Theme(accent))
        return
    try:
        look = look_in(a_document(), Theme(accent))
    except ThemeRefused:
        # On its own tint it is a little paler than on paper.
        return
    assert contrast(accent, look.ink.tint) >= LEAST_CONTRAST
    assert look.styles[Role.COLUMN_HEAD].colour == accent


def test_that_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    "theme", [Theme("red"), Theme("#FFEE00"), Theme(family="Comic"), Theme(size_step=9)]
)
def test_that_a_theme_that_cannot_be_is_refused(theme: Theme) -> None:
    with pytest.raises(ThemeRefused):
        look_in(a_document(), theme)


def test_that_a_theme_changes_face_and_size_but_not_those_a_reader_asked_for() -> None:
    theme = Theme("#7A1F5C", "Lexend", 2)
    assert FAMILIES["Lexend"] == LEXEND
    minutes = document_in(ReadingStyle.STANDARD, Design.MINUTES)
    assert look_in(minutes, theme).family == LEXEND
    assert look_in(minutes, theme).body > look_of(minutes).body
    large = document_in(ReadingStyle.LARGE_PRINT, Design.MINUTES)
    assert look_in(large, theme).body == look_of(large).body
    assert look_in(large, theme).family == look_of(large).family
    assert look_in(large, theme).ink.accent == "#7A1F5C"
