"""Forms from the command line: a council's own, from its file to the list and back."""

from pathlib import Path

import pytest
from command_runs import Shop, run_here

OURS = """\
form: our-talk
version: 1
title: Our talk
review_kinds: [council]
sections:
  - use: next_meeting/v1
minutes_parts:
  - {id: next_review, heading: The next meeting}
letter_parts:
  - {id: next_review, heading: When do we meet next?}
"""


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    file = tmp_path / "our-talk.yaml"
    file.write_text(OURS, "utf-8")
    return file


def test_that_a_councils_form_is_checked_added_listed_and_retired(
    own_shop: Shop, ours: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*words: object) -> str:
        assert run_here(*own_shop.options, "forms", *words) == 0
        return capsys.readouterr().out

    assert said("check", ours) == "our-talk.yaml: nothing is wrong with it.\n"
    assert "from now on" in said("add", ours)
    assert "already" in said("add", ours)
    lines = [line.split("\t") for line in said("list").splitlines()]
    assert [line[4] for line in lines if line[0] == "our-talk"] == ["the council"]
    assert {"cla-review", "consultation-parent"} <= {line[0] for line in lines}
    assert "keep it" in said("retire", "our-talk")
    assert "the council, retired" in said("list")


def test_that_the_programs_forms_are_listed_where_there_is_no_store(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_here("--store", tmp_path / "none", "forms", "list") == 0
    assert "cla-review\t" in capsys.readouterr().out


def test_that_every_fault_is_told_in_one_run_and_the_programs_ids_are_not_taken(
    own_shop: Shop, ours: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours.write_text(OURS.replace("next_meeting/v1", "next_meting/v1").replace("title", "titel", 1))
    assert run_here("forms", "check", ours) == 1
    codes = [line.split("  ")[1] for line in capsys.readouterr().err.splitlines()]
    assert codes == ["F013", "F012", "F041"]
    ours.write_text(OURS.replace("our-talk", "cla-review"))
    assert run_here("forms", "check", ours) == 1
    assert f"{ours.as_posix()}:1:7  F050" in capsys.readouterr().err
    assert run_here(*own_shop.options, "forms", "add", ours) == 1
    assert "F050" in capsys.readouterr().err
