"""Everyone can say how a review was held, break it off, and put a panel together."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import LOOKS
from review_hands import Key, go, page, press, push_on, write
from review_in_hand import TODAY, begin, presenter_of
from small_caseload import BIRCH, CEDAR
from stray_windows import no_stray_windows

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import ReviewKind
from iro_desktop.form_engine.definition import Records
from iro_desktop.services import panels, preparing, sittings
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.panels.attendance import AttendancePanel
from iro_desktop.ui.review.view import ReviewView

Open = Callable[..., ReviewView]
Wear = Callable[..., object]


def _check(view: ReviewView) -> None:
    settle()
    for check in ALL_CHECKS:
        check(view)


def _late_series(workspace: Workspace) -> ReviewId:
    """Zoë's overdue review, held on two days and complete."""
    review = begin(workspace, BIRCH)
    presenter = presenter_of(workspace, review)
    presenter.save(presenter.start_meeting(TODAY))
    earlier = replace(
        sittings.new_sitting(presenter.review, dt.date(2026, 11, 16)), with_whom="Made-up Carer"
    )
    sittings.add_sitting(workspace.uow_factory, earlier)
    sittings.complete_series(workspace.uow_factory, review, TODAY)
    return review


@pytest.mark.parametrize("look", LOOKS)
def test_that_everyone_can_say_how_a_review_was_held(
    open_view: Open, workspace: Workspace, themed: Wear, look: str
) -> None:
    themed(LOOKS[look])
    view = open_view(_late_series(workspace))
    attendance = go(view, "welcome").panels[Records.ATTENDANCE]
    assert isinstance(attendance, AttendancePanel)
    counted = attendance.holding.completion.counted
    assert counted.row is not None
    counted.row.focus_first()
    press(Key.Key_Down)
    counted.reason_row.focus_first()
    press(Key.Key_Tab)
    assert counted.reason_row.problem()
    _check(view)


@pytest.mark.parametrize("look", LOOKS)
def test_that_everyone_can_break_a_review_off(
    open_view: Open, workspace: Workspace, review: ReviewId, themed: Wear, look: str
) -> None:
    themed(LOOKS[look])
    presenter = presenter_of(workspace, review)
    presenter.save(presenter.start_meeting(TODAY))
    view = open_view(review)
    go(view, "rights")
    push_on(view.head.adjourn_button)
    press(Key.Key_Return)
    _check(view)
    view.breaking_off.adjourning.reason_row.focus_first()
    write("Made up")
    press(Key.Key_Return)
    _check(view)
    push_on(view.breaking_off.resume_button)
    _check(view)


@pytest.mark.parametrize("look", ["light", "large", "stretched"])
def test_that_everyone_can_cancel_a_review(
    open_view: Open, review: ReviewId, themed: Wear, look: str
) -> None:
    themed(LOOKS[look])
    view = open_view(review)
    go(view, "rights")
    push_on(view.head.cancel_button)
    _check(view)
    view.breaking_off.cancelling.reason_row.focus_first()
    write("Made up")
    press(Key.Key_Return)
    _check(view)


@pytest.mark.parametrize("look", LOOKS)
def test_that_everyone_can_put_a_panel_together(
    open_view: Open, workspace: Workspace, themed: Wear, look: str
) -> None:
    themed(LOOKS[look])
    day = dt.date(2026, 12, 4)
    review = preparing.book(workspace.uow_factory, CEDAR, day, "", TODAY, ReviewKind.SECURE)
    member = replace(panels.new_member(review, 0), name="Made-up Chair", is_chair=True)
    panels.put_member(workspace.uow_factory, member)
    view = open_view(review.id)
    push_on(view.start_button)
    assert page(view).section.id == "people"
    _check(view)


def test_that_nothing_of_it_ever_shows_as_a_window_of_its_own(
    open_view: Open, workspace: Workspace
) -> None:
    view = open_view(_late_series(workspace))
    with no_stray_windows(view):
        attendance = go(view, "welcome").panels[Records.ATTENDANCE]
        assert isinstance(attendance, AttendancePanel)
        meetings = attendance.holding.sittings
        push_on(meetings.add_button)
        for card in list(meetings.cards.values()):
            push_on(card.remove_button)
        push_on(view.head.adjourn_button)
        view.go_to(len(view.order))
        settle()
