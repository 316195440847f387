"""What the portable file of one review holds, and which lists each version of it had first.

The shape is described in docs/record-json.md.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from iro_desktop.domain.activities import Activity
from iro_desktop.domain.advocacy import SupportOffer
from iro_desktop.domain.answers import Answer
from iro_desktop.domain.care import Episode
from iro_desktop.domain.chairing import AgendaItem, Agreement, MeetingPart
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.closing_seal import ClosingSeal
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.correspondence import DocumentText, WrittenDocument
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.document_versions import (
    ChildsReply,
    DocumentVersion,
    ManagersConfirmation,
    ReadTogether,
    Sending,
)
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.participation import Participant
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.reading import PreferredWord, ReaderWishes
from iro_desktop.domain.review import Addendum, Review
from iro_desktop.domain.scaling import ScaleAnswer, ScalingQuestion
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.domain.sittings import Sitting
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.entries import ToolUse
from iro_desktop.domain.tools.harm_matrix import MatrixCell
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.domain.tools.story import StoryAgreement, StoryFrame
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.domain.tools.worries import WorryStatement
from iro_desktop.domain.translations import TranslatedText
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.domain.withholding import ConfidentialDetail, WithheldPassage
from iro_desktop.services.history_port import Revision

FORMAT = "iro-desktop review record"
VERSION = 5
FORMS_SINCE = 4

# Lists by the version that first had them. Each is named as its home in a unit of work is.
OF_THE_CHILD: dict[int, tuple[str, ...]] = {
    1: ("episodes", "people"),
    3: ("reader_wishes", "preferred_words", "confidential_details"),
    4: ("activities", "sdq_scores"),
}
OF_THE_REVIEW: dict[int, tuple[str, ...]] = {
    1: (
        "participants",
        "answers",
        "views",
        "decisions",
        "scale_answers",
        "addenda",
        "written_documents",
    ),
    2: ("sittings", "panel_members"),
    3: (
        "document_texts",
        "withheld_passages",
        "kept_pictures",
        "document_versions",
        "sendings",
        "readings_together",
        "childs_replies",
        "managers_confirmations",
        "translated_texts",
    ),
    4: (
        "map_items",
        "worries",
        "matrix_cells",
        "milestones",
        "rooms",
        "story_frames",
        "story_agreements",
        "network_people",
        "safety_rules",
        "plan_tests",
        "asked_questions",
        "tool_uses",
        "agenda_items",
        "meeting_parts",
        "agreements",
        "support_offers",
        "permanence_findings",
        "consultation_answers",
    ),
    5: ("closing_seals",),
}


class PortableRecord(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The whole file. Lists are in the order they have on screen; history is oldest first."""

    format: str
    version: int
    made_up: bool
    child: Child
    review: Review
    council_form: str
    episodes: list[Episode]
    people: list[ImportantPerson]
    participants: list[Participant]
    answers: list[Answer]
    views: list[View]
    decisions: list[Decision]
    scaling_questions: list[ScalingQuestion]
    scale_answers: list[ScaleAnswer]
    addenda: list[Addendum]
    written_documents: list[WrittenDocument]
    history: list[Revision]
    sittings: list[Sitting]
    panel_members: list[PanelMember]
    reader_wishes: list[ReaderWishes]
    preferred_words: list[PreferredWord]
    confidential_details: list[ConfidentialDetail]
    document_texts: list[DocumentText]
    withheld_passages: list[WithheldPassage]
    kept_pictures: list[KeptPicture]
    document_versions: list[DocumentVersion]
    sendings: list[Sending]
    readings_together: list[ReadTogether]
    childs_replies: list[ChildsReply]
    managers_confirmations: list[ManagersConfirmation]
    translated_texts: list[TranslatedText]
    activities: list[Activity]
    sdq_scores: list[SdqScore]
    map_items: list[MapItem]
    worries: list[WorryStatement]
    matrix_cells: list[MatrixCell]
    milestones: list[Milestone]
    rooms: list[Room]
    story_frames: list[StoryFrame]
    story_agreements: list[StoryAgreement]
    network_people: list[NetworkPerson]
    safety_rules: list[SafetyRule]
    plan_tests: list[PlanTest]
    asked_questions: list[AskedQuestion]
    tool_uses: list[ToolUse]
    agenda_items: list[AgendaItem]
    meeting_parts: list[MeetingPart]
    agreements: list[Agreement]
    support_offers: list[SupportOffer]
    permanence_findings: list[PermanenceFinding]
    consultation_answers: list[ConsultationAnswer]
    closing_seals: list[ClosingSeal]


class OfChild(Protocol):
    """Something of a child."""

    @property
    def child_id(self) -> ChildId:
        """Whose it is."""
        ...


class OfReview(OfChild, Protocol):
    """Something that hangs on a review of a child."""

    @property
    def id(self) -> str:
        """Its name."""
        ...

    @property
    def review_id(self) -> ReviewId:
        """The review it hangs on."""
        ...


def of_the_child(record: PortableRecord) -> tuple[Sequence[OfChild], ...]:
    """Each list of what a child has, whatever the review; they are put in where they lack."""
    return (
        record.scaling_questions,
        *(getattr(record, name) for name in every(OF_THE_CHILD)),
    )


def of_the_review(record: PortableRecord) -> tuple[Sequence[OfReview], ...]:
    """Each list of what hangs on the review."""
    return tuple(getattr(record, name) for name in every(OF_THE_REVIEW))


def every(lists: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """Their names, whichever version had them first."""
    return tuple(name for names in lists.values() for name in names)


def lists_since(version: int) -> tuple[str, ...]:
    """The lists that a file of that version lacks."""
    return tuple(
        name
        for lists in (OF_THE_CHILD, OF_THE_REVIEW)
        for since, names in lists.items()
        if since > version
        for name in names
    )


def questions_of(history: Iterable[Revision]) -> set[str]:
    """The scaling questions ever answered at a review, also where the answer was taken away."""
    return named_in(history, "question_id")


def named_in(history: Iterable[Revision], field: str) -> set[str]:
    """What a field of them ever named."""
    # As text: a file may hold anything there, also what cannot be in a set.
    return {str(revision.fields[field]) for revision in history if field in revision.fields}
