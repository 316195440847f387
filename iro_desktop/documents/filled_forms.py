"""Which reader takes back which kind of filled form: told by its first bytes."""

from iro_desktop.documents.docx.filled_form import read_docx_form
from iro_desktop.documents.filled_form import FilledForm, NotAFilledForm
from iro_desktop.documents.pdf.filled_form import read_pdf_form

_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"


def read_filled_form(data: bytes) -> FilledForm:
    """A filled form from a Word or PDF file.

    Raises:
        NotAFilledForm: it is neither, is damaged, or no form of ours.
    """
    if data.startswith(_ZIP):
        found = read_docx_form(data)
    elif data.startswith(_PDF):
        found = read_pdf_form(data)
    else:
        raise NotAFilledForm
    if not found.reference:
        raise NotAFilledForm
    return found
