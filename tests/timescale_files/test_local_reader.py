"""A council's file is taken whole or refused with every reason; it may tighten and never loosen."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.timescales.explained import explain
from iro_desktop.domain.timescales.rule import Checked, Duty, Length, Unit
from iro_desktop.services.bank_holidays import england
from iro_desktop.services.reckoning import law
from iro_desktop.timescale_files.faults import line_of
from iro_desktop.timescale_files.local_reader import LocalTimescales, read_local_timescales

SAMPLES = sorted((Path(__file__).parent / "local_samples").glob("*.yaml"))
EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "local-timescales.md"
MARCH = dt.date(2025, 3, 15)


def read(text: str) -> LocalTimescales:
    """A file that is to be taken."""
    local, problems = read_local_timescales(text, "made-up.yaml", law().book, england())
    assert [line_of(problem) for problem in problems] == []
    assert local is not None
    return local


def refused(text: str) -> list[str]:
    """Why a file is not taken."""
    local, problems = read_local_timescales(text, "made-up.yaml", law().book, england())
    assert local is None
    return [line_of(problem) for problem in problems]


def rule_of(name: str, length: str, **more: str) -> str:
    lines = "".join(f"    {key}: {value}\n" for key, value in more.items())
    return (
        f"council: Madeupshire\nrules:\n  - rule: {name}\n    {length}\n"
        f"    source: Madeupshire Handbook\n    from: 2024-04-01\n{lines}"
    )


def expected_lines(sample: Path) -> list[str]:
    """A sample's first lines say, as comments, what is to be found in it."""
    lines = sample.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# ") for line in lines if line.startswith("# ")]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_that_each_fault_is_told_with_its_place_and_what_to_write_instead(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    local, problems = read_local_timescales(text, sample.name, law().book, england())
    assert local is None
    assert [line_of(problem) for problem in problems] == expected_lines(sample)


def test_that_a_secure_review_may_be_asked_for_in_28_days() -> None:
    local = read(rule_of("secure_first_review", "within: 28 days"))
    assert (local.council, local.added) == ("Madeupshire", ())
    assert [(one.rule, one.length) for one in local.changed] == [
        ("secure_first_review", Length(28, Unit.DAYS))
    ]
    due = explain(local.book.in_force("secure_first_review", MARCH), MARCH, england())
    assert (due.on, due.law_allows) == (dt.date(2025, 4, 12), dt.date(2025, 4, 15))
    assert (due.rule.law, due.rule.duty) == ("Madeupshire Handbook", Duty.LOCAL)


def test_that_four_weeks_for_a_first_review_are_refused_with_a_day_on_which_they_are_too_long() -> (
    None
):
    (line,) = refused(rule_of("cla_first_review", "within: 4 weeks"))
    assert line.startswith("made-up.yaml:4:5  T007  ")
    assert "for 2024-04-06 it allows until 2024-05-04, and the law until 2024-05-03" in line


@pytest.mark.parametrize(
    ("name", "length"),
    [
        ("cla_first_review", "within: 15 working days"),
        ("cla_first_review", "within: 3 weeks"),
        ("cla_second_review", "within: 12 weeks"),
        ("cla_second_review", "within: 89 days"),
        ("cla_subsequent_review", "within: 6 months"),
        ("social_worker_report", "before: 5 working days"),
        ("midway_check", "within: 8 months"),
        ("placed_with_parents_18_months", "within: 1 year"),
        ("private_fostering_review", "within: 6 months"),
        ("retention_case_record", "within: 100 years"),
    ],
)
def test_that_what_is_no_looser_is_taken(name: str, length: str) -> None:
    assert read(rule_of(name, length)).changed[0].rule == name


@pytest.mark.parametrize(
    ("name", "length", "code"),
    [
        ("cla_second_review", "within: 13 weeks", "T007"),
        ("cla_subsequent_review", "within: 183 days", "T007"),
        ("cla_subsequent_review", "within: 26 weeks", "T007"),  # February to August is 181 days
        ("cp_initial_conference", "within: 21 days", "T007"),
        ("social_worker_report", "before: 2 working days", "T007"),
        ("invitations_sent", "before: 1 week", "T007"),
        ("social_worker_report", "within: 3 working days", "T008"),
        ("cla_first_review", "before: 15 working days", "T008"),
        ("retention_foster_carer_record", "within: 9 years", "T011"),
    ],
)
def test_that_what_is_looser_is_refused(name: str, length: str, code: str) -> None:
    (line,) = refused(rule_of(name, length))
    assert line.startswith(f"made-up.yaml:4:5  {code}  ")


def test_that_a_record_kept_longer_is_kept_to_the_longer_day_of_a_leap_year() -> None:
    local = read(rule_of("retention_case_record", "within: 85 years"))
    born = dt.date(2028, 2, 29)
    due = explain(local.book.in_force("retention_case_record", born), born, england())
    assert (due.on, due.law_allows) == (dt.date(2113, 3, 1), dt.date(2103, 3, 1))


