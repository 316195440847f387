"""The law's own files: every fault told at its place, and none in those that are packed."""

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop import paths
from iro_desktop.domain.timescales.bringing_forward import BRINGS_FORWARD
from iro_desktop.domain.timescales.review_cycles import CYCLES
from iro_desktop.domain.timescales.rule import Checked, Duty, Rule
from iro_desktop.source_files.faults import SourceFault
from iro_desktop.timescale_files.faults import SENTENCES, TimescaleFault, line_of
from iro_desktop.timescale_files.reader import (
    FaultyTimescales,
    read_family_file,
    read_timescales,
)

HERE = Path(__file__).parent
SAMPLES = sorted((HERE / "samples").glob("*.yaml"))
LOCAL_SAMPLES = sorted((HERE / "local_samples").glob("*.yaml"))
VECTORS = HERE.parent / "domain" / "timescales" / "vectors.csv"
EVERY_FAULT: set[str] = {*TimescaleFault, *SourceFault}
TESTED_BELOW = {SourceFault.UNREADABLE, SourceFault.NOT_UTF8}
TESTED_BESIDE = {SourceFault.TOO_LARGE}
"""A sample would be huge; `test_local_reader` makes one."""
NEVER_MET = {SourceFault.ID_TWICE}
"""A rule that stands twice is told as such, so that its versions are put together."""
OURS = sorted(paths.timescales().glob("*.yaml"))
LAW = read_timescales(paths.timescales())
VERSIONS = [version for rule in LAW.book for version in LAW.book.versions(rule.id)]


def expected_lines(sample: Path) -> list[str]:
    """A sample's first lines say, as comments, what is to be found in it."""
    lines = sample.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# ") for line in lines if line.startswith("# ")]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_that_each_fault_is_told_with_its_place_and_what_to_write_instead(sample: Path) -> None:
    family, problems = read_family_file(sample)
    assert family is None
    assert [line_of(problem) for problem in problems] == expected_lines(sample)


def test_that_every_fault_has_a_sample_and_a_sentence() -> None:
    shown = {sample.name[:4] for sample in (*SAMPLES, *LOCAL_SAMPLES)} - {"seve"}
    assert shown | TESTED_BELOW | TESTED_BESIDE | NEVER_MET == EVERY_FAULT
    assert set(SENTENCES) == EVERY_FAULT
    assert len(EVERY_FAULT) == len(TimescaleFault) + len(SourceFault)


def test_that_a_byte_that_is_not_utf8_has_its_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "made_up.yaml"
    path.write_bytes(b"family: made_up\ntitle: Caf\xe9\n")
    _, (problem,) = read_family_file(path)
    assert line_of(problem).startswith("made_up.yaml:2:11  F002  ")


def test_that_a_family_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    _, (problem,) = read_family_file(tmp_path / "nowhere.yaml")
    assert line_of(problem).startswith("nowhere.yaml:1:1  F001  ")


def test_that_one_faulty_family_refuses_them_all_and_says_where(tmp_path: Path) -> None:
    for path in (OURS[0], SAMPLES[0]):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with pytest.raises(FaultyTimescales) as refused:
        read_timescales(tmp_path)
    assert str(refused.value).splitlines() == expected_lines(SAMPLES[0])


def test_that_a_folder_without_a_family_is_no_law(tmp_path: Path) -> None:
    with pytest.raises(FaultyTimescales):
        read_timescales(tmp_path)


