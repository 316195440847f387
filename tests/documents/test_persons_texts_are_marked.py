"""Whatever a person wrote is known as theirs wherever it stands, so that it can be translated."""

import pytest
from made_up_review import material_of
from rich_review import Planted, planted_record, planted_texts
from tree_texts import fixed_texts, persons_texts

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.easy_read import easy_read, words_and_pictures
from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.documents.material import Material
from iro_desktop.documents.written_parts import written_parts
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.reading import Length
from iro_desktop.services.programs_forms import programs_forms

FORM = programs_forms().get("cla-review", 1)
OURS = (
    DocumentKind.LETTER,
    DocumentKind.MINUTES,
    DocumentKind.DECISIONS,
    DocumentKind.CARE_LEAVER_LETTER,
    DocumentKind.CERTIFICATE,
)
# What a document must show of what was planted, so that no test passes over an empty page.
SHOWN = {
    DocumentKind.LETTER: {
        "words",
        "about",
        "description",
        "relationship",
        "words_for_child",
        "what",
        "by_when",
        "kept_note",
        "text",
        "why_not_lower",
        "letter_opening",
        "home_words",
        "ask_why",
        "met_at",
        "counted_because",
    },
    DocumentKind.MINUTES: {
        "communication_needs",
        "language",
        "participation_reason",
        "late_note",
        "adjourned_because",
        "not_invited_because",
        "consulted_how",
        "what",
        "words_for_child",
        "kept_note",
        "meaning_of_0",
        "addendum",
        "remarks",
        "home_notes",
        "home_right__detail",
        "ask_next",
        "description",
    },
    DocumentKind.DECISIONS: {"what", "words_for_child", "by_when", "remarks", "part note"},
    DocumentKind.CARE_LEAVER_LETTER: {"words", "words_for_child", "kept_note", "part opening"},
    DocumentKind.CERTIFICATE: {"part what_for", "part words"},
}


def material(kind: DocumentKind, plant: Planted) -> Material:
    record = planted_record(FORM, plant)
    base = material_of(record, FORM)
    parts = tuple(part.id for part in written_parts(kind, base.tr))
    return material_of(record, FORM, texts=planted_texts(parts, plant))


def renderings(made: Material, kind: DocumentKind) -> list[Document]:
    document = BUILDERS[kind](made)
    return [document, easy_read(document, made.tr), words_and_pictures(document, made.tr)]


@pytest.mark.parametrize("kind", OURS)
def test_that_no_text_of_a_person_passes_for_a_fixed_phrase(kind: DocumentKind) -> None:
    plant = Planted()
    for document in renderings(material(kind, plant), kind):
        fixed = " ".join(fixed_texts(document))
        assert [field for word, field in plant.words.items() if word in fixed] == []


@pytest.mark.parametrize("kind", OURS)
def test_that_what_a_person_wrote_for_a_document_stands_in_it(kind: DocumentKind) -> None:
    plant = Planted()
    for document in renderings(material(kind, plant), kind):
        texts = " ".join(persons_texts(document))
        shown = {field for word, field in plant.words.items() if word in texts}
        assert SHOWN[kind] - shown == set()


def test_that_names_days_and_references_are_left_to_stand_as_they_are() -> None:
    plant = Planted()
    made = material(DocumentKind.LETTER, plant)
    for length in Length:
        document = BUILDERS[DocumentKind.LETTER](material_of(made.record, FORM, length=length))
        by_people = " ".join(persons_texts(document))
        assert "Example" not in by_people
        assert made.record.decisions[0].reference not in by_people
