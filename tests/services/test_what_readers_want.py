"""How readers want their documents, the child's own words, and what is written for one document."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_meeting import CHILD, Meeting

from iro_desktop.documents.written_parts import written_parts
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.withholding import Reader
from iro_desktop.i18n.translator import Translator
from iro_desktop.services import document_texts, preferred_words, reading_wishes
from iro_desktop.services.copies import copy_of
from iro_desktop.services.faults import NoLanguage, NoSuchThing, WordsMissing
from iro_desktop.services.reading_wishes import wanted_for
from iro_desktop.services.workspace import Workspace

GOODBYE = DocumentKind.GOODBYE


def test_that_a_copy_is_as_its_reader_wants_it(meeting: Meeting) -> None:
    factory, review = meeting.workspace.uow_factory, meeting.review.id
    assert reading_wishes.keep(
        factory, CHILD.id, language="PL", style=ReadingStyle.EASY_READ, length=Length.SHORT
    ).children == {CHILD.id}
    reading_wishes.keep(factory, CHILD.id, "Mum Quillfeather", style=ReadingStyle.LARGE_PRINT)
    own = wanted_for(factory, review, DocumentKind.LETTER)
    assert (own.reader, own.language, own.style, own.length) == (
        Reader.CHILD, "pl", ReadingStyle.EASY_READ, Length.SHORT,
    )  # fmt: skip
    mums = wanted_for(factory, review, DocumentKind.MINUTES, Reader.PARENT, "mum quillfeather ")
    assert (mums.language, mums.style) == ("en-GB", ReadingStyle.LARGE_PRINT)
    assert mums.reader_name == "mum quillfeather"
    for other in (
        wanted_for(factory, review, DocumentKind.MINUTES),
        wanted_for(factory, review, DocumentKind.LETTER, Reader.PARENT),
        wanted_for(factory, review, DocumentKind.LETTER, Reader.PARENT, "Aunt Quillfeather"),
    ):
        assert (other.language, other.style) == ("en-GB", ReadingStyle.STANDARD)
    assert copy_of(meeting.workspace, mums).document.style is ReadingStyle.LARGE_PRINT


def test_that_new_wishes_take_the_place_of_the_old(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    for style in (ReadingStyle.LARGE_PRINT, ReadingStyle.DYSLEXIA_FRIENDLY):
        assert reading_wishes.keep(factory, CHILD.id, style=style)
    assert not reading_wishes.keep(factory, CHILD.id, style=ReadingStyle.DYSLEXIA_FRIENDLY)
    (kept,) = reading_wishes.of_child(factory, CHILD.id)
    assert kept.style is ReadingStyle.DYSLEXIA_FRIENDLY
    assert meeting.record.wishes == (kept,)
    assert reading_wishes.forget(factory, CHILD.id)
    assert not reading_wishes.forget(factory, CHILD.id)
    usual = wanted_for(factory, meeting.review.id, DocumentKind.LETTER)
    assert usual.style is ReadingStyle.STANDARD


def test_that_nobody_is_promised_a_language_that_nothing_is_written_in(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    with pytest.raises(NoLanguage):
        reading_wishes.keep(factory, CHILD.id, language="tlh")
    with pytest.raises(NoSuchThing):
        reading_wishes.keep(factory, ChildId("nobody"))
    with pytest.raises(NoSuchThing):
        wanted_for(factory, ReviewId("nobody"), DocumentKind.LETTER)


def test_that_the_child_has_one_word_for_a_thing(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    preferred_words.prefer(factory, CHILD.id, "contact", "seeing Dad")
    dads, changed = preferred_words.prefer(factory, CHILD.id, " Contact", "Dad time ")
    assert changed
    assert (dads.instead_of, dads.word) == ("Contact", "Dad time")
    assert preferred_words.of_child(factory, CHILD.id) == (dads,)
    assert meeting.record.preferred_words == (dads,)
    assert not preferred_words.prefer(factory, CHILD.id, "Contact", "Dad time")[1]
    with pytest.raises(WordsMissing):
        preferred_words.prefer(factory, CHILD.id, "contact", "  ")
    preferred_words.drop(factory, dads.id)
    assert preferred_words.of_child(factory, CHILD.id) == ()
    with pytest.raises(NoSuchThing):
        preferred_words.drop(factory, EntityId("nothing"))


def test_that_whatever_is_typed_for_a_part_is_kept_as_it_was_typed(meeting: Meeting) -> None:
    factory, review = meeting.workspace.uow_factory, meeting.review.id
    parts = [part.id for part in written_parts(GOODBYE, Translator())]
    kept: dict[str, str] = {}

    @settings(max_examples=30, deadline=None)
    @given(st.sampled_from(parts), st.text(st.characters(codec="utf-8", exclude_characters="\0")))
    def typed(part: str, words: str) -> None:
        before = kept.get(part, "")
        changed = document_texts.save(factory, review, GOODBYE, part, words)
        assert bool(changed) is (words != before)
        kept[part] = words
        found = document_texts.read(factory, review, GOODBYE)
        assert {part: found.get(part, "") for part in kept} == kept

    typed()


def test_that_a_text_belongs_to_one_kind_and_may_be_written_after_closing(
    meeting: Meeting,
) -> None:
    factory, review = meeting.workspace.uow_factory, meeting.review.id
    meeting.fill()
    meeting.close()
    document_texts.save(factory, review, GOODBYE, "why", "I am moving to Kent.")
    assert document_texts.read(factory, review, DocumentKind.READ_AT_25) == {}
    assert [text.words for text in meeting.record.texts] == ["I am moving to Kent."]


def test_that_a_part_that_the_document_has_not_is_not_written(
    meeting: Meeting, workspace: Workspace
) -> None:
    for kind, part in ((GOODBYE, "criteria"), (DocumentKind.LETTER, "why")):
        with pytest.raises(NoSuchThing):
            document_texts.save(workspace.uow_factory, meeting.review.id, kind, part, "Words")
    with pytest.raises(NoSuchThing):
        document_texts.save(workspace.uow_factory, ReviewId("nobody"), GOODBYE, "why", "Words")
