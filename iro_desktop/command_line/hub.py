"""Commands about the team's hub: join it, see how one stands with it, sync, and leave it.

A code is never an argument: others on the computer could read it there. It is asked for at the
terminal, or is the first line of standard input.
"""

import argparse
import getpass
import sys
import webbrowser
from contextlib import closing

from iro_desktop.command_line.caseload import print_rows
from iro_desktop.command_line.means import Means
from iro_desktop.command_line.opened import opened, workspace
from iro_desktop.command_line.passphrases import NobodyToAsk
from iro_desktop.i18n import Translator, tr
from iro_desktop.services.faults import HubAway, NotEnrolled
from iro_desktop.services.ports import OpenStore
from iro_desktop.services.syncing.reports import in_words
from iro_desktop.services.syncing.roads import Roads, run_round
from iro_desktop.services.syncing.whole_round import sync_state
from iro_desktop.services.team_hub import enrolling, leaving, membership, signing_in
from iro_desktop.services.team_hub.enrolling import Introduced, checked_address
from iro_desktop.services.team_hub.wording import who_is

_COLUMNS = ("state", "hub", "address", "person", "role", "team", "until", "waiting", "refused")
_LONGEST_LINE = 1000


def hub(said: argparse.Namespace, means: Means) -> int:
    """Do what is asked about the hub."""
    return {"enrol": enrol, "status": status, "sync": sync, "leave": leave}[said.what](said, means)


def enrol(said: argparse.Namespace, means: Means) -> int:
    """Join a hub, by a code or in the browser, once the person says that it knows them rightly."""
    address = checked_address(said.address)
    roads = _roads(means)
    if not said.person and not _someone_is_there():
        raise NobodyToAsk(
            tr("Say with --person NAME whom the hub must know this laptop's owner as.")
        )
    with opened(said, means) as store:
        found = (
            _in_browser(address, roads, store) if said.browser else _by_code(address, roads, store)
        )
        who = who_is(found.person, Translator())
        sys.stderr.write(tr("{hub} knows you as {who}.", hub=found.hub_title, who=who) + "\n")
        if not _is_right(found, said.person):
            sys.stderr.write(tr("Nothing was kept and nothing was sent.") + "\n")
            return 1
        enrolling.keep(store.unit_of_work, found, means.clock)
    sys.stdout.write(tr("This laptop belongs to {hub} now.", hub=found.hub_title) + "\n")
    return 0


def status(said: argparse.Namespace, means: Means) -> int:
    """Say how this laptop stands with its hub, without asking the hub."""
    with opened(said, means) as store:
        state = sync_state(store.unit_of_work)
        with store.unit_of_work() as uow:
            account = membership.account_of(uow)
    row: dict[str, object] = dict.fromkeys(_COLUMNS, "")
    row |= {"state": "outside", "waiting": state.waiting, "refused": state.refused}
    row |= {"conflicts": state.conflicts, "last": state.last.isoformat() if state.last else ""}
    if account is not None:
        row |= {
            "state": "signed_out" if account.is_signed_out else "joined",
            "hub": account.hub_title,
            "address": account.address,
            "person": account.person,
            "role": account.role,
            "team": account.team,
            "until": account.until.isoformat() if account.until else "",
        }
    return print_rows(said, [row], (*_COLUMNS, "conflicts", "last"))


def sync(said: argparse.Namespace, means: Means) -> int:
    """Send what waits and take in what is new; say what was done."""
    roads = _roads(means)
    with opened(said, means) as store:
        report = run_round(roads, workspace(store, means), _QuietJob())
    for sentence in in_words(report, Translator()):
        sys.stdout.write(f"{sentence}\n")
    return 1 if report.ended else 0


def leave(said: argparse.Namespace, means: Means) -> int:
    """Belong to no hub any more."""
    with opened(said, means) as store:
        with store.unit_of_work() as uow:
            if membership.account_of(uow) is None:
                raise NotEnrolled
        reach = None if means.roads is None else means.roads().reach
        is_told = leaving.leave(store.unit_of_work, reach)
    sys.stdout.write(leaving.in_words(Translator(), is_told=is_told) + "\n")
    return 0


class _QuietJob:
    """Runs to its end; the keyboard's interrupt stops it between two steps as well."""

    def progress(self, done: int, total: int, what: str = "") -> None:
        """Nobody watches."""

    def check(self) -> None:
        """Nobody asks to stop but by the keyboard."""


def _roads(means: Means) -> Roads:
    if means.roads is None:
        raise HubAway
    return means.roads()


def _by_code(address: str, roads: Roads, store: OpenStore) -> Introduced:
    code = _code()
    with closing(roads.ways_in.door(address)) as door:
        return enrolling.introduce_by_code(store.unit_of_work, door, roads.boxes(), address, code)


def _in_browser(address: str, roads: Roads, store: OpenStore) -> Introduced:
    pages = roads.ways_in.pages()
    with closing(roads.ways_in.door(address)) as door:
        pending = signing_in.begin(door, pages, Translator())
        sys.stderr.write(tr("Sign in in the browser, at this page:") + f"\n{pending.url}\n")
        sys.stderr.flush()
        webbrowser.open(pending.url)
        return signing_in.finish(
            store.unit_of_work, door, pages, roads.boxes(), address, pending, lambda: None
        )


def _code() -> str:
    try:
        if _someone_is_there():
            code = getpass.getpass(tr("Code from your manager: "))
        else:
            code = sys.stdin.readline(_LONGEST_LINE)
    except EOFError:
        code = ""
    if not code.strip():
        raise NobodyToAsk(tr("Give the code on standard input. Nothing has been done."))
    return code


def _is_right(found: Introduced, name: str) -> bool:
    if name:
        return found.person.name == name
    sys.stderr.write(tr("Is that you? Type yes to go on: "))
    sys.stderr.flush()
    return sys.stdin.readline(_LONGEST_LINE).strip().casefold() in {"yes", tr("yes").casefold()}


def _someone_is_there() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
