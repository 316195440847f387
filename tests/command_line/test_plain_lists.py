import datetime as dt
from dataclasses import replace

import pytest
from command_runs import SAMPLES, Shop, run_here

from iro_desktop.bootstrap import CLOCK
from iro_desktop.demonstration import MadeUpCaseload


def test_that_no_name_moves_the_columns_or_the_cursor(
    own_shop: Shop, caseload: MadeUpCaseload, capsys: pytest.CaptureFixture[str]
) -> None:
    child = replace(
        caseload.children[0],
        known_as="  Zor\tbe\nli\x1b[31mna\u2028 é\u200cé {x} \u202e",
        date_of_birth=CLOCK.today() - dt.timedelta(days=40),
    )
    own_shop.put(child)
    assert run_here(*own_shop.options, "children") == 0
    (line,) = [line for line in capsys.readouterr().out.split("\n") if line.startswith(child.id)]
    cells = line.split("\t")
    assert cells[:4] == [child.id, child.number, "Zor be li [31mna é\u200cé {x}", "0"]
    assert len(cells) == 5


def test_that_an_import_is_told_in_words(
    own_shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_here(*own_shop.options, "import", SAMPLES) == 0
    said = capsys.readouterr().out
    assert "reviews.csv (Reviews): 4 rows taken, 0 refused" in said
    assert "Children: 5 added, 0 updated, 0 as they were" in said
