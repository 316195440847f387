"""What is missing before a review can be closed: as a line of a list, and beside its field."""

from collections.abc import Mapping

from iro_desktop.form_engine.validation import AnswerFault
from iro_desktop.i18n import tr
from iro_desktop.problems import Problem


def gap_sentence(gap: Problem) -> str:
    """One missing thing, in a sentence that says where it belongs."""
    return _filled(_in_the_list().get(gap.code, tr("{text}: look at this again.")), gap)


def gap_beside(gap: Problem) -> str:
    """The same beside its field, where nobody needs to be told which field it is."""
    return _filled(_beside().get(gap.code, tr("Look at this again.")), gap)


def _filled(words: str, gap: Problem) -> str:
    """Only the fields that stand in the words are filled: what people wrote may hold braces."""
    fields: Mapping[str, str] = {
        name: value for name, value in gap.data.items() if "{" + name + "}" in words
    }
    return words.format(**fields) if fields else words


def _in_the_list() -> dict[str, str]:
    return {
        AnswerFault.MISSING: tr("{text}"),
        AnswerFault.DETAIL_MISSING: tr("{asked} {text}"),
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
        "review_not_held": tr("Say on which day the review was held."),
        "participation_not_possible": tr("{text}: choose a participation code that fits the age."),
        "participation_reason_missing": tr("Say why you chose another code than suggested."),
        "output_reason_missing": tr("Say why you write something other than proposed."),
    }


def _beside() -> dict[str, str]:
    return {
        AnswerFault.MISSING: tr("Answer this before you close the review."),
        AnswerFault.DETAIL_MISSING: tr("Answer this before you close the review: {text}"),
        AnswerFault.ITEM_MISSING: tr("Add at least one before you close the review."),
        AnswerFault.WRONG_KIND: tr("This is not an answer to the question."),
        AnswerFault.NOT_A_DATE: tr("Give a date."),
        AnswerFault.NOT_AN_OPTION: tr("Choose one of the answers offered."),
        AnswerFault.BELOW_MINIMUM: tr("Give {limit} or more."),
        AnswerFault.ABOVE_MAXIMUM: tr("Give {limit} or less."),
        AnswerFault.NOT_IN_HALVES: tr("Give a whole number or a half."),
        "decision_without_owner": tr("Say who will do it, and by when."),
        "last_decision_not_looked_at": tr("Say whether this was kept."),
        "attendance_not_recorded": tr("Say whether they were there."),
        "review_not_held": tr("Say on which day the review was held."),
        "participation_not_possible": tr("The return does not allow this code at this age."),
        "participation_reason_missing": tr("Say why you chose another code than suggested."),
        "output_reason_missing": tr("Say why you write something other than proposed."),
    }
