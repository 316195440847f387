"""Commands about the council's own key to sealed pages."""

import argparse
import os
import pwd
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import msgspec

from iro_hub.command_line.configuration_file import dsn_of, values_of
from iro_hub.command_line.files import write_whole
from iro_hub.command_line.offices import opened as office_opened
from iro_hub.command_line.rows import print_rows
from iro_hub.database.escrow_office import EscrowOffice
from iro_hub.escrow.keys import make_escrow_key, read_escrow_keys
from iro_hub.escrow.opening import ClosedPage, OpenedPage, grants_of, opened, page_of
from iro_hub.faults import HubFault

_OPENINGS = ("at", "named", "purpose", "child", "review", "pages", "reason")
_WHY = {
    "before_escrow": "sealed while there was no escrow key",
    "other_key": "sealed for another escrow key",
    "broken": "broken, or moved from another place",
}


class OpenedPages(msgspec.Struct, frozen=True):
    """What `escrow open` writes: docs/sealed-pages.md."""

    format: str
    child: str
    review: str | None
    asked_by: str
    reason: str
    opening: int
    pages: tuple[OpenedPage, ...]
    closed: tuple[ClosedPage, ...]


def escrow(said: argparse.Namespace) -> int:
    """Make an escrow key, choose one or none, open pages with it, or pass their keys on."""
    match said.verb:
        case "key":
            sys.stdout.write(f"{make_escrow_key(said.file)}\n")
        case "use":
            with office_opened(said) as office:
                office.set_escrow_key(said.public)
        case "none":
            with office_opened(said) as office:
                office.set_escrow_key("")
        case "open":
            _open(said)
        case "grant":
            _grant(said)
        case _:
            with _opened_office(said) as office:
                return print_rows(office.openings(), _OPENINGS, as_json=said.json)
    return 0


def _open(said: argparse.Namespace) -> None:
    """The line in the audit stands before a page is fetched, whatever becomes of the rest."""
    keys = read_escrow_keys(said.key)
    if said.out is not None and said.out.exists():
        raise HubFault("exists", f"{said.out} is there already. Name another file.")
    asked_by = _asked_by()
    with _opened_office(said) as office:
        opening = office.ask("open", said.child, said.review, asked_by, said.reason)
        told = [opened(page_of(text), keys) for text in office.pages(opening)]
    pages = tuple(page for page in told if isinstance(page, OpenedPage))
    closed = tuple(page for page in told if isinstance(page, ClosedPage))
    if not pages:
        raise HubFault("nothing_opened", f"Nothing was opened. {_in_words(closed)}")
    content = msgspec.json.format(
        msgspec.json.encode(
            OpenedPages(
                format="iro-opened-pages-1",
                child=said.child,
                review=said.review or None,
                asked_by=asked_by,
                reason=said.reason,
                opening=opening,
                pages=pages,
                closed=closed,
            )
        )
    )
    if said.out is None:
        sys.stdout.write(f"{content.decode()}\n")
    else:
        write_whole(said.out, content + b"\n")
    sys.stderr.write(f"Pages opened: {len(pages)}. {_in_words(closed)}\n")


def _grant(said: argparse.Namespace) -> None:
    """Seal the pages' keys again, for the laptops of whoever is the child's own IRO now."""
    keys = read_escrow_keys(said.key)
    with _opened_office(said) as office:
        readers = office.readers(said.child)
        if not readers:
            raise HubFault("no_reader", "The child's own IRO has no laptop that is enrolled.")
        opening = office.ask("grant", said.child, said.review, _asked_by(), said.reason)
        pages = [page_of(text) for text in office.pages(opening)]
        closed = [each for page in pages if isinstance(each := opened(page, keys), ClosedPage)]
        grants = list(grants_of(pages, keys, readers))
        if pages and len(closed) == len(pages):
            raise HubFault("nothing_opened", f"Nothing was given. {_in_words(closed)}")
        given = office.give(opening, grants) if grants else 0
    sys.stderr.write(f"Keys given: {given}. Laptops: {len(readers)}. {_in_words(closed)}\n")


@contextmanager
def _opened_office(said: argparse.Namespace) -> Iterator[EscrowOffice]:
    with EscrowOffice(dsn_of("operator", values_of(said.config))) as office:
        yield office


def _asked_by() -> str:
    """Who is at the keyboard, as the machine knows them: also where they act as another user."""
    return os.environ.get("SUDO_USER") or pwd.getpwuid(os.getuid()).pw_name


def _in_words(closed: Sequence[ClosedPage]) -> str:
    if not closed:
        return "None stays closed."
    told = Counter(page.why for page in closed)
    kinds = "; ".join(f"{many} {_WHY[why]}" for why, many in sorted(told.items()))
    return f"Still closed: {kinds}."
