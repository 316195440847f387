"""All that a document is made from: one record, and what the IRO wrote for this document alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from iro_desktop.documents.review_facts import BareCodes, CodeLabels, Deadlines
from iro_desktop.documents.whole_life import BareLifeCodes, LifeLabels, WholeLife
from iro_desktop.domain.happenings import RecordedHappening
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.practice_pack import PracticePack
from iro_desktop.domain.reading import Length
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.withholding import Reader
from iro_desktop.form_engine.definition import Form
from iro_desktop.i18n.translator import Translator

# Without a pack, columns and rooms are called after their ids.
NO_PACK = PracticePack("", 0, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What every kind of document is built from.

    `texts` are what the IRO wrote for this kind of document, by part. `reader_name` greets whom the
    copy is for, where it is not the child. `tr` is the language of the reader. `names_child` says
    that an adult's invitation may say what the child is called; `reference` stands for it there.

    Some kinds need more than one review's record: `panel` reviews a secure placement, `happenings`
    are those of the child, `resolution` is by when a concern is to be resolved, counted from the
    day it was raised, and `whole_life` is what is read at 25. `pack` is the practice pack in force.
    """

    record: ReviewRecord
    form: Form
    tr: Translator
    reader: Reader
    reader_name: str = ""
    length: Length = Length.FULL
    draft: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    labels: CodeLabels = field(default_factory=BareCodes)
    reasons: LifeLabels = field(default_factory=BareLifeCodes)
    deadlines: Deadlines = field(default_factory=Deadlines)
    reference: str = ""
    names_child: bool = False
    panel: tuple[PanelMember, ...] = ()
    happenings: tuple[RecordedHappening, ...] = ()
    resolution: Explained | None = None
    whole_life: WholeLife | None = None
    pack: PracticePack = NO_PACK
