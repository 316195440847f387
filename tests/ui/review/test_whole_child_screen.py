"""The whole child at a review, by keys: written down in place, one key away, confirmed anew."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from accessibility_checks import ALL_CHECKS, settle
from review_hands import Key, focus, go, page, press, write
from review_in_hand import TODAY
from small_caseload import CEDAR

from iro_desktop.domain.advocacy import OfferState, SupportService
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.whole_child import Matter
from iro_desktop.form_engine.definition import Records
from iro_desktop.services import advocacy, happenings
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.review.whole_child.advocacy import AdvocacyPanel
from iro_desktop.ui.review.whole_child.panel import WholeChildPanel
from iro_desktop.ui.review.whole_child.permanence import PermanencePanel

Open = Callable[..., ReviewView]


@pytest.fixture
def view(open_view: Open, review: ReviewId) -> ReviewView:
    return open_view(review)


def test_that_what_was_today_is_written_down_by_return_and_return(
    view: ReviewView, workspace: Workspace
) -> None:
    go(view, "whole_child")
    panel = page(view).panels[Records.WHOLE_CHILD]
    assert isinstance(panel, WholeChildPanel)
    tile = panel.sheet.tiles[Matter.DENTAL]
    tile.record_button.setFocus()
    press(Key.Key_Return)
    press(Key.Key_Return)
    (said,) = happenings.of_child(workspace.uow_factory, CEDAR)
    assert (said.happening, said.on) == (Happening.DENTAL_CHECK, TODAY)
    assert focus() is tile.record_button
    sdq = panel.sheet.tiles[Matter.SDQ]
    sdq.record_button.setFocus()
    press(Key.Key_Return)
    write("41")
    press(Key.Key_Return)
    assert sdq.form is not None
    assert not sdq.form.isHidden()  # no such total
    press(Key.Key_Backspace)
    press(Key.Key_Backspace)
    write("15")
    press(Key.Key_Return)
    assert sdq.value.text().endswith("15 of 40: borderline")
    settle()
    for check in ALL_CHECKS:
        check(page(view))


def test_that_the_page_is_one_key_away_and_escape_puts_it_away(view: ReviewView) -> None:
    go(view, "home")
    press(Key.Key_F2)
    drawer = view._drawers.whole_child
    assert drawer.isVisible()
    assert drawer.isAncestorOf(focus())
    press(Key.Key_Escape)
    assert drawer.isHidden()


def test_that_permanence_asks_on_only_as_far_as_it_was_answered(view: ReviewView) -> None:
    panel = PermanencePanel(view._presenter)
    rows = panel.card.rows

    def asked() -> list[str]:
        return [name for name, row in rows.items() if not row.isHidden()]

    def answer(name: str, value: str) -> None:
        rows[name].field.set_value(value)
        rows[name].answer_changed.emit()

    assert asked() == ["is_present"]
    answer("is_present", "yes")
    assert asked() == ["is_present", "plan", "parallel_plan", "is_ratified"]
    answer("is_ratified", "no")
    assert asked()[4:] == ["delay", "delay_note"]
    answer("is_ratified", "yes")
    assert asked()[4:] == ["ratified_by", "ratified_on"]
    (finding,) = view._presenter.record.permanence_findings
    assert (finding.is_present, finding.is_ratified) == (True, True)
    panel.deleteLater()


def test_that_what_was_found_before_is_confirmed_in_one_press(
    view: ReviewView, workspace: Workspace
) -> None:
    presenter = view._presenter
    with workspace.uow_factory() as uow:
        held = [one for one in uow.reviews.of_child(CEDAR) if one.held_on is not None]
        before = max(held, key=lambda one: str(one.held_on))
        uow.reviews.put(replace(before, id=ReviewId("other"), status=before.status.OPEN))
        offer = advocacy.new_offer(replace(before, id=ReviewId("other")), SupportService.ADVOCATE)
        uow.support_offers.put(replace(offer, state=OfferState.HAS_ONE, person="Made-up Voice"))
    panel = AdvocacyPanel(presenter)
    proposal = panel.proposals[SupportService.ADVOCATE]
    assert not proposal.isHidden()
    assert presenter.record.support_offers == ()
    proposal.button.click()
    (kept,) = presenter.record.support_offers
    assert (kept.state, kept.person) == (OfferState.HAS_ONE, "Made-up Voice")
    assert kept.review_id == presenter.review.id
    assert proposal.isHidden()
    panel.deleteLater()
