"""Catalogues take what translators bring, keep it, and refuse what no document could print."""

import json
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from iro_desktop.i18n.catalogues import TRANSLATED, catalogue_file
from iro_desktop.i18n.checked import NOT_YET_CHECKED
from workbench import catalogues, texts
from workbench.catalogue_faults import faults_of_catalogue, faults_of_entry
from workbench.catalogues import DocumentsCatalogue

ARABIC = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5"
POLISH = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
DAYS = ("{number} day", "{number} days")


def polish(*english: str | tuple[str, str]) -> DocumentsCatalogue:
    catalogue = DocumentsCatalogue(locale="pl", charset="utf-8")
    catalogue.header_comment = "# Made up."
    for text in english:
        catalogue.add(text)
    return catalogue


def template(*english: str | tuple[str, str]) -> Catalog:
    made = Catalog()
    for text in english:
        made.add(text)
    return made


def again(catalogue: DocumentsCatalogue, folder: Path) -> DocumentsCatalogue:
    file = folder / "documents.po"
    file.write_bytes(catalogues.written(catalogue))
    return catalogues.read(file, "pl")


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_every_language_has_a_catalogue_of_what_documents_print(language: str) -> None:
    has = {catalogues.english_of(m) for m in catalogues.entries(catalogues.read_language(language))}
    wanted = {catalogues.english_of(m) for m in catalogues.entries(catalogues.read_template())}
    assert has == wanted, "run: make texts"


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_no_text_in_a_catalogue_is_faulty(language: str) -> None:
    assert faults_of_catalogue(catalogues.read_language(language), language) == ()


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_no_language_lacks_a_text(language: str) -> None:
    assert catalogues.read_language(language).is_complete
    assert texts.missing(language) == ()


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_a_catalogue_lies_as_it_would_be_written(language: str) -> None:
    written = catalogues.written(catalogues.read_language(language))
    assert written == catalogue_file(language).read_bytes()


def test_that_what_is_filled_in_says_that_no_native_reader_has_checked_it(tmp_path: Path) -> None:
    catalogue = polish("Yes", DAYS)
    refused = catalogues.fill(
        catalogue, "pl", {"Yes": "Tak", DAYS[0]: ["{number} dzień", "{number} dni", "{number} dni"]}
    )
    assert refused == ()
    kept = again(catalogue, tmp_path)
    assert catalogues.missing(kept) == ()
    assert kept["Yes"].string == "Tak"
    assert kept["Yes"].user_comments == [NOT_YET_CHECKED]
    assert kept[DAYS[0]].string == ("{number} dzień", "{number} dni", "{number} dni")


def test_that_what_is_refused_is_named_and_changes_nothing() -> None:
    catalogue = polish("Yes", "On {day}")
    refused = catalogues.fill(
        catalogue, "pl", {"Yes": "Tak", "On {day}": "W dniu {dzien}", "Never said": "Nigdy"}
    )
    assert len(refused) == 2
    assert "day left out, dzien new" in refused[0]
    assert "no document says this" in refused[1]
    assert [message.id for message in catalogues.missing(catalogue)] == ["On {day}"]


def test_that_a_translation_outlives_the_gathering_of_texts(tmp_path: Path) -> None:
    catalogue = polish("Yes", "Gone for good and never said again")
    catalogues.fill(catalogue, "pl", {"Yes": "Tak"})
    catalogues.update(catalogue, template("No", "Yes"))
    kept = again(catalogue, tmp_path)
    assert kept["Yes"].string == "Tak"
    assert [message.id for message in catalogues.entries(kept)] == ["No", "Yes"]


def test_that_a_reworded_text_counts_as_missing_and_keeps_the_old_words_to_see() -> None:
    catalogue = polish("You can always write to me.")
    catalogues.fill(catalogue, "pl", {"You can always write to me.": "Zawsze możesz napisać."})
    catalogues.update(catalogue, template("You can always write to us."))
    (message,) = catalogues.missing(catalogue)
    assert message.fuzzy
    assert message.string == "Zawsze możesz napisać."
    assert message.previous_id == ["You can always write to me."]
    catalogues.fill(catalogue, "pl", {"You can always write to us.": "Zawsze możesz do nas pisać."})
    assert catalogues.missing(catalogue) == ()
    assert not message.previous_id


