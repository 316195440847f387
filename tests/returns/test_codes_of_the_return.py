import json

import pytest

from iro_desktop import paths
from iro_desktop.domain.care import CONTINUES, PLACED_FOR_ADOPTION, SHORT_BREAK_STATUSES
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.returns.ssda903 import codes as of_return
from iro_desktop.returns.ssda903.codes import CodeSet, codes, label


@pytest.mark.parametrize("code_set", CodeSet)
def test_that_every_code_has_a_label_of_its_own_words(code_set: CodeSet) -> None:
    labels = codes(code_set)
    assert labels
    assert all(text.strip() == text and text and text != code for code, text in labels.items())
    assert len(set(labels.values())) == len(labels)


def test_that_the_file_of_codes_holds_these_sets_with_source_and_years() -> None:
    path = paths.resources() / "reference" / "ssda903" / "codes.json"
    held = json.loads(path.read_text("utf-8"))
    assert set(held["sets"]) == set(CodeSet)
    assert held["source"]
    assert held["years"]


def test_that_a_code_nobody_knows_is_its_own_label() -> None:
    assert label(CodeSet.PLACEMENT, "Q9") == "Q9"


def test_that_labels_are_found_by_what_they_are_about() -> None:
    assert of_return.legal_status_label("C2") == "Full care order"
    assert of_return.placement_label("K2") == "Children's home"
    assert of_return.provider_label("PR1") == "The council itself"
    assert of_return.reason_started_label("S") == "Became looked after"
    assert of_return.reason_ended_label("E2") == "Died"
    assert of_return.reason_for_move_label("CUSTOD") == "Custody"
    assert of_return.category_of_need_label("N7") == "Low income"
    assert of_return.ethnicity_label("WBRI") == "White British"
    assert of_return.participation_label("PN1") == "Came and spoke for themselves"
    assert of_return.sdq_reason_label("SDQ2") == "The carer declined"


def test_that_the_codes_the_domain_speaks_of_are_there() -> None:
    assert set(ParticipationCode) == set(codes(CodeSet.PARTICIPATION))
    assert set(codes(CodeSet.LEGAL_STATUS)) >= SHORT_BREAK_STATUSES
    assert set(codes(CodeSet.PLACEMENT)) >= PLACED_FOR_ADOPTION
    assert CONTINUES in codes(CodeSet.REASON_ENDED)
