"""Attachments, by the SHA-256 of their bytes: sent in pieces, picked up where a piece failed."""

import msgspec

FILE_BYTES = 64 * 1024 * 1024
"""The most bytes of one file."""

PIECE_BYTES = 1024 * 1024
"""The most bytes of one piece, up or down."""

INLINE_BYTES = 32 * 1024
"""A text field of more characters than this travels as a file beside its revision."""


class FileState(msgspec.Struct, frozen=True):
    """How much of a file the hub has. `whole` once all bytes came and match its name."""

    file: str
    child: str
    bytes_held: int
    whole: bool
