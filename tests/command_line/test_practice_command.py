"""A practice pack checked from the command line, without any store."""

from pathlib import Path

import pytest
from command_runs import run_here


def test_that_a_pack_is_checked_and_each_fault_is_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text("pack: ours\nversion: 1\ntitle: Ours\n", "utf-8")
    assert run_here("practice", "check", file) == 0
    assert capsys.readouterr().out == "ours.yaml: nothing is wrong with it.\n"
    file.write_text("pack: ours\nversion: 0\nmap: {columns: []}\n", "utf-8")
    assert run_here("practice", "check", file) == 1
    codes = [line.split("  ")[1] for line in capsys.readouterr().err.splitlines()]
    assert codes == ["F013", "F017", "P001"]
    assert run_here("practice", "check", tmp_path / "none.yaml") == 1
