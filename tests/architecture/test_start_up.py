"""Starting the program loads nothing that only later work needs."""

import subprocess
import sys

import pytest
from source_tree import ROOT

SLOW = (
    "docx",
    "reportlab",
    "alembic",
    "keyring",
    "openpyxl",
    "PIL",
    "lxml",
    "icalendar",
    "uharfbuzz",
    "fontTools",
    "pikepdf",
    "hunspell",
    "markdown_it",
    "pypdfium2",
    "httpx",
    "nacl",
)
AT_START = "import iro_desktop.__main__, iro_desktop.ui.start"


@pytest.fixture(scope="module")
def loaded_at_start() -> set[str]:
    script = f"{AT_START}; import sys; print('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return {name.split(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize("library", SLOW)
def test_that_start_up_does_not_load(library: str, loaded_at_start: set[str]) -> None:
    assert library not in loaded_at_start
