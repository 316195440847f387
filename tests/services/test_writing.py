import datetime as dt
import re
from dataclasses import replace
from io import BytesIO
from itertools import cycle

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from made_up_meeting import CHILD, EPISODE, Desk, Meeting

from iro_desktop.documents.blocks import Document, Paragraph, Quotation, Table, text_of
from iro_desktop.documents.formats import Format
from iro_desktop.documents.writers import write
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Origin, Output, Review, ReviewStatus
from iro_desktop.domain.wishes_and_feelings import Sharing, View
from iro_desktop.i18n import Translator
from iro_desktop.i18n.languages import ENGLISH
from iro_desktop.services import recording, writing
from iro_desktop.services.changed import Topic
from iro_desktop.services.faults import NoLanguage, NoSuchThing

KINDS = tuple(DocumentKind)
HOLD_DECISIONS = (
    DocumentKind.LETTER,
    DocumentKind.MINUTES,
    DocumentKind.DECISIONS,
    DocumentKind.CARE_LEAVER_LETTER,
)
SPEAK_TO_THE_CHILD = {DocumentKind.LETTER, DocumentKind.CARE_LEAVER_LETTER}
QUOTE_THE_CHILD = (DocumentKind.LETTER, DocumentKind.MINUTES, DocumentKind.CARE_LEAVER_LETTER)
ENGLISH_WORDS = Translator()


def composed(desk: Desk, review: Review, kind: DocumentKind) -> Document:
    return writing.compose(desk.workspace, review.id, kind, ENGLISH_WORDS)


def small_print(document: Document) -> str:
    return " ".join(
        text_of(block.spans) for block in document.blocks if isinstance(block, Paragraph)
    )


def rows_by_anchor(document: Document) -> dict[str, str]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return {
        row.anchor: " ".join(text_of(cell) for cell in row.cells)
        for table in tables
        for row in table.rows
        if row.anchor
    }


def decisions_of(desk: Desk, review: Review) -> list[Decision]:
    return [one for one in desk.caseload.decisions if one.review_id == review.id]


def words_for(decision: Decision, kind: DocumentKind) -> str:
    for_child = decision.words_for_child.strip() or decision.what.strip()
    for_file = decision.what.strip() or decision.words_for_child.strip()
    return for_child if kind in SPEAK_TO_THE_CHILD else for_file


def worked_on(desk: Desk, *statuses: ReviewStatus) -> list[Review]:
    return [
        review
        for review in desk.caseload.reviews
        if review.status in statuses and review.origin is Origin.LAPTOP
    ]


@pytest.mark.parametrize("kind", HOLD_DECISIONS)
def test_that_every_decision_of_every_closed_review_stands_once_in_each_document(
    desk: Desk, kind: DocumentKind
) -> None:
    # Each review in one kind, so that every decision and every kind has its turn.
    turn = HOLD_DECISIONS.index(kind)
    for review in worked_on(desk, ReviewStatus.CLOSED)[turn :: len(HOLD_DECISIONS)]:
        document = composed(desk, review, kind)
        rows = rows_by_anchor(document)
        decisions = [one for one in decisions_of(desk, review) if not one.is_blank]
        assert set(rows) == {f"decision-{one.id}" for one in decisions}
        for decision in decisions:
            row = rows[f"decision-{decision.id}"]
            assert words_for(decision, kind) in row
            assert decision.reference in row + small_print(document)
            assert decision.owner in row


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_review_in_any_state_and_from_a_return_can_be_written(
    desk: Desk, kind: DocumentKind
) -> None:
    begun = worked_on(desk, ReviewStatus.PLANNED, ReviewStatus.PREPARING, ReviewStatus.OPEN)
    returned = [one for one in desk.caseload.reviews if one.origin is Origin.RETURN]
    turn = KINDS.index(kind) % 8
    for review in (*begun[turn::8], *returned[turn::80]):
        document = composed(desk, review, kind)
        assert document.blocks
        assert document.made_up


