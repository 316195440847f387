"""Every form that goes on showing what it was filled from, until a button of its own is pressed.

While one stands open, what is kept of its child goes on from what it shows (`ui/fillings.py`). What
is kept as it is typed is read anew with its screen, and does not stand here; but for the fields of
a contact and of a person, which stay open also where what they are of was taken away.
"""

from PySide6.QtWidgets import QWidget

from iro_desktop.ui.child.contacts.editor import ContactEditor
from iro_desktop.ui.child.entries_card import EntryForm
from iro_desktop.ui.child.happening_form import HappeningForm
from iro_desktop.ui.child.meetings.booking_panel import BookingPanel
from iro_desktop.ui.child.meetings.reason_form import ReasonForm
from iro_desktop.ui.child.person_row import PersonEditor
from iro_desktop.ui.review.ask_panel import AskPanel
from iro_desktop.ui.review.chairing.next_meeting_panel import NextMeetingPanel
from iro_desktop.ui.review.consultations.card import AnswersForm
from iro_desktop.ui.review.start_panel import StartPanel
from iro_desktop.ui.review.withheld.keep_panel import KeepPanel
from iro_desktop.ui.what_if.view import WhatIfView
from iro_desktop.ui.whole_child.record_form import RecordForm
from iro_desktop.ui.writing.versions.step_form import StepForm

OF_ONE_CHILD: tuple[type[QWidget], ...] = (
    AnswersForm,
    AskPanel,
    ContactEditor,
    EntryForm,
    HappeningForm,
    KeepPanel,
    PersonEditor,
    ReasonForm,
    RecordForm,
    StartPanel,
    StepForm,
)
OF_A_FAMILY: tuple[type[QWidget], ...] = (BookingPanel, NextMeetingPanel, WhatIfView)
"""These move the meetings of brothers and sisters too."""
