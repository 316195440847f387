"""Forms before the meeting on the review's screen: given out, taken back, written down."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from accessibility_checks import ALL_CHECKS, settle

from iro_desktop.documents.formats import Format
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import Asked, Role
from iro_desktop.services import recording, review_records
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.consultations.card import ConsultationCard
from iro_desktop.ui.review.consultations.panel import ConsultationsPanel
from iro_desktop.ui.review.view import ReviewView

OpenView = Callable[..., ReviewView]


@pytest.fixture
def view(open_view: OpenView, review: ReviewId, workspace: Workspace) -> ReviewView:
    record = review_records.read(workspace.uow_factory, review, workspace.clock.today())
    worker = recording.new_participant(record.review, len(record.participants))
    worker = replace(worker, name="Made-up Worker", role=Role.SOCIAL_WORKER)
    recording.save(workspace.uow_factory, worker)
    view = open_view(review)
    view.go_to(view.order.index("reports"))
    return view


@pytest.fixture
def panel(view: ReviewView) -> ConsultationsPanel:
    found = view.findChild(ConsultationsPanel)
    assert found is not None
    return found


def card_of(panel: ConsultationsPanel, role: Role) -> ConsultationCard:
    return next(card for card in panel.cards.values() if card.consulted.person.role is role)


def kept(workspace: Workspace, review: ReviewId) -> dict[str, str]:
    record = review_records.read(workspace.uow_factory, review, workspace.clock.today())
    return {answer.question: answer.words for answer in record.consultation_answers}


def test_that_a_form_saved_counts_as_asked_and_its_answers_come_back(
    panel: ConsultationsPanel, workspace: Workspace, review: ReviewId, tmp_path: Path
) -> None:
    card = card_of(panel, Role.SOCIAL_WORKER)
    panel.save_form(card.consulted, Format.DOCX, tmp_path / "form.docx")
    assert card.consulted.person.consulted is Asked.ASKED
    panel.take_back(tmp_path / "form.docx")
    assert kept(workspace, review) == {}
    panel.take_back(tmp_path / "no-such.pdf")
    assert panel.said.isVisibleTo(panel)


def test_that_what_is_said_aloud_is_kept_as_it_is_typed_and_can_be_taken_back(
    view: ReviewView, panel: ConsultationsPanel, workspace: Workspace, review: ReviewId
) -> None:
    card = card_of(panel, Role.SOCIAL_WORKER)
    card.write_button.click()
    name, row = next(iter(card.rows.items()))
    row.field.set_value("The walk home")
    row.field.answer_changed.emit()
    view.leave()
    assert kept(workspace, review) == {name: "The walk home"}
    assert card.consulted.person.consulted is Asked.ANSWERED
    row.field.set_value("")
    row.field.answer_changed.emit()
    view.leave()
    assert kept(workspace, review) == {}


def test_that_a_childs_answer_goes_among_their_own_words_and_nobody_may_read_it_yet(
    view: ReviewView, panel: ConsultationsPanel
) -> None:
    card = card_of(panel, Role.CHILD)
    card.write_button.click()
    name, row = next((name, row) for name, row in card.rows.items() if row.field.value() is None)
    row.field.set_value("i want a dog")
    row.field.answer_changed.emit()
    (answer,) = card.consulted.answers
    assert answer.question == name
    card.own_words_wanted.emit(answer)
    record = view._presenter.record
    (words,) = [one for one in record.views if one.words == "i want a dog"]
    assert not words.may_be_printed
    assert panel.consultations.stands_among_own_words(answer)


def test_that_the_panel_can_be_used_by_everyone_and_is_hidden_from_others(
    panel: ConsultationsPanel,
) -> None:
    card_of(panel, Role.SOCIAL_WORKER).write_button.click()
    settle()
    for check in ALL_CHECKS:
        assert not check(panel)
    panel.set_shared(shared=True)
    assert not any(card.isVisibleTo(panel) for card in panel.cards.values())
