"""The PDF objects that reportlab has no own form of. ISO 32000-1, 7.3; ISO 19005-2, 6.1.7."""

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject, PDFStream, PDFZCompress

_END = b"endstream\n"


class Stream(PDFStream):  # type: ignore[misc]  # reportlab is untyped
    """A compressed stream. Its end stands on a line of its own, as ISO 19005-2, 6.1.7.1 asks."""

    def __init__(self, content: bytes, entries: dict[str, object] | None = None) -> None:
        super().__init__(PDFDictionary(dict(entries or {})), content, [PDFZCompress])

    def format(self, document: PDFDocument) -> bytes:
        """The stream as bytes."""
        return _on_a_line(super().format(document))


class OpenStream(PDFStream):  # type: ignore[misc]  # reportlab is untyped
    """A stream as it is: read by programs that know no PDF, or compressed already."""

    def __init__(self, content: bytes, entries: dict[str, object]) -> None:
        super().__init__(PDFDictionary(entries), content)

    def format(self, document: PDFDocument) -> bytes:
        """The stream as bytes."""
        return _on_a_line(super().format(document))


class Text(PDFObject):  # type: ignore[misc]  # reportlab is untyped
    """A text string in UTF-16. ISO 32000-1, 7.9.2.2."""

    def __init__(self, text: str) -> None:
        self._text = text

    def format(self, _document: PDFDocument) -> bytes:
        """The string in hexadecimal digits."""
        return text_string(self._text)


def text_string(text: str) -> bytes:
    """A text string in UTF-16, as hexadecimal digits."""
    return b"<FEFF%s>" % text.encode("utf-16-be", "replace").hex().upper().encode()


def reference(document: PDFDocument, thing: object) -> bytes:
    """An indirect reference to an object, which gets a number if it has none."""
    return bytes(document.Reference(thing).format(document))


def _on_a_line(stream: bytes) -> bytes:
    # CR LF, for data may end in a CR, which a lone LF would seem to belong to.
    return stream.removesuffix(_END) + b"\r\n" + _END
