import datetime as dt
from pathlib import Path

import pytest
from invited_review import workspace_with_invitees
from small_caseload import BEGUN_REVIEW, CEDARS_REVIEW

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.services.faults import NoSuchThing, NotWritable
from iro_desktop.store import SqlStore
from iro_desktop.ui.inviting.presenter import InvitingPresenter, Shape

BEGINNINGS = {Shape.WORD: b"PK\x03\x04", Shape.PDF: b"%PDF-", Shape.DRAFT: b"Subject: "}


@pytest.fixture
def presenter(store: SqlStore, clock: FixedClock) -> InvitingPresenter:
    made = InvitingPresenter(workspace_with_invitees(store, clock))
    made.open(BEGUN_REVIEW)
    return made


def test_that_it_says_who_is_asked_who_is_missing_and_by_when(
    presenter: InvitingPresenter,
) -> None:
    sheet = presenter.sheet()
    assert [one.name for one in sheet.invited] == [
        *("Rowan", "Made-up Mother", "Made-up Social Worker")
    ]
    assert [one.role.value for one in sheet.missing] == ["carer"]
    assert sheet.send_by is not None
    assert sheet.consult_by is not None
    assert sheet.send_by.on == dt.date(2026, 11, 26)
    assert sheet.consult_by.on == dt.date(2026, 11, 12)
    assert not presenter.is_late(sheet)


def test_that_invitations_are_late_once_their_day_has_gone(
    presenter: InvitingPresenter, clock: FixedClock
) -> None:
    clock.advance(4 * 86_400)
    assert not presenter.is_late(presenter.sheet())
    clock.advance(86_400)
    assert presenter.is_late(presenter.sheet())


def test_that_a_review_without_a_day_has_no_day_to_send_by(presenter: InvitingPresenter) -> None:
    presenter.open(CEDARS_REVIEW)
    sheet = presenter.sheet()
    assert (sheet.send_by, sheet.consult_by) == (None, None)
    assert not presenter.is_late(sheet)


@pytest.mark.parametrize("shape", Shape)
def test_that_everyone_gets_a_file_whose_name_tells_nothing(
    presenter: InvitingPresenter, tmp_path: Path, shape: Shape
) -> None:
    made = presenter.make(presenter.order(shape))
    presenter.keep(made, tmp_path / "out")
    files = sorted((tmp_path / "out").iterdir())
    assert [file.name for file in files] == [
        f"invitation-{BEGUN_REVIEW[:8]}-{number}.{shape.value}" for number in (1, 2, 3)
    ]
    assert all(file.read_bytes().startswith(BEGINNINGS[shape]) for file in files)
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in files)
    assert made.missing_characters == frozenset()


def test_that_names_stand_in_them_only_once_chosen(presenter: InvitingPresenter) -> None:
    def all_drafts() -> bytes:
        return b"".join(data for _, data in presenter.make(presenter.order(Shape.DRAFT)).files)

    assert b"Rowan" not in all_drafts()
    presenter.named = True
    assert b"Rowan" in all_drafts()
    assert b"Thistle" not in all_drafts()


def test_that_what_was_chosen_for_one_review_is_not_carried_to_the_next(
    presenter: InvitingPresenter,
) -> None:
    presenter.named = presenter.with_others = True
    order = presenter.order(Shape.PDF)
    presenter.open(CEDARS_REVIEW)
    assert (presenter.named, presenter.with_others) == (False, False)
    assert (order.review, order.named) == (BEGUN_REVIEW, True)


def test_that_a_review_nobody_knows_is_not_opened(presenter: InvitingPresenter) -> None:
    with pytest.raises(NoSuchThing):
        presenter.open(ReviewId("nobody's"))
    assert presenter.review == BEGUN_REVIEW


def test_that_a_folder_that_cannot_be_written_is_said(
    presenter: InvitingPresenter, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    made = presenter.make(presenter.order(Shape.DRAFT))
    with pytest.raises(NotWritable):
        presenter.keep(made, tmp_path / "file")
