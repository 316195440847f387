"""What the operator's page and its examples say is there, with the names that the program knows."""

import argparse
import re
import tomllib
from pathlib import Path

import pytest

from iro_desktop.wire.files import PIECE_BYTES
from iro_desktop.wire.revisions import PUSH_BYTES
from iro_hub.command_line.arguments import Commands, parser
from iro_hub.command_line.configuration_file import NAMES, values_of
from iro_hub.command_line.databases import GATEWAYS_FILE, OPERATORS_FILE
from iro_hub.gateway.configuration import configuration_from

HUB = Path(__file__).resolve().parents[3] / "docs" / "hub"
PAGE = (HUB / "operators.md").read_text("utf-8")


def _options(command: argparse.ArgumentParser) -> set[str]:
    return {
        word
        for action in command._actions
        for word in action.option_strings
        if word.startswith("--") and word not in {"--help", "--json"}
    }


def _commands(
    command: argparse.ArgumentParser, before: tuple[str, ...] = ()
) -> dict[str, argparse.ArgumentParser]:
    found = [action for action in command._actions if isinstance(action, Commands)]
    if not found:
        return {" ".join(before): command}
    return {
        words: each
        for name, within in found[0].choices.items()
        for words, each in _commands(within, (*before, name)).items()
    }


COMMANDS = _commands(parser())


@pytest.mark.parametrize("words", COMMANDS)
def test_that_the_page_describes_every_command_with_its_options(words: str) -> None:
    (said,) = re.findall(rf"^\| (?:[^|]*, )?(`{words}(?: [^`]*)?`)", PAGE, re.MULTILINE)
    assert {option for option in _options(COMMANDS[words]) if option not in said} == set()


def test_that_the_page_names_no_command_and_no_option_that_is_not_there() -> None:
    known = set().union(*(_options(command) for command in COMMANDS.values())) | {"--config"}
    known |= {"--json"}
    for row in re.findall(r"^\| `[^|]*\|", PAGE, re.MULTILINE):
        for said in re.findall(r"`([a-z][^`]*)`", row):
            if said.startswith(("iro", "--")) or said.split()[0] in _names_in_files():
                continue
            assert any(said == words or said.startswith(f"{words} ") for words in COMMANDS), said
            assert set(re.findall(r"--[a-z-]+", said)) <= known, said
    for said in re.findall(r"iro-hub ((?:[a-z-]+ ?)+)", PAGE):
        first = said.split()[0]
        assert any(words.split()[0] == first for words in COMMANDS), said


def test_that_the_page_names_every_environment_variable() -> None:
    for name in NAMES.values():
        assert name.removesuffix("_FILE") in PAGE


def test_that_the_example_file_is_one(tmp_path: Path) -> None:
    text = (HUB / "iro-hub.toml").read_text("utf-8")
    file = tmp_path / "iro-hub.toml"
    file.write_text(re.sub(r"^# (certificate\w* = )", r"\1", text, flags=re.MULTILINE), "utf-8")
    file.chmod(0o600)
    told = configuration_from(values_of(file))
    assert told.issuer is not None
    said = {
        (table, name)
        for table, content in tomllib.loads(file.read_text("utf-8")).items()
        for name in content
    }
    spared = {"audience", "algorithms", "behind_tls_proxy"}
    unsaid = {place for place in set(NAMES) - said if not place[1].endswith("_file")}
    assert {name for _, name in unsaid} == spared


def test_that_the_unit_serves_with_the_file_that_init_writes() -> None:
    unit = (HUB / "iro-hub.service").read_text("utf-8")
    (line,) = re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)
    words = line.split()[1:]
    said = parser().parse_args(words)
    assert said.command == "serve"
    assert said.config == Path("/etc/iro-hub") / GATEWAYS_FILE
    assert f"/etc/iro-hub/{OPERATORS_FILE}" in PAGE
    assert f"/etc/iro-hub/{GATEWAYS_FILE}" in PAGE


def test_that_nginx_lets_the_largest_push_through_over_modern_tls_alone() -> None:
    text = (HUB / "nginx.conf").read_text("utf-8")
    told = dict(re.findall(r"^\s*([a-z_]+)\s+([^;{]+);", text, re.MULTILINE))
    most = int(told["client_max_body_size"].removesuffix("m")) * 1024 * 1024
    assert max(PUSH_BYTES, PIECE_BYTES) < most < 2 * PUSH_BYTES
    assert told["client_body_buffer_size"] == told["client_max_body_size"]
    assert told["ssl_protocols"] == "TLSv1.2 TLSv1.3"
    example = tomllib.loads((HUB / "iro-hub.toml").read_text("utf-8"))["gateway"]
    assert f"server {example['address']}:{example['port']};" in text
    assert text.count("{") == text.count("}")
    assert "$request_uri" not in text
    assert ("add_header Strict" in text) == ("proxy_hide_header Strict" in text)


def test_that_the_examples_are_linked_from_the_page() -> None:
    for file in HUB.iterdir():
        assert (
            file.name == "operators.md"
            or f"docs/hub/{file.name}" in PAGE
            or f"]({file.name})" in PAGE
        )


def _names_in_files() -> set[str]:
    return {name for _, name in NAMES}
