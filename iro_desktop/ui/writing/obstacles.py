"""What stands between a document and its signature, each with the place to put it right. No Qt."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.documents.leaks import Leak
from iro_desktop.documents.written_parts import WrittenPart
from iro_desktop.domain.drafts import may_still_change
from iro_desktop.domain.review import Review
from iro_desktop.domain.withholding import WithheldBecause, WithheldPassage
from iro_desktop.i18n import ntr, tr
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.services.copies import Copy

_MOST_SHOWN = 60


class There(StrEnum):
    """Where something is put right."""

    RECORD = "record"
    PART = "part"
    TEXT = "text"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing in the way. `stops` says that no copy leaves before it is put right.

    `place` is what to look for there: a part's id, or words in the text; `passage` is to be marked
    anew in the record. Without `there` it is for nobody on this screen to put right.
    """

    sentence: str
    there: There | None = None
    place: str = ""
    passage: WithheldPassage | None = None
    stops: bool = False


def obstacles(
    copy: Copy, review: Review, unwritten: Sequence[WrittenPart], missing: frozenset[str]
) -> tuple[Obstacle, ...]:
    """What stands in the way of a copy, what stops it first.

    `unwritten` are the parts that nobody has written, `missing` the characters that no font has.
    """
    return (
        *_not_whole(copy),
        *_leaks(copy.leaks),
        *_lost(copy.lost),
        *_unwritten(unwritten),
        *_untranslated(copy),
        *_missing(missing),
        *_not_closed(copy, review),
    )


def _not_whole(copy: Copy) -> Iterator[Obstacle]:
    if copy.is_part:
        yield Obstacle(tr("Only a part of the record is on this laptop."), stops=True)
    if copy.unread:
        yield Obstacle(
            ntr(
                "{number} sealed detail says what to leave out, and is closed here.",
                "{number} sealed details say what to leave out, and are closed here.",
                copy.unread,
            ),
            stops=True,
        )


def _leaks(found: Iterable[Leak]) -> Iterator[Obstacle]:
    for leak in dict.fromkeys((one.heading, one.because) for one in found):
        heading, because = leak
        sentence = (
            tr("Under “{heading}” stands {what}.", heading=heading, what=_kept(because))
            if heading
            else tr("In the title or before the first heading stands {what}.", what=_kept(because))
        )
        yield Obstacle(sentence, There.TEXT if heading else None, heading, stops=True)


def _kept(because: WithheldBecause) -> str:
    return {
        WithheldBecause.THIRD_PARTY: tr("something about someone else, kept from this reader"),
        WithheldBecause.SERIOUS_HARM: tr("something kept from this reader to prevent harm"),
        WithheldBecause.CONFIDENTIAL_ADDRESS: tr("a private address, kept from this reader"),
        WithheldBecause.KEEP_OUT: tr("something that the child wants kept out"),
    }[because]


def _lost(found: Iterable[WithheldPassage]) -> Iterator[Obstacle]:
    for passage in found:
        yield Obstacle(
            tr(
                "“{words}” is kept from this reader, but the text was changed since it was marked. "
                "Mark it anew.",
                words=_shortened(passage.words),
            ),
            There.RECORD,
            passage=passage,
            stops=True,
        )


def _unwritten(parts: Iterable[WrittenPart]) -> Iterator[Obstacle]:
    for part in parts:
        yield Obstacle(tr("“{part}” is not written yet.", part=part.heading), There.PART, part.id)


def _untranslated(copy: Copy) -> Iterator[Obstacle]:
    number = len(copy.untranslated)
    if number:
        language = LANGUAGES[copy.wanted.language].english_name
        yield Obstacle(
            ntr(
                "{number} text is not in {language} yet.",
                "{number} texts are not in {language} yet.",
                number,
                language=language,
            ),
            There.TRANSLATION,
            copy.untranslated[0],
        )


def _missing(characters: frozenset[str]) -> Iterator[Obstacle]:
    if characters:
        yield Obstacle(
            tr(
                "No font here has these characters, so each shows as □: {characters}",
                characters=" ".join(sorted(characters)),
            ),
            There.TEXT,
            min(characters),
        )


def _not_closed(copy: Copy, review: Review) -> Iterator[Obstacle]:
    if may_still_change(copy.wanted.kind, review):
        yield Obstacle(tr("The review is not closed, so this may still change."), There.RECORD)


def _shortened(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _MOST_SHOWN else one_line[: _MOST_SHOWN - 1] + "…"
