"""A copy on its way, without the screen: what state it is in, what comes next, what is refused."""

import datetime as dt
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from on_its_way import GRANDAD, LETTER, POLISH, OnItsWay
from small_caseload import BEGUN_REVIEW, CEDAR, CEDARS_REVIEW, workspace_of

from fixed_clock import FixedClock
from iro_desktop.documents.formats import Format
from iro_desktop.documents.html import LIGHT
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.document_versions import SendingWay, VersionState
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.wishes_and_feelings import HeardHow
from iro_desktop.domain.withholding import ConfidentialDetail, Reader
from iro_desktop.services import withholding
from iro_desktop.services.council_folder import MANIFEST
from iro_desktop.services.faults import NotTranslated, StillADraft, WouldLeak
from iro_desktop.services.sending import Recipient
from iro_desktop.services.what_changed import WhatChanged
from iro_desktop.store import SqlStore
from iro_desktop.ui.words.versions import history, sending_in_words, state_pill
from iro_desktop.ui.writing.versions.known_people import reader_of
from iro_desktop.ui.writing.versions.next_step import Action, next_step
from iro_desktop.ui.writing.versions.refusals import Place, refusal_of, refusal_to_send
from iro_desktop.ui.writing.versions.send_order import Done, Order, Way

SCHOOL = Recipient("Made-up School", Reader.SCHOOL)


@pytest.fixture
def way(store: SqlStore, clock: FixedClock) -> OnItsWay:
    return OnItsWay(workspace_of(store, clock))


def change_the_record(way: OnItsWay) -> None:
    with way.workspace.uow_factory() as uow:
        child = uow.children.find(CEDAR)
        assert child is not None
        uow.children.put(replace(child, known_as="Cedar-Rose"))


def test_that_a_copy_goes_step_by_step_and_each_offers_the_next(way: OnItsWay) -> None:
    assert next_step(way.page).main is Action.DRAFT
    way.drafted()
    assert next_step(way.page).main is Action.CHECK
    way.checked()
    assert next_step(way.page).main is Action.SIGN
    signed = way.signed()
    assert next_step(way.page).main is Action.SEND
    way.presenter.note(Order(signed.id, GRANDAD, Way.PAPER))
    assert next_step(way.page).main is Action.READ_TOGETHER
    way.presenter.note_read(signed.id, "Made-up Grandad", way.presenter.today, "")
    assert next_step(way.page).main is Action.REPLY
    way.presenter.keep_reply(signed.id, " Thank you! ", HeardHow.SAID_TO_ME, way.presenter.today)
    assert next_step(way.page).main is None
    (listed,) = way.page.versions
    assert (listed.state, listed.replies[0].words) == (VersionState.ANSWERED, " Thank you! ")
    assert all(change.reviews == {CEDARS_REVIEW} for change in way.told if change)


def test_that_nothing_edits_a_signed_version(way: OnItsWay) -> None:
    way.gone()
    offered = next_step(way.page).actions
    assert offered.isdisjoint({Action.DRAFT, Action.REDRAFT, Action.CHECK, Action.SIGN})
    assert Action.DISCARD not in offered
    assert Action.CORRECT in offered


def test_that_a_draft_that_is_behind_the_record_is_made_anew_first(way: OnItsWay) -> None:
    way.checked()
    change_the_record(way)
    assert way.page.is_behind
    assert next_step(way.page).main is Action.REDRAFT
    way.presenter.draft()
    assert not way.page.is_behind
    assert next_step(way.page).main is Action.CHECK


def test_that_what_was_signed_stays_what_it_was(way: OnItsWay) -> None:
    signed = way.signed()
    change_the_record(way)
    html, _ = way.presenter.html_of(signed, LIGHT, 1)
    assert "Dear Cedar" in html
    assert "Rose" not in html


def test_that_a_correction_stands_above_what_it_corrects(way: OnItsWay) -> None:
    signed = way.gone()
    way.presenter.correct(signed.id, WhatChanged("The day"))
    newest, older = way.page.versions
    assert (newest.version.number, older.version.id) == (2, signed.id)
    assert "correction" in next_step(way.page).sentence
    way.presenter.check(newest.version.id, "Robin")
    way.presenter.sign(newest.version.id)
    newest, older = way.page.versions
    assert state_pill(older).text == "Corrected since"
    assert "Version 2 stands for it now" in history(older, way.page.numbers)
    assert "Corrects version 1" in history(newest, way.page.numbers)


def test_that_a_draft_can_be_thrown_away(way: OnItsWay) -> None:
    way.presenter.discard(way.drafted().id)
    assert way.page.versions == ()


def test_that_what_would_be_refused_is_said_before_with_where_to_go(way: OnItsWay) -> None:
    way.presenter.open(replace(LETTER, review=BEGUN_REVIEW))
    assert [one.place for one in way.page.hindrances] == [Place.REVIEW]
    way.presenter.open(POLISH)
    assert [one.place for one in way.page.hindrances] == [Place.TRANSLATION]
    way.checked()
    assert next_step(way.page).main is None
    assert Action.SIGN in next_step(way.page).others
    with pytest.raises(NotTranslated) as refused:
        way.presenter.sign(way.newest().id)
    assert refusal_of(refused.value).place is Place.TRANSLATION


def test_that_a_draft_of_an_open_record_is_not_signed(way: OnItsWay) -> None:
    way.presenter.open(replace(LETTER, review=BEGUN_REVIEW))
    with pytest.raises(StillADraft) as refused:
        way.signed()
    assert refusal_of(refused.value).place is Place.REVIEW


