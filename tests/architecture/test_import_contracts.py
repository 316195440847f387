"""The layers of docs/architecture.md hold."""

import subprocess
import sys

from source_tree import ROOT


def test_that_every_import_contract_is_kept() -> None:
    lint = "from importlinter.cli import lint_imports_command as lint; lint()"
    done = subprocess.run(
        [sys.executable, "-c", lint], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[-3000:]
