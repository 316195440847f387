"""A working day with every log open: what is known of a child leaves only as it was asked to."""

import contextlib
import logging
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from made_up_meeting import CHILD, NOW, PEOPLE, Meeting, put_child

from fixed_clock import FixedClock
from iro_desktop.documents.formats import Format
from iro_desktop.documents.writers import write
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review_record import Signatory
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.form_engine.catalogue import Catalogue
from iro_desktop.i18n import Translator
from iro_desktop.services import (
    access,
    busy_calendar,
    closing_review,
    diary,
    diary_calendar,
    inviting,
    listing,
    recording,
    today,
    writing,
)
from iro_desktop.services.access import Laptop
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.importing.tables import import_paths
from iro_desktop.services.portable_reading import read_record
from iro_desktop.services.portable_records import export_record, forget_record, import_record
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.private_file import write_file
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import create_store, open_store
from iro_desktop.vault import KeyEnvelope
from iro_desktop.vault.wrapping import SlowHash

PASSPHRASE = "made-up plum, tin kettle"
VIEW = "i want the violet umbrella"
ANSWER = "Sleeps under the indigo table"
DECISION = "Find the turquoise bicycle"
ADDENDUM = "The ochre letter came"
RETURNED = "MADEUP2"
SECRETS = (
    *(CHILD.known_as, CHILD.family_name, CHILD.number, CHILD.social_worker, CHILD.id),
    *(name for name, _, _ in PEOPLE),
    *(
        "violet",
        "indigo",
        "turquoise",
        "ochre",
        "magenta",
        "saffron",
        RETURNED,
        PASSPHRASE,
        "kettle",
    ),
)
OTHER_CALENDAR = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261201T090000Z\r\nDURATION:PT1H\r\n"
    b"SUMMARY:The saffron kite\r\nLOCATION:Saffron Lane\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
RETURNS = Path(__file__).resolve().parents[1] / "returns" / "samples"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place for temporary files, and the folder worked in."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.chdir(folder)
    return folder


def laptop_in(folder: Path, clock: FixedClock) -> Laptop:
    light = SlowHash(passes=1, memory=8, lanes=1)
    return Laptop(
        folder,
        KeyEnvelope(folder, clock, figures=light),
        lambda where, key: create_store(where, key, clock=clock),
        lambda where, key: open_store(where, key, clock=clock),
    )


def a_working_day(store_folder: Path, out: Path, forms: Catalogue) -> None:
    clock = FixedClock(NOW)
    laptop = laptop_in(store_folder, clock)
    access.make_store(laptop, PASSPHRASE, Signatory("Made-up Officer")).store.close()
    with contextlib.suppress(KnownFault):
        access.unlock(laptop, PASSPHRASE + " not")
    clock.advance(3600)
    store = access.unlock(laptop, PASSPHRASE)
    factory = store.unit_of_work
    import_paths(factory, [RETURNS / "small", RETURNS / "faulty"], clock)
    with factory() as uow:
        put_child(uow)
    meeting = Meeting.begun(Workspace(factory, clock, forms))
    view = recording.new_view(meeting.review, 0, "Aunt Quillfeather", clock.today())
    question = recording.ask_scaling_question(
        factory, meeting.review, text="How magenta is it?", meaning_of_0="", meaning_of_10=""
    )
    score = recording.new_scale_answer(meeting.review, question, "Mum", Role.PARENT, 0)
    meeting.save(replace(view, words=VIEW, sharing=Sharing.EVERYONE), score)
    meeting.answer("home_notes", ANSWER)
    (decision,) = meeting.decide(DECISION)
    with pytest.raises(KnownFault):
        meeting.close()
    meeting.fill()
    meeting.close()
    with pytest.raises(KnownFault):
        meeting.save(decision)
    closing_review.add_addendum(factory, meeting.review, ADDENDUM, clock)
    for kind in DocumentKind:
        for file_format in Format:
            document = writing.compose(meeting.workspace, meeting.review.id, kind, Translator())
            write_file(write(document, file_format).data, out / f"{kind}.{file_format}")
            writing.note_written(factory, meeting.review.id, kind, clock)
    meet_people(meeting, clock)
    today.today_asks(factory, clock.today())
    listing.reviews(factory, clock.today())
    record = out / "record.json"
    write_file(export_record(factory, meeting.review.id), record)
    forget_record(factory, meeting.review.id, record)
    import_record(factory, read_record(record))
    with pytest.raises(KnownFault):
        export_record(factory, ReviewId(CHILD.known_as))
    with pytest.raises(ZeroDivisionError):
        _fail_halfway(factory)
    store.back_up(out / "backup")
    store.verify()
    store.close()


def meet_people(meeting: Meeting, clock: FixedClock) -> None:
    """Calendars in and out, and invitations."""
    factory, today = meeting.workspace.uow_factory, clock.today()
    busy_calendar.take_in(factory, OTHER_CALENDAR, "calendar.ics", today)
    with pytest.raises(KnownFault):
        busy_calendar.take_in(factory, VIEW.encode(), "calendar.ics", today)
    entries = diary.entries(factory, today, today.replace(year=2000), today.replace(year=2099))
    diary_calendar.calendar_file(factory, entries, Translator(), clock.now(), with_names=True)
    invitations = inviting.compose_all(
        factory, meeting.review.id, Translator(), named=True, with_others=True
    )
    for document in invitations.documents:
        inviting.eml_draft(document)


def _fail_halfway(factory: UnitOfWorkFactory) -> None:
    with factory() as uow:
        uow.children.put(replace(CHILD, pronouns="they"))
        raise ZeroDivisionError


def found_in(text: str) -> set[str]:
    return {secret for secret in SECRETS if secret.lower() in text.lower()}


def test_that_no_log_output_or_temporary_file_knows_the_child(
    tmp_path: Path,
    temporary: Path,
    forms: Catalogue,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out"
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, logger="sqlalchemy"):
        a_working_day(tmp_path / "store", out, forms)
    assert "INSERT INTO child" in caplog.text  # the logs were open
    assert found_in(caplog.text) == set()
    assert found_in("".join(capfd.readouterr())) == set()
    assert list(temporary.iterdir()) == []
    asked_for = {f"{kind}.{ending}" for kind in DocumentKind for ending in Format}
    assert {path.name for path in out.iterdir()} == asked_for | {"record.json", "backup"}


def test_that_the_store_and_its_backup_hold_nothing_that_can_be_read(
    tmp_path: Path, temporary: Path, forms: Catalogue
) -> None:
    store, out = tmp_path / "store", tmp_path / "out"
    a_working_day(store, out, forms)
    for path in (*store.iterdir(), out / "backup"):
        data = path.read_bytes()
        for secret in SECRETS:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert secret.encode(encoding) not in data, path.name
    assert found_in((out / "minutes.html").read_text("utf-8")) >= {"Zorbelina", "violet"}
