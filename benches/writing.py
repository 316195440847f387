"""Writing the letter and the minutes of one review, and the same documents made in other ways."""

import sys
from collections.abc import Iterator
from itertools import product

from benches.figures import Figure, median_ms
from benches.made_up_documents import DOCUMENTS
from benches.made_up_store import made_up_workspace
from benches.ways_of_writing import OURS, WAYS, measured
from iro_desktop.documents.blocks import Document
from iro_desktop.documents.formats import Format
from iro_desktop.documents.writers import write
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.review import Origin, ReviewStatus
from iro_desktop.i18n import Translator
from iro_desktop.services.writing import compose

TIMES = 7
MADE_UP = (("letter", "en-GB"), ("letter", "ar"), ("letter", "zh-Hant"), ("minutes", "en-GB"))
PAGES_LIMITS_MS = {"letter": 60.0, "minutes": 480.0}
LIMITS_MS = {Format.PDF: 250.0, Format.DOCX: 750.0}


def figures() -> Iterator[Figure]:
    """The libraries are loaded before the measuring begins."""
    tr = Translator()
    with made_up_workspace() as workspace:
        with workspace.uow_factory() as uow:
            review = [
                one
                for one in uow.reviews.all()
                if one.status is ReviewStatus.CLOSED and one.origin is Origin.LAPTOP
            ][-1]
        for kind, format_ in product((DocumentKind.LETTER, DocumentKind.MINUTES), LIMITS_MS):

            def make(_run: int, kind: DocumentKind = kind, format_: Format = format_) -> None:
                write(compose(workspace, review.id, kind, tr), format_)

            make(0)
            yield Figure(f"{kind} as {format_}", median_ms(make, TIMES), LIMITS_MS[format_], "ms")
    for name, language in MADE_UP:
        document = DOCUMENTS[name](language)

        def make_pdf(_run: int, document: Document = document) -> None:
            write(document, Format.PDF)

        make_pdf(0)
        limit = PAGES_LIMITS_MS[name]
        yield Figure(f"made-up {name}, {language}", median_ms(make_pdf, TIMES), limit, "ms")


def side_by_side() -> Iterator[str]:
    """The same documents made in other ways: time, peak memory, and ours as a share of it."""
    if not sys.platform.startswith("linux"):
        yield "Other ways of writing are measured on Linux alone."
        return
    yield f"{'':44}{'time':>11}{'memory':>11}{'ours / theirs':>16}"
    for name, language in MADE_UP:
        ours = measured(OURS, name, language) or {}
        for way in WAYS:
            theirs = ours if way == OURS else measured(way, name, language)
            what = f"{name} {language}: {way}"
            if theirs is None:
                yield f"{what:44}not installed here"
                continue
            shares = [f"{ours[unit] / theirs[unit]:.2f}" for unit in ("ms", "mb")]
            figures = f"{theirs['ms']:8.1f} ms{theirs['mb']:8.1f} MB"
            yield f"{what:44}{figures}{shares[0]:>8}{shares[1]:>8}"
