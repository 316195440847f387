"""Best questions without their screen: which of the bank fit, and what was asked and answered."""

from dataclasses import dataclass, replace

from iro_desktop.domain.child import age_on
from iro_desktop.domain.practice_pack import BankQuestion, Stage
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.i18n import screen, tr
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.presenter import ToolsPresenter, with_words

ANY = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for in the bank. None and `ANY` ask for nothing in particular."""

    age: int | None = None
    column: str = ANY
    stage: str = ANY
    whom: str = ANY

    def fits(self, question: BankQuestion) -> bool:
        """Whether a question is one of those looked for."""
        return (
            (self.age is None or question.from_age <= self.age <= question.to_age)
            and self.column in {ANY, *question.columns}
            and self.stage in {ANY, *question.stages}
            and (self.whom == ANY or not question.of_whom or self.whom in question.of_whom)
        )


class QuestionsPresenter(ToolsPresenter):
    """`wanted` begins with the child's age on the day of the review; a household has none."""

    def __init__(self, review: ReviewPresenter) -> None:
        super().__init__(review)
        child = review.record.child
        age = None if child.is_household else age_on(child.date_of_birth, review.day)
        self.wanted = Wanted(age)

    def fitting(self) -> tuple[BankQuestion, ...]:
        """The questions looked for: those not asked yet come first."""
        fitting = [question for question in self.pack.questions if self.wanted.fits(question)]
        return tuple(sorted(fitting, key=self.is_asked))

    def asked(self) -> tuple[AskedQuestion, ...]:
        """What was asked at this review, in its order."""
        return self.record.asked_questions

    def is_asked(self, question: BankQuestion) -> bool:
        """Whether it was asked at this review."""
        return any(one.bank_id == question.id for one in self.asked())

    def about(self, question: BankQuestion) -> str:
        """Whom to ask, and when it was last asked."""
        whom = ", ".join(whom_in_words().get(one, one) for one in question.of_whom)
        return " · ".join(part for part in (whom, self._last_asked(question)) if part)

    def ask(self, question: BankQuestion) -> AskedQuestion:
        """Ask a question of the bank: of the child, where it is one for the child."""
        child = self.review.record.child.known_as if question.of_whom == ("child",) else ""
        return self.make(
            AskedQuestion, bank_id=question.id, question=question.text, heard_from=child
        )

    def ask_own(self) -> AskedQuestion:
        """Room for a question of the IRO's own."""
        return self.make(AskedQuestion)

    def say(self, asked: AskedQuestion) -> tuple[AskedQuestion, ...]:
        """Take a question as it was answered. Gives it, and the one that is not the best any more.

        One question is the best of a review.
        """
        asked = with_words(asked, bool(asked.answer.strip()))
        others = [one for one in self.asked() if one.is_best and one.id != asked.id]
        with self.review.stack.together():
            given_up = others if asked.is_best else []
            changed = [self.change(replace(other, is_best=False)) for other in given_up]
            return (self.change(asked), *changed)

    def _last_asked(self, question: BankQuestion) -> str:
        if self.is_asked(question):
            return tr("asked today")
        for meeting in self.review.record.earlier_tools:
            if any(one.bank_id == question.id for one in meeting.tools.asked_questions):
                return tr("asked on {day}", day=screen().date(meeting.held_on))
        return ""


def whom_in_words() -> dict[str, str]:
    """Whom a question is for."""
    return {
        "child": tr("the child"),
        "parent": tr("a parent"),
        "carer": tr("a carer"),
        "worker": tr("a worker"),
    }


def stages_in_words() -> dict[Stage, str]:
    """When in the work a question helps."""
    return {
        Stage.PREPARING: tr("Preparing"),
        Stage.STARTING: tr("Starting"),
        Stage.EXPLORING: tr("Finding out"),
        Stage.DECIDING: tr("Deciding"),
        Stage.ENDING: tr("Ending"),
    }
