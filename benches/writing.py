"""Writing the letter and the minutes of one review, from the record to the bytes."""

from collections.abc import Iterator
from itertools import product

from benches.figures import Figure, median_ms
from benches.made_up_store import made_up_workspace
from iro_desktop.documents.writers import Format, write
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.review import Origin, ReviewStatus
from iro_desktop.i18n import Translator
from iro_desktop.services.writing import compose

TIMES = 7
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
        for kind, format_ in product(DocumentKind, LIMITS_MS):

            def make(_run: int, kind: DocumentKind = kind, format_: Format = format_) -> None:
                write(compose(workspace, review.id, kind, tr), format_)

            make(0)
            yield Figure(f"{kind} as {format_}", median_ms(make, TIMES), LIMITS_MS[format_], "ms")
