"""What docs/forms.md tells councils, held against the checker itself."""

import re

import pytest

from iro_desktop import paths
from iro_desktop.form_engine.definition import Fills, Form, Kind, Operator
from iro_desktop.form_engine.facts import Fact
from iro_desktop.services import council_forms
from iro_desktop.services.programs_forms import programs_forms

GUIDE = (paths.forms().parent / "docs" / "forms.md").read_text(encoding="utf-8")


def example() -> str:
    (text,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    return str(text)


@pytest.fixture(scope="module")
def form() -> Form:
    checked = council_forms.check_beside(example(), "example.yaml", programs_forms())
    assert checked.lines == ()
    assert checked.form is not None
    return checked.form


def test_that_the_example_is_a_form_with_each_thing_the_guide_tells_of(form: Form) -> None:
    assert form.filling(Fills.OUTCOME) is not None
    assert any(section.private for section in form.sections)
    assert "next_meeting" in [section.id for section in form.sections]


def test_that_a_part_taken_out_is_missed_where_the_shared_section_is_taken_in() -> None:
    without = re.sub(r"  - \{id: next_review, heading: The.*\n", "", example())
    checked = council_forms.check_beside(without, "example.yaml", programs_forms())
    (line,) = checked.lines
    assert "F042" in line
    assert "'next_review'" in line


def test_that_the_guide_names_every_kind_operator_and_fact() -> None:
    named = set(re.findall(r"`([a-z_]+)`", GUIDE))
    assert {*map(str, Kind), *map(str, Operator), *map(str, Fact)} <= named