def printed(data: bytes, file_format: Format) -> str:
    if file_format is Format.PDF:
        with pypdfium2.PdfDocument(data) as document:
            text = "".join(page.get_textpage().get_text_range() + "\n" for page in document)
    else:
        body = docx.Document(BytesIO(data)).element.body
        text = "".join(
            (element.text or "") if element.tag == qn("w:t") else "\n"
            for element in body.iter(qn("w:t"), qn("w:p"), qn("w:br"), qn("w:tab"))
        )
    # PDFium gives a hyphen that ends a line as U+FFFE.
    return re.sub(r"\s+", " ", text.replace("\ufffe", "-"))


@pytest.mark.parametrize("kind", HOLD_DECISIONS)
@pytest.mark.parametrize("file_format", [Format.DOCX, Format.PDF])
def test_that_every_decision_stands_in_the_files_that_are_sent(
    desk: Desk, kind: DocumentKind, file_format: Format
) -> None:
    for review in worked_on(desk, ReviewStatus.CLOSED)[::50]:
        text = printed(write(composed(desk, review, kind), file_format).data, file_format)
        decisions = decisions_of(desk, review)
        assert decisions
        for decision in decisions:
            assert decision.reference in text
            # A narrow column may break anywhere, so words are looked for one by one.
            squeezed = text.replace(" ", "")
            assert all(word in squeezed for word in words_for(decision, kind).split())


SECRETS = {
    sharing: f"Only for some: {sharing.value} umbrella{number}"
    for number, sharing in enumerate(Sharing)
}


@pytest.mark.parametrize(
    ("file_format", "kinds"),
    [
        (Format.HTML, KINDS),
        (Format.DOCX, QUOTE_THE_CHILD),
        (Format.PDF, QUOTE_THE_CHILD),
    ],
)
def test_that_words_print_only_where_the_child_said_everyone(
    meeting: Meeting, kinds: tuple[DocumentKind, ...], file_format: Format
) -> None:
    for position, (sharing, words) in enumerate(SECRETS.items()):
        view: View = recording.new_view(
            meeting.review, position, "Made-up Officer", meeting.workspace.clock.today()
        )
        meeting.save(replace(view, words=words, about=f"about {words}", sharing=sharing))
    meeting.answer("unwanted_people", "nobody must read this umbrella7")
    meeting.answer("child_agenda", "nobody must read this umbrella8")
    meeting.fill()
    for finished in (False, True):
        if finished:
            meeting.close()
        for kind in kinds:
            document = writing.compose(meeting.workspace, meeting.review.id, kind, ENGLISH_WORDS)
            data = write(document, file_format).data
            text = data.decode() if file_format is Format.HTML else printed(data, file_format)
            read = {one for one, words in SECRETS.items() if words[-9:] in text}
            assert read <= {Sharing.EVERYONE}
            assert read or kind not in QUOTE_THE_CHILD
            assert "umbrella7" not in text
            assert "umbrella8" not in text


def test_that_no_made_up_view_kept_back_is_ever_printed(desk: Desk) -> None:
    views = desk.caseload.views
    shared = {(view.review_id, view.words) for view in views if view.may_be_printed}
    kept_back = [view for view in views if (view.review_id, view.words) not in shared]
    assert kept_back
    reviews = {review.id: review for review in desk.caseload.reviews}
    hidden: dict[ReviewId, set[str]] = {}
    for view in kept_back:
        hidden.setdefault(view.review_id, set()).add(view.words)
    for (review_id, words), kind in zip(hidden.items(), cycle(QUOTE_THE_CHILD), strict=False):
        document = composed(desk, reviews[review_id], kind)
        quoted = [block.words for block in document.blocks if isinstance(block, Quotation)]
        assert not words & set(quoted)


def test_that_a_review_nobody_knows_cannot_be_written(desk: Desk) -> None:
    with pytest.raises(NoSuchThing):
        writing.compose(desk.workspace, ReviewId("nobody"), DocumentKind.LETTER, ENGLISH_WORDS)


