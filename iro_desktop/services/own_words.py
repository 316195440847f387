"""Which answers are in someone's own words: those to questions whose form asks for just that."""

from collections.abc import Mapping

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.catalogue import NoSuchForm
from iro_desktop.form_engine.definition import Form, Question
from iro_desktop.services import council_forms
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.sync.rules import Rules

_ANSWER = "answer"
_ASKED_SO = "own words"


def rules_for(uow: UnitOfWork) -> Rules:
    """The rules of merging, with what the forms of this store's reviews say. For `uow` alone."""

    def is_own_words(kind: str, fields: Mapping[str, object]) -> bool:
        if kind != _ANSWER:
            return False
        return _is_own_words(uow, str(fields.get("review_id")), str(fields.get("question")))

    return Rules(is_own_words)


def _is_own_words(uow: UnitOfWork, review: str, asked: str) -> bool:
    """Where the question is not known here, nobody can say that the words are the IRO's."""
    form = _form_of(uow, ReviewId(review))
    question = None if form is None else _question(form, asked)
    if question is None:
        return True
    return any(
        _ASKED_SO in text.casefold() for text in (question.text, question.hint, question.help)
    )


def _form_of(uow: UnitOfWork, name: ReviewId) -> Form | None:
    review = uow.reviews.find(name)
    if review is None or not review.form:
        return None
    try:
        return programs_forms().get(review.form, review.form_version)
    except NoSuchForm:
        return council_forms.get(uow.settings, review.form, review.form_version)


def _question(form: Form, asked: str) -> Question | None:
    return next(
        (one for one in form.every_question() if asked in {one.id, detail_of(one.id)}), None
    )
