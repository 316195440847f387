"""What the council opens with its own key: by whom and why is written down before."""

import base64
import json
import stat
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
import psycopg
import pytest
from hub_runs import hub
from psycopg import errors

from iro_desktop.services.team_hub.boxes import KeyPair
from iro_desktop.vault.sealing import NaclBoxes
from iro_desktop.wire.people import Enrol
from iro_desktop.wire.revisions import Sealed
from iro_hub.database import calls
from iro_hub.database.office import Office
from iro_hub.database.pool import Pools
from postgres_for_tests import HubDatabase

BOXES = NaclBoxes()
WORDS = "Zorbelina hides under the stairs"
WHY = "Subject access 17, agreed with the director"


@dataclass
class Sealing:
    """A child whose IRO has a laptop, and an IRO after them; the council's key, in a file."""

    database: HubDatabase
    key: Path
    public: str
    child: str
    amina: str
    ben: str
    tokens: Mapping[str, str]
    pairs: Mapping[str, KeyPair]

    def send(self, readers: Mapping[str, str], *, inside: str = "", review: str = "") -> str:
        """A page of the child's as Amina's laptop seals it. Its id."""
        page, entity = str(uuid.uuid4()), str(uuid.uuid4())
        names = {"id": inside or page, "child": self.child, "entity": entity, "kind": "view"}
        plain = msgspec.json.encode({**names, "fields": {"words": WORDS}})
        self.send_body(page, entity, msgspec.to_builtins(BOXES.seal(plain, readers)), review)
        return page

    def send_body(self, page: str, entity: str, sealed: object, review: str = "") -> None:
        """A page with whatever was sent as its box."""
        body = {
            "id": page,
            "child": self.child,
            "review": review or None,
            "entity": entity,
            "kind": "view",
            "parents": [],
            "author": "Amina Example",
            "device": "laptop-a",
            "made_at": "2026-11-22T10:00:00Z",
            "fields": {},
            "withdrawn": False,
            "sealed": sealed,
        }
        texts = calls.BundleTexts(str(uuid.uuid4()), self.child, False, [json.dumps(body).encode()])
        with Pools(self.database.gateway) as pools:
            (outcome,) = calls.push(pools, self.tokens["laptop-a"], [texts]).bundles
        assert outcome.outcome == "accepted", outcome

    def for_all(self) -> dict[str, str]:
        return {"laptop-a": self.pairs["laptop-a"].public, "escrow": self.public}


@pytest.fixture
def sealing(reached: HubDatabase, tmp_path: Path) -> Sealing:
    key = tmp_path / "escrow.key"
    public = hub("escrow", "key", key).done
    assert hub("escrow", "use", public).code == 0
    child, tokens, people = str(uuid.uuid4()), {}, []
    pairs = {device: BOXES.new_pair() for device in ("laptop-a", "laptop-b")}
    with Office(reached.operator) as office, Pools(reached.gateway, reached.sign_in) as pools:
        office.add_team("North")
        for name, device in (("Amina Example", "laptop-a"), ("Ben Sample", "laptop-b")):
            people.append(office.add_person(name, "iro", "North"))
            code = office.enrol_code(people[-1])
            told = calls.enrol(pools, Enrol(code, device, pairs[device].public), "here")
            tokens[device] = told.token
        office.allocate(child, people[0])
    return Sealing(reached, key, public, child, people[0], people[1], tokens, pairs)


def _open(sealing: Sealing, *more: object, key: Path | None = None) -> tuple[object, ...]:
    words = ("escrow", "open", sealing.child, "--key", key or sealing.key, "--reason", WHY)
    return (*words, *more)


def test_that_a_key_is_made_without_a_hub_and_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "escrow.key"
    public = hub("escrow", "key", file).done
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    secret = file.read_text("ascii").strip()
    assert (BOXES.public_of(secret), len(base64.b64decode(secret))) == (public, 32)
    assert hub("escrow", "key", file).is_refused("already")


