"""Up to which moment a verified backup holds everything, as the hub tells its laptops.

What is younger stays on the laptops: a hub that is restored gets it back from them.
"""

import datetime as dt

import psycopg

from iro_hub.faults import HubFault


def settled_moment(dsn: str) -> dt.datetime:
    """The moment up to which a backup that begins now holds whatever was received."""
    with psycopg.connect(dsn, autocommit=True, application_name="iro-hub backup") as connection:
        row = connection.execute("SELECT hub.settled_moment()").fetchone()
    if row is None or not isinstance(row[0], dt.datetime):
        raise HubFault("unavailable", "The database does not say how late it is.")
    return row[0]


def note_backup(dsn: str, up_to: dt.datetime) -> None:
    """Note that a backup up to this moment was verified, and lies where it is to be kept."""
    with psycopg.connect(dsn, autocommit=True, application_name="iro-hub backup") as connection:
        connection.execute("SELECT hub.note_backup(%s)", [up_to])
