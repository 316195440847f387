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


def add_head_and_foot(document: Document, runs: Runs, words: PageWords, *, mirrored: bool) -> None:
    """Running title and page number below; above, where data are made up, that they are."""
    section = document.sections[0]
    foot = section.footer.paragraphs[0]
    foot.style = "Footer"
    runs.add(foot, Span(words.running_title))
    # A tab is a character of the layout here, which a person's text never is.
    foot.add_run("\t")
    for part in _MARKS.split(words.page(_PAGE, _PAGES)):
        if part in _FIELDS:
            _field(foot, _FIELDS[part], mirrored=mirrored)
        elif part:
            runs.add(foot, Span(part))
    if words.made_up:
        head = section.header.paragraphs[0]
        head.style = "Header"
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        runs.add(head, Span(words.made_up))


def _field(paragraph: Paragraph, instruction: str, *, mirrored: bool) -> None:
    """A number that Word fills in. What stands there until then is 1."""
    turned = "<w:rPr><w:rtl/></w:rPr>" if mirrored else ""
    content = paragraph._p  # noqa: SLF001  # no public way
    content.append(
        element(
            f'<w:fldSimple w:instr="{instruction}"><w:r>{turned}<w:t>1</w:t></w:r></w:fldSimple>'
        )
    )