GOOD = OURS[0].read_text(encoding="utf-8")
SHORT = """\
family: made_up
title: Made-up clocks
rules:
  - id: made_up_review
    title: Made-up review
    counted_from: the day it began
    {line}
    duty: statute
    versions:
      - within: 20 working days
        law: Made-up Act s 1
        source: The Made-up Act 2020, section 1
        from: 2020-01-01
        checked: read
"""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ages: {from: 4.5}", "7:12  F017  'from' must be a whole number, and is '4.5'"),
        ("ages: {to: -1}", "7:12  F017  'to' must be a whole number, and is '-1'"),
        ("ages: {from: 16, to: 4}", "7:11  T005  This ends before it begins"),
        ("years: {since: born, from: 3, to: 1}", "7:12  T005  This ends before it begins"),
        ("years: {from: 2}", "7:12  F013  This range of years has no 'since'"),
        ("changes: [[a list]]", "7:15  F014  'changes' must be text"),
        ("changes: [' ']", "7:15  F014  'changes' must be text"),
        ("replaced_by: [{a: mapping}]", "7:19  F014  'replaced_by' must be text"),
    ],
)
def test_that_a_range_or_a_list_of_words_is_one(line: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "made_up.yaml"
    path.write_text(SHORT.replace("{line}", line), encoding="utf-8")
    _, (problem,) = read_family_file(path)
    assert line_of(problem).startswith(f"made_up.yaml:{told}")


@settings(max_examples=30)
@given(data=st.data(), junk=st.sampled_from(["", "{}", "[]", "~", "0", "&a b", "*a", "!x y", "\t"]))
def test_that_any_value_may_be_wrong_and_still_has_a_sentence(
    data: st.DataObject, junk: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = GOOD.splitlines()
    valued = [number for number, line in enumerate(lines) if ": " in line]
    changed = data.draw(st.sampled_from(valued))
    key = lines[changed].partition(": ")[0]
    lines[changed] = f"{key}: {junk}"
    path = tmp_path_factory.mktemp("family") / "made_up.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    family, problems = read_family_file(path)
    assert (family is None) == bool(problems)
    assert all(line_of(problem).startswith("made_up.yaml:") for problem in problems)


# What the packed files hold


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_that_our_own_files_have_no_fault_and_the_names_they_say(path: Path) -> None:
    family, problems = read_family_file(path)
    assert [line_of(problem) for problem in problems] == []
    assert family is not None
    assert family.id == path.stem


def test_that_every_rule_stands_in_one_family() -> None:
    assert [rule.id for family in LAW.families for rule in family.rules] == [
        rule.id for rule in sorted(VERSIONS, key=_place)
    ]
    names = [name for family in LAW.families for name in {rule.id for rule in family.rules}]
    assert len(names) == len(set(names)) == len(LAW.book)


def _place(rule: Rule) -> tuple[str, int]:
    family = next(one for one in LAW.families if one.id == rule.family)
    return (rule.family, family.rules.index(rule))


def test_that_what_replaces_a_rule_is_a_rule() -> None:
    named = {name for rule in VERSIONS for name in rule.replaced_by}
    assert named
    assert [name for name in named if name not in LAW.book] == []


def test_that_the_rules_that_code_asks_for_by_name_are_there() -> None:
    asked = {*BRINGS_FORWARD.values()}
    for cycle in CYCLES.values():
        asked |= {cycle.first, cycle.second, cycle.later}
    assert [name for name in asked if name not in LAW.book] == []


def test_that_every_rule_has_facts_to_be_checked_against_and_every_fact_a_rule() -> None:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        checked = {row["rule"] for row in csv.DictReader(file)}
    assert checked == {rule.id for rule in LAW.book}


@pytest.mark.parametrize("rule", LAW.book, ids=lambda rule: rule.id)
def test_that_versions_follow_each_other_without_overlap_or_gap(rule: Rule) -> None:
    versions = LAW.book.versions(rule.id)
    for newer, older in itertools.pairwise(versions):
        assert older.in_force.last is not None
        assert (newer.in_force.first - older.in_force.last).days == 1
    assert versions[0].in_force.last is None


@pytest.mark.parametrize("rule", VERSIONS, ids=lambda rule: f"{rule.id}-{rule.in_force.first}")
def test_that_every_rule_says_what_it_rests_on(rule: Rule) -> None:
    assert rule.tightens is None
    assert rule.ages.least is None or rule.ages.most is None or rule.ages.least <= rule.ages.most
    assert not rule.counted_from.endswith(".")
    assert all(text.endswith(".") for text in (*rule.what_changes, *filter(None, [rule.note])))
    assert (rule.law == "local practice") == (rule.duty is Duty.LOCAL)


@pytest.mark.parametrize(
    "name",
    [
        "social_worker_report",
        "pathway_plan_review",
        "private_fostering_first_visit",
        "adoption_returned_review",
        "retention_adoption_record",
    ],
)
def test_that_what_nobody_could_confirm_says_so(name: str) -> None:
    assert LAW.book.versions(name)[0].checked is Checked.UNCONFIRMED
