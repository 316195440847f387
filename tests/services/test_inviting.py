import email
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default

import pytest
from made_up_meeting import CHILD, Meeting

from iro_desktop.documents.blocks import Design, Document, Paragraph, plain
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import ReviewKind
from iro_desktop.i18n import Translator
from iro_desktop.services import recording
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.inviting import (
    Invitee,
    compose_invitation,
    eml_draft,
    file_name,
    read_who,
)

TR = Translator()


def asked(meeting: Meeting) -> tuple[Invitee, ...]:
    return read_who(meeting.workspace.uow_factory, meeting.review.id)


def invitation(meeting: Meeting, name: str, **chosen: bool) -> Document:
    (invitee,) = [one for one in asked(meeting) if one.name == name]
    return compose_invitation(
        meeting.workspace.uow_factory, meeting.review.id, invitee, TR, **chosen
    )


def parsed(document: Document) -> EmailMessage:
    message = email.message_from_bytes(eml_draft(document), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_that_the_child_is_asked_first_and_a_missing_part_stands_last(meeting: Meeting) -> None:
    found = asked(meeting)
    assert found[0].is_child
    assert [one.name for one in found if not one.is_missing] == [
        *("Zorbelina", "Perpetua Inkwell", "Mum Quillfeather", "Aunt Quillfeather"),
        *("Ms Chalkdust", "Unsaid Person"),
    ]
    (missing,) = [one for one in found if one.is_missing]
    assert missing.role is Role.CARER
    assert missing == found[-1]
    assert missing.needed
    assert "Handbook" in missing.needed.source


def test_that_someone_struck_off_is_neither_asked_nor_counted(meeting: Meeting) -> None:
    (mother,) = [one for one in meeting.record.participants if one.role is Role.PARENT]
    meeting.save(replace(mother, invited=False, not_invited_because="The child asked."))
    found = asked(meeting)
    assert mother.name not in {one.name for one in found}
    assert Role.PARENT in {one.role for one in found if one.is_missing}


def test_that_a_child_left_off_the_list_is_missed_first(meeting: Meeting) -> None:
    (child,) = [one for one in meeting.record.participants if one.role is Role.CHILD]
    meeting.save(replace(child, invited=False))
    assert asked(meeting)[0].is_child
    assert asked(meeting)[0].is_missing


def test_that_who_is_missing_goes_by_the_kind_of_review(meeting: Meeting) -> None:
    meeting.change(kind=ReviewKind.CHILD_PROTECTION)
    assert {one.role for one in asked(meeting) if one.is_missing} == {Role.HEALTH}


def test_that_the_officer_who_chairs_is_not_invited(meeting: Meeting) -> None:
    person = recording.new_participant(meeting.review, 9)
    meeting.save(replace(person, name="Made-up Officer", role=Role.IRO))
    assert "Made-up Officer" not in {one.name for one in asked(meeting)}


def test_that_the_child_gets_an_invitation_of_their_own(meeting: Meeting) -> None:
    childs = invitation(meeting, "Zorbelina", named=True)
    adults = invitation(meeting, "Ms Chalkdust", named=True)
    assert (childs.title, adults.title) == ("Your meeting", "An invitation to a review")


def test_that_others_are_listed_only_where_the_child_agreed(meeting: Meeting) -> None:
    def others(*, with_others: bool) -> str:
        document = invitation(meeting, "Ms Chalkdust", with_others=with_others)
        return parsed(document).get_content()

    assert "Aunt Quillfeather" not in others(with_others=False)
    told = others(with_others=True)
    assert "- Aunt Quillfeather" in told
    assert "- Ms Chalkdust" not in told
    assert "Zorbelina" not in told


@pytest.mark.parametrize("name", ["Zorbelina", "Ms Chalkdust"])
def test_that_a_draft_names_no_child_unless_that_was_chosen(meeting: Meeting, name: str) -> None:
    hidden = parsed(invitation(meeting, name))
    assert "Zorbelina" not in hidden.get_content()
    named = parsed(invitation(meeting, name, named=True))
    assert "Zorbelina" in named.get_content()
    for message in (hidden, named):
        assert "Zorbelina" not in message["Subject"]
        assert CHILD.family_name not in message.get_content()
        assert CHILD.number not in message.get_content()


def test_that_mail_programs_open_it_as_a_draft_with_nothing_made_up(meeting: Meeting) -> None:
    message = parsed(invitation(meeting, "Ms Chalkdust"))
    assert message["X-Unsent"] == "1"
    assert message.get_content_charset() == "utf-8"
    assert {"From", "To", "Date", "Message-ID"} & set(message.keys()) == set()


def test_that_any_script_comes_through_a_mail_and_every_line_ends_as_mail_has_it() -> None:
    words = "Zoë, 李, أمل – ‘made up’"
    document = Document("Title", "en-GB", Design.LETTER, (Paragraph(plain(words)),))
    content = eml_draft(document)
    content.decode("ascii")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert parsed(document).get_content().splitlines() == [words]


def test_that_a_files_name_tells_nothing() -> None:
    assert file_name("1A2B3C4D", 1, "eml") == "invitation-1a2b3c4d-1.eml"


def test_that_there_is_no_invitation_to_a_review_that_is_not_there(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    with pytest.raises(NoSuchThing):
        read_who(factory, ReviewId("none"))
    with pytest.raises(NoSuchThing):
        compose_invitation(factory, ReviewId("none"), Invitee(Role.PARENT), TR)
