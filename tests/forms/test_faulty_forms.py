from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop import paths
from iro_desktop.form_engine.catalogue import read_catalogue
from iro_desktop.form_engine.fault_wording import SENTENCES, line_of
from iro_desktop.form_engine.form_faults import FormFault
from iro_desktop.form_engine.reader import check_file, read_form, read_form_file
from iro_desktop.source_files.faults import SourceFault

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.yaml"))
EVERY_FAULT: set[str] = {*FormFault, *SourceFault}
TESTED_BELOW = {SourceFault.UNREADABLE, SourceFault.NOT_UTF8, FormFault.NOT_ITS_NAME}
NOT_MET_IN_A_SAMPLE = {SourceFault.TOO_LARGE, SourceFault.NOT_A_DATE}
"""A sample of the one would be huge, and no key of a form holds a day: `tests/source_files`."""
OF_COUNCILS = {
    FormFault.BUILT_IN_ID,
    FormFault.VERSION_IN_USE,
    FormFault.NOT_NEWER,
    FormFault.KIND_TAKEN,
}
"""Found where a council's form is added to a store: `tests/services/test_council_forms.py`."""
RELEASED = (paths.forms() / "cla-review" / "v1.yaml").read_text(encoding="utf-8")


def expected_lines(sample: Path) -> list[str]:
    """A sample's first lines say, as comments, what is to be found in it."""
    lines = sample.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# ") for line in lines if line.startswith("# ")]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_that_each_fault_is_told_with_its_place_and_what_to_write_instead(sample: Path) -> None:
    read = read_form_file(sample, sample.name)
    assert read.form is None
    assert [line_of(problem) for problem in read.problems] == expected_lines(sample)


def test_that_every_fault_has_a_sample_and_a_sentence() -> None:
    shown = {sample.name[:4] for sample in SAMPLES if sample.name.startswith("F")}
    assert shown | TESTED_BELOW | NOT_MET_IN_A_SAMPLE | OF_COUNCILS == EVERY_FAULT
    assert set(SENTENCES) == EVERY_FAULT


def test_that_no_fault_of_a_form_has_the_code_of_another() -> None:
    assert len(EVERY_FAULT) == len(FormFault) + len(SourceFault)


def test_that_a_file_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "v1.yaml"
    assert [line.partition("  ")[2][:4] for line in check_file(path)] == [SourceFault.UNREADABLE]


def test_that_a_byte_that_is_not_utf8_has_its_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "v1.yaml"
    path.write_bytes(b"form: sample\ntitle: Caf\xe9\n")
    (problem,) = read_form_file(path, "v1.yaml").problems
    assert line_of(problem).startswith("v1.yaml:2:11  F002")


def test_that_a_form_in_the_wrong_folder_is_told_where_it_belongs(tmp_path: Path) -> None:
    folder = tmp_path / "another-form"
    folder.mkdir()
    (folder / "v7.yaml").write_text(RELEASED, encoding="utf-8")
    catalogue = read_catalogue(tmp_path)
    assert catalogue.forms == ()
    assert [line_of(problem) for problem in catalogue.problems] == [
        (
            "another-form/v7.yaml:1:1  F038  This is version 1 of 'cla-review', "
            "and belongs in cla-review/v1.yaml; move or rename the file."
        )
    ]


@given(text=st.text() | st.text(alphabet="-:[]{}'\"# \n\tabform&*!|>"))
def test_that_any_text_is_either_a_form_or_has_a_problem_with_its_place(text: str) -> None:
    read = read_form(text, "v1.yaml")
    assert (read.form is None) == bool(read.problems)
    for problem in read.problems:
        assert line_of(problem).startswith("v1.yaml:")
        assert isinstance(problem.place.line, int)


@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_that_a_form_with_a_line_lost_is_read_or_refused_and_never_breaks(
    data: st.DataObject,
) -> None:
    lines = RELEASED.splitlines()
    lost = data.draw(st.integers(0, len(lines) - 1))
    read = read_form("\n".join(lines[:lost] + lines[lost + 1 :]), "v1.yaml")
    assert (read.form is None) == bool(read.problems)
    assert [line_of(problem) for problem in read.problems] == sorted(
        (line_of(problem) for problem in read.problems),
        key=lambda line: [int(part) for part in line.split("  ")[0].split(":")[1:]],
    )


@settings(deadline=None, max_examples=30)
@given(data=st.data(), junk=st.sampled_from(["", "  ", "{}", "[]", "~", "0", "&a b", "*a", "!x y"]))
def test_that_any_value_may_be_wrong_and_still_has_a_sentence(
    data: st.DataObject, junk: str
) -> None:
    lines = RELEASED.splitlines()
    valued = [number for number, line in enumerate(lines) if ": " in line and "#" not in line]
    changed = data.draw(st.sampled_from(valued))
    key = lines[changed].partition(": ")[0]
    lines[changed] = f"{key}: {junk}"
    read = read_form("\n".join(lines), "v1.yaml")
    assert (read.form is None) == bool(read.problems)
    assert all(line_of(problem) for problem in read.problems)
