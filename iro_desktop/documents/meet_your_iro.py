"""The leaflet that a child is given before the first review: who the IRO is, and how to reach them.

IRO Handbook (2010): the IRO meets the child before the first review, and tells of the rights to an
advocate, to complain and to go to court.
"""

from iro_desktop.documents import letter_wording
from iro_desktop.documents.age_bands import AgeBand, band_of
from iro_desktop.documents.blocks import Block, Document, ListItems, plain
from iro_desktop.documents.frames import say, sheet_for_the_child
from iro_desktop.documents.material import Material
from iro_desktop.documents.parts import headed
from iro_desktop.documents.written_text import Written
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.i18n.translator import Translator


def build_leaflet(material: Material) -> Document:
    """The leaflet. It names the IRO and nobody else: it can lie on a table."""
    tr, record = material.tr, material.record
    band = band_of(record.child, record.review)
    about_me = Written(material, DocumentKind.MEET_YOUR_IRO).words("about_me")
    rights = letter_wording.rights(band, tr)
    is_young = band is AgeBand.YOUNG
    return sheet_for_the_child(
        material,
        tr("Hello from me") if is_young else tr("Meet your independent reviewing officer"),
        (
            say(letter_wording.who_i_am(record.iro.name.strip(), band, tr)),
            *headed("about_me", tr("Who I am"), about_me),
            *headed("what_i_do", tr("What I do"), (_list(what_i_do(band, tr)),)),
            *headed("reach_me", tr("How to tell me something"), _how_to_tell_me(material, band)),
            *headed("rights", tr("What are your rights?"), (_list(rights),)),
        ),
    )


def what_i_do(band: AgeBand, tr: Translator) -> tuple[str, ...]:
    """What an IRO is for, said to a child: Children Act 1989, section 25B(1)."""
    if band is AgeBand.YOUNG:
        return (
            tr("I listen to you."),
            tr("I lead the meetings about you."),
            tr("I check that grown-ups keep their promises."),
        )
    return (
        tr("I talk with you on your own before your meetings, if you want to."),
        tr("I lead the meetings about your plan, and make sure that what you say counts."),
        tr("I check that your plan is right for you, and that people do what they promised."),
        tr("If they do not, I tell their managers, and I do not let go."),
    )


def _how_to_tell_me(material: Material, band: AgeBand) -> tuple[Block, ...]:
    tr = material.tr
    ways: tuple[str, ...]
    if band is AgeBand.YOUNG:
        ways = (
            tr("You can talk, draw, write or show me."),
            tr("A grown-up you trust can tell me for you."),
        )
    else:
        ways = (
            tr("You can tell me good things and bad things, at any time."),
            tr("You can ring, write, draw, or ask someone you trust to tell me."),
            tr("You do not have to wait for a meeting. You can ask for one sooner."),
        )
    return (_list(ways), say(letter_wording.reach_me(material.record.iro, tr)))


def _list(sentences: tuple[str, ...]) -> ListItems:
    return ListItems(tuple(plain(sentence) for sentence in sentences))
