"""Each tool in minutes and in the letter: where the IRO says so, beside the meeting before."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from document_samples import a_document
from document_text import text_of_document
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_review import material_of
from made_up_tools import CELLS, ITEMS, KEPT, STEPS, TOOLS, a_record_with_tools, entry, use
from tree_texts import fixed_texts, persons_texts

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    Picture,
    Table,
    Timeline,
    TimelineStep,
    plain,
    text_of,
)
from iro_desktop.documents.letter_to_child import build_letter
from iro_desktop.documents.look import look_of
from iro_desktop.documents.minutes import build_minutes
from iro_desktop.documents.scale_line import Dot, Pill, Stroke, Words
from iro_desktop.documents.time_line import draw_timeline
from iro_desktop.documents.tools.placing import (
    SHELF,
    TOOL_PARTS,
    tools_in_letter,
    tools_in_minutes,
)
from iro_desktop.domain.practice_pack import PracticePack
from iro_desktop.domain.reading import ReadingStyle
from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.domain.tools.harm_matrix import MatrixCell
from iro_desktop.domain.tools.record import ToolRecord
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.i18n.languages import STRETCHED
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.practice import built_in_pack
from iro_desktop.services.programs_forms import programs_forms

EN = Translator()
PACK = built_in_pack()
FORM = programs_forms().current("cla-review")


def in_minutes(
    tools: ToolRecord = TOOLS, pack: PracticePack = PACK
) -> dict[str, tuple[Block, ...]]:
    return tools_in_minutes(a_record_with_tools(tools), pack, TOOL_PARTS, EN)


def as_text(parts: dict[str, tuple[Block, ...]]) -> str:
    blocks = [
        block for part, inside in parts.items() for block in (Heading(2, part, part), *inside)
    ]
    return text_of_document(a_document(*blocks))


def test_that_the_tools_read_in_minutes_as_agreed(golden: Callable[[str, str], None]) -> None:
    golden("tools_in_minutes.txt", as_text(in_minutes()))


def test_that_the_tools_read_in_the_letter_as_agreed(golden: Callable[[str, str], None]) -> None:
    parts = tools_in_letter(a_record_with_tools(), PACK, TOOL_PARTS, EN)
    golden("tools_in_letter.txt", as_text(parts))


def test_that_a_tool_prints_in_minutes_unless_told_otherwise_and_in_the_letter_only_if_told() -> (
    None
):
    unsaid = replace(TOOLS, tool_uses=())
    record = a_record_with_tools(unsaid)
    assert set(in_minutes(unsaid)) == set(TOOL_PARTS)
    assert tools_in_letter(record, PACK, TOOL_PARTS, EN) == {}
    told = replace(unsaid, tool_uses=(use(Tool.MAP, minutes=False, letter=True),))
    assert "map" not in in_minutes(told)
    assert list(tools_in_letter(a_record_with_tools(told), PACK, TOOL_PARTS, EN)) == ["map"]


@pytest.mark.parametrize("build", [build_minutes, build_letter])
def test_that_no_room_stands_anywhere_that_the_child_did_not_share(
    build: Callable[..., Document],
) -> None:
    document = build(material_of(a_record_with_tools(), FORM, pack=PACK))
    assert "A dog" in text_of_document(document)
    assert KEPT not in repr(document)


def test_that_to_a_child_their_own_words_come_first_and_no_tool_is_forgotten() -> None:
    parts = list(tools_in_letter(a_record_with_tools(), PACK, TOOL_PARTS, EN))
    assert parts[0] == "houses"
    assert sorted(parts) == sorted(TOOL_PARTS)


def test_that_a_tool_without_a_part_of_its_own_stands_on_the_shelf_under_its_title() -> None:
    parts = tools_in_minutes(a_record_with_tools(), PACK, {"trajectory"}, EN)
    assert set(parts) == {"trajectory", SHELF}
    titles = [block.text for block in parts[SHELF] if isinstance(block, Heading)]
    assert titles[0] == PACK.titles[Tool.MAP]
    assert PACK.titles[Tool.TRAJECTORY] not in titles
    ours = replace(PACK, titles={**PACK.titles, Tool.MAP: "Our board"})
    shelf = tools_in_minutes(a_record_with_tools(), ours, (), EN)[SHELF]
    assert Heading(3, "Our board") in shelf


def test_that_a_blank_cell_is_a_question_and_nothing_is_ever_called_none() -> None:
    (table,) = in_minutes()["harm_matrix"]
    assert isinstance(table, Table)
    blank = [
        text_of(cell) for row in table.rows for cell in row.cells if "still to ask" in text_of(cell)
    ]
    assert len(blank) == 3 * 4 - len(CELLS)
    assert all(words.endswith("?") for words in blank)
    assert "none" not in text_of_document(a_document(table)).casefold()


def test_that_four_ways_of_having_no_words_read_as_four_sentences() -> None:
    states = [state for state in EntryState if state is not EntryState.ANSWERED]
    cells = tuple(
        entry(MatrixCell, column.id, row="action", column=column.id, state=state)
        for column, state in zip(PACK.matrix_columns, states, strict=True)
    )
    (table,) = in_minutes(ToolRecord(matrix_cells=cells))["harm_matrix"]
    assert isinstance(table, Table)
    assert len({text_of(cell).split(":")[0] for cell in table.rows[0].cells[1:]}) == len(states)


def test_that_what_stood_in_a_column_of_another_pack_is_not_lost() -> None:
    odd = entry(MapItem, "odd", column="not_known_yet", words="Who is that man?")
    text = as_text(in_minutes(ToolRecord(map_items=(*ITEMS, odd))))
    assert "Not known yet" in text
    assert "Who is that man?" in text


def test_that_a_trajectory_is_drawn_and_told_in_a_table_with_every_date_it_had() -> None:
    line, table = in_minutes()["trajectory"]
    assert isinstance(line, Timeline)
    assert isinstance(table, Table)
    assert "1 of 3 steps are done; 2 are behind the first plan" in line.description
    first = [text_of(cell) for cell in table.rows[0].cells]
    assert first[1:] == [
        "12 Jan 2026",
        "2 Feb 2026: Illness\n2 Mar 2026",
        "9 Mar 2026",
        "56 days late",
    ]
    order = [text_of(row.cells[0]).split("\n")[0] for row in table.rows]
    assert order == ["Assess the aunt", "Panel", "Home for good"]
    undated = tuple(replace(one, planned_on=None, revised_to=(), actual_on=None) for one in STEPS)
    (alone,) = in_minutes(ToolRecord(milestones=undated))["trajectory"]
    assert isinstance(alone, Table)


def test_that_a_drawing_is_printed_with_what_it_is() -> None:
    pictures = [block for block in in_minutes()["houses"] if isinstance(block, Picture)]
    assert [picture.description for picture in pictures] == ["A drawing: House of dreams"]


@pytest.mark.parametrize("placed", [tools_in_minutes, tools_in_letter])
def test_that_what_people_wrote_is_known_as_theirs_and_no_fixed_phrase_is(
    placed: Callable[..., dict[str, tuple[Block, ...]]],
) -> None:
    parts = placed(a_record_with_tools(), PACK, TOOL_PARTS, Translator(STRETCHED))
    blocks = [block for inside in parts.values() for block in inside]
    # What is seen in a drawing has words of our own.
    document = a_document(*(block for block in blocks if not isinstance(block, Picture)))
    theirs = persons_texts(document)
    assert not [text for text in theirs if text.startswith("[")]
    fixed = " ".join(fixed_texts(document))
    for words in ("Wren sleeps well.", "Wren may be left alone", "Left alone", "Assess the aunt"):
        assert words in " ".join(theirs)
        assert words not in fixed
    # A language and a picture are named by codes.
    small = {text for text in fixed_texts(document) if text[:1].islower()}
    assert small <= {"en-GB", "home"}


days = st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1))
steps = st.builds(TimelineStep, st.text("abc ", max_size=90).map(plain), days, days, days)
ticks = st.tuples(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), st.text("abc", max_size=9))
lines = st.builds(
    Timeline,
    st.lists(steps, max_size=5).map(tuple),
    st.lists(ticks).map(tuple),
    st.just(("Planned first", "Planned now", "Done")),
    st.just("In words"),
)


@settings(max_examples=25, deadline=None)
@given(lines, st.booleans(), st.sampled_from([150.0, 482.0]))
def test_that_a_line_of_days_stays_on_its_picture_whichever_way_it_runs(
    line: Timeline,
    mirrored: bool,  # noqa: FBT001
    width: float,
) -> None:
    look = look_of(replace(a_document(design=Design.LETTER), style=ReadingStyle.LARGER_PRINT))
    picture = draw_timeline(line, look, width, right_to_left=mirrored)
    for shape in picture.shapes:
        match shape:
            case Stroke(x1=left, x2=right, y1=low, y2=high):
                pass
            case Dot(x=left, y=low):
                right, high = left, low
            case Pill(x=left, y=low):
                right, high = left + shape.width, low + shape.height
            case Words(x=left, y=low):
                right, high = left, low
        assert min(left, right) >= -0.5
        assert max(left, right) <= width + 0.5
        assert min(low, high) >= -0.5
        assert max(low, high) <= picture.height + 0.5
