"""Every form that goes on showing what it was filled from, until a button of its own is pressed.

While one stands open, what is kept of its child goes on from what it shows (`ui/fillings.py`). Such
a form says that it is one as it is made; a test finds those that do not. What is kept as it is
typed is read anew with its screen, and need not say so; but for the fields of a contact and of a
person, which stay open also where what they are of was taken away.
"""

from collections.abc import Container, Iterator
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtWidgets import QWidget

_forms: WeakKeyDictionary[QWidget, bool] = WeakKeyDictionary()
"""Each form there is, and whether it may be of any child."""


def stands_till_confirmed(form: QWidget, *, of_a_family: bool = False) -> None:
    """Say that a form is one. `of_a_family`: it moves the meetings of brothers and sisters too."""
    _forms[form] = of_a_family


def forms_on(screens: Container[QWidget]) -> Iterator[tuple[QWidget, QWidget, bool]]:
    """Every form on these screens, open or not: the screen, the form, whether it is of a family."""
    for form, of_a_family in list(_forms.items()):
        if not shiboken6.isValid(form):  # it was taken off its screen
            del _forms[form]
            continue
        above: QWidget | None = form
        while above is not None and above not in screens:
            above = above.parentWidget()
        if above is not None:
            yield above, form, of_a_family
