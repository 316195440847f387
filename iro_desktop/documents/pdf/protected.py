"""A copy of a PDF that opens with a password only. ISO 32000-2, 7.6: AES-256, revision 6.

reportlab knows revision 5 at most, which ISO 32000-2 withdrew as too weak; qpdf, through pikepdf,
knows the standard's. What the tags say stays readable by assistive technology, as ISO 14289-1,
7.16 asks. PDF/A allows no encryption, so the copy no longer says that it is PDF/A.
"""

from io import BytesIO
from secrets import token_urlsafe

_PDF_A = "http://www.aiim.org/pdfa/ns/id/"


def protected(data: bytes, password: str) -> bytes:
    """The copy. Two copies of one file are never the same bytes.

    Raises:
        ValueError: the password is empty.
    """
    import pikepdf  # noqa: PLC0415  # a tenth of a second, for the few who protect a copy

    if not password:
        raise ValueError("a password with no characters protects nothing")
    may = pikepdf.Permissions(accessibility=True)
    # Nobody needs the owner's password: whoever has the file and its password may do anything.
    lock = pikepdf.Encryption(user=password, owner=token_urlsafe(32), R=6, allow=may)
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
            for key in [key for key in about if key.startswith(f"{{{_PDF_A}}}")]:
                del about[key]
        pdf.save(file, encryption=lock)
    return file.getvalue()
