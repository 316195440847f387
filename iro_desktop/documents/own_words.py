"""The child's own words and pictures, as far as the child shares them with everyone."""

from base64 import b64decode
from collections.abc import Callable

from iro_desktop.documents import phrases
from iro_desktop.documents.blocks import Block, Paragraph, Picture, Quotation, authored, plain
from iro_desktop.documents.filled import filled
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.i18n.translator import Translator


def quotations(
    record: ReviewRecord, source: Callable[[View], str], tr: Translator
) -> tuple[Block, ...]:
    """Each view word for word, with how it came, and what it is about where that was written."""
    shared = [view for view in record.views if view.may_be_printed and view.words.strip()]
    found: list[Block] = []
    for view in sorted(shared, key=lambda view: view.position):
        about = view.about.strip()
        if about:
            lead = filled(tr("About: {subject}"), subject=authored(about))
            found.append(Paragraph(lead, keep_with_next=True))
        found.append(Quotation(view.words, source(view)))
    return tuple(found)


def source_of(view: View, tr: Translator) -> str:
    """How the words came, from whom and when, for the file."""
    parts = [phrases.heard(view.how, tr)]
    if view.heard_by.strip():
        parts.append(tr("heard by {name}", name=view.heard_by.strip()))
    if view.heard_on:
        parts.append(tr.date(view.heard_on))
    return ", ".join(parts)


def pictures(record: ReviewRecord, lead_in: str, share: float) -> tuple[Block, ...]:
    """Each drawing and photo with what is seen in it, after its lead-in; nothing without any."""
    shared = [picture for picture in record.pictures if picture.may_be_printed]
    if not shared:
        return ()
    in_order = sorted(shared, key=lambda picture: picture.position)
    return (
        Paragraph(plain(lead_in), keep_with_next=True),
        *(
            Picture(
                b64decode(picture.image),
                picture.description.strip(),
                authored(picture.description.strip()),
                share,
            )
            for picture in in_order
        ),
    )
