"""A built document taken apart by its headings, so that its parts can stand in another order."""

from collections.abc import Mapping
from types import MappingProxyType

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Signature,
)

HEAD, SIGNATURE = "head", "signature"
_PART_LEVEL = 2


def parts_of(document: Document) -> Mapping[str, tuple[Block, ...]]:
    """Each part by its name, with its heading, and with the new page that it begins on.

    What stands between the title and the first part, but for notices, is `head`; who signs, with
    the farewell of a letter, is `signature`. A part without a name is not in it.
    """
    blocks, signature = _signed(document)
    body = blocks[len(above_title(document)) :]
    found: dict[str, list[Block]] = {HEAD: []}
    name = HEAD
    for block, after in zip(body, (*body[1:], None), strict=False):
        opens = after if isinstance(block, PageBreak) else block
        if isinstance(opens, Heading) and opens.level <= _PART_LEVEL:
            name = opens.part if opens.level == _PART_LEVEL else HEAD
            if opens.level < _PART_LEVEL:
                continue
        if name and not (name == HEAD and isinstance(block, Notice)):
            found.setdefault(name, []).append(block)
    found[SIGNATURE] = [*signature]
    return MappingProxyType({name: tuple(blocks) for name, blocks in found.items() if blocks})


def above_title(document: Document) -> tuple[Block, ...]:
    """What stands above the title of a letter: from whom it comes, and the day."""
    for place, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            return document.blocks[:place]
    return ()


def notices_at_head(document: Document) -> tuple[Notice, ...]:
    """The boxed remarks before the first part, such as that it is a draft."""
    found = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == _PART_LEVEL:
            break
        if isinstance(block, Notice):
            found.append(block)
    return tuple(found)


def _signed(document: Document) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks but for whoever signs, and those from a letter's farewell to the signature."""
    blocks = document.blocks
    for place in range(len(blocks) - 1, -1, -1):
        if isinstance(blocks[place], Signature):
            before = blocks[place - 1] if place else None
            has_farewell = document.design is Design.LETTER and isinstance(before, Paragraph)
            start = place - 1 if has_farewell else place
            return (*blocks[:start], *blocks[place + 1 :]), blocks[start : place + 1]
    return blocks, ()
