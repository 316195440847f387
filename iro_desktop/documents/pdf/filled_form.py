"""What was written into the fields of a PDF."""

from io import BytesIO

from iro_desktop.documents.filled_form import FilledForm, NotAFilledForm, Written
from iro_desktop.documents.pdf.form_fields import REFERENCE


def read_pdf_form(data: bytes) -> FilledForm:
    """The fields of the file, and what they belong to. Raises NotAFilledForm."""
    import pikepdf  # noqa: PLC0415  # a tenth of a second, for the few who take a form back

    fields: list[tuple[str, Written]] = []
    reference = ""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            form = pdf.Root.get("/AcroForm")
            for field in form.Fields if form is not None else ():
                name, value = str(field.get("/T", "")), field.get("/V")
                if name == REFERENCE:
                    reference = str(value or "")
                elif field.get("/FT") == "/Btn":
                    fields.append((name, value is not None and str(value) != "/Off"))
                else:
                    fields.append((name, _text(value)))
    except (pikepdf.PdfError, AttributeError, TypeError, ValueError) as fault:
        raise NotAFilledForm from fault
    return FilledForm(reference, tuple(fields))


def _text(value: object) -> str:
    return str(value or "").replace("\r\n", "\n").replace("\r", "\n").strip()
