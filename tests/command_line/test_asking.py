import json
from pathlib import Path

import pytest
from command_runs import Shop, run_here


def test_that_forms_are_written_for_people_and_taken_in_again(
    shop: Shop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_here(*shop.options, "reviews", "--json") == 0
    reviews = json.loads(capsys.readouterr().out)
    review = next(one["id"] for one in reviews if one["status"] == "preparing")
    out = tmp_path / "forms"
    assert run_here(*shop.options, "ask", review, "--out", str(out), "--format", "docx") == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert written
    assert sorted(out.iterdir()) == sorted(written)
    assert run_here(*shop.options, "import", str(written[0]), "--json") == 0
    (taken,) = json.loads(capsys.readouterr().out)["forms"]
    assert taken == {"form": written[0].name, "review": review, "answered": 0}


def test_that_another_pdf_is_refused_in_a_sentence(
    shop: Shop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.7")
    assert run_here(*shop.options, "import", str(path)) != 0
    assert "not a form that this program wrote" in capsys.readouterr().err
