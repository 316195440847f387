"""How a signed version goes to someone: what is written, what is noted, and what is never told."""

import email
import hashlib
import json
import stat
import sys
from email.policy import SMTP
from pathlib import Path

import pytest
from made_up_meeting import CHILD, PEOPLE, Meeting
from written_versions import Letters, a_letter

from fixed_clock import FixedClock
from iro_desktop.documents.formats import Format
from iro_desktop.documents.writers import write
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.document_versions import DocumentVersion, SendingWay, VersionState
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.life import life_of
from iro_desktop.domain.wishes_and_feelings import HeardHow
from iro_desktop.domain.withholding import ConfidentialDetail, Reader
from iro_desktop.services import replies, sending, versions, withholding
from iro_desktop.services.audio import voices
from iro_desktop.services.council_folder import MANIFEST, Wanted, write_council_folder
from iro_desktop.services.faults import (
    NameMissing,
    NotSigned,
    NotWritable,
    NoVoice,
    VersionDamaged,
    WordsMissing,
    WouldLeak,
)
from iro_desktop.services.passwords import BITS, WORDS, new_password
from iro_desktop.services.protected_pdf import write_protected_pdf
from iro_desktop.services.sending import Recipient
from iro_desktop.services.spoken_copies import write_spoken

MUM = Recipient("Mum Quillfeather", Reader.PARENT)
SYSTEM = Recipient("Madeupshire records", Reader.FILE)
NAMES = (CHILD.known_as, CHILD.family_name, CHILD.number, *(name for name, _, _ in PEOPLE))
WORDS_INSIDE = "You were brave."
HOME = "4 Made-up Lane, Madeford"


@pytest.fixture
def letters(meeting: Meeting) -> Letters:
    meeting.fill()
    meeting.close()
    return Letters.of(meeting)


@pytest.fixture
def signed(letters: Letters) -> DocumentVersion:
    return letters.signed(a_letter(f"{WORDS_INSIDE} {CHILD.known_as} {CHILD.family_name}"))


def waiting(letters: Letters) -> list[WrittenDocument]:
    with letters.meeting.workspace.uow_factory() as uow:
        written = uow.written_documents.of_review(letters.meeting.review.id)
    return [one for one in written if one.sent_on is None]


@pytest.mark.parametrize("way", [SendingWay.PRINTED, SendingWay.HANDED_OVER])
def test_that_printing_and_handing_over_are_noted(
    letters: Letters, signed: DocumentVersion, clock: FixedClock, way: SendingWay
) -> None:
    noted, changed = sending.note_sent(letters.meeting.workspace, signed.id, MUM, way)
    assert changed.reviews == {signed.review_id}
    assert (noted.to, noted.reader, noted.way) == (MUM.name, MUM.reader, way)
    assert (noted.sent_on, noted.sent_by) == (clock.today(), "Made-up Officer")
    (listed,) = letters.listed()
    assert (listed.state, listed.sendings) == (VersionState.SENT, (noted,))
    assert listed.version == signed


def test_that_a_kind_waits_until_every_signed_copy_of_it_has_gone(
    letters: Letters, signed: DocumentVersion
) -> None:
    workspace = letters.meeting.workspace
    other = letters.for_(reader=Reader.PARENT).signed()
    sending.note_sent(workspace, signed.id, MUM, SendingWay.PRINTED)
    assert len(waiting(letters)) == 1
    sending.note_sent(workspace, other.id, MUM, SendingWay.PRINTED)
    assert waiting(letters) == []


def test_that_a_correction_waits_anew_and_nobody_waits_for_what_it_corrects(
    letters: Letters, signed: DocumentVersion
) -> None:
    correction = letters.sign(letters.check(letters.correct(signed)))
    sending.note_sent(letters.meeting.workspace, correction.id, MUM, SendingWay.PRINTED)
    assert waiting(letters) == []
    assert [one.state for one in letters.listed()] == [VersionState.SIGNED, VersionState.SENT]


