from decimal import Decimal

import pytest
from document_samples import ANY_TEXT
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop.documents.anchors import place_name
from iro_desktop.documents.blocks import Design, Row, Scale, ScoreMark, Table, plain
from iro_desktop.documents.characters import one_line, writable
from iro_desktop.documents.columns import column_widths
from iro_desktop.documents.fonts import NOTO_SANS, setting
from iro_desktop.documents.look import LOOKS, Role
from iro_desktop.documents.scale_line import Picture, Pill, Words, draw_scale, fold


@given(text=ANY_TEXT)
def test_that_writable_text_has_one_kind_of_line_end_and_stays_so(text: str) -> None:
    once = writable(text)
    assert not set(once) & set("\r\t\x00\x0b\x0c\x85\u2028\u2029\ufffe\uffff")
    assert writable(once) == once
    assert "\n" not in one_line(text)


@given(anchor=st.text(min_size=1))
def test_that_a_place_has_the_same_short_plain_name_each_time(anchor: str) -> None:
    name = place_name(anchor)
    assert len(name) <= 40
    assert name.isascii()
    assert name.replace("_", "a").isalnum()
    assert not name[0].isdigit()
    assert place_name(name) == name


NAMES = st.text(st.characters(categories=["L", "Zs"]), min_size=1, max_size=30)
MARKS = st.lists(st.builds(ScoreMark, NAMES, st.decimals(0, 10, places=1)), max_size=9)


def drawn(marks: list[ScoreMark], *, right_to_left: bool = False) -> Picture:
    scale = Scale("?", "Worst of all", "Best of all", tuple(marks), "in words")
    look = LOOKS[Design.LETTER]
    return draw_scale(scale, look, 450, str, right_to_left=right_to_left)


@given(marks=MARKS, right_to_left=st.booleans())
@settings(deadline=None)
def test_that_names_on_a_scale_never_touch_and_never_leave_the_picture(
    marks: list[ScoreMark],
    right_to_left: bool,  # noqa: FBT001 - Hypothesis names it
) -> None:
    picture = drawn(marks, right_to_left=right_to_left)
    pills = [shape for shape in picture.shapes if isinstance(shape, Pill)]
    assert len(pills) == len({mark.value for mark in marks})
    for index, one in enumerate(pills):
        assert one.x >= 0
        assert one.x + one.width <= picture.width + 0.001
        assert one.y + one.height <= picture.height + 0.001
        for other in pills[index + 1 :]:
            beside = one.x + one.width < other.x or other.x + other.width < one.x
            above = one.y + one.height < other.y or other.y + other.height < one.y
            assert beside or above


def test_that_people_who_gave_the_same_score_share_a_label() -> None:
    picture = drawn([ScoreMark("Maya", Decimal(7)), ScoreMark("Priya", Decimal(7))])
    words = [shape.text for shape in picture.shapes if isinstance(shape, Words)]
    assert words[-3:] == ["7", "Maya", "Priya"]
    assert sum(isinstance(shape, Pill) for shape in picture.shapes) == 1


def test_that_a_scale_runs_from_right_to_left_where_text_does() -> None:
    marks = [ScoreMark("Maya", Decimal(9))]
    pill, mirrored = (
        next(
            shape
            for shape in drawn(marks, right_to_left=direction).shapes
            if isinstance(shape, Pill)
        )
        for direction in (False, True)
    )
    assert pill.x > 225 > mirrored.x


@given(text=NAMES, width=st.floats(20, 200))
def test_that_folded_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    face = setting(NOTO_SANS)
    lines = fold(text, width, lambda line: face.width(line, 10))
    assert "".join(lines).replace(" ", "") == one_line(text).replace(" ", "")
    assert all(face.width(line, 10) <= width or len(line) == 1 for line in lines)


WORDS = st.text(st.characters(categories=["L"], max_codepoint=0x7F), min_size=1, max_size=25)


@given(
    rows=st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4),
    shares=st.tuples(*[st.floats(0.1, 1)] * 3),
)
def test_that_columns_fill_the_line_and_break_no_word_that_has_room(
    rows: list[tuple[str, str, str]], shares: tuple[float, float, float]
) -> None:
    look, width = LOOKS[Design.MINUTES], 480.0
    even = tuple(share / sum(shares) for share in shares)
    table = Table("", (), tuple(Row(tuple(map(plain, row))) for row in rows), even)
    widths = column_widths(table, look, width)
    assert sum(widths) == pytest.approx(width)
    face, size = setting(look.family), look.styles[Role.CELL].size
    needed = [
        max(face.width(row[column], size) for row in rows) + 2 * look.padding[0]
        for column in range(3)
    ]
    if sum(needed) + 3 < width:
        assert all(given >= least for given, least in zip(widths, needed, strict=True))
