"""Signed versions of a small made-up letter, for whatever is done with one."""

from dataclasses import dataclass, replace

from made_up_meeting import Meeting

from iro_desktop.documents.blocks import (
    Block,
    Design,
    Document,
    Heading,
    Paragraph,
    authored,
)
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.domain.withholding import Reader
from iro_desktop.services import versions
from iro_desktop.services.what_changed import WhatChanged


def a_letter(words: str = "You were brave.", *more: Block, language: str = "en-GB") -> Document:
    blocks = (Heading(1, "A letter"), Paragraph(authored(words)), *more)
    return Document("A letter", language, Design.LETTER, blocks)


@dataclass
class Letters:
    """A review, and the copy of a letter that is wanted of it."""

    meeting: Meeting
    wanted: CopyWanted

    @classmethod
    def of(cls, meeting: Meeting, kind: DocumentKind = DocumentKind.LETTER) -> "Letters":
        wanted = CopyWanted(review=meeting.review.id, kind=kind, reader=Reader.CHILD)
        return cls(meeting, wanted)

    def for_(self, **changes: object) -> "Letters":
        """Another copy."""
        return replace(self, wanted=replace(self.wanted, **changes))  # type: ignore[arg-type]  # any

    def draft(self, document: Document | None = None) -> DocumentVersion:
        made, _ = versions.draft(self.meeting.workspace, self.wanted, document or a_letter())
        return made

    def check(self, version: DocumentVersion) -> DocumentVersion:
        checked, _ = versions.check(self.meeting.workspace, version.id)
        return checked

    def sign(self, version: DocumentVersion) -> DocumentVersion:
        signed, _ = versions.sign(self.meeting.workspace, version.id)
        return signed

    def signed(self, document: Document | None = None) -> DocumentVersion:
        return self.sign(self.check(self.draft(document)))

    def correct(
        self, version: DocumentVersion, what: str = "The day", translated: str = ""
    ) -> DocumentVersion:
        said = WhatChanged(what, translated, "Made-up Translator" if translated else "")
        letter = a_letter("You were kind.", language=version.language)
        made, _ = versions.correct(self.meeting.workspace, version.id, letter, said)
        return made

    def listed(self) -> tuple[versions.Listed, ...]:
        return versions.of_review(self.meeting.workspace.uow_factory, self.meeting.review.id)
