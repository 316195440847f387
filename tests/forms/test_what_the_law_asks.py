"""What the law has a review consider, paragraph by paragraph, and the questions that ask it."""

from collections.abc import Mapping

import pytest

from iro_desktop.form_engine.definition import Form, Records
from iro_desktop.services.programs_forms import programs_forms

CATALOGUE = programs_forms()

SCHEDULE_7 = {
    "1 changes since the last review, and whether its decisions were carried out": (
        "changes_since",
        "last_review_difference",
        Records.LAST_DECISIONS,
    ),
    "2 whether to seek a change of legal status": ("legal_change", "legal_notes"),
    "3 whether there is a plan for permanence": (
        "permanence_first",
        "permanence_progress",
        Records.PERMANENCE,
    ),
    "4 contact, and whether it needs to change": (
        "family_notes",
        "brothers_and_sisters",
        "family_change",
    ),
    "5 whether the placement is still the most appropriate": ("home_right", "home_change"),
    "6 educational needs, progress and development": (
        "school_notes",
        "school_change",
        "education_plan_agreed",
        Records.WHOLE_CHILD,
    ),
    "7 leisure interests": ("leisure_notes",),
    "8 the latest health assessment": ("health_notes", "health_plan", Records.WHOLE_CHILD),
    "9 identity": ("identity_notes", "life_story"),
    "10 advice and support under regulation 31": ("support_between",),
    "11 for when the child is no longer looked after": ("after_care", "independence_notes"),
    "12 wishes and feelings, and the IRO's views": (
        Records.VIEWS,
        "views_how",
        "views_differ",
        "iro_view_text",
    ),
    "13 the frequency of visits": ("visits_notes", "visits_from_now"),
    "14 needs of a child here alone, or trafficked": (
        "unaccompanied_needs_met",
        "trafficking",
        "asylum_claim",
    ),
}
"""SI 2010/959; paragraphs 3, 7, 8, 11, 12 and 14 as guidance gives them."""

AT_HOME_ON_AN_ORDER = {
    "how long": ("home_order_since", "home_order_over"),
    "regs 17 and 18 assessment and decision": ("home_order_assessed",),
    "reg 20 support": ("home_order_support",),
    "why still": ("home_order_why",),
    "plan to discharge": ("home_order_plan", "home_order_apply_by"),
}

WITHOUT_A_MEETING = {
    "over 12 months in a long-term foster placement": ("paper_over_12_months",),
    "the child agrees": ("paper_agreed",),
    "a meeting at least once a year": ("last_meeting_on",),
}

ADOPTION_REG_36 = {
    "whether the child should still be adopted": ("still_for_adoption", "adoption_why"),
    "needs, welfare and development": ("needs_notes", "needs_change"),
    "contact": ("contact_notes", "contact_change"),
    "parental responsibility once placed": ("responsibility_notes", "responsibility_change"),
    "adoption support, and its assessment": ("support_notes", "support_assess_again"),
    "health care and education": ("health_notes", "school_notes"),
    "frequency of reviews": ("reviews_how_often",),
    "why not placed, and what next": ("why_not_placed", "family_finding"),
    "views of child, adopter and others": (
        Records.VIEWS,
        Records.PARTICIPANTS,
        "adopter_says",
    ),
    "visits, as each review decides": ("visits_notes", "visits_from_now"),
}
"""SI 2005/389."""

SECURE_REGS_15_AND_16 = {
    "three persons, one independent": (Records.PARTICIPANTS,),
    "history of absconding": ("history_of_absconding",),
    "likely to abscond": ("likely_to_abscond",),
    "likely to suffer significant harm": ("harm_if_absconding",),
    "likely to injure": ("likely_to_injure",),
    "criteria still apply": ("criteria_apply", "criteria_why"),
    "still necessary": ("still_necessary", "necessary_why"),
    "other accommodation": ("other_accommodation", "alternatives_why"),
    "the child's wishes and feelings": (Records.VIEWS,),
    "those of parents and others": ("other_view", "views_not_had", Records.PARTICIPANTS),
    "recommendation": ("panel_recommends", "recommendation_why"),
    "informing of outcome and action": ("told", "council_action"),
}
"""SI 1991/1505 and the Children Act 1989, section 25."""

