"""The kinds of file that a document can be written as."""

from enum import StrEnum


class Format(StrEnum):
    """A kind of file, by the ending of its name."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    EPUB = "epub"
    TEXT = "txt"


FORMS_TO_FILL = (Format.PDF, Format.DOCX)
"""What a form to be filled in on a screen can be."""
