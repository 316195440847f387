"""What can be said on the command line."""

import argparse
import datetime as dt
import uuid
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from iro_desktop.wire.council_settings import SETTING_NAMES
from iro_desktop.wire.people import ROLES

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse publishes no name for what it returns

_A_DAY = 24
_MOST_HOURS = 24 * 7


def parser() -> argparse.ArgumentParser:
    """The whole command line. Wrong usage ends with exit code 2, as argparse has it."""
    root = argparse.ArgumentParser(
        prog="iro-hub",
        description="Set up, serve and look after a team's hub.",
        epilog="Connection strings stand in iro-hub.toml or the environment, never in arguments.",
    )
    root.add_argument("--version", action="version", version=f"iro-hub {_version()}")
    root.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="default: $IRO_HUB_CONFIG, iro-hub.toml here, /etc/iro-hub/iro-hub.toml",
    )
    commands = root.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_database(commands)
    _add_serving(commands)
    _add_people(commands)
    _add_access(commands)
    _add_devices(commands)
    _add_records(commands)
    _add_council(commands)
    _add_escrow(commands)
    return root


def day(text: str) -> dt.date:
    """A day such as 2027-01-31, as argparse takes a type."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError("give a day as 2027-01-31") from fault


def child(text: str) -> str:
    """A child's id, as the hub writes it. Another would list nobody, as if nobody saw the child."""
    try:
        return str(uuid.UUID(text))
    except ValueError as fault:
        message = "give the child's id, as iro-desktop children --json prints it"
        raise argparse.ArgumentTypeError(message) from fault


