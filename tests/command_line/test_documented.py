"""What is said of the command line and of its files is what they are."""

import argparse
import re
from collections.abc import Iterator
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from command_runs import ROOT

from iro_desktop.command_line.arguments import parser
from iro_desktop.services.history_port import Revision
from iro_desktop.services.portable_shape import FORMAT, VERSION, PortableRecord

DOCS = ROOT / "docs"
SAID_ONCE = {"id", "child_id", "review_id"}


def quoted(page: Path) -> set[str]:
    """Every word that stands as code in a page."""
    text = page.read_text("utf-8").replace("```", "")
    return set(re.findall(r"[\w.-]+", " ".join(re.findall(r"`([^`]+)`", text))))


def actions(of: argparse.ArgumentParser) -> Iterator[str]:
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield name
                yield from actions(command)
        else:
            yield from action.option_strings
            yield from map(str, action.choices or ())


def test_that_every_command_option_and_choice_is_documented() -> None:
    words = quoted(DOCS / "command-line.md")
    assert set(actions(parser())) <= words


def entities() -> list[type]:
    hints = get_type_hints(PortableRecord)
    return [kind for hint in hints.values() for kind in (get_args(hint) or (hint,))]


def names_in(kind: type) -> set[str]:
    """A dataclass's fields, and the values of those that hold one of a few words."""
    found: set[str] = set()
    for name, hint in get_type_hints(kind).items():
        found.add(name)
        for each in (hint, *get_args(hint)):
            if isinstance(each, type) and issubclass(each, Enum):
                found |= {str(member.value) for member in each}
    return found


@pytest.mark.parametrize(
    "kind", [kind for kind in entities() if hasattr(kind, "__dataclass_fields__")]
)
def test_that_every_field_and_word_of_a_record_is_documented(kind: type) -> None:
    pn_codes = {f"PN{number}" for number in range(1, 7)}  # said as PN0 to PN7
    missing = names_in(kind) - quoted(DOCS / "record-json.md") - SAID_ONCE - pn_codes
    assert missing == set()


def test_that_the_records_own_fields_are_documented() -> None:
    page = (DOCS / "record-json.md").read_text("utf-8")
    for name in PortableRecord.__struct_fields__:
        assert f"| `{name}` |" in page
    assert f"`{FORMAT}`" in page
    assert f"`version` is {VERSION}." in page
    assert {field.name for field in fields(Revision)} <= quoted(DOCS / "record-json.md")