def test_that_the_old_words_of_one_language_never_show_in_another() -> None:
    gathered = template("You can always write to us.")
    turkish = DocumentsCatalogue(locale="tr", charset="utf-8", fuzzy=False)
    reworded = polish("You can always write to me.")
    catalogues.fill(reworded, "pl", {"You can always write to me.": "Zawsze możesz napisać."})
    for catalogue in (reworded, turkish):
        catalogues.update(catalogue, gathered)
    (message,) = catalogues.missing(turkish)
    assert not message.string
    assert not message.fuzzy


def test_that_the_headers_of_ours_are_kept(tmp_path: Path) -> None:
    catalogue = polish("Yes")
    catalogues.fill(catalogue, "pl", {"Yes": "Tak"})
    catalogue.is_complete = True
    catalogues.note_checked(catalogue, " A made-up reader ")
    kept = again(catalogue, tmp_path)
    assert kept.is_complete
    assert kept.checked_by == "A made-up reader"
    assert kept["Yes"].user_comments == []
    assert kept.num_plurals == 3


@pytest.mark.parametrize(
    ("english", "said", "fault"),
    [
        ("Due on {day}", "Termin", "day left out"),
        ("Due", "Termin {day}", "day new"),
        ("Due on {day}", "Termin {day", "brace"),
        ("Due: ", "Termin:", "spaces"),
        ("Due", " Termin", "spaces"),
        ("Due", " ", "empty"),
        ("Due", "\u202bTermin", "direction"),
        ("Due", "Termin\u2069", "direction"),
        ("You were there today.", "You were there today.", "English"),
        ("Due", "Срок", "another script"),
    ],
)
def test_that_a_faulty_translation_is_refused(english: str, said: str, fault: str) -> None:
    (found,) = faults_of_entry((english,), (said,), "pl", POLISH)
    assert fault in found


@pytest.mark.parametrize(
    ("language", "said"),
    [("ar", "موعد {day}"), ("ur", "تاریخ {day}"), ("zh-Hant", "{day} 前"), ("pl", "Do {day}")],
)
def test_that_a_good_translation_has_no_fault(language: str, said: str) -> None:
    assert faults_of_entry(("By {day}",), (said,), language, POLISH) == ()


def test_that_every_plural_form_is_asked_for() -> None:
    assert "3 forms" in faults_of_entry(DAYS, ("{number} dni",), "pl", POLISH)[0]


def test_that_a_form_of_one_number_alone_may_leave_the_number_out() -> None:
    forms = ["لا أيام", "يوم", "يومان", "{number} أيام", "{number} يوم", "{number} يومًا"]
    assert faults_of_entry(DAYS, forms, "ar", ARABIC) == ()
    forms[3] = "أيام"
    assert "number left out" in faults_of_entry(DAYS, forms, "ar", ARABIC)[0]


def test_that_a_translator_sees_what_is_missing_with_its_plurals_and_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pl" / "documents.po"
    file.parent.mkdir()
    catalogue = polish("Yes", DAYS)
    catalogue["Yes"].auto_comments = ["An answer."]
    file.write_bytes(catalogues.written(catalogue))
    monkeypatch.setattr(
        catalogues, "catalogue_file", lambda language: tmp_path / language / file.name
    )
    assert texts.main(["untranslated", "pl", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told[0] == {"english": "Yes", "notes": ["An answer."], "places": []}
    assert told[1]["plural"] == "{number} days"
    assert told[1]["numbers_of_each_form"][1] == [2, 3, 4, 22, 23, 24]

    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"Yes": "Tak", DAYS[0]: ["dzień"]}), "utf-8")
    assert texts.main(["fill", "pl", str(answers)]) == 1
    assert "1 taken, 1 refused, 1 still to translate" in capsys.readouterr().out
    assert catalogues.read(file, "pl")["Yes"].string == "Tak"


def test_that_no_language_is_declared_complete_while_something_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(catalogues, "catalogue_file", lambda language: tmp_path / language / "d.po")
    assert texts.main(["complete", "cy"]) == 1
    assert "missing: " in capsys.readouterr().out
    assert not (tmp_path / "cy").exists()
