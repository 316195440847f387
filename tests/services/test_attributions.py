"""Whose work comes along: every font, picture and word has somebody to thank."""

from pathlib import Path

from iro_desktop import paths
from iro_desktop.i18n.languages import ENGLISH, LANGUAGES
from iro_desktop.services import attributions
from iro_desktop.services.document_languages import document_languages

ROOT = Path(__file__).parents[2]


def test_that_every_family_of_faces_has_its_licence() -> None:
    folders = {each.name for each in (paths.resources() / "fonts").iterdir() if each.is_dir()}
    files = [work.licence_file for work in attributions.fonts()]
    assert {file.parent.name for file in files if file} == folders


def test_that_pictures_name_those_who_drew_them_and_what_was_changed() -> None:
    openmoji, icons = attributions.pictures()
    assert openmoji.name.startswith("OpenMoji")
    assert openmoji.licence == "CC BY-SA 4.0"
    assert openmoji.changes
    assert len(openmoji.by.split(", ")) > 10
    assert icons.licence.startswith("ISC")


def test_that_every_licence_can_be_read() -> None:
    works = (*attributions.fonts(), *attributions.pictures(), *attributions.words())
    assert all(work.licence and work.licence_file for work in works)
    assert all(work.licence_file.read_text("utf-8") for work in works if work.licence_file)


def test_that_the_screens_thank_for_ideas_as_the_document_does() -> None:
    told = (ROOT / "docs" / "words-attribution.md").read_text("utf-8").replace("*", "")
    for idea in attributions.ideas():
        assert f"| {idea.idea} |" in told
        assert idea.who in told


def test_that_the_packages_in_use_are_named_with_their_versions() -> None:
    software = attributions.software()
    assert {"python-docx", "reportlab"} <= {one.name for one in software}
    assert all(one.version for one in software)


def test_that_every_language_tells_how_complete_it_is() -> None:
    states = document_languages()
    assert [state.language for state in states] == [
        language for language in LANGUAGES.values() if language.is_spoken
    ]
    assert states[0].language.code == ENGLISH
    assert states[0].is_complete
    assert all(0 <= state.translated <= state.all_texts for state in states)
    assert all(bool(state.checker) == state.is_checked for state in states[1:])
