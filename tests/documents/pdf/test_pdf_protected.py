from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from conformance import PROFILES
from page import validate_pdf
from spoken_documents import document_in, every_block
from tagged_reading import read

from iro_desktop.documents.pdf import protected, write_pdf

PASSWORD = "made-up pässword ✓ 密碼"


@pytest.fixture(scope="module")
def plain_file() -> bytes:
    return write_pdf(document_in("en-GB", *every_block("en-GB")))[0]


@pytest.fixture(scope="module")
def copy(plain_file: bytes) -> bytes:
    return protected(plain_file, PASSWORD)


@pytest.mark.parametrize("wrong", ["", "made-up", PASSWORD.upper()])
def test_that_a_protected_copy_opens_with_its_password_only(copy: bytes, wrong: str) -> None:
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(copy, password=wrong)
    with pypdfium2.PdfDocument(copy, password=PASSWORD) as opened:
        assert len(opened) > 2


def test_that_nothing_typed_can_be_read_in_it(plain_file: bytes, copy: bytes) -> None:
    assert b"Made-up Officer" in plain_file
    assert b"Made-up Officer" not in copy


def test_that_it_is_locked_with_aes_of_256_bits_as_pdf_2_has_it(copy: bytes) -> None:
    with pikepdf.open(BytesIO(copy), password=PASSWORD) as pdf:
        assert (pdf.encryption.R, pdf.encryption.V, pdf.encryption.bits) == (6, 5, 256)
        assert pdf.encryption.stream_method is pikepdf.models.EncryptionMethod.aesv3


def test_that_assistive_technology_may_read_it(
    plain_file: bytes, copy: bytes, tmp_path: Path
) -> None:
    with pikepdf.open(BytesIO(copy), password=PASSWORD) as pdf:
        assert pdf.allow.accessibility
        opened = tmp_path / "opened.pdf"
        pdf.save(opened)
    ua, _a = PROFILES
    assert validate_pdf(str(opened), profile=ua).is_compliant
    assert read(opened.read_bytes()).said == read(plain_file).said


def test_that_a_protected_copy_no_longer_claims_to_be_pdf_a(plain_file: bytes, copy: bytes) -> None:
    claim = b"<pdfaid:part>"
    assert claim in plain_file
    with pikepdf.open(BytesIO(copy), password=PASSWORD) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
    assert claim not in packet
    assert b"pdfuaid:part" in packet


def test_that_a_password_of_nothing_is_refused(plain_file: bytes) -> None:
    with pytest.raises(ValueError, match="password"):
        protected(plain_file, "")
