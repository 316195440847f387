"""The styles of a document, written whole: nothing of a template's own look remains.

ECMA-376 part 1, 17.7. Elements stand in the order that the schema asks for.
"""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from docx.oxml.xmlchemy import BaseOxmlElement

from iro_desktop.documents.docx.elements import element
from iro_desktop.documents.docx.units import eighths, halves, plain_hex, twentieths
from iro_desktop.documents.look import Look, Role, TextStyle

BULLETS, NUMBERS = 1, 2
"""Which numbering definition a list takes."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a style is besides its type: its name, and how its paragraphs behave."""

    name: str
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    numbering: int | None = None
    next: str = "Normal"

    @property
    def id(self) -> str:
        """The name without spaces."""
        return self.name.replace(" ", "")


KINDS = {
    Role.BODY: Kind("Normal"),
    Role.TITLE: Kind("Title", keep_next=True, keep_lines=True),
    Role.SECTION: Kind("Heading 1", keep_next=True, keep_lines=True, outline=0),
    Role.SUBSECTION: Kind("Heading 2", keep_next=True, keep_lines=True, outline=1),
    Role.MINOR: Kind("Heading 3", keep_next=True, keep_lines=True, outline=2),
    Role.LEAD: Kind("IRO Lead"),
    Role.ADDRESS: Kind("IRO Address"),
    Role.SMALL: Kind("IRO Small Print"),
    Role.ITEM: Kind("List Bullet", numbering=BULLETS, next="ListBullet"),
    Role.QUOTATION: Kind("Quote"),
    Role.SOURCE: Kind("IRO Quote Source", keep_lines=True),
    Role.CAPTION: Kind("Caption", keep_next=True),
    Role.CELL: Kind("IRO Table Text", next="IROTableText"),
    Role.COLUMN_HEAD: Kind("IRO Table Heading", keep_next=True),
    Role.VALUE: Kind("IRO Facts", keep_lines=True, next="IROFacts"),
    Role.QUESTION: Kind("IRO Scale Question", keep_next=True, keep_lines=True),
    Role.NOTICE: Kind("IRO Notice", keep_lines=True),
    Role.SIGNATURE: Kind("Signature", keep_lines=True, next="Signature"),
    Role.PAGE: Kind("Footer", next="Footer"),
}
NUMBERED_ITEM = Kind("List Number", numbering=NUMBERS, next="ListNumber")
HEADER = Kind("Header", next="Header")
PICTURE = Kind("IRO Scale")
LABEL = "IRO Label"
TABLE = "IRO Table"

_QUOTE_PAD, _QUOTE_BAR = 10, 3
_NOTICE_EDGE = 1

# Word's own names that it writes in small letters inside the file.
_WRITTEN_SMALL = ("Heading", "Caption", "Header", "Footer")

_BUILT_IN = (
    (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    ),
    (
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:semiHidden/></w:style>'
    ),
    (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        "</w:tblPr></w:style>"
    ),
)


def styles(
    look: Look, language: str, width: float, *, right_to_left: bool
) -> list[BaseOxmlElement]:
    """All that stands in the styles part. `width` is the line's, in points."""
    sheet = _Sheet(look, width, right_to_left=right_to_left)
    parts = [
        sheet.defaults(language),
        *(sheet.paragraph(kind, look.styles[role], role) for role, kind in KINDS.items()),
        sheet.paragraph(NUMBERED_ITEM, look.styles[Role.ITEM], Role.ITEM),
        sheet.paragraph(HEADER, look.styles[Role.PAGE], Role.BODY),
        sheet.paragraph(PICTURE, look.styles[Role.BODY], Role.BODY),
        *_BUILT_IN,
        sheet.label(),
        sheet.table(),
    ]
    return [element(part) for part in parts]


