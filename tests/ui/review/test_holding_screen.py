"""In time or not, as a person meets it: by key, with every refusal said beside its control."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from review_hands import CONTROL, Key, button, focus, go, page, press, push, push_on, write
from review_in_hand import TODAY, begin, fill, presenter_of
from small_caseload import BIRCH, CEDAR

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import (
    Conduct,
    LateReason,
    Review,
    ReviewKind,
    ReviewStatus,
    open_meeting,
)
from iro_desktop.form_engine.definition import Records
from iro_desktop.services import panels, preparing, sittings
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.panels.attendance import AttendancePanel
from iro_desktop.ui.review.panels.holding import HoldingPanel
from iro_desktop.ui.review.panels.participants import ParticipantsPanel
from iro_desktop.ui.review.panels.secure_panel import SecurePanel
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words

Open = Callable[..., ReviewView]


def _kept(workspace: Workspace, review: ReviewId) -> Review:
    with workspace.uow_factory() as uow:
        found = uow.reviews.find(review)
    assert found is not None
    return found


def _started(workspace: Workspace, review: ReviewId) -> ReviewId:
    presenter = presenter_of(workspace, review)
    presenter.save(presenter.start_meeting(TODAY))
    return review


def _holding(view: ReviewView) -> HoldingPanel:
    attendance = go(view, "welcome").panels[Records.ATTENDANCE]
    assert isinstance(attendance, AttendancePanel)
    return attendance.holding


def _texts(inside: QWidget) -> str:
    words = [words.text() for words in inside.findChildren(Words) if words.isVisible()]
    pills = [pill.text() for pill in inside.findChildren(Pill) if pill.isVisible()]
    return " | ".join(words + pills)


def _choose(holding: HoldingPanel, conduct: Conduct) -> None:
    """By the arrows, one step after another, as the radio buttons are one stop."""
    order = list(Conduct)
    holding.conduct_row.focus_first()
    while holding.conduct_row.field.value() != conduct.value:
        here = Conduct(str(holding.conduct_row.field.value()))
        forward = order.index(conduct) > order.index(here)
        press(Key.Key_Right if forward else Key.Key_Left)
        if Conduct(str(holding.conduct_row.field.value())) is here:
            return


def _date(text: str) -> None:
    press(Key.Key_A, CONTROL)
    write(text)


# In time or not


def test_that_a_late_review_says_by_how_much_and_takes_a_reason(
    open_view: Open, workspace: Workspace
) -> None:
    review = _started(workspace, begin(workspace, BIRCH))
    holding = _holding(open_view(review))
    assert "Tuesday 20 October 2026" in holding.due.button.text()
    assert "23 working days late" in _texts(holding)
    holding.reason_row.focus_first()
    press(Key.Key_Down)
    press(Key.Key_Tab)
    write("She was ill (made up).")
    holding.left.emit()
    kept = _kept(workspace, review)
    assert (kept.late_reason, kept.late_note) == (LateReason.CHILD_ASKED, "She was ill (made up).")


def test_that_a_review_in_time_is_asked_for_no_reason(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    holding = _holding(open_view(_started(workspace, review)))
    assert "In time" in _texts(holding).split(" | ")
    assert not holding.reason_row.isVisible()
    assert not holding.note_row.isVisible()


def test_that_another_day_makes_it_late_at_once(open_view: Open, workspace: Workspace) -> None:
    review = _started(workspace, begin(workspace, BIRCH))
    holding = _holding(open_view(review))
    holding.day_row.focus_first()
    _date("20/10/2026")
    assert "In time" in _texts(holding)
    assert not holding.reason_row.isVisible()
    _date("21/10/2026")
    assert "1 working day late" in _texts(holding)
    assert holding.reason_row.isVisible()


def test_that_closing_late_without_a_reason_is_remarked_on_and_not_forbidden(
    open_view: Open, workspace: Workspace
) -> None:
    review = begin(workspace, BIRCH)
    fill(presenter_of(workspace, review))
    view = open_view(review)
    view.go_to(len(view.order))
    assert "23 working days late: nobody has said why. You can close without that." in _texts(
        view.closing_page()
    )
    assert view.closing_page().close_button.isEnabled()
    push(view, "Say why")
    assert _holding(view).reason_row.isAncestorOf(focus())
    press(Key.Key_Down)
    view.go_to(len(view.order))
    assert "nobody has said why" not in _texts(view.closing_page())


# On paper, or at several meetings


def test_that_a_review_on_paper_still_has_a_day(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    holding = _holding(open_view(_started(workspace, review)))
    holding.conduct_row.field.set_value(Conduct.PAPER.value)
    holding.conduct_row.answer_changed.emit()
    assert "On which day is it finished on paper?" in _texts(holding)
    kept = _kept(workspace, review)
    assert (kept.conduct, kept.held_on) == (Conduct.PAPER, TODAY)


def test_that_a_review_of_several_meetings_is_completed_by_key(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    view = open_view(_started(workspace, review))
    holding = _holding(view)
    _choose(holding, Conduct.SERIES)
    assert _kept(workspace, review).held_on is None
    first = next(iter(holding.sittings.cards.values()))
    assert first.title() == "Meeting on Sunday 22 November 2026"
    push_on(holding.sittings.add_button)
    _date("18/11/2026")
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    write("Cedar and Made-up Carer")
    view.leave()
    holding.completion.day_row.focus_first()
    write("21/11/2026")
    press(Key.Key_Return)
    assert "That day is before another which it has to follow." in (
        holding.completion.day_row.problem()
    )
    _date("22/11/2026")
    press(Key.Key_Return)
    assert holding.completion.day_row.problem() == ""
    kept = _kept(workspace, review)
    assert (kept.began_on, kept.completed_on, kept.held_on) == (
        dt.date(2026, 11, 18),
        TODAY,
        TODAY,
    )
    held = sittings.of_review(workspace.uow_factory, review)
    assert [(one.on.day, one.with_whom) for one in held] == [
        (18, "Cedar and Made-up Carer"),
        (22, ""),
    ]


@pytest.fixture
def series(workspace: Workspace, review: ReviewId) -> ReviewId:
    """Cedar's review, chaired on two days and complete."""
    presenter = presenter_of(workspace, _started(workspace, review))
    earlier = sittings.new_sitting(presenter.review, dt.date(2026, 11, 16))
    sittings.add_sitting(workspace.uow_factory, earlier)
    sittings.complete_series(workspace.uow_factory, review, TODAY)
    return review


