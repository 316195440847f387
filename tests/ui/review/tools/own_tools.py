"""A panel of a tool in a window of its own, whose changes are kept as they are made."""

from collections.abc import Callable
from typing import TypeVar

from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter

P = TypeVar("P", bound=Panel)
Show = Callable[..., object]


def show_panel(shown: Show, make: Callable[[ReviewPresenter], P], presenter: ReviewPresenter) -> P:
    """The panel, shown."""
    panel = make(presenter)
    panel.edited.connect(presenter.save)
    shown(panel, 980, 900)
    return panel
