"""Which panel shows which kind of record."""

from collections.abc import Callable, Mapping

from iro_desktop.form_engine.definition import Records
from iro_desktop.ui.review.chairing.agenda_panel import AgendaPanel
from iro_desktop.ui.review.chairing.next_meeting_panel import NextMeetingPanel
from iro_desktop.ui.review.chairing.parts_panel import PartsPanel
from iro_desktop.ui.review.chairing.read_back_panel import ReadBackPanel
from iro_desktop.ui.review.consultations.panel import ConsultationsPanel
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.panels.attendance import AttendancePanel
from iro_desktop.ui.review.panels.decisions import DecisionsPanel
from iro_desktop.ui.review.panels.last_decisions import LastDecisionsPanel
from iro_desktop.ui.review.panels.participants import ParticipantsPanel
from iro_desktop.ui.review.panels.participation import ParticipationPanel
from iro_desktop.ui.review.panels.scaling import ScalingPanel
from iro_desktop.ui.review.panels.views import ViewsPanel
from iro_desktop.ui.review.pictures.panel import PicturesPanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.best_questions.panel import BestQuestionsPanel
from iro_desktop.ui.review.tools.harm_matrix.panel import HarmMatrixPanel
from iro_desktop.ui.review.tools.houses.choosing import HousesPanel
from iro_desktop.ui.review.tools.houses.panel import safety_house_panel
from iro_desktop.ui.review.tools.safety_plan.panel import SafetyPlanPanel
from iro_desktop.ui.review.tools.shelf import ToolShelf
from iro_desktop.ui.review.tools.story.panel import StoryPanel
from iro_desktop.ui.review.tools.three_columns.panel import MapPanel
from iro_desktop.ui.review.tools.trajectory.panel import TrajectoryPanel
from iro_desktop.ui.review.tools.worries.panel import WorriesPanel
from iro_desktop.ui.review.whole_child.activities import ActivitiesPanel
from iro_desktop.ui.review.whole_child.advocacy import AdvocacyPanel
from iro_desktop.ui.review.whole_child.panel import WholeChildPanel
from iro_desktop.ui.review.whole_child.permanence import PermanencePanel

Maker = Callable[[ReviewPresenter], Panel]

PANELS: Mapping[Records, Maker] = {
    Records.LAST_DECISIONS: LastDecisionsPanel,
    Records.PARTICIPANTS: ParticipantsPanel,
    Records.ATTENDANCE: AttendancePanel,
    Records.PARTICIPATION: ParticipationPanel,
    Records.VIEWS: ViewsPanel,
    Records.SCALING: ScalingPanel,
    Records.DECISIONS: DecisionsPanel,
    Records.AGENDA: AgendaPanel,
    Records.MEETING_PARTS: PartsPanel,
    Records.READ_BACK: ReadBackPanel,
    Records.NEXT_MEETING: NextMeetingPanel,
    Records.CONSULTATIONS: ConsultationsPanel,
    Records.TOOLS: ToolShelf,
    Records.MAP: MapPanel,
    Records.BEST_QUESTIONS: BestQuestionsPanel,
    Records.HARM_MATRIX: HarmMatrixPanel,
    Records.WORRIES: WorriesPanel,
    Records.TRAJECTORY: TrajectoryPanel,
    Records.HOUSES: HousesPanel,
    Records.WHOLE_CHILD: WholeChildPanel,
    Records.PERMANENCE: PermanencePanel,
    Records.ADVOCACY: AdvocacyPanel,
    Records.ACTIVITIES: ActivitiesPanel,
    Records.SAFETY_HOUSE: safety_house_panel,
    Records.WORDS_AND_PICTURES: StoryPanel,
    Records.SAFETY_PLAN: SafetyPlanPanel,
}

# What stands with such records, and is no kind of record that a form asks for.
BESIDE: Mapping[Records, tuple[Maker, ...]] = {Records.VIEWS: (PicturesPanel,)}

# What stands in columns, or beside how it was last time: its page may be as wide as the window.
ROOMY = frozenset(
    {
        Records.TOOLS,
        Records.MAP,
        Records.WORRIES,
        Records.HARM_MATRIX,
        Records.TRAJECTORY,
        Records.HOUSES,
        Records.SAFETY_HOUSE,
        Records.WORDS_AND_PICTURES,
        Records.SAFETY_PLAN,
        Records.BEST_QUESTIONS,
    }
)
