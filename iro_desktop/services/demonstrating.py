"""Put a made-up caseload into a store, through the same door as everything else."""

from dataclasses import replace

from iro_desktop.demonstration import MadeUpCaseload
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.record_homes import HOMES


def fill(uow_factory: UnitOfWorkFactory, caseload: MadeUpCaseload) -> None:
    """Keep every made-up thing, in one transaction.

    Reviews go in unfinished and get their real state last, since a closed one takes nothing more.
    """
    with uow_factory() as uow:
        uow.children.put_all(caseload.children)
        uow.people.put_all(caseload.people)
        uow.episodes.put_all(caseload.episodes)
        uow.reviews.put_all(
            replace(review, status=ReviewStatus.PLANNED) for review in caseload.reviews
        )
        uow.scaling_questions.put_all(caseload.scaling_questions)
        uow.participants.put_all(caseload.participants)
        uow.answers.put_all(caseload.answers)
        uow.views.put_all(caseload.views)
        uow.decisions.put_all(caseload.decisions)
        uow.scale_answers.put_all(caseload.scale_answers)
        uow.permanence_findings.put_all(caseload.permanence_findings)
        uow.support_offers.put_all(caseload.support_offers)
        for kind, home in HOMES.items():
            home.records(uow).put_all(
                thing for thing in caseload.tool_things if type(thing) is kind
            )
        uow.reviews.put_all(caseload.reviews)
        uow.addenda.put_all(caseload.addenda)
        uow.written_documents.put_all(caseload.written_documents)
        uow.happenings.put_all(caseload.happenings)
        uow.activities.put_all(caseload.activities)
