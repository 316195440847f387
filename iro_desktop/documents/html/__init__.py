"""Write the neutral document as a page of HTML, for the preview and for screen readers."""

from iro_desktop.documents.html.palette import LIGHT, Palette
from iro_desktop.documents.html.writer import body_points, write_html

__all__ = ["LIGHT", "Palette", "body_points", "write_html"]
