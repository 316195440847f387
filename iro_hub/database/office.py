"""The functions of the database that `iro-hub` calls: people, devices, and who may see whom."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Sequence

from iro_desktop.wire.council_settings import CouncilSetting
from iro_hub.database.office_call import Line
from iro_hub.database.office_rows import (
    About,
    AllocationRow,
    AuditRow,
    DeviceRow,
    GroupRow,
    PersonRow,
    QuarantineRow,
    SettingRow,
    Team,
)

_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"
_CODE_LETTERS = 24  # of 32 letters each: 120 bits


class Office(Line):
    """The operator's calls. Ids are UUIDs as text; a team goes by its name or its id.

    Raises (every call):
        HubFault: the database refused, and why.
    """

    def name_hub(self, name: str) -> None:
        """What laptops call this hub."""
        self.call("SELECT hub_office.name_hub(%s)", name)

    def about(self) -> About:
        """The hub itself."""
        (row,) = self.rows(About, "SELECT * FROM hub_office.about")
        return row

    def add_team(self, name: str, within: str = "") -> str:
        """A team, perhaps within another, whose manager then reads it too. Its id."""
        return str(self.call("SELECT hub_office.add_team(%s, %s)", name, within))

    def teams(self) -> Sequence[Team]:
        """All teams, by name."""
        return self.rows(Team, "SELECT * FROM hub_office.teams ORDER BY name")

    def add_person(
        self,
        name: str,
        role: str,
        team: str,
        *,
        whole_service: bool = False,
        issuer: str = "",
        subject: str = "",
    ) -> str:
        """Someone with a role in a team. Their id. `name` is what stands under their revisions."""
        return str(
            self.call(
                "SELECT hub_office.add_person(%s, %s, %s, %s, %s, %s)",
                name,
                role,
                team,
                whole_service,
                issuer,
                subject,
            )
        )

    def change_person(
        self,
        person: str,
        *,
        name: str | None = None,
        role: str | None = None,
        team: str | None = None,
        whole_service: bool | None = None,
        identity: tuple[str, str] | None = None,
    ) -> None:
        """Change what is given. `identity` is the issuer and their subject, or two empty texts."""
        issuer, subject = identity if identity is not None else (None, None)
        self.call(
            "SELECT hub_office.change_person(%s, %s::text, %s::text, %s::text, %s::boolean,"
            " %s::text, %s::text)",
            person,
            name,
            role,
            team,
            whole_service,
            issuer,
            subject,
        )

    def people(self) -> Sequence[PersonRow]:
        """Everyone, by name."""
        return self.rows(PersonRow, "SELECT * FROM hub_office.people ORDER BY name, id")

    def deactivate(self, person: str) -> None:
        """They may only hand over what is unsent, which goes into quarantine."""
        self.call("SELECT hub_office.deactivate(%s)", person)

    def reactivate(self, person: str) -> None:
        """They may call again as before."""
        self.call("SELECT hub_office.reactivate(%s)", person)

    def enrol_code(self, person: str, minutes: int = 60) -> str:
        """A code that enrols one device of a person once, within so many minutes."""
        letters = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LETTERS))
        self.call(
            "SELECT hub_office.enrol_code(%s, %s, %s)",
            person,
            hashlib.sha256(letters.encode()).digest(),
            minutes,
        )
        return "-".join(letters[place : place + 4] for place in range(0, _CODE_LETTERS, 4))

    def devices(self) -> Sequence[DeviceRow]:
        """All devices, the newest last."""
        return self.rows(DeviceRow, "SELECT * FROM hub_office.devices ORDER BY enrolled_at, id")

    def revoke(self, device: str, why: str = "") -> None:
        """A laptop that was lost or handed back: told at its next contact."""
        self.call("SELECT hub_office.revoke(%s, %s)", device, why)

    def map_group(
        self, issuer: str, group: str, role: str, team: str, *, whole_service: bool = False
    ) -> None:
        """What a group of an issuer makes of someone who signs in."""
        self.call(
            "SELECT hub_office.map_group(%s, %s, %s, %s, %s)",
            issuer,
            group,
            role,
            team,
            whole_service,
        )

    def unmap_group(self, issuer: str, group: str) -> None:
        """The group says nothing any more."""
        self.call("SELECT hub_office.unmap_group(%s, %s)", issuer, group)

    def groups(self) -> Sequence[GroupRow]:
        """All groups, in the order in which they win."""
        return self.rows(GroupRow, "SELECT * FROM hub_office.groups ORDER BY position")

    def allocate(self, child: str, person: str, *, team: str = "") -> None:
        """Give a child to its IRO, and to their team or another. Who had it has it no longer."""
        self.call("SELECT hub_office.allocate(%s, %s, %s)", child, person, team)

    def cover(self, child: str, person: str, until: dt.date) -> None:
        """Let another IRO read and write a child's record until the end of a day."""
        self.call("SELECT hub_office.cover(%s, %s, %s)", child, person, until)

    def assign(
        self, child: str, person: str, *, review: str = "", until: dt.date | None = None
    ) -> None:
        """Business support: a review's documents, or all. Social worker and theirs: their part."""
        self.call("SELECT hub_office.assign(%s, %s, %s, %s::date)", child, person, review, until)

    def sample(self, child: str, person: str, until: dt.date) -> None:
        """Let an auditor read a child's record until the end of a day."""
        self.call("SELECT hub_office.sample(%s, %s, %s)", child, person, until)

    def end_access(self, child: str, person: str, *, review: str = "") -> int:
        """End what a person may see of a child. How many accesses ended."""
        return int(self.call("SELECT hub_office.end_access(%s, %s, %s)", child, person, review))

    def move_child(self, child: str, team: str) -> None:
        """Another team's manager reads the child from now on."""
        self.call("SELECT hub_office.move_child(%s, %s)", child, team)

    def allocations(self, *, child: str = "", person: str = "") -> Sequence[AllocationRow]:
        """Who may see which child, or could, the newest last."""
        return self.rows(
            AllocationRow,
            "SELECT * FROM hub_office.allocations"
            " WHERE (%s = '' OR child = %s) AND (%s = '' OR person = %s) ORDER BY id",
            child,
            child,
            person,
            person,
        )

    def quarantine(self) -> Sequence[QuarantineRow]:
        """What waits for a decision, oldest first."""
        return self.rows(QuarantineRow, "SELECT * FROM hub_office.quarantine ORDER BY serial")

    def decide_quarantine(self, bundle: str, decision: str, reason: str) -> None:
        """`decision` is "release" or "set_aside"."""
        self.call("SELECT hub_office.decide_quarantine(%s, %s, %s)", bundle, decision, reason)

    def set_escrow_key(self, key: str) -> None:
        """The council's public key, base64, for which sealed pages are sealed too; or none."""
        self.call("SELECT hub_office.set_escrow_key(%s)", key)

    def publish_setting(self, setting: CouncilSetting, verify_key: str) -> None:
        """A signed setting, one version more than its last. `verify_key`: what checks it."""
        self.call(
            "SELECT hub_office.publish_setting(%s, %s::integer, %s::date, %s, %s, %s)",
            setting.name,
            setting.version,
            setting.from_day,
            setting.content,
            setting.signature,
            verify_key,
        )

    def settings(self) -> Sequence[SettingRow]:
        """Every version of every setting."""
        return self.rows(SettingRow, "SELECT * FROM hub_office.settings ORDER BY name, version")

    def audit(
        self,
        *,
        child: str = "",
        person: str = "",
        since: dt.datetime | dt.date | None = None,
        most: int = 1000,
    ) -> Sequence[AuditRow]:
        """The newest rows that fit, oldest of them first."""
        return self.rows(
            AuditRow,
            "SELECT * FROM (SELECT * FROM hub_office.audit"
            " WHERE (%s = '' OR child = %s) AND (%s = '' OR person = %s)"
            " AND (%s::timestamptz IS NULL OR at >= %s::timestamptz)"
            " ORDER BY serial DESC LIMIT %s) AS newest ORDER BY serial",
            child,
            child,
            person,
            person,
            since,
            since,
            most,
        )
