"""Pictures as figures: with words for who cannot see them, and the box that they fill.

ISO 14289-1, 7.3; ISO 32000-1, 8.9 (images) and 14.8.5.4.3 (bounding boxes).
"""

from collections.abc import Callable
from hashlib import sha256
from io import BytesIO

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable

from iro_desktop.documents.pdf.canvas import TaggedCanvas
from iro_desktop.documents.pdf.objects import OpenStream, Stream
from iro_desktop.documents.pdf.paragraph import Align, start_of
from iro_desktop.documents.pdf.structure import Element

_COLOURS = {"L": "DeviceGray", "RGB": "DeviceRGB"}
_BITS = 8

Drawing = Callable[[TaggedCanvas], None]


class Figure(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """Anything that is drawn, of this size, for a Figure element; without one, an artifact."""

    clings = False

    def __init__(
        self,
        draw: Drawing,
        size: tuple[float, float],
        element: Element | None,
        *,
        align: Align = Align.LEFT,
        after: float = 0,
    ) -> None:
        super().__init__()
        self._draw = draw
        self._size = size
        self._element = element
        self._align = align
        self.spaceAfter = after

    @property
    def least_start(self) -> float:
        """It breaks nowhere."""
        return self._size[1]

    def without_last_lines(self, _width: float) -> list["Figure"]:
        """It has no lines."""
        return []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The width of the line and the picture's height."""
        self.width, self.height = available_width, self._size[1]
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture where it stands on the line."""
        canvas: TaggedCanvas = self.canv
        width, height = self._size
        x = start_of(self._align, self.width - width)
        if self._element:
            self._element.bounding_box = canvas.area(x, 0, width, height)
        with canvas.content(self._element) if self._element else canvas.artifact():
            canvas.saveState()
            canvas.translate(x, 0)
            self._draw(canvas)
            canvas.restoreState()


class Photo:
    """A PNG or JPEG file, to be drawn in a box."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        with Image.open(BytesIO(data)) as image:
            self.width, self.height = image.size

    def drawing(self, width: float, height: float) -> Drawing:
        """Draws it in this size."""

        def draw(canvas: TaggedCanvas) -> None:
            canvas.saveState()
            canvas.transform(width, 0, 0, height, 0, 0)
            canvas.place(sha256(self._data).hexdigest()[:16], self._stream())
            canvas.restoreState()

        return draw

    def _stream(self) -> Stream | OpenStream:
        with Image.open(BytesIO(self._data)) as image:
            if image.format == "JPEG" and image.mode in _COLOURS:
                return OpenStream(self._data, {**_entries(image), "Filter": PDFName("DCTDecode")})
            flat = _flat(image)
        return Stream(flat.tobytes(), _entries(flat))


def _flat(image: Image.Image) -> Image.Image:
    """The picture on white paper, in grey or colour."""
    if image.mode in _COLOURS and "transparency" not in image.info:
        return image.copy()
    seen = image.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "#FFFFFF")
    return Image.alpha_composite(paper, seen).convert("RGB")


def _entries(image: Image.Image) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": image.width,
        "Height": image.height,
        "ColorSpace": PDFName(_COLOURS[image.mode]),
        "BitsPerComponent": _BITS,
    }
