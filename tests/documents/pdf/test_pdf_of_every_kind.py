"""Every kind of document in every language that people speak, from one made-up record."""

from pathlib import Path

import pytest
from conformance import faults
from made_up_material import a_material
from spoken_documents import document_in

from iro_desktop.documents.blocks import Paragraph, plain
from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.documents.pdf import write_pdf
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.i18n.translator import Translator

SPOKEN = tuple(code for code, language in LANGUAGES.items() if language.is_spoken)


def half_of_the_kinds(language: str) -> tuple[DocumentKind, ...]:
    """Every other kind: each language meets half of them, and each kind half of the languages."""
    return tuple(DocumentKind)[SPOKEN.index(language) % 2 :: 2]


@pytest.mark.parametrize("language", SPOKEN)
def test_that_every_kind_is_pdf_ua_and_pdf_a(language: str, tmp_path: Path) -> None:
    tr, file = Translator(language), tmp_path / "copy.pdf"
    found = {}
    for kind in half_of_the_kinds(language):
        data, missing = write_pdf(BUILDERS[kind](a_material(kind, tr)))
        file.write_bytes(data)
        if wrong := [*faults(file), *missing]:
            found[kind] = wrong
    assert found == {}


@pytest.mark.parametrize("words", ["مینیجر", "تحریر", "مجرم", "مینیجر کی تحریر مجرم کے بارے میں"])
def test_that_a_cluster_of_nastaliq_may_send_the_pen_back(words: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.pdf"
    file.write_bytes(write_pdf(document_in("ur", Paragraph(plain(words))))[0])
    assert faults(file) == []
