"""One milestone on a card."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui.review.attribute import Attribute, day_attribute, text_attribute
from iro_desktop.ui.review.tools import attributes
from iro_desktop.ui.review.tools.entry_card import EntryCard
from iro_desktop.ui.review.tools.trajectory.dates import DatesOfMilestone
from iro_desktop.ui.review.tools.trajectory.presenter import TrajectoryPresenter
from iro_desktop.ui.review.tools.trajectory.waits_field import WaitsField
from iro_desktop.ui.widgets.choice_field import ChoicesField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.note_label import NoteLabel
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField

_GOAL, _PERMANENCE = "goal", "permanence"
_LONGEST_DECISION = 70
_FOLDED = ("waits_for", "decision_id", "kinds", "heard_from", "is_verbatim", "author")


class MilestoneCard(EntryCard[Milestone]):
    """A date once planned is not written over: `new_date` carries another one and its reason."""

    new_date = Signal(object, object, str)

    def __init__(
        self, milestone: Milestone, presenter: TrajectoryPresenter, people: Sequence[str]
    ) -> None:
        self._presenter = presenter
        self._is_planned = milestone.planned_on is not None
        self._fixed = False
        self.waits = WaitsField()
        self.decision = PickField((Option("", tr("None")),))
        self.dates = DatesOfMilestone(lambda: presenter.today)
        self._offer()
        super().__init__(
            milestone,
            (
                *_what(people, presenter),
                *_links(self.waits, self.decision),
                attributes.heard_from(people),
                attributes.verbatim(),
                attributes.author(),
            ),
            removing=tr("Remove this milestone"),
            folded=_FOLDED,
        )
        self.rows["planned_on"].add_below(self.dates)
        self.note = NoteLabel("")
        self.add_below(self.note)
        self.dates.given.connect(lambda day, why: self.new_date.emit(self.record, day, why))
        self.dates.correcting.connect(self._on_correcting)
        self.rows["planned_on"].left.connect(self._on_planned)
        self.refresh()

    @override
    def has_words(self) -> bool:
        return bool(self.record.what.strip())

    @override
    def set_title(self, title: str) -> None:
        super().set_title(title)
        self.dates.set_of(title)

    @override
    def show_record(self, record: Milestone) -> None:
        super().show_record(record)
        self.refresh()

    @override
    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._fixed = read_only
        self.refresh()

    def refresh(self) -> None:
        """Offer what there is by now, and show every date."""
        self._offer()
        self.waits.set_value(tuple(self.record.waits_for))
        self.decision.set_value(self.record.decision_id or "")
        self.dates.show_milestone(
            self.record,
            may_correct=self._is_planned and self._presenter.may_correct(self.record),
            fixed=self._fixed,
        )
        self.refresh_note()
        self.rows["planned_on"].field.setVisible(not self._is_planned)
        self.dates.setVisible(self._is_planned)

    def refresh_note(self) -> None:
        """Say what cannot be so, as the milestones stand now."""
        notes = self._presenter.notes(self.record)
        self.note.show_text("\n".join(notes))
        self.note.setVisible(bool(notes) and not self._fixed)

    def _offer(self) -> None:
        record = getattr(self, "record", None)
        if record is not None:
            self.waits.set_options(
                [Option(thread, name) for thread, name in self._presenter.may_wait_for(record)]
            )
        found = [Option(one.id, _short(one.what)) for one in self._presenter.decisions()]
        self.decision.set_options([Option("", tr("None")), *found])

    def _on_planned(self) -> None:
        """The first date stands once its field is left."""
        if self.record.planned_on is not None and not self._is_planned:
            self._is_planned = True
            self.refresh()

    def _on_correcting(self) -> None:
        self._is_planned = False
        self.refresh()
        self.rows["planned_on"].focus_first()


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_DECISION else line[: _LONGEST_DECISION - 1] + "…"


def _what(
    people: Sequence[str], presenter: TrajectoryPresenter
) -> tuple[Attribute[Milestone], ...]:
    return (
        attributes.words("what", tr("What is to be reached?"), RemarkedTextField(fewest_lines=1)),
        day_attribute("planned_on", tr("Planned for"), DateField(lambda: presenter.today), span=6),
        day_attribute("actual_on", tr("Reached on"), DateField(lambda: presenter.today), span=6),
        text_attribute("owner", tr("Who sees to it?"), PersonField(people), span=6),
        attributes.state(),
    )


def _links(waits: WaitsField, decision: PickField) -> tuple[Attribute[Milestone], ...]:
    return (
        Attribute(
            "waits_for",
            tr("What has to come first?"),
            waits,
            lambda one: tuple(one.waits_for),
            lambda one, value: replace(one, waits_for=_threads(value)),
        ),
        Attribute(
            "decision_id",
            tr("Which decision set it?"),
            decision,
            lambda one: one.decision_id or "",
            lambda one, value: replace(
                one, decision_id=EntityId(value) if isinstance(value, str) and value else None
            ),
        ),
        Attribute(
            "kinds",
            tr("What kind of step is it?"),
            ChoicesField(
                (
                    Option(_PERMANENCE, tr("Part of the plan for permanence")),
                    Option(_GOAL, tr("The goal itself")),
                ),
                columns=2,
            ),
            lambda one: tuple(
                name
                for name, is_on in ((_PERMANENCE, one.is_of_permanence), (_GOAL, one.is_goal))
                if is_on
            ),
            lambda one, value: replace(
                one,
                is_of_permanence=_has(value, _PERMANENCE),
                is_goal=_has(value, _GOAL),
            ),
        ),
    )


def _threads(value: AnswerValue) -> tuple[EntityId, ...]:
    return tuple(EntityId(one) for one in value) if isinstance(value, tuple) else ()


def _has(value: AnswerValue, name: str) -> bool:
    return isinstance(value, tuple) and name in value
