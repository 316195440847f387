"""Read a PDF as a screen reader does: element by element, in the order of the structure tree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

_ENTRY = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


@dataclass
class Tagged:
    """An element. `parts` are the texts and the elements in it, as they follow each other."""

    tag: str
    alternative: str = ""
    actual_text: str = ""
    language: str = ""
    attributes: dict[str, object] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    parts: list["str | Tagged"] = field(default_factory=list)

    @property
    def kids(self) -> list["Tagged"]:
        """The elements in it."""
        return [part for part in self.parts if isinstance(part, Tagged)]

    def all(self, tag: str) -> list["Tagged"]:
        """Every element of this kind in it, and it."""
        return [each for each in self.walk() if each.tag == tag]

    def walk(self) -> Iterator["Tagged"]:
        """It and all in it, in the order in which they are read."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    @property
    def said(self) -> str:
        """All that is read aloud of it and of those in it."""
        if self.actual_text or self.alternative:
            return self.actual_text or self.alternative
        return "".join(part if isinstance(part, str) else part.said for part in self.parts)


def read(data: bytes) -> Tagged:
    """The Document element of a file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        marked = {page.obj.objgen: _marked(page) for page in pdf.pages}
        (top,) = pdf.Root.StructTreeRoot.K
        return _element(top, None, marked)


def artifacts(data: bytes) -> list[str]:
    """The text of each artifact, page by page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [text for page in pdf.pages for text in _shown(page) if text.startswith("\0")]


def _element(
    node: pikepdf.Dictionary,
    page: object,
    marked: dict[object, dict[int, str]],
) -> Tagged:
    made = Tagged(
        str(node.S)[1:],
        str(node.get("/Alt", "")),
        str(node.get("/ActualText", "")),
        str(node.get("/Lang", "")),
    )
    if "/A" in node:
        made.attributes = {key[1:]: value for key, value in node.A.items()}
    home = node.Pg.objgen if "/Pg" in node else page
    for kid in node.get("/K", ()):
        if isinstance(kid, int):
            made.parts.append(marked[home][kid])
        elif "/S" in kid:
            made.parts.append(_element(kid, home, marked))
        elif kid.Type == "/MCR":
            made.parts.append(marked[kid.Pg.objgen][int(kid.MCID)])
        else:
            made.links.append((str(kid.Obj.A.URI), str(kid.Obj.Contents)))
    return made


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked-content sequence by its number."""
    found: dict[int, str] = {}
    numbers: list[int | None] = []
    decode: dict[bytes, str] = {}
    fonts = {name: _decoding(font) for name, font in page.obj.Resources.Font.items()}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                number = operands[1].get("/MCID")
                numbers.append(None if number is None else int(number))
                if number is not None:
                    found[int(number)] = ""
            case "EMC":
                numbers.pop()
            case "Tf":
                decode = fonts[str(operands[0])]
            case "Tj" | "TJ":
                assert numbers, "text outside of any mark"
                inside = [number for number in numbers if number is not None]
                if inside:
                    found[inside[-1]] += _decoded(operands, decode)
            case _:
                pass
    return found


def _shown(page: pikepdf.Page) -> Iterator[str]:
    decode: dict[bytes, str] = {}
    depth: list[str] = []
    text = ""
    fonts = {name: _decoding(font) for name, font in page.obj.Resources.Font.items()}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                depth.append(str(operands[0]))
                text = "\0" if depth[0] == "/Artifact" else ""
            case "EMC":
                depth.pop()
                if not depth:
                    yield text
            case "Tf":
                decode = fonts[str(operands[0])]
            case "Tj" | "TJ":
                text += _decoded(operands, decode)
            case _:
                pass


def _decoding(font: pikepdf.Dictionary) -> dict[bytes, str]:
    table = font.ToUnicode.read_bytes()
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _ENTRY.findall(table)
    }


def _decoded(operands: pikepdf.Array, decode: dict[bytes, str]) -> str:
    shown = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
    text = ""
    for part in shown:
        if isinstance(part, pikepdf.String):
            codes = bytes(part)
            text += "".join(decode[codes[at : at + 2]] for at in range(0, len(codes), 2))
    return text