def test_that_the_hub_is_told_the_public_half_alone(sealing: Sealing) -> None:
    query = "SELECT escrow_key FROM hub.itself"
    with sealing.database.connect() as owner:
        assert owner.execute(query).fetchone() == (sealing.public,)
        assert hub("escrow", "none").code == 0
        assert owner.execute(query).fetchone() == ("",)
    assert hub("escrow", "use", "no key").is_refused("right form")


def test_that_pages_are_opened_for_who_has_the_key_and_says_why(
    sealing: Sealing, tmp_path: Path
) -> None:
    page = sealing.send(sealing.for_all())
    earlier = sealing.send({"laptop-a": sealing.pairs["laptop-a"].public})
    out = tmp_path / "opened.json"
    said = hub(*_open(sealing, "--out", out))
    assert (said.done, WORDS in said.err) == ("", False)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    told = json.loads(out.read_bytes())
    assert [(one["id"], one["fields"]) for one in told["pages"]] == [(page, {"words": WORDS})]
    assert [(one["id"], one["why"]) for one in told["closed"]] == [(earlier, "before_escrow")]
    assert (told["child"], told["reason"], told["format"]) == (
        sealing.child,
        WHY,
        "iro-opened-pages-1",
    )
    (row,) = json.loads(hub("escrow", "list", "--json").done)
    assert (row["child"], row["reason"], row["pages"], row["purpose"]) == (
        sealing.child,
        WHY,
        2,
        "open",
    )
    assert row["named"]
    assert "escrow_open" in hub("audit", "--child", sealing.child).done
    assert WORDS in hub(*_open(sealing)).done
    assert hub(*_open(sealing, "--out", out)).is_refused("already")


def test_that_one_reviews_pages_are_opened_alone(sealing: Sealing) -> None:
    review = str(uuid.uuid4())
    sealing.send(sealing.for_all())
    page = sealing.send(sealing.for_all(), review=review)
    told = json.loads(hub(*_open(sealing, "--review", review)).done)
    assert [one["id"] for one in told["pages"]] == [page]


def test_that_another_key_opens_nothing_and_is_written_down_all_the_same(
    sealing: Sealing, tmp_path: Path
) -> None:
    sealing.send(sealing.for_all())
    other = tmp_path / "other.key"
    assert hub("escrow", "key", other).code == 0
    assert hub(*_open(sealing, key=other)).is_refused("another escrow key")
    assert len(json.loads(hub("escrow", "list", "--json").done)) == 1
    assert WORDS in hub(*_open(sealing, "--key", other)).done
    assert hub(*_open(sealing, key=tmp_path / "nothing")).is_refused("no secret half")
    blank = ("escrow", "open", sealing.child, "--key", sealing.key, "--reason", "  ")
    assert hub(*blank).is_refused("right form")


def test_that_a_box_that_was_moved_or_is_none_stays_closed(sealing: Sealing) -> None:
    sealing.send(sealing.for_all(), inside=str(uuid.uuid4()))
    for box in ({"box": "", "keys": {}, "more": 1}, {"box": "x", "keys": {"escrow": "y"}}):
        sealing.send_body(str(uuid.uuid4()), str(uuid.uuid4()), box)
    good = sealing.send(sealing.for_all())
    told = json.loads(hub(*_open(sealing)).done)
    assert [one["id"] for one in told["pages"]] == [good]
    assert sorted(one["why"] for one in told["closed"]) == ["broken", "broken", "other_key"]


