"""The styles of a document, written whole: nothing of a template's own look remains.

ECMA-376 part 1, 17.7. Elements stand in the order that the schema asks for.
"""

from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from docx.oxml.xmlchemy import BaseOxmlElement

from iro_desktop.documents.docx.elements import element
from iro_desktop.documents.docx.faces import Faces
from iro_desktop.documents.docx.scripts import tags
from iro_desktop.documents.docx.units import eighths, halves, plain_hex, twentieths
from iro_desktop.documents.look import Look, Role, TextStyle
from iro_desktop.documents.typography.scripts import HAN, script_of

BULLETS, NUMBERS, BOXES = 1, 2, 3
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
    # A screen reader finds headings, and what Word calls a title is none.
    Role.TITLE: Kind("Heading 1", keep_next=True, keep_lines=True, outline=0),
    Role.SECTION: Kind("Heading 2", keep_next=True, keep_lines=True, outline=1),
    Role.SUBSECTION: Kind("Heading 3", keep_next=True, keep_lines=True, outline=2),
    Role.MINOR: Kind("Heading 4", keep_next=True, keep_lines=True, outline=3),
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
PICTURE = Kind("IRO Picture")
UNDER_PICTURE = Kind("IRO Picture Caption")
CHOICE = Kind("IRO Choice", keep_lines=True, numbering=BOXES, next="IROChoice")
WRITING_LINES = Kind("IRO Writing Lines")
PICTURED = Kind("IRO Pictured", next="IROPictured")
LABEL = "IRO Label"
TABLE = "IRO Table"
LINK = "Hyperlink"

_WRITING_LINE_POINTS = 30

# What is read in lines that belong together starts at one edge even on a certificate.
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


@dataclass(frozen=True, slots=True)
class Setting:
    """What styles depend on besides the look. `width` is the line's, in points.

    Without `faces`, styles say nothing of fonts and take those of the style they are based on,
    whose id is `normal`.
    """

    language: str
    width: float
    right_to_left: bool
    faces: Faces | None
    normal: str = "Normal"
    list_shift: int = 0


def styles(look: Look, setting: Setting) -> list[BaseOxmlElement]:
    """All that stands in the styles part."""
    sheet = _Sheet(look, setting)
    under_picture = replace(look.styles[Role.CAPTION], before=0, after=look.styles[Role.BODY].after)
    lines = replace(look.styles[Role.SMALL], leading=_WRITING_LINE_POINTS)
    pictured = replace(look.styles[Role.BODY], after=0)
    parts = [
        sheet.defaults(),
        *(sheet.paragraph(kind, look.styles[role], role) for role, kind in KINDS.items()),
        sheet.paragraph(NUMBERED_ITEM, look.styles[Role.ITEM], Role.ITEM),
        sheet.paragraph(CHOICE, look.styles[Role.ITEM], Role.ITEM),
        sheet.paragraph(HEADER, look.styles[Role.PAGE], Role.BODY),
        sheet.paragraph(PICTURE, look.styles[Role.BODY], Role.BODY),
        sheet.paragraph(UNDER_PICTURE, under_picture, Role.CAPTION),
        sheet.paragraph(PICTURED, pictured, Role.CELL),
        sheet.lines(lines),
        *_BUILT_IN,
        sheet.label(),
        sheet.link(),
        sheet.table(),
    ]
    return [element(part) for part in parts]


