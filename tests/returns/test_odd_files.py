import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from return_files import LIST_8, REVIEWS, codes_of, csv_of, workbook

from iro_desktop.returns import opening, workbooks
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.opening import read_bytes
from iro_desktop.returns.reading import read_file
from iro_desktop.returns.tables import Opened

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
WORKBOOK = workbook({"List 8": [LIST_8]})


def zipped(**entries: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries.items():
            packed.writestr(name, data)
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (b"", Finding.EMPTY_FILE),
        (b" \r\n\t\n", Finding.EMPTY_FILE),
        (b"\xef\xbb\xbf", Finding.EMPTY_FILE),
        (b"\xff\xfe", Finding.EMPTY_FILE),
        (b"\0\0\0\0", Finding.EMPTY_FILE),
        (bytes(range(256)) * 20, Finding.NOT_TEXT),
        (b"%PDF-1.7\n" + bytes(range(128, 256)) * 4 + bytes(range(32)) * 4, Finding.NOT_TEXT),
        (csv_of(REVIEWS), Finding.NO_ROWS),
        (OLE, Finding.OLD_WORKBOOK),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Finding.LOCKED_WORKBOOK),
        (b"PK\x03\x04 and nothing more", Finding.DAMAGED_WORKBOOK),
        (WORKBOOK[: len(WORKBOOK) // 2], Finding.DAMAGED_WORKBOOK),
        (zipped(a=b"not a workbook"), Finding.DAMAGED_WORKBOOK),
        (workbook({"Nothing": []}), Finding.EMPTY_FILE),
        (b"<EXPSSDA903><CHILD></EXPSSDA903>", Finding.BROKEN_XML),
        (b"<EXPSSDA903><CHILD>", Finding.BROKEN_XML),
        (b"<?xml version='1.0' encoding='klingon'?><EXPSSDA903/>", Finding.BROKEN_XML),
        (b"<html><body/></html>", Finding.OTHER_XML),
        (b"<EXPSSDA903/>", Finding.NO_ROWS),
        (
            b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><EXPSSDA903>&c;</EXPSSDA903>',
            Finding.XML_WITH_ENTITIES,
        ),
        (
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><EXPSSDA903>&a;</EXPSSDA903>',
            Finding.XML_WITH_ENTITIES,
        ),
        (b"<EXPSSDA903>" + b"<A>" * 5000, Finding.BROKEN_XML),
    ],
)
def test_that_every_odd_file_has_its_own_problem(data: bytes, finding: Finding) -> None:
    assert codes_of(read_file("made-up", data)) == [finding]


def test_that_a_swollen_workbook_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_BYTES_UNPACKED", 1_000_000)
    bomb = zipped(**{"xl/worksheets/sheet1.xml": b"0" * 1_000_001})
    assert len(bomb) < 10_000
    assert codes_of(read_file("made-up.xlsx", bomb)) == [Finding.SWOLLEN_WORKBOOK]


def test_that_a_file_too_big_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 10)
    path = tmp_path / "big.csv"
    path.write_bytes(b"x" * 11)
    found = read_bytes(path)
    assert isinstance(found, Opened)
    assert [problem.code for problem in found.problems] == [Finding.TOO_BIG]


def test_that_a_file_the_system_will_not_give_is_told(tmp_path: Path) -> None:
    found = read_bytes(tmp_path)  # a folder cannot be read as a file, whoever asks
    assert isinstance(found, Opened)
    (problem,) = found.problems
    assert problem.code is Finding.CANNOT_BE_OPENED
    assert problem.data["value"]
    assert os.fspath(tmp_path) not in problem.data["value"]


@given(at=st.integers(0, len(WORKBOOK) - 1), byte=st.integers(0, 255))
def test_that_a_workbook_with_any_byte_changed_is_read_or_refused(at: int, byte: int) -> None:
    damaged = WORKBOOK[:at] + bytes([byte]) + WORKBOOK[at + 1 :]
    assert codes_of(read_file("made-up.xlsx", damaged))


XML = (
    b"<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><DOB>01/01/2015</DOB></HEADER></CHILD>"
    b"</EXPSSDA903>"
)


@given(at=st.integers(1, len(XML) - 1), data=st.binary(max_size=3))
def test_that_xml_with_any_bytes_put_in_is_read_or_refused(at: int, data: bytes) -> None:
    file = read_file("made-up.xml", XML[:at] + data + XML[at:])
    assert any(table.rows or table.problems for table in file.tables)
