"""Who is asked and who is missing, in lines."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.services.inviting import Invitee
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.records import roles


class InviteesCard(Card):
    """People in lines: a name, and what they are to the child or why they are needed."""

    def __init__(self, title: str, nobody: str) -> None:
        super().__init__(title, spacing=12)
        self._nobody = Words(nobody, "muted")
        self._lines: list[InviteeLine] = []
        self.add(self._nobody)

    def show_people(self, people: Sequence[Invitee]) -> None:
        """Show these, in their order."""
        throw_away(self.body, *self._lines)
        self._lines = [InviteeLine(invitee) for invitee in people]
        self.add(*self._lines)
        self._nobody.setVisible(not people)

    def texts(self) -> list[str]:
        """What each line says."""
        return [line.accessibleName() for line in self._lines]


class InviteeLine(QWidget):
    """One person, or one part that nobody fills."""

    def __init__(self, invitee: Invitee) -> None:
        super().__init__()
        role = roles()[invitee.role]
        first = invitee.name or role
        second = _more(invitee, role)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        layout.addWidget(Words(first, "strong"))
        if second:
            layout.addWidget(Words(second, "muted"))
        accessibility.name(self, tr("{who}: {more}", who=first, more=second) if second else first)


def _more(invitee: Invitee, role: str) -> str:
    if invitee.is_missing and invitee.needed:
        others = [roles()[other] for other in invitee.needed.roles[1:]]
        source = tr("Source: {source}", source=invitee.needed.source)
        return f"{tr('Or: {others}.', others=', '.join(others))} {source}" if others else source
    if invitee.is_child:
        return tr("Always asked, in words of their own; never made to come")
    return invitee.relationship or (role if invitee.name else "")
