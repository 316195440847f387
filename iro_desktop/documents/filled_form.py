"""A form that came back filled in: what it belongs to, and what stands in each of its fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Written = str | bool


class NotAFilledForm(ValueError):
    """The file is no form of ours, or too damaged to read."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """`reference` is what `Document.answers_to` said.

    `fields` are name and answer in the order in which they stand; a tick is True where it was set.
    A program that kept the file may have lost names, which are then empty.
    """

    reference: str
    fields: tuple[tuple[str, Written], ...]

    def answers(self, names: Sequence[str]) -> Mapping[str, Written]:
        """The answers by the names that the form has, in its order.

        Where names were lost the order tells, unless fields were lost as well: then only those
        count that have kept their names.
        """
        if len(names) == len(self.fields) and not all(name for name, _ in self.fields):
            answers = [answer for _, answer in self.fields]
            return dict(zip(names, answers, strict=True))
        return {name: answer for name, answer in self.fields if name in names}
