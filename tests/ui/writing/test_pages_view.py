"""The pages as they are printed: drawn when in sight, one at a time, sharp at every size."""

from collections.abc import Callable

import pytest
from accessibility_checks import settle
from held_jobs import HeldJobs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iro_desktop.documents.blocks import Design, Document, PageBreak, Paragraph, plain
from iro_desktop.documents.formats import Format
from iro_desktop.documents.pdf_pages import PageSize, page_sizes
from iro_desktop.documents.writers import write
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.writing.pages_view import PagesView

Show = Callable[..., PagesView]
Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
WHITE = 0xFFFFFFFF


def _pdf(pages: int, text: str = "A page") -> tuple[bytes, tuple[PageSize, ...]]:
    blocks = [Paragraph(plain(f"{text} {number}")) for number in range(1, pages + 1)]
    broken = [part for block in blocks for part in (block, PageBreak())][:-1]
    document = Document(
        title="Made up", language="en-GB", design=Design.LETTER, blocks=tuple(broken)
    )
    data = write(document, Format.PDF).data
    return data, page_sizes(data)


@pytest.fixture
def view(shown: Show) -> PagesView:
    made = PagesView(InlineRunner())
    shown(made, 700, 600)
    made.show_pdf(*_pdf(4))
    settle()
    return made


def _drawn(view: PagesView) -> list[bool]:
    return [not sheet.wants_picture for sheet in view.sheets]


def _ink(view: PagesView, number: int) -> int:
    """How many pixels in the middle of a page are not white."""
    image = view.sheets[number].grab().toImage()
    return sum(
        image.pixel(x, y) != WHITE
        for x in range(5, image.width() - 5)
        for y in range(5, image.height() - 5)
    )


def test_that_only_pages_in_sight_are_drawn(view: PagesView) -> None:
    assert view.place.text() == "Page 1 of 4"
    assert _drawn(view) == [True, False, False, False]
    assert _ink(view, 0) > 20


def test_that_a_page_fills_the_width_and_keeps_its_shape(view: PagesView) -> None:
    sheet = view.sheets[0]
    assert abs(sheet.width() - view.frame.room()) <= 1
    assert abs(sheet.height() / sheet.width() - 842 / 595) < 0.01


def test_that_keys_go_through_the_pages(view: PagesView) -> None:
    view.frame.setFocus()
    QTest.keyClick(view.frame, Key.Key_End)
    settle()
    assert view.place.text() == "Page 4 of 4"
    assert _drawn(view)[3]
    assert not _drawn(view)[0]  # far from sight, no memory is kept for it
    QTest.keyClick(view.frame, Key.Key_Home)
    settle()
    assert view.place.text() == "Page 1 of 4"
    assert _drawn(view)[0]


def test_that_control_with_plus_minus_and_nought_zooms_and_redraws(view: PagesView) -> None:
    view.frame.setFocus()
    fitting = view.sheets[0].width()
    QTest.keyClick(view.frame, Key.Key_Plus, Control)
    assert view.sheets[0].width() > fitting
    assert _drawn(view)[0]
    QTest.keyClick(view.frame, Key.Key_Minus, Control)
    QTest.keyClick(view.frame, Key.Key_Minus, Control)
    assert view.sheets[0].width() < fitting
    QTest.keyClick(view.frame, Key.Key_0, Control)
    assert view.sheets[0].width() == fitting


def test_that_zooming_ends_at_half_and_at_twice_the_size_of_paper(view: PagesView) -> None:
    for _step in range(10):
        view.zoom_by(1)
    assert view.zoom == 2
    for _step in range(10):
        view.zoom_by(-1)
    assert view.zoom == 0.5


def test_that_a_changed_document_leaves_one_where_one_was(view: PagesView) -> None:
    view.frame.setFocus()
    QTest.keyClick(view.frame, Key.Key_End)
    view.show_pdf(*_pdf(4, "Another page"))
    settle()
    assert view.place.text() == "Page 4 of 4"
    assert _drawn(view)[3]
    view.show_pdf(*_pdf(2))
    settle()
    assert len(view.sheets) == 2
    assert view.place.text() == "Page 2 of 2"


def test_that_a_page_of_the_document_before_is_not_taken_for_one_of_this(shown: Show) -> None:
    jobs = HeldJobs()
    view = shown(PagesView(jobs), 700, 600)
    view.show_pdf(*_pdf(1, "Old"))
    assert len(jobs.held) == 1
    view.show_pdf(*_pdf(1, "New and much longer, so that there is more ink"))
    jobs.held.pop(0).let_go()
    assert view.sheets[0].wants_picture
    jobs.let_go()
    assert not view.sheets[0].wants_picture


def test_that_a_screen_reader_is_told_which_page_it_is(view: PagesView) -> None:
    assert view.frame.accessibleName() == "Pages as they will be printed"
    assert view.sheets[2].accessibleName() == "Page 3 of 4"
