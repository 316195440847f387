"""What the program says, and the rail of parts."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from iro_desktop.ui.widgets.link_button import LinkButton
from iro_desktop.ui.widgets.messages import Banner, ProblemSummary, StatusLine
from iro_desktop.ui.widgets.section_list import SectionItem, SectionList

Shown = Callable[..., QWidget]
ITEMS = [SectionItem("Getting ready"), SectionItem("Views", 3), SectionItem("Health", 0)]


def test_that_each_problem_leads_to_its_place(shown: Shown) -> None:
    summary, gone_to = ProblemSummary(), []
    summary.activated.connect(gone_to.append)
    shown(summary, 400, 200)
    summary.show_problems(["First", "Second"])
    for link in summary.findChildren(LinkButton):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert gone_to == [0, 1]
    assert summary.accessibleName() == "2 things to put right"
    summary.show_problems([])
    assert not summary.isVisible()


def test_that_a_banner_can_be_put_away(shown: Shown) -> None:
    banner = Banner("Backed up", "success", dismissible=True)
    shown(banner)
    QTest.mouseClick(banner.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    banner.say("Not backed up", "danger")
    assert banner.isVisible()
    assert banner.accessibleName() == "Not backed up"


def test_that_the_status_line_says_how_it_stands(shown: Shown) -> None:
    status = StatusLine()
    shown(status)
    assert status.text() == "All changes saved"
    status.show_failed("The disk is full")
    assert status.accessibleName() == "The disk is full"
    status.show_saved()
    assert status.text() == "All changes saved"


def test_that_arrows_go_through_the_parts_and_tell_where(shown: Shown) -> None:
    sections, chosen = SectionList("Parts"), []
    sections.set_items(ITEMS)
    sections.chosen.connect(chosen.append)
    shown(sections, 240, 300)
    sections.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(sections, key)
    assert chosen == [1, 2, 0]


def test_that_showing_other_states_stays_where_the_user_is_and_tells_no_one(shown: Shown) -> None:
    sections, chosen = SectionList("Parts"), []
    sections.set_items(ITEMS)
    shown(sections, 240, 300)
    sections.go_to(2)
    sections.chosen.connect(chosen.append)
    sections.set_items([*ITEMS[:2], SectionItem("Health", 1), SectionItem("School", 2)])
    assert sections.currentRow() == 2
    assert chosen == []
    said = [sections.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert said == [
        "Getting ready",
        "Views, 3 to answer",
        "Health, 1 to answer",
        "School, 2 to answer",
    ]
