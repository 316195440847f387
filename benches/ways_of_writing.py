"""Other ways of making the same document, each run in a process of its own: how long, how much.

`python -m benches.ways_of_writing WAY DOCUMENT LANGUAGE` says what one way takes, as JSON. On
Linux alone. WeasyPrint is measured where `IRO_BENCH_PYTHON` names a Python that has it: the
project does not depend on it.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from benches.made_up_documents import DOCUMENTS
from iro_desktop import paths
from iro_desktop.documents.blocks import (
    Document,
    Facts,
    Heading,
    ListItems,
    Paragraph,
    Quotation,
    Table,
    text_of,
)
from iro_desktop.documents.formats import Format
from iro_desktop.documents.writers import write

OURS = "ours"
TIMES = 7
_KIB = 1024
_WEASYPRINT = """
import json, statistics, sys, time
from weasyprint import HTML
html, times = sys.argv[1], []
for _ in range(4):
    began = time.perf_counter()
    HTML(html).write_pdf(pdf_variant="pdf/ua-1")
    times.append(time.perf_counter() - began)
(peak,) = (line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps({"ms": statistics.median(times[1:]) * 1000, "mb": int(peak) / 1024}))
"""
Line = tuple[str, list[list[str]]]


def main(way: str, name: str, language: str) -> int:
    """Measure one way in this process."""
    document = DOCUMENTS[name](language)
    sys.stdout.write(json.dumps(WAYS[way](document)) + "\n")
    return 0


def measured(way: str, name: str, language: str) -> dict[str, float] | None:
    """Milliseconds (`ms`) and peak memory (`mb`) of one way; nothing where it is not here."""
    command = [sys.executable, "-m", "benches.ways_of_writing", way, name, language]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    found: dict[str, float] | None = json.loads(done.stdout.splitlines()[-1])
    return found


def _repeated(make: Callable[[], object]) -> dict[str, float]:
    make()
    times = []
    for _ in range(TIMES):
        began = time.perf_counter()
        make()
        times.append(time.perf_counter() - began)
    return {"ms": statistics.median(times) * 1000, "mb": _peak_mb()}


def _peak_mb() -> float:
    """The most memory this process ever had; what it was forked from does not count."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (peak,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(peak) / _KIB


def _peak_mb_of_children() -> float:
    import resource  # noqa: PLC0415  # not on Windows

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _KIB


def _ours(document: Document) -> dict[str, float]:
    return _repeated(lambda: write(document, Format.PDF))


def _reportlab(document: Document) -> dict[str, float]:
    """As it comes, reportlab writes no tags and shapes nothing."""
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics, ttfonts  # noqa: PLC0415
    from reportlab.platypus import Paragraph as Para  # noqa: PLC0415
    from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415
    from reportlab.platypus import Table as Grid  # noqa: PLC0415

    font = paths.resources() / "fonts" / "noto-sans" / "NotoSans_400Regular.ttf"
    pdfmetrics.registerFont(ttfonts.TTFont("Stock", str(font)))
    style = ParagraphStyle("stock", fontName="Stock", fontSize=11, leading=16)

    def make() -> None:
        story = [
            Grid([[Para(cell, style) for cell in row] for row in rows])
            if rows
            else Para(text, style)
            for text, rows in _lines(document)
        ]
        SimpleDocTemplate(BytesIO()).build(story)

    return _repeated(make)


def _python_docx(document: Document) -> dict[str, float]:
    import docx  # noqa: PLC0415

    def make() -> None:
        word = docx.Document()
        for text, rows in _lines(document):
            if not rows:
                word.add_paragraph(text)
                continue
            table = word.add_table(rows=len(rows), cols=len(rows[0]))
            for line, row in zip(table.rows, rows, strict=True):
                for cell, words in zip(line.cells, row, strict=True):
                    cell.text = words
        word.save(BytesIO())

    return _repeated(make)


def _weasyprint(document: Document) -> dict[str, float] | None:
    python = os.environ.get("IRO_BENCH_PYTHON")
    if not python:
        return None
    with TemporaryDirectory() as folder:
        html = Path(folder) / "document.html"
        html.write_bytes(write(document, Format.HTML).data)
        command = [python, "-c", _WEASYPRINT, str(html)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _libreoffice(document: Document) -> dict[str, float] | None:
    """With the start of the program, as a conversion needs it each time."""
    office = shutil.which("soffice")
    if office is None:
        return None
    with TemporaryDirectory() as folder:
        source = Path(folder) / "document.docx"
        source.write_bytes(write(document, Format.DOCX).data)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        times = []
        for _ in range(3):
            began = time.perf_counter()
            subprocess.run([*command, str(source)], capture_output=True, check=True)  # noqa: S603
            times.append(time.perf_counter() - began)
    return {"ms": min(times) * 1000, "mb": _peak_mb_of_children()}


def _lines(document: Document) -> Iterable[Line]:
    """The texts of a document, one after the other, and its tables."""
    for block in document.blocks:
        match block:
            case Heading():
                yield block.text, []
            case Paragraph():
                yield text_of(block.spans), []
            case Quotation():
                yield block.words, []
                yield block.source, []
            case ListItems():
                yield from ((text_of(item), []) for item in block.items)
            case Facts():
                yield "", [[label, text_of(value)] for label, value in block.items]
            case Table():
                rows = [[text_of(cell) for cell in row.cells] for row in block.rows]
                yield "", [[*block.header], *rows]
            case _:
                raise TypeError(type(block).__name__)


WAYS: dict[str, Callable[[Document], dict[str, float] | None]] = {
    OURS: _ours,
    "stock reportlab, no tags": _reportlab,
    "python-docx alone": _python_docx,
    "WeasyPrint, PDF/UA": _weasyprint,
    "LibreOffice from .docx": _libreoffice,
}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