def test_that_no_box_is_given_before_the_audit_holds_who_asked(sealing: Sealing) -> None:
    sealing.send(sealing.for_all())
    ask = "SELECT opening FROM hub_office.ask_escrow('open', %s, '', 'Me', 'Why')"
    with psycopg.connect(sealing.database.operator) as operator:
        (opening,) = operator.execute(ask, [sealing.child]).fetchone() or (0,)
        with pytest.raises(psycopg.DatabaseError, match="not_asked"):
            operator.execute("SELECT hub_office.sealed_pages(%s)", [opening])
        operator.rollback()
        with pytest.raises(psycopg.DatabaseError, match="not_asked"):
            operator.execute("SELECT hub_office.sealed_pages(%s)", [opening])
        operator.rollback()
        operator.execute("SAVEPOINT within")
        (opening,) = operator.execute(ask, [sealing.child]).fetchone() or (0,)
        operator.execute("RELEASE within")
        with pytest.raises(psycopg.DatabaseError, match="not_asked"):
            operator.execute("SELECT hub_office.sealed_pages(%s)", [opening])
        operator.rollback()
        (opening,) = operator.execute(ask, [sealing.child]).fetchone() or (0,)
        operator.commit()
        (text,) = operator.execute("SELECT hub_office.sealed_pages(%s)", [opening]).fetchone() or ()
        assert set(msgspec.json.decode(text)["sealed"]) == {"box", "keys"}
    with (
        psycopg.connect(sealing.database.gateway) as gateway,
        pytest.raises(errors.InsufficientPrivilege),
    ):
        gateway.execute("SELECT hub_office.sealed_pages(%s)", [opening])
    with sealing.database.connect() as owner, pytest.raises(psycopg.DatabaseError, match="never"):
        owner.execute("DELETE FROM hub.escrow_opening")


def test_that_the_next_iro_reads_what_was_sealed_for_the_last_once_escrow_lets_them(
    sealing: Sealing,
) -> None:
    page = sealing.send(sealing.for_all())
    sealed_for_few = sealing.send({"laptop-a": sealing.pairs["laptop-a"].public})
    assert hub("allocate", sealing.child, "Ben Sample").code == 0
    grant = ("escrow", "grant", sealing.child, "--key", sealing.key, "--reason", "New IRO")
    said = hub(*grant)
    assert (said.done, said.err.split(".")[0]) == ("", "Keys given: 1")
    with Pools(sealing.database.gateway) as pools:
        given = calls.grants(pools, sealing.tokens["laptop-b"], sealing.child).keys
    assert set(given) == {page}
    assert sealed_for_few not in given
    with sealing.database.connect() as owner:
        (body,) = owner.execute("SELECT body FROM hub.revision WHERE id = %s", [page]).fetchone()  # type: ignore[misc]
    box = msgspec.convert(msgspec.json.decode(body)["sealed"], Sealed)
    theirs = msgspec.structs.replace(box, keys={"laptop-b": given[page]})
    plain = BOXES.open(theirs, {"laptop-b": sealing.pairs["laptop-b"].secret})
    assert plain is not None
    assert WORDS.encode() in plain
    rows = json.loads(hub("escrow", "list", "--json").done)
    assert [(row["purpose"], row["reason"]) for row in rows] == [("grant", "New IRO")]


def test_that_escrow_gives_no_key_to_a_laptop_that_is_not_the_childs_iros(
    sealing: Sealing,
) -> None:
    page = sealing.send(sealing.for_all())
    with psycopg.connect(sealing.database.operator, autocommit=True) as operator:
        ask = "SELECT opening FROM hub_office.ask_escrow(%s, %s, '', 'Me', 'Why')"
        for purpose, device, fault in (
            ("open", "laptop-a", "not_asked"),
            ("grant", "laptop-b", "malformed"),
        ):
            (opening,) = operator.execute(ask, [purpose, sealing.child]).fetchone() or (0,)
            told = json.dumps([{"revision": page, "device": device, "key": "k"}])
            with pytest.raises(psycopg.DatabaseError, match=fault):
                operator.execute("SELECT hub_office.give_keys(%s, %s)", [opening, told])
    assert hub("withdraw", sealing.child, "Amina Example").code == 0
    grant = ("escrow", "grant", sealing.child, "--key", sealing.key, "--reason", "New IRO")
    assert hub(*grant).is_refused("no laptop")
