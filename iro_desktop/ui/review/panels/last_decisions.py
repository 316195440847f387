"""The decisions of the review before, and older ones not kept yet: what became of each."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from iro_desktop.documents.blocks import text_of
from iro_desktop.documents.looking_back import outcome_and_why
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.promises import Trail, trail_of
from iro_desktop.i18n import screen, tr
from iro_desktop.problems import Problem
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import records


class LastDecisionsPanel(Panel):
    """One card for each promise made last time, or earlier and still owed."""

    writes = "decision"

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self.cards: dict[str, PromiseCard] = {}
        decisions = presenter.record.last_decisions
        if not decisions:
            self.body.addWidget(
                Words(
                    tr(
                        "Nothing was decided at an earlier review that this laptop knows of. "
                        "Ask what was promised all the same."
                    ),
                    "muted",
                )
            )
        for number, decision in enumerate(decisions, start=1):
            trail = trail_of(presenter.record.promise_trails, decision)
            card = PromiseCard(decision, number, whence(trail, presenter.record.promise_trails))
            card.set_read_only(read_only=self.is_fixed())
            card.changed.connect(self._on_changed)
            card.left.connect(self.left)
            self.cards[decision.id] = card
            self.body.addWidget(card)

    @override
    def refresh(self) -> None:
        """What was decided last time does not change while this review is on screen."""

    @override
    def row_of(self, gap: Problem) -> FormRow | None:
        card = self.cards.get(gap.data["item"])
        return None if card is None else card.kept_row

    @override
    def focus_first(self) -> bool:
        for card in self.cards.values():
            card.kept_row.focus_first()
            return True
        return False

    def _on_changed(self, decision: Decision) -> None:
        before = self._looked_at()
        self.edit(self.presenter.look_back(decision))
        if self._looked_at() != before:
            done, all_of_them = self._looked_at(), len(self.cards)
            accessibility.announce(
                self, tr("{done} of {all} looked at", done=done, all=all_of_them)
            )

    def _looked_at(self) -> int:
        return sum(
            decision.kept is not Kept.NOT_LOOKED_AT
            for decision in self.presenter.record.last_decisions
        )


class PromiseCard(QFrame):
    """One decision: what it was, whether it was kept, why not, and what the child says of that.

    `whence` says where an older one comes from; it is empty for one of last time.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, decision: Decision, number: int, whence: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self._decision, self._is_read_only = decision, False
        self._choice = ChoiceField(records.options(records.kept()), in_a_row=True)
        self._note, self._words = (
            TextField(),
            TextField(tr("in their words, for minutes and letter")),
        )
        looked_at = decision.kept is not Kept.NOT_LOOKED_AT
        self._choice.set_value(decision.kept.value if looked_at else None)
        self._note.set_value(decision.kept_note)
        self._words.set_value(decision.kept_words)
        question = tr("Was it kept?")
        of_this = tr("{question} ({of})", question=question, of=decision.what)
        self.kept_row = FormRow(question, self._choice, required=True, spoken=of_this)
        self._note_row = FormRow(tr("What happened?"), self._note)
        asked = tr("What does the child say about it? (optional)")
        self.words_row = FormRow(asked, self._words)
        layout = QVBoxLayout(self)
        margin = theme.space(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.space(8))
        layout.addWidget(Words(f"{number}. {decision.what}", "strong"))
        if who_and_when(decision):
            layout.addWidget(Words(who_and_when(decision), "muted"))
        if whence:
            layout.addWidget(Words(whence, "muted"))
        for row in self._rows():
            row.answer_changed.connect(self._on_changed)
            row.left.connect(self.left)
            layout.addWidget(row)
        self._ask_what_happened()

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether it can be seen only. What nobody looked at then has nothing to show."""
        for row in self._rows():
            row.set_read_only(read_only)
        self.kept_row.setVisible(not read_only or self._choice.value() is not None)
        self._note_row.setVisible(not read_only or self._note.value() is not None)
        self._is_read_only = read_only
        self._ask_what_happened()

    def _on_changed(self) -> None:
        chosen = self._choice.value()
        self._decision = replace(
            self._decision,
            kept=Kept(chosen) if chosen else Kept.NOT_LOOKED_AT,
            kept_note=self._note.value() or "",
            kept_words=self._words.value() or "",
        )
        self._ask_what_happened()
        self.changed.emit(self._decision)

    def _ask_what_happened(self) -> None:
        """For a promise that was not kept the child is owed a reason."""
        broken = self._choice.value() in {Kept.NOT_KEPT.value, Kept.PARTLY_KEPT.value}
        self._note_row.set_question(tr("Why not?") if broken else tr("What happened? (optional)"))
        is_said = self._words.value() is not None
        is_asked = not self._is_read_only and self._choice.value() is not None
        self.words_row.setVisible(is_said or is_asked)

    def _rows(self) -> tuple[FormRow, ...]:
        return self.kept_row, self._note_row, self.words_row


def whence(trail: Trail | None, every: Sequence[Trail]) -> str:
    """When an older decision was made, and what the last review to look at it found."""
    latest = max((each.made_on for each in every if each.made_on), default=None)
    if trail is None or trail.made_on is None or latest is None or trail.made_on >= latest:
        return ""
    made = tr("Decided on {day}, and still owed.", day=screen().date(trail.made_on))
    if trail.last is None or trail.last.held_on is None:
        return made
    found = tr(
        "Found on {day}: {outcome}",
        day=screen().date(trail.last.held_on),
        outcome=text_of(outcome_and_why(trail.last.decision, screen())),
    )
    return f"{made} {found}"


def who_and_when(decision: Decision) -> str:
    """Who was to do it, and by when."""
    when = screen().date(decision.due_on) if decision.due_on else decision.by_when
    if decision.owner and when:
        return tr("{who}, by {when}", who=decision.owner, when=when)
    return decision.owner or when
