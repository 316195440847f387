"""Where the hub is, out of a file that is its owner's alone, or out of the environment."""

from pathlib import Path

import pytest
from hub_runs import hub

from iro_hub.command_line.configuration_file import NAMES, dsn_of, values_of
from iro_hub.faults import HubFault
from iro_hub.gateway.configuration import configuration_from


def _file(tmp_path: Path, text: str, mode: int = 0o600) -> Path:
    file = tmp_path / "made-up.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    return file


def test_that_a_file_says_what_the_environment_could(tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        '[database]\ngateway = "dbname=a"\nsign_in = "dbname=b"\n'
        '[gateway]\nport = 9000\ntrusted_proxies = ["127.0.0.1", "10.0.0.0/8"]\n'
        '[sign_in]\nissuer = "https://login.example.org/x"\nclient_id = "y"\nscopes = ["openid"]\n',
    )
    values = values_of(file)
    told = configuration_from(values)
    assert (told.gateway_dsn, told.sign_in_dsn) == ("dbname=a", "dbname=b")
    assert told.trusted_proxies == ("127.0.0.1", "10.0.0.0/8")
    assert told.issuer is not None
    assert told.issuer.scopes == ("openid",)
    assert values["IRO_HUB_PORT"] == "9000"


def test_that_the_environment_goes_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret").write_text("dbname=of_a_file\n", encoding="utf-8")
    file = _file(tmp_path, f'[database]\nowner_file = "{tmp_path / "secret"}"\n')
    assert dsn_of("owner", values_of(file)) == "dbname=of_a_file"
    monkeypatch.setenv("IRO_HUB_OWNER_DSN", "dbname=outside")
    assert dsn_of("owner", values_of(file)) == "dbname=outside"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
def test_that_a_file_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    file = _file(tmp_path, '[database]\nowner = "dbname=x"\n', mode)
    assert hub("--config", file, "team", "list").is_refused("chmod 600")


@pytest.mark.parametrize(
    "text",
    [
        '[database]\npassword = "tin kettle"\n',
        '[databse]\nowner = "tin kettle"\n',
        'owner = "tin kettle"\n',
        "tin kettle",
    ],
)
def test_that_what_is_not_understood_is_refused_without_being_shown(
    tmp_path: Path, text: str
) -> None:
    with pytest.raises(HubFault) as refused:
        values_of(_file(tmp_path, text))
    assert "kettle" not in refused.value.sentence


def test_that_a_missing_connection_string_is_asked_for_by_its_names() -> None:
    assert hub("team", "list").is_refused("IRO_HUB_OPERATOR_DSN", "operator")


def test_that_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert hub("--config", tmp_path / "none.toml", "team", "list").is_refused("none.toml")


def test_that_no_option_takes_a_secret() -> None:
    words = " ".join(
        hub(*command, "--help").out for command in ((), ("init",), ("serve",), ("passwords",))
    )
    secrets = [place for table, place in NAMES if table == "database"]
    assert not [place for place in secrets if f"--{place}" in words]
    assert "--workers" in words
