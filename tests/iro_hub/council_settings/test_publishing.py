"""An operator makes a council setting out of files, and signs it."""

import datetime as dt
import json
import stat
from pathlib import Path

import pytest

from iro_desktop.vault.signatures import is_signed_by
from iro_desktop.wire.council_settings import what_is_signed
from iro_hub.council_settings.publishing import MOST_BYTES, setting_of
from iro_hub.council_settings.signing import make_key, read_key, signed
from iro_hub.faults import HubFault

DAY = dt.date(2026, 12, 1)


def test_that_what_is_signed_here_is_verified_by_a_laptop(tmp_path: Path) -> None:
    verify_key = make_key(tmp_path / "signing.key")
    (tmp_path / "people.json").write_text(json.dumps([{"name": "Made-up Manager"}]))
    setting = setting_of("people", 1, DAY, [tmp_path / "people.json"])
    made = signed(setting, read_key(tmp_path / "signing.key"))
    assert is_signed_by(verify_key, what_is_signed(made), made.signature)


def test_that_the_secret_key_is_its_owners_alone(tmp_path: Path) -> None:
    make_key(tmp_path / "signing.key")
    assert stat.S_IMODE((tmp_path / "signing.key").stat().st_mode) == 0o600


def test_that_a_key_is_never_written_over(tmp_path: Path) -> None:
    make_key(tmp_path / "signing.key")
    before = (tmp_path / "signing.key").read_bytes()
    with pytest.raises(HubFault, match="already"):
        make_key(tmp_path / "signing.key")
    assert (tmp_path / "signing.key").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a key", b"AAAA"])
def test_that_a_file_that_is_no_key_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "signing.key").write_bytes(content)
    with pytest.raises(HubFault, match="no signing key"):
        read_key(tmp_path / "signing.key")


def test_that_several_forms_travel_as_one_setting(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(f"form: {name}\n")
    setting = setting_of("forms", 3, DAY, [tmp_path / "one.yaml", tmp_path / "two.yaml"])
    assert (setting.version, setting.from_day) == (3, "2026-12-01")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("weather", b"rain", "There is no such setting"),
        ("holidays", b"{", "written in JSON"),
        ("forms", b"\xff\xfe", "UTF-8"),
        ("stationery", b"x" * (MOST_BYTES + 1), "5 MB at most"),
    ],
)
def test_that_a_faulty_file_is_refused_with_a_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(HubFault, match=sentence):
        setting_of(name, 1, DAY, [tmp_path / "file"])


def test_that_a_file_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(HubFault, match=r"rules\.yaml cannot be read"):
        setting_of("local_rules", 1, DAY, [tmp_path / "rules.yaml"])


def test_that_only_forms_are_given_in_several_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("")
    with pytest.raises(HubFault, match="Only forms"):
        setting_of("words", 1, DAY, [tmp_path / "a.yaml"] * 2)
