from io import BytesIO

from PIL import Image

from iro_desktop.documents.drawn_strokes import png_of
from iro_desktop.domain.drawings import SHEET_HEIGHT, SHEET_WIDTH, Dot


def test_that_a_drawing_is_black_where_the_pen_was_and_white_elsewhere() -> None:
    image = Image.open(BytesIO(png_of([(Dot(100, 100, 9), Dot(500, 100, 9)), (Dot(800, 400, 9),)])))
    assert (image.format, image.size) == ("PNG", (SHEET_WIDTH, SHEET_HEIGHT))
    assert [image.getpixel(at) for at in ((100, 100), (300, 100), (800, 400))] == [0, 0, 0]
    assert [image.getpixel(at) for at in ((300, 200), (700, 400), (0, 0))] == [255, 255, 255]


def test_that_a_picture_of_strokes_holds_nothing_but_what_is_seen() -> None:
    image = Image.open(BytesIO(png_of([(Dot(1, 1),)])))
    image.load()
    assert image.info == {}
    assert not image.getexif()
