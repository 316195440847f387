"""What stands in the way of a document: said in words, with the place to put it right."""

import datetime as dt
from dataclasses import replace

from iro_desktop.documents.blocks import Design, Document
from iro_desktop.documents.leaks import Leak
from iro_desktop.documents.written_parts import WrittenPart
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.domain.withholding import Reader, WithheldBecause, WithheldPassage
from iro_desktop.services.copies import Copy
from iro_desktop.ui.writing.obstacles import There, obstacles

CHILD, REVIEW = ChildId("wren"), ReviewId("wrens-review")
CLOSED = Review(id=REVIEW, child_id=CHILD, status=ReviewStatus.CLOSED, held_on=dt.date(2026, 11, 2))
COPY = Copy(
    wanted=CopyWanted(review=REVIEW, kind=DocumentKind.LETTER, reader=Reader.PARENT, language="pl"),
    document=Document(title="Made up", language="pl", design=Design.LETTER, blocks=()),
    left_out={},
)
PASSAGE = WithheldPassage(
    id=EntityId("p"),
    child_id=CHILD,
    review_id=REVIEW,
    thing="an-answer",
    field="value",
    words="what somebody said",
    because=WithheldBecause.THIRD_PARTY,
    kept_from=(Reader.PARENT,),
)


def test_that_a_safe_copy_of_a_closed_review_has_nothing_in_its_way() -> None:
    assert obstacles(COPY, CLOSED, (), frozenset()) == ()


def test_that_a_leak_is_said_once_for_each_heading_and_leads_into_the_text() -> None:
    because = WithheldBecause.CONFIDENTIAL_ADDRESS
    leaking = replace(COPY, leaks=(Leak("Your home", 3, because), Leak("Your home", 4, because)))
    (found,) = obstacles(leaking, CLOSED, (), frozenset())
    assert found.sentence == ("Under “Your home” stands a private address, kept from this reader.")
    assert (found.there, found.place, found.stops) == (There.TEXT, "Your home", True)


def test_that_a_leak_without_a_heading_leads_nowhere() -> None:
    (found,) = obstacles(
        replace(COPY, leaks=(Leak("", 0, WithheldBecause.KEEP_OUT),)), CLOSED, (), frozenset()
    )
    assert found.there is None


def test_that_a_lost_mark_leads_to_its_passage_in_the_record() -> None:
    (found,) = obstacles(replace(COPY, lost=(PASSAGE,)), CLOSED, (), frozenset())
    assert "what somebody said" in found.sentence
    assert (found.there, found.passage, found.stops) == (There.RECORD, PASSAGE, True)


def test_that_a_part_not_written_leads_to_its_field() -> None:
    (found,) = obstacles(COPY, CLOSED, [WrittenPart("why", "Why I am going", "")], frozenset())
    assert found.sentence == "“Why I am going” is not written yet."
    assert (found.there, found.place, found.stops) == (There.PART, "why", False)


def test_that_texts_without_a_translation_are_counted_in_the_readers_language() -> None:
    (one,) = obstacles(replace(COPY, untranslated=("Hello",)), CLOSED, (), frozenset())
    assert one.sentence == "1 text is not in Polish yet."
    (two,) = obstacles(replace(COPY, untranslated=("Hello", "Bye")), CLOSED, (), frozenset())
    assert two.sentence == "2 texts are not in Polish yet."
    assert two.there is There.TRANSLATION


def test_that_characters_without_a_font_are_named() -> None:
    (found,) = obstacles(COPY, CLOSED, (), frozenset("𓀁𓀀"))
    assert found.sentence.endswith("𓀀 𓀁")


def test_that_a_letter_of_an_open_review_may_still_change() -> None:
    still_open = replace(CLOSED, status=ReviewStatus.OPEN)
    (found,) = obstacles(COPY, still_open, (), frozenset())
    assert (found.there, found.passage) == (There.RECORD, None)
    invitation = replace(COPY, wanted=replace(COPY.wanted, kind=DocumentKind.INVITATION))
    assert obstacles(invitation, still_open, (), frozenset()) == ()


def test_that_what_stops_a_copy_is_said_first() -> None:
    copy = replace(COPY, lost=(PASSAGE,), untranslated=("Hello",))
    found = obstacles(copy, CLOSED, [WrittenPart("a", "A", "")], frozenset("□"))
    assert [each.stops for each in found] == [True, False, False, False]
