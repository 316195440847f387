"""Write the neutral document as a book for e-readers and for apps that read aloud."""

from iro_desktop.documents.epub.writer import write_epub

__all__ = ["write_epub"]
