"""A child's contacts, without the screen: begun by one choice, kept as they are typed."""

import datetime as dt
from collections.abc import Callable

from iro_desktop.domain.activities import Activity, ActivityKind
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services import activities
from iro_desktop.services.changed import Changed
from iro_desktop.services.workspace import Workspace


class ContactsPresenter:
    """One child at a time. `tell` takes what a change touched to the other screens."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace = workspace
        self._tell = tell

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    def of_child(self, child: ChildId) -> tuple[Activity, ...]:
        """What was done, the latest first."""
        return activities.of_child(self._workspace.uow_factory, child)

    def begin(self, child: ChildId, kind: ActivityKind) -> Activity:
        """One more, done today, kept at once. Raises NoSuchThing, NoSpace."""
        made = activities.new_activity(self._workspace.uow_factory, child, kind, self.today)
        self.keep(made)
        return made

    def keep(self, activity: Activity) -> None:
        """Keep one as it is written now; also brings back one removed. Raises NoSpace."""
        self._tell(activities.keep(self._workspace.uow_factory, activity))

    def remove(self, activity: Activity) -> None:
        """Take one away. Raises NoSpace."""
        self._tell(activities.remove(self._workspace.uow_factory, activity))
