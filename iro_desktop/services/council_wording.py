"""A council's own wording of a kind of document, one for each language it is written in.

It is the council's fixed text: nobody's words about a child stand in it, so it is neither cut nor
sent to a translator; where a language has none, the document keeps its own wording.
"""

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.document_parts import parts_of
from iro_desktop.documents.material import Material
from iro_desktop.documents.part_names import never_left_out, part_names
from iro_desktop.documents.templates.checking import (
    MOST_CHARACTERS,
    checked_template,
    named_parts,
)
from iro_desktop.documents.templates.faults import line_of
from iro_desktop.documents.templates.fields import TITLE, fields_of, values_of
from iro_desktop.documents.templates.filling import filled_document
from iro_desktop.documents.templates.reader import Reading
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import CouncilWordingRefused
from iro_desktop.services.ports import Settings, UnitOfWorkFactory


def keep(uow_factory: UnitOfWorkFactory, kind: DocumentKind, language: str, text: str) -> Changed:
    """Word this kind of document so from now on, in this language. Another draft of it stays.

    Raises:
        CouncilWordingRefused: something in it is wrong; then nothing changes.
    """
    problems = checked(kind, text).problems
    if problems:
        raise CouncilWordingRefused(
            why="\n".join(line_of(problem).removeprefix(":") for problem in problems)
        )
    return _keep(uow_factory, kind, language, text)


def keep_draft(
    uow_factory: UnitOfWorkFactory, kind: DocumentKind, language: str, text: str, began_as: str = ""
) -> None:
    """Keep a wording that is still being written, faulty or not; no document is made of it.

    One that says what the wording in use says is no draft, nor is one that begins anew. `began_as`
    is the wording that was in use as it was begun: the council may send another meanwhile.
    """
    with uow_factory() as uow:
        used = wording_of(uow.settings, kind, language)
        told = "" if text in {used, starting_text(kind)} and used in {text, ""} else text
        uow.settings.set(_draft(kind, language), told[: MOST_CHARACTERS + 1])
        uow.settings.set(_beginning(kind, language), began_as if told else "")


def draft_of(settings: Settings, kind: DocumentKind, language: str) -> str:
    """The wording that is being written and not kept yet; empty where there is none."""
    return settings.get(_draft(kind, language))


def beginning_of(settings: Settings, kind: DocumentKind, language: str) -> str:
    """The wording in use that what is written on now was begun with."""
    is_draft = bool(draft_of(settings, kind, language))
    return settings.get((_beginning if is_draft else _name)(kind, language))


def drop(uow_factory: UnitOfWorkFactory, kind: DocumentKind, language: str) -> Changed:
    """Word this kind of document as the program does again, in this language. A draft stays."""
    return _keep(uow_factory, kind, language, "")


def drop_draft(uow_factory: UnitOfWorkFactory, kind: DocumentKind, language: str) -> None:
    """Let go of what is being written."""
    with uow_factory() as uow:
        uow.settings.set(_draft(kind, language), "")
        uow.settings.set(_beginning(kind, language), "")


def wording_of(settings: Settings, kind: DocumentKind, language: str) -> str:
    """The council's wording; empty where it has none."""
    return settings.get(_name(kind, language))


def worded(settings: Settings) -> tuple[tuple[DocumentKind, str], ...]:
    """Every kind and language for which the council has a wording of its own."""
    return tuple(
        (kind, language)
        for kind in DocumentKind
        for language in LANGUAGES
        if wording_of(settings, kind, language)
    )


def checked(kind: DocumentKind, text: str) -> Reading:
    """A wording read, with everything that is wrong with it, in the order of its lines."""
    parts = frozenset(part_names(kind))
    return checked_template(text, parts, never_left_out(kind), fields_of(kind))


def starting_text(kind: DocumentKind) -> str:
    """A wording that gives what the document is without any: its title, its parts, their order."""
    lines = [f"# {{{{{TITLE}}}}}", *(f"{{{{{name}}}}}" for name in part_names(kind))]
    return "\n\n".join(lines) + "\n"


def left_out(kind: DocumentKind, text: str) -> tuple[str, ...]:
    """The parts of the document that a wording says nothing of, in their order."""
    named = named_parts(checked(kind, text).pieces)
    return tuple(name for name in part_names(kind) if name not in named)


def in_councils_words(
    document: Document, kind: DocumentKind, material: Material, settings: Settings
) -> Document:
    """A document as its builder made it, in the council's wording where it has one.

    A wording that a later version of the program refuses is passed over: no decision is lost by it.
    """
    text = wording_of(settings, kind, material.tr.language.code)
    return in_words_of(document, kind, material, text)


def in_words_of(document: Document, kind: DocumentKind, material: Material, text: str) -> Document:
    """The same in a given wording; as it is where that is empty, or where it is refused."""
    reading = checked(kind, text) if text else None
    if reading is None or reading.problems:
        return document
    return filled_document(reading.pieces, document, parts_of(document), values_of(material))


def _keep(uow_factory: UnitOfWorkFactory, kind: DocumentKind, language: str, text: str) -> Changed:
    name = _name(kind, language)
    with uow_factory() as uow:
        if draft_of(uow.settings, kind, language) == text:
            uow.settings.set(_draft(kind, language), "")
            uow.settings.set(_beginning(kind, language), "")
        if uow.settings.get(name) == text:
            return Changed()
        uow.settings.set(name, text)
    return Changed(frozenset({Topic.DOCUMENTS}))


def _draft(kind: DocumentKind, language: str) -> str:
    return f"wording_draft.{kind.value}.{language}"


def _beginning(kind: DocumentKind, language: str) -> str:
    return f"wording_draft_began_as.{kind.value}.{language}"


def _name(kind: DocumentKind, language: str) -> str:
    return f"wording.{kind.value}.{language}"
