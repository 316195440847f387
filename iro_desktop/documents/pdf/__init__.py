"""Write the neutral document as PDF/UA-1 and PDF/A-2a in one file. The only home of reportlab."""

from iro_desktop.documents.pdf.protected import protected
from iro_desktop.documents.pdf.writer import write_pdf

__all__ = ["protected", "write_pdf"]
