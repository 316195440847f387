"""A built document taken apart by its headings, so that its parts can stand in another order."""

from collections.abc import Mapping
from types import MappingProxyType

from iro_desktop.documents.blocks import Block, Document, Heading, Notice, Paragraph, Signature

HEAD, SIGNATURE = "head", "signature"
_PART_LEVEL = 2


def parts_of(document: Document) -> Mapping[str, tuple[Block, ...]]:
    """Each part by its name, with its heading.

    What stands before the first part, but for the title and notices, is `head`; who signs, with the
    line before, is `signature`. A part without a name is not in it.
    """
    body, signature = _signed(document.blocks)
    found: dict[str, list[Block]] = {HEAD: []}
    name = HEAD
    for block in body:
        if isinstance(block, Heading) and block.level <= _PART_LEVEL:
            name = block.part if block.level == _PART_LEVEL else HEAD
            if block.level < _PART_LEVEL:
                continue
        if name and not (name == HEAD and isinstance(block, Notice)):
            found.setdefault(name, []).append(block)
    found[SIGNATURE] = [*signature]
    return MappingProxyType({name: tuple(blocks) for name, blocks in found.items() if blocks})


def notices_at_head(document: Document) -> tuple[Notice, ...]:
    """The boxed remarks before the first part, such as that it is a draft."""
    found = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == _PART_LEVEL:
            break
        if isinstance(block, Notice):
            found.append(block)
    return tuple(found)


def _signed(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks before whoever signs, and those from the farewell to the signature."""
    for place in range(len(blocks) - 1, -1, -1):
        if isinstance(blocks[place], Signature):
            farewell = place > 0 and isinstance(blocks[place - 1], Paragraph)
            start = place - 1 if farewell else place
            return (*blocks[:start], *blocks[place + 1 :]), blocks[start : place + 1]
    return blocks, ()
