"""Three houses, a wizard or a fairy: the child picks the picture to work with."""

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from iro_desktop.domain.tools.entries import Tool
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.houses.panel import HousePanel
from iro_desktop.ui.review.tools.presenter import ToolsPresenter
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.form_row import FormRow

TO_PICK = (Tool.THREE_HOUSES, Tool.WIZARD, Tool.FAIRY)


class HousesPanel(Panel):
    """What was filled in another picture stays there, and can be gone back to."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self._tools = ToolsPresenter(presenter)
        self._shared = False
        self.panels: dict[Tool, HousePanel] = {}
        options = [Option(tool, self._tools.title(tool)) for tool in TO_PICK]
        self.pick = ChoiceField(options, in_a_row=True, may_be_cleared=False)
        self.pick_row = FormRow(tr("Which picture does the child pick?"), self.pick)
        self.pick_row.answer_changed.connect(self._on_picked)
        self._place = QVBoxLayout()
        self.body.addWidget(self.pick_row)
        self.body.addLayout(self._place)
        self._show(self._first())

    def _first(self) -> Tool:
        """The picture that is in use, else the one used last time, else the houses."""
        here = [tool for tool in TO_PICK if self._tools.is_used(tool)]
        before = [tool for tool in TO_PICK if self._tools.earlier(tool)]
        return next(iter((*here, *before)), Tool.THREE_HOUSES)

    @override
    def refresh(self) -> None:
        for panel in self.panels.values():
            panel.refresh()

    @override
    def set_shared(self, *, shared: bool) -> None:
        self._shared = shared
        for panel in self.panels.values():
            panel.set_shared(shared=shared)

    @override
    def focus_first(self) -> bool:
        self.pick_row.focus_first()
        return True

    def shown(self) -> HousePanel:
        """The panel of the picture that is picked."""
        return self.panels[Tool(str(self.pick.value()))]

    def _on_picked(self) -> None:
        self.left.emit()
        self._show(Tool(str(self.pick.value())))

    def _show(self, tool: Tool) -> None:
        self.pick.set_value(tool)
        if tool not in self.panels:
            panel = HousePanel(self.presenter, tool)
            panel.edited.connect(self.edited)
            panel.left.connect(self.left)
            panel.changed.connect(self.changed)
            panel.failed.connect(self.failed)
            panel.paper_wanted.connect(self.paper_wanted)
            panel.set_shared(shared=self._shared)
            self.panels[tool] = panel
            self._place.addWidget(panel)
        for one, panel in self.panels.items():
            panel.setVisible(one is tool)
