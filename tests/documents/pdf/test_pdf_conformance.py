from itertools import product
from pathlib import Path

import pytest
from conformance import PROFILES, faults, verapdf_faults, why_no_verapdf
from document_samples import ANY_TEXT, any_document
from hypothesis import given, settings
from hypothesis import strategies as st
from spoken_documents import document_in, every_block
from spoken_samples import SAMPLES

from iro_desktop.documents.blocks import Design, Document
from iro_desktop.documents.pdf import write_pdf
from iro_desktop.domain.reading import ReadingStyle
from iro_desktop.i18n.languages import LANGUAGES


def test_that_there_is_a_sample_in_every_language_that_people_speak() -> None:
    assert set(SAMPLES) == {code for code, language in LANGUAGES.items() if language.is_spoken}


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every kind of block in every language; every design and reading style in some."""
    folder = tmp_path_factory.mktemp("pdf")
    wanted = [(code, Design.LETTER, ReadingStyle.STANDARD) for code in SAMPLES]
    wanted += [(code, Design.MINUTES, ReadingStyle.STANDARD) for code in ("en-GB", "ar", "hi")]
    wanted += [
        (code, design, style)
        for (code, design), style in product(
            (("en-GB", Design.CERTIFICATE), ("ur", Design.LETTER)), ReadingStyle
        )
        if style is not ReadingStyle.STANDARD
    ]
    made = []
    for code, design, style in wanted:
        document = document_in(code, *every_block(code), design=design, style=style)
        data, missing = write_pdf(document)
        assert not missing
        made.append(folder / f"{code}-{design}-{style}.pdf")
        made[-1].write_bytes(data)
    return made


def test_that_every_block_in_every_language_is_pdf_ua_and_pdf_a(files: list[Path]) -> None:
    assert {file.name: found for file in files if (found := faults(file))} == {}


@pytest.mark.skipif(bool(why_no_verapdf()), reason=why_no_verapdf() or "veraPDF is here")
@pytest.mark.parametrize("profile", PROFILES)
def test_that_verapdf_finds_nothing_in_any_language(files: list[Path], profile: str) -> None:
    looked_at = [file for file in files if file.name.endswith("-standard.pdf")]
    found = verapdf_faults(looked_at, profile)
    assert found == {file.name: [] for file in looked_at}


SPOKEN = st.sampled_from(
    [text for sample in SAMPLES.values() for text in (sample.sentence, sample.long)]
)


@given(document=any_document(st.one_of(ANY_TEXT, SPOKEN)), name=st.sampled_from(sorted(SAMPLES)))
@settings(max_examples=35, deadline=None)
def test_that_any_document_conforms_whatever_is_typed(
    tmp_path_factory: pytest.TempPathFactory, document: Document, name: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.pdf"
    for each in (document, document_in(name, *document.blocks, design=document.design)):
        file.write_bytes(write_pdf(each)[0])
        assert faults(file) == []
