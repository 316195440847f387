"""What can be said on the command line."""

import argparse
from pathlib import Path

from iro_desktop import __version__, paths
from iro_desktop.command_line.days import day
from iro_desktop.documents.formats import FORMS_TO_FILL, Format
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.reading import FORMS_OF_FILES, Length, ReadingStyle
from iro_desktop.domain.withholding import Reader
from iro_desktop.i18n import tr
from iro_desktop.i18n.languages import ENGLISH


def parser() -> argparse.ArgumentParser:
    """The whole command line. Wrong usage ends with exit code 2, as argparse has it."""
    root = argparse.ArgumentParser(
        prog="iro-desktop",
        description=tr("Chair a child's review offline. With no command, the application opens."),
    )
    root.add_argument("--version", action="version", version=f"iro-desktop {__version__}")
    root.add_argument(
        "--store",
        type=Path,
        metavar="DIR",
        default=paths.default_store(),
        help=tr("the folder of the store (default: the system's place for your own data)"),
    )
    root.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=tr("a file whose first line is the passphrase; without it you are asked"),
    )
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    _add_store_commands(commands)
    _add_caseload_commands(commands)
    _add_record_commands(commands)
    _add_timescale_commands(commands)
    _add_diary_command(commands)
    _add_ask(commands)
    _add_contacts_command(commands)
    _add_hub(commands)
    return root


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse publishes no name for what it returns


def _add_store_commands(commands: "Commands[argparse.ArgumentParser]") -> None:
    demo = commands.add_parser("demo", help=tr("make a made-up caseload and show the main job"))
    demo.add_argument("--headless", action="store_true", help=tr("open no window"))
    demo.add_argument("--out", type=Path, metavar="DIR", default=Path("demo-output"))
    commands.add_parser("init", help=tr("make an empty store and print its recovery key"))
    backup = commands.add_parser("backup", help=tr("write a whole, encrypted, checked copy"))
    backup.add_argument("--out", type=Path, metavar="FILE", required=True)
    restore = commands.add_parser("restore", help=tr("make a store from a backup"))
    restore.add_argument("file", type=Path, metavar="FILE")
    commands.add_parser("verify", help=tr("read every page of the store and check it"))


def _add_caseload_commands(commands: "Commands[argparse.ArgumentParser]") -> None:
    take_in = commands.add_parser(
        "import", help=tr("take in SSDA903 files, Annex A workbooks, or a review record (.json)")
    )
    take_in.add_argument("paths", type=Path, metavar="PATH", nargs="+")
    take_in.add_argument("--json", action="store_true", help=tr("print the report as JSON"))
    for name, help_text in (
        ("children", tr("list the children")),
        ("reviews", tr("list the reviews")),
    ):
        listing = commands.add_parser(name, help=help_text)
        listing.add_argument("--json", action="store_true", help=tr("print the list as JSON"))


def _add_record_commands(commands: "Commands[argparse.ArgumentParser]") -> None:
    _add_write(commands)
    export = commands.add_parser("export", help=tr("write a review as a portable file"))
    export.add_argument("what", choices=["record"])
    export.add_argument("review", metavar="REVIEW")
    export.add_argument("--out", type=Path, metavar="FILE.json", required=True)
    drop = commands.add_parser(
        "drop", help=tr("write what the council's own system can pick up, as a folder of tables")
    )
    drop.add_argument("folder", type=Path, metavar="FOLDER", help=tr("where the folder is made"))
    drop.add_argument(
        "--records",
        action="store_true",
        help=tr(
            "with the whole record of each closed review, which holds what is for the IRO alone"
        ),
    )
    forget = commands.add_parser(
        "forget", help=tr("remove a review from this laptop, once it has been exported")
    )
    forget.add_argument("what", choices=["record"])
    forget.add_argument("review", metavar="REVIEW")
    forget.add_argument("--exported", type=Path, metavar="FILE.json", required=True)
    _add_forms(commands)
    _add_practice(commands)


def _add_practice(commands: "Commands[argparse.ArgumentParser]") -> None:
    practice = commands.add_parser("practice", help=tr("check a practice pack; needs no store"))
    practice.add_argument("what", choices=["check"])
    practice.add_argument("file", type=Path, metavar="FILE")


def _add_forms(commands: "Commands[argparse.ArgumentParser]") -> None:
    forms = commands.add_parser(
        "forms", help=tr("check a form, list those in force, add a council's own, or retire it")
    ).add_subparsers(dest="what", metavar="WHAT", required=True)
    check = forms.add_parser("check", help=tr("say everything that is wrong with a form's file"))
    listing = forms.add_parser("list", help=tr("list the forms, the council's own too"))
    listing.add_argument("--json", action="store_true", help=tr("print the list as JSON"))
    add = forms.add_parser("add", help=tr("ask by a council's own form from now on"))
    for command in (check, add):
        command.add_argument("file", type=Path, metavar="FILE")
    retire = forms.add_parser("retire", help=tr("ask by a council's own form no more"))
    retire.add_argument("form", metavar="FORM", help=tr("the form's id, as “list” shows it"))


