"""Write the neutral document as PDF. The only home of reportlab."""

from iro_desktop.documents.pdf.writer import write_pdf

__all__ = ["write_pdf"]
