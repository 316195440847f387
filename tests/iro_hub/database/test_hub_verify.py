"""What was changed behind the database's back is found; what was not is not."""

import uuid

import pytest
from made_up_service import MadeUpService, bundle, new
from psycopg import sql

from iro_hub.database import calls, checks

FILE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"  # of b"test"
TAMPERED = {
    "a body": (
        "UPDATE hub.revision SET body = replace(body, 'told', 'sold') WHERE seq = 3",
        {(3, "It is not what was sent, or not from whom.")},
    ),
    "a column": (
        "UPDATE hub.revision SET kind = 'view' WHERE seq = 3",
        {(3, "It is filed as something else than it says.")},
    ),
    "a gap": (
        "DELETE FROM hub.revision WHERE seq = 3",
        {
            (3, "A number is missing."),
            (4, "It is not what was sent, or not from whom."),
            (3, "A bundle has more or fewer revisions than it had."),
        },
    ),
    "the end": (
        "DELETE FROM hub.revision WHERE seq = 4",
        {
            (4, "The record does not end where it should."),
            (3, "A bundle has more or fewer revisions than it had."),
        },
    ),
    "who sent it": (
        "UPDATE hub.bundle SET person_name = 'Somebody Else' WHERE first_seq = 3",
        {(3, "It is not what was sent, or not from whom.")},
    ),
    "when": (
        "UPDATE hub.bundle SET received_at = received_at - interval '1 day' WHERE first_seq = 3",
        {(3, "It is not what was sent, or not from whom.")},
    ),
    "the child's chain": (
        "UPDATE hub.child SET chain = '\\x00'",
        {(4, "The record does not end where it should.")},
    ),
    "a bundle": (
        "DELETE FROM hub.bundle WHERE first_seq = 3",
        {
            (3, "Its bundle is missing."),
            (4, "Its bundle is missing."),
            (3, "It is not what was sent, or not from whom."),
        },
    ),
    "a file": (
        "UPDATE hub.file_piece SET content = 'other'",
        {(0, f"The file {FILE} is not what its name says.")},
    ),
}


def _written(service: MadeUpService) -> str:
    iro = service.someone("iro", "Made-up Officer")
    child = new()
    service.push(iro, bundle(iro, child, 2), bundle(iro, child, 2))
    calls.send_piece(service.pools, iro.token, child, FILE, 0, 4, b"test")
    return child


@pytest.mark.parametrize("what", TAMPERED)
def test_that_tampering_is_found(own_service: MadeUpService, what: str) -> None:
    child = _written(own_service)
    assert checks.verify(own_service.database.owner) == ()
    statement, faults = TAMPERED[what]
    with own_service.owner.transaction():
        own_service.owner.execute("SET LOCAL session_replication_role = replica")  # no guards
        own_service.owner.execute(statement.encode())
    found = {(one.seq, one.what) for one in checks.verify(own_service.database.owner)}
    assert found == faults
    assert {one.child for one in checks.verify(own_service.database.owner)} == {child}


def test_that_a_guard_that_is_off_and_a_right_too_many_are_found(
    own_service: MadeUpService,
) -> None:
    own_service.owner.execute("ALTER TABLE hub.audit DISABLE TRIGGER stays_as_it_is")
    own_service.owner.execute("GRANT SELECT ON hub.revision TO iro_gateway")
    assert {one.what for one in checks.verify(own_service.database.owner)} == {
        "Rows of audit can be changed: its guard is off.",
        "The gateway has rights on hub.revision.",
    }


def test_that_revisions_of_no_child_are_found(own_service: MadeUpService) -> None:
    child = _written(own_service)
    other = str(uuid.uuid4())
    with own_service.owner.transaction():
        own_service.owner.execute("SET LOCAL session_replication_role = replica")
        own_service.owner.execute(
            sql.SQL("UPDATE hub.revision SET child = {}").format(sql.Literal(other))
        )
    found = {(one.child, one.what) for one in checks.verify(own_service.database.owner)}
    assert (other, "There are revisions of a child that the hub does not list.") in found
    assert (child, "The record does not end where it should.") in found