def test_that_only_a_signed_version_goes_anywhere(letters: Letters, tmp_path: Path) -> None:
    drafted = letters.check(letters.draft())
    workspace = letters.meeting.workspace
    with pytest.raises(NotSigned):
        sending.note_sent(workspace, drafted.id, MUM, SendingWay.PRINTED)
    with pytest.raises(NotSigned):
        sending.write_email(workspace, drafted.id, MUM, tmp_path / "a.eml")
    with pytest.raises(NotSigned):
        write_council_folder(workspace, [Wanted(drafted.id)], SYSTEM, tmp_path)
    with pytest.raises(NotSigned):
        replies.note_read_together(workspace, drafted.id)
    with pytest.raises(NotSigned):
        replies.keep_reply(workspace, drafted.id, "ok", HeardHow.SAID_TO_ME)
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_that_it_must_be_said_to_whom(
    letters: Letters, signed: DocumentVersion, tmp_path: Path
) -> None:
    nobody = Recipient(" ", Reader.PARENT)
    workspace = letters.meeting.workspace
    with pytest.raises(NameMissing):
        sending.note_sent(workspace, signed.id, nobody, SendingWay.PRINTED)
    with pytest.raises(NameMissing):
        sending.write_email(workspace, signed.id, nobody, tmp_path / "a.eml")
    with pytest.raises(NameMissing):
        write_council_folder(workspace, [Wanted(signed.id)], nobody, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


@pytest.mark.parametrize("format", [Format.HTML, Format.TEXT])
def test_that_an_email_is_a_draft_with_the_version_attached(
    letters: Letters,
    signed: DocumentVersion,
    tmp_path: Path,
    format: Format,  # noqa: A002  # the field's own word
) -> None:
    out = tmp_path / "draft.eml"
    noted, _ = sending.write_email(letters.meeting.workspace, signed.id, MUM, out, format=format)
    assert (noted.way, noted.file_format) == (SendingWay.EMAIL, format.value)
    message = email.message_from_bytes(out.read_bytes(), policy=SMTP)
    assert message["X-Unsent"] == "1"
    assert {"From", "To", "Cc", "Bcc", "Date", "Message-ID"}.isdisjoint(message.keys())
    (attached,) = message.iter_attachments()
    assert attached.get_content_type() == sending.MEDIA_TYPES[format]
    data = attached.get_payload(decode=True)
    assert data == write(versions.document_of(signed), format).data
    if sys.platform != "win32":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_that_subject_body_and_file_name_tell_of_nobody(
    letters: Letters, signed: DocumentVersion
) -> None:
    file = sending.file_of(letters.meeting.workspace.uow_factory, signed.id, Format.TEXT)
    raw = sending.eml_draft(file, Format.TEXT)
    message = email.message_from_bytes(raw, policy=SMTP)
    body = message.get_body()
    assert body is not None
    told = " ".join((str(message["Subject"]), str(body.get_content()), file.name))
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == file.name
    assert not [name for name in (*NAMES, WORDS_INSIDE) if name.lower() in told.lower()]
    assert b"\r\n" in raw
    assert max(map(len, raw.split(b"\r\n"))) <= 998  # RFC 5322, 2.1.1


def test_that_a_damaged_version_is_not_sent(
    letters: Letters, signed: DocumentVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DocumentVersion, "is_whole", False)
    with pytest.raises(VersionDamaged):
        sending.note_sent(letters.meeting.workspace, signed.id, MUM, SendingWay.PRINTED)
    with pytest.raises(VersionDamaged):
        sending.file_of(letters.meeting.workspace.uow_factory, signed.id, Format.TEXT)


def test_that_the_councils_folder_holds_each_file_and_says_which_version_it_is(
    letters: Letters, signed: DocumentVersion, tmp_path: Path, clock: FixedClock
) -> None:
    mums = letters.for_(reader=Reader.PARENT, reader_name="Mum").signed()
    wanted = [
        Wanted(signed.id, Format.HTML),
        Wanted(signed.id, Format.TEXT),
        Wanted(mums.id, Format.TEXT),
        Wanted(mums.id, Format.TEXT),
    ]
    folder = write_council_folder(letters.meeting.workspace, wanted, SYSTEM, tmp_path / "new")
    raw = json.loads((folder.path / MANIFEST).read_bytes())
    assert (raw["format"], raw["version"], raw["to"]) == (
        "iro-desktop documents", 1, SYSTEM.name,
    )  # fmt: skip
    files = {path.name for path in folder.path.iterdir()} - {MANIFEST}
    assert files == {one["file"] for one in raw["documents"]}
    assert len(files) == len(raw["documents"]) == len(folder.sendings) == 3
    for one in raw["documents"]:
        data = (folder.path / one["file"]).read_bytes()
        assert (one["sha256"], one["bytes"]) == (hashlib.sha256(data).hexdigest(), len(data))
    first, _, last = raw["documents"]
    assert (first["version_id"], first["content_sha256"]) == (signed.id, signed.digest)
    assert (first["kind"], first["number"], first["language"]) == ("letter", 1, "en-GB")
    assert (last["reader"], last["reader_name"]) == ("parent", "Mum")
    assert first["signed_at"] == clock.now().isoformat()
    assert {one.way for one in folder.sendings} == {SendingWay.COUNCIL_FOLDER}
    told = " ".join((folder.path.name, *files)).lower()
    assert not [name for name in NAMES if name.lower() in told]
    if sys.platform != "win32":
        modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.path.iterdir()}
        assert (modes, stat.S_IMODE(folder.path.stat().st_mode)) == ({0o600}, 0o700)


