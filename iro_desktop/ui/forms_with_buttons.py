"""Every form that is filled from what is kept, and keeps it by a button of its own.

While one stands open, what is kept of its child goes on from what it shows (`ui/fillings.py`). What
is kept as it is typed is read anew with its screen, and does not stand here.
"""

from PySide6.QtWidgets import QWidget

from iro_desktop.ui.child.entries_card import EntryForm
from iro_desktop.ui.child.happening_form import HappeningForm
from iro_desktop.ui.child.meetings.booking_panel import BookingPanel
from iro_desktop.ui.child.meetings.reason_form import ReasonForm
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
    EntryForm,
    HappeningForm,
    KeepPanel,
    ReasonForm,
    RecordForm,
    StartPanel,
    StepForm,
)
OF_A_FAMILY: tuple[type[QWidget], ...] = (BookingPanel, NextMeetingPanel, WhatIfView)
"""These move the meetings of brothers and sisters too."""
