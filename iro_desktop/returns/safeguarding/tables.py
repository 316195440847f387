"""The dataset's tables by their columns, as far as a review needs them.

A file may leave out what is not `needed`: councils fill the dataset in step by step.
"""

from iro_desktop.returns.headings import Column, Shape


def _optional(*headings: str) -> tuple[Column, ...]:
    return tuple(Column(heading, needed=False) for heading in headings)


PERSON = Shape(
    "ssd_person",
    (
        Column("pers_person_id"),
        Column("pers_dob"),
        *_optional("pers_forename", "pers_surname", "pers_sex", "pers_ethnicity"),
    ),
)
EPISODES = Shape(
    "ssd_cla_episodes",
    (
        Column("clae_person_id"),
        Column("clae_cla_id"),
        Column("clae_cla_episode_start_date"),
        *_optional(
            "clae_cla_episode_start_reason",
            "clae_cla_primary_need_code",
            "clae_cla_episode_ceased_date",
            "clae_cla_episode_ceased_reason",
            "clae_cla_placement_id",
            "clae_cla_last_iro_contact_date",
        ),
    ),
)
PLACEMENTS = Shape(
    "ssd_cla_placement",
    (
        Column("clap_cla_placement_id"),
        Column("clap_cla_placement_type"),
        *_optional(
            "clap_cla_placement_provider",
            "clap_cla_placement_postcode",
            "clap_cla_placement_urn",
            "clap_cla_placement_change_reason",
        ),
    ),
)
LEGAL_STATUSES = Shape(
    "ssd_legal_status",
    (
        Column("lega_person_id"),
        Column("lega_legal_status"),
        Column("lega_legal_status_start_date"),
        *_optional("lega_legal_status_end_date"),
    ),
)
REVIEWS = Shape(
    "ssd_cla_reviews",
    (
        Column("clar_cla_id"),
        Column("clar_cla_review_date"),
        *_optional(
            "clar_cla_review_due_date",
            "clar_cla_review_cancelled",
            "clar_cla_review_participation",
        ),
    ),
)
CONFERENCES = Shape(
    "ssd_cp_reviews",
    (
        Column("cppr_person_id"),
        Column("cppr_cp_review_date"),
        *_optional("cppr_cp_review_due"),
    ),
)
FIRST_CONFERENCES = Shape(
    "ssd_initial_cp_conference",
    (
        Column("icpc_person_id"),
        Column("icpc_icpc_date"),
        *_optional("icpc_icpc_target_date"),
    ),
)
SDQ_SCORES = Shape(
    "ssd_sdq_scores",
    (
        Column("csdq_person_id"),
        Column("csdq_sdq_completed_date"),
        Column("csdq_sdq_score"),
        *_optional("csdq_sdq_reason"),
    ),
)

SHAPES = (
    PERSON,
    EPISODES,
    PLACEMENTS,
    LEGAL_STATUSES,
    REVIEWS,
    CONFERENCES,
    FIRST_CONFERENCES,
    SDQ_SCORES,
)
