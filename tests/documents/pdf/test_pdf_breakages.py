"""That the validators would see it: one property of a conforming file is broken at a time."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from conformance import faults, verapdf_faults, why_no_verapdf
from spoken_documents import document_in, every_block

from iro_desktop.documents.pdf import write_pdf

Breakage = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def good() -> bytes:
    return write_pdf(document_in("en-GB", *every_block("en-GB")))[0]


def elements(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Dictionary]:
    def walk(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
        yield element
        for kid in element.get("/K", ()):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from walk(kid)

    return [each for each in walk(pdf.Root.StructTreeRoot.K[0]) if f"/{tag}" == each.S]


def without_alternative(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0]["/Alt"]


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def without_mark_info(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def rewritten(pdf: pikepdf.Pdf, pattern: str) -> None:
    packet = pdf.Root.Metadata.read_bytes().decode()
    changed = re.sub(pattern, "", packet, flags=re.DOTALL)
    assert changed != packet
    pdf.Root.Metadata.write(changed.encode())


def without_title(pdf: pikepdf.Pdf) -> None:
    rewritten(pdf, "<dc:title>.*</dc:title>")


def without_identification(pdf: pikepdf.Pdf) -> None:
    rewritten(pdf, "<pdfuaid:part>1</pdfuaid:part>")


def without_scope(pdf: pikepdf.Pdf) -> None:
    for cell in elements(pdf, "TH"):
        del cell["/A"]


def with_a_heading_too_deep(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[0].S = pikepdf.Name.H3


def without_unicode(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        del font["/ToUnicode"]


def with_untagged_content(pdf: pikepdf.Pdf) -> None:
    contents = pdf.pages[0].obj.Contents
    contents.write(contents.read_bytes().replace(b"/P <</MCID 1>> BDC", b"/P BMC", 1))


def without_words_for_links(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            del annotation["/Contents"]


def without_showing_the_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


def with_an_item_of_no_body(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "LBody")[0].S = pikepdf.Name.P


def with_a_row_that_is_none(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "TR")[0].S = pikepdf.Name.P


def without_an_order_of_tabs(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        del page.obj["/Tabs"]


def with_a_font_outside(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def without_an_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def with_widths_that_are_wrong(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        widths = font.DescendantFonts[0].W[1]
        for index in range(len(widths)):
            widths[index] = 333


def with_an_empty_parent_tree(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1] = pikepdf.Array([])


OF_PDF_UA = (
    without_alternative,
    without_language,
    without_mark_info,
    without_title,
    without_identification,
    without_scope,
    with_a_heading_too_deep,
    without_unicode,
    with_untagged_content,
    without_words_for_links,
    without_showing_the_title,
    with_an_item_of_no_body,
    with_a_row_that_is_none,
    without_an_order_of_tabs,
    with_a_font_outside,
)
OF_PDF_A = (without_an_output_intent, with_widths_that_are_wrong)
SEEN_BY_VERAPDF_ALONE = (with_an_empty_parent_tree,)


def broken(good: bytes, breakage: Breakage | None, file: Path) -> Path:
    with pikepdf.open(BytesIO(good)) as pdf:
        if breakage:
            breakage(pdf)
        pdf.save(file)
    return file


def test_that_a_file_which_nobody_broke_is_found_faultless(good: bytes, tmp_path: Path) -> None:
    assert faults(broken(good, None, tmp_path / "whole.pdf")) == []


@pytest.mark.parametrize(
    "breakage", [*OF_PDF_UA, *OF_PDF_A], ids=lambda breakage: breakage.__name__
)
def test_that_what_is_broken_is_seen(good: bytes, breakage: Breakage, tmp_path: Path) -> None:
    assert faults(broken(good, breakage, tmp_path / "broken.pdf"))


@pytest.mark.skipif(bool(why_no_verapdf()), reason=why_no_verapdf() or "veraPDF is here")
@pytest.mark.parametrize(
    ("profile", "breakages"),
    [("ua1", (*OF_PDF_UA, *SEEN_BY_VERAPDF_ALONE)), ("2a", OF_PDF_A)],
    ids=["PDF/UA-1", "PDF/A-2a"],
)
def test_that_verapdf_sees_what_is_broken(
    good: bytes, profile: str, breakages: tuple[Breakage, ...], tmp_path: Path
) -> None:
    files = [
        broken(good, breakage, tmp_path / f"{breakage.__name__}.pdf") for breakage in breakages
    ]
    found = verapdf_faults(files, profile)
    assert [name for name, faults_found in found.items() if not faults_found] == []
