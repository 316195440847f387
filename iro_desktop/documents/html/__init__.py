"""Write the neutral document as HTML: for the preview on screen, and as a page to give away."""

from iro_desktop.documents.html.page import write_page
from iro_desktop.documents.html.palette import LIGHT, Palette
from iro_desktop.documents.html.writer import body_points, write_html

__all__ = ["LIGHT", "Palette", "body_points", "write_html", "write_page"]