def test_that_another_day_counts_only_with_a_reason_and_the_words_stay(
    open_view: Open, workspace: Workspace, series: ReviewId
) -> None:
    view = open_view(series)
    completion = _holding(view).completion
    counted = completion.counted
    assert counted.row is not None
    counted.row.focus_first()
    press(Key.Key_Down)
    assert _kept(workspace, series).held_on == TODAY
    counted.reason_row.focus_first()
    press(Key.Key_Tab)
    assert "This needs a reason." in counted.reason_row.problem()
    counted.reason_row.focus_first()
    write("She said it all then")
    press(Key.Key_Tab)
    assert counted.reason_row.problem() == ""
    kept = _kept(workspace, series)
    assert (kept.held_on, kept.counted_because) == (dt.date(2026, 11, 16), "She said it all then")
    counted.row.focus_first()
    press(Key.Key_Up)
    assert _kept(workspace, series).held_on == TODAY


def test_that_a_meeting_is_taken_away_and_put_back(
    open_view: Open, workspace: Workspace, series: ReviewId
) -> None:
    view = open_view(series)
    meetings = _holding(view).sittings
    for card in list(meetings.cards.values()):
        push_on(card.remove_button)
    assert _kept(workspace, series).conduct is Conduct.MEETING
    push(meetings, "Put the meeting back")
    assert _kept(workspace, series).conduct is Conduct.SERIES
    assert [one.on for one in sittings.of_review(workspace.uow_factory, series)] == [TODAY]


def test_that_meetings_are_not_thrown_away_by_choosing_one_meeting(
    open_view: Open, workspace: Workspace, series: ReviewId
) -> None:
    holding = _holding(open_view(series))
    _choose(holding, Conduct.MEETING)
    assert holding.conduct_row.problem().startswith("Remove its meetings first.")
    assert holding.conduct_row.field.value() == Conduct.SERIES.value
    assert len(sittings.of_review(workspace.uow_factory, series)) == 2


