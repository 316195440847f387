"""The plan for permanence as the review finds it: there or not, ratified, and why it is late."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.documents.permanence import delay_in_words, plan_in_words
from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.permanence import DelayReason, PermanenceFinding, PermanencePlan
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.ui.review.attribute import (
    Attribute,
    day_attribute,
    one_of_attribute,
    text_attribute,
)
from iro_desktop.ui.review.kept_passages import Place
from iro_desktop.ui.review.long_texts import equip
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.review.whole_child.presenter import WholeChildPresenter
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.words.due_dates import explained

_YES, _NO = "yes", "no"
_IF_THERE = frozenset({"plan", "parallel_plan", "is_ratified"})
_IF_RATIFIED = frozenset({"ratified_by", "ratified_on"})
_IF_LATE = frozenset({"delay", "delay_note"})


class PermanencePanel(Panel):
    """One card, and above it the day by which a plan is wanted, which explains itself."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self._whole = WholeChildPresenter(presenter)
        self.due = ExplainedDate()
        self.due.paper_wanted.connect(self.paper_wanted)
        self.card = _FindingCard(self._whole.finding(), presenter)
        for name, row in self.card.rows.items():
            equip(row.field, presenter, Place(self.card.record.id, name))
        self.card.set_title(tr("Plan for permanence"))
        self.card.changed.connect(self._on_changed)
        self.card.left.connect(self.left)
        self.body.addWidget(self.due)
        self.body.addWidget(self.card)
        self.refresh()

    @override
    def refresh(self) -> None:
        due = self._whole.four_months
        self.due.setVisible(due is not None)
        if due is not None:
            words = tr("Plan wanted by {day}", day=screen().date(due.on))
            self.due.show_date(explained(due), words, spoken=words)
        if self.presenter.record.permanence_findings:
            self.card.show_record(self._whole.finding())
        self.card.set_read_only(self.is_fixed())
        self.card.remove_button.hide()

    @override
    def focus_first(self) -> bool:
        self.card.focus_first()
        return True

    def _on_changed(self, finding: PermanenceFinding) -> None:
        self.edit(self.presenter.change(finding))


class _FindingCard(RecordCard[PermanenceFinding]):
    def __init__(
        self,
        finding: PermanenceFinding,
        presenter: ReviewPresenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(finding, _attributes(presenter), removing="", parent=parent)

    @override
    def applies(self, name: str) -> bool:
        finding = self.record
        if name in _IF_THERE:
            return finding.is_present is True
        if name in _IF_RATIFIED:
            return finding.is_present is True and finding.is_ratified is True
        if name in _IF_LATE:
            return finding.is_present is False or (
                finding.is_present is True and finding.is_ratified is False
            )
        return True


def _attributes(presenter: ReviewPresenter) -> Sequence[Attribute[PermanenceFinding]]:
    return (*_of_plan(), *_of_ratifying(presenter), *_of_delay())


def _of_plan() -> tuple[Attribute[PermanenceFinding], ...]:
    words = screen()
    plans = [
        Option(plan.value, plan_in_words(plan, words) or tr("Not said yet"))
        for plan in PermanencePlan
    ]
    return (
        Attribute(
            "is_present",
            tr("Does the care plan hold a plan for permanence?"),
            _yes_or_no(),
            lambda finding: _said(finding.is_present),
            lambda finding, value: replace(finding, is_present=_answer(value)),
        ),
        one_of_attribute("plan", tr("What is the plan?"), PickField(plans), PermanencePlan),
        text_attribute("parallel_plan", tr("What happens otherwise? (parallel plan)"), TextField()),
    )


def _of_ratifying(presenter: ReviewPresenter) -> tuple[Attribute[PermanenceFinding], ...]:
    return (
        Attribute(
            "is_ratified",
            tr("Has it been ratified?"),
            _yes_or_no(),
            lambda finding: _said(finding.is_ratified),
            lambda finding, value: replace(finding, is_ratified=_answer(value)),
        ),
        text_attribute(
            "ratified_by",
            tr("By whom?"),
            TextField(tr("the panel, the court, a manager …")),
            span=7,
        ),
        day_attribute("ratified_on", tr("When?"), DateField(lambda: presenter.today), span=5),
    )


def _of_delay() -> tuple[Attribute[PermanenceFinding], ...]:
    words = screen()
    reasons = [
        Option(reason.value, delay_in_words(reason, words) or tr("Not said yet"))
        for reason in DelayReason
    ]
    return (
        one_of_attribute("delay", tr("Why the delay?"), PickField(reasons), DelayReason),
        text_attribute(
            "delay_note", tr("What is needed, from whom and by when?"), RemarkedTextField()
        ),
    )


def _yes_or_no() -> ChoiceField:
    return ChoiceField((Option(_YES, tr("Yes")), Option(_NO, tr("No"))), in_a_row=True)


def _said(answer: bool | None) -> str | None:  # noqa: FBT001 - three states
    return {None: None, True: _YES, False: _NO}[answer]


def _answer(value: AnswerValue) -> bool | None:
    return None if value is None else value == _YES
