"""A form with a button of its own says that it is one, or it says here why it need not.

Such a form shows what it was filled from until it is confirmed, whatever came in meanwhile: see
iro_desktop/ui/forms_with_buttons.py.
"""

import ast
from collections.abc import Iterator

from source_tree import SourceFile, last_name, source_files

SAYS_SO = "stands_till_confirmed"
NEITHER = ("ui/widgets/", "ui/unlock/", "ui/settings/")
"""Parts of forms; what is asked before a store is open; settings, which are no one's words."""

KEPT_OTHERWISE = {
    "AddendaCard": "adds something of its own",
    "Bank": "searches, and adds a question of its own",
    "ChildView": "cards, each of which stands here or keeps as it is typed",
    "ClosePage": "keeps answers as they are given, and is read anew",
    "ConsultationCard": "holds a form that is known as one",
    "CopyBar": "chooses which copy is shown",
    "DatesOfMilestone": "adds a date to those that stand, which are read anew",
    "EndOfApproval": "asks nothing that is kept, and goes once somebody said it",
    "Finder": "searches",
    "HouseholdCard": "keeps as it is typed, and is read anew; names one child more",
    "InvitingView": "makes letters",
    "KindsChooser": "chooses which document is shown",
    "MapPanel": "adds something of its own",
    "NewHouseholdPage": "makes a household that nobody had",
    "NewScalingQuestion": "makes a question that nobody had",
    "ParticipationPanel": "keeps answers as they are given, and is read anew",
    "ProblemsPanel": "narrows a list",
    "QuarantineRow": "asks why, of what the hub holds",
    "QuestionBlock": "cards, which keep as they are typed and are read anew",
    "ToolPanel": "keeps choices as they are made, and is read anew",
    "TrajectoryPanel": "keeps choices as they are made, and is read anew",
    "UnsentRow": "writes down one sending more",
    "WaitingRow": "writes down one sending more",
    "WritingCard": "keeps as it is typed",
    "_BackCard": "asks who translated, and takes a file in",
    "_DayOfCompletion": "shows a day as soon as it comes in",
}


def classes() -> Iterator[tuple[SourceFile, ast.ClassDef]]:
    """Every class of the screens."""
    for file in source_files("ui"):
        for node in file.tree.body:
            if isinstance(node, ast.ClassDef):
                yield file, node


def names_called(node: ast.ClassDef) -> set[str]:
    calls = (one for one in ast.walk(node) if isinstance(one, ast.Call))
    return {last_name(call.func) for call in calls}


def asks_and_has_a_button(node: ast.ClassDef) -> bool:
    called = names_called(node)
    asks = any(name == "FormRow" or name.endswith("Field") for name in called)
    return asks and "ActionButton" in called


def known_forms() -> set[str]:
    """Those that say so themselves."""
    return {node.name for _, node in classes() if SAYS_SO in names_called(node)}


def with_what_follows_from(known: set[str]) -> set[str]:
    """Those, and every class that is one of them."""
    bases = {node.name: {last_name(base) for base in node.bases} for _, node in classes()}
    while more := {name for name, before in bases.items() if before & known} - known:
        known |= more
    return known


def test_that_every_form_with_a_button_is_known_as_one() -> None:
    known = with_what_follows_from(known_forms())
    unknown = [
        f"iro_desktop/{file.name}:{node.lineno}: {node.name}"
        for file, node in classes()
        if not file.name.startswith(NEITHER)
        and asks_and_has_a_button(node)
        and node.name not in known | KEPT_OTHERWISE.keys()
    ]
    assert unknown == []


def test_that_nothing_is_excused_that_need_not_be() -> None:
    asking = {node.name for _, node in classes() if asks_and_has_a_button(node)}
    known = with_what_follows_from(known_forms())
    assert set(KEPT_OTHERWISE) - asking == set()
    assert set(KEPT_OTHERWISE) & known == set()
