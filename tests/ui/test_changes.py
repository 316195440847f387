"""Who hears of a change."""

from pytestqt.qtbot import QtBot

from iro_desktop.services.changed import Changed, Topic
from iro_desktop.ui.changes import Changes


def test_that_a_change_is_passed_on_and_no_change_is_not(qtbot: QtBot) -> None:
    changes, heard = Changes(), []
    changes.changed.connect(heard.append)
    change = Changed(frozenset({Topic.VIEWS}))
    changes.tell(Changed())
    changes.tell(change)
    assert heard == [change]
