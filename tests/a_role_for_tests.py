"""A store on the laptop of someone of another role, as its last round with the hub left it."""

import datetime as dt

from iro_desktop.services import rights
from iro_desktop.store import SqlStore
from iro_desktop.wire.changes import ChildState

ACCESS = {
    "iro": ("own", True),
    "cover": ("cover", True),
    "manager": ("team", True),
    "auditor": ("sample", False),
    "business_support": ("assigned", True),
    "social_worker": ("part", True),
    "team_manager": ("part", True),
}
"""What the hub tells people of each role of a child they were given."""


def be(store: SqlStore, role: str, until: dt.date | None = None) -> None:
    """Let every child of the store be there for someone of a role, until a day."""
    access, writes = ACCESS[role]
    last = until.isoformat() if until else ""
    with store.unit_of_work() as uow:
        uow.settings.set("hub_person", "somebody made-up")
        uow.settings.set("hub_role", "iro" if role == "cover" else role)
        told = [ChildState(child.id, 0, "", access, writes, last) for child in uow.children.all()]
        rights.keep_told(uow.settings, told)
