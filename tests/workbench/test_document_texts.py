"""What documents print is in the template, and the template is what the code says."""

import ast

import pytest

from iro_desktop.services.programs_forms import programs_forms
from workbench import catalogues, document_texts
from workbench.document_texts import texts_of_form, texts_of_module
from workbench.words import CannotGoOn


def english_in(source: str) -> list[str]:
    return [printed.text for printed in texts_of_module(source, "made_up.py")]


def test_that_the_template_is_what_documents_print_today() -> None:
    gathered = {catalogues.english_of(m) for m in catalogues.entries(document_texts.gather())}
    template = {catalogues.english_of(m) for m in catalogues.entries(catalogues.read_template())}
    assert gathered == template, "run: make texts"


def test_that_a_text_is_found_however_the_translator_is_called() -> None:
    source = 'def f(tr):\n    return tr("One"), self._tr("Two"), self._translate("Three {x}", x=1)'
    assert english_in(source) == ["One", "Two", "Three {x}"]


def test_that_a_text_with_a_number_has_both_its_forms() -> None:
    (printed,) = texts_of_module('tr.count("one day", "{number} days", many)', "made_up.py")
    assert (printed.text, printed.plural) == ("one day", "{number} days")


def test_that_a_translator_is_told_what_the_text_is_for() -> None:
    (printed,) = texts_of_module('def f(tr):\n    """What for."""\n    tr("Words")', "made_up.py")
    assert printed.note == "What for."


@pytest.mark.parametrize("handed", ['"A" if x else "B"', 'f"{x} of them"', '"A" + x', '"A %s" % x'])
def test_that_a_text_put_together_too_early_is_refused(handed: str) -> None:
    with pytest.raises(CannotGoOn, match=r"made_up\.py:1"):
        english_in(f"tr({handed})")


def test_that_hints_for_the_writer_are_not_for_the_reader() -> None:
    source = (
        'WrittenPart("id", tr("Heading"), tr("Hint"))\nWrittenPart("i", tr("H"), hint=tr("No"))'
    )
    assert english_in(source) == ["Heading", "H"]


def test_that_words_in_quotes_alone_are_no_text() -> None:
    assert english_in('x = "words"\nheading("words")\ntr(name)') == []


def test_that_a_form_gives_what_it_prints_and_nothing_that_it_only_asks() -> None:
    form = programs_forms().current("cla-review")
    printed = {one.text for one in texts_of_form(form, "form")}
    assert "Who was there" in printed
    assert "What is different for the child" in printed
    assert "What is different for the child because of the last review?" not in printed
    assert "What should the meeting be like?" not in printed


def test_that_every_module_of_documents_can_be_read() -> None:
    for file in document_texts.DOCUMENTS.rglob("*.py"):
        assert ast.parse(file.read_text("utf-8"))
