"""The return's XML form: one CHILD after another, each with what the CSV files spread over tables.

The element names are those of the Department for Education's schema ("Expanded SSDA903 Return").
"""

from collections.abc import Mapping, Sequence
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser
from typing_extensions import override

from iro_desktop.returns.findings import Finding
from iro_desktop.returns.headings import Shape
from iro_desktop.returns.ssda903 import tables
from iro_desktop.returns.tables import Breathe, Opened, RawRow, RawTable, refused

_ROOT = "EXPSSDA903"
_RENAMED = {"CHILDID": "CHILD", "PL": "PLACE"}
# Elements that are a row of their own table, beside what the child's HEADER says.
_GROUPS: Mapping[str, Shape] = {
    "EPISODE": tables.EPISODES,
    "AREVIEW": tables.REVIEWS,
    "OC2": tables.OC2,
    "AMISSING": tables.MISSING,
    "PERMANENCE": tables.PREVIOUS_PERMANENCE,
    "AD_PLACED": tables.PLACED_ADOPTION,
}
# A table whose fields stand in HEADER itself, and the field that says that the child is in it.
_TOLD_BY = {tables.OC3: "IN_TOUCH", tables.AD1: "DATE_INT"}
_NO = frozenset({"", "0", "N", "NO", "FALSE"})
_MOUTHFUL = 65_536
_DEEPEST = 20


class _NotTheReturn(Exception):
    """The file's first element is another."""


class _ChildHandler(ContentHandler):
    """Gathers each CHILD's fields, and turns them into rows when it ends."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[Shape, list[RawRow]] = {tables.HEADER: []}
        self._lines: Locator | None = None
        self._path: list[str] = []
        self._text: list[str] = []
        self._leaf = False
        self._line = 0
        self._header: dict[str, str] = {}
        self._group: dict[str, str] | None = None
        self._groups: list[tuple[Shape, int, dict[str, str]]] = []

    @override
    def setDocumentLocator(self, locator: Locator) -> None:
        self._lines = locator

    def _here(self) -> int:
        line = self._lines.getLineNumber() if self._lines else None
        return line or 1

    @override
    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        if not self._path and name.upper() != _ROOT:
            raise _NotTheReturn
        if len(self._path) > _DEEPEST:
            raise SAXException("nested too deeply")
        name = name.upper()
        self._path.append(name)
        self._text, self._leaf = [], True
        if self._path == [_ROOT, "CHILD"]:
            self._line, self._header, self._groups = self._here(), {}, []
        elif name in _GROUPS:
            self._group = {}
            self._groups.append((_GROUPS[name], self._here(), self._group))

    @override
    def characters(self, content: str) -> None:
        self._text.append(content)

    @override
    def endElement(self, name: str) -> None:
        name = name.upper()
        self._path.pop()
        if name == "CHILD" and self._path == [_ROOT]:
            self._child_ended()
        elif name in _GROUPS:
            self._group = None
        elif self._leaf:
            fields = self._header if self._group is None else self._group
            fields[_RENAMED.get(name, name)] = "".join(self._text).strip()
        self._text, self._leaf = [], False

    def _child_ended(self) -> None:
        self._add(tables.HEADER, self._line, {})
        if self._header.get("UASC", "").upper() not in _NO or self._header.get("DUC"):
            self._add(tables.UASC, self._line, {})
        for shape, field in _TOLD_BY.items():
            if self._header.get(field):
                self._add(shape, self._line, {})
        for shape, line, fields in self._groups:
            self._add(shape, line, fields)

    def _add(self, shape: Shape, line: int, fields: Mapping[str, str]) -> None:
        told = {**self._header, **fields}
        cells = tuple(told.get(column.heading, "") for column in shape.columns)
        self.rows.setdefault(shape, []).append(RawRow(line, cells))


def read_xml(source: str, data: bytes, shapes: Sequence[Shape], breathe: Breathe) -> Opened:
    """Every table that the children in the file make up."""
    handler = _ChildHandler()
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(handler)
    handler.setDocumentLocator(parser)  # which the parser itself does only for a whole file
    try:
        for start in range(0, len(data), _MOUTHFUL):
            breathe(start / len(data))
            parser.feed(data[start : start + _MOUTHFUL])
        parser.close()
    except DefusedXmlException:
        return refused(source, Finding.XML_WITH_ENTITIES)
    except _NotTheReturn:
        return refused(source, Finding.OTHER_XML)
    except SAXParseException as fault:
        return refused(source, Finding.BROKEN_XML, fault.getLineNumber())
    except (SAXException, LookupError, ValueError):
        return refused(source, Finding.BROKEN_XML)
    return Opened(
        tuple(
            RawTable(source, tuple(column.heading for column in shape.columns), tuple(rows))
            for shape, rows in handler.rows.items()
            if shape in shapes
        )
    )
