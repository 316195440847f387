"""A letter to the child or formal minutes: what is proposed by rule. The IRO decides."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.review import Output
from iro_desktop.domain.working_days import add_months

_TWO_YEARS = 24  # months

PERMANENTLY_MATCHED = "permanently_matched"
OVER_TWO_YEARS = "over_two_years"
LESS_THAN_TWO_YEARS = "less_than_two_years"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, with the name of the reason, which a face puts into words."""

    output: Output
    reason: str


def propose(*, permanently_matched: bool, in_home_since: dt.date | None, held: dt.date) -> Proposal:
    """A letter for a child who is permanently matched, or over two years in one home.

    Two years to the day are not over two years. Where nobody knows since when, minutes.
    """
    if permanently_matched:
        return Proposal(Output.LETTER, PERMANENTLY_MATCHED)
    if in_home_since is not None and held > add_months(in_home_since, _TWO_YEARS):
        return Proposal(Output.LETTER, OVER_TWO_YEARS)
    return Proposal(Output.MINUTES, LESS_THAN_TWO_YEARS)
