"""Bullets and numbers: ECMA-376 part 1, 17.9."""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from iro_desktop.documents.docx.elements import element, refill
from iro_desktop.documents.docx.style_sheet import BOXES, BULLETS, NUMBERS
from iro_desktop.documents.docx.units import twentieths
from iro_desktop.documents.fonts import SYMBOLS
from iro_desktop.documents.look import Look, Role

# Left of these are the definitions that stationery brings along.
_FIRST_OF_OURS = 9000
_NAME = PackURI("/word/numbering.xml")
BOX = "\N{BALLOT BOX}"
BOX_FONT = SYMBOLS


class Lists:
    """The numbering part. Each numbered list starts again at 1.

    `shift` keeps our numbers apart from those that stationery uses already.
    """

    def __init__(
        self,
        document: Document,
        look: Look,
        *,
        right_to_left: bool,
        of_stationery: bool = False,
    ) -> None:
        self._root = _root(document)
        self._right_to_left = right_to_left
        self.shift = _FIRST_OF_OURS if of_stationery else 0
        self._used = BOXES
        self._lists = 0
        if not of_stationery:
            refill(self._root, ())
        self._size = size = look.styles[Role.ITEM].size
        definitions = [
            self._definition(BULLETS, "bullet", "•", size * 1.3),
            self._definition(NUMBERS, "decimal", "%1.", size * 1.9),
            self._definition(BOXES, "bullet", BOX, size * 1.9, face=BOX_FONT.name),
        ]
        # The schema asks for all definitions before the first list.
        lists = self._root.xpath("./w:num")
        for definition in definitions:
            if lists:
                lists[0].addprevious(definition)
            else:
                self._root.append(definition)
        for number in (BULLETS, NUMBERS, BOXES):
            self._add(number, number)

    def of(self, number: int) -> int:
        """The id of the list that every item of a kind stands in: BULLETS or BOXES."""
        return number + self.shift

    def next_numbered(self) -> int:
        """The id for one more numbered list."""
        self._lists += 1
        if self._lists == 1:
            return NUMBERS + self.shift
        self._used += 1
        self._add(self._used, NUMBERS, restart=True)
        return self._used + self.shift

    def _add(self, number: int, definition: int, *, restart: bool = False) -> None:
        start = (
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
            if restart
            else ""
        )
        self._root.append(
            element(
                f'<w:num w:numId="{number + self.shift}">'
                f'<w:abstractNumId w:val="{definition + self.shift}"/>{start}</w:num>'
            )
        )

    def _definition(
        self, number: int, kind: str, text: str, indent: float, face: str = ""
    ) -> BaseOxmlElement:
        # Where text starts at the right, LibreOffice puts a number outside its place, Word inside.
        reserve = twentieths(self._size * 0.9) if self._right_to_left else 0
        indented = twentieths(indent) + reserve
        fonts = (
            f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}"'
            f' w:cs="{face}" w:hint="default"/>'
            if face
            else ""
        )
        turned = "<w:rtl/>" if self._right_to_left else ""
        return element(
            f'<w:abstractNum w:abstractNumId="{number + self.shift}">'
            '<w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{indented}" w:hanging="{indented - reserve}"/></w:pPr>'
            f"<w:rPr>{fonts}{turned}</w:rPr></w:lvl>"
            "</w:abstractNum>"
        )


def _root(document: Document) -> BaseOxmlElement:
    """The numbering part's content, made where a document has none."""
    part = document.part
    if not any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in part.rels.values()):
        blank = f"<w:numbering {nsdecls('w')}/>".encode()
        made = NumberingPart.load(_NAME, CONTENT_TYPE.WML_NUMBERING, blank, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    root: BaseOxmlElement = part.numbering_part.element
    return root