FOSTERING_REG_28 = {
    "views of the carers": ("carers_view",),
    "views of each child placed": ("child_placed", "children_asked"),
    "views of each placing authority": ("authority_view", "authorities_asked"),
    "carers suitable": ("carers_suitable",),
    "household suitable": ("household_suitable",),
    "terms appropriate": ("terms_appropriate",),
    "first review to panel": ("is_first_review", "to_panel"),
}
"""SI 2011/581."""

CONFERENCE = {
    "quorum": ("quorum_others", "quorate"),
    "outcome": ("conference_outcome",),
    "category": ("category",),
    "plan in outline": ("plan_outline", "plan_contingency"),
    "lead social worker and core group": ("lead_social_worker", "core_group", "core_group_on"),
    "next conference": (Records.NEXT_MEETING,),
    "wishes and feelings": (Records.VIEWS, "parents_say", "agency_view"),
}
"""Working Together to Safeguard Children."""

PRIVATE_FOSTERING = {
    "reg 8 visits and reports": ("visits_in_time",),
    "reg 8 seen alone": ("visits_alone",),
    "carer and household": ("household_suitable",),
    "welfare": ("arrangement_suitable",),
}
"""SI 2005/1533."""

SHORT_BREAKS_REG_48 = {"the limits": ("breaks_within_limits",), "plan": ("plan_still_right",)}

TABLES: tuple[tuple[str, Mapping[str, tuple[str, ...]]], ...] = (
    ("cla-review", SCHEDULE_7),
    ("cla-review", AT_HOME_ON_AN_ORDER),
    ("cla-review", WITHOUT_A_MEETING),
    ("adoption-review", ADOPTION_REG_36),
    ("secure-review", SECURE_REGS_15_AND_16),
    ("foster-carer-review", FOSTERING_REG_28),
    ("cp-initial-conference", {**CONFERENCE, "15 working days from when": ("strategy_on",)}),
    ("cp-initial-conference", {"threshold": ("significant_harm", "significant_harm_why")}),
    ("cp-review-conference", {**CONFERENCE, "threshold": ("still_likely", "still_likely_why")}),
    ("private-fostering-review", PRIVATE_FOSTERING),
    ("short-breaks-review", SHORT_BREAKS_REG_48),
    ("remand-review", {"regulation 33": ("after_remand_home", "after_remand_looked_after")}),
)


def is_asked(form: Form, name: str) -> bool:
    """A question that reaches the minutes, or records that do so by themselves."""
    question = form.question(name)
    if question is not None:
        return question.minutes is not None
    return any(name in section.records for section in form.sections)


@pytest.mark.parametrize(("form_id", "table"), TABLES)
def test_that_all_that_the_law_has_considered_is_asked_and_stands_in_the_minutes(
    form_id: str, table: Mapping[str, tuple[str, ...]]
) -> None:
    form = CATALOGUE.current(form_id)
    missing = {
        matter: name
        for matter, names in table.items()
        for name in names
        if not is_asked(form, name)
    }
    assert missing == {}


def test_that_all_fourteen_paragraphs_of_schedule_7_are_covered() -> None:
    assert [int(matter.split()[0]) for matter in SCHEDULE_7] == list(range(1, 15))


def test_that_from_the_second_review_on_the_plan_for_permanence_must_be_looked_at() -> None:
    form = CATALOGUE.current("cla-review")
    (section,) = (one for one in form.sections if Records.PERMANENCE in one.records)
    assert Records.PERMANENCE in section.required_records
    assert section.when is not None
    (test,) = section.when.tests
    assert (test.question, test.operator, test.value) == ("review_number", "is_not", "first")
