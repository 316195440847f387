"""How far an import has come, and whether the person still wants it."""

from collections.abc import Callable

from iro_desktop.services.importing.report import Progress, Stage

_STEP = 0.005  # a two-hundredth: fewer would look stuck, more would only cost time
_SPANS = {
    Stage.READING: (0.0, 0.3),
    Stage.PUTTING_TOGETHER: (0.3, 0.35),
    Stage.KEEPING: (0.35, 1.0),
}


class Cancelled(Exception):
    """The person does not want the import any more. It unwinds the transaction."""


class Pace:
    """Tells whoever waits how far things are, and gives up when they say so."""

    def __init__(
        self,
        progress: Callable[[Progress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._told = -1.0

    def at(self, stage: Stage, done: float) -> None:
        """Say that `done` of a stage is done, from 0 to 1. Raises Cancelled."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        begins, ends = _SPANS[stage]
        fraction = begins + (ends - begins) * min(max(done, 0.0), 1.0)
        if self._progress is not None and fraction >= min(self._told + _STEP, 1.0):
            self._progress(Progress(stage, fraction))
            self._told = fraction
