"""What stands around a letter and around a report: its head, whether it is a draft, who signs."""

from collections.abc import Sequence
from dataclasses import replace

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    Notice,
    Paragraph,
    ParagraphStyle,
    Signature,
    plain,
)
from iro_desktop.documents.material import Material
from iro_desktop.i18n.translator import Translator


def say(sentence: str) -> Paragraph:
    """A fixed sentence as a paragraph of its own."""
    return Paragraph(plain(sentence))


def lead_in(sentence: str) -> Paragraph:
    """A sentence that belongs to what comes right after it."""
    return Paragraph(plain(sentence), keep_with_next=True)


def reference_of(material: Material) -> str:
    """What stands for the review in papers for adults."""
    return material.reference or material.record.review.id[:8].upper()


def greeting(name: str, tr: Translator) -> str:
    """How a letter begins; without a name where none is known."""
    return tr("Dear {name},", name=name.strip()) if name.strip() else tr("Hello,")


def letter_to_the_child(material: Material, title: str, blocks: Sequence[Block]) -> Document:
    """A letter from the IRO to the child."""
    tr = material.tr
    return _document(
        material,
        title,
        Design.LETTER,
        (*_opened(material, title, material.record.child.known_as), *blocks),
        sign_off(material, tr("Your independent reviewing officer")),
        running_title=tr("A letter for you"),
    )


def letter_to_an_adult(material: Material, title: str, blocks: Sequence[Block]) -> Document:
    """A letter from the IRO to someone who works with the child, or to the family."""
    tr, iro = material.tr, material.record.iro
    return _document(
        material,
        title,
        Design.LETTER,
        (*_opened(material, title, material.reader_name), *blocks),
        sign_off(material, tr("Independent reviewing officer"), iro.telephone, iro.email),
        running_title=tr("Review {reference}", reference=reference_of(material)),
    )


def sheet_for_the_child(material: Material, title: str, blocks: Sequence[Block]) -> Document:
    """A leaflet or a form for the child, which nobody signs."""
    tr = material.tr
    head = (Heading(1, title), *_draft(material, tr("Draft. This may still change.")))
    return _document(
        material, title, Design.LETTER, (*head, *blocks), (), running_title=tr("For you")
    )


def report(
    material: Material, title: str, blocks: Sequence[Block], signature: Sequence[Block]
) -> Document:
    """A report for the file, the council or a court."""
    tr = material.tr
    head = (Heading(1, title), *_draft(material, tr("Draft. This may still change.")))
    return _document(
        material,
        title,
        Design.MINUTES,
        (*head, *blocks),
        signature,
        running_title=tr("Review {reference}", reference=reference_of(material)),
    )


def sign_off(material: Material, office: str, *reach: str) -> tuple[Block, ...]:
    """The farewell of a letter, who signs it, and how to reach them."""
    iro = material.record.iro
    farewell = Paragraph(plain(material.tr("With best wishes,")), keep_with_next=True)
    return (farewell, signature(iro.name, office, iro.authority, *reach))


def signature(*lines: str) -> Signature:
    """Those lines of a signature that say something."""
    return Signature(tuple(line.strip() for line in lines if line.strip()))


def _opened(material: Material, title: str, name: str) -> tuple[Block, ...]:
    """The letterhead, and the greeting."""
    greeted = Paragraph(plain(greeting(name, material.tr)), ParagraphStyle.LEAD)
    return (*_letterhead(material, title), greeted)


def _letterhead(material: Material, title: str) -> tuple[Block, ...]:
    tr, authority = material.tr, material.record.iro.authority.strip()
    address = (Paragraph(plain(authority), ParagraphStyle.ADDRESS),) if authority else ()
    notice = _draft(material, tr("Draft. This letter has not been sent."))
    return (*address, Heading(1, title), *notice)


def _draft(material: Material, notice: str) -> tuple[Block, ...]:
    return (Notice(plain(notice)),) if material.draft else ()


def _document(
    material: Material,
    title: str,
    design: Design,
    blocks: tuple[Block, ...],
    ending: Sequence[Block],
    *,
    running_title: str,
) -> Document:
    tr, record = material.tr, material.record
    return Document(
        title=title,
        language=tr.language.code,
        design=design,
        blocks=(*held_to_the_end(blocks, ending), *ending),
        right_to_left=tr.language.right_to_left,
        running_title=running_title,
        author=record.iro.name.strip(),
        made_up=record.child.made_up,
        draft=material.draft,
    )


def held_to_the_end(blocks: tuple[Block, ...], ending: Sequence[Block]) -> tuple[Block, ...]:
    """The last paragraph goes over the page with the name beneath it: no name stands alone."""
    last = blocks[-1] if blocks else None
    if ending and isinstance(last, Paragraph):
        return (*blocks[:-1], replace(last, keep_with_next=True))
    return blocks
