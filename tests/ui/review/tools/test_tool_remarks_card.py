"""What the tools lack, said on the closing page and no bar to it."""

from pathlib import Path

from pytestqt.qtbot import QtBot
from review_in_hand import begin, presenter_of
from tools_in_hand import tools_workspace

from iro_desktop.domain.tools.worries import WorryKind, WorryStatement
from iro_desktop.ui.review.tool_remarks_card import ToolRemarksCard
from iro_desktop.ui.review.tools.presenter import ToolsPresenter
from iro_desktop.ui.widgets.words import Words


def test_that_what_a_tool_lacks_is_said_until_it_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    with tools_workspace(tmp_path) as workspace:
        presenter = presenter_of(workspace, begin(workspace))
        gaps = presenter.gaps()
        card = ToolRemarksCard(presenter)
        qtbot.addWidget(card)
        card.refresh()
        assert card.isHidden()
        tools = ToolsPresenter(presenter)
        alone = tools.make(WorryStatement, kind=WorryKind.DANGER, words="May be alone")
        card.refresh()
        assert not card.isHidden()
        said = [words.text() for words in card.findChildren(Words) if not words.isHidden()]
        assert sum("May be alone" in words for words in said) == 2
        assert presenter.gaps() == gaps
        tools.remove(alone)
        card.refresh()
        assert card.isHidden()
