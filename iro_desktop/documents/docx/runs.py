"""Put text into paragraphs as it was typed, and remember which cuts of the font it took."""

from xml.sax.saxutils import quoteattr

from docx.text.paragraph import Paragraph
from docx.text.run import Run

from iro_desktop.documents.anchors import place_name
from iro_desktop.documents.blocks import Span, Spans
from iro_desktop.documents.characters import writable
from iro_desktop.documents.docx.elements import element
from iro_desktop.documents.fonts import Cut, Family, cut

_AFTER_LANGUAGE = ("w:eastAsianLayout", "w:specVanish", "w:oMath")


class Runs:
    """Writes runs in one family."""

    def __init__(self, family: Family, *, right_to_left: bool) -> None:
        self._family = family
        self._right_to_left = right_to_left
        self._bookmarks: set[str] = set()
        self.cuts = {Cut.REGULAR, Cut.BOLD}

    def fill(self, paragraph: Paragraph, spans: Spans) -> Paragraph:
        """Write the spans at the end of a paragraph."""
        for span in spans:
            self.add(paragraph, span)
        return paragraph

    def add(self, paragraph: Paragraph, span: Span, style: str | None = None) -> Run:
        """Write one span."""
        run = paragraph.add_run(writable(span.text), style)
        slanted = span.italic and self._family.has_italics
        heavy = span.bold or (span.italic and not slanted)
        # Unset leaves it to the paragraph's style; set to no, it would undo a heading's weight.
        run.bold = heavy or None
        run.italic = slanted or None
        self.cuts.add(cut(bold=heavy, italic=slanted))
        if self._right_to_left:
            run.font.rtl = True
        if span.language:
            tag = quoteattr(span.language)
            language = element(f"<w:lang w:val={tag} w:eastAsia={tag} w:bidi={tag}/>")
            run._r.get_or_add_rPr().insert_element_before(language, *_AFTER_LANGUAGE)  # noqa: SLF001  # no public way
        return run

    def bookmark(self, paragraph: Paragraph, anchor: str) -> None:
        """Make all of a paragraph the place of a record, once in a document."""
        name = place_name(anchor)
        if name in self._bookmarks:
            return
        self._bookmarks.add(name)
        number = len(self._bookmarks)
        content = paragraph._p  # noqa: SLF001  # no public way
        start = element(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>')
        content.insert(1 if content.pPr is not None else 0, start)
        content.append(element(f'<w:bookmarkEnd w:id="{number}"/>'))
