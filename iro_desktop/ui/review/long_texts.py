"""What every long text of a review can do: be looked at while written, and be kept in part."""

from iro_desktop.ui.review.kept_passages import Place
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.withheld.field_marks import FieldMarks
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.yes_no_field import YesNoField


def equip(field: Field, presenter: ReviewPresenter, place: Place) -> None:
    """Have the long text in a field follow the record; other fields are left as they are."""

    def equip_text(text: RemarkedTextField) -> None:
        text.set_checks(presenter.live_words)
        FieldMarks(text, presenter, place)

    if isinstance(field, YesNoField):
        field.equip_detail(equip_text)
    elif isinstance(field, RemarkedTextField):
        equip_text(field)
