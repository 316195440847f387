"""Everything a due date needs: the rules of the land and of the council, and the holidays."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.timescales.explained import Explained, Holidays, explain
from iro_desktop.domain.timescales.rule_book import RuleBook


@dataclass(frozen=True, slots=True)
class Reckoner:
    """The one engine that every due date in the program comes from."""

    rules: RuleBook
    holidays: Holidays

    def due(self, rule: str, start: dt.date) -> Explained:
        """When what began on `start` is due, by the rule as it was that day.

        Raises:
            NoSuchRule: no rule has that name.
            NotInForce: the rule was not in force that day.
        """
        return explain(self.rules.in_force(rule, start), start, self.holidays)
