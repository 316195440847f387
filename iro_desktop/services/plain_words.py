"""Plain words for one record: who reads, which words are looked for, and what is remarked.

While someone types, keep a `Linter(situation)` of your own: it remembers paragraphs. What it
remembers is case data, so let go of it with the record.
"""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from iro_desktop import paths
from iro_desktop.domain.child import age_on
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.plain_words.linter import Linter
from iro_desktop.plain_words.remarks import Remark
from iro_desktop.plain_words.situation import Situation
from iro_desktop.plain_words.word_list import WordList
from iro_desktop.services import review_records
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import LocalWordsRefused
from iro_desktop.services.kept_settings import keep_settings
from iro_desktop.services.ports import Settings, UnitOfWorkFactory
from iro_desktop.services.workspace import Workspace

if TYPE_CHECKING:  # it brings in Hunspell, which nobody needs before a first word is typed
    from iro_desktop.plain_words.spelling import Spelling

_LOCAL = "local_words"

# Children know these people by what they do: "your teacher", "your nurse".
_KNOWN_BY_ROLE = frozenset(Role) - {
    Role.TEAM_MANAGER,
    Role.SUPERVISING_SOCIAL_WORKER,
    Role.INTERPRETER,
    Role.OTHER,
}


@cache
def starter_words() -> WordList:
    """The list that the program brings, read once."""
    from iro_desktop.plain_words.word_list_reader import (  # noqa: PLC0415 - it brings in YAML
        read_starter_list,
    )

    words, _ = read_starter_list(paths.words() / "starter.yaml")
    return words or WordList()


def word_lists(settings: Settings) -> tuple[WordList, ...]:
    """The lists in use, the strongest first: the council's own, where there is one, and ours.

    A council's list that a later version of the program refuses is left out; `whose_words` says
    what is wrong with it.
    """
    try:
        local = _read_kept(settings)
    except LocalWordsRefused:
        local = None
    return (starter_words(),) if local is None else (local, starter_words())


def whose_words(settings: Settings) -> str:
    """Whose list of words is in use; empty where there is none. Raises LocalWordsRefused."""
    local = _read_kept(settings)
    return "" if local is None else local.owner


@lru_cache(maxsize=8)
def read_local_words(text: str, source: str) -> WordList:
    """A council's list. Raises LocalWordsRefused."""
    from iro_desktop.plain_words.faults import line_of  # noqa: PLC0415 - see above
    from iro_desktop.plain_words.word_list_reader import read_word_list  # noqa: PLC0415 - see above

    words, problems = read_word_list(text, source)
    if words is None:
        raise LocalWordsRefused(why="\n".join(line_of(problem) for problem in problems))
    return words


def take_local_words(uow_factory: UnitOfWorkFactory, text: str, source: str) -> Changed:
    """Look for a council's words from now on. Raises LocalWordsRefused; then nothing changes."""
    read_local_words(text, source)
    return keep_settings(uow_factory, {_LOCAL: text}, Topic.DOCUMENTS)


def drop_local_words(uow_factory: UnitOfWorkFactory) -> Changed:
    """Look for the program's words alone again."""
    return keep_settings(uow_factory, {_LOCAL: ""}, Topic.DOCUMENTS)


def situation_at(workspace: Workspace, review: ReviewId) -> Situation:
    """The situation of the child of a review, as the store has it. Raises NoSuchThing."""
    record = review_records.read(workspace.uow_factory, review, workspace.clock.today())
    with workspace.uow_factory() as uow:
        lists = word_lists(uow.settings)
    return situation_of(record, lists)


def situation_of(record: ReviewRecord, lists: tuple[WordList, ...] = ()) -> Situation:
    """Who reads what is written to the child of a record. Without lists, ours alone is used."""
    child, review = record.child, record.review
    day = review.held_on or review.planned_for
    known_as = child.known_as.strip()
    whole = " ".join((known_as, child.family_name.strip()))
    return Situation(
        words=lists or (starter_words(),),
        age=None if day is None else age_on(child.date_of_birth, day),
        names=tuple(dict.fromkeys((whole.strip(), known_as))) if known_as else (),
        pronouns=child.pronouns,
        preferred=tuple((one.instead_of, one.word) for one in record.preferred_words),
        third_parties=third_parties_of(record),
        known_people=_known_people(record),
    )


def third_parties_of(record: ReviewRecord) -> tuple[str, ...]:
    """People in the record whom the child does not know by what they do.

    Of those at the review: managers, interpreters and others. Of those written down for the child:
    who may not be invited, and of whom nobody has said what they are to the child.
    """
    everyone = [person.name for person in record.participants]
    everyone += [person.name for person in record.people]
    kept = {_key(name) for name in (*_known_people(record), record.child.known_as)}
    return tuple(
        dict.fromkeys(name for name in everyone if name.strip() and _key(name) not in kept)
    )


def _known_people(record: ReviewRecord) -> tuple[str, ...]:
    known = [record.iro.name, record.child.social_worker, record.child.iro_name]
    known += [one.name for one in record.participants if one.role in _KNOWN_BY_ROLE]
    known += [one.name for one in record.people if one.may_be_invited and one.relationship.strip()]
    return tuple(dict.fromkeys(name for name in known if name.strip()))


def remarks_on(text: str, situation: Situation) -> tuple[Remark, ...]:
    """Everything remarked on a text in English, from its start; lines are paragraphs."""
    return Linter(situation).remarks(text)


def spelling_of(record: ReviewRecord, lists: tuple[WordList, ...] = ()) -> "Spelling":
    """Spelling that knows the names in a record, the child's own words and the lists'."""
    from iro_desktop.plain_words.spelling import Spelling  # noqa: PLC0415 - see above

    child, iro = record.child, record.iro
    own = [child.known_as, child.family_name, child.social_worker, child.team, child.iro_name]
    own += [iro.name, iro.authority, record.review.planned_at, *child.languages, child.ethnicity]
    for person in record.participants:
        own += [person.name, person.relationship]
    for someone in record.people:
        own += [someone.name, someone.relationship, someone.organisation, *someone.languages]
    own += [decision.owner for decision in (*record.decisions, *record.last_decisions)]
    own += [answer.person for answer in record.scale_answers]
    own += [preferred.word for preferred in record.preferred_words]
    own += [word for words in lists or (starter_words(),) for word in words.spellings]
    return Spelling(own)


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _read_kept(settings: Settings) -> WordList | None:
    text = settings.get(_LOCAL)
    return read_local_words(text, "") if text else None
