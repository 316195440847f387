"""Whom the council lists is offered where somebody is named in a review."""

from collections.abc import Callable

import msgspec
import pytest
from review_hands import go, panel

from iro_desktop.domain.advocacy import SupportService
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import Role
from iro_desktop.form_engine.definition import Records
from iro_desktop.services.syncing.council_settings import PEOPLE
from iro_desktop.store import SqlStore
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.review.whole_child.advocacy import AdvocacyPanel
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.person_field import PersonField

OpenView = Callable[..., ReviewView]
LISTED = [
    {"name": "Bo Made-up", "role": "social_worker", "team": "North"},
    {"name": "Ida Made-up", "role": "advocate"},
]


@pytest.fixture
def view(store: SqlStore, review: ReviewId, open_view: OpenView) -> ReviewView:
    with store.unit_of_work() as uow:
        uow.settings.set(PEOPLE, msgspec.json.encode(LISTED).decode())
    opened: ReviewView = open_view(review)
    return opened


def section_of(view: ReviewView, records: Records) -> str:
    return view._presenter.section_with(records)


def field_of(row: FormRow) -> PersonField:
    assert isinstance(row.field, PersonField)
    return row.field


def choose(row: FormRow, name: str) -> None:
    """As someone does who picks a name out of the list."""
    field = field_of(row)
    field.set_value(name)
    field.answer_changed.emit()


def test_that_someone_at_the_meeting_brings_their_role(view: ReviewView) -> None:
    go(view, section_of(view, Records.PARTICIPANTS))
    people = panel(view, Records.PARTICIPANTS)
    people.add()
    card = list(people.cards.values())[-1]
    assert field_of(card.rows["name"])._names.stringList() == ["Bo Made-up", "Ida Made-up"]
    choose(card.rows["name"], "Bo Made-up")
    assert (card.record.role, card.record.relationship) == (Role.SOCIAL_WORKER, "North")
    assert card.rows["role"].field.value() == Role.SOCIAL_WORKER.value
    choose(card.rows["name"], "Someone else altogether")
    assert card.record.name == "Someone else altogether"
    assert card.record.role is Role.OTHER


def test_that_whoever_does_what_is_decided_may_be_on_the_councils_list(view: ReviewView) -> None:
    go(view, section_of(view, Records.DECISIONS))
    decisions = panel(view, Records.DECISIONS)
    decisions.add()
    (card,) = decisions.cards.values()
    assert field_of(card.rows["owner"])._names.stringList()[-2:] == ["Bo Made-up", "Ida Made-up"]


def test_that_advocates_stand_first_where_the_advocate_is_named(view: ReviewView) -> None:
    page = go(view, section_of(view, Records.ADVOCACY))
    advocacy = page.panels[Records.ADVOCACY]
    assert isinstance(advocacy, AdvocacyPanel)
    card = advocacy.cards[SupportService.ADVOCATE]
    assert field_of(card.rows["person"])._names.stringList() == ["Ida Made-up", "Bo Made-up"]
