"""Opening a review whose form asks 120 questions on one page, beside bare Qt with as many fields.

Both pages come into a window that stands open. The bare one asks the same questions with Qt's own
widgets in the same style sheet, and does nothing else: it reads nothing from a store and has no
help, no names for a screen reader, no answers to keep, no conditions.
"""

import statistics
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDateEdit,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QSlider,
    QStackedWidget,
    QWidget,
)

from benches.figures import Figure, seconds
from benches.made_up_store import made_up_workspace
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import ReviewKind, ReviewStatus
from iro_desktop.services import council_forms
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.application import make_application
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.view import ReviewView

W = TypeVar("W", bound=QWidget)
TIMES = 7
MOST_TIMES_BARE_QT = 3
HOW_MANY: Mapping[str, int] = {
    "yes_no": 24,
    "long_text": 24,
    "text": 20,
    "choice": 18,
    "date": 12,
    "scale": 8,
    "person": 6,
    "choices": 4,
    "number": 4,
}
QUESTIONS = sum(HOW_MANY.values())
OPTIONS = ("One", "Another", "Neither")
MORE: Mapping[str, str] = {
    "choice": "        options: {one: One, another: Another, neither: Neither}\n",
    "choices": "        options: {one: One, another: Another, neither: Neither}\n",
    "yes_no": "        detail: Why?\n",
}
BARE: Mapping[str, Callable[[], QWidget]] = {
    "long_text": QPlainTextEdit,
    "date": QDateEdit,
    "number": QDoubleSpinBox,
    "scale": QSlider,
    "yes_no": lambda: _row(QRadioButton("Yes"), QRadioButton("No")),
    "choice": lambda: _row(*map(QRadioButton, OPTIONS)),
    "choices": lambda: _row(*map(QCheckBox, OPTIONS)),
}


def figures() -> Iterator[Figure]:
    """The limit is some times what bare Qt takes on the same machine in the same minutes."""
    application = QApplication.instance() or make_application(["bench"], Appearance())
    with made_up_workspace() as workspace:
        review = _review_under(workspace, form())
        presenter = ReviewPresenter(workspace, lambda _changed: None)
        with _shown(ReviewView(presenter)) as view, _shown(QStackedWidget()) as window:
            ours, bare = _in_turn(lambda: _open_ours(view, review), lambda: _open_bare(window))
    del application
    yield Figure(f"{QUESTIONS} questions opened", ours, MOST_TIMES_BARE_QT * bare, "ms")


def form() -> str:
    """A council's form of 120 questions in one section; every fourth has help."""
    kinds = [kind for kind, number in HOW_MANY.items() for _ in range(number)]
    questions = (
        f"      - id: asked_{number}\n"
        f"        kind: {kind}\n"
        f"        text: What do you say to the question number {number}?\n"
        f"{MORE.get(kind, '')}"
        f"{'        help: What the law says about it.' if number % 4 == 0 else ''}\n"
        for number, kind in enumerate(kinds)
    )
    return (
        "form: many-questions\nversion: 1\ntitle: Many questions\nreview_kinds: [midway]\n"
        "sections:\n  - id: asked\n    title: All there is to ask\n    stage: prepare\n"
        "    questions:\n" + "".join(questions)
    )


def _review_under(workspace: Workspace, text: str) -> ReviewId:
    council_forms.add(
        workspace.uow_factory, text, "many.yaml", workspace.catalogue, workspace.clock
    )
    kept = workspace.form_for(ReviewKind.MIDWAY)
    with workspace.uow_factory() as uow:
        begun = next(one for one in uow.reviews.all() if one.status is ReviewStatus.OPEN)
        review = replace(begun, form=kept.id, form_version=kept.version)
        uow.reviews.put(review)
    return review.id


def _in_turn(ours: Callable[[], object], bare: Callable[[], object]) -> tuple[float, float]:
    """The middle of several runs of each, in ms, the two by turns; the first run warms up."""
    taken = [(seconds(ours), seconds(bare)) for _ in range(TIMES + 1)][1:]
    return (
        statistics.median(one for one, _ in taken) * 1000,
        statistics.median(other for _, other in taken) * 1000,
    )


@contextmanager
def _shown(widget: W) -> Iterator[W]:
    """A window that stands open, as it does at work."""
    widget.resize(1180, 900)
    widget.show()
    QCoreApplication.processEvents()
    yield widget
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _open_ours(view: ReviewView, review: ReviewId) -> None:
    view.show_review(review)
    QCoreApplication.processEvents()
    view.grab()


def _open_bare(window: QStackedWidget) -> None:
    before = window.currentWidget()
    page = QWidget()
    layout = QFormLayout(page)
    kinds = [kind for kind, number in HOW_MANY.items() for _ in range(number)]
    for number, kind in enumerate(kinds):
        label = QLabel(f"What do you say to the question number {number}?")
        label.setWordWrap(True)
        layout.addRow(label, _bare_field(kind))
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(page)
    window.addWidget(scroll)
    window.setCurrentWidget(scroll)
    if before is not None:
        window.removeWidget(before)
        before.deleteLater()
    QCoreApplication.processEvents()
    window.grab()


def _bare_field(kind: str) -> QWidget:
    return BARE.get(kind, QLineEdit)()


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    for widget in widgets:
        layout.addWidget(widget)
    return row
