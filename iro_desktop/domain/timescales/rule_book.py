"""Every rule by its name, each with the versions that were in force one after another."""

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping

from iro_desktop.domain.timescales.rule import Rule


class NoSuchRule(LookupError):
    """No rule has that name. `nearest` is one that is spelt like it, or empty."""

    def __init__(self, name: str, nearest: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.nearest = nearest


class NotInForce(LookupError):
    """The rule is known, but was not in force on `day`; `versions` says when it was."""

    def __init__(self, name: str, day: dt.date, versions: tuple[Rule, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.day = day
        self.versions = versions


class RuleBook:
    """Rules by name, in the order they were given. Versions of one rule never overlap."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        versions: dict[str, list[Rule]] = {}
        for rule in rules:
            versions.setdefault(rule.id, []).append(rule)
        self._versions: Mapping[str, tuple[Rule, ...]] = {
            name: tuple(sorted(found, key=lambda rule: rule.in_force.first, reverse=True))
            for name, found in versions.items()
        }

    def __iter__(self) -> Iterator[Rule]:
        """The newest version of every rule."""
        return (versions[0] for versions in self._versions.values())

    def __contains__(self, name: object) -> bool:
        """Whether a rule has that name."""
        return name in self._versions

    def __len__(self) -> int:
        """How many rules there are, versions not counted."""
        return len(self._versions)

    def versions(self, name: str) -> tuple[Rule, ...]:
        """All versions, the newest first. Raises NoSuchRule."""
        found = self._versions.get(name)
        if found is None:
            near = difflib.get_close_matches(name, self._versions, n=1)
            raise NoSuchRule(name, near[0] if near else "")
        return found

    def in_force(self, name: str, day: dt.date) -> Rule:
        """The rule as it was on `day`: history is reckoned with the rules of its day.

        Raises:
            NoSuchRule: none has that name.
            NotInForce: none was in force that day.
        """
        versions = self.versions(name)
        for rule in versions:
            if rule.in_force.holds(day):
                return rule
        raise NotInForce(name, day, versions)
