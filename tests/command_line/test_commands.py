"""Every command, as IT staff and scripts run it: in a process of its own where that matters."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest
from command_runs import PASSPHRASE, ROOT, SAMPLES, Here, Ran, Shop, in_process
from docx.oxml.ns import qn

from iro_desktop import __version__
from iro_desktop.demonstration import MadeUpCaseload
from iro_desktop.domain.review import Origin, Review, ReviewStatus

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "ssda903"
CHILD_SHAPE = {
    "id": str,
    "number": str,
    "known_as": str,
    "family_name": str,
    "date_of_birth": str,
    "age": int,
    "looked_after": bool,
    "legal_status": str | None,
    "placement": str | None,
    "last_review": str | None,
    "next_review_due": str | None,
    "made_up": bool,
}
REVIEW_SHAPE = {
    "id": str,
    "child": str,
    "child_number": str,
    "kind": str,
    "due": str | None,
    "planned_for": str | None,
    "held": str | None,
    "status": str,
    "participation": str | None,
    "origin": str,
    "in_time": bool | None,
    "working_days_late": int,
    "late_reason": str | None,
}


def rows(ran: Ran) -> list[dict[str, object]]:
    assert ran.is_done()
    found = json.loads(ran.out)
    assert isinstance(found, list)
    return found


def closed_review(caseload: MadeUpCaseload) -> Review:
    return next(
        review
        for review in caseload.reviews
        if review.status is ReviewStatus.CLOSED and review.origin is Origin.LAPTOP
    )


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Shop, Ran]:
    """A store as `init` makes it, with the real Argon2id figures."""
    folder = tmp_path_factory.mktemp("made")
    passphrase_file = folder / "passphrase"
    passphrase_file.write_text(PASSPHRASE, "utf-8")
    shop = Shop(folder / "new" / "store", passphrase_file)
    return shop, shop.command("init")


def test_that_init_prints_the_recovery_key_alone_and_says_what_it_is(
    made: tuple[Shop, Ran],
) -> None:
    shop, ran = made
    assert ran.code == 0
    assert re.fullmatch(r"([0-9A-Z]{4}-){7,}[0-9A-Z]{4}\n", ran.out)
    assert "shown only now" in ran.err
    assert PASSPHRASE not in ran.err
    assert {path.name for path in shop.store.iterdir()} >= {"store.db", "vault.json"}


def test_that_init_never_writes_over_a_store(made: tuple[Shop, Ran]) -> None:
    shop, _ = made
    before = {path.name: path.read_bytes() for path in shop.store.iterdir()}
    assert shop.command("init").is_refused("There is a store here already.")
    assert {path.name: path.read_bytes() for path in shop.store.iterdir()} == before


def test_that_a_return_goes_in_once(here: Here, made: tuple[Shop, Ran]) -> None:
    shop, _ = made
    folder = SHARED if SHARED.exists() else SAMPLES
    first = shop.command("import", folder, "--json")
    second = here(*shop.options, "import", folder, "--json")
    assert first.is_done()
    totals = [json.loads(ran.out)["totals"] for ran in (first, second)]
    for kind in ("children", "episodes", "reviews"):
        added, again = totals[0][kind], totals[1][kind]
        assert added["added"] > 0
        assert (added["updated"], added["unchanged"]) == (0, 0)
        assert again == {"added": 0, "updated": 0, "unchanged": added["added"]}


def test_that_children_are_listed_in_a_stable_shape(
    here: Here, shop: Shop, caseload: MadeUpCaseload
) -> None:
    found = rows(here(*shop.options, "children", "--json"))
    assert len(found) == len(caseload.children)
    for row in found:
        assert list(row) == list(CHILD_SHAPE)
        for name, kind in CHILD_SHAPE.items():
            assert isinstance(row[name], kind)


def test_that_reviews_are_listed_in_a_stable_shape(
    here: Here, shop: Shop, caseload: MadeUpCaseload
) -> None:
    found = rows(here(*shop.options, "reviews", "--json"))
    assert len(found) == len(caseload.reviews)
    for row in found:
        assert list(row) == list(REVIEW_SHAPE)
        for name, kind in REVIEW_SHAPE.items():
            assert isinstance(row[name], kind)
    assert {row["status"] for row in found} == {"planned", "preparing", "open", "closed"}


def test_that_lists_are_utf_8_whatever_the_system_thinks(
    here: Here, own_shop: Shop, caseload: MadeUpCaseload
) -> None:
    child = replace(caseload.children[0], known_as="Zoë 王")
    own_shop.put(child)
    for options in ((), ("--json",)):
        ran = own_shop.command("children", *options, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert ran.is_done()
        assert "Zoë 王" in ran.out
    headings, *lines = here(*own_shop.options, "children").out.splitlines()
    assert headings == "id\tnumber\tknown_as\tage\tnext_review_due"
    assert {line.count("\t") for line in lines} == {4}


def test_that_whoever_stops_reading_is_not_met_with_a_traceback(shop: Shop) -> None:
    with subprocess.Popen(  # our own program
        [sys.executable, "-m", "iro_desktop", *shop.options, "reviews", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


def test_that_a_letter_and_minutes_are_written(
    shop: Shop, caseload: MadeUpCaseload, tmp_path: Path
) -> None:
    review = closed_review(caseload)
    decisions = [one for one in caseload.decisions if one.review_id == review.id]
    letter, minutes = tmp_path / "letter.docx", tmp_path / "new folder" / "minutes.pdf"
    for kind, file_format, out in (("letter", "docx", letter), ("minutes", "pdf", minutes)):
        ran = shop.command("write", kind, review.id, "--format", file_format, "--out", out)
        assert ran.is_done()
        assert ran.out == f"{out}\n"
    body = docx.Document(BytesIO(letter.read_bytes())).element.body
    words = "".join(element.text or "" for element in body.iter(qn("w:t")))
    with pypdfium2.PdfDocument(minutes) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    assert decisions
    for decision in decisions:
        assert decision.reference in words
        assert decision.reference in text


def test_that_a_record_is_exported_forgotten_and_taken_in_again(
    here: Here, own_shop: Shop, caseload: MadeUpCaseload, tmp_path: Path
) -> None:
    review = closed_review(caseload)
    own = own_shop.options
    file, again = tmp_path / "record.json", tmp_path / "again.json"
    assert here(*own, "export", "record", review.id, "--out", file).is_done()
    forgotten = here(*own, "forget", "record", review.id, "--exported", file)
    assert forgotten.is_done()
    gone = here(*own, "export", "record", review.id, "--out", again)
    assert gone.is_refused(f"There is no review called {review.id}.")
    taken = here(*own, "import", file, "--json")
    assert taken.is_done()
    assert json.loads(taken.out) == {"records": [{"review": review.id, "changed": True}]}
    assert here(*own, "export", "record", review.id, "--out", again).is_done()
    assert again.read_bytes() == file.read_bytes()


def test_that_a_backup_brings_everything_back(here: Here, shop: Shop, tmp_path: Path) -> None:
    backup, restored = tmp_path / "backup", Shop(tmp_path / "restored", shop.passphrase_file)
    assert shop.command("backup", "--out", backup).is_done()
    assert restored.command("restore", backup).is_done()
    assert here(*restored.options, "verify").is_done()
    told, before = (rows(here(*one.options, "reviews", "--json")) for one in (restored, shop))
    assert told == before


def test_that_the_version_is_told() -> None:
    ran = in_process("--version")
    assert ran.is_done()
    assert ran.out == f"iro-desktop {__version__}\n"


def test_that_wrong_usage_ends_with_2() -> None:
    ran = in_process("write", "poem", "review", "--out", "poem.pdf")
    assert ran.code == 2
    assert "usage: iro-desktop" in ran.err
    assert ran.out == ""
