"""Words and pictures: the agreed story, a picture and a sentence at a time."""

from base64 import b64decode

from iro_desktop.documents.blocks import (
    Block,
    Facts,
    Paragraph,
    Picture,
    Pictured,
    authored,
    facts,
    plain,
    text_of,
)
from iro_desktop.documents.drawn_strokes import png_of
from iro_desktop.documents.pictograms import seen_in
from iro_desktop.documents.tools.view import ToolView, gone, in_order, last_time
from iro_desktop.domain.drawings import NotADrawing, decode
from iro_desktop.domain.tools.story import StoryFrame

_SHARE = 0.45


def in_minutes(view: ToolView) -> tuple[Block, ...]:
    """The story as it was told, who agreed to it, and what its sentences said before."""
    frames = _frames(view)
    if not frames:
        return ()
    found: list[Block] = []
    compared = view.compared(frames, StoryFrame)
    for one in compared:
        if one.now is None:
            continue
        found.extend(_frame(one.now, view))
        before = one.before.sentence.strip() if one.before else ""
        if view.last and before and before != one.now.sentence.strip():
            found.append(Paragraph(last_time(before, view.last.held_on, view.tr)))
    left = (authored(one.before.sentence.strip()) for one in compared if one.before and not one.now)
    return (*found, *gone(left, view), *_agreed(view))


def in_letter(view: ToolView) -> tuple[Block, ...]:
    """The story alone."""
    return tuple(block for frame in _frames(view) for block in _frame(frame, view))


def _frames(view: ToolView) -> list[StoryFrame]:
    return [frame for frame in in_order(view.tools.story_frames) if frame.sentence.strip()]


def _frame(frame: StoryFrame, view: ToolView) -> tuple[Block, ...]:
    """The sentence is the story: it stands as large as any other, and with its picture."""
    sentence, seen = authored(frame.sentence.strip()), frame.description.strip()
    image = _image(frame, view)
    if image:
        picture = Picture(image, seen or view.tr("A drawing"), share=_SHARE)
        return (Paragraph(sentence, keep_with_next=True), picture)
    if frame.pictogram:
        return (Pictured(frame.pictogram, seen or _seen(frame.pictogram, view), sentence),)
    return (Paragraph(sentence),)


def _seen(pictogram: str, view: ToolView) -> str:
    """What is seen in it, as far as documents have words for it in every language."""
    try:
        return seen_in(pictogram, view.tr)
    except KeyError:
        return view.tr("A picture")


def _image(frame: StoryFrame, view: ToolView) -> bytes:
    for picture in view.record.pictures:
        if picture.id == frame.picture_id and picture.may_be_printed:
            return b64decode(picture.image)
    try:
        drawn = decode(frame.drawing) if frame.drawing else ()
    except NotADrawing:
        return b""
    return png_of(drawn) if drawn else b""


def _agreed(view: ToolView) -> tuple[Facts, ...]:
    tr = view.tr
    found = []
    for one in sorted(view.tools.story_agreements, key=lambda one: one.position):
        names = [name.strip() for name in one.agreed_by if name.strip()]
        read = ""
        if one.read_on:
            read = tr.date(one.read_on)
            if one.read_with.strip():
                read = tr("{day}, by {name}", day=read, name=one.read_with.strip())
        said = facts(
            (tr("Agreed by"), plain(tr.list(names))),
            (tr("Not agreed"), authored(one.not_agreed.strip())),
            (tr("Written for the age of"), plain(str(one.reading_age or ""))),
            (tr("Read with the child on"), plain(read)),
        )
        if any(text_of(value) for _, value in said.items):
            found.append(said)
    return tuple(found)
