"""Write the neutral document as WordprocessingML. The only home of python-docx."""

from iro_desktop.documents.docx.stationery import StationeryRefused
from iro_desktop.documents.docx.writer import write_docx

__all__ = ["StationeryRefused", "write_docx"]