def test_that_a_folder_that_cannot_be_written_leaves_nothing_and_notes_nothing(
    letters: Letters, signed: DocumentVersion, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    with pytest.raises(NotWritable):
        write_council_folder(
            letters.meeting.workspace, [Wanted(signed.id, Format.TEXT)], SYSTEM, in_the_way
        )
    assert letters.listed()[0].sendings == ()
    assert [path.name for path in tmp_path.iterdir() if path.is_dir() and "new" in path.name] == []


def test_that_a_folder_half_written_is_taken_away(
    letters: Letters,
    signed: DocumentVersion,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(target: Path, data: bytes) -> None:
        if target.name == MANIFEST:
            raise OSError(5, "Input/output error")
        target.write_bytes(data)

    monkeypatch.setattr("iro_desktop.services.whole_folder.replace_file", fails)
    into = tmp_path / "into"
    with pytest.raises(NotWritable):
        write_council_folder(
            letters.meeting.workspace, [Wanted(signed.id, Format.TEXT)], SYSTEM, into
        )
    assert list(into.iterdir()) == []
    assert letters.listed()[0].sendings == ()


def test_that_a_letter_is_read_with_the_child_and_answered_in_the_childs_own_words(
    letters: Letters, signed: DocumentVersion, clock: FixedClock
) -> None:
    workspace = letters.meeting.workspace
    reading, _ = replies.note_read_together(workspace, signed.id, note=" At the kitchen table ")
    assert (reading.read_by, reading.read_on) == ("Made-up Officer", clock.today())
    assert reading.note == "At the kitchen table"
    assert letters.listed()[0].state is VersionState.READ
    words = " ok but i {wont} swim\n\u202egnol oot \U0001f980 "
    reply, _ = replies.keep_reply(workspace, signed.id, words, HeardHow.MESSAGE)
    (listed,) = letters.listed()
    assert listed.replies == (reply,)
    assert (reply.words, listed.state) == (words, VersionState.ANSWERED)
    with pytest.raises(WordsMissing):
        replies.keep_reply(workspace, signed.id, " \n", HeardHow.MESSAGE)


@pytest.mark.parametrize(
    ("kind", "happening"),
    [
        (DocumentKind.LETTER, Happening.RECORD_SENT),
        (DocumentKind.MINUTES, Happening.RECORD_SENT),
        (DocumentKind.DECISIONS, Happening.DECISIONS_CONFIRMED),
        (DocumentKind.INVITATION, None),
        (DocumentKind.GOODBYE, None),
    ],
)
def test_that_only_what_records_a_review_stops_the_clock_of_its_record(
    letters: Letters, clock: FixedClock, kind: DocumentKind, happening: Happening | None
) -> None:
    sent = Letters.of(letters.meeting, kind).signed()
    sending.note_sent(letters.meeting.workspace, sent.id, MUM, SendingWay.PRINTED)
    with letters.meeting.workspace.uow_factory() as uow:
        documents = uow.written_documents.of_child(CHILD.id)
    life = life_of(CHILD, (), (), (), documents)
    told = {one for one in (Happening.RECORD_SENT, Happening.DECISIONS_CONFIRMED) if one in life}
    assert told == ({happening} if happening else set())


def test_that_passwords_are_hard_to_guess_and_easy_to_say() -> None:
    made = {new_password() for _ in range(200)}
    assert len(made) == 200
    assert BITS > 55
    for password in made:
        *words, figures = password.split("-")
        assert set(words) <= set(WORDS)
        assert set(figures) <= set("23456789")
    assert len(set(WORDS)) == len(WORDS)
    assert not [a for a in WORDS for b in WORDS if a != b and b.startswith(a)]


def test_that_nothing_is_written_for_someone_it_would_leak_to_whoever_it_was_made_for(
    letters: Letters, tmp_path: Path
) -> None:
    workspace = letters.meeting.workspace
    signed = letters.signed(a_letter(f"You live at {HOME}."))
    detail = ConfidentialDetail(
        id=EntityId("home"), child_id=CHILD.id, words=HOME, kept_from=(Reader.PARENT,)
    )
    withholding.keep_detail(workspace.uow_factory, detail, workspace.clock)
    for write_it in (
        lambda to: sending.write_email(workspace, signed.id, to, tmp_path / "a.eml"),
        lambda to: write_protected_pdf(workspace, signed.id, to, tmp_path / "a.pdf"),
        lambda to: write_spoken(workspace, signed.id, to, tmp_path / "a.wav"),
        lambda to: write_council_folder(workspace, [Wanted(signed.id)], to, tmp_path),
    ):
        with pytest.raises(WouldLeak):
            write_it(MUM)
    assert [path.name for path in tmp_path.iterdir()] == ["store"]
    assert letters.listed()[0].sendings == ()
    sending.write_email(workspace, signed.id, SYSTEM, tmp_path / "a.eml")
    assert letters.listed()[0].sendings[0].to == SYSTEM.name


def test_that_a_letter_is_heard_and_noted_where_the_computer_speaks(
    letters: Letters, signed: DocumentVersion, tmp_path: Path
) -> None:
    out = tmp_path / "letter.wav"
    if not voices():
        with pytest.raises(NoVoice):
            write_spoken(letters.meeting.workspace, signed.id, MUM, out)
        assert not out.exists()
        assert letters.listed()[0].sendings == ()
        return
    noted, changed = write_spoken(letters.meeting.workspace, signed.id, MUM, out)
    assert out.read_bytes().startswith(b"RIFF")
    assert (noted.way, noted.file_format) == (SendingWay.HANDED_OVER, "wav")
    assert changed.reviews == {signed.review_id}
