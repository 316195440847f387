"""Decisions as rows of a table: numbered, and tied to their record by the same name everywhere."""

from collections.abc import Iterable

from iro_desktop.domain.decisions import Decision


def anchor_of(decision: Decision) -> str:
    """The name of a decision's row, the same in every document."""
    return f"decision-{decision.id}"


def numbered(decisions: Iterable[Decision]) -> tuple[tuple[str, Decision], ...]:
    """The decisions that say something, in order, each with its number from 1.

    Both documents number alike, so that "number 3" means the same to everyone.
    """
    written = [decision for decision in decisions if not decision.is_blank]
    in_order = sorted(written, key=lambda decision: decision.position)
    return tuple((str(number), decision) for number, decision in enumerate(in_order, start=1))


def for_the_child(decision: Decision) -> str:
    """The decision as the child is told it."""
    return decision.words_for_child.strip() or decision.what.strip()


def for_the_file(decision: Decision) -> str:
    """The decision as the file has it."""
    return decision.what.strip() or decision.words_for_child.strip()
