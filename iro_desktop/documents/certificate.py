"""A certificate for the child, to hang on a wall: what for, and from whom.

It says nothing of care, of a review or of an office, for visitors read what hangs on a wall.
"""

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    Notice,
    Paragraph,
    ParagraphStyle,
    plain,
)
from iro_desktop.documents.frames import say, signature
from iro_desktop.documents.material import Material
from iro_desktop.documents.written_text import Written
from iro_desktop.domain.correspondence import DocumentKind


def build_certificate(material: Material) -> Document:
    """The certificate as a neutral document. What it is for is what the IRO wrote."""
    tr, record = material.tr, material.record
    return Document(
        title=tr("Certificate"),
        language=tr.language.code,
        design=Design.CERTIFICATE,
        blocks=(
            Heading(1, tr("Certificate")),
            *_draft(material),
            _for_whom(material),
            *_what_for(material),
            signature(record.iro.name),
        ),
        right_to_left=tr.language.right_to_left,
        author=record.iro.name.strip(),
        made_up=record.child.made_up,
    )


def _draft(material: Material) -> tuple[Block, ...]:
    return (Notice(plain(material.tr("Draft. This may still change."))),) if material.draft else ()


def _for_whom(material: Material) -> Block:
    tr, child = material.tr, material.record.child
    name = child.known_as.strip()
    words = tr("This is for {name}", name=name) if name else tr("This is for you")
    return Paragraph(plain(words), ParagraphStyle.LEAD)


def _what_for(material: Material) -> tuple[Block, ...]:
    tr, review = material.tr, material.record.review
    written = Written(material, DocumentKind.CERTIFICATE)
    day = review.closed_on or review.held_on
    return (
        *written.words("what_for"),
        *written.words("words"),
        *((say(tr.date(day)),) if day else ()),
    )
