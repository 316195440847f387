"""The ways through care that made-up children go, as steps in the SSDA903's own codes."""

from dataclasses import dataclass
from enum import StrEnum


class Living(StrEnum):
    """Who looks after a child from day to day, in one word."""

    FOSTER = "foster"
    FAMILY = "family"
    ADOPTERS = "adopters"
    PARENTS = "parents"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Step:
    """From a day on: a legal status and a home.

    `on` counts days from the start of care; below 0, days before today. `same_home` says that only
    what the home is to the child changed, and not the home.
    """

    on: int
    legal_status: str
    placement: str
    provider: str
    living: Living
    same_home: bool = False


@dataclass(frozen=True, slots=True)
class Journey:
    """Steps in order, with why the child came into care.

    `matched` says that the last home is for good; `adoption_placed` is how many days ago a child
    was placed with those who want to adopt them.
    """

    need: str
    steps: tuple[Step, ...]
    matched: bool = False
    adoption_placed: int | None = None

    @property
    def is_short_breaks(self) -> bool:
        """Whether the child lives at home and goes away for breaks."""
        return all(step.legal_status in {"V3", "V4"} for step in self.steps)


def _foster(on: int, status: str, code: str = "U6", *, same_home: bool = False) -> Step:
    return Step(on, status, code, "PR1", Living.FOSTER, same_home)


def _kin(on: int, status: str, code: str = "U3", *, same_home: bool = False) -> Step:
    return Step(on, status, code, "PR1", Living.FAMILY, same_home)


def _staff(on: int, status: str, code: str, provider: str = "PR4") -> Step:
    return Step(on, status, code, provider, Living.STAFF)


def _parents(on: int, status: str) -> Step:
    return Step(on, status, "P1", "PR0", Living.PARENTS)


def adoption(placed_days_ago: int, code: str = "A6") -> Journey:
    """A placement order, then a home with adopters. A3 and A5: with those who fostered the child.

    A3 is with the parents' consent, and so without a court's order.
    """
    stays = code in {"A3", "A5"}
    status, before = ("V2", "V2") if code == "A3" else ("E1", "C1")
    placed = Step(-placed_days_ago, status, code, "PR1", Living.ADOPTERS, stays)
    authorised = () if code == "A3" else (_foster(-(placed_days_ago + 50), status, same_home=True),)
    return Journey("N1", (_foster(0, before), *authorised, placed), adoption_placed=placed_days_ago)


def newly(status: str, placement: str = "U6") -> Journey:
    """Only just looked after."""
    foster = placement == "U6"
    return Journey("N1", (_foster(0, status) if foster else _staff(0, status, placement, "PR1"),))


INTERIM = Journey("N1", (_foster(0, "L2"), _foster(8, "C1", same_home=True)))
AFTER_POLICE_PROTECTION = Journey(
    "N1", (_foster(0, "L1"), _foster(3, "C1"), _foster(175, "C2", same_home=True))
)
INTERIM_KINSHIP = Journey("N1", (_foster(0, "C1"), _kin(12, "C1")))
PARENT_AND_BABY_UNIT = Journey("N4", (_staff(0, "C1", "R3"), _foster(70, "C1")))
FOSTERING_FOR_ADOPTION = Journey("N1", (_foster(0, "C1", "U5"), _foster(-20, "E1", "U5")))
FREED_LONG_AGO = Journey("N1", (_foster(0, "C2"), _foster(190, "D1", "U4")))
FOSTER = Journey("N1", (_foster(0, "C1"), _foster(160, "C2", same_home=True)))
FOSTER_MOVED = Journey("N1", (_foster(0, "C1"), _foster(90, "C1"), _foster(180, "C2")))
MATCHED = Journey(
    "N1",
    (_foster(0, "C1"), _foster(170, "C2", same_home=True), _foster(390, "C2", "U4")),
    matched=True,
)
KINSHIP = Journey(
    "N4", (_kin(0, "C1"), _kin(185, "C2", same_home=True), _kin(300, "C2", "U1", same_home=True))
)
WITH_PARENTS = Journey("N4", (_foster(0, "C1"), _foster(150, "C2"), _parents(-140, "C2")))
AGREED_WITH_PARENTS = Journey("N3", (_foster(0, "V2"),))
RESIDENTIAL = Journey("N1", (_foster(0, "C1"), _foster(170, "C2"), _staff(420, "C2", "K2")))
RESIDENTIAL_SCHOOL = Journey(
    "N2", (_foster(0, "C1"), _foster(170, "C2", same_home=True), _staff(430, "C2", "S1", "PR5"))
)
CARE_HOME = Journey("N2", (_foster(0, "C2"), _staff(250, "C2", "R1", "PR3")))
SECURE = Journey("N6", (_foster(0, "C1"), _staff(200, "C2", "K2"), _staff(-75, "C2", "K1", "PR2")))
REMANDED = Journey("N7", (_staff(0, "J1", "R5", "PR3"),))
SUPERVISED = Journey("N7", (_staff(0, "J1", "K2"), _staff(45, "J3", "H5")))
ON_THE_WAY_OUT = Journey(
    "N1", (_foster(0, "C1"), _foster(180, "C2"), _staff(500, "C2", "K2"), _staff(-210, "C2", "H5"))
)
STAYING_PUT = Journey(
    "N1", (_foster(0, "C1"), _foster(165, "C2"), _foster(420, "C2", "U4")), matched=True
)
UNACCOMPANIED_FOSTER = Journey("N5", (_foster(0, "V2"), _foster(25, "V2")))
UNACCOMPANIED_SUPPORTED = Journey("N5", (_foster(0, "V2"), _staff(130, "V2", "H5")))
SHORT_BREAKS_EACH = Journey("N2", (_foster(0, "V3"),))
SHORT_BREAKS_AGREED = Journey("N2", (_staff(0, "V4", "K2", "PR1"),))
