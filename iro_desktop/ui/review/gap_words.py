"""What is missing before a review can be closed, in a sentence that says where it belongs."""

from iro_desktop.form_engine.validation import AnswerFault
from iro_desktop.i18n import tr
from iro_desktop.problems import Problem


def gap_sentence(gap: Problem) -> str:
    """One missing thing, for the list and for a place beside the question."""
    words = _sentences().get(gap.code, tr("{text}: look at this again."))
    fields = {name: value for name, value in gap.data.items() if "{" + name + "}" in words}
    return words.format(**fields)


def _sentences() -> dict[str, str]:
    return {
        AnswerFault.MISSING: tr("{text}"),
        AnswerFault.DETAIL_MISSING: tr("{text}"),
        AnswerFault.ITEM_MISSING: tr("{text}: add at least one."),
        AnswerFault.RECORD_MISSING: tr("{text}: nothing is recorded here yet."),
        AnswerFault.WRONG_KIND: tr("{text}: this is not an answer to the question."),
        AnswerFault.NOT_A_DATE: tr("{text}: give a date."),
        AnswerFault.NOT_AN_OPTION: tr("{text}: choose one of the answers offered."),
        AnswerFault.BELOW_MINIMUM: tr("{text}: give {limit} or more."),
        AnswerFault.ABOVE_MAXIMUM: tr("{text}: give {limit} or less."),
        AnswerFault.NOT_IN_HALVES: tr("{text}: give a whole number or a half."),
        "decision_without_owner": tr("“{text}”: say who will do it, and by when."),
        "last_decision_not_looked_at": tr("“{text}”: say whether this was kept."),
        "attendance_not_recorded": tr("{text}: say whether they were there."),
    }
