"""A canvas on which everything drawn is either content, with its element, or an artifact.

ISO 32000-1, 14.6 (marked content) and 14.8.2.2 (artifacts); ISO 14289-1, 7.1 and 7.18
(annotations).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFPage,
    PDFString,
    ViewerPreferencesPDFDictionary,
)
from reportlab.pdfgen.canvas import Canvas

from iro_desktop.documents.font_file import FontFile
from iro_desktop.documents.pdf.form_fields import (
    FieldToFill,
    fields_of_file,
    reference_field,
    text_box,
    tick_box,
)
from iro_desktop.documents.pdf.metadata import About, Information, output_intent, packet
from iro_desktop.documents.pdf.objects import Stream, Text
from iro_desktop.documents.pdf.structure import Annotated, Box, Element, Mark, StructureTree
from iro_desktop.documents.pdf.subset import Subset

_PDF_1_7 = (1, 7)
# ISO 32000-1, 12.5.3: an annotation that is printed.
_PRINT = 4


@dataclass(slots=True)
class _Page:
    """A page that is closed, but for what is drawn around it at the end."""

    page: PDFPage
    elements: list[Element]
    content: list[str]
    around: list[str] = field(default_factory=list)


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab is untyped
    """The canvas. `root` is the Document element; text is drawn by the flowables of ours alone."""

    def __init__(
        self, file: BytesIO, about: About, root: Element, *, right_to_left: bool = False
    ) -> None:
        super().__init__(
            file,
            pagesize=A4,
            invariant=1,
            pdfVersion=_PDF_1_7,
            lang=about.language,
            pageCompression=1,
        )
        self._doc.info = Information(about)
        self._about = about
        self._root = root
        self._right_to_left = right_to_left
        self._elements: list[Element] = []
        self._closed: list[_Page] = []
        self._annotated: list[tuple[Element, PDFDictionary]] = []
        self._subsets: dict[FontFile, Subset] = {}
        self._xobjects: dict[str, PDFObject] = {}
        self._artifacts = 0
        self._fields: list[object] = []

    # What is drawn.

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile belongs to the element; inside an artifact it stays that."""
        if self._artifacts:
            yield
            return
        number = len(self._elements)
        self._elements.append(element)
        element.kids.append(Mark(len(self._closed), number))
        self.write(f"/{element.tag} <</MCID {number}>> BDC")
        yield
        self.write("EMC")

    @contextmanager
    def artifact(self, kind: str = "/Type /Layout") -> Iterator[None]:
        """What is drawn meanwhile is no content: a rule, a background, a running title."""
        self._artifacts += 1
        if self._artifacts == 1:
            self.write(f"/Artifact <<{kind}>> BDC")
        yield
        self._artifacts -= 1
        if not self._artifacts:
            self.write("EMC")

    def write(self, operators: str) -> None:
        """Add operators to the page as they are."""
        self._code.append(operators)

    def subset(self, face: FontFile) -> Subset:
        """What this document uses of a font, to be embedded."""
        if face not in self._subsets:
            self._subsets[face] = Subset(face, f"F{len(self._subsets) + 1}")
        return self._subsets[face]

    def place(self, name: str, picture: PDFObject) -> None:
        """Draw an external object in the unit square. Its name stands for what it holds."""
        if name not in self._xobjects:
            self._xobjects[name] = picture
            self._doc.Reference(picture, self._doc.getXObjectName(name))
        self.doForm(name)

    def link(self, element: Element, address: str, box: Box, words: str) -> None:
        """Make a box of the page lead to an address. ISO 14289-1, 7.18.5: with its words."""
        if self._artifacts:
            return
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray(self._absRect(box, 1)),
                "F": _PRINT,
                "Border": PDFArray([0, 0, 0]),
                "Contents": Text(words),
                "A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)}),
            }
        )
        self._addAnnotation(annotation)
        self._annotated.append((element, annotation))
        element.kids.append(Annotated(len(self._closed), self._annotationrefs[-1]))

    def text_box(
        self, element: Element, field: FieldToFill, box: Box, *, lines: int, size: float
    ) -> None:
        """Let a box of the page, given from where the flowable stands, be filled in with text."""
        self._fill_in(element, text_box(self._doc, field, box, lines=lines, size=size))

    def tick_box(self, element: Element, field: FieldToFill, box: Box) -> None:
        """Let a box of the page be ticked."""
        self._fill_in(element, tick_box(self._doc, field, box))

    def answer_to(self, said: str) -> None:
        """Say in a field that nobody sees what the answers belong to."""
        self._fields.append(reference_field(self._doc, said))

    def _fill_in(self, element: Element, annotation: PDFDictionary) -> None:
        self._addAnnotation(annotation)
        self._annotated.append((element, annotation))
        self._fields.append(self._annotationrefs[-1])
        element.kids.append(Annotated(len(self._closed), self._annotationrefs[-1]))

    def area(self, x: float, y: float, width: float, height: float) -> Box:
        """A box of the page, from where the flowable stands."""
        left, bottom = self.absolutePosition(x, y)
        right, top = self.absolutePosition(x + width, y + height)
        return left, bottom, right, top

    # How pages and the file end.

    def showPage(self) -> None:  # noqa: N802  # reportlab's name
        """Close the page. Its foot is drawn at the end, when the number of pages is known."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._closed), PDFName("S")
        self._closed.append(_Page(page, self._elements, [page.stream]))
        self._elements = []

    @property
    def page_count(self) -> int:
        """How many pages are closed."""
        return len(self._closed)

    def pages(self) -> Iterator[int]:
        """Each closed page in turn, by its index: what is drawn meanwhile is drawn on it."""
        for index, closed in enumerate(self._closed):
            self._code = closed.around
            yield index
        self._code = []

    def save(self) -> None:
        """Write the file."""
        for closed in self._closed:
            content = "\n".join([*closed.content, *closed.around]).encode("latin-1")
            closed.page.Contents = Stream(content)
            self._doc.updateSignature(content)
        document, catalog = self._doc, self._doc.Catalog
        catalog.StructTreeRoot = StructureTree(
            self._root,
            [closed.page for closed in self._closed],
            [closed.elements for closed in self._closed],
            [element for element, _annotation in self._annotated],
        )
        for key, (_element, annotation) in enumerate(self._annotated, start=len(self._closed)):
            annotation.dict["StructParent"] = key
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.Metadata = packet(self._about)
        catalog.ViewerPreferences = ViewerPreferencesPDFDictionary()
        catalog.ViewerPreferences["DisplayDocTitle"] = "true"
        catalog.ViewerPreferences["Direction"] = "R2L" if self._right_to_left else "L2R"
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = output_intent(document)
        if self._destinations:
            # ISO 32000-1, 12.3.2.3: without this, only the outline could point to a place.
            catalog.Dests = PDFDictionary(dict(self._destinations))
        if self._fields:
            catalog.AcroForm = fields_of_file(self._fields)
        fonts = document.idToObject["BasicFonts"].dict
        for subset in self._subsets.values():
            fonts[subset.name] = document.Reference(subset.font(document))
        super().save()

    def _make_preamble(self) -> None:
        # reportlab would name a font here, and embed it though nothing is set in it.
        self._preamble = "1 0 0 1 0 0 cm"
