"""The few words a store keeps about itself and its owner."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert
from typing_extensions import override

from iro_desktop.services.ports import Settings
from iro_desktop.store.tables import setting

DEVICE = "device"
IRO_NAME = "iro_name"
HUB_ID = "hub_id"
HUB_PERSON = "hub_person"
HUB_AUTHOR = "hub_author"
WRITTEN_BESIDE = "written_beside"  # services/writing_beside.py looks at it


class SqlSettings(Settings):
    """Settings in their table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @override
    def get(self, name: str) -> str:
        """The value, empty when there is none."""
        wanted = select(setting.c.value).where(setting.c.name == name)
        return self._connection.execute(wanted).scalar() or ""

    @override
    def set(self, name: str, value: str) -> None:
        """Keep a value."""
        keep = insert(setting).values(name=name, value=value)
        self._connection.execute(
            keep.on_conflict_do_update(index_elements=["name"], set_={"value": value})
        )
