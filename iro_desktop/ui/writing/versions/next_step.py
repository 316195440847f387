"""What state a copy is in, in a sentence, and what can be done next. No Qt."""

from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.document_versions import VersionState
from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import VersionDamaged
from iro_desktop.services.rights import Allowed
from iro_desktop.services.versions import Listed
from iro_desktop.services.wording import words_for
from iro_desktop.ui.words.versions import number_in_words
from iro_desktop.ui.writing.versions.page import Page


class Action(StrEnum):
    """What a person can do with a copy, in the order of the buttons."""

    DRAFT = "draft"
    REDRAFT = "redraft"
    CHECK = "check"
    SIGN = "sign"
    SEND = "send"
    READ_TOGETHER = "read_together"
    REPLY = "reply"
    OPEN = "open"
    CORRECT = "correct"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class NextStep:
    """`main` is what comes next, None where nothing has to; `others` can be done too."""

    sentence: str
    main: Action | None
    others: tuple[Action, ...] = ()
    is_wrong: bool = False

    @property
    def actions(self) -> frozenset[Action]:
        """Everything that can be done."""
        return frozenset(self.others) | ({self.main} if self.main else set())


_WRITES = {
    Action.DRAFT: "document_version",
    Action.REDRAFT: "document_version",
    Action.CHECK: "document_version",
    Action.SIGN: "document_version",
    Action.CORRECT: "document_version",
    Action.DISCARD: "document_version",
    Action.SEND: "sending",
    Action.READ_TOGETHER: "read_together",
    Action.REPLY: "childs_reply",
}
"""The kind of thing that each writes, and that has to be one's own to write."""


def next_step(page: Page) -> NextStep:
    """What comes next for a copy, as far as it is this person's to do."""
    step, kinds = _next_step(page), page.allowed
    main = step.main if step.main and _is_ones_own(step.main, kinds) else None
    others = tuple(action for action in step.others if _is_ones_own(action, kinds))
    if step.main and main is None:
        return NextStep(_for_the_iro(step), None, others, step.is_wrong)
    return NextStep(step.sentence, main, others, step.is_wrong)


def _for_the_iro(step: NextStep) -> str:
    if step.main is Action.DRAFT:
        return tr("No version of this copy is kept yet. The child’s IRO makes one.")
    return tr("{state} That is for the child’s IRO.", state=step.sentence)


def _is_ones_own(action: Action, allowed: Allowed) -> bool:
    return action not in _WRITES or allowed.writes(_WRITES[action])


def _next_step(page: Page) -> NextStep:
    if page.draft is not None:
        return _of_draft(page, page.draft)
    if page.signed is not None:
        return _of_signed(page, page.signed)
    return NextStep(
        tr(
            "No version of this copy is kept yet. A version keeps it as it reads now, to be "
            "checked, signed and sent."
        ),
        Action.DRAFT,
    )


def action_in_words(action: Action) -> tuple[str, str]:
    """What its button says, and the button's icon."""
    return {
        Action.DRAFT: (tr("Make a version"), "file-text"),
        Action.REDRAFT: (tr("Make the draft anew"), "file-text"),
        Action.CHECK: (tr("Check it…"), "list-checks"),
        Action.SIGN: (tr("Sign it…"), "lock"),
        Action.SEND: (tr("Send it…"), "send"),
        Action.READ_TOGETHER: (tr("It was read with the child…"), "users"),
        Action.REPLY: (tr("Keep the child’s reply…"), "quote"),
        Action.OPEN: (tr("Read it"), "eye"),
        Action.CORRECT: (tr("Correct…"), "pencil"),
        Action.DISCARD: (tr("Throw the draft away"), "trash-2"),
    }[action]


def _of_draft(page: Page, draft: Listed) -> NextStep:
    also = (Action.OPEN, Action.DISCARD, *_what_came_back(page))
    what = number_in_words(draft.version.number)
    if draft.version.corrects is not None:
        what = tr("{version}, a correction", version=what)
    if page.is_behind:
        return NextStep(
            tr(
                "{version}: a draft. The record says something else since it was made: make it "
                "anew before you check it.",
                version=what,
            ),
            Action.REDRAFT,
            also,
        )
    if draft.state is VersionState.DRAFTED:
        return NextStep(
            tr("{version}: a draft. Read it through, and say who checked it.", version=what),
            Action.CHECK,
            also,
        )
    if page.hindrances:
        return NextStep(
            tr("{version}: checked, but it cannot be signed yet.", version=what),
            None,
            (Action.SIGN, *also),
        )
    return NextStep(
        tr("{version}: checked. Once it is signed, it never changes.", version=what),
        Action.SIGN,
        also,
    )


def _of_signed(page: Page, signed: Listed) -> NextStep:
    if not signed.version.is_whole:
        return NextStep(str(words_for(VersionDamaged(), screen())), None, is_wrong=True)
    what = number_in_words(signed.version.number)
    also = (Action.OPEN, Action.CORRECT)
    if not signed.sendings:
        said = tr("{version}: signed. It has not gone to anyone yet.", version=what)
        return NextStep(said, Action.SEND, (*also, *_what_came_back(page)))
    again = (Action.SEND, *also)
    if not page.is_for_the_child:
        said = tr("{version}: signed, and sent. It can go to others too.", version=what)
        return NextStep(said, None, again)
    if not signed.readings:
        said = tr("{version}: sent. Has someone read it with the child?", version=what)
        return NextStep(said, Action.READ_TOGETHER, (*again, Action.REPLY))
    if not signed.replies:
        said = tr("{version}: read with the child. What did they say to it?", version=what)
        return NextStep(said, Action.REPLY, (*again, Action.READ_TOGETHER))
    said = tr("{version}: the child has answered. Nothing is left to do.", version=what)
    return NextStep(said, None, (*again, Action.READ_TOGETHER, Action.REPLY))


def _what_came_back(page: Page) -> tuple[Action, ...]:
    """What can be noted of the version that stands, whatever else is being done."""
    if page.signed is None or not page.is_for_the_child or not page.signed.version.is_whole:
        return ()
    return (Action.READ_TOGETHER, Action.REPLY)
