"""What stands at the head and foot of each page."""

import re

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph

from iro_desktop.documents.blocks import Span
from iro_desktop.documents.docx.elements import element
from iro_desktop.documents.docx.runs import Runs
from iro_desktop.documents.page_words import PageWords

_PAGE, _PAGES = "\ue000", "\ue001"
_FIELDS = {_PAGE: "PAGE", _PAGES: "NUMPAGES"}
_MARKS = re.compile(f"([{_PAGE}{_PAGES}])")


def add_head_and_foot(
    document: Document, runs: Runs, words: PageWords, *, mirrored: bool, has_foot: bool
) -> None:
    """Running title and page number below; above, where data are made up, that they are."""
    section = document.sections[-1]
    if not has_foot:
        _write_foot(section.footer.paragraphs[0], runs, words, mirrored=mirrored)
    if words.made_up:
        heads = [section.header]
        if section.different_first_page_header_footer:
            heads.append(section.first_page_header)
        if document.settings.odd_and_even_pages_header_footer:
            heads.append(section.even_page_header)
        for head in heads:
            first = head.paragraphs[0]
            line = first if not head._element.xpath(".//w:r") else head.add_paragraph()  # noqa: SLF001  # no public way
            line.style = "Header"
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
            runs.add(line, Span(words.made_up))


def _write_foot(foot: Paragraph, runs: Runs, words: PageWords, *, mirrored: bool) -> None:
    foot.style = "Footer"
    runs.add(foot, Span(words.running_title))
    # A tab is a character of the layout here, which a person's text never is.
    foot.add_run("\t")
    for part in _MARKS.split(words.page(_PAGE, _PAGES)):
        if part in _FIELDS:
            _field(foot, _FIELDS[part], mirrored=mirrored)
        elif part:
            runs.add(foot, Span(part))


def _field(paragraph: Paragraph, instruction: str, *, mirrored: bool) -> None:
    """A number that Word fills in. What stands there until then is 1."""
    turned = "<w:rPr><w:rtl/></w:rPr>" if mirrored else ""
    content = paragraph._p  # noqa: SLF001  # no public way
    content.append(
        element(
            f'<w:fldSimple w:instr="{instruction}"><w:r>{turned}<w:t>1</w:t></w:r></w:fldSimple>'
        )
    )