def hours(text: str) -> int:
    """A number of hours that a code may live."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_HOURS):
        raise argparse.ArgumentTypeError(f"give hours from 1 to {_MOST_HOURS}")
    return int(text)


def _version() -> str:
    try:
        return version("iro-desktop")
    except PackageNotFoundError:
        return "from its source"


def _add_database(commands: "Commands[argparse.ArgumentParser]") -> None:
    init = commands.add_parser("init", help="make a new hub in an empty database; write its files")
    init.add_argument("--name", required=True, metavar="NAME", help="what laptops call the hub")
    init.add_argument("--folder", type=Path, metavar="DIR", default=Path("/etc/iro-hub"))
    init.add_argument("--host", metavar="HOST", help="where the gateway finds PostgreSQL")
    _listing(commands.add_parser("about", help="which hub this is, and how much it holds"))
    commands.add_parser("migrate", help="bring the database to this version's shape")
    passwords = commands.add_parser("passwords", help="give the hub's three roles new passwords")
    passwords.add_argument("--folder", type=Path, metavar="DIR", default=Path("/etc/iro-hub"))
    backup = commands.add_parser("backup", help="write the whole database as one file")
    backup.add_argument("file", type=Path, metavar="FILE")
    backup.add_argument("--check", action="store_true", help="restore it elsewhere and verify it")
    restore = commands.add_parser("restore", help="fill an empty database from a backup")
    restore.add_argument("file", type=Path, metavar="FILE")
    commands.add_parser("verify", help="recompute every number, hash and chain")


def _add_serving(commands: "Commands[argparse.ArgumentParser]") -> None:
    serve = commands.add_parser("serve", help="answer laptops, until told to stop")
    serve.add_argument("--address", metavar="ADDRESS")
    serve.add_argument("--port", metavar="PORT")
    serve.add_argument("--workers", metavar="N", help="how many processes")
    openapi = commands.add_parser("openapi", help="print the OpenAPI description")
    openapi.add_argument("--out", type=Path, metavar="FILE")


def _add_people(commands: "Commands[argparse.ArgumentParser]") -> None:
    team = _verbs(commands, "team", "teams, and which stands within which")
    add = team.add_parser("add", help="add a team")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--within", metavar="TEAM", default="")
    _listing(team.add_parser("list", help="list the teams"))

    person = _verbs(commands, "person", "who may use the hub")
    add = person.add_parser("add", help="add a person")
    add.add_argument("name", metavar="NAME", help="as it stands in their records")
    _role(add)
    add.add_argument("--issuer", metavar="URL", default="", help="with --subject: who signs in")
    add.add_argument("--subject", metavar="SUBJECT", default="")
    change = person.add_parser("change", help="change what is given, and leave the rest")
    change.add_argument("person", metavar="PERSON", help="a name or an id")
    change.add_argument("--name", metavar="NAME")
    change.add_argument("--role", choices=ROLES)
    change.add_argument("--team", metavar="TEAM")
    change.add_argument("--service", action=argparse.BooleanOptionalAction)
    change.add_argument("--issuer", metavar="URL")
    change.add_argument("--subject", metavar="SUBJECT")
    _listing(person.add_parser("list", help="list people"))
    for verb, words in (
        ("deactivate", "let someone in no more; what they send later waits for the manager"),
        ("reactivate", "let someone in again"),
    ):
        person.add_parser(verb, help=words).add_argument("person", metavar="PERSON")

    group = _verbs(commands, "group", "what the groups of the council's accounts make of someone")
    add = group.add_parser("add", help="give a group a role and a team")
    add.add_argument("issuer", metavar="ISSUER")
    add.add_argument("group", metavar="GROUP")
    _role(add)
    remove = group.add_parser("remove", help="let a group say nothing any more")
    remove.add_argument("issuer", metavar="ISSUER")
    remove.add_argument("group", metavar="GROUP")
    _listing(group.add_parser("list", help="list the groups"))

    enrol = commands.add_parser("enrol", help="print a single-use code for someone's laptop")
    enrol.add_argument("person", metavar="PERSON", help="a name or an id")
    enrol.add_argument("--hours", type=hours, default=_A_DAY, help="how long it lives (24)")


def _role(command: argparse.ArgumentParser) -> None:
    command.add_argument("--role", required=True, choices=ROLES)
    command.add_argument("--team", required=True, metavar="TEAM")
    command.add_argument("--service", action="store_true", help="a manager who reads every team")


def _add_access(commands: "Commands[argparse.ArgumentParser]") -> None:
    allocate = commands.add_parser("allocate", help="make someone a child's own IRO from now on")
    cover = commands.add_parser("cover", help="let an IRO stand in, to a day and with it")
    assign = commands.add_parser(
        "assign", help="give business support a review, or a worker their part of a child's record"
    )
    assign.add_argument("--review", metavar="REVIEW", default="")
    sample = commands.add_parser("sample", help="let an auditor read a child's record until a day")
    end = commands.add_parser("withdraw", help="end someone's access to a child")
    for command in (allocate, cover, assign, sample, end):
        command.add_argument("child", type=child, metavar="CHILD", help="the child's id")
        command.add_argument("person", metavar="PERSON", help="a name or an id")
    for command in (cover, sample):
        command.add_argument("--until", type=day, metavar="DAY", required=True)
    assign.add_argument("--until", type=day, metavar="DAY")
    allocate.add_argument("--team", metavar="TEAM", default="", help="another than the person's")
    access = commands.add_parser("access", help="list who may see which child")
    access.add_argument("--child", type=child, metavar="CHILD")
    access.add_argument("--person", metavar="PERSON", default="")
    access.add_argument("--all", action="store_true", help="those that ended, too")
    _listing(access)


def _add_devices(commands: "Commands[argparse.ArgumentParser]") -> None:
    _listing(commands.add_parser("devices", help="list laptops, and when each was last here"))
    revoke = commands.add_parser("revoke", help="shut a laptop out; it wipes its copy")
    revoke.add_argument("device", metavar="DEVICE")
    revoke.add_argument("--why", metavar="WORDS", default="lost")


def _add_records(commands: "Commands[argparse.ArgumentParser]") -> None:
    quarantine = _verbs(commands, "quarantine", "work of people who may no longer write")
    _listing(quarantine.add_parser("list", help="list what waits"))
    for verb, words in (
        ("release", "let a bundle join the record"),
        ("set-aside", "keep a bundle out of the record"),
    ):
        decide = quarantine.add_parser(verb, help=words)
        decide.add_argument("bundle", metavar="BUNDLE")
        decide.add_argument("--reason", metavar="WORDS", required=True)
    audit = commands.add_parser("audit", help="who read and wrote what, and when")
    audit.add_argument("--child", type=child, metavar="CHILD")
    audit.add_argument("--person", metavar="PERSON", default="")
    audit.add_argument("--since", type=day, metavar="DAY")
    audit.add_argument("--most", type=int, metavar="N", default=1_000, help="rows (1000)")
    audit.add_argument("--csv", action="store_true", help="as CSV")


def _add_council(commands: "Commands[argparse.ArgumentParser]") -> None:
    settings = _verbs(commands, "settings", "what the council decides for its laptops")
    publish = settings.add_parser("publish", help="publish a setting; no FILE takes it back")
    publish.add_argument("name", metavar="NAME", choices=SETTING_NAMES)
    publish.add_argument("files", type=Path, metavar="FILE", nargs="*")
    publish.add_argument("--from", dest="from_day", type=day, metavar="DAY", required=True)
    publish.add_argument("--key", type=Path, metavar="FILE", required=True)
    _listing(settings.add_parser("list", help="list what was published"))

    keys = _verbs(commands, "keys", "the key that signs settings")
    keys.add_parser("make", help="make the signing key").add_argument(
        "file", type=Path, metavar="FILE"
    )
    rotate = keys.add_parser("rotate", help="make the next signing key, signed by the one before")
    rotate.add_argument("file", type=Path, metavar="NEWFILE")
    rotate.add_argument("--key", type=Path, metavar="FILE", required=True)
    rotate.add_argument("--from", dest="from_day", type=day, metavar="DAY", required=True)


def _add_escrow(commands: "Commands[argparse.ArgumentParser]") -> None:
    escrow = _verbs(commands, "escrow", "the council's own key to pages sealed for a child's IRO")
    make = escrow.add_parser("key", help="make a key, on a machine that need not reach the hub")
    make.add_argument("file", type=Path, metavar="FILE", help="where its secret half goes")
    use = escrow.add_parser("use", help="seal new pages for this key too, from now on")
    use.add_argument("public", metavar="PUBLIC", help="the public half, as escrow key printed it")
    escrow.add_parser("none", help="seal new pages for no escrow key from now on")
    opening = escrow.add_parser("open", help="open a child's sealed pages; the audit says who, why")
    opening.add_argument("--out", type=Path, metavar="FILE", help="a new file, its owner's alone")
    grant = escrow.add_parser("grant", help="let the child's own IRO open what was sealed before")
    for command in (opening, grant):
        command.add_argument("child", type=child, metavar="CHILD", help="the child's id")
        command.add_argument("--review", metavar="REVIEW", default="", help="of one review alone")
        command.add_argument(
            "--key",
            type=Path,
            metavar="FILE",
            required=True,
            action="append",
            help="a secret half; several where it was changed",
        )
        command.add_argument("--reason", metavar="WORDS", required=True, help="for the audit")
    _listing(escrow.add_parser("list", help="list who asked for sealed pages, and why"))


def _verbs(
    commands: "Commands[argparse.ArgumentParser]", name: str, words: str
) -> "Commands[argparse.ArgumentParser]":
    command = commands.add_parser(name, help=words)
    return command.add_subparsers(dest="verb", metavar="WHAT", required=True)


def _listing(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print the list as JSON")
