"""Whatever is shown can be translated: words of the code, of forms and of timescales."""

import pytest
from babel.messages.catalog import Catalog

from iro_desktop.services.reckoning import law
from workbench.texts import gather


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return gather()


def test_that_words_of_code_and_of_forms_are_gathered(catalogue: Catalog) -> None:
    assert "The day of the event is not counted." in catalogue
    assert "How would I say this to the child?" in catalogue
    assert "words that nobody says anywhere" not in catalogue


def test_that_every_word_of_the_timescales_is_gathered_with_its_file(catalogue: Catalog) -> None:
    book = law().book
    for family in law().families:
        assert family.title in catalogue
    for rule in (version for one in book for version in book.versions(one.id)):
        for text in (rule.title, rule.counted_from, *rule.what_changes, rule.note):
            if text:
                files = [file for file, _ in catalogue[text].locations]
                assert any(file.startswith("resources/reference/timescales/") for file in files)
