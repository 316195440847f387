"""The parts of a document in their order: the form's own, and those that may never be missing."""

from collections.abc import Mapping, Sequence

from iro_desktop.documents.blocks import Block, Heading
from iro_desktop.form_engine.definition import Part
from iro_desktop.i18n.translator import Translator

PART_LEVEL = 2


def with_standing_parts(
    parts: Sequence[Part], standing: Mapping[str, str], tr: Translator
) -> tuple[Part, ...]:
    """The form's parts, then those standing ones that it leaves out.

    `standing` gives the heading, in the reader's language, of each part that a document has
    whatever the form says, in order. So a form that forgets a part cannot lose what belongs in it.
    """
    named = {part.id for part in parts}
    missing = (Part(name, heading) for name, heading in standing.items() if name not in named)
    return (*(Part(part.id, tr(part.heading)) for part in parts), *missing)


def put_before(parts: Sequence[Part], extra: Part, before: str) -> tuple[Part, ...]:
    """The parts with one more before the part of that name, or at the end where it is not there.

    A part that is there already stays where the form has it.
    """
    names = [part.id for part in parts]
    if extra.id in names:
        return tuple(parts)
    place = names.index(before) if before in names else len(parts)
    return (*parts[:place], extra, *parts[place:])


def headed(name: str, heading: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a part under its heading; nothing at all for a part that holds nothing.

    `name` is the same in every language, so that a council's own wording can place the part.
    """
    return (Heading(PART_LEVEL, heading, name), *blocks) if blocks else ()
