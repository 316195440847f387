"""The program's own pack is whole, and a council's is taken or refused with every reason."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop.domain.practice_pack import PracticePack, Stage, Tone
from iro_desktop.domain.tools.entries import Tool
from iro_desktop.practice_files.faults import SENTENCES, PracticeFault, line_of
from iro_desktop.practice_files.reader import FaultyPack, read_built_in_pack, read_pack
from iro_desktop.services.practice import built_in_pack
from iro_desktop.source_files.faults import SourceFault

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.yaml"))
GUIDE = Path(__file__).resolve().parents[2] / "docs" / "practice-packs.md"
HEAD = "pack: ours\nversion: 1\ntitle: Ours\n"


def read(text: str) -> PracticePack:
    pack, problems = read_pack(text, "ours.yaml", built_in_pack())
    assert [line_of(problem) for problem in problems] == []
    assert pack is not None
    return pack


def test_that_every_fault_has_a_sentence() -> None:
    assert set(SENTENCES) == {*SourceFault, *PracticeFault}


def test_that_the_programs_own_pack_is_whole() -> None:
    pack = built_in_pack()
    assert set(pack.titles) == set(Tool)
    assert all(pack.titles.values())
    assert {column.tone for column in pack.map_columns} == {
        Tone.WORKING_WELL,
        Tone.WORRIED,
        Tone.NEXT,
    }
    assert [house.tool for house in pack.houses] == [
        Tool.THREE_HOUSES,
        Tool.WIZARD,
        Tool.FAIRY,
        Tool.SAFETY_HOUSE,
    ]
    assert all(room.question for house in pack.houses for room in house.rooms)
    assert all(line.prompt for line in (*pack.matrix_rows, *pack.matrix_columns))
    assert len(pack.scales) >= 8


def test_that_its_bank_has_questions_for_every_stage_column_and_person() -> None:
    questions = built_in_pack().questions
    assert len(questions) >= 80
    assert len({question.text.casefold() for question in questions}) == len(questions)
    stages = Counter(stage for question in questions for stage in question.stages)
    columns = Counter(column for question in questions for column in question.columns)
    whom = Counter(who for question in questions for who in question.of_whom)
    assert all(stages[stage] >= 3 for stage in Stage)
    assert all(columns[column.id] >= 10 for column in built_in_pack().map_columns)
    assert all(whom[who] >= 3 for who in ("child", "parent", "carer", "worker", "school"))


def test_that_no_brand_stands_in_it() -> None:
    text = repr(built_in_pack()).casefold()
    assert not [name for name in ("signs of", "turnell", "resolutions", "®", "™") if name in text]


def test_that_a_pack_of_the_program_with_a_part_missing_is_our_fault(tmp_path: Path) -> None:
    file = tmp_path / "half.yaml"
    file.write_text(HEAD, encoding="utf-8")
    with pytest.raises(FaultyPack, match="has no 'map'"):
        read_built_in_pack(file)


def test_that_a_council_says_only_what_it_wants_otherwise() -> None:
    ours = read(HEAD + "titles: {map: Our board}\n")
    own = built_in_pack()
    assert ours.titles == {**own.titles, Tool.MAP: "Our board"}
    same = replace(ours, id=own.id, version=own.version, title=own.title, titles=own.titles)
    assert same == own


def test_that_questions_take_the_place_of_the_programs_or_are_added_to_them() -> None:
    one = "  - id: ours\n    text: What now?\n"
    own = built_in_pack().questions
    assert [question.id for question in read(f"{HEAD}questions:\n{one}").questions] == ["ours"]
    added = read(f"{HEAD}more_questions:\n{one}").questions
    assert added[:-1] == own
    assert added[-1].text == "What now?"


def test_that_the_guides_example_is_taken() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    example = text.split("```yaml\n")[1].split("```")[0]
    pack = read(example)
    assert len(pack.map_columns) > len(built_in_pack().map_columns)
    assert pack.titles[Tool.MAP] != built_in_pack().titles[Tool.MAP]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_that_each_fault_is_told_with_its_place_and_what_to_write_instead(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    pack, problems = read_pack(text, sample.name, built_in_pack())
    assert pack is None
    expected = [line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ")]
    assert [line_of(problem) for problem in problems] == expected


def test_that_every_fault_of_a_pack_is_shown_by_a_sample() -> None:
    told = "".join(sample.read_text(encoding="utf-8") for sample in SAMPLES)
    assert {fault for fault in PracticeFault if f"  {fault.value}  " not in told} == set()


LINES = [
    *HEAD.splitlines(),
    *("titles:", "  map: Board", "map:", "  columns:", "    - id: worried", "      title: Worried"),
    *("houses:", "  - tool: wizard", "questions:", "  - id: one", "    text: Why?", "    ages: 3"),
    *("scales:", "  - text: How?", "    stages: [starting]", "  - []", "harm_matrix: {rows: []}"),
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_that_any_lines_are_taken_or_refused_with_a_sentence(lines: list[str]) -> None:
    pack, problems = read_pack("\n".join(lines), "x", built_in_pack())
    assert (pack is None) == bool(problems)
    assert all(line_of(problem).startswith("x:") for problem in problems)
