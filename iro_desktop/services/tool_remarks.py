"""What the practice tools of a review still lack: said gently, and never a bar to closing."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from iro_desktop.domain.tools.comparison import entries_of
from iro_desktop.domain.tools.entries import Tool
from iro_desktop.domain.tools.record import ToolRecord
from iro_desktop.domain.tools.waiting import WaitingFault, problems_of
from iro_desktop.domain.tools.worries import WorryKind, WorryStatement
from iro_desktop.i18n.translator import Translator
from iro_desktop.problems import Problem, Severity


class ToolRemark(StrEnum):
    """What is lacking. The Problem's `subject` is the id of the entry, `data["text"]` its words."""

    WITHOUT_GOAL = "statement_without_goal"
    WITHOUT_SCALE = "statement_without_scale"
    WITHOUT_SPEAKER = "verbatim_without_speaker"
    UNEXPLAINED_DISPUTE = "dispute_without_words"


def remarks_of(tools: ToolRecord, today: dt.date) -> tuple[Problem, ...]:
    """Everything worth a look before closing, tool by tool."""
    return (
        *(remark for one in tools.worries for remark in _of_statement(one)),
        *problems_of(tools.milestones, today),
        *_without_speaker(tools),
    )


def sentence(problem: Problem, tr: Translator) -> str:
    """A remark as one sentence."""
    text, other = problem.data.get("text", ""), problem.data.get("other", "")
    sentences: dict[str, str] = {
        ToolRemark.WITHOUT_GOAL: tr(
            "“{text}” has no goal yet: what would be well enough?", text=text
        ),
        ToolRemark.WITHOUT_SCALE: tr(
            "“{text}” has no scaling question yet that measures its goal.", text=text
        ),
        ToolRemark.WITHOUT_SPEAKER: tr(
            "“{text}” is word for word, and does not say whose words.", text=text
        ),
        ToolRemark.UNEXPLAINED_DISPUTE: tr(
            "Someone sees “{text}” differently; what they say instead is not written down.",
            text=text,
        ),
        WaitingFault.IN_A_RING: tr("“{text}” waits, in the end, for itself.", text=text),
        WaitingFault.FOR_NOTHING: tr(
            "“{text}” waits for a step that is not there any more.", text=text
        ),
        WaitingFault.BEFORE_ITS_TIME: tr(
            "“{text}” is planned before “{other}”, for which it waits.", text=text, other=other
        ),
        WaitingFault.IN_THE_FUTURE: tr(
            "“{text}” is said to have been done on a day to come.", text=text
        ),
    }
    return sentences[problem.code]


def _of_statement(one: WorryStatement) -> Iterable[Problem]:
    if not one.words.strip():
        return
    # A statement of danger is always paired; what has happened already, and a lesser worry, may be.
    if one.kind is WorryKind.DANGER:
        if not one.goal.strip():
            yield _remark(ToolRemark.WITHOUT_GOAL, one.id, one.words)
        if one.scale_id is None:
            yield _remark(ToolRemark.WITHOUT_SCALE, one.id, one.words)
    if one.disputed_by and not one.disagreement.strip():
        yield _remark(ToolRemark.UNEXPLAINED_DISPUTE, one.id, one.words)


def _without_speaker(tools: ToolRecord) -> Iterable[Problem]:
    for tool in (Tool.MAP, Tool.WORRIES, Tool.HARM_MATRIX):
        for entry in entries_of(tools, tool):
            words = str(getattr(entry, "words", "")).strip()
            if words and entry.is_verbatim and not entry.heard_from.strip():
                yield _remark(ToolRemark.WITHOUT_SPEAKER, entry.id, words)


def _remark(code: ToolRemark, name: str, text: str) -> Problem:
    return Problem(code, name, data={"text": text.strip()}, severity=Severity.NOTE)
