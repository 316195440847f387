"""A journey and scores over time, as picture and as words."""

import dataclasses
import datetime as dt
from collections.abc import Callable

from gallery import TODAY, journey, scale_lines
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from iro_desktop.ui.widgets.journey_picture import JourneyPicture
from iro_desktop.ui.widgets.scale_over_time import ScaleLine, ScaleOverTime

Shown = Callable[..., QWidget]


def test_that_the_whole_journey_is_told_in_words(shown: Shown) -> None:
    picture = JourneyPicture(journey())
    shown(picture, 700)
    assert picture.sentences() == (
        "Became looked after on 4 March 2023",
        "Lived: Foster care, 4 March 2023 to 20 August 2024",
        "Lived: Residential home, since 20 August 2024",
        "Legal status: Care order, since 4 March 2023",
        "First review on 28 March 2023, in time",
        "Second review on 28 July 2023, late",
        "Next review due by 20 January 2027",
    )
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface.role() == QAccessible.Role.Graphic
    assert "Care order" in interface.text(QAccessible.Text.Description)


def test_that_an_overdue_review_is_said_to_be_overdue(shown: Shown) -> None:
    late = dataclasses.replace(journey(), next_due=TODAY - dt.timedelta(days=3))
    assert JourneyPicture(late).sentences()[-1].endswith("overdue")


def test_that_arrows_go_through_everything_in_the_picture(shown: Shown) -> None:
    picture = JourneyPicture(journey())
    shown(picture, 700)
    picture.setFocus()
    met = []
    for _thing in range(6):
        QTest.keyClick(picture, Qt.Key.Key_Right)
        met.append(picture.chosen_sentence())
    assert met == list(picture.sentences()[1:])
    QTest.keyClick(picture, Qt.Key.Key_Home)
    assert picture.chosen_sentence() == picture.sentences()[1]


def test_that_in_time_and_late_differ_by_more_than_colour(shown: Shown) -> None:
    pictures = []
    for in_time in (True, False):
        reviews = tuple(
            dataclasses.replace(review, in_time=in_time) for review in journey().reviews
        )
        picture = JourneyPicture(dataclasses.replace(journey(), reviews=reviews))
        shown(picture, 700)
        image = picture.grab().toImage()
        ground = image.pixel(1, 1)
        pictures.append(
            [
                image.pixel(x, y) != ground
                for x in range(image.width())
                for y in range(image.height())
            ]
        )
    assert pictures[0] != pictures[1]


def test_that_the_table_holds_each_persons_scores(shown: Shown) -> None:
    over_time = ScaleOverTime("How safe?", scale_lines())
    shown(over_time, 700)
    table = over_time.table
    rows = [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
    assert rows == [["4 out of 10", "7 out of 10"], ["7 out of 10", "7.5 out of 10"]]
    assert "Ash: 4 on 5 May 2025, 7 on 25 May 2026." in over_time.chart.accessibleDescription()


def test_that_one_score_and_none_can_be_drawn(shown: Shown) -> None:
    alone = ScaleLine("Ash", ((TODAY, 5.0),))
    drawn = shown(ScaleOverTime("How safe?", (alone,)), 600).grab()
    empty = shown(ScaleOverTime("How safe?", (ScaleLine("Ash", ()),)), 600).grab()
    assert drawn.toImage() != empty.toImage()
