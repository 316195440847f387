"""Forms that are filled in on a screen keep to the same standards as those that are read."""

from io import BytesIO
from pathlib import Path

import pikepdf
from conformance import faults

from iro_desktop.documents.blocks import Choices, Design, Document, Heading, WritingSpace, plain
from iro_desktop.documents.filled_forms import read_filled_form
from iro_desktop.documents.pdf import write_pdf

FORM = Document(
    "What do you think?",
    "en",
    Design.LETTER,
    (
        Heading(1, "What do you think?"),
        WritingSpace(plain("What is going well?"), 3, "going_well"),
        Choices(plain("Where?"), (plain("Here"), plain("There")), ("where/here", "where/there")),
        *(WritingSpace(plain(f"Question {number}"), 16, f"q{number}") for number in range(4)),
    ),
    answers_to="consultation-made-up/1/review/person",
)


def test_that_a_form_to_fill_in_keeps_to_both_standards(tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(write_pdf(FORM)[0])
    assert faults(path) == []


def test_that_every_field_is_named_and_stands_wholly_on_its_page() -> None:
    data, _ = write_pdf(FORM)
    with pikepdf.open(BytesIO(data)) as pdf:
        widgets = [
            (str(field.T), str(field.TU), [float(edge) for edge in field.Rect])
            for page in pdf.pages
            for field in page.get("/Annots", ())
        ]
    assert [name for name, *_ in widgets] == ["going_well", "where/here", "where/there"] + [
        f"q{number}" for number in range(4)
    ]
    assert [said for _, said, _ in widgets][:3] == [
        "What is going well?",
        "Where? Here",
        "Where? There",
    ]
    for _, _, (left, bottom, right, top) in widgets:
        assert 0 < left < right < 596
        assert 0 < bottom < top < 842
    assert read_filled_form(data).reference == FORM.answers_to