def _add_write(commands: "Commands[argparse.ArgumentParser]") -> None:
    write = commands.add_parser("write", help=tr("write a document of a review, for one reader"))
    write.add_argument("kind", choices=[kind.value for kind in DocumentKind])
    write.add_argument("review", metavar="REVIEW")
    write.add_argument(
        "--format", choices=[each.value for each in Format], default=Format.PDF.value
    )
    write.add_argument(
        "--language", metavar="CODE", default=ENGLISH, help=tr("such as en, ar, zh-Hant or cy")
    )
    write.add_argument(
        "--style",
        choices=[style.value for style in ReadingStyle if style not in FORMS_OF_FILES],
        default=ReadingStyle.STANDARD.value,
        help=tr("what the document is like for its reader"),
    )
    write.add_argument(
        "--length", choices=[length.value for length in Length], default=Length.FULL.value
    )
    write.add_argument(
        "--reader",
        choices=[reader.value for reader in Reader],
        help=tr("for whom the copy is: what is kept from them is left out"),
    )
    write.add_argument("--reader-name", metavar="NAME", default="")
    write.add_argument("--out", type=Path, metavar="FILE", required=True)


def _add_ask(commands: "Commands[argparse.ArgumentParser]") -> None:
    ask = commands.add_parser(
        "ask", help=tr("write the forms by which people are asked before a meeting")
    )
    ask.add_argument("review", metavar="REVIEW")
    ask.add_argument(
        "--format",
        choices=[each.value for each in FORMS_TO_FILL],
        default=Format.PDF.value,
        help=tr("either can be printed, or filled in and taken back with “import”"),
    )
    ask.add_argument("--language", metavar="CODE", default=ENGLISH)
    ask.add_argument("--out", type=Path, metavar="FOLDER", required=True)


def _add_timescale_commands(commands: "Commands[argparse.ArgumentParser]") -> None:
    due = commands.add_parser("due", help=tr("when something is due, and why; needs no store"))
    due.add_argument("rule", metavar="RULE", help=tr("a rule's name, as “rules” lists them"))
    due.add_argument(
        "day", type=day, metavar="DATE", help=tr("the day it is counted from, such as 2025-09-01")
    )
    rules = commands.add_parser("rules", help=tr("list the rules with their sources"))
    for command in (due, rules):
        command.add_argument(
            "--local", type=Path, metavar="FILE", help=tr("a council's own timescales (.yaml)")
        )
        command.add_argument("--json", action="store_true", help=tr("print it as JSON"))


def _add_first_and_last(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--from", dest="first", type=day, metavar="DAY", required=True, help=tr("the first day")
    )
    command.add_argument(
        "--to", dest="last", type=day, metavar="DAY", required=True, help=tr("the last day")
    )


def _add_contacts_command(commands: "Commands[argparse.ArgumentParser]") -> None:
    contacts = commands.add_parser(
        "contacts", help=tr("count visits, calls and other contacts between meetings")
    )
    _add_first_and_last(contacts)
    contacts.add_argument("--json", action="store_true", help=tr("print the list as JSON"))


def _add_diary_command(commands: "Commands[argparse.ArgumentParser]") -> None:
    diary = commands.add_parser(
        "diary", help=tr("list what is due, booked and held, or write it as a calendar file")
    )
    _add_first_and_last(diary)
    diary.add_argument("--ics", type=Path, metavar="FILE", help=tr("write a calendar file"))
    diary.add_argument(
        "--with-names",
        action="store_true",
        help=tr("in the file: the children's names, the places and the kinds of review"),
    )
    diary.add_argument("--json", action="store_true", help=tr("print the list as JSON"))


def _add_hub(commands: "Commands[argparse.ArgumentParser]") -> None:
    hub = commands.add_parser(
        "hub", help=tr("join the team's hub, sync with it, see how things stand, or leave it")
    ).add_subparsers(dest="what", metavar="WHAT", required=True)
    enrol = hub.add_parser(
        "enrol", help=tr("join a hub; the code is asked for, or read from standard input")
    )
    enrol.add_argument("address", metavar="ADDRESS", help=tr("such as https://hub.example.gov.uk"))
    enrol.add_argument(
        "--browser", action="store_true", help=tr("sign in with the council's account instead")
    )
    enrol.add_argument(
        "--person",
        metavar="NAME",
        default="",
        help=tr("join only if the hub knows this laptop's owner by this name; asks nobody"),
    )
    status = hub.add_parser("status", help=tr("say how this laptop stands with its hub"))
    status.add_argument("--json", action="store_true", help=tr("print it as JSON"))
    hub.add_parser("sync", help=tr("send what waits and take in what is new"))
    hub.add_parser("leave", help=tr("belong to the hub no more; nothing is removed"))
