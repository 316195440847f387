"""What each field of each kind of thing holds, and so how two changes to it may come together.

Prose is merged by sentence. Someone's own words are never merged, nor is anything else: the change
of one side stands, and where both changed it a person decides. Some fields mean something only
together, such as a score and whether there is one; a change to one of them by each side is a change
to the same thing.

A kind or field that is not here, of a later version of the program, is taken whole.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType


class Rule(StrEnum):
    """How two changes to one field come together."""

    VERBATIM = "verbatim"
    PROSE = "prose"
    WHOLE = "whole"


Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class KindRules:
    """The fields of a kind by their rule, and those that mean something only together.

    Where `quotes` is a field, the prose is someone's own words in each version that says so there.
    `is_one_for_all`: whichever of several stands, all that they differ in is looked at elsewhere.
    """

    fields: Mapping[str, Rule]
    together: tuple[frozenset[str], ...] = ()
    quotes: str = ""
    is_one_for_all: bool = False


def _kind(
    *, verbatim: str = "", prose: str = "", whole: str = "", together: str = "", quotes: str = ""
) -> KindRules:
    rules = {
        name: rule
        for names, rule in (
            (verbatim, Rule.VERBATIM),
            (prose, Rule.PROSE),
            (whole, Rule.WHOLE),
        )
        for name in names.split()
    }
    groups = tuple(frozenset(group.split()) for group in together.split(",") if group.strip())
    return KindRules(MappingProxyType(rules), groups, quotes)


def _entry(*, prose: str, verbatim: str = "", whole: str = "", together: str = "") -> KindRules:
    """An entry of a tool: its prose may be a quotation, and is one where `is_verbatim` says so."""
    entry = "id child_id review_id thread position state heard_from is_verbatim author written_on"
    # To mark words as a quotation, and to change them, do not go together unseen.
    quoted = ",".join(f"heard_from is_verbatim {words}" for words in f"{prose} {verbatim}".split())
    return _kind(
        verbatim=verbatim,
        prose=prose,
        whole=f"{entry} {whole}",
        together=f"{quoted},{together}",
        quotes="is_verbatim",
    )


_NAMES = "id child_id review_id"
_OF_VERSION = (
    "number reader reader_name language style length content drafted_on checked_on checked_by"
    " signed_at signed_by digest corrects what_changed"
)

RULES: Mapping[str, KindRules] = MappingProxyType(
    {
        "child": _kind(
            prose="communication_needs permanence_plan",
            whole="id number date_of_birth sex known_as family_name pronouns ethnicity languages"
            " sibling_group upn iro_name iro_allocated_on social_worker team unaccompanied"
            " asylum_seeking_until permanently_matched_on sdq_score sdq_reason"
            " health_assessment_up_to_date dental_check_up_to_date immunisations_up_to_date"
            " last_health_assessment last_dental_check last_social_work_visit last_iro_contact"
            " made_up parent_id subject",
            together="sdq_score sdq_reason",
        ),
        "important_person": _kind(
            prose="notes",
            whole="id child_id name relationship organisation languages may_be_invited",
        ),
        "episode": _kind(
            whole="id child_id started reason_started legal_status category_of_need placement"
            " provider ended reason_ended reason_for_move home_postcode placement_postcode urn",
            together="ended reason_ended",
        ),
        "review": _kind(
            prose="participation_reason output_reason counted_because late_note cancelled_because"
            " adjourned_because",
            whole="id child_id kind status origin planned_for planned_at held_on form form_version"
            " participation participation_confirmed output closed_on closed_by starts_at"
            " lasts_minutes conduct began_on completed_on late_reason adjourned_on resumed_on"
            " meeting pep_too outcome next_on next_at next_place",
            together="planned_for starts_at, participation participation_confirmed,"
            " next_on next_at, form form_version",
        ),
        "scaling_question": _kind(
            whole="id child_id text meaning_of_0 meaning_of_10 asked_first_in position",
            together="text meaning_of_0 meaning_of_10",
        ),
        "participant": _kind(
            prose="not_invited_because consulted_how",
            whole=f"{_NAMES} name role relationship invited consulted attendance voice position"
            " asked_away",
            together="name role",
        ),
        "answer": _kind(prose="value", whole=f"{_NAMES} question item"),
        "view": _kind(
            verbatim="words",
            prose="about",
            whole=f"{_NAMES} heard_by heard_on how sharing position",
            # What a child allowed to be told was allowed of those words, not of others.
            together="words sharing",
        ),
        "decision": _kind(
            verbatim="kept_words",
            prose="what words_for_child kept_note",
            whole=f"{_NAMES} owner due_on by_when position kept kept_looked_at_in",
            together="kept kept_looked_at_in, due_on by_when",
        ),
        "scale_answer": _kind(
            verbatim="why_not_lower what_would_make_it_higher",
            whole=f"{_NAMES} question_id person role state value medium answered_on position",
            together="state value, person role",
        ),
        "addendum": _kind(whole=f"{_NAMES} text added_on added_by", together="text added_by"),
        "written_document": _kind(whole=f"{_NAMES} kind written_on sent_on sent_to"),
        "happening": _kind(prose="note", whole="id child_id happening on recorded_by"),
        "sitting": _kind(prose="note", whole=f"{_NAMES} on with_whom position"),
        "panel_member": _kind(
            whole=f"{_NAMES} name is_chair is_member_or_officer works_for_the_home position",
            together="name is_member_or_officer works_for_the_home",
        ),
        "document_text": _kind(prose="words", whole=f"{_NAMES} kind part"),
        "reader_wishes": _kind(whole="id child_id reader language style length"),
        "preferred_word": _kind(whole="id child_id instead_of word", together="instead_of word"),
        "withheld_passage": _kind(
            prose="why",
            whole=f"{_NAMES} thing field words because kept_from decided_by decided_on",
            together="thing field words because kept_from",
        ),
        "confidential_detail": _kind(
            prose="why",
            whole="id child_id words kept_from until recorded_by recorded_on",
            together="words kept_from until",
        ),
        "kept_picture": _kind(
            prose="description",
            whole=f"{_NAMES} image sharing position",
            together="image description sharing",
        ),
        # One side's text under the other's signature would be signed by nobody.
        "document_version": _kind(
            whole=f"{_NAMES} kind {_OF_VERSION}", together=f"kind {_OF_VERSION}"
        ),
        "sending": _kind(
            whole=f"{_NAMES} version_id to reader way file_format sent_on sent_by",
            together="version_id to reader way file_format sent_on sent_by",
        ),
        "read_together": _kind(prose="note", whole=f"{_NAMES} version_id read_on read_by"),
        "childs_reply": _kind(
            verbatim="words",
            whole=f"{_NAMES} version_id how received_on",
            together="words version_id",
        ),
        # What a manager confirmed is one statement.
        "managers_confirmation": _kind(
            whole=f"{_NAMES} on by agrees remarks", together="on by agrees remarks"
        ),
        "translated_text": _kind(
            whole=f"{_NAMES} language source target translator translated_on",
            together="language source target translator",
        ),
        "map_item": _entry(prose="words", whole="column"),
        "worry_statement": _entry(
            prose="words what_might_happen disagreement goal",
            whole="kind who_is_worried disputed_by scale_id",
        ),
        "matrix_cell": _entry(prose="words", whole="row column when certainty source"),
        "milestone": _entry(
            prose="what",
            whole="owner planned_on revised_to revised_because actual_on waits_for decision_id"
            " is_of_permanence is_goal",
            together="revised_to revised_because",
        ),
        "room": _entry(
            prose="words",
            whole="tool room drawing sharing place scale_id",
            together="words drawing sharing",
        ),
        "story_frame": _entry(
            prose="description",
            verbatim="sentence",
            whole="picture_id pictogram drawing",
            together="picture_id pictogram drawing description",
        ),
        "story_agreement": _kind(
            prose="not_agreed",
            whole=f"{_NAMES} agreed_by reading_age read_with read_on position",
        ),
        "network_person": _entry(
            prose="part",
            whole="name relation knows_the_worries telephone",
            together="name telephone",
        ),
        "safety_rule": _entry(prose="does_what", whole="who when is_bottom_line"),
        "plan_test": _entry(prose="what_happened", whole="on next_on"),
        "asked_question": _entry(
            prose="answer", whole="bank_id question is_best", together="question answer"
        ),
        "tool_use": _kind(whole=f"{_NAMES} tool in_minutes in_letter position"),
        "agenda_item": _kind(
            prose="what",
            whole=f"{_NAMES} minutes brought_by section is_done only_for_iro position",
            together="what only_for_iro",
        ),
        "meeting_part": _kind(
            prose="note", whole=f"{_NAMES} title people began_at ended_at position"
        ),
        "agreement": _kind(
            verbatim="words",
            whole=f"{_NAMES} decision_id person role agrees position",
            together="agrees words, person role",
        ),
        "support_offer": _kind(
            prose="why",
            whole=f"{_NAMES} service state offered_on referred_on provider person position",
        ),
        "permanence_finding": _kind(
            prose="parallel_plan delay_note",
            whole=f"{_NAMES} is_present plan is_ratified ratified_by ratified_on delay position",
            together="is_ratified ratified_by ratified_on",
        ),
        "consultation_answer": _kind(
            verbatim="words",
            whole=f"{_NAMES} form form_version person role question asked received_on only_for_iro"
            " position",
            together="words question asked only_for_iro",
        ),
        "activity": _kind(
            prose="summary",
            whole="id child_id kind on with_whom seen minutes recorded_by remind_on remind_of"
            " is_settled",
        ),
        "sdq_score": _kind(whole="id child_id on total reason source", together="total reason"),
        # Where two laptops closed one review, one of the seals holds. What the other sealed besides
        # came after it, thing by thing, and a person sees each.
        "closing_seal": replace(_kind(whole="id child_id review_id heads"), is_one_for_all=True),
    }
)


def _nobodys(_kind_of_thing: str, _fields: Fields) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules, with what only a form knows: whether an answer is in someone's own words."""

    is_own_words: Callable[[str, Fields], bool] = _nobodys
    kinds: Mapping[str, KindRules] = field(default_factory=lambda: RULES)

    def rule_for(self, kind: str, name: str, versions: tuple[Fields, ...]) -> Rule:
        """The rule for a field, given every version of the thing that is looked at."""
        known = self.kinds.get(kind)
        rule = Rule.WHOLE if known is None else known.fields.get(name, Rule.WHOLE)
        if known is None or rule is not Rule.PROSE:
            return rule
        if known.quotes and any(version.get(known.quotes) is not False for version in versions):
            return Rule.VERBATIM
        if any(self.is_own_words(kind, version) for version in versions):
            return Rule.VERBATIM
        return rule

    def is_one_for_all(self, kind: str) -> bool:
        """Whether one of several versions stands, and nobody has to choose."""
        known = self.kinds.get(kind)
        return known is not None and known.is_one_for_all

    def together(self, kind: str) -> tuple[frozenset[str], ...]:
        """Fields of a kind that mean something only together."""
        known = self.kinds.get(kind)
        return () if known is None else known.together
