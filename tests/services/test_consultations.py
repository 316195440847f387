"""Forms before a meeting: written for a person, filled in with other programs, taken back."""

from io import BytesIO

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from docx.text.run import Run
from made_up_meeting import Meeting

from iro_desktop.documents.docx.form_fields import W14
from iro_desktop.documents.formats import FORMS_TO_FILL, Format
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.participation import Asked, Participant, Role
from iro_desktop.services import consultations
from iro_desktop.services.faults import FixedReview, NoSuchThing, UnreadableFile

WORDS = "The swimming.\nAnd Nan “rings” every night"


@pytest.fixture
def mum(meeting: Meeting) -> Participant:
    return next(one for one in meeting.record.participants if one.role is Role.PARENT)


def the_form(meeting: Meeting, person: Participant, file_format: Format) -> bytes:
    return consultations.write_form(meeting.workspace, meeting.review.id, person.id, file_format)


def filled_pdf(data: bytes) -> bytes:
    kept = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if field.T == "going_well":
                field.V = pikepdf.String(WORDS.replace("\n", "\r"))
            if field.T == "plan_agreed/partly":
                field.V = field.AS = pikepdf.Name("/Yes")
        pdf.save(kept)
    return kept.getvalue()


def filled_docx(data: bytes, *, names_are_lost: bool = False) -> bytes:
    document = docx.Document(BytesIO(data))
    for control in document.element.body.iter(qn("w:sdt")):
        properties, content = control
        tag = properties.find(qn("w:tag"))
        if tag.get(qn("w:val")) == "going_well":
            properties.remove(properties.find(qn("w:showingPlcHdr")))
            for run in list(content)[1:]:
                content.remove(run)
            Run(content[0], document).text = WORDS
        if tag.get(qn("w:val")) == "plan_agreed/partly":
            properties.find(f".//{{{W14}}}checked").set(f"{{{W14}}}val", "1")
        if names_are_lost:
            properties.remove(tag)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def said(meeting: Meeting) -> dict[str, ConsultationAnswer]:
    return {answer.question: answer for answer in meeting.record.consultation_answers}


@pytest.mark.parametrize("file_format", [Format.PDF, Format.DOCX, None])
def test_that_what_someone_wrote_comes_back_word_for_word(
    meeting: Meeting, mum: Participant, file_format: Format | None
) -> None:
    if file_format is Format.PDF:
        back = filled_pdf(the_form(meeting, mum, Format.PDF))
    else:
        written = the_form(meeting, mum, Format.DOCX)
        back = filled_docx(written, names_are_lost=file_format is None)
    taken = consultations.take_back(meeting.workspace, back, "form")
    assert (taken.review, taken.person, taken.answered) == (meeting.review.id, mum.name, 2)
    answers = said(meeting)
    assert answers["going_well"].words == WORDS
    assert answers["going_well"].asked == "What is going well?"
    assert answers["plan_agreed"].words == "With some of it"
    (asked,) = [one.consulted for one in meeting.record.participants if one.id == mum.id]
    assert asked is Asked.ANSWERED
    again = consultations.take_back(meeting.workspace, back, "form")
    assert again.answered == 2
    assert said(meeting) == answers


def test_that_a_form_that_came_back_empty_says_nothing(meeting: Meeting, mum: Participant) -> None:
    for file_format in FORMS_TO_FILL:
        taken = consultations.take_back(
            meeting.workspace, the_form(meeting, mum, file_format), "form"
        )
        assert taken.answered == 0
    assert said(meeting) == {}


def test_that_later_words_stand_in_place_of_earlier_ones(
    meeting: Meeting, mum: Participant
) -> None:
    consultations.take_back(
        meeting.workspace, filled_pdf(the_form(meeting, mum, Format.PDF)), "form"
    )
    written = the_form(meeting, mum, Format.DOCX)
    consultations.take_back(meeting.workspace, written, "form")
    assert said(meeting) == {}


def test_that_the_form_names_nobody_but_whom_it_is_for(meeting: Meeting, mum: Participant) -> None:
    with pikepdf.open(BytesIO(the_form(meeting, mum, Format.PDF))) as pdf:
        about = {str(key): str(value) for key, value in pdf.docinfo.items()}
    assert "Zorbelina" not in str(about)
    record = meeting.record
    form = consultations.form_for(meeting.workspace, record, mum)
    assert form is not None
    assert form.id == "consultation-parent"


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7 no more", b"PK\x03\x04 nor this", b"\x00" * 50, b"Dear IRO"]
)
def test_that_another_file_is_refused_in_a_sentence(meeting: Meeting, data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        consultations.take_back(meeting.workspace, data, "letter.pdf")
    assert "not a form" in refused.value.data["why"]


def test_that_a_form_of_a_meeting_that_is_not_here_is_refused(
    meeting: Meeting, mum: Participant
) -> None:
    written = the_form(meeting, mum, Format.PDF)
    with meeting.workspace.uow_factory() as uow:
        uow.participants.withdraw(mum)
    with pytest.raises(UnreadableFile):
        consultations.take_back(meeting.workspace, written, "form.pdf")
    with pytest.raises(NoSuchThing):
        the_form(meeting, mum, Format.PDF)


def test_that_nothing_is_added_to_a_closed_record(meeting: Meeting, mum: Participant) -> None:
    back = filled_pdf(the_form(meeting, mum, Format.PDF))
    meeting.fill()
    meeting.close()
    with pytest.raises(FixedReview):
        consultations.take_back(meeting.workspace, back, "form.pdf")
