"""Which service keeps which change of a review."""

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.review import Review
from iro_desktop.domain.sittings import Sitting
from iro_desktop.services import kept_pictures, panels, preparing, recording, sittings
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.ui.review.edits import (
    AnswerEdit,
    Edit,
    LookBack,
    PictureWords,
    Removal,
    Thing,
    WhyLate,
)


def keep(factory: UnitOfWorkFactory, edit: Edit, review_id: ReviewId) -> Changed:
    """Bring an edit of the review on screen to the store. Raises what the store raises."""
    match edit:
        case AnswerEdit(review, question, item, value):
            return recording.save_answer(factory, review, question, item, value)
        case LookBack(decision):
            at = decision.kept_looked_at_in or review_id
            return preparing.look_at_decision(factory, decision, at)
        case WhyLate(review, reason, note):
            return sittings.give_late_reason(factory, review, reason, note)
        case Removal(thing):
            return _remove(factory, thing)
        case Review():
            return preparing.change_review(factory, edit)
        case _:
            return _put(factory, edit)


def _put(factory: UnitOfWorkFactory, thing: Thing | PictureWords) -> Changed:
    match thing:
        case PictureWords(picture, words):
            return kept_pictures.describe(factory, picture, words)
        case Sitting():
            return sittings.add_sitting(factory, thing)
        case PanelMember():
            return panels.put_member(factory, thing)
        case _:
            return recording.save(factory, thing)


def _remove(factory: UnitOfWorkFactory, thing: Thing) -> Changed:
    try:
        match thing:
            case Sitting():
                return sittings.remove_sitting(factory, thing)
            case PanelMember():
                return panels.remove_member(factory, thing)
            case _:
                return recording.remove(factory, thing)
    except NoSuchThing:  # added and taken away while the disk was full
        return Changed()
