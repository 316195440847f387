"""The ways in which a signed version goes to someone, and one order to send it. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from iro_desktop.documents.formats import Format
from iro_desktop.domain.document_versions import SendingWay
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.services.changed import Changed
from iro_desktop.services.sending import Recipient
from iro_desktop.ui.words.versions import format_in_words


class Way(StrEnum):
    """What the person does. Two of them write a file that is handed over."""

    PAPER = "paper"
    EMAIL = "email"
    PROTECTED = "protected"
    FOLDER = "folder"
    FILE = "file"
    SOUND = "sound"

    @property
    def noted_as(self) -> SendingWay:
        """As what it is noted."""
        return {
            Way.PAPER: SendingWay.PRINTED,
            Way.EMAIL: SendingWay.EMAIL,
            Way.PROTECTED: SendingWay.PROTECTED_PDF,
            Way.FOLDER: SendingWay.COUNCIL_FOLDER,
        }.get(self, SendingWay.HANDED_OVER)

    @property
    def has_formats(self) -> bool:
        """Whether the person chooses what kind of file it is."""
        return self in {Way.EMAIL, Way.FOLDER, Way.FILE}

    @property
    def ending(self) -> str:
        """How the name of what is written ends; empty where the kind of file says it."""
        return {Way.EMAIL: "eml", Way.PAPER: "pdf", Way.PROTECTED: "pdf", Way.SOUND: "wav"}.get(
            self, ""
        )


@dataclass(frozen=True, slots=True)
class Order:
    """Which version goes to whom, and how: whatever the screen turns to meanwhile."""

    version: EntityId
    to: Recipient
    way: Way
    file_format: Format = Format.PDF


@dataclass(frozen=True, slots=True)
class Done:
    """What was written and noted. `password` is shown once and kept nowhere."""

    order: Order
    name: str
    changed: Changed
    password: str = field(default="", repr=False)

    @property
    def said(self) -> str:
        """What was done, in a sentence."""
        name = self.order.to.name
        if not self.name:
            return tr("Noted: it has gone to {name}.", name=name)
        return tr("{file} is saved, and noted as sent to {name}.", file=self.name, name=name)


def way_options() -> tuple[Option, ...]:
    """Every way, as a field offers it."""
    words = {
        Way.PAPER: tr("On paper"),
        Way.EMAIL: tr("By e-mail"),
        Way.PROTECTED: tr("As a PDF with a password, for someone outside"),
        Way.FOLDER: tr("In a folder for the council’s own system"),
        Way.FILE: tr("As a file, handed over"),
        Way.SOUND: tr("As a sound file, to be heard"),
    }
    return tuple(Option(way.value, text) for way, text in words.items())


def explanation(way: Way) -> str:
    """What will happen, and what to take care of."""
    return {
        Way.PAPER: tr("It is printed as it was signed. To print elsewhere, save the PDF."),
        Way.EMAIL: tr(
            "A draft with the document attached is saved. Open it in your mail program, choose the "
            "address there and send it, by secure mail only. Then delete the file."
        ),
        Way.PROTECTED: tr(
            "The PDF opens with a password only, which is shown to you once. Send the file, and "
            "tell the password by another road: by telephone or face to face."
        ),
        Way.FOLDER: tr(
            "A new folder is made with the document and a list of what is in it. It is not "
            "encrypted: make it where only the council can read."
        ),
        Way.FILE: tr("It is not encrypted: hand it over yourself, or by a safe road."),
        Way.SOUND: tr("The computer’s voice reads it. The file is not encrypted."),
    }[way]


def button_words(way: Way) -> tuple[str, str]:
    """What the button says that does it, and its icon."""
    return {
        Way.PAPER: (tr("Print…"), "printer"),
        Way.EMAIL: (tr("Save the e-mail…"), "mail"),
        Way.PROTECTED: (tr("Save the PDF…"), "lock"),
        Way.FOLDER: (tr("Choose where…"), "folder-open"),
        Way.FILE: (tr("Save the file…"), "download"),
        Way.SOUND: (tr("Save the sound…"), "download"),
    }[way]


def format_options(only: Iterable[Format] = Format) -> tuple[Option, ...]:
    """Kinds of file; a PDF first, which looks the same to everyone."""
    kinds = sorted(only, key=lambda kind: kind is not Format.PDF)
    return tuple(Option(kind.value, format_in_words(kind.value)) for kind in kinds)
