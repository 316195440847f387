"""The letter in which an IRO says goodbye: why, who comes next, and what they will remember.

Nobody disappears without a word; and no promise goes with the one who heard it.
"""

from dataclasses import replace

from iro_desktop.documents.age_bands import AgeBand, band_of
from iro_desktop.documents.blocks import Block, Document
from iro_desktop.documents.frames import lead_in, letter_to_the_child, say
from iro_desktop.documents.letter_promises import promises
from iro_desktop.documents.material import Material
from iro_desktop.documents.parts import headed
from iro_desktop.documents.written_text import Written
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.decisions import Kept

_DONE = frozenset({Kept.KEPT, Kept.NO_LONGER_NEEDED})


def build_goodbye(material: Material) -> Document:
    """The goodbye letter, with the promises that still stand."""
    tr, record = material.tr, material.record
    band = band_of(record.child, record.review)
    written = Written(material, DocumentKind.GOODBYE)
    if band is AgeBand.YOUNG:
        news = tr("Someone new will come to your meetings. I will not come any more.")
    else:
        news = tr(
            "I am writing to say goodbye. Someone else will be your independent reviewing officer."
        )
    return letter_to_the_child(
        material,
        tr("Goodbye from me"),
        (
            say(news),
            *written.section("why"),
            *written.section("enjoyed"),
            *written.section("next_iro"),
            *_promises(material, band),
            *headed("what_stays", tr("What stays the same"), _what_stays(material, band)),
        ),
    )


def _promises(material: Material, band: AgeBand) -> tuple[Block, ...]:
    """Those of the last review that was held, but for what has been done since."""
    tr, record = material.tr, material.record
    made = record.decisions or record.last_decisions
    still_open = tuple(one for one in made if one.kept not in _DONE)
    table = promises(replace(record, decisions=still_open), band, tr)
    if not table:
        return ()
    told = lead_in(tr("What we promised you at your last meeting still counts."))
    return headed("decisions", tr("Our promises to you"), (told, *table))


def _what_stays(material: Material, band: AgeBand) -> tuple[Block, ...]:
    tr = material.tr
    if band is AgeBand.YOUNG:
        return (
            say(tr("People will still listen to you.")),
            say(tr("You can still tell them what you think.")),
        )
    return (
        say(tr("It is still your plan and your meeting.")),
        say(tr("You still have your rights: to be heard, to have an advocate, and to complain.")),
    )