def test_that_a_form_that_is_gone_is_named(meeting: Meeting) -> None:
    meeting.change(form="long-gone", form_version=7)
    with pytest.raises(NoSuchThing) as fault:
        writing.compose(meeting.workspace, meeting.review.id, DocumentKind.LETTER, ENGLISH_WORDS)
    assert fault.value.data == {"kind": "form", "name": "long-gone"}


def test_that_a_closed_reviews_document_waits_once_until_it_is_sent(meeting: Meeting) -> None:
    meeting.fill()
    meeting.close()
    factory, clock, name = meeting.workspace.uow_factory, meeting.workspace.clock, meeting.review.id
    changed = writing.note_written(factory, name, DocumentKind.LETTER, clock)
    assert changed.topics == {Topic.DOCUMENTS, Topic.CASELOAD}
    assert not writing.note_written(factory, name, DocumentKind.LETTER, clock)
    assert writing.note_written(factory, name, DocumentKind.MINUTES, clock)
    waiting = writing.unsent(factory, name)
    assert {one.kind for one in waiting} == {DocumentKind.LETTER, DocumentKind.MINUTES}
    letter = next(one for one in waiting if one.kind is DocumentKind.LETTER)
    writing.mark_sent(factory, letter, " Zorbelina ", clock)
    assert [one.kind for one in writing.unsent(factory, name)] == [DocumentKind.MINUTES]
    with factory() as uow:
        sent = uow.written_documents.find(letter.id)
    assert sent == replace(letter, sent_on=clock.today(), sent_to="Zorbelina")
    assert writing.note_written(factory, name, DocumentKind.LETTER, clock)


def test_that_a_draft_does_not_wait_to_be_sent(meeting: Meeting) -> None:
    factory, clock, name = meeting.workspace.uow_factory, meeting.workspace.clock, meeting.review.id
    assert not writing.note_written(factory, name, DocumentKind.LETTER, clock)
    assert writing.unsent(factory, name) == ()


@pytest.mark.parametrize(
    ("matched", "since", "output"),
    [
        (dt.date(2026, 11, 22), dt.date(2026, 11, 1), Output.LETTER),
        (dt.date(2026, 11, 23), dt.date(2026, 11, 1), Output.MINUTES),
        (None, dt.date(2024, 11, 22), Output.MINUTES),
        (None, dt.date(2024, 11, 21), Output.LETTER),
    ],
)
def test_that_a_letter_is_proposed_for_those_who_are_settled(
    meeting: Meeting, matched: dt.date | None, since: dt.date, output: Output
) -> None:
    with meeting.workspace.uow_factory() as uow:
        uow.children.put(replace(CHILD, permanently_matched_on=matched))
        uow.episodes.put(replace(EPISODE, started=since))
    meeting.open()
    today = meeting.workspace.clock.today()
    assert writing.proposal(meeting.record, today).output is output


def test_that_out_of_care_nobody_knows_how_long_a_home_has_lasted(meeting: Meeting) -> None:
    with meeting.workspace.uow_factory() as uow:
        uow.episodes.put(
            replace(
                EPISODE,
                started=dt.date(2015, 1, 5),
                ended=dt.date(2020, 1, 6),
                reason_ended="E4A",
            )
        )
    today = meeting.workspace.clock.today()
    assert writing.proposal(meeting.record, today).output is Output.MINUTES


@pytest.mark.parametrize("code", ["en", "EN", "en-gb", ENGLISH])
def test_that_a_language_is_found_however_it_is_spelt(code: str) -> None:
    assert writing.reader_language(code).language.code == ENGLISH


@pytest.mark.parametrize("code", ["", "xx", "en-US", "{known}"])
def test_that_a_language_nothing_is_written_in_is_refused(code: str) -> None:
    with pytest.raises(NoLanguage) as fault:
        writing.reader_language(code)
    assert fault.value.data["code"] == code
    assert ENGLISH in fault.value.data["known"]
