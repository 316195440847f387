"""What ships beside the program: data folders, fonts and icons by their manifests, the lock."""

import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest
from source_tree import ROOT

from iro_desktop import paths

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
REQUIREMENT = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)", re.MULTILINE)
PINNED = {found["name"].lower(): found["version"] for found in REQUIREMENT.finditer(LOCK)}


def recorded_spec() -> dict[str, object]:
    """The arguments that installer.spec gives to PyInstaller's Analysis."""
    given: dict[str, object] = {}

    class Recorded:
        def __init__(self, *_words: object, **more: object) -> None:
            given.update({name: value for name, value in more.items() if name not in given})
            self.binaries: list[tuple[str, str, str]] = []
            self.datas: list[tuple[str, str, str]] = []
            self.pure: list[object] = []
            self.scripts: list[object] = []

    spec = ROOT / "installer.spec"
    names = dict.fromkeys(("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE"), Recorded)
    exec(compile(spec.read_text("utf-8"), spec, "exec"), {**names, "SPECPATH": str(ROOT)})  # noqa: S102  it is ours
    return given


def test_that_the_installer_packs_exactly_the_folders_the_program_reads() -> None:
    datas = recorded_spec()["datas"]
    assert isinstance(datas, list)
    own = {target: Path(source) for source, target in datas if Path(source).parent == ROOT}
    assert own == {name: ROOT / name for name in paths.DATA_FOLDERS}


@pytest.mark.parametrize("folder", paths.DATA_FOLDERS)
def test_that_each_packed_folder_is_there(folder: str) -> None:
    assert any((paths.program_root() / folder).rglob("*"))


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_that_fonts_and_icons_are_those_of_the_manifest(folder: str) -> None:
    home = paths.resources() / folder
    listed = json.loads((home / "manifest.json").read_text("utf-8"))["files"]
    entries = [{"file": one} if isinstance(one, str) else one for one in listed]
    there = {
        path.relative_to(home).as_posix()
        for path in home.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    named = {entry["file"] for entry in entries}
    assert {name for name in there - named if not name.startswith("LICENSE")} == set()
    assert named - there == set()
    for entry in entries:
        if "sha256" in entry:
            content = (home / entry["file"]).read_bytes()
            assert hashlib.sha256(content).hexdigest() == entry["sha256"], entry["file"]


def test_that_every_locked_package_has_a_hash() -> None:
    blocks = re.split(r"(?m)^(?=[A-Za-z0-9])", LOCK)
    without = [
        block.split()[0] for block in blocks if "==" in block and "--hash=sha256:" not in block
    ]
    assert without == []
    assert len(PINNED) > 50


def test_that_no_address_stands_in_the_lock_file() -> None:
    assert not re.search(r"https?:|file:|--index-url|--find-links|\s@\s", LOCK)


def test_that_everything_the_project_asks_for_is_locked_as_it_asks() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    for requirement in asked:
        name, _, version = requirement.partition("==")
        name = re.split(r"[<>=~! ]", name)[0].lower().replace("_", "-")
        assert name in PINNED, name
        if version and "*" not in version:
            assert PINNED[name] == version
