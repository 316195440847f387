"""Send a copy's own texts to a human translator, and take them back.

What goes out is what stands in that one copy, after all that is kept from its reader was cut. What
comes back is held against the document as it is today; nothing is lost by a fault in it: sound
texts are kept, the others are named with what to do.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from iro_desktop.documents.docx.two_columns import read_two_columns, write_two_columns
from iro_desktop.documents.exchange.checks import Finding, check
from iro_desktop.documents.exchange.package import (
    ExchangeFormat,
    NotFromATranslator,
    Package,
    Returned,
)
from iro_desktop.documents.exchange.xliff import read_xliff, write_xliff
from iro_desktop.documents.translating import Segment, segments
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.reading import ReadingStyle
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.translations import TranslatedText
from iro_desktop.i18n.catalogues import TRANSLATED
from iro_desktop.i18n.languages import ENGLISH
from iro_desktop.services import copies, review_records, translations
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import NameMissing, NoLanguage, UnreadableFile
from iro_desktop.services.translations import TranslatedBy
from iro_desktop.services.workspace import Workspace

_ZIP = b"PK"
# Shorter than this, a part of a name stands in other words all over a text.
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class SentOut:
    """A file for a translator. Its `name` says nothing of the child.

    `texts` is how many are in it, `translated` how many of those have a translation already.
    """

    name: str
    content: bytes
    texts: int
    translated: int


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What became of a file that came back.

    `kept` is how many translations are new or other than before. `findings` are the faults, each
    with its place; `to_look_at` are the texts, by id, that are kept once someone has looked at what
    was found of them, and `words` what came back for each of them. `untranslated` are the texts
    that still have none.
    """

    kept: int
    findings: tuple[Finding, ...]
    to_look_at: tuple[str, ...]
    untranslated: tuple[str, ...]
    changed: Changed
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """One text of a copy and its translation, None where it has none yet."""

    segment: Segment
    translation: TranslatedText | None


def standing(workspace: Workspace, wanted: CopyWanted) -> tuple[Standing, ...]:
    """Every text of one copy that needs a translation, in its order. Raises as `send_out`."""
    found = _segments(workspace, wanted)
    with workspace.uow_factory() as uow:
        texts = translations.texts_for(uow, wanted.review, wanted.language)
    return tuple(Standing(one, texts.get(one.text)) for one in found)


def send_out(workspace: Workspace, wanted: CopyWanted, file_format: ExchangeFormat) -> SentOut:
    """The texts of one copy, for a translator into its language.

    Raises:
        MarkLost: a passage kept from the reader was changed since it was marked.
        NoLanguage: nothing is translated into the copy's language.
        NoSuchThing: there is no such review, or its form is missing.
        WouldLeak: the copy shows what is kept from its reader.
    """
    found = _segments(workspace, wanted)
    known = _known(workspace, wanted, found)
    package = Package(wanted.language, found, known)
    write = write_xliff if file_format is ExchangeFormat.XLIFF else write_two_columns
    return SentOut(file_name(wanted.language, file_format), write(package), len(found), len(known))


def take_back(
    workspace: Workspace,
    wanted: CopyWanted,
    content: bytes,
    by: TranslatedBy,
    looked_at: Collection[str] = (),
) -> TakenBack:
    """Keep what a translator brought back for one copy, as far as nothing is wrong with it.

    Args:
        workspace: the store and the clock.
        wanted: the copy that was sent out, in the language it was sent out for.
        content: the file, XLIFF or Word.
        by: who translated, and when.
        looked_at: ids of texts whose findings a person has seen and accepts.

    Raises:
        NameMissing: no translator is named.
        NoSuchThing: there is no such review, or its form is missing.
        UnreadableFile: it is no file that was sent out.
        MarkLost, NoLanguage, WouldLeak: as for sending it out.
    """
    if not by.translator.strip():
        raise NameMissing
    returned = _read(content)
    found = _segments(workspace, wanted)
    names = _names(_record(workspace, wanted.review))
    checked = check(found, returned, wanted.language, names)
    good = {**checked.good, **{k: v for k, v in checked.waiting.items() if k in looked_at}}
    english = {segment.id: segment.text for segment in found}
    texts = {english[name]: target for name, target in good.items()}
    named = replace(by, translator=by.translator.strip())
    with workspace.uow_factory() as uow:
        kept = translations.keep(uow, wanted.review, wanted.language, texts, named)
    known = _known(workspace, wanted, found)
    return TakenBack(
        kept=kept,
        findings=tuple(one for one in checked.findings if one.stops or one.id not in looked_at),
        to_look_at=tuple(name for name in checked.waiting if name not in looked_at),
        untranslated=tuple(segment.text for segment in found if segment.id not in known),
        changed=_changed(workspace, wanted.review) if kept else Changed(),
        words={key: text for key, text in checked.waiting.items() if key not in looked_at},
    )


def file_name(language: str, file_format: ExchangeFormat) -> str:
    """What a file for a translator is called: nothing of the child, nor which review it is."""
    return f"texts-to-translate-{language}.{file_format.value}"


def _segments(workspace: Workspace, wanted: CopyWanted) -> tuple[Segment, ...]:
    if wanted.language not in TRANSLATED:
        raise NoLanguage(code=wanted.language, known=", ".join(TRANSLATED))
    # In English, so that a translator knows the headings; not in easy read, which cuts sentences.
    english = replace(wanted, language=ENGLISH, style=ReadingStyle.STANDARD)
    copy = copies.copy_of(workspace, english)
    copy.require_safe()
    return segments(copy.document, wanted.language)


def _known(workspace: Workspace, wanted: CopyWanted, found: tuple[Segment, ...]) -> dict[str, str]:
    with workspace.uow_factory() as uow:
        texts = translations.texts_for(uow, wanted.review, wanted.language)
    return {one.id: texts[one.text].target for one in found if one.text in texts}


def _read(content: bytes) -> Returned:
    try:
        return read_two_columns(content) if content.startswith(_ZIP) else read_xliff(content)
    except NotFromATranslator as fault:
        why = "it is neither XLIFF nor the Word file that was sent out"
        raise UnreadableFile(name="The translator’s file", why=why) from fault


def _record(workspace: Workspace, review: ReviewId) -> ReviewRecord:
    return review_records.read(workspace.uow_factory, review, workspace.clock.today())


def _names(record: ReviewRecord) -> tuple[str, ...]:
    """The names of people, whole and in their parts, that may stand in a text."""
    whole = (
        *(record.child.known_as, record.child.family_name, record.iro.name),
        *(person.name for person in record.people),
        *(person.name for person in record.participants),
    )
    parts = (part for name in whole for part in _parts(name))
    return tuple(dict.fromkeys(parts))


def _parts(name: str) -> Iterator[str]:
    for part in name.split():
        if part[:1].isupper() and len(part) >= _SHORTEST_NAME and not part.endswith("."):
            yield part


def _changed(workspace: Workspace, review: ReviewId) -> Changed:
    with workspace.uow_factory() as uow:
        child = review_records.require_review(uow, review).child_id
    return Changed(frozenset({Topic.DOCUMENTS}), frozenset({child}), frozenset({review}))
