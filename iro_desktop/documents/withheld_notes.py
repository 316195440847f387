"""Honest notes: in each place, and at the end, that something was left out of this copy.

What is kept from a reader is not hinted at where the hint itself could hurt: of serious harm, and
of what the child keeps private, a note says only that something is left out.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

from iro_desktop.documents.blocks import (
    Block,
    Document,
    Heading,
    ListItems,
    Paragraph,
    Signature,
    Span,
    plain,
)
from iro_desktop.domain.redaction import MARKS
from iro_desktop.domain.withholding import WithheldBecause
from iro_desktop.i18n.translator import Translator

T = TypeVar("T")

_MARK = re.compile(f"([{''.join(MARKS.values())}])")


def with_notes(
    document: Document, left_out: Mapping[WithheldBecause, int], tr: Translator
) -> Document:
    """The document with words in place of each mark, and a part at its end that says so.

    `left_out` is how many passages were cut, by reason. Without any, the document is as it was.
    """
    if not any(left_out.values()):
        return document
    words = {mark: _in_place(because, tr) for because, mark in MARKS.items()}
    noted = _noted(document, words)
    return replace(noted, blocks=_with_end_note(noted.blocks, left_out, tr))


def _with_end_note(
    blocks: tuple[Block, ...], left_out: Mapping[WithheldBecause, int], tr: Translator
) -> tuple[Block, ...]:
    """Before whoever signs, or at the end where nobody does."""
    lines = [_at_the_end(because, tr) for because in WithheldBecause if left_out.get(because)]
    note: tuple[Block, ...] = (
        Heading(2, tr("What is not in this copy")),
        ListItems(tuple(map(plain, dict.fromkeys(lines)))),
        Paragraph(plain(tr("You can ask me why. You can ask the council to look at it again."))),
    )
    last = blocks[-1] if blocks else None
    if not isinstance(last, Signature):
        return (*blocks, *note)
    farewell = 2 if len(blocks) > 1 and isinstance(blocks[-2], Paragraph) else 1
    return (*blocks[:-farewell], *note, *blocks[-farewell:])


def _in_place(because: WithheldBecause, tr: Translator) -> str:
    return {
        WithheldBecause.THIRD_PARTY: tr("[left out: about someone else]"),
        WithheldBecause.SERIOUS_HARM: tr("[left out]"),
        WithheldBecause.CONFIDENTIAL_ADDRESS: tr("[left out: a private address]"),
        WithheldBecause.KEEP_OUT: tr("[left out]"),
    }[because]


def _at_the_end(because: WithheldBecause, tr: Translator) -> str:
    something = tr("Some things are private and are not in this copy.")
    return {
        WithheldBecause.THIRD_PARTY: tr("Things about other people are not in this copy."),
        WithheldBecause.SERIOUS_HARM: something,
        WithheldBecause.CONFIDENTIAL_ADDRESS: tr("A private address is not in this copy."),
        WithheldBecause.KEEP_OUT: something,
    }[because]


def _noted(value: T, words: Mapping[str, str]) -> T:
    """Words for marks in every text of a tree, whichever block it stands in."""
    return cast("T", _of(value, words))


def _of(value: object, words: Mapping[str, str]) -> object:
    if isinstance(value, Enum | bytes):
        return value
    if isinstance(value, str):
        return _MARK.sub(lambda mark: words[mark[0]], value)
    if isinstance(value, tuple):
        parts = (_spans(each, words) if isinstance(each, Span) else (each,) for each in value)
        return tuple(_of(each, words) for some in parts for each in some)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _of(getattr(value, field.name), words) for field in fields(value)}
        return replace(value, **changed)
    return value


def _spans(span: Span, words: Mapping[str, str]) -> tuple[Span, ...]:
    """A span cut at its marks: a note is a fixed phrase, not a part of what somebody wrote."""
    if not _MARK.search(span.text):
        return (span,)
    return tuple(
        Span(words[part], bold=span.bold, italic=True)
        if part in words
        else replace(span, text=part)
        for part in _MARK.split(span.text)
        if part
    )
