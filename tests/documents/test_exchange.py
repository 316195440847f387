"""What goes to a translator comes back the same, and every fault on the way is found."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from document_samples import any_document
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.docx.two_columns import read_two_columns, write_two_columns
from iro_desktop.documents.exchange.checks import Checked, Fault, check
from iro_desktop.documents.exchange.package import (
    NotFromATranslator,
    Package,
    Returned,
    ReturnedText,
)
from iro_desktop.documents.exchange.xliff import read_xliff, write_xliff
from iro_desktop.documents.translating import Segment, segment_of, segments

Write = Callable[[Package], bytes]
Read = Callable[[bytes], Returned]
ROADS: Mapping[str, tuple[Write, Read]] = {
    "xliff": (write_xliff, read_xliff),
    "word": (write_two_columns, read_two_columns),
}
ENGLISH = (
    "The art club has a place for you from 4 May 2026.",
    "I want to see Rex & my nan <every> week.\nPlease.",
    "Write to made-up@example.org or ring 020 7946 0000.",
)
POLISH = (
    "Od 4 maja 2026 r. jest dla Ciebie miejsce w kole plastycznym.",
    "Chcę widywać Rex i babcię <co> tydzień.\nProszę.",
    "Napisz na made-up@example.org albo zadzwoń: 020 7946 0000.",
)
SENT = tuple(segment_of(text, "What did we decide?") for text in ENGLISH)


def a_package(language: str = "pl") -> Package:
    return Package(language, SENT, dict(zip((one.id for one in SENT), POLISH, strict=True)))


def came_back(*targets: str, sent: tuple[Segment, ...] = SENT) -> Returned:
    pairs = zip(sent, targets, strict=True)
    return Returned("pl", tuple(ReturnedText(one.id, one.text, said) for one, said in pairs))


def checked(*targets: str, names: tuple[str, ...] = ()) -> Checked:
    return check(SENT, came_back(*targets), "pl", names)


def faults(found: Checked) -> list[Fault]:
    return [one.fault for one in found.findings]


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("language", ["pl", "ur", "zh-Hant"])
def test_that_a_package_comes_back_as_it_went(road: str, language: str) -> None:
    write, read = ROADS[road]
    package = a_package(language)
    returned = read(write(package))
    assert returned.language == language
    assert [(one.id, one.source, one.target) for one in returned.texts] == [
        (one.id, one.text, package.translations[one.id]) for one in SENT
    ]


@given(any_document())
def test_that_any_document_goes_out_and_comes_back_as_xliff(document: Document) -> None:
    _goes_and_comes_back(document, write_xliff, read_xliff)


@settings(max_examples=12)
@given(any_document())
def test_that_any_document_goes_out_and_comes_back_in_word(document: Document) -> None:
    _goes_and_comes_back(document, write_two_columns, read_two_columns)


def _goes_and_comes_back(document: Document, write: Write, read: Read) -> None:
    sent = segments(document)
    returned = read(write(Package("pl", sent, {one.id: one.text for one in sent})))
    assert [(one.id, one.source) for one in returned.texts] == [(one.id, one.text) for one in sent]
    assert [one.target for one in returned.texts] == [one.text for one in sent]


def test_that_a_sound_translation_is_kept_without_a_word() -> None:
    found = checked(*POLISH, names=("Rex",))
    assert found.findings == ()
    assert dict(found.good) == dict(a_package().translations)


@pytest.mark.parametrize(
    ("place", "said", "fault"),
    [
        (0, "", Fault.MISSING),
        (0, "Od 5 maja 2026 r. jest miejsce.", Fault.NUMBERS),
        (0, "Od maja jest miejsce.", Fault.NUMBERS),
        (0, "Od 4 maja 2026: The art club has a place.", Fault.STILL_ENGLISH),
        (0, ENGLISH[0], Fault.STILL_ENGLISH),
        (0, "\u202bOd 4 maja 2026", Fault.DIRECTION),
        (1, "Chcę widywać psa i babcię.", Fault.NAMES),
        (2, "Napisz na inny@example.org albo zadzwoń: 020 7946 0000.", Fault.MARKS),
    ],
)
def test_that_a_planted_fault_is_found_where_it_is(place: int, said: str, fault: Fault) -> None:
    targets = [*POLISH]
    targets[place] = said
    found = checked(*targets, names=("Rex", "Someone Else"))
    assert faults(found) == [fault]
    assert found.findings[0].id == SENT[place].id
    assert found.findings[0].place == "What did we decide?"
    assert found.findings[0].text == ENGLISH[place]
    assert SENT[place].id not in found.good
    assert len(found.good) == 2


def test_that_a_fault_to_look_at_keeps_the_text_waiting() -> None:
    found = checked("Od piątego maja jest miejsce.", *POLISH[1:])
    assert found.waiting == {SENT[0].id: "Od piątego maja jest miejsce."}
    assert found.findings[0].lost == ("4", "2026")


def test_that_a_fault_that_stops_keeps_nothing() -> None:
    found = checked("\u2067Od 4 maja 2026", *POLISH[1:])
    assert SENT[0].id not in found.waiting
    assert found.findings[0].stops


def test_that_a_file_for_another_language_is_refused_whole() -> None:
    found = check(SENT, replace(came_back(*POLISH), language="de"), "pl")
    assert faults(found) == [Fault.OTHER_LANGUAGE]
    assert (dict(found.good), dict(found.waiting)) == ({}, {})


def test_that_a_text_no_longer_in_the_document_is_named() -> None:
    more = Returned("pl", (*came_back(*POLISH).texts, ReturnedText("gone", "Old words", "Stare")))
    found = check(SENT, more, "pl")
    assert faults(found) == [Fault.UNKNOWN]
    assert (found.findings[0].id, found.findings[0].text) == ("gone", "Old words")
    assert len(found.good) == 3


def test_that_two_translations_of_one_text_are_not_chosen_between() -> None:
    twice = ReturnedText(SENT[0].id, ENGLISH[0], "Coś innego od 4 maja 2026")
    found = check(SENT, Returned("pl", (*came_back(*POLISH).texts, twice)), "pl")
    assert faults(found) == [Fault.TWICE]


def test_that_a_translation_beside_other_english_is_not_taken() -> None:
    first, *rest = came_back(*POLISH).texts
    found = check(SENT, Returned("pl", (replace(first, source="Other words"), *rest)), "pl")
    assert faults(found) == [Fault.ENGLISH_CHANGED]


def test_that_word_may_turn_quotation_marks_and_spaces() -> None:
    sent = (segment_of("It's  my 'own' dog"),)
    text = ReturnedText(sent[0].id, "It’s my ‘own’ dog", "To mój pies")
    assert check(sent, Returned("pl", (text,)), "pl").findings == ()


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("By 4 May", "٤ مايو"),
        ("6.5 of 10", "6,5 z 10"),
        ("At 09:05", "o 9.05"),
        ("Rex", "Rex"),
        ("OK", "OK"),
    ],
)
def test_that_a_translation_written_its_own_way_is_sound(english: str, said: str) -> None:
    sent = (segment_of(english),)
    returned = Returned("", (ReturnedText(sent[0].id, english, said),))
    assert check(sent, returned, "pl", ("Rex",)).findings == ()


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_that_no_text_is_too_odd_to_be_looked_through(
    english: str, said: str, names: list[str]
) -> None:
    sent = (segment_of("x" + english.encode("utf-8", "replace").decode()),)
    check(sent, Returned("pl", (ReturnedText(sent[0].id, sent[0].text, said),)), "pl", names)


XLIFF = write_xliff(a_package()).decode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"words",
        b"<html/>",
        XLIFF.encode()[:-20],
        XLIFF.replace("document:1.2", "document:2.0").encode(),
        XLIFF.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1).encode(),
        XLIFF.replace("UTF-8", "no-such-thing").encode(),
    ],
)
def test_that_what_is_no_xliff_is_refused(content: bytes) -> None:
    with pytest.raises(NotFromATranslator):
        read_xliff(content)


def test_that_what_a_translators_program_adds_is_no_part_of_the_text() -> None:
    target = f'<target state="translated">{POLISH[0]}</target>'
    marked = '<target><mrk mtype="seg" mid="1">Od <g id="1">4</g></mrk></target>'
    more = "<alt-trans><source>x</source><target>Other</target></alt-trans>"
    returned = read_xliff(XLIFF.replace(target, marked + more).encode())
    assert returned.texts[0].target == "Od 4"


@given(st.binary(max_size=200))
def test_that_no_bytes_are_too_odd_to_be_refused(content: bytes) -> None:
    for read in (read_xliff, read_two_columns):
        with pytest.raises(NotFromATranslator):
            read(content)


def a_word_file(change: Callable[[docx.document.Document], None]) -> bytes:
    document = docx.Document(BytesIO(write_two_columns(a_package("ur"))))
    change(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_that_a_new_paragraph_typed_into_a_cell_is_a_new_line() -> None:
    def type_on(document: docx.document.Document) -> None:
        document.tables[0].rows[1].cells[1].add_paragraph("Druga linia")

    returned = read_two_columns(a_word_file(type_on))
    assert returned.texts[0].target == f"{POLISH[0]}\nDruga linia"


def test_that_a_word_file_without_its_table_is_refused() -> None:
    def take_out(document: docx.document.Document) -> None:
        table = document.tables[0]._tbl
        table.getparent().remove(table)

    with pytest.raises(NotFromATranslator):
        read_two_columns(a_word_file(take_out))


def test_that_room_for_a_translation_runs_in_its_direction() -> None:
    empty = Package("ur", SENT)
    document = docx.Document(BytesIO(write_two_columns(empty)))
    (paragraph,) = document.tables[0].rows[1].cells[1].paragraphs
    assert paragraph._p.xpath("./w:pPr/w:bidi")
    assert paragraph._p.xpath("./w:pPr/w:rPr/w:lang/@w:bidi") == ["ur-PK"]
    (english,) = document.tables[0].rows[1].cells[0].paragraphs
    assert not english._p.xpath("./w:pPr/w:bidi")
