"""The letter in which a new IRO says hello to a child."""

from iro_desktop.documents import letter_wording
from iro_desktop.documents.age_bands import band_of
from iro_desktop.documents.blocks import Block, Document, ListItems, plain
from iro_desktop.documents.frames import lead_in, letter_to_the_child, say
from iro_desktop.documents.material import Material
from iro_desktop.documents.meet_your_iro import what_i_do
from iro_desktop.documents.written_text import Written
from iro_desktop.domain.correspondence import DocumentKind


def build_introduction(material: Material) -> Document:
    """Who writes, as a person; what they do; when they meet; how to reach them."""
    tr, record = material.tr, material.record
    band = band_of(record.child, record.review)
    written = Written(material, DocumentKind.INTRODUCTION)
    return letter_to_the_child(
        material,
        tr("Hello from me"),
        (
            say(letter_wording.who_i_am(record.iro.name.strip(), band, tr)),
            *written.words("about_me"),
            lead_in(tr("This is what I do:")),
            ListItems(tuple(plain(sentence) for sentence in what_i_do(band, tr))),
            *written.section("first_meeting"),
            *_the_meeting(material),
            say(tr("You can ask me anything. You can tell me anything that matters to you.")),
            say(letter_wording.reach_me(record.iro, tr)),
        ),
    )


def _the_meeting(material: Material) -> tuple[Block, ...]:
    """The day of the review, where it is booked and still to come."""
    tr, review = material.tr, material.record.review
    if review.planned_for is None or review.held_on is not None:
        return ()
    return (say(tr("Your meeting is on {day}.", day=tr.weekday_date(review.planned_for))),)
