"""Text in one language: the screen's, or the reader's of a document."""

from iro_desktop.i18n.translator import Translator, ntr, screen, speak, tr

__all__ = ["Translator", "ntr", "screen", "speak", "tr"]
