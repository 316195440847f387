"""Say in a correction that it is one: of what, and what has changed."""

import datetime as dt
from dataclasses import replace

from iro_desktop.documents.blocks import Block, Document, Heading, Notice, Span, plain
from iro_desktop.i18n.translator import Translator


def with_correction(
    document: Document, signed_on: dt.date, what_changed: Span, tr: Translator
) -> Document:
    """The document with a box under its title that says what is other than in the signed one."""
    said = tr(
        "This takes the place of what was signed on {day}. What has changed:",
        day=tr.date(signed_on),
    )
    notice = Notice((*plain(f"{said} "), what_changed))
    at = _after_title(document.blocks)
    blocks = (*document.blocks[:at], notice, *document.blocks[at:])
    return replace(document, blocks=blocks)


def _after_title(blocks: tuple[Block, ...]) -> int:
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1:
            return place + 1
    return 0
