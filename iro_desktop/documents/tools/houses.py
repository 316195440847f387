"""Houses and figures that the child filled: only rooms that the child shares with everyone."""

from iro_desktop.documents.blocks import Block, Paragraph, Picture, Quotation, Span, plain
from iro_desktop.documents.drawn_strokes import png_of
from iro_desktop.documents.tools.view import ToolView, last_time, named
from iro_desktop.domain.drawings import NotADrawing, decode
from iro_desktop.domain.practice_pack import RoomKind
from iro_desktop.domain.tools.houses import Room


def in_minutes(view: ToolView) -> tuple[Block, ...]:
    """Each shared room: the child's words, the drawing, the place on the path, and last time's."""
    return _rooms(view, 0.5, to_child=False)


def in_letter(view: ToolView) -> tuple[Block, ...]:
    """The child's own words and drawings back to them."""
    return _rooms(view, 0.7, to_child=True)


def _rooms(view: ToolView, share: float, *, to_child: bool) -> tuple[Block, ...]:
    shared = [room for room in view.tools.rooms if room.tool is view.tool and room.may_be_printed]
    found: list[Block] = []
    for kind in _kinds(view, shared):
        for room in (each for each in shared if each.room == kind.id):
            name = _who(room, view, to_child=to_child)
            before = () if to_child else _before(room, view)
            inside = (*_room(room, kind, view, share, name), *before)
            if inside:
                title = view.tr(kind.title)
                found += [Paragraph((Span(title, bold=True),), keep_with_next=True), *inside]
    return tuple(found)


def _kinds(view: ToolView, rooms: list[Room]) -> list[RoomKind]:
    house = view.pack.house(view.tool)
    known = list(house.rooms) if house else []
    names = {kind.id for kind in known}
    others = dict.fromkeys(room.room for room in rooms if room.room not in names)
    return [*known, *(RoomKind(name, named(name)) for name in others)]


def _who(room: Room, view: ToolView, *, to_child: bool) -> str:
    """Whose words they are: the child's, unless someone else is named."""
    child, who = view.record.child.known_as.strip(), room.heard_from.strip()
    if to_child and who in {"", child}:
        return view.tr("You")
    return who or child


def _room(room: Room, kind: RoomKind, view: ToolView, share: float, who: str) -> tuple[Block, ...]:
    tr = view.tr
    found: list[Block] = []
    if room.place is not None:
        number = tr.number(room.place)
        found.append(
            Paragraph(plain(tr("On the path: {number} of 10 steps to the door.", number=number)))
        )
    if room.words.strip():
        found.append(Quotation(room.words, who))
    drawn = _drawn(room.drawing)
    if drawn:
        seen = tr("A drawing: {room}", room=tr(kind.title))
        found.append(Picture(drawn, seen, share=share))
    return tuple(found)


def _before(room: Room, view: ToolView) -> tuple[Block, ...]:
    tr, last = view.tr, view.last
    if last is None:
        return ()
    for before in last.tools.rooms:
        same = (before.tool, before.room) == (room.tool, room.room)
        if not same or not before.may_be_printed:
            continue
        found: list[Block] = []
        if before.place is not None and before.place != room.place:
            number, day = tr.number(before.place), tr.short_date(last.held_on)
            words = tr("Last time, {day}, on the path: {number}.", day=day, number=number)
            found.append(Paragraph(plain(words)))
        if before.words.strip() and before.words.strip() != room.words.strip():
            found.append(Paragraph(last_time(before.words, last.held_on, tr)))
        return tuple(found)
    return ()


def _drawn(strokes: str) -> bytes:
    try:
        drawing = decode(strokes) if strokes else ()
    except NotADrawing:
        return b""
    return png_of(drawing) if drawing else b""
