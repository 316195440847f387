"""What was taken back, in words, and the section in which it stands."""

from collections.abc import Sequence

from iro_desktop.domain.advocacy import SupportOffer
from iro_desktop.domain.chairing import AgendaItem, Agreement, MeetingPart
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.participation import Participant
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.scaling import ScaleAnswer
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.entries import ToolEntry, ToolUse
from iro_desktop.domain.tools.harm_matrix import MatrixCell
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.domain.tools.story import StoryAgreement, StoryFrame
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.domain.tools.worries import WorryStatement
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.definition import Form, Records
from iro_desktop.i18n import tr
from iro_desktop.ui.review.edits import AnswerEdit, Edit, LookBack, Removal

_HOMES: dict[type, tuple[Records, ...]] = {
    Participant: (Records.ATTENDANCE, Records.PARTICIPANTS),
    Decision: (Records.DECISIONS,),
    View: (Records.VIEWS,),
    ScaleAnswer: (Records.SCALING,),
    AgendaItem: (Records.AGENDA,),
    MeetingPart: (Records.MEETING_PARTS,),
    Agreement: (Records.READ_BACK,),
    SupportOffer: (Records.ADVOCACY,),
    PermanenceFinding: (Records.PERMANENCE,),
    ConsultationAnswer: (Records.CONSULTATIONS,),
    MapItem: (Records.MAP,),
    MatrixCell: (Records.HARM_MATRIX,),
    Room: (Records.HOUSES, Records.SAFETY_HOUSE),
    AskedQuestion: (Records.BEST_QUESTIONS,),
    WorryStatement: (Records.WORRIES,),
    Milestone: (Records.TRAJECTORY,),
    StoryFrame: (Records.WORDS_AND_PICTURES,),
    StoryAgreement: (Records.WORDS_AND_PICTURES,),
    NetworkPerson: (Records.SAFETY_PLAN,),
    SafetyRule: (Records.SAFETY_PLAN,),
    PlanTest: (Records.SAFETY_PLAN,),
}


def taken_back(edits: Sequence[Edit], form: Form) -> str:
    """Which change is not there any more."""
    return tr("Taken back: {what}", what=_what(edits[0], form))


def done_again(edits: Sequence[Edit], form: Form) -> str:
    """Which change is there again."""
    return tr("Done again: {what}", what=_what(edits[0], form))


def section_of(edit: Edit, form: Form, here: str) -> str:
    """The id of the section in which a change stands, the one in front first; empty if in none."""
    if isinstance(edit, AnswerEdit):
        asked = edit.question.removesuffix(detail_of(""))
        return next(
            (
                section.id
                for section in form.sections
                for question in section.questions
                if asked in {found.id for found in (question, *question.questions)}
            ),
            "",
        )
    if isinstance(edit, LookBack):
        wanted: tuple[Records, ...] = (Records.LAST_DECISIONS,)
    else:
        thing = _thing(edit)
        on_shelf = isinstance(thing, ToolEntry | StoryAgreement | ToolUse)
        wanted = (*_HOMES.get(type(thing), ()), *((Records.TOOLS,) if on_shelf else ()))
    homes = [one.id for one in form.sections if set(wanted) & set(one.records)]
    return here if here in homes else next(iter(homes), "")


def _what(edit: Edit, form: Form) -> str:
    if isinstance(edit, AnswerEdit):
        question = form.question(edit.question.removesuffix(detail_of("")))
        return tr("the answer to: {question}", question=question.text) if question else tr("answer")
    if isinstance(edit, LookBack):
        return tr("what became of a decision")
    return _kinds().get(type(_thing(edit)), tr("an entry"))


def _thing(edit: Edit) -> object:
    return edit.thing if isinstance(edit, Removal) else edit


def _kinds() -> dict[type, str]:
    return {
        Participant: tr("someone on the list"),
        Decision: tr("a decision"),
        View: tr("the child's own words"),
        ScaleAnswer: tr("a number from 0 to 10"),
        AgendaItem: tr("the agenda"),
        MeetingPart: tr("a part of the meeting"),
        Agreement: tr("what someone said to a decision"),
        MapItem: tr("an item of the map"),
        WorryStatement: tr("a statement"),
        Milestone: tr("a milestone"),
        SupportOffer: tr("what became of an advocate or visitor"),
        PermanenceFinding: tr("what was found of the plan for permanence"),
        ConsultationAnswer: tr("what someone said beforehand"),
        MatrixCell: tr("a square of what has happened"),
        Room: tr("a room"),
        AskedQuestion: tr("a question asked"),
        StoryFrame: tr("a frame of the story"),
        StoryAgreement: tr("who agrees to the story"),
        NetworkPerson: tr("someone in the network"),
        SafetyRule: tr("a rule of the safety plan"),
        PlanTest: tr("a test of the safety plan"),
        ToolUse: tr("where a tool prints"),
    }
