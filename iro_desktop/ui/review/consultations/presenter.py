"""Who is asked by which form before the meeting, and what they answered; without the screen."""

from dataclasses import dataclass, replace

from iro_desktop.documents.formats import Format
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.identifiers import EntityId, derived_id
from iro_desktop.domain.participation import Asked, Participant, Role
from iro_desktop.domain.wishes_and_feelings import HeardHow, View
from iro_desktop.form_engine.definition import Form, Question
from iro_desktop.services import consultations
from iro_desktop.services.changed import Changed
from iro_desktop.services.consultations import Taken
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.edits import Removal
from iro_desktop.ui.review.presenter import ReviewPresenter


@dataclass(frozen=True, slots=True)
class Consulted:
    """Someone, the form for them, and what they answered, in the form's order."""

    person: Participant
    form: Form
    answers: tuple[ConsultationAnswer, ...]


class ConsultationsPresenter:
    """What goes to a file or comes from one is at the store at once; the rest is kept as typed."""

    def __init__(self, review: ReviewPresenter) -> None:
        self._review = review

    def people(self) -> tuple[Consulted, ...]:
        """Everyone at the review for whom there is a form."""
        forms: dict[Role, Form | None] = {}

        def look_up(workspace: Workspace, _review: str) -> Changed:
            for person in self._review.record.participants:
                if person.role not in forms:
                    record = self._review.record
                    forms[person.role] = consultations.form_for(workspace, record, person)
            return Changed()

        self._review.look_beside(look_up)
        return tuple(
            Consulted(person, form, self._answers_of(person))
            for person in self._review.record.participants
            if (form := forms[person.role]) is not None
        )

    def write_form(self, person: Participant, file_format: Format) -> bytes:
        """Someone's form, to be printed or filled in. Raises what `consultations` raises."""
        made: list[bytes] = []

        def write(workspace: Workspace, _review: str) -> Changed:
            review = self._review.review.id
            made.append(consultations.write_form(workspace, review, person.id, file_format))
            return Changed()

        self._review.look_beside(write)
        return made[0]

    def note_asked(self, person: Participant) -> Participant | None:
        """That someone was given their form; None where more than that is known already."""
        if person.consulted is not Asked.NOT_YET:
            return None
        return self._review.change(replace(person, consulted=Asked.ASKED))

    def take_back(self, data: bytes, name: str) -> Taken:
        """Keep what stands in a filled form. Raises UnreadableFile, FixedReview."""
        taken: list[Taken] = []

        def keep(workspace: Workspace, _review: str) -> Changed:
            taken.append(consultations.take_back(workspace, data, name))
            return taken[0].changed

        self._review.act_beside(keep)
        return taken[0]

    def answer(
        self, consulted: Consulted, question: Question, words: str
    ) -> ConsultationAnswer | Removal | None:
        """Take what someone said to a question. None when it changes nothing."""
        held = next((one for one in consulted.answers if one.question == question.id), None)
        if held is not None and not words.strip():
            return self._review.remove(held)
        if not words.strip() or (held is not None and held.words == words):
            return None
        person, review = consulted.person, self._review.review
        if person.consulted is not Asked.ANSWERED:
            self._review.change(replace(person, consulted=Asked.ANSWERED))
        order = [one.id for one in consulted.form.every_question()]
        return self._review.change(
            ConsultationAnswer(
                id=EntityId(derived_id("consultation", review.id, person.id, question.id)),
                child_id=review.child_id,
                review_id=review.id,
                form=consulted.form.id,
                form_version=consulted.form.version,
                person=person.name,
                role=person.role,
                question=question.id,
                asked=question.text,
                words=words,
                received_on=self._review.today,
                only_for_iro=question.id in consultations.private_questions(consulted.form),
                position=order.index(question.id),
            )
        )

    def as_own_words(self, answer: ConsultationAnswer) -> View:
        """The child's answer among the child's own words; with whom it is shared is still asked."""
        view = self._review.add_view()
        return self._review.change(
            replace(view, words=answer.words, about=answer.asked, how=HeardHow.WRITTEN)
        )

    def stands_among_own_words(self, answer: ConsultationAnswer) -> bool:
        """Whether the child's answer stands among the child's own words already."""
        return any(view.words == answer.words for view in self._review.record.views)

    def _answers_of(self, person: Participant) -> tuple[ConsultationAnswer, ...]:
        return tuple(
            answer
            for answer in self._review.record.consultation_answers
            if (answer.person, answer.role) == (person.name, person.role)
        )
