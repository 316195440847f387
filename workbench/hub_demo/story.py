"""What happens in the demonstration, step by step, in plain words."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services.clock import SystemClock
from iro_hub.database.office import Office
from workbench.hub_demo.hub import DemoHub, running_hub
from workbench.hub_demo.laptops import (
    PASSPHRASE,
    DemoLaptop,
    new_laptop,
    two_caseloads,
    words_of,
)
from workbench.words import say

_TEAM = "Independent reviewing (made up)"
_AMINA, _BEN, _MONA = "Amina Example (made up)", "Ben Sample (made up)", "Mona Madeup (made up)"
_DAYS_OF_COVER = 14


@dataclass(frozen=True)
class _Team:
    amina: DemoLaptop
    ben: DemoLaptop
    mona: DemoLaptop
    people: dict[str, str]

    @property
    def laptops(self) -> tuple[DemoLaptop, ...]:
        return (self.amina, self.ben, self.mona)


def tell(*, most_children: int, stays: bool) -> None:
    """Play it all. `stays` leaves the hub running until someone says that it is enough."""
    folder = Path(tempfile.mkdtemp(prefix="iro-hub-demo-"))
    try:
        say("Nobody in this demonstration exists. Nothing of it stays on this computer.\n")
        say("1. A hub: a private PostgreSQL, its tables, and a gateway with two workers.")
        with running_hub(folder) as hub:
            say(f"   {hub.migrations} migrations have run. The gateway answers at {hub.address}")
            with ExitStack() as laptops:
                _play(hub, folder, laptops, most_children)
            if stays:
                _stay(hub, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _play(hub: DemoHub, folder: Path, laptops: ExitStack, most_children: int) -> None:
    team = _people_and_laptops(hub, folder, laptops, most_children)
    _first_round(team)
    child = team.amina.children()[0]
    _cover(hub, team, child)
    _edit_other_fields(team, child.id)
    _edit_the_same(team, child.id)
    _read_as_manager(team, child.id)


def _people_and_laptops(
    hub: DemoHub, folder: Path, laptops: ExitStack, most_children: int
) -> _Team:
    say(f"\n2. A team, “{_TEAM}”: {_AMINA} and {_BEN}, IROs; {_MONA}, their manager.")
    codes, people = {}, {}
    with Office(hub.operator) as office:
        office.name_hub("Exampleshire (made up)")
        office.add_team(_TEAM)
        for name, role in ((_AMINA, "iro"), (_BEN, "iro"), (_MONA, "manager")):
            people[name] = office.add_person(name, role, _TEAM)
            codes[name] = office.enrol_code(people[name])
    amina, ben, mona = (
        laptops.enter_context(new_laptop(folder / name, owner))
        for name, owner in (("amina", _AMINA), ("ben", _BEN), ("mona", _MONA))
    )
    team = _Team(amina, ben, mona, people)
    for laptop, caseload in zip((amina, ben), two_caseloads(most_children), strict=True):
        laptop.take_on(caseload)
        say(f"   {laptop.owner} has {len(caseload.children)} made-up children on the laptop.")
    for laptop in team.laptops:
        laptop.enrol(hub.address, codes[laptop.owner])
    say("   Each laptop was enrolled with a code that worked once.")
    return team


def _first_round(team: _Team) -> None:
    say("\n3. The first sync: what was written before there was a hub goes up.")
    for laptop in (team.amina, team.ben):
        _sync(laptop)
    bens = {child.id for child in team.ben.children()}
    held = sum(child.id in bens for child in team.amina.children())
    say(
        f"   Of Ben's {len(bens)} children, Amina's laptop has {held or 'none'}: they are not hers."
    )


def _cover(hub: DemoHub, team: _Team, child: Child) -> None:
    until = SystemClock().today() + dt.timedelta(days=_DAYS_OF_COVER)
    say(f"\n4. Ben covers for Amina: {child.known_as} {child.family_name}, until {until}.")
    with Office(hub.operator) as office:
        office.cover(child.id, team.people[_BEN], until)
    _sync(team.ben)


def _edit_other_fields(team: _Team, child: ChildId) -> None:
    say("\n5. Both are offline and write on the same child's page, in different places.")
    team.amina.edit(child, lambda page: replace(page, communication_needs="Likes to draw."))
    team.ben.edit(child, lambda page: replace(page, social_worker="Rowan Sample"))
    say("   Amina: communication needs. Ben: the social worker's name.")
    _meet(team)
    page = team.amina.child(child)
    say(f"   Both stand now: “{page.communication_needs}”, {page.social_worker}.")


def _edit_the_same(team: _Team, child: ChildId) -> None:
    say("\n6. Both write in the same place: a person has to decide.")
    team.amina.edit(child, lambda page: replace(page, permanence_plan="Stay where they are"))
    team.ben.edit(child, lambda page: replace(page, permanence_plan="Move to an aunt"))
    _meet(team)
    (conflict,) = team.amina.open_conflicts()
    for field in conflict.disputed:
        versions = " / ".join(f"“{version}”" for version in field.versions)
        say(f"   Amina sees both versions of {field.name}: {versions}")
    team.amina.settle_by_own(conflict)
    say("   She keeps her own. Ben's stays in the history.")
    _meet(team)
    plans = {laptop.child(child).permanence_plan for laptop in (team.amina, team.ben)}
    say(f"   Both laptops say now: “{', '.join(sorted(plans))}”.")


def _read_as_manager(team: _Team, child: ChildId) -> None:
    say("\n7. The manager's laptop reads the team's records.")
    _sync(team.mona)
    page = team.mona.child(child)
    say(
        f"   She has {len(team.mona.children())} children; the plan reads “{page.permanence_plan}”."
    )


def _meet(team: _Team) -> None:
    for laptop in (team.amina, team.ben, team.amina):
        _sync(laptop)


def _sync(laptop: DemoLaptop) -> None:
    first = laptop.owner.split()[0]
    for sentence in words_of(laptop.sync()):
        say(f"   {first}'s laptop: {sentence}")


def _stay(hub: DemoHub, folder: Path) -> None:
    say(f"\nThe hub goes on at {hub.address}. Open a laptop's windows from another terminal:")
    for name in ("amina", "ben", "mona"):
        say(f"   {sys.executable} -m iro_desktop --store {folder / name}")
    say(f"   The passphrase of each: {PASSPHRASE}")
    say("Press Enter (or Ctrl-C) to end: all of it is deleted then.")
    try:
        sys.stdin.readline()
    except KeyboardInterrupt:
        say("")
