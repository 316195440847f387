from collections.abc import Callable
from dataclasses import replace

import pytest
from document_text import text_of_document
from made_up_review import NUMBER, a_record, material_of

from iro_desktop.documents.blocks import Design, Document
from iro_desktop.documents.certificate import build_certificate
from iro_desktop.documents.written_parts import unwritten
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.form_engine.definition import Form

TEXTS = {
    "what_for": "For leading your own meeting\nfrom the first word to the last.",
    "words": "I was proud to sit beside you.",
}


def written(form: Form) -> Document:
    return build_certificate(material_of(a_record(), form, texts=TEXTS))


def test_that_the_certificate_reads_as_it_was_agreed(
    form: Form, golden: Callable[[str, str], None]
) -> None:
    golden("certificate.txt", text_of_document(written(form)))
    assert written(form).design is Design.CERTIFICATE


@pytest.mark.parametrize(
    "private",
    [NUMBER, "Made-up", "review", "care", "officer", "Anyshire", "Sam Example", "meeting with"],
)
def test_that_nothing_on_the_wall_tells_of_care(form: Form, private: str) -> None:
    assert private.casefold() not in text_of_document(written(form)).casefold().replace(
        "design: certificate", ""
    )


def test_that_a_child_without_a_recorded_name_gets_one_all_the_same(form: Form) -> None:
    record = a_record()
    unnamed = replace(record, child=replace(record.child, known_as=""))
    made = build_certificate(material_of(unnamed, form, texts=TEXTS))
    assert "This is for you\n" in text_of_document(made)


def test_that_a_certificate_for_nothing_is_a_draft() -> None:
    assert unwritten(DocumentKind.CERTIFICATE, {"words": "Well done."}) == ("what_for",)
    assert unwritten(DocumentKind.CERTIFICATE, TEXTS) == ()
