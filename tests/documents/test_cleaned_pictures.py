import struct
import zlib
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from document_samples import a_document
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from iro_desktop.documents.blocks import Picture, plain
from iro_desktop.documents.formats import Format
from iro_desktop.documents.pictures import LONGEST_SIDE, PictureRefused, Unusable, cleaned
from iro_desktop.documents.writers import write

SECRETS = (b"GPS-SECRET", b"PhoneModelX")
ORIENTATION, MODEL, DESCRIPTION, GPS = 0x0112, 0x0110, 0x010E, 0x8825
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">GPS-SECRET</x:xmpmeta>'


def a_photo(kind: str, *, orientation: int = 1, size: tuple[int, int] = (80, 40)) -> bytes:
    """A picture, red at its left, with what a phone writes into it."""
    image = Image.new("RGB", size, "#0000FF")
    image.paste("#FF0000", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MODEL] = "PhoneModelX"
    exif[DESCRIPTION] = "GPS-SECRET"
    exif.get_ifd(GPS)[29] = "GPS-SECRET"
    extra: dict[str, object] = {"exif": exif.tobytes(), "icc_profile": b"GPS-SECRET" * 20}
    if kind == "PNG":
        text = PngInfo()
        text.add_text("Comment", "GPS-SECRET")
        text.add_itxt("XML:com.adobe.xmp", XMP.decode())
        extra["pnginfo"] = text
    else:
        extra["xmp"] = XMP
    if kind == "JPEG":
        extra["comment"] = b"GPS-SECRET"
    file = BytesIO()
    image.save(file, kind, **extra)
    return file.getvalue()


def everything_in(data: bytes) -> bytes:
    """A file's bytes, and those packed within it."""
    found = [data]
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as parts:
            found += [parts.read(name) for name in parts.namelist()]
    return b"".join(found)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_that_what_a_phone_writes_into_a_photo_is_gone(kind: str) -> None:
    photo = a_photo(kind)
    assert all(secret in photo for secret in SECRETS)
    clean = cleaned(photo)
    assert not [secret for secret in SECRETS if secret in clean]
    image = Image.open(BytesIO(clean))
    assert not image.getexif()
    assert not {"icc_profile", "xmp", "comment", "exif"} & set(image.info)


@pytest.mark.parametrize("file_format", Format)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_that_no_document_holds_it(kind: str, file_format: Format) -> None:
    picture = Picture(cleaned(a_photo(kind)), "A made-up photo", plain("Caption"))
    held = everything_in(write(a_document(picture), file_format).data)
    assert not [secret for secret in SECRETS if secret in held]


@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [(1, (80, 40), (4, 20)), (3, (80, 40), (76, 20)), (6, (40, 80), (20, 4))],
)
def test_that_a_photo_stands_upright(
    orientation: int, size: tuple[int, int], red_at: tuple[int, int]
) -> None:
    image = Image.open(BytesIO(cleaned(a_photo("JPEG", orientation=orientation))))
    assert image.size == size
    red, _green, blue = image.convert("RGB").getpixel(red_at)
    assert red > 200
    assert blue < 60


def test_that_a_large_photo_is_made_small_and_keeps_its_shape() -> None:
    image = Image.open(BytesIO(cleaned(a_photo("JPEG", size=(4000, 1000)))))
    assert image.size == (LONGEST_SIDE, LONGEST_SIDE // 4)


def test_that_a_small_drawing_is_not_made_larger() -> None:
    assert Image.open(BytesIO(cleaned(a_photo("PNG")))).size == (80, 40)


@pytest.mark.parametrize(("kind", "kept"), [("JPEG", "JPEG"), ("PNG", "PNG"), ("WEBP", "JPEG")])
def test_that_a_photo_stays_a_photo_and_a_drawing_a_drawing(kind: str, kept: str) -> None:
    assert Image.open(BytesIO(cleaned(a_photo(kind)))).format == kept


def test_that_a_drawing_without_paper_gets_white_paper() -> None:
    file = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(file, "PNG")
    assert Image.open(BytesIO(cleaned(file.getvalue()))).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_that_pictures_of_every_kind_of_pixel_are_taken(mode: str) -> None:
    file = BytesIO()
    Image.new(mode, (10, 10)).save(file, "TIFF")
    assert Image.open(BytesIO(cleaned(file.getvalue()))).mode == "RGB"


def test_that_the_same_picture_gives_the_same_bytes() -> None:
    assert cleaned(a_photo("JPEG")) == cleaned(a_photo("JPEG"))


def a_bomb() -> bytes:
    """A PNG that says it is 40,000 pixels wide and as high."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 40000, 40000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Unusable.NOT_A_PICTURE),
        (b"%PDF-1.7 no picture", Unusable.NOT_A_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Unusable.NOT_A_PICTURE),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Unusable.HEIC),
        (a_bomb(), Unusable.TOO_LARGE),
        (a_photo("JPEG")[:600], Unusable.DAMAGED),
    ],
    ids=["nothing", "pdf", "svg", "heic", "bomb", "broken off"],
)
def test_that_what_cannot_be_shown_is_refused_and_why(data: bytes, why: Unusable) -> None:
    with pytest.raises(PictureRefused) as refused:
        cleaned(data)
    assert refused.value.why is why


@given(kind=st.sampled_from(("JPEG", "PNG", "WEBP", "GIF", "TIFF")), data=st.data())
@settings(max_examples=60, deadline=None)
def test_that_a_damaged_file_is_shown_or_refused(kind: str, data: st.DataObject) -> None:
    file = BytesIO()
    Image.new("RGB", (40, 30), "#336699").save(file, kind)
    broken = bytearray(file.getvalue())
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(broken)))
    try:
        clean = cleaned(bytes(broken[:end]))
    except PictureRefused:
        return
    assert Image.open(BytesIO(clean)).size[0] <= LONGEST_SIDE
