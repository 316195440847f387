"""What a document is written on: a blank page in our styles, or a council's stationery."""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.section import Section
from docx.shared import Emu

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.docx.council_styles import (
    body_size,
    default_paragraph_style,
    merge,
    name_faces,
    prepare_settings,
    say_language,
)
from iro_desktop.documents.docx.elements import refill
from iro_desktop.documents.docx.faces import faces
from iro_desktop.documents.docx.lists import Lists
from iro_desktop.documents.docx.package import PAGE_WIDTH_MM, blank
from iro_desktop.documents.docx.stationery import stationery as opened
from iro_desktop.documents.docx.style_sheet import Setting, styles
from iro_desktop.documents.docx.units import points
from iro_desktop.documents.look import Look, asked_for, enlarged

_LEAST_WIDTH = 150.0


@dataclass(frozen=True, slots=True)
class Ground:
    """A document without text, ready to be written on. `width` is the line's, in points."""

    word: WordDocument
    width: float
    lists: Lists
    styles_right_to_left: bool
    in_our_face: bool = True
    has_foot: bool = False


def ground(document: Document, look: Look, stationery: bytes | None) -> Ground:
    """What to write on. Raises `StationeryRefused`."""
    if stationery is not None:
        return _of_council(document, look, stationery)
    word = blank(look, document.language)
    width = points(PAGE_WIDTH_MM - 2 * look.side_margin_mm)
    lists = Lists(word, look, right_to_left=document.right_to_left)
    own = faces(look.family, document.language)
    sheet = Setting(document.language, width, document.right_to_left, own)
    refill(word.styles.element, styles(look, sheet))
    return Ground(word, width, lists, document.right_to_left)


def _of_council(document: Document, look: Look, stationery: bytes) -> Ground:
    word = opened(stationery)
    refill(word.core_properties._element, ())  # noqa: SLF001  # python-docx would name itself
    width = _line(word.sections[-1])
    ours_win = asked_for(document.style)
    lists = Lists(word, look, right_to_left=document.right_to_left, of_stationery=True)
    own = faces(look.family, document.language)
    sheet = Setting(
        document.language,
        width,
        document.right_to_left and ours_win,
        own if ours_win else None,
        normal=default_paragraph_style(word),
        list_shift=lists.shift,
    )
    theirs = body_size(word)
    if not ours_win and theirs:
        look = enlarged(look, theirs / look.body)
    defaults, *sheets = styles(look, sheet)
    merge(word, sheets, ours_win=ours_win)
    say_language(word, defaults)
    name_faces(word, own)
    prepare_settings(word)
    return Ground(
        word,
        width,
        lists,
        styles_right_to_left=document.right_to_left and ours_win,
        in_our_face=ours_win,
        has_foot=_has_foot(word.sections[-1]),
    )


def _line(section: Section) -> float:
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        return points(PAGE_WIDTH_MM) * 0.8
    line: float = Emu(page - left - right).pt
    return max(line, _LEAST_WIDTH)


def _has_foot(section: Section) -> bool:
    """Whether the council has put anything at the foot of its pages."""
    foot = section.footer
    if foot.is_linked_to_previous:
        return False
    pictures = foot._element.xpath(".//w:drawing | .//w:pict | .//w:tbl")  # noqa: SLF001  # no public way
    return bool(pictures or any(paragraph.text.strip() for paragraph in foot.paragraphs))
