"""Text as reportlab sets it: built from fragments, so that no character is ever read as markup."""

import re

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from iro_desktop.documents.blocks import Span, Spans, plain
from iro_desktop.documents.characters import writable
from iro_desktop.documents.fonts import Setting, setting
from iro_desktop.documents.look import Look, Role, TextStyle
from iro_desktop.documents.pdf.embedded_fonts import font_name

_MORE_SPACES = re.compile("(?<= ) |^ |(?<=\n) ")
_LINES_AT_FOOT = 2
# Half a line less than four, to be safe from rounding.
_LINES_TO_BREAK = 3.5
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Typesetter:
    """Makes paragraphs in one look, and remembers which characters no font could draw."""

    def __init__(self, look: Look, *, right_to_left: bool) -> None:
        self._look = look
        self._right_to_left = right_to_left
        self.missing: set[str] = set()

    def paragraph(self, spans: Spans, role: Role, *, before: float | None = None) -> Paragraph:
        """A paragraph in the style of its role."""
        style = self._look.styles[role]
        laid_out = ParagraphStyle(
            role,
            fontName=font_name(setting(self._look.family, bold=style.bold).faces[0].path),
            fontSize=style.size,
            leading=style.leading,
            textColor=HexColor(style.colour),
            spaceBefore=style.before if before is None else before,
            spaceAfter=style.after,
            alignment=TA_RIGHT if self._right_to_left else TA_LEFT,
            allowWidows=0,
            allowOrphans=0,
            splitLongWords=1,
        )
        fragments = [each for span in spans for each in self._fragments(span, style)]
        # A paragraph of nothing still has the height of its line.
        empty = not any(getattr(each, "text", "") for each in fragments)
        blank = self._fragments(Span(_NO_BREAK_SPACE), style) if empty else []
        return Paragraph("", laid_out, frags=[*fragments, *blank])

    def line(self, text: str, role: Role) -> Paragraph:
        """A paragraph of plain text."""
        return self.paragraph(plain(text), role)

    def _fragments(self, span: Span, style: TextStyle) -> list[ParaFrag]:
        bold = span.bold or style.bold
        chosen = setting(self._look.family, bold=bold, italic=span.italic)
        text = _MORE_SPACES.sub(_NO_BREAK_SPACE, writable(span.text))
        self.missing |= chosen.missing(text.replace("\n", ""))
        fragments = []
        for index, line in enumerate(text.split("\n")):
            if index:
                fragments.append(_fragment("", style, chosen, line_break=True))
            fragments += [
                _fragment(piece.text, style, Setting((piece.face,)))
                for piece in chosen.pieces(line)
            ]
        return fragments


def least_start(paragraph: Paragraph, height: float) -> float:
    """How much of a paragraph of this height must stand together at the foot of a page.

    Two lines; all of three, for neither part may be a line alone.
    """
    leading = paragraph.style.leading
    return float(height if height < _LINES_TO_BREAK * leading else _LINES_AT_FOOT * leading)


def _fragment(
    text: str, style: TextStyle, chosen: Setting, *, line_break: bool = False
) -> ParaFrag:
    fragment = ParaFrag(
        text=text,
        fontName=font_name(chosen.faces[0].path),
        fontSize=style.size,
        textColor=HexColor(style.colour),
        rise=0,
        greek=0,
        link=[],
        us_lines=[],
        bold=0,
        italic=0,
    )
    if line_break:
        fragment.lineBreak = True
    return fragment
