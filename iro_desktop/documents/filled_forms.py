"""Which reader takes back which kind of filled form: told by its first bytes."""

from iro_desktop.documents.filled_form import FilledForm, NotAFilledForm

_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"


def read_filled_form(data: bytes) -> FilledForm:
    """A filled form from a Word or PDF file.

    Raises:
        NotAFilledForm: it is neither, is damaged, or no form of ours.
    """
    # The libraries take a tenth of a second each to load, so only whoever takes a form back waits.
    if data.startswith(_ZIP):
        from iro_desktop.documents.docx.filled_form import read_docx_form  # noqa: PLC0415

        found = read_docx_form(data)
    elif data.startswith(_PDF):
        from iro_desktop.documents.pdf.filled_form import read_pdf_form  # noqa: PLC0415

        found = read_pdf_form(data)
    else:
        raise NotAFilledForm
    if not found.reference:
        raise NotAFilledForm
    return found
