"""What only the child's own IRO may read.

These are the child's words that the child shares with the IRO alone or with nobody, answers to
questions that are private in their form, confidential details, and passages quoted out of those.
Everything is decided anew for each revision: what a child allows others to read later travels open
from then on, and what went out before stays as it was.
"""

from collections.abc import Callable, Iterator

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Review
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.definition import Form, Question
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ports import UnitOfWorkFactory

_FOR_THE_IRO = frozenset({Sharing.IRO_ONLY.value, Sharing.NOBODY.value})


class PrivatePages:
    """Which revisions are for the IRO alone. `form_of` gives the form a review is held by."""

    def __init__(self, uow_factory: UnitOfWorkFactory, form_of: Callable[[Review], Form]) -> None:
        self._uow_factory, self._form_of = uow_factory, form_of
        self._private: dict[ReviewId, frozenset[str]] = {}

    def holds(self, revision: Revision) -> bool:
        """Whether it is for the child's IRO alone."""
        fields = revision.fields
        match revision.kind:
            case "confidential_detail":
                return True
            case "view":
                return fields.get("sharing") in _FOR_THE_IRO
            case "consultation_answer":
                return fields.get("only_for_iro") is True
            case "answer":
                return self._is_private(revision.review, str(fields.get("question", "")))
            case "withheld_passage":
                return bool(fields.get("words")) and self._is_of_sealed(str(fields.get("thing")))
            case _:
                return False

    def _is_private(self, review: ReviewId | None, question: str) -> bool:
        if review is None:
            return False
        if review not in self._private:
            with self._uow_factory() as uow:
                held = uow.reviews.find(review)
            try:
                form = None if held is None else self._form_of(held)
            except NoSuchThing:
                form = None
            if form is None:
                return True  # nobody can say whether it is private
            self._private[review] = private_answers(form)
        return question in self._private[review]

    def _is_of_sealed(self, thing: str) -> bool:
        with self._uow_factory() as uow:
            view = uow.views.find(thing)
            told = uow.consultation_answers.find(thing)
            answer = uow.answers.find(thing)
        if view is not None:
            return view.sharing.value in _FOR_THE_IRO
        if told is not None:
            return told.only_for_iro
        return answer is not None and self._is_private(answer.review_id, answer.question)


def private_answers(form: Form) -> frozenset[str]:
    """The names under which answers for the IRO alone are kept."""
    return frozenset(
        name
        for section in form.sections
        for question in section.questions
        for name in _private_names(question, is_private=section.private)
    )


def _private_names(question: Question, *, is_private: bool) -> Iterator[str]:
    is_private = is_private or question.private
    if is_private:
        yield from (question.id, detail_of(question.id))
    for each in question.questions:
        yield from _private_names(each, is_private=is_private)