def test_that_another_reader_or_language_is_another_copy(way: OnItsWay) -> None:
    way.signed()
    for other in (POLISH, replace(LETTER, reader=Reader.PARENT)):
        way.presenter.open(other)
        assert way.page.versions == ()


def send(way: OnItsWay, how: Way, out: Path, kind: Format = Format.PDF) -> Done:
    done = way.presenter.send(Order(way.signed().id, SCHOOL, how, kind), out)
    way.presenter.settle(done)
    return done


@pytest.mark.parametrize(
    ("how", "kind", "begins", "noted"),
    [
        (Way.PAPER, Format.PDF, b"%PDF", SendingWay.PRINTED),
        (Way.FILE, Format.DOCX, b"PK", SendingWay.HANDED_OVER),
        (Way.EMAIL, Format.PDF, b"Subject:", SendingWay.EMAIL),
        (Way.PROTECTED, Format.PDF, b"%PDF", SendingWay.PROTECTED_PDF),
    ],
)
def test_that_each_way_writes_a_file_and_is_noted_at_once(
    way: OnItsWay, tmp_path: Path, how: Way, kind: Format, begins: bytes, noted: SendingWay
) -> None:
    out = tmp_path / "out"
    done = send(way, how, out, kind)
    assert out.read_bytes().startswith(begins)
    assert bool(done.password) is (how is Way.PROTECTED)
    assert done.password not in repr(done) or not done.password
    (sent,) = way.page.versions[0].sendings
    assert (sent.to, sent.reader, sent.way) == (SCHOOL.name, Reader.SCHOOL, noted)
    assert "Made-up School · The school" in sending_in_words(sent)
    assert way.told[-1].reviews == {CEDARS_REVIEW}


def test_that_the_councils_folder_holds_the_document_and_a_manifest(
    way: OnItsWay, tmp_path: Path
) -> None:
    into = tmp_path / "council"
    into.mkdir()
    done = send(way, Way.FOLDER, into, Format.DOCX)
    (folder,) = into.iterdir()
    assert folder.name == done.name
    kinds = {path.suffix: path for path in folder.iterdir()}
    assert (folder / MANIFEST).exists()
    assert zipfile.is_zipfile(kinds[".docx"])


def test_that_a_files_name_says_nothing_about_the_child(way: OnItsWay) -> None:
    signed = way.signed()
    for how in Way:
        name = way.presenter.file_name(Order(signed.id, SCHOOL, how)).lower()
        assert "cedar" not in name
        assert name.endswith((".pdf", ".eml", ".wav"))


@pytest.mark.parametrize("how", [Way.FILE, Way.PROTECTED])
def test_that_nothing_is_written_for_someone_it_is_kept_from(
    way: OnItsWay, tmp_path: Path, how: Way
) -> None:
    signed = way.signed()
    detail = ConfidentialDetail(
        id=EntityId("club"), child_id=CEDAR, words="swimming club", kept_from=(Reader.SCHOOL,)
    )
    withholding.keep_detail(way.workspace.uow_factory, detail, way.workspace.clock)
    with pytest.raises(WouldLeak) as refused:
        way.presenter.send(Order(signed.id, SCHOOL, how), tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert way.page.versions[0].sendings == ()
    assert "Nothing was written" in refusal_to_send(refused.value).sentence
    with pytest.raises(WouldLeak):
        way.presenter.pages_to_print(Order(signed.id, SCHOOL, Way.PAPER))


def test_that_what_was_written_without_a_version_waits_until_it_has_gone(way: OnItsWay) -> None:
    (waiting,) = way.page.waiting
    assert way.page.send_by is not None
    way.presenter.mark_sent(waiting, "Cedar, by hand")
    assert way.page.waiting == ()
    assert way.page.send_by is None


def test_that_a_signed_version_waits_in_its_place(way: OnItsWay) -> None:
    way.signed()
    assert way.page.waiting == ()
    assert way.page.send_by is not None


def test_that_people_of_the_record_are_known_with_what_they_are(way: OnItsWay) -> None:
    people = way.page.people
    assert people["Cedar"] is Reader.CHILD
    assert people["Made-up Grandad"] is Reader.FAMILY
    assert next(iter(people)) == "Cedar"


@pytest.mark.parametrize("role", list(Role))
def test_that_every_role_is_some_kind_of_reader(role: Role) -> None:
    usual = {Role.PARENT: Reader.PARENT, Role.INTERPRETER: Reader.OTHER}
    assert reader_of(role) is usual.get(role, reader_of(role))
    assert reader_of(role) not in {Reader.FILE, Reader.COURT}


def test_that_a_manager_answers_and_the_clock_stops(way: OnItsWay) -> None:
    assert way.presenter.manager() is None
    way.presenter.open(replace(LETTER, kind=DocumentKind.DECISIONS, reader=Reader.FILE))
    manager = way.presenter.manager()
    assert manager is not None
    assert manager.answers().state.text == "They stand: the time to answer is over"
    day = dt.date(2026, 10, 28)
    manager.confirm("Made-up Manager", day, "Not the club", agrees=False)
    answers = manager.answers()
    assert (answers.state.text, answers.due) == ("Not agreed", None)
    (said,) = answers.answers
    manager.take_back(said)
    assert manager.answers().answers == ()
