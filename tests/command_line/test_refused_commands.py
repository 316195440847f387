"""What a command cannot do it says in a sentence, with exit code 1 and no traceback."""

import re
from contextlib import closing
from pathlib import Path

import pytest
from command_runs import PASSPHRASE, Here, Shop, in_process, run_here

from iro_desktop.bootstrap import CLOCK, laptop
from iro_desktop.demonstration import MadeUpCaseload
from iro_desktop.services import access
from iro_desktop.store.connection import connect
from iro_desktop.vault import KeyEnvelope

FORMS = Path(__file__).resolve().parents[2] / "forms"
FAULTY_FORMS = Path(__file__).resolve().parents[1] / "forms" / "samples"


# The store itself


def test_that_a_wrong_passphrase_is_refused(here: Here, shop: Shop, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text(PASSPHRASE.upper(), "utf-8")
    ran = here(*Shop(shop.store, wrong).options, "verify")
    assert ran.is_refused("That does not open the store.")
    assert PASSPHRASE.upper() not in ran.err


def test_that_a_store_cut_short_is_refused(here: Here, own_shop: Shop) -> None:
    store = own_shop.store / "store.db"
    store.write_bytes(store.read_bytes()[: store.stat().st_size // 2])
    assert here(*own_shop.options, "children").is_refused("the store's file is damaged")


def test_that_a_store_of_a_newer_program_is_left_alone(here: Here, own_shop: Shop) -> None:
    key = KeyEnvelope(own_shop.store, CLOCK).unlock(PASSPHRASE)
    with closing(connect(own_shop.store / "store.db", key)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = (own_shop.store / "store.db").read_bytes()
    assert here(*own_shop.options, "reviews").is_refused("newer version of IRO Desktop")
    assert (own_shop.store / "store.db").read_bytes() == before


def test_that_a_store_open_elsewhere_is_left_alone(own_shop: Shop) -> None:
    with closing(access.unlock(laptop(own_shop.store), PASSPHRASE)):
        ran = own_shop.command("children")
    assert ran.is_refused("The store is open in another window.")


def test_that_there_is_nobody_to_ask_for_the_passphrase(shop: Shop) -> None:
    ran = in_process("--store", shop.store, "verify")
    assert ran.is_refused("--passphrase-file")


# The rest


@pytest.mark.parametrize(
    "words",
    [
        ("children",),
        ("reviews", "--json"),
        ("verify",),
        ("backup", "--out", "x"),
        ("write", "letter", "r", "--out", "x"),
        ("export", "record", "r", "--out", "x"),
        ("forget", "record", "r", "--exported", "x"),
        ("import", "."),
    ],
)
def test_that_where_there_is_no_store_it_is_said(
    here: Here, tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = tmp_path / "nothing"
    ran = here("--store", folder, "--passphrase-file", tmp_path / "unread", *words)
    assert ran.is_refused("There is no store here yet.")
    assert not folder.exists()


def test_that_a_file_in_the_place_of_a_store_is_left_alone(
    here: Here, shop: Shop, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"mine")
    options = ("--store", file, "--passphrase-file", shop.passphrase_file)
    assert here(*options, "verify").is_refused("There is no store here yet.")
    assert here(*options, "init").is_refused("cannot be written")
    assert file.read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "passphrase.txt cannot be read"),
        (b"", "its first line is empty"),
        (b"\nsecond line", "its first line is empty"),
        (b"\xff\xfe", "it is not UTF-8 text"),
    ],
)
def test_that_a_passphrase_file_without_one_is_refused(
    here: Here, shop: Shop, tmp_path: Path, content: bytes | None, words: str
) -> None:
    file = tmp_path / "passphrase.txt"
    if content is not None:
        file.write_bytes(content)
    ran = here("--store", shop.store, "--passphrase-file", file, "verify")
    assert ran.is_refused(words)


def test_that_a_passphrase_file_of_windows_is_read(here: Here, shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "passphrase.txt"
    file.write_bytes(b"\xef\xbb\xbf" + PASSPHRASE.encode() + b"\r\n")
    assert here("--store", shop.store, "--passphrase-file", file, "verify").is_done()


def test_that_a_short_passphrase_makes_no_store(here: Here, tmp_path: Path) -> None:
    file, folder = tmp_path / "passphrase", tmp_path / "store"
    file.write_text("short", "utf-8")
    ran = here("--store", folder, "--passphrase-file", file, "init")
    assert ran.is_refused("The passphrase is too short.", "12")
    assert not (folder / "vault.json").exists()


def a_review(caseload: MadeUpCaseload) -> str:
    return caseload.reviews[0].id


def test_that_a_review_nobody_knows_is_named(here: Here, shop: Shop, tmp_path: Path) -> None:
    out = tmp_path / "letter.pdf"
    for words in (("write", "letter"), ("export", "record")):
        ran = here(*shop.options, *words, "nobody{0}", "--out", out)
        assert ran.is_refused("There is no review called nobody{0}.")
    assert not out.exists()


def test_that_a_language_nothing_is_written_in_is_named(
    here: Here, shop: Shop, caseload: MadeUpCaseload, tmp_path: Path
) -> None:
    out = tmp_path / "letter.pdf"
    words = ("write", "letter", a_review(caseload), "--language", "tlh", "--out", out)
    assert here(*shop.options, *words).is_refused("Nothing is written in tlh yet.", "en-GB")
    assert not out.exists()


@pytest.mark.parametrize("words", [("write", "minutes"), ("export", "record")])
def test_that_a_place_nobody_may_write_to_is_named(
    here: Here, shop: Shop, caseload: MadeUpCaseload, tmp_path: Path, words: tuple[str, str]
) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    for out in (tmp_path / "file" / "inside.pdf", tmp_path):
        ran = here(*shop.options, *words, a_review(caseload), "--out", out)
        assert ran.is_refused(f"{out.name} cannot be written.")


def test_that_a_backup_to_nowhere_is_refused(here: Here, shop: Shop, tmp_path: Path) -> None:
    ran = here(*shop.options, "backup", "--out", tmp_path / "no such folder" / "backup")
    assert ran.is_refused("backup cannot be written.")


@pytest.mark.parametrize("name", ["store.db", "vault.json", "store.db-wal", "STORE.DB"])
def test_that_nothing_is_ever_written_over_the_store(
    here: Here, own_shop: Shop, caseload: MadeUpCaseload, name: str
) -> None:
    before = {path.name: path.read_bytes() for path in own_shop.store.iterdir()}
    out = own_shop.store / ".." / own_shop.store.name / name
    review = a_review(caseload)
    for words in (("backup",), ("write", "letter", review), ("export", "record", review)):
        ran = here(*own_shop.options, *words, "--out", out)
        assert ran.is_refused(f"{name} cannot be written.")
    assert {path.name: path.read_bytes() for path in own_shop.store.iterdir()} == before
    assert here(*own_shop.options, "verify").is_done()


def test_that_a_file_that_is_not_there_is_not_imported(
    here: Here, shop: Shop, tmp_path: Path
) -> None:
    for path in (tmp_path / "nowhere.csv", tmp_path / "nowhere.json", tmp_path / ("x" * 300)):
        ran = here(*shop.options, "import", path)
        assert ran.is_refused("There is no file or folder called", "which folder it is in")


def test_that_what_is_no_record_is_not_imported(here: Here, shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "RECORD.JSON"
    file.write_text('{"format": "a shopping list"}', "utf-8")
    ran = here(*shop.options, "import", file)
    assert ran.is_refused("RECORD.JSON cannot be read", "not a review record")


def test_that_a_record_changed_since_is_neither_forgotten_nor_taken_in(
    here: Here, shop: Shop, caseload: MadeUpCaseload, tmp_path: Path
) -> None:
    file, review = tmp_path / "record.json", a_review(caseload)
    assert here(*shop.options, "export", "record", review, "--out", file).is_done()
    file.write_bytes(file.read_bytes().replace(b'"made_up": true', b'"made_up":  true', 1))
    ran = here(*shop.options, "forget", "record", review, "--exported", file)
    assert ran.is_refused("is not the same as in the file")
    assert here(*shop.options, "import", file).is_done()


def test_that_what_is_no_backup_is_not_restored(here: Here, shop: Shop, tmp_path: Path) -> None:
    file, folder = tmp_path / "backup", tmp_path / "store"
    file.write_bytes(b"not a backup")
    assert here("--store", folder, "restore", file).is_refused("is not a backup of a store")
    ran = here("--store", folder, "restore", tmp_path / "nowhere")
    assert ran.is_refused("There is no file called nowhere.")
    assert here("--store", shop.store, "restore", file).is_refused("There is a store here already.")


def test_that_a_good_form_has_nothing_wrong_with_it(here: Here) -> None:
    ran = here("forms", "check", FORMS / "cla-review" / "v1.yaml")
    assert ran.is_done()
    assert ran.out == "v1.yaml: nothing is wrong with it.\n"


def test_that_each_fault_of_a_form_has_a_line_that_says_where(here: Here) -> None:
    file = FAULTY_FORMS / "several_faults_at_once.yaml"
    ran = here("forms", "check", file)
    assert (ran.code, ran.out) == (1, "")
    lines = ran.err.splitlines()
    assert len(lines) > 1
    for line in lines:
        assert re.match(rf"{re.escape(str(file))}:\d+:\d+  F\d{{3}}  \S", line)


def test_that_a_form_that_is_not_there_is_refused(here: Here, tmp_path: Path) -> None:
    ran = here("forms", "check", tmp_path / "nowhere.yaml")
    assert ran.is_refused("cannot be opened")


def test_that_a_demonstration_throws_away_no_store_but_its_own(
    here: Here, own_shop: Shop, tmp_path: Path
) -> None:
    before = (own_shop.store / "store.db").read_bytes()
    for note in (None, PASSPHRASE):
        if note is not None:
            (tmp_path / "store.passphrase").write_text(note, "utf-8")
        ran = here("demo", "--headless", "--out", tmp_path)
        assert ran.is_refused("There is a store here already.")
    assert (own_shop.store / "store.db").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("sing",),
        ("import",),
        ("write", "letter", "r"),
        ("write", "letter", "r", "--out", "x", "--format", "odt"),
        ("export", "child", "r", "--out", "x"),
        ("forget", "record", "r"),
        ("forms", "mend", "x"),
        ("--store",),
    ],
)
def test_that_wrong_usage_ends_with_2_before_anything_is_read(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run_here(*words)
    assert ended.value.code == 2
    assert "usage: iro-desktop" in capsys.readouterr().err