class _Sheet:
    def __init__(self, look: Look, setting: Setting) -> None:
        self._look = look
        self._setting = setting
        self._width = setting.width
        self._right_to_left = setting.right_to_left

    def defaults(self) -> str:
        said = tags(self._setting.language)
        return (
            "<w:docDefaults><w:rPrDefault><w:rPr>"
            + self._faces()
            + f"<w:lang w:val={quoteattr(said.latin)} w:eastAsia={quoteattr(said.east_asian)}"
            + f" w:bidi={quoteattr(said.complex)}/>"
            + "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        )

    def paragraph(self, kind: Kind, style: TextStyle, role: Role) -> str:
        normal = kind.id == "Normal"
        name = kind.name.lower() if kind.name.startswith(_WRITTEN_SMALL) else kind.name
        own = ' w:customStyle="1"' if kind.name.startswith("IRO ") else ""
        default = ' w:default="1"' if normal else ""
        based = "" if normal else f'<w:basedOn w:val="{self._setting.normal}"/>'
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

    def link(self) -> str:
        # A line beneath makes letters harder to tell apart, so large print has none.
        mark = '<w:u w:val="single"/>' if self._look.underlines else "<w:b/><w:bCs/>"
        colour = f'<w:color w:val="{plain_hex(self._look.ink.accent)}"/>'
        marks = colour + mark if self._look.underlines else mark + colour
        return (
            f'<w:style w:type="character" w:styleId="{LINK}"><w:name w:val="{LINK}"/>'
            f'<w:uiPriority w:val="99"/><w:rPr>{marks}</w:rPr></w:style>'
        )

    def lines(self, style: TextStyle) -> str:
        """A style whose tabs draw a line to write on, as far as the margin."""
        kind, spacing = WRITING_LINES, twentieths(style.leading)
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{kind.id}">'
            f'<w:name w:val="{kind.name}"/><w:basedOn w:val="{self._setting.normal}"/>'
            '<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:tabs>'
            f'<w:tab w:val="right" w:leader="underscore" w:pos="{twentieths(self._width)}"/>'
            f"</w:tabs>{'<w:bidi/>' if self._right_to_left else ''}"
            f'<w:spacing w:before="0" w:after="{twentieths(style.size)}" w:line="{spacing}"'
            f' w:lineRule="exact"/></w:pPr>{self._type(style)}</w:style>'
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
        numbering = kind.numbering and kind.numbering + self._setting.list_shift
        outline = kind.outline
        return "".join(
            (
                "<w:pPr>",
                "<w:keepNext/>" if kind.keep_next else "",
                "<w:keepLines/>" if kind.keep_lines else "",
                "<w:widowControl/>",
                f'<w:numPr><w:numId w:val="{numbering}"/></w:numPr>' if numbering else "",
                self._surround(role, style),
                self._tabs(role),
                "<w:bidi/>" if self._right_to_left else "",
                (
                    f'<w:spacing w:before="{twentieths(style.before)}"'
                    f' w:after="{twentieths(style.after)}"'
                    f' w:line="{twentieths(style.leading)}" w:lineRule="atLeast"/>'
                ),
                self._indent(role, style),
                self._alignment(role),
                f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else "",
                "</w:pPr>",
            )
        )

    def _alignment(self, role: Role) -> str:
        if not self._look.centred:
            return ""
        return f'<w:jc w:val="{"center" if self._look.centres(role) else "left"}"/>'

    def _tabs(self, role: Role) -> str:
        if role is Role.PAGE:
            return f'<w:tabs><w:tab w:val="right" w:pos="{twentieths(self._width)}"/></w:tabs>'
        if role is Role.VALUE:
            return f'<w:tabs><w:tab w:val="left" w:pos="{self._label_width()}"/></w:tabs>'
        return ""

    def _indent(self, role: Role, style: TextStyle) -> str:
        # Word draws borders outside the text: indented by as much, they stand on the margin.
        if role in {Role.QUOTATION, Role.SOURCE}:
            # Alike on both sides, since the bar stays where it is when a paragraph is turned.
            side = twentieths(_QUOTE_PAD + _QUOTE_BAR)
            return f'<w:ind w:left="{side}" w:right="{side}"/>'
        if role is Role.NOTICE:
            side = twentieths(_notice_pad(style) + _NOTICE_EDGE)
            return f'<w:ind w:left="{side}" w:right="{side}"/>'
        if role is Role.VALUE:
            return f'<w:ind w:left="{self._label_width()}" w:hanging="{self._label_width()}"/>'
        return ""

    def _surround(self, role: Role, style: TextStyle) -> str:
        """Borders and shade. One in the shade's own colour is how Word pads a shaded paragraph."""
        ink = self._look.ink
        match role:
            case Role.QUOTATION | Role.SOURCE:
                blank = (0.5, _QUOTE_PAD, ink.tint)
                edges = dict.fromkeys(("top", "left", "bottom", "right"), blank)
                if not self._look.centred:
                    # Indents turn with a paragraph's direction, its borders do not.
                    start = "right" if self._right_to_left else "left"
                    edges[start] = (_QUOTE_BAR, _QUOTE_PAD, ink.accent)
                return _borders(edges) + _shade(ink.tint)
            case Role.NOTICE:
                edge = (_NOTICE_EDGE, _notice_pad(style), ink.accent)
                return _borders(dict.fromkeys(("top", "left", "bottom", "right"), edge))
            case Role.VALUE:
                return _borders({"bottom": (0.5, 3, ink.rule), "between": (0.5, 3, ink.rule)})
            case Role.PAGE:
                return _borders({"top": (0.5, 6, ink.rule)})
            case _:
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
        names = self._setting.faces
        if names is None:
            return ""
        # Quotation marks and dashes are wide in Chinese and narrow in English.
        hint = ' w:hint="eastAsia"' if script_of(self._setting.language) == HAN else ""
        latin, complex_script = quoteattr(names.latin), quoteattr(names.complex)
        return (
            f"<w:rFonts w:ascii={latin} w:hAnsi={latin}"
            f" w:eastAsia={quoteattr(names.east_asian)} w:cs={complex_script}{hint}/>"
        )


def _notice_pad(style: TextStyle) -> int:
    return round(style.size * 0.7)


def _borders(edges: dict[str, tuple[float, int, str]]) -> str:
    lines = "".join(
        f'<w:{edge} w:val="single" w:sz="{eighths(width)}" w:space="{space}"'
        f' w:color="{plain_hex(colour)}"/>'
        for edge, (width, space, colour) in edges.items()
    )
    return f"<w:pBdr>{lines}</w:pBdr>"


def _shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{plain_hex(colour)}"/>'