class _Sheet:
    def __init__(self, look: Look, width: float, *, right_to_left: bool) -> None:
        self._look = look
        self._width = width
        self._right_to_left = right_to_left

    def defaults(self, language: str) -> str:
        tag = quoteattr(language)
        return (
            "<w:docDefaults><w:rPrDefault><w:rPr>"
            + self._faces()
            + f"<w:lang w:val={tag} w:eastAsia={tag} w:bidi={tag}/>"
            + "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        )

    def paragraph(self, kind: Kind, style: TextStyle, role: Role) -> str:
        normal = kind.id == "Normal"
        name = kind.name.lower() if kind.name.startswith(_WRITTEN_SMALL) else kind.name
        own = ' w:customStyle="1"' if kind.name.startswith("IRO ") else ""
        default = ' w:default="1"' if normal else ""
        based = "" if normal else '<w:basedOn w:val="Normal"/>'
        return (
            f'<w:style w:type="paragraph"{default}{own} w:styleId="{kind.id}">'
            f'<w:name w:val="{name}"/>{based}<w:next w:val="{kind.next}"/><w:qFormat/>'
            f"{self._behaviour(kind, style, role)}{self._type(style)}</w:style>"
        )

    def label(self) -> str:
        style = self._look.styles[Role.LABEL]
        return (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="IROLabel">'
            f'<w:name w:val="{LABEL}"/><w:qFormat/>{self._type(style)}</w:style>'
        )

    def table(self) -> str:
        look = self._look
        pad_x, pad_y = look.padding
        rule, accent = plain_hex(look.ink.rule), plain_hex(look.ink.accent)
        thin = f'w:val="single" w:sz="{eighths(0.6)}" w:space="0" w:color="{rule}"'
        thick = f'w:val="single" w:sz="{eighths(1.2)}" w:space="0" w:color="{accent}"'
        margins = "".join(
            f'<w:{side} w:w="{twentieths(pad)}" w:type="dxa"/>'
            for side, pad in (("top", pad_y), ("left", pad_x), ("bottom", pad_y), ("right", pad_x))
        )
        return (
            '<w:style w:type="table" w:customStyle="1" w:styleId="IROTable">'
            f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders><w:bottom {thin}/><w:insideH {thin}/></w:tblBorders>"
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            f"<w:tcBorders><w:bottom {thick}/></w:tcBorders>"
            f'<w:shd w:val="clear" w:color="auto" w:fill="{plain_hex(look.ink.tint)}"/></w:tcPr>'
            "</w:tblStylePr></w:style>"
        )

    def _behaviour(self, kind: Kind, style: TextStyle, role: Role) -> str:
        ink = self._look.ink
        numbering = kind.numbering
        outline = kind.outline
        return "".join(
            (
                "<w:pPr>",
                "<w:keepNext/>" if kind.keep_next else "",
                "<w:keepLines/>" if kind.keep_lines else "",
                "<w:widowControl/>",
                f'<w:numPr><w:numId w:val="{numbering}"/></w:numPr>' if numbering else "",
                _surround(role, style, ink.tint, ink.accent, ink.rule),
                self._tabs(role),
                "<w:bidi/>" if self._right_to_left else "",
                (
                    f'<w:spacing w:before="{twentieths(style.before)}"'
                    f' w:after="{twentieths(style.after)}"'
                    f' w:line="{twentieths(style.leading)}" w:lineRule="atLeast"/>'
                ),
                self._indent(role, style),
                f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else "",
                "</w:pPr>",
            )
        )

    def _tabs(self, role: Role) -> str:
        if role is Role.PAGE:
            return f'<w:tabs><w:tab w:val="right" w:pos="{twentieths(self._width)}"/></w:tabs>'
        if role is Role.VALUE:
            return f'<w:tabs><w:tab w:val="left" w:pos="{self._label_width()}"/></w:tabs>'
        return ""

    def _indent(self, role: Role, style: TextStyle) -> str:
        # Word draws borders outside the text: indented by as much, they stand on the margin.
        if role in {Role.QUOTATION, Role.SOURCE}:
            left, right = twentieths(_QUOTE_PAD + _QUOTE_BAR), twentieths(_QUOTE_PAD)
            return f'<w:ind w:left="{left}" w:right="{right}"/>'
        if role is Role.NOTICE:
            side = twentieths(_notice_pad(style) + _NOTICE_EDGE)
            return f'<w:ind w:left="{side}" w:right="{side}"/>'
        if role is Role.VALUE:
            return f'<w:ind w:left="{self._label_width()}" w:hanging="{self._label_width()}"/>'
        return ""

    def _label_width(self) -> int:
        return twentieths(self._width * self._look.label_share)

    def _type(self, style: TextStyle) -> str:
        size = halves(style.size)
        return (
            f"<w:rPr>{self._faces()}"
            + ("<w:b/><w:bCs/>" if style.bold else "")
            + f'<w:color w:val="{plain_hex(style.colour)}"/>'
            + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
            + "</w:rPr>"
        )

    def _faces(self) -> str:
        name = self._look.family.name
        return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _notice_pad(style: TextStyle) -> int:
    return round(style.size * 0.7)


def _surround(role: Role, style: TextStyle, tint: str, accent: str, rule: str) -> str:
    """Borders and shade. A border in the shade's own colour is how Word pads a shaded paragraph."""
    match role:
        case Role.QUOTATION | Role.SOURCE:
            blank = (0.5, _QUOTE_PAD, tint)
            bar = (_QUOTE_BAR, _QUOTE_PAD, accent)
            edges = {"top": blank, "left": bar, "bottom": blank, "right": blank}
            return _borders(edges) + _shade(tint)
        case Role.NOTICE:
            edge = (_NOTICE_EDGE, _notice_pad(style), accent)
            return _borders(dict.fromkeys(("top", "left", "bottom", "right"), edge))
        case Role.VALUE:
            return _borders({"bottom": (0.5, 3, rule), "between": (0.5, 3, rule)})
        case Role.PAGE:
            return _borders({"top": (0.5, 6, rule)})
        case _:
            return ""


def _borders(edges: dict[str, tuple[float, int, str]]) -> str:
    lines = "".join(
        f'<w:{edge} w:val="single" w:sz="{eighths(width)}" w:space="{space}"'
        f' w:color="{plain_hex(colour)}"/>'
        for edge, (width, space, colour) in edges.items()
    )
    return f"<w:pBdr>{lines}</w:pBdr>"


def _shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{plain_hex(colour)}"/>'
