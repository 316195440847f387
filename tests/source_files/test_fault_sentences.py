import re

import pytest

from iro_desktop.problems import Place, Problem
from iro_desktop.source_files.faults import SourceFault
from iro_desktop.source_files.wording import SENTENCES, line_of, sentence


def test_that_every_fault_has_a_sentence() -> None:
    assert set(SENTENCES) == set(SourceFault)


@pytest.mark.parametrize("fault", list(SourceFault))
def test_that_no_shared_sentence_speaks_of_one_kind_of_file(fault: SourceFault) -> None:
    assert not re.search(r"\bforms?\b|\bquestions?\b|\brules?\b", SENTENCES[fault])


def test_that_a_sentence_ends_as_one() -> None:
    sentences = {"X1": "'{subject}' is {what}", "X2": "did you mean '{subject}'?"}
    assert sentence(Problem("X1", "a", data={"what": "odd"}), sentences) == "'a' is odd."
    assert sentence(Problem("X2", "a"), sentences) == "Did you mean 'a'?"


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (Place("a/b.yaml", 4, 9), "a/b.yaml:4:9"),
        (Place("a/b.yaml", 4), "a/b.yaml:4"),
        (Place("a/b.yaml"), "a/b.yaml"),
    ],
)
def test_that_a_line_begins_with_as_much_of_the_place_as_is_known(place: Place, where: str) -> None:
    problem = Problem(SourceFault.TAB, "", place)
    assert line_of(problem, SENTENCES) == f"{where}  F004  {sentence(problem, SENTENCES)}"
