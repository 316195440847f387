"""Everything that is known about one review, gathered: what documents are made from."""

import datetime as dt
from dataclasses import dataclass, field

from iro_desktop.domain.activities import Activity
from iro_desktop.domain.advocacy import SupportOffer
from iro_desktop.domain.answers import Answer, AnswerValue
from iro_desktop.domain.care import Episode
from iro_desktop.domain.chairing import AgendaItem, Agreement, MeetingPart
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.correspondence import DocumentText
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.document_versions import ManagersConfirmation
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.participation import Participant
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.promises import Trail
from iro_desktop.domain.reading import PreferredWord, ReaderWishes
from iro_desktop.domain.review import Addendum, Review, ReviewKind
from iro_desktop.domain.scaling import ScaleAnswer, ScalingQuestion
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.tools.record import EarlierTools, ToolRecord
from iro_desktop.domain.whole_child import WholeChild
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.domain.withholding import ConfidentialDetail, WithheldPassage


@dataclass(frozen=True, slots=True)
class Signatory:
    """The IRO who signs, and how to reach them."""

    name: str
    telephone: str = ""
    email: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """One review with all that hangs on it, each sequence in its order.

    `last_decisions` are those of the review before, and older ones not kept yet, with what became
    of them; `promise_trails` say where each comes from. `due` is when this
    review was due, `next_due` when the next one is; None where no clock runs. `iro` signs.
    `earlier_scale_answers` are the same questions' answers at earlier reviews. `confirmations` are
    what managers said to its decisions, from the oldest on. `earlier_tools` are the practice tools
    of earlier meetings, from the latest on; `activities` what the IRO did since the review before.
    `held_before` are the days of earlier reviews of the case, `held_with` the kinds of the child's
    other reviews at its meeting, `with_family` says that those of brothers and sisters share it,
    and `read_on` the day on which all this was gathered.
    """

    child: Child
    review: Review
    iro: Signatory
    episodes: tuple[Episode, ...] = ()
    people: tuple[ImportantPerson, ...] = ()
    participants: tuple[Participant, ...] = ()
    answers: tuple[Answer, ...] = ()
    views: tuple[View, ...] = ()
    decisions: tuple[Decision, ...] = ()
    last_decisions: tuple[Decision, ...] = ()
    scaling_questions: tuple[ScalingQuestion, ...] = ()
    scale_answers: tuple[ScaleAnswer, ...] = ()
    earlier_scale_answers: tuple[ScaleAnswer, ...] = ()
    addenda: tuple[Addendum, ...] = ()
    due: Explained | None = None
    next_due: Explained | None = None
    previous_review_on: dt.date | None = None
    texts: tuple[DocumentText, ...] = ()
    pictures: tuple[KeptPicture, ...] = ()
    withheld: tuple[WithheldPassage, ...] = ()
    confidential: tuple[ConfidentialDetail, ...] = ()
    preferred_words: tuple[PreferredWord, ...] = ()
    wishes: tuple[ReaderWishes, ...] = ()
    confirmations: tuple[ManagersConfirmation, ...] = ()
    tools: ToolRecord = field(default_factory=ToolRecord)
    earlier_tools: tuple[EarlierTools, ...] = ()
    agenda_items: tuple[AgendaItem, ...] = ()
    meeting_parts: tuple[MeetingPart, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    support_offers: tuple[SupportOffer, ...] = ()
    permanence_findings: tuple[PermanenceFinding, ...] = ()
    consultation_answers: tuple[ConsultationAnswer, ...] = ()
    activities: tuple[Activity, ...] = ()
    whole_child: WholeChild | None = None
    promise_trails: tuple[Trail, ...] = ()
    held_before: tuple[dt.date, ...] = ()
    held_with: tuple[ReviewKind, ...] = ()
    with_family: bool = False
    read_on: dt.date | None = None

    @property
    def day(self) -> dt.date | None:
        """The day the review was held, or is booked for, or on which its record was gathered."""
        return self.review.held_on or self.review.planned_for or self.read_on

    def answer(self, question: str, item: str = "") -> AnswerValue:
        """What was answered, None when nothing was."""
        for answer in self.answers:
            if (answer.question, answer.item) == (question, item):
                return answer.value
        return None

    def text(self, question: str, item: str = "") -> str:
        """What was answered in words, empty when nothing was."""
        value = self.answer(question, item)
        return value if isinstance(value, str) else ""
