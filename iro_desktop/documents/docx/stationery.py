"""Write on a council's own paper: a .docx file whose head, foot, page and styles are kept.

Such a file comes from outside, so it is read with suspicion: nothing in it may run, and nothing
may be fetched when somebody opens the letter (ECMA-376 part 2, relationships with a target outside
the file; part 1, 17.16, fields that bring other files in).
"""

import re
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as BrokenDeflate  # noqa: N812  # zlib gave it a small letter

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

_LARGEST_FILE = 20_000_000
_LARGEST_UNPACKED = 200_000_000
_MOST_PARTS = 500

_RUNS = re.compile(
    rb"macroEnabled|vbaProject|activeX|attachedToolbars|oleObject|/aFChunk|subDocument|customUI"
    rb"|keyMapCustomizations|/control\"",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(rb"<Relationship\s[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
_LINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
_PLAIN_TARGET = re.compile(rb"Target\s*=\s*[\"'](?:https://|mailto:|tel:)")
_FIELD = re.compile(
    r"\s*(?:DDE(?:AUTO)?|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|MACROBUTTON)\b", re.IGNORECASE
)
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Unusable(StrEnum):
    """Why a file cannot be used as stationery."""

    NOT_A_DOCUMENT = "not-a-document"
    TOO_LARGE = "too-large"
    RUNS_SOMETHING = "runs-something"
    REACHES_OUTSIDE = "reaches-outside"


_SENTENCES = {
    Unusable.NOT_A_DOCUMENT: "it is not a Word document (.docx)",
    Unusable.TOO_LARGE: "it is far too large for stationery",
    Unusable.RUNS_SOMETHING: "it holds macros or other things that run",
    Unusable.REACHES_OUTSIDE: "it fetches pictures, templates or texts from elsewhere",
}


class StationeryRefused(Exception):
    """The file cannot be used as stationery; `why` says what is wrong, `str` in a clause."""

    def __init__(self, why: Unusable) -> None:
        super().__init__(_SENTENCES[why])
        self.why = why


def stationery(data: bytes) -> Document:
    """The file, its text taken out, its head, foot, page and styles as they are.

    Raises `StationeryRefused`.
    """
    _inspect(data)
    try:
        # What XML's reader raises is a kind of SyntaxError.
        document = docx.Document(BytesIO(data))
        section = document.sections[-1]
    except (KeyError, ValueError, IndexError, SyntaxError, PackageNotFoundError) as reason:
        raise StationeryRefused(Unusable.NOT_A_DOCUMENT) from reason
    body = document.element.body
    for child in list(body):
        if child is not section._sectPr:  # noqa: SLF001  # no public way
            body.remove(child)
    _inspect_fields(document)
    _forget_text(document)
    return document


def _inspect(data: bytes) -> None:
    if len(data) > _LARGEST_FILE:
        raise StationeryRefused(Unusable.TOO_LARGE)
    try:
        with ZipFile(BytesIO(data)) as parts:
            entries = parts.infolist()
            if (
                len(entries) > _MOST_PARTS
                or sum(entry.file_size for entry in entries) > _LARGEST_UNPACKED
            ):
                raise StationeryRefused(Unusable.TOO_LARGE)
            for entry in entries:
                if _RUNS.search(entry.filename.encode()):
                    raise StationeryRefused(Unusable.RUNS_SOMETHING)
                if entry.filename.endswith((".rels", ".xml")):
                    _inspect_part(entry.filename, parts.read(entry))
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, BrokenDeflate) as reason:
        raise StationeryRefused(Unusable.NOT_A_DOCUMENT) from reason


def _inspect_part(name: str, text: bytes) -> None:
    # Office writes UTF-8; any other encoding could hide what is looked for here.
    if _DOCTYPE.search(text) or text.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise StationeryRefused(Unusable.NOT_A_DOCUMENT)
    if name == "[Content_Types].xml" or name.endswith(".rels"):
        if _RUNS.search(text):
            raise StationeryRefused(Unusable.RUNS_SOMETHING)
        for relation in _OUTSIDE.findall(text):
            if not (_LINK.search(relation) and _PLAIN_TARGET.search(relation)):
                raise StationeryRefused(Unusable.REACHES_OUTSIDE)


def _inspect_fields(document: Document) -> None:
    """Refuse fields that bring something in, wherever head and foot hold them."""
    for relation in document.part.rels.values():
        if relation.is_external or not hasattr(relation.target_part, "element"):
            continue
        root = relation.target_part.element
        written = "".join(text.text or "" for text in root.iter(qn("w:instrText")))
        simple = [field.get(qn("w:instr"), "") for field in root.iter(qn("w:fldSimple"))]
        if any(map(_FIELD.search, (written, *simple))):
            raise StationeryRefused(Unusable.REACHES_OUTSIDE)


_FORGOTTEN = {
    RELATIONSHIP_TYPE.COMMENTS,
    RELATIONSHIP_TYPE.FOOTNOTES,
    RELATIONSHIP_TYPE.ENDNOTES,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT,
    RELATIONSHIP_TYPE.HYPERLINK,
    RELATIONSHIP_TYPE.IMAGE,
}


def _forget_text(document: Document) -> None:
    """Let go of what belonged to the text that was taken out, and of what tells of its author."""
    relations = document.part.rels
    for key, relation in list(relations.items()):
        stale = relation.reltype.endswith(("/stylesWithEffects", "/commentsExtended", "/people"))
        if relation.reltype in _FORGOTTEN or stale:
            del relations[key]
    kept = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT}
    package = document.part.package.rels
    for key, relation in list(package.items()):
        if relation.reltype not in kept:
            del package[key]
