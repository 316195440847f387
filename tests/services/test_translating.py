"""A copy's own texts go to a translator and come back; a copy is a draft until all have."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, Meeting

from iro_desktop.documents.blocks import Notice
from iro_desktop.documents.docx.two_columns import read_two_columns
from iro_desktop.documents.exchange.checks import Fault, Finding
from iro_desktop.documents.exchange.package import ExchangeFormat, Package, Returned
from iro_desktop.documents.exchange.xliff import read_xliff, write_xliff
from iro_desktop.documents.plain_text import write_text
from iro_desktop.documents.translating import segment_of
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.reading import ReadingStyle
from iro_desktop.domain.withholding import ConfidentialDetail, Reader
from iro_desktop.i18n.translator import Translator
from iro_desktop.services import translations, withholding
from iro_desktop.services.copies import copy_of
from iro_desktop.services.faults import NameMissing, NoLanguage, NoSuchThing, UnreadableFile
from iro_desktop.services.translating import file_name, send_out, standing, take_back
from iro_desktop.services.translation_wording import words_of
from iro_desktop.services.translations import TranslatedBy

BY = TranslatedBy("A made-up translator", dt.date(2026, 11, 20))
PROMISES = (
    "The school will find a place in the art club by 4 January 2027.",
    "Perpetua will ring the dentist.",
)
IN_POLISH = {
    PROMISES[0]: "Szkoła znajdzie miejsce w kole plastycznym do 4 stycznia 2027 r.",
    PROMISES[1]: "Perpetua zadzwoni do dentysty.",
}


@pytest.fixture
def wanted(meeting: Meeting) -> CopyWanted:
    """The Polish letter of a review with two promises."""
    for decision in meeting.decide(*PROMISES):
        meeting.save(replace(decision, words_for_child=""))
    return CopyWanted(
        review=meeting.review.id, kind=DocumentKind.LETTER, reader=Reader.CHILD, language="pl"
    )


def sent(meeting: Meeting, wanted: CopyWanted) -> Returned:
    return read_xliff(send_out(meeting.workspace, wanted, ExchangeFormat.XLIFF).content)


def filled(meeting: Meeting, wanted: CopyWanted, say: Callable[[str], str]) -> bytes:
    """The file that went out, each text translated by a made-up translator."""
    texts = sent(meeting, wanted).texts
    segments = tuple(segment_of(text.source) for text in texts)
    return write_xliff(Package(wanted.language, segments, {s.id: say(s.text) for s in segments}))


def polish(text: str) -> str:
    """A translation, made up where nobody wrote one: it keeps names and numbers."""
    kept = " ".join(part for part in text.split() if part == "Perpetua" or part.isdecimal())
    return IN_POLISH.get(text, f"Zdanie {kept}".strip())


def test_that_what_goes_out_is_what_stands_in_that_copy(
    meeting: Meeting, wanted: CopyWanted
) -> None:
    out = send_out(meeting.workspace, wanted, ExchangeFormat.XLIFF)
    sources = [text.source for text in read_xliff(out.content).texts]
    assert set(PROMISES) <= set(sources)
    assert len(sources) == len(set(sources)) == out.texts
    assert set(copy_of(meeting.workspace, wanted).untranslated) == set(sources)


def test_that_both_files_hold_the_same(meeting: Meeting, wanted: CopyWanted) -> None:
    word = send_out(meeting.workspace, wanted, ExchangeFormat.WORD)
    assert read_two_columns(word.content) == sent(meeting, wanted)
    assert word.name == "texts-to-translate-pl.docx"


def test_that_a_file_for_a_translator_is_not_named_after_anyone(
    meeting: Meeting, wanted: CopyWanted
) -> None:
    name = file_name("ur", ExchangeFormat.XLIFF)
    assert CHILD.known_as not in name
    assert meeting.review.id not in name


def test_that_what_is_kept_from_the_reader_does_not_go_out(
    meeting: Meeting, wanted: CopyWanted
) -> None:
    secret = ConfidentialDetail(
        id=EntityId("secret"), child_id=CHILD.id, words="the dentist", kept_from=(Reader.CHILD,)
    )
    workspace = meeting.workspace
    withholding.keep_detail(workspace.uow_factory, secret, workspace.clock)
    content = send_out(meeting.workspace, wanted, ExchangeFormat.XLIFF).content.decode()
    assert "dentist" not in content
    assert "art club" in content


def test_that_a_letter_comes_back_whole_and_says_who_translated_it(
    meeting: Meeting, wanted: CopyWanted
) -> None:
    back = take_back(meeting.workspace, wanted, filled(meeting, wanted, polish), BY)
    assert back.findings == ()
    assert back.untranslated == ()
    assert back.changed.reviews == {meeting.review.id}
    copy = copy_of(meeting.workspace, wanted)
    assert copy.untranslated == ()
    said = write_text(copy.document)
    assert IN_POLISH[PROMISES[0]] in said
    assert PROMISES[0] not in said
    assert "A made-up translator" in said
    assert "20 listopada 2026" in said


def test_that_without_a_translation_the_copy_is_a_draft_with_its_parts_in_english(
    meeting: Meeting, wanted: CopyWanted
) -> None:
    copy = copy_of(meeting.workspace, wanted)
    assert set(PROMISES) <= set(copy.untranslated)
    assert PROMISES[0] in write_text(copy.document)
    assert any(isinstance(block, Notice) for block in copy.document.blocks)
    english = copy_of(meeting.workspace, replace(wanted, language="en-GB"))
    assert english.untranslated == ()


def test_that_easy_read_has_the_whole_translation_too(meeting: Meeting, wanted: CopyWanted) -> None:
    easy = replace(wanted, style=ReadingStyle.EASY_READ)
    take_back(meeting.workspace, easy, filled(meeting, easy, polish), BY)
    copy = copy_of(meeting.workspace, easy)
    assert copy.untranslated == ()
    assert IN_POLISH[PROMISES[1]] in write_text(copy.document)


def test_that_sound_texts_are_kept_beside_faulty_ones(meeting: Meeting, wanted: CopyWanted) -> None:
    def one_missing(text: str) -> str:
        return "" if text == PROMISES[0] else polish(text)

    back = take_back(meeting.workspace, wanted, filled(meeting, wanted, one_missing), BY)
    assert [finding.fault for finding in back.findings] == [Fault.MISSING]
    assert back.untranslated == (PROMISES[0],)
    assert back.kept == len(sent(meeting, wanted).texts) - 1
    again = take_back(meeting.workspace, wanted, filled(meeting, wanted, polish), BY)
    assert (again.kept, again.untranslated) == (1, ())


def test_that_a_text_to_look_at_is_kept_once_it_was_looked_at(
    meeting: Meeting, wanted: CopyWanted
) -> None:
    def other_day(text: str) -> str:
        return "Do piątego stycznia." if text == PROMISES[0] else polish(text)

    content = filled(meeting, wanted, other_day)
    back = take_back(meeting.workspace, wanted, content, BY)
    assert [finding.fault for finding in back.findings] == [Fault.NUMBERS]
    assert back.to_look_at == (segment_of(PROMISES[0]).id,)
    assert back.untranslated == (PROMISES[0],)
    accepted = take_back(meeting.workspace, wanted, content, BY, back.to_look_at)
    assert (accepted.findings, accepted.to_look_at, accepted.untranslated) == ((), (), ())


def test_that_a_name_that_vanished_is_found(meeting: Meeting, wanted: CopyWanted) -> None:
    def nameless(text: str) -> str:
        return polish(text).replace("Perpetua", "Ona")

    back = take_back(meeting.workspace, wanted, filled(meeting, wanted, nameless), BY)
    assert [(finding.fault, finding.lost) for finding in back.findings] == [
        (Fault.NAMES, ("Perpetua",))
    ]


def test_that_a_text_changed_since_has_no_translation_any_more(
    meeting: Meeting, wanted: CopyWanted
) -> None:
    content = filled(meeting, wanted, polish)
    take_back(meeting.workspace, wanted, content, BY)
    decision = meeting.record.decisions[0]
    meeting.save(replace(decision, what="The school will find a place by Easter."))
    assert copy_of(meeting.workspace, wanted).untranslated == (
        "The school will find a place by Easter.",
    )
    back = take_back(meeting.workspace, wanted, content, BY)
    assert {finding.fault for finding in back.findings} == {Fault.MISSING, Fault.UNKNOWN}
    assert back.kept == 0
    assert not back.changed


def test_that_what_is_there_already_goes_out_with_its_translation(
    meeting: Meeting, wanted: CopyWanted
) -> None:
    take_back(meeting.workspace, wanted, filled(meeting, wanted, polish), BY)
    out = send_out(meeting.workspace, wanted, ExchangeFormat.XLIFF)
    assert out.translated == out.texts
    german = send_out(meeting.workspace, replace(wanted, language="de"), ExchangeFormat.XLIFF)
    assert german.translated == 0


def test_that_translations_serve_the_childs_other_reviews_and_no_other_child(
    meeting: Meeting, wanted: CopyWanted
) -> None:
    with meeting.workspace.uow_factory() as uow:
        translations.keep(uow, wanted.review, "pl", {"How is home?": "Jak w domu?"}, BY)
        other = replace(meeting.review, id=ReviewId("another-review"))
        uow.reviews.put(other)
        stranger = replace(CHILD, id="stranger", number="MADEUP2")
        uow.children.put(stranger)
        uow.reviews.put(replace(other, id=ReviewId("stranger-review"), child_id=stranger.id))
    with meeting.workspace.uow_factory() as uow:
        found = translations.texts_for(uow, other.id, "pl")
        assert found["How is home?"].target == "Jak w domu?"
        assert translations.texts_for(uow, ReviewId("stranger-review"), "pl") == {}
        assert translations.texts_for(uow, other.id, "de") == {}


def test_that_the_same_translation_twice_changes_nothing(
    meeting: Meeting, wanted: CopyWanted
) -> None:
    texts = {"How is home?": "Jak w domu?"}
    with meeting.workspace.uow_factory() as uow:
        assert translations.keep(uow, wanted.review, "pl", texts, BY) == 1
        assert translations.keep(uow, wanted.review, "pl", texts, BY) == 0
        other = replace(BY, translator="Another")
        assert translations.keep(uow, wanted.review, "pl", {"How is home?": "Jak?"}, other) == 1
        (kept,) = uow.translated_texts.of_review(wanted.review)
    assert (kept.target, kept.translator) == ("Jak?", "Another")


def test_that_a_file_that_was_never_sent_out_is_refused(
    meeting: Meeting, wanted: CopyWanted
) -> None:
    for content in (b"", b"words", b"PK\x03\x04 words"):
        with pytest.raises(UnreadableFile):
            take_back(meeting.workspace, wanted, content, BY)


def test_that_it_must_be_said_who_translated(meeting: Meeting, wanted: CopyWanted) -> None:
    content = filled(meeting, wanted, polish)
    with pytest.raises(NameMissing):
        take_back(meeting.workspace, wanted, content, replace(BY, translator=" "))


def test_that_there_is_nothing_to_translate_of_no_review(
    meeting: Meeting, wanted: CopyWanted
) -> None:
    nowhere = replace(wanted, review=ReviewId("nowhere"))
    with pytest.raises(NoSuchThing):
        send_out(meeting.workspace, nowhere, ExchangeFormat.XLIFF)


def test_that_nothing_is_translated_into_english(meeting: Meeting, wanted: CopyWanted) -> None:
    with pytest.raises(NoLanguage):
        send_out(meeting.workspace, replace(wanted, language="en-GB"), ExchangeFormat.WORD)


@pytest.mark.parametrize("fault", Fault)
def test_that_every_finding_says_what_is_wrong_and_what_to_do(fault: Fault) -> None:
    finding = Finding(fault, "id", "place", "A whole text", ("4",), ("5",))
    words = words_of(finding, Translator())
    assert words.sentence.endswith(".")
    assert words.next_step.endswith(".")
    assert "A whole text" not in str(words)


def test_that_each_text_says_how_it_stands(meeting: Meeting, wanted: CopyWanted) -> None:
    assert all(one.translation is None for one in standing(meeting.workspace, wanted))
    said = {PROMISES[1]: IN_POLISH[PROMISES[1]]}
    take_back(
        meeting.workspace, wanted, filled(meeting, wanted, lambda text: said.get(text, "")), BY
    )
    (one,) = (one for one in standing(meeting.workspace, wanted) if one.translation)
    assert one.segment.text == PROMISES[1]
    assert one.translation is not None
    assert (one.translation.target, one.translation.translator) == (*said.values(), BY.translator)


def test_that_what_waits_for_a_look_can_be_looked_at(meeting: Meeting, wanted: CopyWanted) -> None:
    wrong = "Szkoła znajdzie miejsce w kole plastycznym do 5 stycznia 2027 r."
    said = {**IN_POLISH, PROMISES[0]: wrong}
    content = filled(meeting, wanted, lambda text: said.get(text, ""))
    taken = take_back(meeting.workspace, wanted, content, BY)
    assert taken.words == {segment_of(PROMISES[0]).id: wrong}
    again = take_back(meeting.workspace, wanted, content, BY, looked_at=taken.to_look_at)
    assert (again.words, again.kept) == ({}, 1)
