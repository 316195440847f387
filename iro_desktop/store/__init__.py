"""What is known about children and reviews, encrypted on disk: SQLCipher behind SQLAlchemy Core."""

from iro_desktop.store.backup import restore
from iro_desktop.store.sql_store import SqlStore, create_store, open_store

__all__ = ["SqlStore", "create_store", "open_store", "restore"]
