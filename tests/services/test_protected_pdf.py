"""A PDF for someone outside: it opens with its password, which stands nowhere else."""

from pathlib import Path

import pikepdf
import pytest
from made_up_meeting import Meeting
from written_versions import Letters, a_letter

from iro_desktop.domain.document_versions import DocumentVersion, SendingWay
from iro_desktop.domain.withholding import Reader
from iro_desktop.services.faults import NameMissing, NotSigned, NotWritable
from iro_desktop.services.protected_pdf import write_protected_pdf
from iro_desktop.services.sending import Recipient

SCHOOL = Recipient("Made-up School", Reader.SCHOOL)


@pytest.fixture
def letters(meeting: Meeting) -> Letters:
    meeting.fill()
    meeting.close()
    return Letters.of(meeting)


@pytest.fixture
def signed(letters: Letters) -> DocumentVersion:
    return letters.signed(a_letter())


def test_that_it_opens_with_its_password_alone(
    letters: Letters, signed: DocumentVersion, tmp_path: Path
) -> None:
    out = tmp_path / "letter.pdf"
    made = write_protected_pdf(letters.meeting.workspace, signed.id, SCHOOL, out)
    for wrong in ("", made.password + "x", made.password.upper()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(out, password=wrong)
    with pikepdf.open(out, password=made.password) as opened:
        assert len(opened.pages) == 1
        assert opened.encryption.R == 6
    assert b"brave" not in out.read_bytes()


def test_that_its_sending_is_noted_and_its_password_kept_nowhere(
    letters: Letters, signed: DocumentVersion, tmp_path: Path
) -> None:
    out = tmp_path / "out" / "letter.pdf"
    made = write_protected_pdf(letters.meeting.workspace, signed.id, SCHOOL, out)
    assert (made.sending.way, made.sending.file_format) == (SendingWay.PROTECTED_PDF, "pdf")
    assert letters.listed()[0].sendings == (made.sending,)
    assert made.password not in repr(made)
    words = made.password.encode()
    assert words not in out.read_bytes()
    assert [path.name for path in out.parent.iterdir()] == [out.name]
    with letters.meeting.workspace.uow_factory() as uow:
        revisions = uow.history.of_review(signed.review_id)
    assert made.password not in repr(revisions)


def test_that_two_copies_have_two_passwords(
    letters: Letters, signed: DocumentVersion, tmp_path: Path
) -> None:
    made = {
        write_protected_pdf(
            letters.meeting.workspace, signed.id, SCHOOL, tmp_path / f"{number}.pdf"
        ).password
        for number in range(2)
    }
    assert len(made) == 2


def test_that_what_cannot_be_sent_is_not_written(
    letters: Letters, signed: DocumentVersion, tmp_path: Path
) -> None:
    workspace, out = letters.meeting.workspace, tmp_path / "letter.pdf"
    with pytest.raises(NameMissing):
        write_protected_pdf(workspace, signed.id, Recipient(" ", Reader.SCHOOL), out)
    drafted = letters.for_(reader=Reader.SCHOOL).draft()
    with pytest.raises(NotSigned):
        write_protected_pdf(workspace, drafted.id, SCHOOL, out)
    assert not out.exists()
    out.write_bytes(b"")
    with pytest.raises(NotWritable):
        write_protected_pdf(workspace, signed.id, SCHOOL, out / "letter.pdf")
    assert letters.listed()[0].sendings == ()
