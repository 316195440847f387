"""Attachments, piece by piece."""

from iro_desktop.wire.files import FileState
from iro_hub.database.calling import plain, row_of
from iro_hub.database.pool import Pools, fault


def file_state(pools: Pools, token: str, child: str, file: str) -> FileState:
    """How much of a file the hub has."""
    with pools.gateway() as connection:
        cursor = connection.execute(
            "SELECT held, is_whole FROM hub.file_state(%s, %s, %s)",
            [plain(token), plain(child), plain(file)],
        )
        held, is_whole = row_of(cursor)
    return FileState(file, child, held, is_whole)


def send_piece(
    pools: Pools, token: str, child: str, file: str, start: int, total: int, piece: bytes
) -> FileState:
    """Keep a piece that begins where the last one ended; what is here already changes nothing.

    Raises:
        HubFault: different_content where the whole is not what its name says: begin again.
    """
    with pools.gateway() as connection:
        cursor = connection.execute(
            "SELECT fault, held, is_whole"
            " FROM hub.send_piece(%s, %s, %s, %s::bigint, %s::bigint, %b)",
            [plain(token), plain(child), plain(file), start, total, piece],
        )
        code, held, is_whole = row_of(cursor)
    if code:
        raise fault(code)
    return FileState(file, child, held, is_whole)


def file_piece(pools: Pools, token: str, child: str, file: str, start: int) -> bytes:
    """A piece of a whole file from a place on; empty at its end."""
    with pools.gateway() as connection, connection.cursor(binary=True) as cursor:
        cursor.execute(
            "SELECT hub.file_piece(%s, %s, %s, %s::bigint)",
            [plain(token), plain(child), plain(file), start],
        )
        (piece,) = row_of(cursor)
    return bytes(piece)
