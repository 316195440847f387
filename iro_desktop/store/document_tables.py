"""The tables of what is written for people: texts, what is withheld, versions and their sending."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Text

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.document_versions import SendingWay
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.wishes_and_feelings import HeardHow, Sharing
from iro_desktop.domain.withholding import Reader, WithheldBecause
from iro_desktop.store.column_types import Moment, OneOf, SeveralOf
from iro_desktop.store.columns import about_child, about_review, number, things, words


def _version() -> Column[str]:
    return Column("version_id", Text, ForeignKey("document_version.id"), nullable=False, index=True)


document_text = things(
    "document_text",
    about_child(),
    about_review(),
    Column("kind", OneOf(DocumentKind), nullable=False),
    words("part"),
    words("words"),
)

reader_wishes = things(
    "reader_wishes",
    about_child(),
    words("reader"),
    words("language"),
    Column("style", OneOf(ReadingStyle), nullable=False),
    Column("length", OneOf(Length), nullable=False),
)

preferred_word = things("preferred_word", about_child(), words("instead_of"), words("word"))

withheld_passage = things(
    "withheld_passage",
    about_child(),
    about_review(),
    words("thing"),
    words("field"),
    words("words"),
    Column("because", OneOf(WithheldBecause), nullable=False),
    Column("kept_from", SeveralOf(Reader), nullable=False),
    words("why"),
    words("decided_by"),
    Column("decided_on", Date),
)

confidential_detail = things(
    "confidential_detail",
    about_child(),
    words("words"),
    Column("kept_from", SeveralOf(Reader), nullable=False),
    words("why"),
    Column("until", Date),
    words("recorded_by"),
    Column("recorded_on", Date),
)

kept_picture = things(
    "kept_picture",
    about_child(),
    about_review(),
    words("image"),
    words("description"),
    Column("sharing", OneOf(Sharing), nullable=False),
    number("position"),
)

document_version = things(
    "document_version",
    about_child(),
    about_review(),
    Column("kind", OneOf(DocumentKind), nullable=False),
    number("number"),
    Column("reader", OneOf(Reader), nullable=False),
    words("reader_name"),
    words("language"),
    Column("style", OneOf(ReadingStyle), nullable=False),
    Column("length", OneOf(Length), nullable=False),
    words("content"),
    Column("drafted_on", Date, nullable=False),
    Column("checked_on", Date),
    words("checked_by"),
    Column("signed_at", Moment),
    words("signed_by"),
    words("digest"),
    Column("corrects", Text),
    words("what_changed"),
)

sending = things(
    "sending",
    about_child(),
    about_review(),
    _version(),
    words("to"),
    Column("reader", OneOf(Reader), nullable=False),
    Column("way", OneOf(SendingWay), nullable=False),
    words("file_format"),
    Column("sent_on", Date, nullable=False),
    words("sent_by"),
)

read_together = things(
    "read_together",
    about_child(),
    about_review(),
    _version(),
    Column("read_on", Date, nullable=False),
    words("read_by"),
    words("note"),
)

childs_reply = things(
    "childs_reply",
    about_child(),
    about_review(),
    _version(),
    words("words"),
    Column("how", OneOf(HeardHow), nullable=False),
    Column("received_on", Date, nullable=False),
)

managers_confirmation = things(
    "managers_confirmation",
    about_child(),
    about_review(),
    Column("on", Date, nullable=False),
    words("by"),
    Column("agrees", Boolean, nullable=False),
    words("remarks"),
)

translated_text = things(
    "translated_text",
    about_child(),
    about_review(),
    words("language"),
    words("source"),
    words("target"),
    words("translator"),
    Column("translated_on", Date, nullable=False),
)
