"""A document's tree as text that is kept and signed: canonical JSON, and the tree back from it.

The shape is described in docs/document-tree-json.md. The same tree always gives the same text.
"""

import json
from dataclasses import fields, replace
from typing import get_type_hints

import msgspec

from iro_desktop.documents.blocks import (
    Block,
    Choices,
    Document,
    Facts,
    Heading,
    ListItems,
    Notice,
    PageBreak,
    Paragraph,
    Picture,
    Pictured,
    Quotation,
    Scale,
    Signature,
    Table,
    Timeline,
    WritingSpace,
)

FORMAT = "iro-desktop document"
VERSION = 1
_BLOCKS: dict[str, type[Block]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "quotation": Quotation,
    "list": ListItems,
    "table": Table,
    "facts": Facts,
    "scale": Scale,
    "timeline": Timeline,
    "picture": Picture,
    "pictured": Pictured,
    "writing_space": WritingSpace,
    "choices": Choices,
    "notice": Notice,
    "signature": Signature,
    "page_break": PageBreak,
}
_NAMES = {block: name for name, block in _BLOCKS.items()}


class NotADocument(ValueError):
    """The text is not a document's tree that this program knows."""


def to_json(document: Document) -> str:
    """The tree as one line of JSON: keys in order, no space, characters as they are.

    Raises:
        UnicodeEncodeError: a text holds half a character, which no file can keep.
    """
    around = {
        each.name: getattr(document, each.name)
        for each in fields(document)
        if each.name != "blocks"
    }
    tree = {
        "format": FORMAT,
        "version": VERSION,
        "document": msgspec.to_builtins(around),
        "blocks": [
            {"block": _NAMES[type(block)], **msgspec.to_builtins(block)}
            for block in document.blocks
        ],
    }
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    text.encode()  # so that half a character is refused here, and not when it is to be kept
    return text


def from_json(text: str) -> Document:
    """The tree in a text that `to_json` made, with defaults for what that day's trees lacked.

    Raises:
        NotADocument: it is something else, or was written by a newer version.
    """
    try:
        tree = json.loads(text)
        if (tree["format"], tree["version"]) != (FORMAT, VERSION):
            raise NotADocument
        blocks = tuple(_block(dict(one)) for one in tree["blocks"])
        return replace(_around(tree["document"]), blocks=blocks)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as fault:
        raise NotADocument from fault


def _around(plain: dict[str, object]) -> Document:
    # A union of blocks is nothing that msgspec reads, so what stands around them is read by field.
    hints = get_type_hints(Document)
    given = {name: msgspec.convert(value, hints[name]) for name, value in plain.items()}
    return Document(**given, blocks=())


def _block(plain: dict[str, object]) -> Block:
    return msgspec.convert(plain, _BLOCKS[str(plain.pop("block"))])