def test_that_one_meeting_of_which_nothing_was_written_is_simply_that_again(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    holding = _holding(open_view(_started(workspace, review)))
    _choose(holding, Conduct.SERIES)
    _choose(holding, Conduct.MEETING)
    kept = _kept(workspace, review)
    assert (kept.conduct, kept.held_on, kept.began_on) == (Conduct.MEETING, TODAY, None)
    assert sittings.of_review(workspace.uow_factory, review) == ()


# Adjourned and resumed


def _adjourn(view: ReviewView, because: str) -> None:
    push(view, "Adjourn…")
    write(because)
    press(Key.Key_Return)


def test_that_a_review_is_adjourned_with_what_that_means(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    view = open_view(_started(workspace, review))
    push(view, "Adjourn…")
    asked = view.breaking_off.adjourning
    assert asked.to_know() == (
        "A review is adjourned once only. Until it is complete, nothing is carried out. "
        "It has to be complete within 20 working days: by Friday 18 December 2026."
    )
    press(Key.Key_Return)
    assert "This needs a reason." in asked.reason_row.problem()
    write("A report was missing")
    press(Key.Key_Return)
    assert not asked.isVisible()
    assert view.breaking_off.standing.text() == (
        "Adjourned on Sunday 22 November 2026. Complete it by Friday 18 December 2026. "
        "Until then nothing it has considered is carried out. Reason: A report was missing"
    )
    assert "Adjourned" in _texts(view.head)
    kept = _kept(workspace, review)
    assert (kept.adjourned_on, kept.held_on) == (TODAY, None)


def test_that_escape_gives_up_and_keeps_what_was_typed(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    view = open_view(_started(workspace, review))
    push(view, "Adjourn…")
    write("A report")
    press(Key.Key_Escape)
    assert focus() is view.head.adjourn_button
    assert _kept(workspace, review).adjourned_on is None
    press(Key.Key_Space)
    assert view.breaking_off.adjourning.reason_row.field.value() == "A report"


def test_that_return_on_not_now_adjourns_nothing(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    view = open_view(_started(workspace, review))
    push(view, "Adjourn…")
    write("A report")
    button(view.breaking_off.adjourning, "Not now").setFocus()
    press(Key.Key_Return)
    assert _kept(workspace, review).adjourned_on is None


def test_that_a_day_before_the_meeting_is_refused_beside_the_day(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    view = open_view(_started(workspace, review))
    push(view, "Adjourn…")
    write("A report")
    asked = view.breaking_off.adjourning
    asked.day_row.focus_first()
    _date("20/11/2026")
    press(Key.Key_Return)
    assert "That day is before another" in asked.day_row.problem()
    _date("23/11/2026")
    press(Key.Key_Return)
    assert asked.day_row.problem() == "That day is still to come."
    assert asked.reason_row.field.value() == "A report"


def test_that_an_adjourned_review_is_resumed_and_not_adjourned_again(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    view = open_view(_started(workspace, review))
    _adjourn(view, "A report was missing")
    push(view, "Resume the review…")
    press(Key.Key_Return)
    kept = _kept(workspace, review)
    assert (kept.resumed_on, kept.completed_on, kept.held_on) == (TODAY, TODAY, TODAY)
    assert not view.breaking_off.standing.isVisible()
    assert "and resumed on 22 November 2026." in _texts(_holding(view))
    push(view, "Adjourn…")
    assert view.breaking_off.refusal.text().startswith(
        "This review has been adjourned before, and a review is adjourned once only."
    )
    assert not view.breaking_off.adjourning.isVisible()


def test_that_what_is_missing_of_an_adjourned_review_is_that_it_goes_on(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    view = open_view(_started(workspace, review))
    _adjourn(view, "A report was missing")
    view.go_to(len(view.order))
    gaps = view._presenter.gaps()
    held = next(gap for gap in gaps if gap.code == "review_not_held")
    view.closing_page().gap_chosen.emit(held)
    assert view.breaking_off.resuming.isAncestorOf(focus())


# Cancelled


def test_that_a_booked_review_is_cancelled_with_a_reason(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    view = open_view(review)
    push(view, "Cancel this review…")
    press(Key.Key_Return)
    assert "This needs a reason." in view.breaking_off.cancelling.reason_row.problem()
    write("Cedar moved to another council")
    press(Key.Key_Return)
    kept = _kept(workspace, review)
    assert kept.status is ReviewStatus.CANCELLED
    assert kept.cancelled_because == "Cedar moved to another council"
    words = _texts(view)
    assert "Cancelled, and not held. Reason: Cedar moved to another council" in words
    assert "Closed" not in words


def test_that_a_cancelled_review_is_no_closed_one(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    sittings.cancel(workspace.uow_factory, review, "Made up")
    view = open_view(review)
    closing = view.closing_page()
    assert view.stack.currentWidget() is closing
    assert not closing.addenda.isVisible()
    assert not closing.write_button.isVisible()
    assert not closing.close_button.isVisible()
    assert "Not held" in _texts(closing)


def test_that_a_review_that_has_begun_offers_no_cancelling(
    open_view: Open, workspace: Workspace, review: ReviewId
) -> None:
    view = open_view(_started(workspace, review))
    assert not view.head.cancel_button.isVisible()
    assert view.head.adjourn_button.isVisible()


# A secure panel


@pytest.fixture
def secure(workspace: Workspace) -> ReviewId:
    day = dt.date(2026, 12, 4)
    factory = workspace.uow_factory
    return preparing.book(factory, CEDAR, day, "", TODAY, ReviewKind.SECURE).id


def _panel(view: ReviewView) -> SecurePanel:
    people = page(view).panels[Records.PARTICIPANTS]
    assert isinstance(people, ParticipantsPanel)
    assert people.secure is not None
    return people.secure


def _appoint(panel: SecurePanel, name: str, *, chair: bool = False, officer: bool = True) -> None:
    push_on(panel.add_button)
    write(name)
    card = panel.cards[panel.things()[-1].id]
    for question, change in (("is_chair", chair), ("is_member_or_officer", not officer)):
        if change:
            card.rows[question].focus_first()
            press(Key.Key_Up if question == "is_chair" else Key.Key_Down)


def test_that_a_secure_review_is_not_opened_until_its_panel_is_lawful(
    open_view: Open, workspace: Workspace, secure: ReviewId
) -> None:
    view = open_view(secure)
    push(view, "Start the meeting")
    assert "This panel may not review a secure placement" in view.breaking_off.refusal.text()
    assert _kept(workspace, secure).status is ReviewStatus.PREPARING
    panel = _panel(view)
    assert panel.isAncestorOf(focus())
    _appoint(panel, "Made-up Chair", chair=True)
    _appoint(panel, "Made-up Officer")
    assert panel.verdict.text() == (
        "The panel may not sit yet: it has fewer than three people. nobody on it is independent "
        "both of the council that looks after the child and of those who run the home."
    )
    _appoint(panel, "Made-up Neighbour", officer=False)
    assert panel.verdict.text() == "This panel may sit."
    assert not view.breaking_off.refusal.isVisible()
    view.leave()
    assert sum(bool(one.name) for one in panels.members(workspace.uow_factory, secure)) == 3
    push(view, "Start the meeting")
    press(Key.Key_Return)
    kept = _kept(workspace, secure)
    assert (kept.status, kept.form) == (ReviewStatus.OPEN, "secure-review")


def test_that_a_secure_review_is_not_closed_by_a_panel_that_has_lost_someone(
    open_view: Open, workspace: Workspace, secure: ReviewId
) -> None:
    factory = workspace.uow_factory
    for position, name in enumerate(("Made-up Chair", "Made-up Officer", "Made-up Neighbour")):
        member = panels.new_member(_kept(workspace, secure), position)
        panels.put_member(
            factory,
            replace(member, name=name, is_chair=not position, is_member_or_officer=position < 2),
        )
    presenter = presenter_of(workspace, secure)
    presenter.save(presenter.add_participant("Cedar", Role.CHILD))
    fill(presenter)
    gone = panels.members(factory, secure)[1]
    panels.remove_member(factory, gone)
    view = open_view(secure)
    view.go_to(len(view.order))
    push(view, "Close the review")
    assert "it has fewer than three people" in view.breaking_off.refusal.text()
    assert _kept(workspace, secure).status is ReviewStatus.OPEN


def test_that_the_childs_own_iro_is_refused_as_chair_as_it_is_typed(
    open_view: Open, workspace: Workspace, secure: ReviewId
) -> None:
    with workspace.uow_factory() as uow:
        child = uow.children.find(CEDAR)
        assert child is not None
        uow.children.put(replace(child, iro_name="Made-up Iro"))
    view = open_view(secure)
    push(view, "Start the meeting")
    panel = _panel(view)
    _appoint(panel, "Made-up Iro", chair=True)
    assert "its chair is the child's own IRO" in panel.verdict.text()


def test_that_only_secure_reviews_have_a_panel(open_view: Open, review: ReviewId) -> None:
    view = open_view(review)
    go(view, "people")
    people = page(view).panels[Records.PARTICIPANTS]
    assert isinstance(people, ParticipantsPanel)
    assert people.secure is None


def test_that_a_secure_review_is_not_measured_by_the_clock_of_the_case(
    open_view: Open, workspace: Workspace, secure: ReviewId
) -> None:
    with workspace.uow_factory() as uow:
        found = uow.reviews.find(secure)
        assert found is not None
        uow.reviews.put(open_meeting(found, TODAY))
    assert not _holding(open_view(secure)).due.button.isVisible()


def test_that_keys_alone_lead_through_the_holding_card(
    open_view: Open, workspace: Workspace
) -> None:
    review = _started(workspace, begin(workspace, BIRCH))
    holding = _holding(open_view(review))
    holding.day_row.focus_first()
    seen = []
    for _press in range(12):
        row = next(
            (
                name
                for name in ("day_row", "conduct_row", "reason_row", "note_row")
                if getattr(holding, name).isAncestorOf(focus())
            ),
            "",
        )
        if row and row not in seen:
            seen.append(row)
        QTest.keyClick(focus(), Key.Key_Tab)
    assert seen == ["day_row", "conduct_row", "reason_row", "note_row"]
