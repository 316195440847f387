"""Questions of the bank, or the IRO's own, that were asked at a meeting, and what was answered."""

from dataclasses import dataclass

from iro_desktop.domain.tools.entries import ToolEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion(ToolEntry):
    """One question. `bank_id` names it in the practice pack, empty for one of the IRO's own.

    `heard_from` is who was asked. `is_best` marks the IRO's own best question of this review.
    """

    bank_id: str = ""
    question: str = ""
    answer: str = ""
    is_best: bool = False
