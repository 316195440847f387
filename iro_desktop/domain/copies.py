"""Which copy of a document is wanted: of what, for whom, in which language and style."""

from dataclasses import dataclass

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.withholding import Reader

FOR_THE_CHILD = frozenset(
    {
        DocumentKind.LETTER,
        DocumentKind.CHILDS_INVITATION,
        DocumentKind.CONSULTATION,
        DocumentKind.MEET_YOUR_IRO,
        DocumentKind.INTRODUCTION,
        DocumentKind.GOODBYE,
        DocumentKind.CARE_LEAVER_LETTER,
        DocumentKind.CERTIFICATE,
    }
)


def usual_reader(kind: DocumentKind) -> Reader:
    """For whom a kind of document is, where nobody says."""
    if kind in FOR_THE_CHILD:
        return Reader.CHILD
    return {
        DocumentKind.INVITATION: Reader.OTHER,
        DocumentKind.COURT_VIEW: Reader.COURT,
        DocumentKind.RESOLUTION: Reader.SOCIAL_WORKER,
    }.get(kind, Reader.FILE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyWanted:
    """One copy. `reader_name` greets or files it; `language` is a BCP 47 tag."""

    review: ReviewId
    kind: DocumentKind
    reader: Reader
    reader_name: str = ""
    language: str = "en-GB"
    style: ReadingStyle = ReadingStyle.STANDARD
    length: Length = Length.FULL
