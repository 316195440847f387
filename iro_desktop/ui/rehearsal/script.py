"""What is typed when the main job is played. Every word is made up."""

VIEW = "I like it when we cook on Sundays. I want my brother to come more often."
VIEW_ABOUT = "family"

DECISIONS = (
    (
        "The social worker will arrange family time with the brother once a fortnight.",
        "Heath Swift",
        "You will see your brother every second week. Heath sets it up.",
    ),
    (
        "School will hold the personal education plan meeting and invite the carer.",
        "Ivy Larch",
        "Ivy from school will plan with you what helps you learn.",
    ),
    (
        "The carer will book the dental check.",
        "Dale Meadows",
        "Dale will take you to the dentist for a check.",
    ),
)

SCORE = "7.5"
WHY_NOT_LOWER = "There is always someone to talk to after school."
ONE_HIGHER = "Knowing when the next visit is."

ANSWERS = {
    "legal_change": "no",
    "letter_opening": "I enjoyed hearing how you learned to make pancakes without help.",
    "letter_going_well": "You go to school every day, and your teacher told me how hard you try.",
    "letter_worries": "Some people worry that you are tired in the mornings.",
}
