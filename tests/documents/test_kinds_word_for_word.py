from collections.abc import Callable
from dataclasses import replace

import pytest
from document_text import text_of_document
from made_up_material import a_material
from made_up_review import HELD

from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.review import ReviewStatus

# Those made elsewhere are held word for word by tests of their own.
KINDS = (
    DocumentKind.INVITATION,
    DocumentKind.CHILDS_INVITATION,
    DocumentKind.CONSULTATION,
    DocumentKind.MEET_YOUR_IRO,
    DocumentKind.INTRODUCTION,
    DocumentKind.GOODBYE,
    DocumentKind.SECURE_REPORT,
    DocumentKind.DISRUPTION_REPORT,
    DocumentKind.RESOLUTION,
    DocumentKind.COURT_VIEW,
    DocumentKind.READ_AT_25,
)
BEFORE_THE_REVIEW = {
    DocumentKind.INVITATION,
    DocumentKind.CHILDS_INVITATION,
    DocumentKind.CONSULTATION,
    DocumentKind.MEET_YOUR_IRO,
    DocumentKind.INTRODUCTION,
}


@pytest.mark.parametrize("kind", KINDS)
def test_that_it_says_what_was_agreed_word_for_word(
    kind: DocumentKind, golden: Callable[[str, str], None]
) -> None:
    material = a_material(kind)
    if kind in BEFORE_THE_REVIEW:
        planned = replace(
            material.record.review,
            status=ReviewStatus.PLANNED,
            planned_for=HELD,
            planned_at="Made-up Library",
            held_on=None,
            closed_on=None,
        )
        material = replace(material, record=replace(material.record, review=planned))
    golden(f"{kind.value.replace('-', '_')}.txt", text_of_document(BUILDERS[kind](material)))
