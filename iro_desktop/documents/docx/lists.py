"""Bullets and numbers: ECMA-376 part 1, 17.9."""

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from iro_desktop.documents.docx.elements import element, refill
from iro_desktop.documents.docx.style_sheet import BULLETS, NUMBERS
from iro_desktop.documents.docx.units import twentieths
from iro_desktop.documents.look import Look, Role


class Lists:
    """The numbering part. Each numbered list starts again at 1."""

    def __init__(self, document: Document, look: Look) -> None:
        self._root = document.part.numbering_part.element
        self._used = NUMBERS
        self._lists = 0
        refill(self._root, ())
        size = look.styles[Role.ITEM].size
        for number, kind, text, indent, style in (
            (BULLETS, "bullet", "•", 1.3, "ListBullet"),
            (NUMBERS, "decimal", "%1.", 1.9, "ListNumber"),
        ):
            self._root.append(_definition(number, kind, text, twentieths(size * indent), style))
        for number in (BULLETS, NUMBERS):
            self._add(number, number)

    def next_numbered(self) -> int:
        """The id for one more numbered list."""
        self._lists += 1
        if self._lists > 1:
            self._used += 1
            self._add(self._used, NUMBERS, restart=True)
        return self._used

    def _add(self, number: int, definition: int, *, restart: bool = False) -> None:
        start = (
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
            if restart
            else ""
        )
        self._root.append(
            element(
                f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{start}</w:num>'
            )
        )


def _definition(number: int, kind: str, text: str, indent: int, style: str) -> BaseOxmlElement:
    return element(
        f'<w:abstractNum w:abstractNumId="{number}">'
        '<w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl></w:abstractNum>'
    )
