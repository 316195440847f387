"""The letter's own sentences hold to what the program asks of the IRO's, at each age.

What people wrote for the record is theirs; a sentence that holds another's name is judged as it
would be read.
"""

import datetime as dt
from dataclasses import replace

import pytest
from made_up_review import a_record

from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.documents.material import Material
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.reading import Length
from iro_desktop.domain.withholding import Reader
from iro_desktop.form_engine.definition import Form
from iro_desktop.i18n import Translator
from iro_desktop.plain_words.situation import limits_for
from iro_desktop.services.plain_documents import DocumentRemarks, remarks_on_document
from iro_desktop.services.plain_words import situation_of

BORN = {6: dt.date(2019, 8, 30), 10: dt.date(2015, 8, 30), 14: dt.date(2011, 8, 30)}


def remarks_at(age: int, length: Length, form: Form, tr: Translator) -> DocumentRemarks:
    record = a_record()
    record = replace(record, child=replace(record.child, date_of_birth=BORN[age]))
    material = Material(record=record, form=form, tr=tr, reader=Reader.CHILD, length=length)
    letter = BUILDERS[DocumentKind.LETTER](material)
    return remarks_on_document(letter, situation_of(record))


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize("age", BORN)
def test_that_the_letters_own_sentences_draw_no_remark(
    age: int, length: Length, form: Form, english: Translator
) -> None:
    found = remarks_at(age, length, form, english).remarks
    own = {(one.remark.rule, one.remark.words) for one in found if not one.authored}
    assert own == set()


@pytest.mark.parametrize("age", BORN)
def test_that_a_whole_letter_has_the_reading_age_of_its_reader(
    age: int, form: Form, english: Translator
) -> None:
    figures = remarks_at(age, Length.FULL, form, english).readability
    assert figures is not None
    assert figures.reading_age is not None
    assert figures.reading_age <= limits_for(age).reading_age
