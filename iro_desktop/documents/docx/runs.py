"""Put text into paragraphs as it was typed, and remember which cuts of the fonts it took."""

from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from iro_desktop.documents.anchors import place_name
from iro_desktop.documents.blocks import Span, Spans
from iro_desktop.documents.characters import writable
from iro_desktop.documents.directions import begin_at_right, followed
from iro_desktop.documents.docx.elements import element
from iro_desktop.documents.docx.faces import Faces, family_for, holds_han
from iro_desktop.documents.docx.scripts import Script, Stretch, stretches, tags
from iro_desktop.documents.docx.style_sheet import LINK
from iro_desktop.documents.fonts import BY_SCRIPT, Cut, Family, cut
from iro_desktop.documents.typography.scripts import HAN

_AFTER_FACES = (
    *("w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:u", "w:rtl", "w:cs"),
    "w:lang",
)
_AFTER_LANGUAGE = ("w:eastAsianLayout", "w:specVanish", "w:oMath")
_AFTER_BIDI = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing"),
    *("w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment"),
    *("w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr"),
    "w:pPrChange",
)


class Runs:
    """Writes runs. `slants` says that emphasis may be italic; otherwise it is bold."""

    def __init__(
        self,
        language: str,
        faces: Faces,
        *,
        right_to_left: bool,
        styles_right_to_left: bool,
        slants: bool,
    ) -> None:
        self._language = language
        self._complex = faces.complex
        self._right_to_left = right_to_left
        self._styles_right_to_left = styles_right_to_left
        self._slants = slants
        self._bookmarks: set[str] = set()
        self.cuts = {Cut.REGULAR, Cut.BOLD}
        self.characters: set[str] = set()
        # In order, so that the same document gives the same bytes.
        self.families: dict[Family, None] = {}

    def fill(self, paragraph: Paragraph, spans: Spans) -> Paragraph:
        """Write the spans at the end of a paragraph, which then runs as their language does."""
        right_to_left = begin_at_right(spans, self._language, right_to_left=self._right_to_left)
        if right_to_left != self._styles_right_to_left:
            _turn(paragraph, right_to_left=right_to_left)
        for span in spans:
            self.add(paragraph, span, right_to_left=right_to_left)
        return paragraph

    def add(
        self,
        paragraph: Paragraph,
        span: Span,
        style: str | None = None,
        *,
        right_to_left: bool | None = None,
    ) -> None:
        """Write one span."""
        written = writable(span.text)
        if not written:
            return
        self.characters |= set(written)
        towards = self._right_to_left if right_to_left is None else right_to_left
        base = Script.RIGHT_TO_LEFT if towards else Script.SIMPLE
        link = self._link(paragraph, span.link)
        for stretch in stretches(written, base):
            run = paragraph.add_run(stretch.text, LINK if link is not None else style)
            self._emphasise(run, span)
            self._take_face(run, stretch, span.language)
            run.font.rtl = True if stretch.script is Script.RIGHT_TO_LEFT else None
            run.font.complex_script = True if stretch.script is Script.COMPLEX else None
            if span.language:
                self._say_language(run, span.language)
            if link is not None:
                link.append(run._r)  # noqa: SLF001  # no public way

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

    def _emphasise(self, run: Run, span: Span) -> None:
        slanted = span.italic and self._slants
        heavy = span.bold or (span.italic and not slanted)
        # Unset leaves it to the paragraph's style; set to no, it would undo a heading's weight.
        run.font.bold = run.font.cs_bold = heavy or None
        run.font.italic = run.font.cs_italic = slanted or None
        self.cuts.add(cut(bold=heavy, italic=slanted))

    def _take_face(self, run: Run, stretch: Stretch, language: str) -> None:
        """Name the font of a script that is not the document's, and remember those to embed."""
        if stretch.script is Script.SIMPLE:
            if holds_han(stretch.text):
                self.families[BY_SCRIPT[HAN]] = None
            return
        family = family_for(stretch.text, language or self._language)
        if family is None:
            return
        self.families[family] = None
        if family.name != self._complex:
            name = quoteattr(family.name)
            properties = run._r.get_or_add_rPr()  # noqa: SLF001  # no public way
            properties.insert_element_before(element(f"<w:rFonts w:cs={name}/>"), *_AFTER_FACES)

    def _say_language(self, run: Run, language: str) -> None:
        said = tags(language)
        written = element(
            f"<w:lang w:val={quoteattr(said.latin)} w:eastAsia={quoteattr(said.east_asian)}"
            f" w:bidi={quoteattr(said.complex)}/>"
        )
        run._r.get_or_add_rPr().insert_element_before(written, *_AFTER_LANGUAGE)  # noqa: SLF001  # no public way

    def _link(self, paragraph: Paragraph, address: str) -> BaseOxmlElement | None:
        """A place for the runs of a link, where the address is one that may be followed."""
        target = followed(address)
        if not target:
            return None
        relation = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = element(f'<w:hyperlink r:id="{relation}" w:history="1"/>')
        paragraph._p.append(link)  # noqa: SLF001  # no public way
        return link


def _turn(paragraph: Paragraph, *, right_to_left: bool) -> None:
    """Make a paragraph run against the document's direction."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # no public way
    turned = element(f'<w:bidi w:val="{int(right_to_left)}"/>')
    properties.insert_element_before(turned, *_AFTER_BIDI)
