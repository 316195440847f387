"""Make a photo or drawing safe to put into a document: nothing remains of it but what is seen.

A phone writes where and when a photo was taken, and its own name, into the file (Exif 3.0, XMP,
ICC profiles, comments, PNG text). So the picture is drawn anew from its pixels.
"""

import struct
import warnings
from enum import StrEnum
from io import BytesIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

LONGEST_SIDE = 1600
"""In pixels: sharp over the whole line of a printed page."""

# Twice what a phone's camera takes. More of it would only be there to fill the memory.
_MOST_PIXELS = 120_000_000
_LARGEST_FILE = 60_000_000
_QUALITY = 88
_PAPER = "#FFFFFF"
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
# ISO 14496-12: the brands of HEIF and AVIF files.
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif")


class Unusable(StrEnum):
    """Why a file cannot be shown in a document."""

    NOT_A_PICTURE = "not-a-picture"
    DAMAGED = "damaged"
    TOO_LARGE = "too-large"
    HEIC = "heic"


class PictureRefused(Exception):
    """The file cannot be shown in a document; `why` says what is wrong with it."""

    def __init__(self, why: Unusable) -> None:
        super().__init__(why)
        self.why = why


def cleaned(data: bytes) -> bytes:
    """The picture alone, upright, its longer side at most `LONGEST_SIDE`, as PNG or JPEG.

    A photo becomes a JPEG, anything else a PNG on white. Raises `PictureRefused`.
    """
    if len(data) > _LARGEST_FILE:
        raise PictureRefused(Unusable.TOO_LARGE)
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        raise PictureRefused(Unusable.HEIC)
    with warnings.catch_warnings():
        # What Pillow warns of is measured below, against our own limit.
        warnings.simplefilter("ignore")
        return _drawn_anew(data)


def _drawn_anew(data: bytes) -> bytes:
    try:
        image = Image.open(BytesIO(data), formats=_FORMATS)
    except UnidentifiedImageError as reason:
        raise PictureRefused(Unusable.NOT_A_PICTURE) from reason
    except Image.DecompressionBombError as reason:
        raise PictureRefused(Unusable.TOO_LARGE) from reason
    except (OSError, ValueError, SyntaxError, struct.error) as reason:
        raise PictureRefused(Unusable.DAMAGED) from reason
    with image:
        if image.width * image.height > _MOST_PIXELS:
            raise PictureRefused(Unusable.TOO_LARGE)
        photo = image.format == "JPEG" or (image.format == "WEBP" and image.mode == "RGB")
        try:
            return _saved(_seen(image), photo=photo)
        except Image.DecompressionBombError as reason:
            raise PictureRefused(Unusable.TOO_LARGE) from reason
        # Pillow's decoders say in these ways that a file breaks off or contradicts itself.
        except (OSError, ValueError, SyntaxError, struct.error, EOFError, IndexError) as reason:
            raise PictureRefused(Unusable.DAMAGED) from reason


def _seen(image: Image.Image) -> Image.Image:
    """Upright, on white, in the colours of a screen, small enough."""
    # Makes decoders of JPEG read no more than is kept.
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(image)
    coloured = _on_white(_in_screen_colours(upright))
    coloured.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    pixels = Image.new("RGB", coloured.size)
    # A new image takes pixels, and nothing else of what came with them.
    pixels.paste(coloured)
    return pixels


def _in_screen_colours(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "CMYK"}:
        return image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, screen, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        # A profile that nothing can read leaves colours as they are.
        return image
    return converted or image


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, _PAPER)
    paper.alpha_composite(layer)
    return paper.convert("RGB")


def _saved(image: Image.Image, *, photo: bool) -> bytes:
    file = BytesIO()
    if photo:
        image.save(file, "JPEG", quality=_QUALITY, optimize=True)
    else:
        image.save(file, "PNG", optimize=True)
    return file.getvalue()
