"""Worry statements without their screen: what is still to say, and the scale of each."""

from dataclasses import replace

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.scaling import ScaleAnswer, ScalingQuestion
from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.domain.tools.worries import WorryKind, WorryStatement
from iro_desktop.i18n import screen, tr
from iro_desktop.services.tool_remarks import ToolRemark, remarks_of
from iro_desktop.ui.review.tools.presenter import ToolsPresenter, with_words
from iro_desktop.ui.words import records


class WorriesPresenter(ToolsPresenter):
    """The statements of the review, and the scaling questions of the child."""

    def add(self) -> WorryStatement:
        """Room for one more: of danger after one of danger, as they usually come together."""
        before = self.record.worries
        kind = before[-1].kind if before else WorryKind.WORRY
        return self.make(WorryStatement, kind=kind)

    def say(self, statement: WorryStatement) -> WorryStatement:
        """Take a statement as it was written, in the state that its words bring about."""
        return self.change(with_words(statement, bool(statement.words.strip())))

    def statement(self, name: str) -> WorryStatement:
        """The statement of that id, as it stands now."""
        return next(one for one in self.record.worries if one.id == name)

    def scales(self) -> tuple[ScalingQuestion, ...]:
        """The child's scaling questions."""
        return self.review.record.scaling_questions

    def scale_of(self, statement: WorryStatement) -> ScalingQuestion | None:
        """The question that measures its goal."""
        return next((one for one in self.scales() if one.id == statement.scale_id), None)

    def measure_by(self, statement: WorryStatement, scale: EntityId | None) -> WorryStatement:
        """Have a scaling question measure the goal, or none."""
        return self.change(replace(statement, scale_id=scale))

    def measure_anew(self, statement: WorryStatement, text: str, zero: str, ten: str) -> EntityId:
        """Have a new question measure it, at once in the store. Raises what the store raises."""
        question = self.review.ask_scaling_question(text, zero, ten)
        self.measure_by(statement, question.id)
        return question.id

    def still_to_say(self, statement: WorryStatement) -> tuple[str, ...]:
        """What the statement lacks, each in a gentle sentence; nothing where nothing is said."""
        words = {
            ToolRemark.WITHOUT_GOAL: tr("What would be well enough? That is its goal."),
            ToolRemark.WITHOUT_SCALE: tr("Choose a scale, so that all see how near the goal is."),
            ToolRemark.UNEXPLAINED_DISPUTE: tr("What do they say who see it differently?"),
            ToolRemark.WITHOUT_SPEAKER: tr("Whose words are these?"),
        }
        remarks = remarks_of(self.record, self.review.today)
        return tuple(
            words[ToolRemark(one.code)]
            for one in remarks
            if one.subject == statement.id and one.code in set(ToolRemark)
        )

    def kind_in_words(self, kind: WorryKind) -> str:
        """What a statement of a kind is called."""
        return kinds()[kind]

    def earlier_scores(self, meeting: EarlierTools, statement: WorryStatement) -> str:
        """Each person's own number at an earlier meeting; never an average."""
        answers = self.review.record.earlier_scale_answers
        given = [
            answer
            for answer in answers
            if answer.review_id == meeting.review_id and answer.question_id == statement.scale_id
        ]
        return "; ".join(_score_in_words(answer) for answer in given if answer.value is not None)


def kinds() -> dict[WorryKind, str]:
    """What each kind of statement is called."""
    return {
        WorryKind.WORRY: tr("Worry"),
        WorryKind.DANGER: tr("Danger"),
        WorryKind.HARM: tr("Harm"),
    }


def kinds_explained() -> dict[WorryKind, str]:
    """What sets the kinds apart."""
    return {
        WorryKind.WORRY: tr("A worry"),
        WorryKind.DANGER: tr("A danger: likely to happen if nothing changes"),
        WorryKind.HARM: tr("Harm that has happened"),
    }


def _score_in_words(answer: ScaleAnswer) -> str:
    who = answer.person or records.roles()[answer.role]
    number = screen().number(answer.value) if answer.value is not None else ""
    return tr("{person}: {number}", person=who, number=number)
