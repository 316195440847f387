"""Pictures of the screens as the main job goes by, numbered in the order they were taken."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from iro_desktop.services.disk_faults import disk_faults

SETTLE_MS = 60


class Pictures:
    """Takes and keeps pictures in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.taken: list[Path] = []

    def take(self, window: QWidget, name: str) -> None:
        """A picture of the window as it stands. Raises NotWritable, NoSpace."""
        QTest.qWait(SETTLE_MS)
        with disk_faults(self._folder.name):
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"{len(self.taken) + 1:02d}-{name}.png"
            window.grab().save(str(path))
        self.taken.append(path)
