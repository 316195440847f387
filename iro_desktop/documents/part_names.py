"""Which parts each kind of document has, in its own order, by the names that a template gives them.

What stands before the first heading is `head`; who signs, with the farewell, is `signature`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from iro_desktop.documents.document_parts import HEAD, SIGNATURE
from iro_desktop.domain.correspondence import DocumentKind

_NEVER_LEFT_OUT = frozenset({"decisions", SIGNATURE})
_RIGHTS = "rights"
_OF_FORM_IN_LETTER = "going_well life worries my_view"
# Each practice tool where the form gives it a part of its own, and the shelf for all others.
_TOOLS_IN_LETTER = (
    "houses safety_house map harm_matrix trajectory words_and_pictures safety_plan best_questions "
    "tools"
)
_TOOLS_IN_MINUTES = f"map worries {_TOOLS_IN_LETTER.replace('map ', '')}"
# Those of every form, in an order that each form keeps to (forms/, tests/forms).
_BEFORE_VIEWS_IN_MINUTES = (
    "whole_child panel aim attendance quorum participation advocacy consultation last_decisions "
    "reasons progress order good_times what_happened matching introductions support"
)
_OF_FORM_IN_MINUTES = (
    "said adoption without_a_meeting remand breaks arrangement household children carers_say "
    "children_say authorities_say supervision training concerns views_of_others criteria necessary "
    "alternatives home home_on_order needs family responsibility adoption_support school learning "
    "health identity leisure money papers safety unaccompanied after_remand legal permanence "
    "pathway entitled care_plan visits independence suitable threshold outcome plan recommendation "
    "action told next not_possible iro_view"
)


def part_names(kind: DocumentKind) -> tuple[str, ...]:
    """The parts that a kind of document may have, in the order in which it has them."""
    return _NAMES[kind]


def never_left_out(kind: DocumentKind) -> frozenset[str]:
    """Those that no wording may leave out.

    The decisions and who signs, wherever there are any; in the letter to the child their rights.
    """
    kept = _NEVER_LEFT_OUT | ({_RIGHTS} if kind is DocumentKind.LETTER else set())
    return kept & frozenset(part_names(kind))


def _names(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_NAMES: Mapping[DocumentKind, tuple[str, ...]] = MappingProxyType(
    {
        DocumentKind.LETTER: _names(
            f"{HEAD} opening meeting views scaling {_TOOLS_IN_LETTER} {_OF_FORM_IN_LETTER} "
            f"last_decisions decisions not_possible {_RIGHTS} next_review goodbye {SIGNATURE} "
            "when_older"
        ),
        DocumentKind.MINUTES: _names(
            f"about_child about_review {_BEFORE_VIEWS_IN_MINUTES} views family_says agencies_say "
            f"scaling {_TOOLS_IN_MINUTES} {_OF_FORM_IN_MINUTES} decisions {_RIGHTS} next_review "
            f"follows added {SIGNATURE}"
        ),
        DocumentKind.DECISIONS: _names(f"{HEAD} decisions {SIGNATURE} answer"),
        DocumentKind.INVITATION: _names(f"{HEAD} {SIGNATURE}"),
        DocumentKind.CHILDS_INVITATION: _names(f"{HEAD} {SIGNATURE}"),
        DocumentKind.CONSULTATION: _names(
            f"{HEAD} how_things_are scaling meeting sharing giving_it_back"
        ),
        DocumentKind.MEET_YOUR_IRO: _names(f"{HEAD} about_me what_i_do reach_me {_RIGHTS}"),
        DocumentKind.INTRODUCTION: _names(f"{HEAD} first_meeting {SIGNATURE}"),
        DocumentKind.GOODBYE: _names(
            f"{HEAD} why enjoyed next_iro decisions what_stays {SIGNATURE}"
        ),
        DocumentKind.SECURE_REPORT: _names(
            "about_child about_review panel attendance order questions criteria necessary "
            f"alternatives views views_of_others recommendation decisions action told {SIGNATURE}"
        ),
        DocumentKind.DISRUPTION_REPORT: _names(
            "aim about_child about_review attendance good_times what_happened chronology "
            f"matching introductions support views said learning next decisions {SIGNATURE}"
        ),
        DocumentKind.RESOLUTION: _names(
            f"{HEAD} concern matters views tried ask stage by_when cafcass {SIGNATURE}"
        ),
        DocumentKind.COURT_VIEW: _names(
            "my_part proceedings about_child about_review care_plan last_decisions decisions "
            f"views view {SIGNATURE}"
        ),
        DocumentKind.CARE_LEAVER_LETTER: _names(
            f"{HEAD} why meeting views scaling tools going_well worries my_view last_decisions "
            f"decisions not_possible adviser entitlements records next {SIGNATURE}"
        ),
        DocumentKind.CERTIFICATE: _names(f"{HEAD} {SIGNATURE}"),
        DocumentKind.READ_AT_25: _names(
            f"{HEAD} beginning why chronology people views scaling decisions told {SIGNATURE}"
        ),
    }
)
