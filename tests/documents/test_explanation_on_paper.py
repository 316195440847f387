"""Why a date is due, on paper: every word of it, and no word of a child."""

import datetime as dt
import itertools
from collections.abc import Callable

import pytest

from iro_desktop.documents.blocks import Heading
from iro_desktop.documents.explanation import build_explanation
from iro_desktop.documents.formats import Format
from iro_desktop.documents.plain_text import write_text
from iro_desktop.i18n import Translator
from iro_desktop.i18n.languages import MIRRORED
from iro_desktop.services.explaining import Explanation, explanation_of
from iro_desktop.services.printing_explanations import ExplanationOrder, file_name, make
from iro_desktop.services.reckoning import lawful
from written_text import words_in

TODAY = dt.date(2026, 11, 22)


def explanation(rule: str, start: dt.date) -> Explanation:
    return explanation_of(lawful().due(rule, start), Translator())


FIRST = explanation("cla_first_review", dt.date(2025, 12, 19))  # over Christmas and New Year
SECOND = explanation("cla_second_review", dt.date(2026, 1, 18))


def test_that_the_paper_says_how_the_dates_were_come_by(
    golden: Callable[[str, str], None], english: Translator
) -> None:
    document = build_explanation((FIRST, SECOND), TODAY, english)
    golden("due_dates_explained.txt", write_text(document))


def test_that_nobody_is_named_unless_it_was_chosen(english: Translator) -> None:
    without = write_text(build_explanation((FIRST,), TODAY, english))
    named = write_text(build_explanation((FIRST,), TODAY, english, about="Zorbelina (made up)"))
    assert "About" not in without
    assert "About: Zorbelina (made up)" in named


def test_that_headings_begin_with_one_title_and_leave_out_no_level(english: Translator) -> None:
    document = build_explanation((FIRST, SECOND), TODAY, english)
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_that_it_runs_from_the_right_where_its_language_does() -> None:
    assert build_explanation((FIRST,), TODAY, Translator(MIRRORED)).right_to_left


@pytest.mark.parametrize("file_format", [Format.PDF, Format.DOCX])
def test_that_the_file_holds_every_word(file_format: Format) -> None:
    order = ExplanationOrder((FIRST, SECOND), TODAY, file_format, "en-GB")
    written = make(order)
    said = words_in(written.data, file_format)
    for due in (FIRST, SECOND):
        for part in (due.title, due.day, *due.passed_over, *due.caveats):
            assert part in said
    assert not written.missing_characters


def test_that_the_name_of_the_file_says_nothing_of_anyone() -> None:
    assert file_name(Format.PDF) == "due-date-explained.pdf"
    assert file_name(Format.DOCX) == "due-date-explained.docx"
