"""Text and pictures as they stand in markup: no character of a person's text can open a tag."""

from base64 import b64encode
from html import escape

from iro_desktop.documents.characters import one_line, writable


def text_in(text: str, line_end: str = "<br/>") -> str:
    """Text as text. Its lines stay lines, parted by `line_end`."""
    return escape(writable(text)).replace("\n", line_end)


def attribute(text: str) -> str:
    """Text for an attribute's value, in one line."""
    return escape(one_line(text), quote=True)


def image_type(image: bytes) -> str:
    """The media type of a PNG or JPEG file."""
    return "image/png" if image.startswith(b"\x89PNG") else "image/jpeg"


def data_address(image: bytes) -> str:
    """A picture's file as an address that holds it."""
    return f"data:{image_type(image)};base64,{b64encode(image).decode()}"
