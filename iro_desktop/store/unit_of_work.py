"""One transaction: things, their revisions and the outbox together, or none of it."""

from sqlalchemy import Connection

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
from iro_desktop.domain.happenings import RecordedHappening
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
from iro_desktop.services.history_port import History
from iro_desktop.services.ledger_port import Ledger
from iro_desktop.services.ports import Records, Settings, UnitOfWork
from iro_desktop.store import kinds
from iro_desktop.store.closed_reviews import ClosedReviews
from iro_desktop.store.history import SqlHistory
from iro_desktop.store.kinds import E, Kind
from iro_desktop.store.ledger import SqlLedger
from iro_desktop.store.records import SqlRecords
from iro_desktop.store.revisions import RevisionWriter, Writer
from iro_desktop.store.settings import SqlSettings
from iro_desktop.store.writing_rights import WritingRights


class SqlUnitOfWork(UnitOfWork):
    """Everything in the store, seen through one transaction. Who made it commits it."""

    def __init__(self, connection: Connection, writer: Writer) -> None:
        self.settings: Settings = SqlSettings(connection)
        self.history: History = SqlHistory(connection, writer.clock)
        self.ledger: Ledger = SqlLedger(connection, writer)
        self._connection = connection
        self._revisions = RevisionWriter(connection, self.settings, writer)
        self._closed_reviews = ClosedReviews(connection)
        self._rights = WritingRights(self.settings, writer.clock)
        self._open_records()
        self._open_documents()
        self._open_tools()
        self._open_meetings()

    def _records(self, kind: Kind[E]) -> Records[E]:
        return SqlRecords(
            self._connection, kind, self._revisions, self._closed_reviews, self._rights
        )

    def _open_records(self) -> None:
        records = self._records
        self.children: Records[Child] = records(kinds.CHILD)
        self.people: Records[ImportantPerson] = records(kinds.IMPORTANT_PERSON)
        self.episodes: Records[Episode] = records(kinds.EPISODE)
        self.reviews: Records[Review] = records(kinds.REVIEW)
        self.closing_seals: Records[ClosingSeal] = records(kinds.CLOSING_SEAL)
        self.participants: Records[Participant] = records(kinds.PARTICIPANT)
        self.answers: Records[Answer] = records(kinds.ANSWER)
        self.views: Records[View] = records(kinds.VIEW)
        self.decisions: Records[Decision] = records(kinds.DECISION)
        self.scaling_questions: Records[ScalingQuestion] = records(kinds.SCALING_QUESTION)
        self.scale_answers: Records[ScaleAnswer] = records(kinds.SCALE_ANSWER)
        self.addenda: Records[Addendum] = records(kinds.ADDENDUM)
        self.written_documents: Records[WrittenDocument] = records(kinds.WRITTEN_DOCUMENT)
        self.happenings: Records[RecordedHappening] = records(kinds.HAPPENING)
        self.sittings: Records[Sitting] = records(kinds.SITTING)
        self.panel_members: Records[PanelMember] = records(kinds.PANEL_MEMBER)

    def _open_documents(self) -> None:
        records = self._records
        self.document_texts: Records[DocumentText] = records(kinds.DOCUMENT_TEXT)
        self.reader_wishes: Records[ReaderWishes] = records(kinds.READER_WISHES)
        self.preferred_words: Records[PreferredWord] = records(kinds.PREFERRED_WORD)
        self.withheld_passages: Records[WithheldPassage] = records(kinds.WITHHELD_PASSAGE)
        self.confidential_details: Records[ConfidentialDetail] = records(kinds.CONFIDENTIAL_DETAIL)
        self.kept_pictures: Records[KeptPicture] = records(kinds.KEPT_PICTURE)
        self.document_versions: Records[DocumentVersion] = records(kinds.DOCUMENT_VERSION)
        self.sendings: Records[Sending] = records(kinds.SENDING)
        self.readings_together: Records[ReadTogether] = records(kinds.READ_TOGETHER)
        self.childs_replies: Records[ChildsReply] = records(kinds.CHILDS_REPLY)
        self.managers_confirmations: Records[ManagersConfirmation] = records(
            kinds.MANAGERS_CONFIRMATION
        )
        self.translated_texts: Records[TranslatedText] = records(kinds.TRANSLATED_TEXT)

    def _open_tools(self) -> None:
        records = self._records
        self.map_items: Records[MapItem] = records(kinds.MAP_ITEM)
        self.worries: Records[WorryStatement] = records(kinds.WORRY_STATEMENT)
        self.matrix_cells: Records[MatrixCell] = records(kinds.MATRIX_CELL)
        self.milestones: Records[Milestone] = records(kinds.MILESTONE)
        self.rooms: Records[Room] = records(kinds.ROOM)
        self.story_frames: Records[StoryFrame] = records(kinds.STORY_FRAME)
        self.story_agreements: Records[StoryAgreement] = records(kinds.STORY_AGREEMENT)
        self.network_people: Records[NetworkPerson] = records(kinds.NETWORK_PERSON)
        self.safety_rules: Records[SafetyRule] = records(kinds.SAFETY_RULE)
        self.plan_tests: Records[PlanTest] = records(kinds.PLAN_TEST)
        self.asked_questions: Records[AskedQuestion] = records(kinds.ASKED_QUESTION)
        self.tool_uses: Records[ToolUse] = records(kinds.TOOL_USE)

    def _open_meetings(self) -> None:
        records = self._records
        self.agenda_items: Records[AgendaItem] = records(kinds.AGENDA_ITEM)
        self.meeting_parts: Records[MeetingPart] = records(kinds.MEETING_PART)
        self.agreements: Records[Agreement] = records(kinds.AGREEMENT)
        self.support_offers: Records[SupportOffer] = records(kinds.SUPPORT_OFFER)
        self.permanence_findings: Records[PermanenceFinding] = records(kinds.PERMANENCE_FINDING)
        self.consultation_answers: Records[ConsultationAnswer] = records(kinds.CONSULTATION_ANSWER)
        self.activities: Records[Activity] = records(kinds.ACTIVITY)
        self.sdq_scores: Records[SdqScore] = records(kinds.SDQ_SCORE)
