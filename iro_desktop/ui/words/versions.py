"""How far a version of a document has come, and how it went to someone, said on screen. No Qt."""

from iro_desktop.domain.document_versions import ChildsReply, ReadTogether, Sending, SendingWay
from iro_desktop.domain.document_versions import VersionState as State
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.i18n import screen, tr
from iro_desktop.services.versions import Listed
from iro_desktop.ui.words.deadlines import State as ShortState
from iro_desktop.ui.words.reading import reader_in_words
from iro_desktop.ui.words.records import heard_how


def state_in_words(state: State) -> str:
    """How far it has come."""
    return {
        State.DRAFTED: tr("Draft"),
        State.CHECKED: tr("Checked"),
        State.SIGNED: tr("Signed"),
        State.SENT: tr("Sent"),
        State.READ: tr("Read with the child"),
        State.ANSWERED: tr("The child answered"),
    }[state]


def state_pill(listed: Listed) -> ShortState:
    """How far it has come, with a tone; that another stands for it comes first."""
    if listed.corrected_by is not None:
        return ShortState(tr("Corrected since"), "plain", "undo-2")
    words = state_in_words(listed.state)
    match listed.state:
        case State.DRAFTED:
            return ShortState(words, "warning", "pencil")
        case State.CHECKED:
            return ShortState(words, "info", "eye")
        case State.SIGNED:
            return ShortState(words, "info", "lock")
        case _:
            return ShortState(words, "success", "circle-check")


def number_in_words(number: int) -> str:
    """Which version it is."""
    return tr("Version {number}", number=screen().number(number))


def history(listed: Listed, names: dict[EntityId, int]) -> tuple[str, ...]:
    """What became of a version up to its signature, a sentence each. `names` numbers the others."""
    version, say = listed.version, screen().date
    lines = [tr("Drafted on {day}", day=say(version.drafted_on))]
    if version.checked_on is not None:
        day = say(version.checked_on)
        lines.append(tr("Checked on {day} by {name}", day=day, name=version.checked_by))
    if version.signed_at is not None:
        moment = version.signed_at.astimezone()
        lines.append(
            tr(
                "Signed on {day} at {time} by {name}",
                day=say(moment.date()),
                time=screen().time(moment.time()),
                name=version.signed_by,
            )
        )
    if version.corrects is not None and version.corrects in names:
        number = screen().number(names[version.corrects])
        lines.append(tr("Corrects version {number}", number=number))
    if listed.corrected_by is not None and listed.corrected_by in names:
        number = screen().number(names[listed.corrected_by])
        lines.append(tr("Version {number} stands for it now", number=number))
    return tuple(lines)


def way_in_words(way: SendingWay) -> str:
    """How it went."""
    return {
        SendingWay.PRINTED: tr("on paper"),
        SendingWay.HANDED_OVER: tr("handed over as a file"),
        SendingWay.EMAIL: tr("by e-mail"),
        SendingWay.PROTECTED_PDF: tr("as a PDF with a password"),
        SendingWay.COUNCIL_FOLDER: tr("in a folder for the council’s system"),
    }[way]


def format_in_words(ending: str) -> str:
    """A kind of file, by the ending of its name; the ending itself where it is unknown."""
    return {
        "pdf": tr("PDF"),
        "docx": tr("Word"),
        "html": tr("Web page"),
        "epub": tr("E-book (EPUB)"),
        "txt": tr("Plain text"),
        "wav": tr("Sound file"),
    }.get(ending, ending)


def sending_in_words(sending: Sending) -> str:
    """To whom, how, and when."""
    how = way_in_words(sending.way)
    if sending.way in {SendingWay.HANDED_OVER, SendingWay.EMAIL, SendingWay.COUNCIL_FOLDER}:
        kind = format_in_words(sending.file_format)
        how = tr("{how} ({file})", how=how, file=kind)
    return tr(
        "{day} · to {name} · {reader} · {how}",
        day=screen().date(sending.sent_on),
        name=sending.to,
        reader=reader_in_words(sending.reader),
        how=how,
    )


def reading_in_words(reading: ReadTogether) -> str:
    """Who read it with the child, and when."""
    day, name = screen().date(reading.read_on), reading.read_by
    said = tr("{day}: {name} read it with the child", day=day, name=name)
    return tr("{what}. {note}", what=said, note=reading.note) if reading.note else said


def reply_in_words(reply: ChildsReply) -> str:
    """When the child answered, and how; the words stand by themselves."""
    day, how = screen().date(reply.received_on), heard_how()[reply.how]
    return tr("{day}: the child answered. {how}.", day=day, how=how)