OWN_RULE = """\
council: Madeupshire
rules:
  - id: keeping_in_touch
    title: Keeping in touch
    counted_from: the day of the last talk
    starts: [iro_saw_child]
    changes:
      - The child may ask for less.
    within: 6 weeks
    law: local practice
    source: Madeupshire Handbook
    from: 2024-04-01
"""


def test_that_a_council_may_add_a_rule_of_its_own() -> None:
    (rule,) = read(OWN_RULE).added
    assert (rule.id, rule.family, rule.duty) == ("keeping_in_touch", "local", Duty.LOCAL)
    assert (rule.checked, rule.tightens) == (Checked.READ, None)
    assert rule.end(MARCH, england()) == dt.date(2025, 4, 26)


def test_that_an_own_rule_may_change_on_a_day_of_its_own() -> None:
    older = OWN_RULE + "    to: 2024-12-31\n"
    newer = OWN_RULE.partition("rules:\n")[2].replace("2024-04-01", "2025-01-01")
    local = read(older + newer.replace("6 weeks", "5 weeks"))
    lengths = [
        local.book.in_force("keeping_in_touch", day).length.number
        for day in (dt.date(2024, 12, 31), dt.date(2025, 1, 1))
    ]
    assert lengths == [6, 5]


def test_that_an_own_rule_given_twice_for_one_day_is_refused() -> None:
    (line,) = refused(OWN_RULE + OWN_RULE.partition("rules:\n")[2])
    assert line.startswith("made-up.yaml:13:5  T004  ")


@pytest.mark.parametrize(("last", "is_taken"), [("2025-03-31", True), ("2025-04-01", False)])
def test_that_two_lengths_may_follow_each_other_and_never_share_a_day(
    last: str,
    is_taken: bool,  # noqa: FBT001  # a table's column
) -> None:
    older = rule_of("secure_first_review", "within: 28 days", to=last)
    newer = rule_of("secure_first_review", "within: 25 days").partition("rules:\n")[2]
    text = older + newer.replace("2024-04-01", "2025-04-01")
    if is_taken:
        assert [one.length.number for one in read(text).changed] == [28, 25]
    else:
        assert "T004" in refused(text)[0]


def test_that_a_name_that_is_like_no_rule_does_not_bring_a_list_of_them_all() -> None:
    (line,) = refused(rule_of("zzz", "within: 1 day"))
    assert "no rule is called 'zzz'" in line.lower()
    assert line.endswith(f"none of the {len(law().book)} there are is spelt like it.")


def test_that_a_council_that_changes_nothing_is_taken_too() -> None:
    local = read("council: Madeupshire\nrules: []\n")
    assert (local.changed, local.added) == ((), ())
    assert len(local.book) == len(law().book)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "F010"),
        ("# nothing but a remark\n", "F010"),
        ("x" * 1_000_001, "F007"),
        ("council: [", "F003"),
        ("just words", "F016"),
        ("\x00", "F003"),
    ],
)
def test_that_what_is_no_file_of_timescales_is_refused(text: str, code: str) -> None:
    (line,) = refused(text)
    assert f"  {code}  " in line


@pytest.mark.parametrize("first", ["2090-01-01", "9999-12-31"])
@pytest.mark.parametrize("length", ["999 years", "999 working days", "999 months"])
def test_that_no_length_is_too_long_to_be_judged(first: str, length: str) -> None:
    text = rule_of("retention_adoption_record", f"within: {length}").replace("2024-04-01", first)
    local, problems = read_local_timescales(text, "made-up.yaml", law().book, england())
    assert (local is None) == bool(problems)


@pytest.mark.parametrize("length", ["9999 years", "-3 days", "1.5 days", "٣ days", "3 fortnights"])
def test_that_a_length_is_a_plain_number_of_a_known_unit(length: str) -> None:
    (line,) = refused(rule_of("cla_first_review", f'within: "{length}"'))
    assert line.startswith(f"made-up.yaml:4:13  T001  '{length}' is not a length")


@given(text=st.text() | st.text(alphabet="-:[]{}'\"# \n\tcouncilrules&*!|>"))
def test_that_any_text_is_either_taken_or_has_a_problem_with_its_place(text: str) -> None:
    local, problems = read_local_timescales(text, "made-up.yaml", law().book, england())
    assert (local is None) == bool(problems)
    assert all(line_of(problem).startswith("made-up.yaml:") for problem in problems)


def test_that_the_example_in_the_documentation_is_taken() -> None:
    page = EXAMPLE.read_text(encoding="utf-8")
    local = read(page.partition("```yaml\n")[2].partition("```")[0])
    assert len(local.changed) == 4
    assert len(local.added) == 1
