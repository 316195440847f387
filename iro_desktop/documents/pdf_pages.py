"""A PDF's pages as pictures, for showing it as it will be printed.

PDFium serves one caller at a time and takes the whole program with it otherwise: it is guarded
here, so that pages may be drawn in the background while another document is looked at.
"""

import threading
from contextlib import closing
from dataclasses import dataclass

POINTS_IN_AN_INCH = 72
_PDFIUM = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageSize:
    """How large a page is, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page, drawn. `pixels` are rows of red, green and blue, a byte each, without gaps."""

    number: int
    width: int
    height: int
    pixels: bytes


def page_sizes(data: bytes) -> tuple[PageSize, ...]:
    """How large each page of a PDF is, in order."""
    import pypdfium2  # noqa: PLC0415 - a library of ten megabytes, for whoever looks at pages

    with _PDFIUM, pypdfium2.PdfDocument(data) as document:
        return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))


def page_picture(data: bytes, number: int, scale: float) -> PagePicture:
    """Draw a page, counted from 0. `scale` is pixels for a point."""
    import pypdfium2  # noqa: PLC0415 - see above

    with (
        _PDFIUM,
        pypdfium2.PdfDocument(data) as document,
        closing(document[number]) as page,
        closing(page.render(scale=scale, rev_byteorder=True)) as drawn,
    ):
        return _picture(number, drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))


def _picture(number: int, width: int, height: int, stride: int, pixels: bytes) -> PagePicture:
    row = 3 * width
    if stride != row:
        pixels = b"".join(pixels[start : start + row] for start in range(0, len(pixels), stride))
    return PagePicture(number, width, height, pixels)
