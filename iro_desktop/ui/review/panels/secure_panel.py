"""Who sits on the panel that reviews a secure placement, and whether it may."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.independence import PanelMember
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.problems import Problem
from iro_desktop.services.council_people import names
from iro_desktop.services.wording import why_not_independent
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.attribute import Attribute, text_attribute
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.iconed import IconLabel
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words

_YES, _NO = "yes", "no"


class SecurePanel(CardsPanel[PanelMember]):
    """One card for each member; above them, what stands in the way of their sitting."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        self.verdict = PanelVerdict()
        super().__init__(presenter)
        card = Card(tr("The panel"))
        card.add(
            Words(
                tr(
                    "Three people or more, one of them independent. "
                    "Its chair is not the child's own IRO."
                ),
                "muted",
            ),
            self.verdict,
        )
        self.body.insertWidget(0, card)
        self.edited.connect(self._judge)

    @override
    def refresh(self) -> None:
        super().refresh()
        self._judge()

    @override
    def things(self) -> Sequence[PanelMember]:
        return self.presenter.members

    @override
    def make_thing(self) -> PanelMember:
        return self.presenter.add_member()

    @override
    def make_card(self, thing: PanelMember) -> RecordCard[PanelMember]:
        return RecordCard(thing, _attributes(self.presenter), removing=tr("Take off the panel"))

    @override
    def title_of(self, thing: PanelMember, number: int) -> str:
        name = thing.name.strip() or tr("Member {number}", number=number)
        return tr("{name} · chair", name=name) if thing.is_chair else name

    @override
    def add_words(self) -> str:
        return tr("Add a member of the panel")

    @override
    def empty_words(self) -> str:
        return tr("Nobody is on the panel yet.")

    @override
    def undo_words(self) -> str:
        return tr("Put back on the panel")

    def _judge(self) -> None:
        self.verdict.show_problems(() if self.is_fixed() else self.presenter.panel_problems())
        self.verdict.setVisible(not self.is_fixed())


class PanelVerdict(QWidget):
    """That the panel may sit; or each thing because of which it may not. Changes are said."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[QWidget] = []
        self._said = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space(6))

    def text(self) -> str:
        """All that it says."""
        return self._said

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong, if anything is."""
        reasons = [why_not_independent(problem.code, screen()) for problem in problems]
        head = tr("The panel may not sit yet:") if reasons else tr("This panel may sit.")
        said = accessibility.sentence(head, *reasons)
        if said == self._said:
            return
        was_shown = bool(self._said)
        self._said = said
        accessibility.name(self, said)
        throw_away(self._layout, *self._lines)
        icon = ("circle-alert", "danger") if reasons else ("circle-check", "success")
        self._lines = [_line(*icon, Words(head, "strong"))]
        self._lines += [_line("x", "danger", Words(reason)) for reason in reasons]
        for line in self._lines:
            self._layout.addWidget(line)
        if was_shown:
            accessibility.announce(self, said)


def _line(icon: str, colour: str, words: Words) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.space(8))
    layout.addWidget(IconLabel(icon, colour, 18), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(words, 1)
    return line


def _attributes(presenter: ReviewPresenter) -> tuple[Attribute[PanelMember], ...]:
    return (
        text_attribute("name", tr("Name"), PersonField(names(presenter.council)), span=7),
        Attribute(
            "is_chair",
            tr("Do they chair it?"),
            _yes_or_no(),
            lambda member: _said(yes=member.is_chair),
            lambda member, value: replace(member, is_chair=value == _YES),
            span=5,
        ),
        Attribute(
            "is_member_or_officer",
            tr("A member or officer of the council that looks after the child?"),
            _yes_or_no(),
            lambda member: _said(yes=member.is_member_or_officer),
            lambda member, value: replace(member, is_member_or_officer=value == _YES),
            span=7,
        ),
        Attribute(
            "works_for_the_home",
            tr("Works for those who run the home?"),
            _yes_or_no(),
            lambda member: _said(yes=member.works_for_the_home),
            lambda member, value: replace(member, works_for_the_home=value == _YES),
            span=5,
        ),
    )


def _yes_or_no() -> PickField:
    return PickField((Option(_YES, tr("Yes")), Option(_NO, tr("No"))))


def _said(*, yes: bool) -> str:
    return _YES if yes else _NO
