"""All that a document is made from: one record, and what the IRO wrote for this document alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from iro_desktop.documents.review_facts import BareCodes, CodeLabels, Deadlines
from iro_desktop.domain.reading import Length
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.withholding import Reader
from iro_desktop.form_engine.definition import Form
from iro_desktop.i18n.translator import Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What every kind of document is built from.

    `texts` are what the IRO wrote for this kind of document, by part. `reader_name` greets whom the
    copy is for, where it is not the child. `tr` is the language of the reader.
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
    deadlines: Deadlines = field(default_factory=Deadlines)
