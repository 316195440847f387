"""The structure tree: what each mark on a page is, in the order it is read in.

ISO 32000-1, 14.7 (logical structure) and 14.8 (tagged PDF); ISO 14289-1, 7.1 to 7.9. The tree is
made from the document before anything is laid out; what is drawn then only says which element it
belongs to, so that a paragraph over two pages stays one paragraph.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from iro_desktop.documents.pdf.objects import reference, text_string

Box = tuple[float, float, float, float]


class Tag(StrEnum):
    """The standard structure types that we use. ISO 32000-1, 14.8.4."""

    DOCUMENT = "Document"
    PARAGRAPH = "P"
    QUOTATION = "BlockQuote"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    CAPTION = "Caption"
    TABLE_HEAD = "THead"
    TABLE_BODY = "TBody"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    SPAN = "Span"
    LINK = "Link"
    DIVISION = "Div"
    FORM = "Form"


class Scope(StrEnum):
    """What a header cell heads. ISO 32000-1, table 349."""

    COLUMN = "Column"
    ROW = "Row"


class Numbering(StrEnum):
    """How the items of a list are labelled. ISO 32000-1, table 347."""

    NONE = "None"
    DISC = "Disc"
    SQUARE = "Square"
    DECIMAL = "Decimal"


# A row that lacks a cell would shift those after it to a wrong column.
_STANDS_EMPTY = frozenset({Tag.HEADER_CELL, Tag.CELL})
_HEADINGS = 6


def heading_tag(level: int) -> str:
    """H1 to H6: what is deeper is as deep as these go."""
    return f"H{min(level, _HEADINGS)}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked-content sequence on a page. ISO 32000-1, 14.7.4.2."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation that belongs to an element. ISO 32000-1, 14.7.4.3."""

    page: int
    annotation: object


class Element(PDFObject):  # type: ignore[misc]  # reportlab is untyped
    """A structure element. `alternative` and `bounding_box` are a figure's.

    `actual_text` is said in place of what is drawn. `language` is a BCP 47 tag where it differs
    from the parent's.
    """

    __RefOnly__ = 1

    def __init__(
        self,
        tag: str,
        parent: "Element | None" = None,
        *,
        alternative: str = "",
        language: str = "",
        scope: Scope | None = None,
        numbering: Numbering | None = None,
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.kids: list[Element | Mark | Annotated] = []
        self.alternative = alternative
        self.language = language
        self.scope = scope
        self.numbering = numbering
        self.actual_text = ""
        self.bounding_box: Box | None = None
        self.tree: StructureTree | None = None
        if parent is not None:
            parent.kids.append(self)

    @property
    def is_drawn(self) -> bool:
        """Whether anything on a page belongs to this element or those in it."""
        return any(not isinstance(kid, Element) or kid.is_drawn for kid in self.kids)

    @property
    def stands(self) -> bool:
        """Whether it belongs in the tree: drawn, or a cell that holds its column."""
        return self.tag in _STANDS_EMPTY or any(
            not isinstance(kid, Element) or kid.stands for kid in self.kids
        )

    def format(self, document: PDFDocument) -> bytes:
        """The element's dictionary."""
        if self.tree is None:
            raise ValueError("the element stands in no tree")
        entries = [b"/Type /StructElem /S /%s" % self.tag.encode()]
        entries.append(b"/P %s" % reference(document, self.parent or self.tree))
        for key, text in (
            (b"Alt", self.alternative),
            (b"ActualText", self.actual_text),
            (b"Lang", self.language),
        ):
            if text:
                entries.append(b"/%s %s" % (key, text_string(text)))
        entries += self._attributes()
        entries += self._contents(document)
        return b"<< %s >>" % b" ".join(entries)

    def _attributes(self) -> Iterator[bytes]:
        if self.scope:
            yield b"/A << /O /Table /Scope /%s >>" % self.scope.encode()
        if self.numbering:
            yield b"/A << /O /List /ListNumbering /%s >>" % self.numbering.encode()
        if self.bounding_box:
            corners = " ".join(f"{value:.2f}" for value in self.bounding_box).encode()
            yield b"/A << /O /Layout /Placement /Block /BBox [%s] >>" % corners

    def _contents(self, document: PDFDocument) -> Iterator[bytes]:
        tree = self.tree
        assert tree is not None  # noqa: S101  # format() has looked
        home = next((kid.page for kid in self.kids if isinstance(kid, Mark)), None)
        if home is not None:
            yield b"/Pg %s" % reference(document, tree.pages[home])
        contents = []
        for kid in self.kids:
            if isinstance(kid, Element):
                contents.append(reference(document, kid))
            elif isinstance(kid, Annotated):
                page = reference(document, tree.pages[kid.page])
                annotation = reference(document, kid.annotation)
                contents.append(b"<< /Type /OBJR /Pg %s /Obj %s >>" % (page, annotation))
            elif kid.page == home:
                contents.append(b"%d" % kid.number)
            else:
                page = reference(document, tree.pages[kid.page])
                contents.append(b"<< /Type /MCR /Pg %s /MCID %d >>" % (page, kid.number))
        if contents:
            yield b"/K [%s]" % b" ".join(contents)


class StructureTree(PDFObject):  # type: ignore[misc]  # reportlab is untyped
    """The root of the tree, and the way back from marks on pages to elements.

    `marked` holds for each page the elements of its marks, in the order of their numbers;
    `annotations` the elements of annotations, which are numbered after the pages.
    """

    __RefOnly__ = 1

    def __init__(
        self,
        top: Element,
        pages: Sequence[object],
        marked: Sequence[Sequence[Element]],
        annotations: Sequence[Element],
    ) -> None:
        self.pages = pages
        self._top = top
        self._marked = marked
        self._annotations = annotations
        self._adopt(top)

    def _adopt(self, element: Element) -> None:
        element.tree = self
        element.kids = [kid for kid in element.kids if not isinstance(kid, Element) or kid.stands]
        for kid in element.kids:
            if isinstance(kid, Element):
                self._adopt(kid)

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary with the parent tree in it. ISO 32000-1, 14.7.4.4."""
        numbers = [
            b"%d [%s]" % (page, b" ".join(reference(document, each) for each in elements))
            for page, elements in enumerate(self._marked)
        ]
        numbers += [
            b"%d %s" % (key, reference(document, element))
            for key, element in enumerate(self._annotations, start=len(self._marked))
        ]
        return (
            b"<< /Type /StructTreeRoot /K [%s] /ParentTree << /Nums [%s] >>"
            b" /ParentTreeNextKey %d >>"
        ) % (reference(document, self._top), b" ".join(numbers), len(numbers))
