"""Everyone can use a review: every section in some look, and the richest ones in every look."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import LOOKS
from review_hands import CONTROL, Key, go, last_card, panel, press, push, push_on, write
from review_in_hand import fill, presenter_of
from small_caseload import CEDARS_REVIEW
from stray_windows import no_stray_windows

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.form_engine.definition import Records
from iro_desktop.services import preparing
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.panels.person_card import PersonCard
from iro_desktop.ui.review.panels.scaling import ScalingPanel
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.widgets.link_button import LinkButton

Open = Callable[..., ReviewView]
Wear = Callable[..., object]
RICH = ("last_review", "people", "welcome", "views", "scaling", "decisions")
TRIED = {  # what is laid out alike need not be looked at twice
    "light": (*RICH, "taking_part_today", "reports", "health", "permanence", "iro_view", "rights"),
    "dark": ("views", "scaling"),
    "large": RICH,
    "mirrored": ("welcome", "views", "scaling", "decisions"),
    "stretched": RICH,
}


def _check(view: ReviewView) -> None:
    settle()
    for check in ALL_CHECKS:
        check(view)


def _enrich(view: ReviewView) -> None:
    """One of everything, so that everything is seen; whatever the words are in this look."""
    go(view, "views")
    push_on(panel(view, Records.VIEWS).add_button)
    write("I like it.")
    scaling = go(view, "scaling").panels[Records.SCALING]
    assert isinstance(scaling, ScalingPanel)
    block = next(iter(scaling.blocks.values()))
    for name in ("Cedar", "Made-up Gran"):
        block.who_row.focus_first()
        write(name)
        push_on(block.add_button)
    press(Key.Key_8)
    push_on(block.earlier_button)
    push_on(scaling.new_question.begin_button)
    go(view, "decisions")
    decisions = panel(view, Records.DECISIONS)
    for words in ("Swim on Fridays", "See Gran"):
        push_on(decisions.add_button)
        write(words)
    push_on(last_card(decisions).remove_button)
    go(view, "people")
    card = last_card(panel(view, Records.PARTICIPANTS))
    assert isinstance(card, PersonCard)
    push_on(card.unfold_button)
    card.rows["invited"].focus_first()
    press(Key.Key_Down)


@pytest.mark.parametrize("look", LOOKS)
def test_that_everyone_can_use_the_sections(
    open_view: Open, review: ReviewId, themed: Wear, look: str
) -> None:
    themed(LOOKS[look])
    view = open_view(review)
    _enrich(view)
    for section in TRIED[look]:
        go(view, section)
        _check(view)


@pytest.mark.parametrize("look", ["light", "large", "stretched"])
def test_that_everyone_can_decide_from_any_section(
    open_view: Open, review: ReviewId, themed: Wear, look: str
) -> None:
    themed(LOOKS[look])
    view = open_view(review)
    go(view, "home").focus_first()
    press(Key.Key_D, CONTROL)
    write("Swim on Fridays")
    _check(view)


@pytest.mark.parametrize("look", ["light", "large", "mirrored"])
def test_that_everyone_can_see_what_is_missing(
    open_view: Open, review: ReviewId, themed: Wear, look: str
) -> None:
    themed(LOOKS[look])
    view = open_view(review)
    view.go_to(len(view.order))
    _check(view)
    links = view.closing_page().summary.findChildren(LinkButton)
    links[0].setFocus()
    press(Key.Key_Space)
    _check(view)


@pytest.mark.parametrize("look", ["light", "large", "stretched"])
def test_that_everyone_can_read_a_closed_review(
    open_view: Open, review: ReviewId, workspace: Workspace, themed: Wear, look: str
) -> None:
    themed(LOOKS[look])
    presenter = presenter_of(workspace, review)
    fill(presenter)
    presenter.close()
    view = open_view(review)
    _check(view)
    for section in ("welcome", "decisions", "rights"):
        go(view, section)
        _check(view)


@pytest.mark.parametrize("look", ["light", "large", "stretched"])
def test_that_everyone_can_say_on_which_day_it_is(
    open_view: Open, review: ReviewId, workspace: Workspace, themed: Wear, look: str
) -> None:
    themed(LOOKS[look])
    kept = presenter_of(workspace, review).review
    booked = replace(kept, planned_for=dt.date(2026, 12, 4))
    preparing.change_review(workspace.uow_factory, booked)
    view = open_view(review)
    push_on(view.start_button)
    press(Key.Key_A, CONTROL)
    write("4/12/2026")
    press(Key.Key_Return)
    _check(view)


def test_that_nothing_of_a_review_ever_shows_as_a_window_of_its_own(
    open_view: Open, review: ReviewId
) -> None:
    view = open_view(review)
    with no_stray_windows(view):
        _enrich(view)
        for place in range(len(view.order) + 1):
            view.go_to(place)
        go(view, "safety")
        press(Key.Key_D, CONTROL)
        push(go(view, "reports"), "Add: report")
        push(view, "Start the meeting")
        view.show_review(CEDARS_REVIEW)
        settle()
