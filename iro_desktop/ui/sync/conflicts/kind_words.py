"""What each kind of thing is called, for someone who is to decide between two versions of it."""

from collections.abc import Mapping

from iro_desktop.i18n import tr


def kind_in_words(kind: str) -> str:
    """A kind of thing as one names it; one of a later version is part of the record."""
    return {**_of_the_child(), **_of_the_meeting(), **_of_documents(), **_of_tools()}.get(
        kind, tr("Part of the record")
    )


def _of_the_child() -> Mapping[str, str]:
    return {
        "child": tr("About the child"),
        "important_person": tr("Someone who matters to the child"),
        "episode": tr("A time in care"),
        "happening": tr("Something that happened"),
        "activity": tr("A contact or check"),
        "sdq_score": tr("A questionnaire score (SDQ)"),
        "reader_wishes": tr("How someone wishes to read"),
        "preferred_word": tr("A word the child prefers"),
        "confidential_detail": tr("A detail kept from others"),
    }


def _of_the_meeting() -> Mapping[str, str]:
    return {
        "review": tr("The review itself"),
        "participant": tr("Someone at the review"),
        "answer": tr("An answer"),
        "view": tr("The child’s own words"),
        "decision": tr("A decision"),
        "scaling_question": tr("A scaling question"),
        "scale_answer": tr("A number on a scale"),
        "addendum": tr("An addendum"),
        "sitting": tr("One of several meetings"),
        "panel_member": tr("A member of the panel"),
        "withheld_passage": tr("A passage kept from others"),
        "kept_picture": tr("A picture"),
        "agenda_item": tr("An item of the agenda"),
        "meeting_part": tr("A part of the meeting"),
        "agreement": tr("What someone said of a decision"),
        "support_offer": tr("An advocate or visitor offered"),
        "permanence_finding": tr("What was found of permanence"),
        "consultation_answer": tr("What someone was asked before"),
        "resolution": tr("A concern that was raised"),
    }


def _of_documents() -> Mapping[str, str]:
    return {
        "written_document": tr("A document"),
        "document_text": tr("Words of a document"),
        "document_version": tr("A version of a document"),
        "sending": tr("A document that was sent"),
        "read_together": tr("A document read with the child"),
        "childs_reply": tr("What the child answered"),
        "managers_confirmation": tr("The manager’s answer"),
        "translated_text": tr("A translation"),
    }


def _of_tools() -> Mapping[str, str]:
    return {
        "map_item": tr("An entry of the three columns"),
        "worry_statement": tr("A worry"),
        "matrix_cell": tr("An entry of the harm matrix"),
        "milestone": tr("A milestone"),
        "room": tr("A room of the houses"),
        "story_frame": tr("A picture of the story"),
        "story_agreement": tr("Who agreed to the story"),
        "network_person": tr("Someone of the safety network"),
        "safety_rule": tr("A rule of the safety plan"),
        "plan_test": tr("A test of the safety plan"),
        "asked_question": tr("A question that was asked"),
        "tool_use": tr("Where a tool is printed"),
    }
