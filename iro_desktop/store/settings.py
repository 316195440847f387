"""The few words a store keeps about itself and its owner."""

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert
from typing_extensions import override

from iro_desktop.services.ports import Settings
from iro_desktop.store.tables import setting

_VALUE = select(setting.c.value).where(setting.c.name == bindparam("wanted"))
_INSERTION = insert(setting)
_KEEP = _INSERTION.on_conflict_do_update(
    index_elements=["name"], set_={"value": _INSERTION.excluded.value}
)


class SqlSettings(Settings):
    """Settings in their table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @override
    def get(self, name: str) -> str:
        """The value, empty when there is none."""
        return self._connection.execute(_VALUE, {"wanted": name}).scalar() or ""

    @override
    def set(self, name: str, value: str) -> None:
        """Keep a value."""
        self._connection.execute(_KEEP, {"name": name, "value": value})
