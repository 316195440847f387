"""A column of days has room for a long one: on one line, or on two where five columns stand."""

from dataclasses import replace

import pytest
from made_up_material import a_material

from iro_desktop.documents.blocks import Design, Document, Row, Table, plain
from iro_desktop.documents.columns import column_widths
from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.documents.look import Role, look_of
from iro_desktop.documents.pdf.pages import text_width
from iro_desktop.domain.correspondence import DocumentKind

LONG, ITS_FIRST_LINE = "28 November 2025", "28 November"
HEAD = "By when"
_CROWDED = 5
WITH_DAYS = (
    DocumentKind.LETTER,
    DocumentKind.MINUTES,
    DocumentKind.DECISIONS,
    DocumentKind.COURT_VIEW,
    DocumentKind.READ_AT_25,
)


def tables_with_days(document: Document) -> list[Table]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [table for table in tables if HEAD in table.header]


@pytest.mark.parametrize("kind", WITH_DAYS)
def test_that_a_day_is_not_broken_into_its_words(kind: DocumentKind) -> None:
    document = BUILDERS[kind](a_material(kind))
    look, found = look_of(document), tables_with_days(document)
    assert found
    for table in found:
        place = table.header.index(HEAD)
        cells = [*table.rows[0].cells]
        cells[place] = plain(LONG)
        with_a_long_day = replace(table, rows=(Row(tuple(cells)),))
        room = column_widths(with_a_long_day, look, text_width(look))[place] - 2 * look.padding[0]
        is_crowded = document.design is Design.LETTER and len(table.header) == _CROWDED
        day = ITS_FIRST_LINE if is_crowded else LONG
        assert look.face().width(day, look.styles[Role.CELL].size) <= room, table.header
