"""The keys of a review: each listed once, on the screen as in docs/keys.md."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from iro_desktop.ui.review.chairing.keys import overview

KEYS = Path(__file__).parents[3] / "docs" / "keys.md"


def test_that_every_key_is_listed_once_and_in_the_documentation(qapp: QApplication) -> None:
    lines = overview()
    assert len({line.keys for line in lines}) == len(lines)
    written = KEYS.read_text(encoding="utf-8")
    assert [line for line in lines if f"| `{line.keys}` | {line.does} |" not in written] == []
    assert written.count("| `") == len(lines)
