"""The colours of a page on screen, so that it can be read in the dark as well."""

from dataclasses import dataclass

from iro_desktop.documents.look import Ink


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #RRGGBB. Where `accent` is empty, the document's own design has its say."""

    paper: str
    text: str
    muted: str
    rule: str
    tint: str
    accent: str = ""

    def over(self, ink: Ink) -> "Palette":
        """This palette with the design's accent where it has none of its own."""
        if self.accent:
            return self
        return Palette(self.paper, self.text, self.muted, self.rule, self.tint, ink.accent)


LIGHT = Palette(paper="#FFFFFF", text="#1B2127", muted="#4E5965", rule="#C5CFDA", tint="#EDF2F7")
