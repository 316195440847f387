"""The preview's colours: the screen's own, so that a letter can be read in the dark."""

from iro_desktop.documents.html import Palette
from iro_desktop.ui import theme


def preview_palette() -> Palette:
    """The colours worn now. In the light, the document's own accent shows."""
    tokens = theme.current().tokens
    return Palette(
        paper=tokens["surface"],
        text=tokens["text"],
        muted=tokens["muted"],
        rule=tokens["line"],
        tint=tokens["sunken"],
        accent=tokens["primary"] if theme.current().dark else "",
    )
