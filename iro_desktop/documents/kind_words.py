"""What each kind of document is called."""

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.i18n.translator import Translator


def kind_of_document(kind: DocumentKind, tr: Translator) -> str:
    """Its name, as a list of documents has it."""
    return {
        DocumentKind.LETTER: tr("Letter to the child"),
        DocumentKind.MINUTES: tr("Minutes"),
        DocumentKind.DECISIONS: tr("Decisions sheet"),
        DocumentKind.INVITATION: tr("Invitation"),
        DocumentKind.CHILDS_INVITATION: tr("The child’s invitation"),
        DocumentKind.CONSULTATION: tr("Consultation form"),
        DocumentKind.MEET_YOUR_IRO: tr("Meet your IRO"),
        DocumentKind.INTRODUCTION: tr("Letter of introduction"),
        DocumentKind.GOODBYE: tr("Goodbye letter"),
        DocumentKind.SECURE_REPORT: tr("Report of the secure panel"),
        DocumentKind.DISRUPTION_REPORT: tr("Disruption report"),
        DocumentKind.RESOLUTION: tr("Resolution letter"),
        DocumentKind.COURT_VIEW: tr("The IRO’s view for the court"),
        DocumentKind.CARE_LEAVER_LETTER: tr("Letter to a care leaver"),
        DocumentKind.CERTIFICATE: tr("Certificate for the child"),
        DocumentKind.READ_AT_25: tr("The record as it will be read at 25"),
    }[kind]
