"""What a council's wording is tried on: a child who does not exist, in every kind and language."""

import datetime as dt

import pytest

from iro_desktop.documents.plain_text import write_text
from iro_desktop.documents.templates.fields import values_of
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.review_record import Signatory
from iro_desktop.plain_words.remarks import Rule
from iro_desktop.services import council_wording
from iro_desktop.services.example_copies import example_material, example_of
from iro_desktop.services.plain_words import situation_of
from iro_desktop.services.wording_remarks import remarks_on_wording

TODAY = dt.date(2026, 11, 22)
IRO = Signatory("Made-up Officer")


@pytest.mark.parametrize("language", ["en-GB", "ur", "zh-Hant"])
@pytest.mark.parametrize("kind", DocumentKind)
def test_that_every_kind_is_tried_on_someone_made_up(kind: DocumentKind, language: str) -> None:
    material = example_material(kind, language, TODAY, IRO)
    document = example_of(kind, material, "")
    assert document.made_up
    assert document.language == language
    assert document == example_of(kind, material, council_wording.starting_text(kind))
    assert write_text(document).strip()


def test_that_the_letter_shows_what_a_child_said_and_what_was_decided() -> None:
    record = example_material(DocumentKind.LETTER, "en-GB", TODAY, IRO).record
    assert any(view.may_be_printed for view in record.views)
    assert record.decisions
    assert record.last_decisions


def test_that_a_child_would_stumble_over_lines_that_are_named() -> None:
    kind = DocumentKind.LETTER
    material = example_material(kind, "en-GB", TODAY, IRO)
    text = "# For {{child}}\n\nYou have a home.\n\n- Your placement ended.\n\n{{decisions}}"
    found = remarks_on_wording(
        council_wording.checked(kind, text).pieces,
        values_of(material),
        situation_of(material.record),
    )
    assert [(one.line, one.remark.rule) for one in found] == [(5, Rule.JARGON)]
