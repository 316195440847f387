"""The versions of one copy, without the screen: drafted, checked, signed, corrected, answered.

`send` and `pages_to_print` take all they need and may run in the background; the rest answers at
once. Each raises the KnownFaults of the service it calls.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from iro_desktop.documents.formats import Format
from iro_desktop.documents.html import Palette, body_points, write_html
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.wishes_and_feelings import HeardHow
from iro_desktop.i18n.languages import ENGLISH
from iro_desktop.services import audio, copies, replies, sending, versions, writing
from iro_desktop.services.changed import Changed
from iro_desktop.services.council_folder import Wanted, write_council_folder
from iro_desktop.services.private_file import write_file
from iro_desktop.services.protected_pdf import write_protected_pdf
from iro_desktop.services.sending import file_of, require_safe_for
from iro_desktop.services.spoken_copies import write_spoken
from iro_desktop.services.what_changed import WhatChanged
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.writing.versions.managers_answer import ManagersAnswer
from iro_desktop.ui.writing.versions.page import HAS_DECISIONS, Page, page_of
from iro_desktop.ui.writing.versions.send_order import Done, Order, Way


class VersionsPresenter:
    """One copy's versions."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace = workspace
        self._tell = tell
        self._wanted: CopyWanted | None = None

    @property
    def wanted(self) -> CopyWanted:
        """The copy whose versions are shown."""
        assert self._wanted is not None  # noqa: S101 - a panel opens a copy before it asks
        return self._wanted

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    @property
    def is_translated(self) -> bool:
        """Whether the copy is in another language than English."""
        return self.wanted.language != ENGLISH

    def open(self, wanted: CopyWanted) -> None:
        """Turn to a copy."""
        self._wanted = wanted

    def page(self) -> Page:
        """What is shown now."""
        return page_of(self._workspace, self.wanted)

    def manager(self) -> ManagersAnswer | None:
        """The manager's answer to the decisions, for a document that holds them."""
        if self.wanted.kind not in HAS_DECISIONS:
            return None
        return ManagersAnswer(self._workspace, self.wanted.review, self._tell)

    # On the way to a signature

    def draft(self) -> None:
        """Keep the copy as it is now as the draft of its next version."""
        copy = copies.copy_of(self._workspace, self.wanted)
        self._tell(versions.draft(self._workspace, self.wanted, copy.document)[1])

    def check(self, name: EntityId, by: str, as_read: str | None = None) -> None:
        """Note who read a draft through, with the content that they read."""
        self._tell(versions.check(self._workspace, name, by, as_read=as_read)[1])

    def sign(self, name: EntityId, as_read: str | None = None) -> None:
        """Fix a version for ever, by whom the settings name, with the content that they read."""
        texts = copies.copy_of(self._workspace, self.wanted).untranslated
        signed = versions.sign(self._workspace, name, still_to_translate=texts, as_read=as_read)
        self._tell(signed[1])

    def correct(self, name: EntityId, what_changed: WhatChanged) -> None:
        """Draft what will stand for a signed version: the copy as it is now, and what changed."""
        document = copies.copy_of(self._workspace, self.wanted).document
        self._tell(versions.correct(self._workspace, name, document, what_changed)[1])

    def discard(self, name: EntityId) -> None:
        """Take a draft away."""
        self._tell(versions.discard(self._workspace.uow_factory, name))

    def html_of(self, version: DocumentVersion, palette: Palette, zoom: float) -> tuple[str, float]:
        """A version's own content as a page of HTML, and the size of its text in points."""
        document = versions.document_of(version)
        return write_html(document, palette, zoom=zoom), body_points(document.design) * zoom

    # Sending

    def file_name(self, order: Order) -> str:
        """A name for what is written, which says nothing about the child."""
        with self._workspace.uow_factory() as uow:
            version = versions.require_signed(uow, order.version)
        kind, number, name = version.kind.value, version.number, version.id[:6]
        ending = order.way.ending or order.file_format.value
        return f"{kind}-v{number}-{name}.{ending}"

    def pages_to_print(self, order: Order) -> bytes:
        """The PDF that is printed, once it is safe to give to this reader."""
        require_safe_for(self._workspace, order.version, order.to)
        return file_of(self._workspace.uow_factory, order.version, Format.PDF).data

    def note(self, order: Order) -> Done:
        """Note that it went, by a road that the program does not see."""
        _, changed = sending.note_sent(
            self._workspace, order.version, order.to, order.way.noted_as, order.file_format
        )
        return Done(order, "", changed)

    def send(self, order: Order, out: Path) -> Done:
        """Write what goes to someone to `out`, or into it, and note that it went."""
        workspace, version, to = self._workspace, order.version, order.to
        match order.way:
            case Way.EMAIL:
                _, changed = sending.write_email(
                    workspace, version, to, out, format=order.file_format
                )
            case Way.PROTECTED:
                made = write_protected_pdf(workspace, version, to, out)
                return Done(order, out.name, made.changed, made.password)
            case Way.FOLDER:
                wanted = [Wanted(version, order.file_format)]
                folder = write_council_folder(workspace, wanted, to, out)
                return Done(order, folder.path.name, folder.changed)
            case Way.SOUND:
                _, changed = write_spoken(workspace, version, to, out)
            case Way.PAPER | Way.FILE:
                require_safe_for(workspace, version, to)
                file = file_of(workspace.uow_factory, version, order.file_format)
                write_file(file.data, out)
                changed = self.note(order).changed
        return Done(order, out.name, changed)

    def settle(self, done: Done) -> None:
        """Tell what was done in the background."""
        self._tell(done.changed)

    def has_voice(self, language: str) -> bool:
        """Whether this computer has a voice for a language. Asks the system, which takes time."""
        return audio.voice_for(language, audio.voices()) is not None

    def mark_sent(self, document: WrittenDocument, to: str) -> None:
        """Say that what was written without a version has gone."""
        clock = self._workspace.clock
        self._tell(writing.mark_sent(self._workspace.uow_factory, document, to, clock))

    # What comes back

    def note_read(self, name: EntityId, by: str, on: dt.date, note: str) -> None:
        """Note that someone read a version with the child."""
        self._tell(replies.note_read_together(self._workspace, name, by=by, on=on, note=note)[1])

    def keep_reply(self, name: EntityId, words: str, how: HeardHow, on: dt.date) -> None:
        """Keep what the child said to a version, word for word."""
        self._tell(replies.keep_reply(self._workspace, name, words, how, on)[1])
