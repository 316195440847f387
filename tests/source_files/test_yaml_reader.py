from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.source_files.faults import Faults, SourceFault
from iro_desktop.source_files.tree import Mapping, Node, Scalar, Spot, as_data
from iro_desktop.source_files.yaml_reader import DEEPEST, MOST_CHARACTERS, read_text, tree_of

Told = tuple[str, int | None, object]


def read(text: str) -> Node:
    faults = Faults("made-up.yaml")
    tree = tree_of(text, faults)
    assert tree is not None, faults.in_order()
    return tree


def told(faults: Faults) -> list[Told]:
    """Each fault with its line and column."""
    return [
        (problem.code, problem.place.line, problem.place.column) for problem in faults.in_order()
    ]


def refused(text: str) -> list[Told]:
    faults = Faults("made-up.yaml")
    assert tree_of(text, faults) is None
    return told(faults)


def test_that_every_key_and_value_knows_where_it_stands() -> None:
    tree = read("days: 4\nnamed:\n  - one\n")
    assert isinstance(tree, Mapping)
    (days, four), (named, names) = tree.pairs
    assert (days.spot, four.spot) == (Spot(1, 1), Spot(1, 7))
    assert (named.spot, names.spot) == (Spot(2, 1), Spot(3, 3))


@pytest.mark.parametrize("word", ["no", "yes", "on", "2011-04-01", "~", "null", "0x1f", "1_000"])
def test_that_a_value_stays_the_text_that_was_written(word: str) -> None:
    assert read(word) == Scalar(word, Spot(1, 1))


@pytest.mark.parametrize("quoted", ["'4'", '"4"'])
def test_that_quotes_are_remembered_and_not_part_of_the_text(quoted: str) -> None:
    assert read(quoted) == Scalar("4", Spot(1, 1), plain=False)


def test_that_folded_text_is_one_line() -> None:
    assert as_data(read("why: >-\n  Why,\n  in a line?\n")) == {"why": "Why, in a line?"}


def test_that_a_tree_as_data_has_numbers_flags_and_text() -> None:
    text = "{a: 4, b: 0.5, c: true, d: '4', e: , f: 2011-04-01, g: [no, false]}"
    assert as_data(read(text)) == {
        "a": 4,
        "b": 0.5,
        "c": True,
        "d": "4",
        "e": None,
        "f": "2011-04-01",
        "g": ["no", False],
    }


@pytest.mark.parametrize(
    ("text", "fault", "line", "column"),
    [
        ("", SourceFault.EMPTY_FILE, 1, 1),
        ("# words\n", SourceFault.EMPTY_FILE, 1, 1),
        ("a: 1\nb: [1\nc: 2\n", SourceFault.NOT_YAML, 3, 2),
        ("a:\n\tb: 1\n", SourceFault.TAB, 2, 1),
        ("a: 1\nb: &name 2\n", SourceFault.ALIAS, 2, 4),
        ("a: *name\n", SourceFault.ALIAS, 1, 4),
        ("a: !!python/name:os.system x\n", SourceFault.TAG, 1, 4),
        ("a: 1\n---\nb: 2\n", SourceFault.SECOND_DOCUMENT, 2, 1),
        ("a: 1\n[b, c]: 2\n", SourceFault.NOT_TEXT, 2, 1),
        ("a: b\x07\n", SourceFault.NOT_YAML, 1, 5),
    ],
)
def test_that_what_is_not_taken_is_refused_where_it_stands(
    text: str, fault: SourceFault, line: int, column: int
) -> None:
    assert refused(text) == [(fault, line, column)]


def test_that_a_control_character_is_named() -> None:
    faults = Faults("made-up.yaml")
    tree_of("a: b\x07\n", faults)
    (problem,) = faults.in_order()
    assert "U+0007" in problem.data["why"]


def test_that_an_enormous_file_is_refused_before_it_is_parsed() -> None:
    assert refused("[" * (MOST_CHARACTERS + 1)) == [(SourceFault.TOO_LARGE, 1, 1)]


def test_that_nesting_without_end_is_refused_and_not_followed() -> None:
    assert refused("[" * 100_000) == [(SourceFault.TOO_DEEP, 1, DEEPEST + 2)]


def test_that_nesting_up_to_the_limit_is_read() -> None:
    assert read("[" * DEEPEST + "]" * DEEPEST).spot == Spot(1, 1)


@given(text=st.text() | st.text(alphabet="-:[]{}'\"# \n\tab&*!|>"))
def test_that_any_text_is_either_a_tree_or_has_a_fault(text: str) -> None:
    faults = Faults("made-up.yaml")
    assert (tree_of(text, faults) is None) == bool(faults)


def test_that_faults_are_told_from_the_top_however_they_were_met() -> None:
    faults = Faults("made-up.yaml")
    assert not faults
    for spot in (Spot(2, 1), Spot(1, 9), Spot(1, 2)):
        faults.add(SourceFault.TAB, spot)
    assert faults
    assert [place[1:] for place in told(faults)] == [(1, 2), (1, 9), (2, 1)]


def test_that_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "made-up.yaml"
    path.write_text("a: café\n", encoding="utf-8")
    assert read_text(path, Faults("made-up.yaml")) == "a: café\n"


def test_that_a_mark_of_byte_order_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "made-up.yaml"
    path.write_text("\ufeffa: 1\n", encoding="utf-8")
    assert read_text(path, Faults("made-up.yaml")) == "a: 1\n"


def test_that_a_file_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    faults = Faults("made-up.yaml")
    assert read_text(tmp_path / "made-up.yaml", faults) is None
    assert told(faults) == [(SourceFault.UNREADABLE, 1, 1)]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_that_a_byte_that_is_not_utf8_has_its_line_and_column(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "made-up.yaml"
    path.write_bytes(mark + "a: 1\nb: é ".encode() + b"Caf\xe9\n")
    faults = Faults("made-up.yaml")
    assert read_text(path, faults) is None
    assert told(faults) == [(SourceFault.NOT_UTF8, 2, 9)]
