"""Which builder makes which kind of document."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.care_leaver_letter import build_care_leaver_letter
from iro_desktop.documents.certificate import build_certificate
from iro_desktop.documents.consultation import build_consultation
from iro_desktop.documents.court_view import build_court_view
from iro_desktop.documents.decisions_sheet import build_decisions_sheet
from iro_desktop.documents.disruption_report import build_disruption_report
from iro_desktop.documents.goodbye import build_goodbye
from iro_desktop.documents.introduction import build_introduction
from iro_desktop.documents.invitation import invitation_of_an_adult, invitation_of_the_child
from iro_desktop.documents.letter_to_child import build_letter
from iro_desktop.documents.material import Material
from iro_desktop.documents.meet_your_iro import build_leaflet
from iro_desktop.documents.minutes import build_minutes
from iro_desktop.documents.read_at_25 import build_read_at_25
from iro_desktop.documents.resolution_letter import build_resolution_letter
from iro_desktop.documents.secure_report import build_secure_report
from iro_desktop.domain.correspondence import DocumentKind

Builder = Callable[[Material], Document]


BUILDERS: Mapping[DocumentKind, Builder] = MappingProxyType(
    {
        DocumentKind.LETTER: build_letter,
        DocumentKind.MINUTES: build_minutes,
        DocumentKind.DECISIONS: build_decisions_sheet,
        DocumentKind.INVITATION: invitation_of_an_adult,
        DocumentKind.CHILDS_INVITATION: invitation_of_the_child,
        DocumentKind.CONSULTATION: build_consultation,
        DocumentKind.MEET_YOUR_IRO: build_leaflet,
        DocumentKind.INTRODUCTION: build_introduction,
        DocumentKind.GOODBYE: build_goodbye,
        DocumentKind.SECURE_REPORT: build_secure_report,
        DocumentKind.DISRUPTION_REPORT: build_disruption_report,
        DocumentKind.RESOLUTION: build_resolution_letter,
        DocumentKind.COURT_VIEW: build_court_view,
        DocumentKind.CARE_LEAVER_LETTER: build_care_leaver_letter,
        DocumentKind.CERTIFICATE: build_certificate,
        DocumentKind.READ_AT_25: build_read_at_25,
    }
)
