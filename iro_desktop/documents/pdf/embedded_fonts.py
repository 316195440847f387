"""Make our font files known to reportlab, which embeds of each what a document uses."""

import re
from functools import cache
from pathlib import Path
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

_TO_UNICODE = "toUnicodeCMap:"
_ABOVE_16_BIT = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{5,6})>")
_registering = Lock()


class _EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab is untyped
    """A font whose emoji can be copied out of the PDF again."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  # reportlab's name
        super().addObjects(doc)
        for name, part in doc.idToObject.items():
            if name.startswith(_TO_UNICODE) and isinstance(part, PDFStream):
                # ISO 32000-1, 9.10.3: UTF-16BE. reportlab writes the bare number.
                part.content = _ABOVE_16_BIT.sub(_as_utf_16, part.content)


def _as_utf_16(found: re.Match[str]) -> str:
    code, character = found[1], chr(int(found[2], 16))
    return f"<{code}> <{character.encode('utf-16-be').hex().upper()}>"


@cache
def font_name(file: Path) -> str:
    """The name reportlab knows this file by, registered at its first use."""
    name = file.stem
    # Registered twice, a font would change under a document that another thread is writing.
    with _registering:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(_EmbeddedFont(name, str(file)))
    return name
