import datetime as dt
import json

import pytest
from command_runs import Shop, run_here


def test_that_contacts_are_counted_by_kind_and_by_how_the_child_was_seen(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_here(*shop.options, "contacts", *days(2000, 2099), "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    number = {(row["counted"], row["what"]): row["number"] for row in rows}
    kinds = [count for (counted, _), count in number.items() if counted == "kind"]
    seen = [count for (counted, _), count in number.items() if counted == "seen"]
    assert sum(kinds) == sum(seen) == number["all", "contacts"]
    assert len(kinds) == 6
    assert number["kind", "visit"] > 5


def test_that_days_the_wrong_way_round_are_refused(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_here(*shop.options, "contacts", *days(2030, 2020)) == 2
    assert "--from 2030-01-01 is after --to 2020-01-01" in capsys.readouterr().err


def days(first: int, last: int) -> tuple[str, ...]:
    return "--from", dt.date(first, 1, 1).isoformat(), "--to", dt.date(last, 1, 1).isoformat()
